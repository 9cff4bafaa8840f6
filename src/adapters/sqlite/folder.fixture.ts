// A folder of its own for a test's files.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after } from "node:test";

/** Gives paths where no file is yet; all are removed when the test file is done. */
export function testFolder(): (name?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-ledger-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return (name = `ledger-${++files}.sqlite`) => join(folder, name);
}

/** Those of a database's files (itself, its log, its index) that hold `text`. */
export function filesHolding(path: string, text: string): readonly string[] {
  return readdirSync(dirname(path))
    .filter((file) => file.startsWith(basename(path)))
    .filter((file) => readFileSync(join(dirname(path), file)).includes(text));
}

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const page = readFileSync(new URL("../../docs/library.md", import.meta.url), "utf8");
const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
const entries = (JSON.parse(manifest) as { exports: Record<string, { types?: string }> }).exports;

/** Where an import of the page leads in a checkout that nobody built. */
function sourceOf(name: string): string {
  const built = entries[name.replace(/^breakwater/, ".")]?.types;
  if (built === undefined) return import.meta.resolve(name);
  const source = built.replace(/^\.\/dist\//, "../").replace(/\.d\.ts$/, ".ts");
  return new URL(source, import.meta.url).href;
}

const examples = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? "");

/** The entries of the package that an example imports. */
function importedBy(code: string): readonly string[] {
  return [...code.matchAll(/\bfrom "(breakwater[^"]*)"/g)].map(([, name]) => name ?? "");
}

for (const code of examples) {
  const name = importedBy(code).join(" and ");
  test(`what docs/library.md shows of ${name} runs, and prints that`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater page-"));
    const home = process.cwd();
    process.chdir(folder);
    const log = t.mock.method(console, "log", () => undefined);
    t.after(() => {
      process.chdir(home);
      rmSync(folder, { recursive: true });
    });
    const resolved = code.replace(
      /(\bfrom )"([^"]+)"/g,
      (_, from: string, name: string) => `${from}"${sourceOf(name)}"`,
    );
    await import(`data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(resolved))}`);
    const told = [...code.matchAll(/^\s*console\.log\(.*\); \/\/ (.+)$/gm)].map(([, say]) => say);
    const printed = log.mock.calls.map(({ arguments: [first] }) => String(first));
    assert.ok(printed.length > 0);
    for (const line of printed) assert.ok(told.includes(line), `it prints ${line}`);
  });
}

test("docs/library.md shows every import of the package", () => {
  const names = Object.keys(entries).filter((name) => name !== "./package.json");
  const shown = new Set(examples.flatMap(importedBy));
  assert.deepEqual(
    names.filter((name) => !shown.has(name.replace(/^\./, "breakwater"))),
    [],
  );
});

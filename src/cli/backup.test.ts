import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { UnusableFile } from "../adapters/sqlite/trouble.ts";
import { runBackup, runRestore } from "./backup.ts";
import { exitCodes } from "./exit-code.ts";
import type { Parts } from "./parts.ts";
import { runCommandLine } from "./program.ts";
import { fakeContext } from "./testing.ts";

type CopyParts = Pick<Parts, "backUp" | "restore" | "reasonOf">;

const holdings = { kept: 1, rules: 2, files: ["memory.journal"] };
const fine: CopyParts = {
  backUp: () => holdings,
  restore: () => holdings,
  reasonOf: (error) => (error instanceof Error ? error.message : ""),
};

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a backup and a restore say what is in them", async () => {
  const context = fakeContext();
  assert.equal(await runBackup("copy", "/state", {}, fine, context), exitCodes.done);
  assert.equal(await runRestore("copy", "/state", {}, fine, context), exitCodes.done);
  const text = context.output.text();
  assert.match(text, /^Wrote copy: 1 kept delivery, 2 rules, keys, what memory knows\. Only you/m);
  assert.match(
    text,
    /^Restored into \/state: 1 kept delivery, 2 rules, keys, what memory knows\.$/m,
  );
  await runBackup("copy", "/state", { json: true }, fine, context);
  assert.match(context.output.text(), /"kept": 1,\n {2}"rules": 2/);
});

test("who named a wrong file is told apart from a disk that fails", async () => {
  const failing = (error: Error): CopyParts => ({
    ...fine,
    restore: () => {
      throw error;
    },
  });
  const restoring = (error: Error) => runRestore("copy", "/s", {}, failing(error), fakeContext());
  const wrong = new UnusableFile("it is no backup");
  await assert.rejects(
    restoring(wrong),
    /^Complaint: can't restore copy into \/s: it is no backup\.$/,
  );
  await assert.rejects(restoring(wrong), { exitCode: exitCodes.wrong });
  await assert.rejects(restoring(new Error("the disk is full")), { exitCode: exitCodes.down });
});

test("what can't be restored leaves no folder behind", async (t) => {
  const directory = newFolder(t);
  const restore = () => {
    throw new UnusableFile("it is no backup");
  };
  const parts = async () => ({ restore, reasonOf: String }) as unknown as Parts;
  const context = fakeContext({ directory, parts });
  assert.equal(await runCommandLine(["restore", "copy", "--state", "new"], "0", context), 2);
  assert.deepEqual(readdirSync(directory), []);
});

test("where there is no ledger there is nothing to back up", async (t) => {
  const context = fakeContext({ directory: newFolder(t) });
  const code = await runCommandLine(["backup", "copy", "--state", "."], "0", context);
  assert.equal(code, exitCodes.down);
  assert.match(context.output.asides(), /there is no ledger in .*: name the folder that the gate/);
});

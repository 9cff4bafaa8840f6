// Backed up while another process keeps without end: what it had acknowledged is there.

import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Receipt } from "../../model/ids.ts";
import { someKept } from "../../ports/kept.fixture.ts";
import { backUp, restore } from "./backup.ts";
import { bodyOf } from "./keeps-until-killed.fixture.ts";
import { openSqliteLedger } from "./store.ts";

const keeper = fileURLToPath(new URL("./keeps-until-killed.fixture.ts", import.meta.url));

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "breakwater-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** A state folder with a rule, a key and two kept deliveries in it. */
async function usedFolder(t: TestContext): Promise<string> {
  const folder = await newFolder(t);
  const ledger = await openSqliteLedger(join(folder, "breakwater.db"));
  await ledger.keep(someKept(1));
  await ledger.keep(someKept(2, { state: "held" }));
  await ledger.putSetting("gate-actor-key", "a key");
  await ledger.putSetting("gate-presence", "somebody ran here");
  await ledger.close();
  return folder;
}

test("what was acknowledged before a backup began is in it, under load", async (t) => {
  const [folder, target] = [await newFolder(t), await newFolder(t)];
  const child = spawn(process.execPath, [keeper, join(folder, "breakwater.db"), "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.after(() => child.kill("SIGKILL"));
  const before: Receipt[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    before.push(line as Receipt);
    if (before.length === 40) break;
  }
  const file = join(folder, "copy");
  const { kept } = backUp(folder, file);
  child.kill("SIGKILL");
  ok(kept >= before.length);
  restore(file, target);
  const ledger = await openSqliteLedger(join(target, "breakwater.db"));
  for (const receipt of before) {
    const number = Number(receipt.slice(1));
    deepEqual(await ledger.find(receipt), someKept(number, { body: bodyOf(number) }));
  }
  await ledger.close();
});

test("keys, rules and the memory's journal come along; who ran there does not", async (t) => {
  const [folder, target] = [await usedFolder(t), await newFolder(t)];
  const journal = Buffer.alloc(1_500_000, "what memory knows ");
  writeFileSync(join(folder, "memory.journal"), journal);
  const file = join(folder, "copy");
  const holdings = { kept: 2, rules: 0, files: ["memory.journal"] };
  deepEqual(backUp(folder, file), holdings);
  deepEqual(restore(file, target), holdings);
  ok(readFileSync(join(target, "memory.journal")).equals(journal));
  const ledger = await openSqliteLedger(join(target, "breakwater.db"));
  equal(await ledger.setting("gate-actor-key"), "a key");
  equal(await ledger.setting("gate-presence"), undefined);
  await ledger.close();
  // Private posts lie in all of them.
  const names = ["breakwater.db", "memory.journal"].map((name) => join(target, name));
  for (const path of [file, ...names]) equal(statSync(path).mode & 0o777, 0o600, path);
});

test("no file is ever replaced", async (t) => {
  const folder = await usedFolder(t);
  const file = join(folder, "copy");
  backUp(folder, file);
  throws(() => backUp(folder, file), { code: "EEXIST" });
  equal(existsSync(`${file}.part`), false);
  throws(() => restore(file, folder), /there is a breakwater\.db in it already/);
});

test("what is no backup, or damaged, is refused and leaves nothing behind", async (t) => {
  const [folder, target] = [await usedFolder(t), await newFolder(t)];
  const file = join(folder, "copy");
  throws(() => restore(join(folder, "breakwater.db"), target), /no backup that this command/);
  writeFileSync(join(folder, "text"), "not a database at all, but long enough to be looked at");
  throws(() => restore(join(folder, "text"), target), /not a database/);
  backUp(folder, file);
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096 * 2, 4096 * 5);
  writeFileSync(join(folder, "damaged"), bytes);
  throws(() => restore(join(folder, "damaged"), target));
  equal(existsSync(join(target, "breakwater.db")), false);
  equal(existsSync(join(target, "breakwater.db.part")), false);
});

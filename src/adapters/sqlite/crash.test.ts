// Killed with SIGKILL in the middle of its work, a gate loses nothing that it acknowledged.

import { deepEqual, equal, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { seeded } from "../../base/prng.ts";
import { minute } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import { answered, later, receiptOf, someKept } from "../../ports/kept.fixture.ts";
import { testFolder } from "./folder.fixture.ts";
import { bodyOf } from "./keeps-until-killed.fixture.ts";
import { openSqliteLedger } from "./store.ts";

const newFile = testFolder();
const program = fileURLToPath(new URL("./keeps-until-killed.fixture.ts", import.meta.url));
const killings = 10;

/** Ends the program right after its `receipts`-th word; answers all that it said. */
async function killAfter(receipts: number, ...args: readonly string[]): Promise<Receipt[]> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const said: Receipt[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line as Receipt);
    if (said.length === receipts) child.kill("SIGKILL");
  }
  await ended;
  equal(child.signalCode, "SIGKILL");
  return said;
}

test(`killed ${killings} times, it lost nothing that it acknowledged`, async () => {
  const path = newFile();
  const random = seeded("sudden ends");
  const acknowledged: Receipt[] = [];
  for (let round = 0; round < killings; round += 1) {
    acknowledged.push(...(await killAfter(1 + Math.floor(random() * 120), path, `${round}`)));
  }
  const ledger = await openSqliteLedger(path);
  for (const receipt of acknowledged) {
    const number = Number(receipt.slice(1));
    deepEqual(await ledger.find(receipt), someKept(number, { body: bodyOf(number) }));
  }
  ok(acknowledged.length > killings);
  await ledger.close();
});

test("killed between claim and answer, a delivery comes back when its lease ends", async () => {
  const path = newFile();
  const before = await openSqliteLedger(path);
  for (const number of [1, 2, 3, 4, 5]) await before.keep(someKept(number));
  await before.close();
  const claimed = (await killAfter(7, path, "claim")).slice(0, 5);
  deepEqual(claimed, [1, 2, 3, 4, 5].map(receiptOf));

  const ledger = await openSqliteLedger(path);
  const lapse = later(2 * minute);
  for (const receipt of claimed) {
    equal(await ledger.claim(receipt, minute, later(2 * minute - 1)), undefined);
    equal((await ledger.claim(receipt, minute, lapse))?.attempts, 1);
    await ledger.finish(receipt, answered(202), lapse, lapse);
    equal((await ledger.find(receipt))?.state, "delivered");
  }
  await ledger.close();
});

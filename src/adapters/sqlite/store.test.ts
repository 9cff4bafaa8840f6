// The worker, the file and other programs beside us.

import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import type { Host } from "../../model/ids.ts";
import { bytes, later, receiptOf, someKept, start } from "../../ports/kept.fixture.ts";
import { testFolder } from "./folder.fixture.ts";
import { StandingThread } from "./standing-thread.ts";
import { openSqliteLedger, openSqliteStore, storeLimits } from "./store.ts";

const newFile = testFolder();

test("many keep at once; all is there when the file is opened again", async () => {
  const path = newFile();
  const all = Array.from({ length: 200 }, (_, number) => someKept(number));
  const before = await openSqliteLedger(path);
  await Promise.all(all.map((kept) => before.keep(kept)));
  await before.close();
  const after = await openSqliteLedger(path);
  for (const kept of all) deepEqual(await after.find(kept.delivery.receipt), kept);
  await after.close();
});

test("what waits when the ledger is closed is still written", async () => {
  const path = newFile();
  const ledger = await openSqliteLedger(path);
  const keeping = ledger.keep(someKept(1));
  await ledger.close();
  equal(await keeping, receiptOf(1));
  await rejects(ledger.find(receiptOf(1)), { name: "LedgerDown", message: /is closed/ });
});

test("what the command line rules, the gate sees by its next question", async () => {
  const path = newFile();
  const gate = await openSqliteLedger(path);
  await gate.keep(someKept(1, { state: "held" }));
  const command = await openSqliteLedger(path);
  const ruling = { receipt: receiptOf(1), ruling: "ham", by: "mod", at: later(5) } as const;
  equal(await command.rule(ruling), true);
  const subject = { kind: "host", host: "spam.example" as Host } as const;
  const rule = { decision: "refuse", subject, by: "admin", why: "a wave", madeAt: start } as const;
  await command.addRule({ ...rule, expiresAt: undefined });
  deepEqual(await gate.due(later(5), 10), [receiptOf(1)]);
  equal((await gate.rules()).length, 1);
  await command.close();
  equal(await gate.keep(someKept(2)), receiptOf(2));
  await gate.close();
});

test("two processes that claim one delivery: one gets it", async () => {
  const path = newFile();
  const [one, two] = await Promise.all([openSqliteLedger(path), openSqliteLedger(path)]);
  await one.keep(someKept(1));
  const claims = await Promise.all(
    [one, two, one, two].map((ledger) => ledger.claim(receiptOf(1), 1000, later(60_000))),
  );
  equal(claims.filter((kept) => kept !== undefined).length, 1);
  await Promise.all([one.close(), two.close()]);
});

test("a file that can't be opened is LedgerDown with advice", async () => {
  const path = newFile("no/such/folder.sqlite");
  await rejects(openSqliteStore(path), { name: "LedgerDown", message: /create it, or name/ });
});

test("while another program writes, writing is LedgerDown, reading is not", async () => {
  const path = newFile();
  const ledger = await openSqliteLedger(path, { busyTimeoutMs: 1 });
  await ledger.keep(someKept(1));
  const other = new DatabaseSync(path);
  other.exec("begin immediate");
  await rejects(ledger.keep(someKept(2)), { name: "LedgerDown", message: /has locked it/ });
  deepEqual(await ledger.find(receiptOf(1)), someKept(1));
  other.exec("rollback");
  other.close();
  equal(await ledger.keep(someKept(2)), receiptOf(2));
  await ledger.close();
});

test("a full disk is LedgerDown; what was acknowledged stays, smaller ones still fit", async () => {
  const ledger = await openSqliteLedger(newFile(), { fileBytesMax: 256 * 1024 });
  const body = bytes("x".repeat(50_000));
  const keeping = Array.from({ length: 12 }, (_, n) => ledger.keep(someKept(n, { body })));
  const outcomes = await Promise.allSettled(keeping);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  match(String(refused?.reason), /LedgerDown: .*disk is full/);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") continue;
    deepEqual((await ledger.find(outcome.value))?.delivery.body, body);
  }
  equal(await ledger.keep(someKept(99)), receiptOf(99));
  await ledger.close();
});

test("a worker that fell is LedgerDown, and the next to ask gets a new one", async () => {
  let now = start;
  const input = { ...storeLimits, path: newFile() };
  const thread = await StandingThread.open(input, () => now);
  const keeping = { name: "keep", args: [someKept(1)] } as const;
  deepEqual(await thread.run([keeping]), [{ ok: true, value: receiptOf(1) }]);
  // Nothing in a batch can end the worker: this is no batch.
  const fall = () =>
    rejects(thread.run(null as never), { name: "LedgerDown", message: /worker stopped .*again/ });
  now = later(5000);
  await fall();
  const [found] = await thread.run([{ name: "find", args: [receiptOf(1)] }]);
  deepEqual(found, { ok: true, value: someKept(1) }, "nothing is lost");
  now = later(5999);
  await fall();
  await rejects(thread.run([]), { name: "LedgerDown", message: /a moment ago/ });
  now = later(6000);
  deepEqual(await thread.run([]), []);
  await thread.close();
  await rejects(thread.run([]), { name: "LedgerDown", message: /is closed/ });
});

test("a document asked for lately costs no trip to the worker", async () => {
  const { ledger, documents } = await openSqliteStore(newFile());
  const url = "https://remote.example/users/1";
  const document = { url, fetchedAt: start, outcome: { kind: "found", body: "{}" } } as const;
  await documents.put(document);
  await ledger.close();
  deepEqual(await documents.get(url), document);
  await rejects(documents.get("https://remote.example/users/2"), { name: "LedgerDown" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { epochMs, hour } from "../base/units.ts";
import { contactOrdered } from "../services/orders.ts";
import { makeWaitingContacts } from "../services/waiting-contacts.ts";
import { activeContacts } from "./contact-words.ts";
import { runOver } from "./run-over.fixture.ts";
import { testMoment } from "./testing.ts";

test("a contact mode is ordered under a name, and what it means here is said", async () => {
  const ledger = new ProcessLedger();
  const { code, text } = await runOver("contact consent", ledger);
  assert.equal(code, 0);
  assert.match(text, /^First contacts: consent\. A gate that runs follows at once\.$/m);
  assert.match(text, /wait for your ruling \(breakwater cases list\)/);
  assert.match(text, /Now nothing waits, as the mode is not guard/);
  const order = { contact: "consent", by: "alice", at: testMoment };
  assert.deepEqual(await contactOrdered(ledger), order);
});

test("the present one says whose word it is, and an order is taken back", async () => {
  const ledger = new ProcessLedger();
  assert.equal((await runOver("contact", ledger)).text, "open, as the configuration says.\n");
  await runOver("contact wave", ledger);
  const { text } = await runOver("contact", ledger);
  assert.match(text, /^wave, by an order of alice since 2026-11-23 12:00 UTC\.$/m);
  assert.deepEqual(JSON.parse((await runOver("contact --json", ledger)).text), {
    contact: "wave",
    configured: "open",
    order: { contact: "wave", by: "alice", at: "2026-11-23T12:00:00.000Z" },
  });
  const back = await runOver("contact configured", ledger);
  assert.match(back.text, /^First contacts: open, as the configuration says\./);
  assert.equal(await contactOrdered(ledger), undefined);
});

test("there are three contact modes and no other", async () => {
  const { code, asides } = await runOver("contact closed", new ProcessLedger());
  assert.equal(code, 2);
  assert.match(asides, /must be one of open, wave, consent, configured, not "closed"/);
});

test("a wave that ended is told of no more", () => {
  let now = testMoment;
  const waiting = makeWaitingContacts({ now: () => now });
  const evidence = [{ symbol: "WAVE_UNDER_WAY" }];
  const seen = () => waiting.journal.judged({} as never, { evidence } as never, "settling", "");
  const says = () => {
    const waited = waiting.settled() ?? null;
    return activeContacts({ mode: "wave", configured: "wave", orderedBy: null, waited });
  };
  seen();
  now = epochMs(testMoment + hour);
  seen();
  const active = "a wave is under way, first contacts settle longer: 2 since 2026-11-23 12:00 UTC";
  assert.equal(says(), active);
  now = epochMs(testMoment + 8 * hour);
  assert.equal(says(), "no wave is under way, first contacts go on as judged");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { after, day, hour } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import { senderOf, someDecision } from "../ports/chronicle.fixture.ts";
import type { Happening } from "../ports/chronicle.ts";
import { later } from "../ports/kept.fixture.ts";
import { orderContact, orderMode } from "../services/orders.ts";
import { type FakeOutput, fakeOutput, shippedConfig } from "./testing.ts";
import { runWeek, type WeekOptions } from "./week.ts";
import { widthOf } from "./width.ts";

async function storesWith(happenings: readonly Happening[]) {
  const chronicle = new ProcessChronicle();
  await chronicle.write(happenings);
  return { chronicle, ledger: new ProcessLedger() };
}

async function weekIn(
  stores: Awaited<ReturnType<typeof storesWith>>,
  output: FakeOutput,
  options: WeekOptions = {},
) {
  return runWeek(options, stores, shippedConfig(), later(7 * day), output);
}

function wave(count: number): Happening[] {
  return Array.from({ length: count }, (_, i) => {
    const evidence = ["REPEATED_TEXT", "STRANGER_MENTIONS", "NEWCOMER", "UNKNOWN_HOST", "WAVE"].map(
      (symbol) => ({ symbol, group: "reach", strength: 1, decibans: 4 }),
    );
    const at = later(2 * day + i * hour);
    const decision = someDecision(100 + i, { at, action: "hold", score: 20, evidence });
    return { kind: "judged", decision, lookAt: undefined } as const;
  });
}

function ends(count: number): Happening[] {
  return Array.from({ length: count }, (_, i) => {
    return { kind: "ended", actor: senderOf(100 + i), how: "gone", at: later(3 * day) } as const;
  });
}

const quiet: readonly Happening[] = [
  { kind: "passed", hour: later(0), reason: "asked for", count: 1034 },
  { kind: "passed", hour: later(0), reason: "contacts nobody here", count: 12_999 },
  { kind: "judged", decision: someDecision(1), lookAt: undefined },
];

test("a watched week ends with the one command", async () => {
  const stores = await storesWith([...quiet, ...wave(12), ...ends(9)]);
  const output = fakeOutput({ width: 80 });
  assert.equal(await weekIn(stores, output), 0);
  assert.equal(
    output.text(),
    `2026-03-02 to 2026-03-09, a week of watching

  14,046  deliveries at the inboxes
   1,047  reached somebody here, 1,034 of them unread: asked for, or well known
      13  were of strangers, and judged
       1  would have waited (0.1 %), about 5 min, at most 5 min
      12  would have been held for a moderator (1.1 %)

Would have been held: 12 by 12 senders on 1 host
  because     NEWCOMER 12 · REPEATED_TEXT 12 · STRANGER_MENTIONS 12 ·
              UNKNOWN_HOST 12 · WAVE 12
  since then  9 deleted, suspended or gone · 3 nothing known

Would have waited: 1 by 1 sender on 1 host
  because     STRANGER_MENTIONS 1
  since then  1 nothing known

Whom it would have disturbed: nobody that is known of.

Budget: 1 in 1,000 legitimate first contacts may be held.
  Promised nothing: no first contact is fourteen days old yet.
  Seen: of 4 first contacts of the last 14 days none that is known to be ham was
  held.

Nothing speaks against it.

To guard from now on: breakwater mode guard
`,
  );
});

test("whom it would have disturbed is named, and then it is not time yet", async () => {
  const hostile = "https://spam.example/users/\u001b[2Jbob" as ActorId;
  const decision = someDecision(7, { action: "hold", sender: hostile });
  const stores = await storesWith([
    ...quiet,
    { kind: "judged", decision, lookAt: undefined },
    { kind: "welcomed", actor: hostile },
    { kind: "judged", decision: someDecision(1, { sender: hostile }), lookAt: undefined },
    ...[8, 9].map((n) => ({
      kind: "judged" as const,
      decision: someDecision(n, { action: "hold" }),
      lookAt: undefined,
    })),
    { kind: "welcomed", actor: senderOf(8) },
  ]);
  for (const width of [40, 80, 160]) {
    const output = fakeOutput({ width });
    await weekIn(stores, output);
    const text = output.text();
    assert.match(text, /Whom it would have disturbed: 2 senders with a record of ham/);
    assert.match(text, /8@remote\.example +held +r8/);
    assert.match(text, /Guard: not yet\./);
    assert.doesNotMatch(text, /mode guard/);
    assert.ok(!text.includes("\u001b"));
    if (width === 80) for (const line of text.split("\n")) assert.ok(widthOf(line) <= 80, line);
  }
});

test("a record that is shorter than the week says where it begins", async () => {
  const stores = await storesWith(wave(1));
  const output = fakeOutput({ width: 80 });
  await weekIn(stores, output);
  assert.match(output.text(), /a week of watching\nThe record begins on 2026-03-04 08:00 UTC\.\n/);
});

test("an order to guard is known, and an empty week says where to look", async () => {
  const stores = await storesWith([]);
  const output = fakeOutput();
  assert.equal(await weekIn(stores, output), 1);
  assert.match(output.text(), /No contact was seen yet/);
  const guarding = await storesWith(wave(1));
  await orderMode(guarding.ledger, { mode: "guard", by: "alice", at: later(0) });
  const second = fakeOutput();
  await weekIn(guarding, second);
  assert.match(second.text(), /Verdicts are acted on already\./);
});

test("scripts get all of it in JSON", async () => {
  const stores = await storesWith([...quiet, ...wave(3)]);
  const output = fakeOutput();
  await weekIn(stores, output, { json: true, days: "14" });
  const week = JSON.parse(output.text()) as Record<string, unknown>;
  assert.equal(week["since"], new Date(after(later(7 * day), -14 * day)).toISOString());
  assert.equal((week["held"] as { deliveries: number }).deliveries, 3);
  assert.equal((week["advice"] as { guard: string }).guard, "now");
});

test("more days than are kept are refused", async () => {
  const stores = await storesWith([]);
  for (const days of ["0", "15", "x", "1.5"]) {
    await assert.rejects(weekIn(stores, fakeOutput(), { days }), /from 1 to 14/);
  }
});

test("a week tells when first contacts waited for no more than being first", async () => {
  const evidence = [{ symbol: "FIRST_CONTACT", group: "rule", strength: 1, decibans: 0 }];
  const decision = someDecision(1, { action: "hold", evidence });
  const judged = { kind: "judged", decision, lookAt: undefined } as const;
  const stores = await storesWith([...quiet.slice(0, 2), judged]);
  await orderContact(stores.ledger, { contact: "consent", by: "alice", at: later(0) });
  const output = fakeOutput({ width: 80 });
  await weekIn(stores, output);
  assert.match(output.text(), /Contact mode: consent now\. Because of it 1 first contact/);
});

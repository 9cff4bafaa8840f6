import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { day } from "../base/units.ts";
import { senderOf } from "../ports/chronicle.fixture.ts";
import { later } from "../ports/kept.fixture.ts";
import { scored, spamAt, storesWith, today, tuneConfig } from "../services/tune.fixture.ts";
import { tuningIn } from "../services/tuning.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeContext, fakeOutput, shippedConfig } from "./testing.ts";
import { runTune, type TuneOptions } from "./tune.ts";
import { widthOf } from "./width.ts";

type Stores = Awaited<ReturnType<typeof storesWith>>;

async function run(store: Stores, options: TuneOptions = {}, width = 80, tune = "propose") {
  const output = fakeOutput({ width });
  const config = { ...shippedConfig(), ...tuneConfig, tune: tune as "propose" };
  const hand = { by: "alice", at: today, through: "command" } as const;
  const audited = { ...store, ownRecords: new ProcessOwnRecords() };
  const frame = { ...fakeContext(), output, now: () => today };
  const code = await runTune(options, { store: audited, folder: "/state", config, hand }, frame);
  return { code, text: output.text(), asides: output.asides() };
}

/** Two thousand quiet contacts, three spams at 10.6, and two more at 11 of whom one was ham. */
async function season(): Promise<Stores> {
  return storesWith(2000, [
    ...spamAt(10.6, 3),
    scored(1, 11.2, later(38 * day)),
    { kind: "welcomed", actor: senderOf(1) },
    scored(2, 11, later(38 * day)),
  ]);
}

test("a proposal says what it promises, what it would have done, and how to have it", async () => {
  const { code, text } = await run(await season());
  assert.equal(code, exitCodes.done);
  assert.equal(
    text,
    `Budget: of legitimate first contacts at most 1 in 1,000 may be held.

In force: hold_at 12, as configured
  promised    at most 1 in 2,001 held, by 2,000 first contacts of ham since
              2026-03-22
  no less     2,000 first contacts allow no promise below 1 in 2,001
  seen        of 2 first contacts of the last 14 days none that is known to be
              ham was held

Proposed:
  hold_at 10.6  (in force: 12)
  promised    at most 1 in 2,001 held
  because     So far down lies what turned out to be spam (3 first contacts).

On the last 7 days, 5 weighed contacts:
  5 held instead of settled: 1 ham, 1 unknown, 3 ended

  receipt  sender              score  would be           since then
  r1       1@remote.example    11.2   held, not settled  ham
  r2       2@remote.example    11.0   held, not settled  unknown
  r500     500@remote.example  10.6   held, not settled  ended
  r501     501@remote.example  10.6   held, not settled  ended
  r502     502@remote.example  10.6   held, not settled  ended

To put it in force: breakwater tune --apply
`,
  );
  for (const line of text.split("\n")) assert.ok(widthOf(line) <= 80, line);
});

test("it is applied and taken back under a name, and both are told", async () => {
  const store = await season();
  const applied = await run(store, { apply: true });
  assert.equal(applied.code, exitCodes.done);
  assert.match(applied.text, /It is in force\. A gate that runs follows within a second or two\./);
  assert.equal((await tuningIn(store.ledger)).stack.at(-1)?.by, "alice");
  const after = await run(store);
  assert.equal(after.code, exitCodes.no);
  assert.match(after.text, /In force: hold_at 10\.6, tuned by alice on 2026-04-11 08:00 UTC/);
  assert.match(after.text, /Proposed: nothing\./);
  const back = await run(store, { rollback: true });
  assert.match(back.text, /Taken back: the configuration counts again, with hold_at 12\./);
  assert.equal((await run(store, { rollback: true })).code, exitCodes.no);
  const { text } = await run(store, { history: true });
  assert.match(text, /alice +rolled back +what alice applied\n.*alice +applied +So far down/);
  assert.equal((await run(await storesWith(0), { history: true })).code, exitCodes.no);
});

test("few first contacts are told to be few", async () => {
  const { code, text } = await run(await storesWith(123));
  assert.equal(code, exitCodes.no);
  assert.match(text, /123 first contacts allow no promise below 1 in 124/);
  assert.match(text, /takes some 1,000 first contacts of ham: the threshold stays/);
  const none = await run(await storesWith(0));
  assert.match(none.text, /promised +nothing: no first contact is fourteen days old yet/);
  const untried = await run(await storesWith(0), { on: "day.jsonl" });
  assert.match(untried.text, /^There is nothing to try on day\.jsonl\.$/m);
});

test("an admin may look at another threshold, within the bounds", async () => {
  const store = await season();
  const { text } = await run(store, { holdAt: "11.5" });
  assert.match(text, /hold_at 11\.5 {2}\(in force: 12\)/);
  assert.match(text, /breakwater tune --hold-at 11\.5 --apply/);
  await assert.rejects(run(store, { holdAt: "8" }), /more than 3 decibans, to 8: change hold_at/);
  await assert.rejects(run(store, { holdAt: "999" }), /more than 3 decibans, to 999/);
  for (const holdAt of ["x", "1e1", "11.55", ""])
    await assert.rejects(run(store, { holdAt }), /one decimal/, holdAt);
});

test("scripts get all of it in JSON", async () => {
  const { text } = await run(await season(), { json: true, days: "14" });
  const json = JSON.parse(text) as Record<string, Record<string, unknown>>;
  assert.equal(json["promised"]?.["least"], 1 / 2001);
  assert.deepEqual(json["proposed"]?.["changes"], [{ name: "hold_at", before: 12, after: 10.6 }]);
  const { differences } = json["effect"] as { differences: unknown[] };
  assert.equal(differences.length, 5);
  assert.deepEqual([json["days"], json["applied"]], [14, false]);
  const stores = await storesWith(10);
  assert.equal(JSON.parse((await run(stores, { json: true })).text)["tuned"], null);
  assert.deepEqual(JSON.parse((await run(stores, { json: true, history: true })).text), []);
});

test("what can't be asked for is refused", async () => {
  const store = await season();
  await assert.rejects(run(store, { apply: true, rollback: true }), /ask for one/);
  await assert.rejects(run(store, { days: "15" }), /from 1 to 14/);
  await assert.rejects(run(store, { on: "-" }), /reads a log twice/);
  await assert.rejects(run(store, { apply: true }, 80, "off"), /tune: off/);
});

// Rules on the command line: tried, written, confirmed, ended.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, day, isoTime, second } from "../base/units.ts";
import type { Hand } from "../model/hand.ts";
import type { ActorId, Host } from "../model/ids.ts";
import { someKept } from "../ports/kept.fixture.ts";
import { Complaint, exitCodes } from "./exit-code.ts";
import type { Store } from "./parts.ts";
import { runAdd, runConfirm, runEnd, runRulesList, runTry, runTryAgain } from "./rules.ts";
import { type WrittenOptions, writtenFrom } from "./rules-written.ts";
import { bytesOf, fakeContext, fakeOutput, testMoment } from "./testing.ts";

const home = { origin: undefined, actors: "https://home.example/users/" } as never;

function store(): Store {
  return {
    ledger: new ProcessLedger(),
    documents: new ProcessDocuments(),
    chronicle: new ProcessChronicle(),
    lessonBook: new ProcessLessonBook(),
    ownRecords: new ProcessOwnRecords(),
    close: async () => undefined,
  };
}

const maria = (at = testMoment): Hand => ({ by: "maria", at, through: "command" });

function created(number: number, content: string) {
  const actor = `https://a${number}.example/users/${number}`;
  const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, content };
  return { id: `${actor}/1/activity`, type: "Create", actor, object };
}

/** A log of so many ordinary posts, of which one names a casino, and of some spam. */
function log(ordinary: number, spam: number): string {
  const lines: object[] = [
    { type: "traffic-log", version: 1, home: { origin: "https://home.example", actors: "x" } },
  ];
  for (let number = 0; number < ordinary + spam; number++) {
    const isSpam = number >= ordinary;
    const text =
      number === 0
        ? "who wrote the song Casino Bonus?"
        : `a walk by the sea, day ${"i".repeat(number)}`;
    const activity = created(number, isSpam ? `Casino bonus for ${number}` : text);
    lines.push({
      type: "delivery",
      id: `d${number}`,
      inbox: "/inbox",
      signature: "valid",
      activity,
    });
    if (isSpam)
      lines.push({ type: "label", delivery: `d${number}`, label: "spam", by: "moderator" });
  }
  return lines
    .map((line, at) => JSON.stringify({ ...line, at: isoTime(after(testMoment, at * second)) }))
    .join("\n");
}

function asked(options: WrittenOptions, recorded: string | undefined) {
  const on = recorded === undefined ? options : { ...options, on: "-" };
  return {
    options: on,
    written: writtenFrom(on, home, testMoment),
    place: fakeContext({ input: bytesOf(recorded ?? "") }),
  };
}

test("a trial on a recording counts whom it met, and names wanted mail first", async () => {
  const output = fakeOutput();
  const { options, written, place } = asked({ words: "casino bonus" }, log(210, 20));
  assert.equal(await runTry(written, options, store(), testMoment, output, place), exitCodes.done);
  const text = output.text();
  assert.match(text, /let in, nobody minded +210 +1\n/);
  assert.match(text, /ruled spam +20 +20\n/);
  assert.match(text, /Of 210 texts of wanted mail it met 1: between 0.1 and 2.6 %/);
  assert.match(text, /Of 21 that it met and that are known, 20 are spam/);
  assert.match(text, /receipt .*\nd0 +let in, nobody minded +/);
});

test("tried on enough it can be confirmed at once, and is listed with all", async () => {
  const [stores, output] = [store(), fakeOutput()];
  const { options, written, place } = asked({ words: "casino bonus" }, log(210, 0));
  await runAdd(written, options, stores, maria(), output, place);
  assert.match(output.text(), /r1 is in the shadow.*\n"breakwater rules confirm r1" puts/);
  assert.equal(await runConfirm("r1", {}, stores, maria(), output), exitCodes.done);
  assert.match(
    output.text(),
    /r1 is in force until 2026-12-23 12:00 UTC: what it meets it will hold/,
  );
  await stores.ledger.addRule({
    ...{ decision: "refuse", subject: { kind: "host", host: "spam.example" as Host } },
    ...{ by: "jo", why: "", madeAt: testMoment, expiresAt: undefined },
  });
  const list = fakeOutput();
  assert.equal(await runRulesList({}, stores, testMoment, list), exitCodes.done);
  assert.match(list.text(), /r1 +hold +in force +0 .* maria +words casino bonus/);
  assert.match(list.text(), /- +refuse +in force .* jo +host spam.example/);
  assert.equal(await runEnd("spam.example", {}, stores, maria(), output), exitCodes.done);
  assert.equal(await runEnd("r1", { why: "over" }, stores, maria(), output), exitCodes.done);
  assert.equal(await runEnd("r1", {}, stores, maria(), output), exitCodes.no);
  assert.equal(await runRulesList({}, stores, testMoment, fakeOutput()), exitCodes.no);
  const all = fakeOutput();
  await runRulesList({ all: true }, stores, testMoment, all);
  assert.match(all.text(), /r1 +hold +ended .*ended: over/);
});

test("tried on too little it waits a day, unless it is tried again on more", async () => {
  const [stores, output] = [store(), fakeOutput()];
  const { options, written, place } = asked({ link: "spam.example" }, undefined);
  await runAdd(written, options, stores, maria(), output, place);
  assert.match(output.text(), /fewer than 200 texts of wanted mail. In 24 hours/);
  const told = fakeOutput();
  assert.equal(await runConfirm("r1", {}, stores, maria(), told), exitCodes.no);
  assert.match(told.asides(), /24 hours more/);
  const again = asked({ link: "spam.example" }, log(210, 0));
  await runTryAgain("r1", again.options, stores, testMoment, output, again.place);
  assert.equal(await runConfirm("r1", {}, stores, maria(), told), exitCodes.done);
});

test("what rejects wants the letters at the end of its trial", async () => {
  const [stores, output] = [store(), fakeOutput()];
  const { options, written, place } = asked({ words: "casino bonus", do: "reject" }, log(210, 9));
  await runAdd(written, options, stores, maria(), output, place);
  const code = /--code ([a-z]{4})/.exec(output.text())?.[1] ?? "";
  const told = fakeOutput();
  assert.equal(await runConfirm("r1", {}, stores, maria(), told), exitCodes.no);
  assert.equal(await runConfirm("r1", { code }, stores, maria(), told), exitCodes.done);
});

test("what is kept here is tried too, and counts as what somebody ruled of it", async () => {
  const stores = store();
  for (const [number, ruling] of [
    [1, undefined],
    [2, "spam"],
  ] as const) {
    const body = new TextEncoder().encode(JSON.stringify(created(number, "Casino bonus!")));
    const sender = `https://a${number}.example/users/${number}` as ActorId;
    const kept = someKept(number, { body, sender, state: "held" });
    await stores.ledger.keep(kept);
    const { receipt } = kept.delivery;
    if (ruling) await stores.ledger.rule({ receipt, ruling, by: "maria", at: testMoment });
  }
  const output = fakeOutput();
  const { options, written, place } = asked({ fuzzy: "cassino bonus" }, undefined);
  await runTry(written, options, stores, testMoment, output, place);
  assert.match(output.text(), /kept, not ruled on +1 +1\nruled spam +1 +1\n/);
  assert.match(output.text(), /There is no wanted mail to try it on/);
});

test("a rule without a pattern, with two, or with one that can't be read is refused", async () => {
  assert.throws(() => writtenFrom({}, home, testMoment), /needs one of --words/);
  assert.throws(() => writtenFrom({ words: "a", link: "b" }, home, testMoment), /not several/);
  assert.throws(() => writtenFrom({ words: "abc", do: "burn" }, home, testMoment), /--do must be/);
  const { options, written, place } = asked({ expression: "(?<!x)y" }, undefined);
  const adding = runAdd(written, options, store(), maria(), fakeOutput(), place);
  await assert.rejects(
    adding,
    (error) => error instanceof Complaint && /look-around/.test(error.message),
  );
  const lost = runConfirm("r9", {}, store(), maria(), fakeOutput());
  await assert.rejects(lost, /there is no rule r9/);
});

test("a rule ends in thirty days, on a day, or not at all", () => {
  const end = (more: WrittenOptions) =>
    writtenFrom({ words: "abc", ...more }, home, testMoment).expiresAt;
  assert.equal(end({}), after(testMoment, 30 * day));
  assert.equal(end({ until: "2d" }), after(testMoment, 2 * day));
  assert.equal(end({ forever: true }), undefined);
});

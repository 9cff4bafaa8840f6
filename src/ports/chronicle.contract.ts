// What every chronicle promises, as stories.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { day, type EpochMs, hour, minute } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Host } from "../model/ids.ts";
import { senderOf, someDecision } from "./chronicle.fixture.ts";
import type { Chronicle, Decision, Happening, SenderSince } from "./chronicle.ts";
import { later } from "./kept.fixture.ts";

export interface OpenChronicle {
  readonly chronicle: Chronicle;
  readonly close: () => Promise<void>;
}

type Tell = (name: string, story: (chronicle: Chronicle) => Promise<void>) => void;

export function chronicleContract(adapter: string, open: () => Promise<OpenChronicle>): void {
  const tell: Tell = (name, story) => {
    void test(`${adapter}: ${name}`, async () => {
      const { chronicle, close } = await open();
      try {
        await story(chronicle);
      } finally {
        await close();
      }
    });
  };
  decisionStories(tell);
  senderStories(tell);
  partyStories(tell);
  lookingStories(tell);
  endingStories(tell);
}

const ever = { since: later(0), until: later(30 * day) };

function judged(decision: Decision, lookAt?: EpochMs): Happening {
  return { kind: "judged", decision, lookAt };
}

async function sinceOf(chronicle: Chronicle, number: number): Promise<SenderSince | undefined> {
  return (await chronicle.about(senderOf(number)))?.since;
}

function decisionStories(tell: Tell): void {
  tell("a decision comes back as it was written", async (chronicle) => {
    const plain = someDecision(1);
    const full = someDecision(2, {
      proven: false,
      done: "held",
      why: undefined,
      state: "held",
      stateAt: later(2 * hour),
      campaign: "c7" as CampaignId,
      last: { score: 13, evidence: [] },
      answer: 202,
    });
    await chronicle.write([judged(plain), judged(full)]);
    deepEqual(await chronicle.find(plain.receipt), plain);
    deepEqual(await chronicle.find(full.receipt), full);
    equal(await chronicle.find(someDecision(3).receipt), undefined);
    const asked = [full, someDecision(3), plain].map(({ receipt }) => receipt);
    const found = await chronicle.findAll(asked);
    deepEqual(new Set(found), new Set([plain, full]));
    deepEqual(await chronicle.findAll([]), []);
  });

  tell(
    "the first word on a receipt stands; what happens to it later is added",
    async (chronicle) => {
      const decision = someDecision(1, { done: "settling" });
      await chronicle.write([judged(decision), judged({ ...decision, score: 99 })]);
      const moved = { kind: "moved", receipt: decision.receipt, at: later(3 * hour) } as const;
      const last = { score: 7, evidence: decision.evidence };
      await chronicle.write([
        { ...moved, state: "settling", last },
        { ...moved, state: "delivered", last: undefined },
        { kind: "answered", receipt: decision.receipt, status: 202 },
        { ...moved, receipt: someDecision(2).receipt, state: "held", last },
      ]);
      const state = { state: "delivered", stateAt: later(3 * hour), answer: 202 } as const;
      deepEqual(await chronicle.find(decision.receipt), { ...decision, ...state, last });
      equal(await chronicle.find(someDecision(2).receipt), undefined);
    },
  );

  tell("what was to be kept back is read in order, a page at a time", async (chronicle) => {
    const sameTime = { at: later(2 * hour) };
    const all = [1, 2, 3, 4].map((number) => someDecision(number, number > 2 ? sameTime : {}));
    const accepted = someDecision(5, { action: "accept" });
    await chronicle.write([accepted, ...all].map((one) => judged(one)));
    const [first, second] = await chronicle.doubted(ever, 2);
    deepEqual([first?.decision, second?.decision], all.slice(0, 2));
    const rest = await chronicle.doubted(ever, 9, second?.decision);
    deepEqual(
      rest.map(({ decision }) => decision),
      all.slice(2),
    );
    const stretch = { since: later(hour), until: later(2 * hour) };
    equal((await chronicle.doubted(stretch, 9)).length, 1);
    const [fourth, fifth] = await chronicle.judged(ever, 2, all[2]);
    deepEqual([fourth?.decision, fifth?.decision], [all[3], accepted]);
    equal((await chronicle.judged(stretch, 9)).length, 1);
  });

  tell("totals count what was thought and done, and what passed unread", async (chronicle) => {
    await chronicle.write([
      judged(someDecision(1)),
      judged(someDecision(2, { action: "accept", done: "passed" })),
      judged(someDecision(3, { action: "accept", done: "passed" })),
      judged(someDecision(40, { action: "hold" })),
      { kind: "passed", hour: later(hour), reason: "asked for", count: 3 },
      { kind: "passed", hour: later(hour), reason: "asked for", count: 4 },
      { kind: "passed", hour: later(30 * hour), reason: "well known", count: 1 },
      { kind: "ended", actor: senderOf(3), how: "gone", at: later(4 * hour) },
    ]);
    const totals = await chronicle.totals({ since: later(0), until: later(day) });
    deepEqual(totals.judged, [
      { action: "accept", done: "passed", count: 2, ended: 1 },
      { action: "settle", done: "passed", count: 1, ended: 0 },
    ]);
    deepEqual(totals.passed, { "asked for": 7 });
    equal(totals.firstAt, later(hour));
  });
}

function senderStories(tell: Tell): void {
  tell("what became of a sender stands beside its decisions", async (chronicle) => {
    await chronicle.write([
      judged(someDecision(1)),
      judged(someDecision(9, { sender: senderOf(1) })),
      { kind: "returned", actor: senderOf(1) },
      { kind: "returned", actor: senderOf(1) },
      { kind: "welcomed", actor: senderOf(1) },
      { kind: "complained", actor: senderOf(1) },
      { kind: "ended", actor: senderOf(1), how: "suspended", at: later(12 * hour) },
      { kind: "ended", actor: senderOf(1), how: "gone", at: later(13 * hour) },
    ]);
    const since: SenderSince = {
      sender: senderOf(1),
      firstAt: later(hour),
      lastAt: later(9 * hour),
      end: { how: "suspended", at: later(12 * hour) },
      goodDays: 2,
      complaints: 1,
      welcomes: 1,
      lookedAt: undefined,
      lookAt: undefined,
    };
    deepEqual(await sinceOf(chronicle, 1), since);
    const found = await chronicle.doubted(ever, 9);
    deepEqual(
      found.map((one) => one.since),
      [since, since],
    );
  });

  tell("who only claims to be somebody says nothing of them", async (chronicle) => {
    await chronicle.write([judged(someDecision(1, { proven: false }))]);
    await chronicle.write([{ kind: "returned", actor: senderOf(1) }]);
    equal((await sinceOf(chronicle, 1))?.goodDays, 0);
    deepEqual(await chronicle.doubtedSenders(9), []);
  });

  tell("of an actor that never wrote here nothing is kept", async (chronicle) => {
    await chronicle.write([{ kind: "ended", actor: senderOf(7), how: "deleted", at: later(1) }]);
    equal(await chronicle.about(senderOf(7)), undefined);
  });

  tell("doubted senders are those who did not end, newest first", async (chronicle) => {
    await chronicle.write([
      judged(someDecision(1)),
      judged(someDecision(2)),
      judged(someDecision(3)),
      judged(someDecision(4, { action: "accept" })),
      { kind: "ended", actor: senderOf(2), how: "deleted", at: later(3 * hour) },
    ]);
    deepEqual(await chronicle.doubtedSenders(9), [senderOf(3), senderOf(1)]);
    deepEqual(await chronicle.doubtedSenders(1), [senderOf(3)]);
  });
}

function partyStories(tell: Tell): void {
  const whole = { since: later(0), until: later(99 * hour) };

  tell("hosts are counted by what was thought of their senders, the worst first", async (book) => {
    const elsewhere = { host: "other.example" as Host, action: "accept" } as const;
    await book.write([
      judged(someDecision(1, { action: "hold", done: "held" })),
      judged(someDecision(2)),
      judged(someDecision(3, { ...elsewhere, sender: senderOf(9) })),
      judged(someDecision(4, { ...elsewhere, sender: senderOf(9) })),
      { kind: "ended", actor: senderOf(1), how: "deleted", at: later(5 * hour) },
      { kind: "complained", actor: senderOf(2) },
    ]);
    const nothing = { ended: 0, complaints: 0, welcomes: 0 };
    const counts = { deliveries: 2, doubted: 2, kept: 1, senders: 2, lastAt: later(2 * hour) };
    const worst = { name: "remote.example", ...counts, ...nothing, ended: 1, complaints: 1 };
    const quiet = { deliveries: 2, doubted: 0, kept: 0, senders: 1, lastAt: later(4 * hour) };
    const other = { name: "other.example", ...quiet, ...nothing };
    deepEqual(await book.parties("host", whole, 9), [worst, other]);
    deepEqual(await book.parties("host", whole, 1), [worst]);
    deepEqual(await book.parties("host", whole, 9, "other"), [other]);
    deepEqual(await book.parties("host", { ...whole, since: later(3 * hour) }, 9), [other]);
    const senders = await book.parties("sender", whole, 9);
    deepEqual(
      senders.map(({ name, doubted, deliveries }) => [name, doubted, deliveries]),
      [
        [senderOf(1), 1, 1],
        [senderOf(2), 1, 1],
        [senderOf(9), 0, 2],
      ],
    );
  });

  tell("a host's last decisions come with what became of their senders", async (book) => {
    const other = { host: "other.example" as Host };
    await book.write([1, 2, 3].map((number) => judged(someDecision(number))));
    await book.write([judged(someDecision(4, other)), { kind: "welcomed", actor: senderOf(3) }]);
    const last = await book.ofHost("remote.example", 2);
    deepEqual(
      last.map(({ decision, since }) => [decision.receipt, since.welcomes]),
      [
        ["r3", 1],
        ["r2", 0],
      ],
    );
  });
}

function lookingStories(tell: Tell): void {
  const due = async (chronicle: Chronicle, ms: number): Promise<readonly string[]> =>
    (await chronicle.toLookUp(later(ms), 9)).map(({ sender }) => sender.slice(-1));

  tell("senders are looked up when it is time, the doubted first", async (chronicle) => {
    await chronicle.write([
      judged(someDecision(1, { action: "accept" }), later(day)),
      judged(someDecision(2), later(day + hour)),
      judged(someDecision(3), later(day + minute)),
      judged(someDecision(4)),
    ]);
    deepEqual(await due(chronicle, day - 1), []);
    deepEqual(await due(chronicle, day), ["1"]);
    deepEqual(await due(chronicle, 2 * day), ["3", "2", "1"]);
    equal((await chronicle.toLookUp(later(2 * day), 1)).length, 1);
  });

  tell("who was looked up waits for the next time, who ended is left alone", async (chronicle) => {
    await chronicle.write([
      judged(someDecision(1), later(day)),
      judged(someDecision(2), later(day)),
      judged(someDecision(3), later(day)),
      { kind: "looked", actor: senderOf(1), at: later(day), lookAt: later(3 * day) },
      { kind: "looked", actor: senderOf(2), at: later(day), lookAt: undefined },
      { kind: "ended", actor: senderOf(3), how: "deleted", at: later(day) },
      judged(someDecision(30, { sender: senderOf(3) }), later(2 * day)),
    ]);
    deepEqual(await due(chronicle, 2 * day), []);
    deepEqual(await due(chronicle, 3 * day), ["1"]);
    const putOff = { kind: "looked", actor: senderOf(2), at: undefined } as const;
    await chronicle.write([{ ...putOff, lookAt: later(2 * day) }]);
    deepEqual(await due(chronicle, 2 * day), ["2"]);
    equal((await sinceOf(chronicle, 2))?.lookedAt, later(day));
  });
}

function endingStories(tell: Tell): void {
  tell("a forgotten actor leaves nothing, and nobody else", async (chronicle) => {
    await chronicle.write([
      judged(someDecision(1)),
      judged(someDecision(5, { sender: senderOf(1) })),
      judged(someDecision(2)),
    ]);
    equal(await chronicle.forget(senderOf(1)), 2);
    equal(await chronicle.forget(senderOf(1)), 0);
    equal(await chronicle.about(senderOf(1)), undefined);
    equal((await chronicle.about(senderOf(2)))?.decisions.length, 1);
  });

  tell("what is older goes, decisions, counts and senders", async (chronicle) => {
    await chronicle.write([
      judged(someDecision(1)),
      judged(someDecision(2)),
      judged(someDecision(30, { sender: senderOf(2) })),
      { kind: "passed", hour: later(hour), reason: "asked for", count: 3 },
    ]);
    equal(await chronicle.expire(later(day)), 2);
    equal(await chronicle.about(senderOf(1)), undefined);
    equal((await chronicle.about(senderOf(2)))?.decisions.length, 1);
    deepEqual((await chronicle.totals(ever)).passed, {});
    equal(await chronicle.expire(later(day)), 0);
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { makeVirtualClock } from "../../adapters/replay/virtual-clock.ts";
import { after, day, type EpochMs, epochMs, hour, minute } from "../../base/units.ts";
import type { Subscription } from "../../model/subscription.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import { audited } from "../audit.ts";
import type { Digest } from "./letter.ts";
import { noteNotice, type Occasion } from "./notices.ts";
import { down, fakeNotifiers, subscription, taken } from "./notifiers.fixture.ts";
import { makeOutbox } from "./outbox.ts";
import { stateOf } from "./subscription-state.ts";
import { addSubscription, dropSubscription, subscriptionsIn } from "./subscriptions.ts";

/** A Thursday, at ten in the morning. */
const start = epochMs(Date.UTC(2026, 0, 8, 10));

interface Office {
  readonly records: ProcessOwnRecords;
  readonly sent: ReturnType<typeof fakeNotifiers>;
  readonly warned: string[];
  /** What the next digest says; a calm day unless set. */
  digest: Partial<Digest>;
  now(): EpochMs;
  subscribe(more?: Partial<Subscription>): Promise<string>;
  note(id: string, occasion?: Occasion): Promise<boolean>;
  /** Lets time go by, a round each minute, or each `step`. */
  pass(ms: number, step?: number): Promise<void>;
  /** The same over a new outbox, as after a restart. */
  restart(): void;
  titles(): string[];
}

const calm = { contacts: 0, settled: 0, held: 0, waiting: 0, waves: 0, singles: 0, expiring: 0 };
const ended = { flagged: 0, expired: 0 };

function office(records = new ProcessOwnRecords()): Office {
  const clock = makeVirtualClock(start);
  const sent = fakeNotifiers();
  const warned: string[] = [];
  const make = () =>
    makeOutbox({
      ...{ records, clock, desk: () => undefined, notifiers: () => sent.notifiers },
      digest: async (since, until) => ({
        ...{ ...calm, ...ended, since, until, expiringFrom: undefined, watching: false, open: [] },
        ...it.digest,
      }),
      warn: (_fields, sentence) => void warned.push(sentence),
    });
  let round = make();
  const it: Office = {
    ...{ records, sent, warned, digest: {} },
    now: () => clock.now(),
    async subscribe(more) {
      const hand = { by: "alice", at: clock.now(), through: "command" } as const;
      const added = await addSubscription(records, subscription(more), hand);
      return added.ok ? added.value.id : assert.fail(added.error);
    },
    note: (id, occasion = { kind: "tuning alarm" }) =>
      noteNotice(records, id, occasion, clock.now()),
    async pass(ms, step = minute) {
      for (const until = after(clock.now(), ms); clock.now() < until; ) {
        clock.set(after(clock.now(), step));
        await round();
      }
    },
    restart: () => {
      round = make();
    },
    titles: () => sent.taken.map(({ letter }) => letter.title.replace("Breakwater: ", "")),
  };
  return it;
}

const wave: Occasion = { kind: "wave", campaign: "c41", held: 5, domains: 3, recipients: 5 };

test("a notice is told once, to everybody who wants it, and never again", async () => {
  const house = office();
  await house.subscribe();
  await house.subscribe({ by: "bob", to: { channel: "ntfy", server: undefined, topic: "b" } });
  await house.subscribe({ by: "carol", what: ["appeal"] });
  assert.equal(await house.note("wave c41", wave), true);
  assert.equal(await house.note("wave c41", wave), false);
  await house.pass(2 * hour, 2 * minute);
  assert.equal(await house.note("wave c41", { ...wave, held: 50 }), false);
  house.restart();
  await house.pass(2 * hour, 2 * minute);
  assert.deepEqual(house.titles(), ["Wave c41: 5 held", "Wave c41: 5 held"]);
  assert.deepEqual(house.sent.taken.map(({ to }) => to.channel).sort(), ["email", "ntfy"]);
});

test("who subscribes is not told of what was before", async () => {
  const house = office();
  await house.note("old");
  await house.subscribe();
  await house.pass(hour);
  assert.deepEqual(house.titles(), []);
});

test("what comes within a minute goes in one letter", async () => {
  const house = office();
  await house.subscribe();
  for (let i = 0; i < 5; i++) await house.note(`alarm ${i}`);
  await house.pass(minute);
  assert.deepEqual(house.titles(), ["5 notices"]);
});

test("at most six letters an hour and person; then one with the rest", async () => {
  const house = office();
  await house.subscribe();
  await house.subscribe({ to: { channel: "ntfy", server: undefined, topic: "wall" } });
  for (let i = 0; i < 18; i++) {
    await house.note(`alarm ${i}`);
    await house.pass(minute);
  }
  // Two channels tell the same at the same moment: that is one letter to the person.
  const mails = () => house.sent.taken.filter(({ to }) => to.channel === "email");
  assert.equal(mails().length, 6);
  assert.equal(house.sent.taken.length, 12);
  await house.pass(40 * minute);
  assert.equal(mails().length, 6);
  await house.pass(5 * minute);
  assert.equal(mails().length, 7);
  assert.equal(mails().at(-1)?.letter.title, "Breakwater: 12 notices");
});

test("who starts waves without end does not silence an alarm", async () => {
  const house = office();
  await house.subscribe();
  for (let i = 0; i < 12; i++) {
    await house.note(`wave c${i}`, { ...wave, campaign: `c${i}` });
    await house.pass(minute);
  }
  assert.equal(house.titles().length, 5);
  await house.note("disk", { kind: "disk nearly full", freeBytes: 1, reserveBytes: 2 });
  await house.pass(minute);
  assert.equal(house.titles().length, 6);
  assert.match(JSON.stringify(house.sent.taken.at(-1)?.letter.notices), /disk nearly full/);
});

test("an alarm is heard at night, however many waves wait for the morning", async () => {
  const house = office();
  await house.subscribe({ quiet: { from: 0, until: 1439 }, urgent: ["alarm"] });
  for (let i = 0; i < 120; i++) await house.note(`wave c${i}`, { ...wave, campaign: `c${i}` });
  await house.pass(minute);
  assert.deepEqual(house.titles(), []);
  await house.note("disk", { kind: "disk nearly full", freeBytes: 1, reserveBytes: 2 });
  await house.pass(minute);
  assert.match(JSON.stringify(house.sent.taken.at(-1)?.letter.notices), /disk nearly full/);
});

test("of what can't wait by name the rest is counted", async () => {
  const house = office();
  await house.subscribe();
  for (let i = 0; i < 140; i++) await house.note(`alarm ${i}`);
  await house.pass(minute);
  const [{ letter } = assert.fail()] = house.sent.taken;
  assert.equal(letter.title, "Breakwater: 140 notices");
  assert.deepEqual([letter.lines.length, letter.lines.at(-1)], [13, "and 128 more"]);
});

test("quiet hours hold all but what is urgent, and then it goes in one letter", async () => {
  const house = office();
  const quiet = { from: 10 * 60, until: 12 * 60 };
  await house.subscribe({ quiet, urgent: ["alarm"] });
  await house.note("wave c41", wave);
  await house.note("wave c42", { ...wave, campaign: "c42" });
  await house.note("alarm");
  await house.pass(hour);
  assert.deepEqual(house.titles(), ["Tuning is out of force"]);
  assert.equal(house.sent.taken[0]?.letter.urgent, true);
  await house.pass(hour);
  assert.deepEqual(house.titles(), ["Tuning is out of force", "2 notices"]);
});

test("while a channel is down a letter is tried ever more rarely, and arrives once", async () => {
  const house = office();
  await house.subscribe();
  await house.note("wave c41", wave);
  house.sent.answer(down);
  await house.pass(day, 5 * minute);
  const tries = house.sent.tried.length;
  assert.ok(tries > 20 && tries < 32, `${tries}`);
  assert.equal(new Set(house.sent.tried).size, 1, "always under one id");
  assert.deepEqual(house.warned, ["a notice could not be sent"]);
  await house.note("alarm");
  house.restart();
  house.sent.answer(taken);
  await house.pass(2 * hour, 2 * minute);
  assert.deepEqual(house.titles(), ["Wave c41: 5 held", "Tuning is out of force"]);
});

test("what a long outage leaves is bounded, and the digest has it", async () => {
  const house = office();
  const id = await house.subscribe({ digestAt: [8 * 60] });
  house.sent.answer(down);
  for (let i = 0; i < 300; i++) {
    await house.note(`alarm ${i}`);
    await house.pass(10 * minute, 10 * minute);
  }
  const state = await stateOf(house.records, id);
  assert.ok((state?.waiting.length ?? 999) <= 100);
  house.sent.answer(taken);
  await house.pass(2 * day, 10 * minute);
  const told = house.sent.taken.reduce((sum, { letter }) => {
    const more = /^(?:- )?and (\d+) more$/.exec(letter.lines.at(-1) ?? "")?.[1] ?? "0";
    const lines = letter.lines.filter((line) => line.includes("First contacts score")).length;
    return sum + lines + Number(more);
  }, 0);
  assert.equal(told, 300);
  assert.ok(house.sent.taken.length < 6, `${house.sent.taken.length}`);
});

test("a digest goes at its time with what was not told at once, if there is any", async () => {
  const house = office();
  await house.subscribe({ what: ["wave"], digestAt: [8 * 60, 18 * 60] });
  await house.note("alarm");
  await house.pass(7 * hour + 59 * minute);
  assert.deepEqual(house.titles(), []);
  await house.pass(minute);
  assert.deepEqual(house.titles(), ["Digest, Thursday, January 8"]);
  assert.match(house.sent.taken[0]?.letter.lines.join("\n") ?? "", /First contacts score higher/);
  await house.pass(2 * day, 10 * minute);
  assert.equal(house.titles().length, 1, "nothing happened since");
  house.digest = { held: 3, waiting: 3, singles: 3 };
  await house.pass(day, 5 * minute);
  assert.equal(house.titles().length, 3);
});

test("a digest that was due while the gate was down goes when it is up again", async () => {
  const house = office();
  await house.subscribe({ digestAt: [11 * 60] });
  house.digest = { waiting: 1 };
  const clock = house.now();
  assert.equal(clock, start);
  const later = office(house.records);
  later.digest = { waiting: 1 };
  await later.pass(3 * hour);
  assert.equal(later.titles().length, 1);
});

test("a browser that took its subscription back is dropped, and that is written down", async () => {
  const house = office();
  const to = { channel: "push", endpoint: "https://p.example/1", p256dh: "A", auth: "B" } as const;
  await house.subscribe({ to });
  await house.note("alarm");
  house.sent.answer({ kind: "gone", because: "it answered 410" });
  await house.pass(2 * minute);
  assert.deepEqual(await subscriptionsIn(house.records), []);
  assert.equal(house.sent.tried.length, 1);
  const [line] = await audited(house.records, { limit: 1 });
  assert.deepEqual([line?.did, line?.by, line?.through], ["unsubscribed", "gate", "gate"]);
});

test("a crash on the way repeats the same letter, and no other", async () => {
  const records = new ProcessOwnRecords();
  const house = office(records);
  const id = await house.subscribe();
  await house.note("wave c41", wave);
  // The letter goes out, and what follows can't be written down any more.
  const put = records.putRecord.bind(records);
  let puts = 0;
  records.putRecord = (kind, record) => {
    puts += 1;
    if (puts === 2) return Promise.reject(new LedgerDown("the machine stops here"));
    return put(kind, record);
  };
  await assert.rejects(house.pass(minute), LedgerDown);
  records.putRecord = put;
  await house.note("alarm");
  house.restart();
  await house.pass(3 * minute);
  assert.deepEqual(house.titles(), [
    "Wave c41: 5 held",
    "Wave c41: 5 held",
    "Tuning is out of force",
  ]);
  const [first, again, other] = house.sent.tried;
  assert.equal(again, first);
  assert.notEqual(other, first);
  assert.equal((await stateOf(records, id))?.sending, undefined);
});

test("who is dropped hears nothing more, and leaves nothing behind", async () => {
  const house = office();
  const id = await house.subscribe();
  await house.note("one");
  await house.pass(minute);
  const hand = { by: "alice", at: house.now(), through: "desk" } as const;
  assert.equal(await dropSubscription(house.records, id, hand), true);
  assert.equal(await dropSubscription(house.records, id, hand), false);
  await house.note("two");
  await house.pass(hour);
  assert.equal(house.titles().length, 1);
  assert.equal(await stateOf(house.records, id), undefined);
});

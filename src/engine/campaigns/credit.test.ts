import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day, epochMs } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import { type Credited, creditAmong } from "./credit.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));

function sender(name: string, more: Partial<Credited> = {}): Credited {
  const actor = name as ActorId;
  const nothing = { regular: false, goodDays: 0, welcomers: [], endedAt: undefined };
  return { actor, firstSeenAt: t0, ...nothing, ...more };
}

test("k bought follows buy 2k accounts at most, however they are handed out", () => {
  const handed = fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(handed, (each) => {
      const senders = each.map((socks, turn) =>
        sender(`s${turn}`, { welcomers: socks.map((one) => `sock${one}` as ActorId) }),
      );
      const credit = creditAmong(senders);
      const bought = new Set(each.flat()).size;
      assert.ok(senders.filter((one) => credit.isKnown(one)).length <= 2 * bought);
    }),
  );
});

test("a person whom a friend welcomed is known beside a gang whose helper welcomed it too", () => {
  const [sock, friend] = ["sock" as ActorId, "friend" as ActorId];
  const gang = Array.from({ length: 9 }, (_, i) => sender(`s${i}`, { welcomers: [sock] }));
  const person = sender("person", { welcomers: [sock, friend] });
  const credit = creditAmong([...gang, person]);
  assert.equal(credit.isKnown(person), true);
  assert.equal(credit.spentOn(person), 1);
  assert.ok(gang.every((one) => !credit.isKnown(one)));
});

test("whoever has good days of its own spends nobody's word", () => {
  const welcomers = ["alice" as ActorId];
  const regulars = Array.from({ length: 5 }, (_, i) =>
    sender(`r${i}`, { regular: true, goodDays: 20, welcomers }),
  );
  const newcomer = sender("newcomer", { welcomers });
  assert.equal(creditAmong([...regulars, newcomer]).isKnown(newcomer), true);
});

test("three regulars of one week are a gang, two are friends, one in a month is neither", () => {
  const young = (name: string, days: number) =>
    sender(name, { regular: true, goodDays: 4, firstSeenAt: after(t0, days * day) });
  const known = (...days: number[]): readonly boolean[] => {
    const senders = days.map((one, turn) => young(`s${turn}`, one));
    const credit = creditAmong(senders);
    return senders.map((one) => credit.isKnown(one));
  };
  assert.deepEqual(known(0, 1), [true, true]);
  assert.deepEqual(known(0, 1, 2), [false, false, false]);
  assert.deepEqual(known(0, 1, 2, 20), [false, false, false, true]);
  assert.deepEqual(known(0, 5, 10), [true, true, true]);
});

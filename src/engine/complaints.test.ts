import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day, epochMs, hour } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import {
  type Complaint,
  complaintWeight,
  isMinded,
  type Reporter,
  type Reporters,
  untested,
  weightOf,
} from "./complaints.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5, 12));

function person(name: string): ActorId {
  return `https://home.example/users/${name}` as ActorId;
}

function complaint(name: string, days: number, about = 0): Complaint {
  return { by: person(name), at: after(t0, days * day), about };
}

const strangers: Reporters = { recordOf: () => untested, areFriends: () => false };

function friends(...circle: string[]): Reporters {
  const ids = new Set(circle.map(person));
  return { ...strangers, areFriends: (one, other) => ids.has(one) && ids.has(other) };
}

/** A moment later, so that nothing has faded much. */
function weigh(complaints: readonly Complaint[], reporters = strangers): number {
  const latest = Math.max(t0, ...complaints.map(({ at }) => at));
  return complaintWeight(complaints, epochMs(latest), reporters);
}

test("three people whom it bothered on three days count three times", () => {
  const weight = weigh([complaint("a", 0, 1), complaint("b", 1, 2), complaint("c", 2, 3)]);
  assert.ok(weight > 2.9 && weight <= 3, `${weight}`);
});

test("a brigade within a day counts once, however many join in", () => {
  const brigade = Array.from({ length: 30 }, (_, i) => complaint(`p${i}`, 0, i));
  assert.equal(weigh(brigade), 1);
});

test("who joins in over days without having been written to is one voice", () => {
  const crowd = Array.from({ length: 10 }, (_, i) => complaint(`p${i}`, i));
  assert.ok(weigh(crowd) <= 1);
});

test("a thread that ten people mind over days is one occasion", () => {
  const thread = Array.from({ length: 10 }, (_, i) => complaint(`p${i}`, i, 7));
  assert.ok(weigh(thread) <= 1);
});

test("friends who follow each other are one voice, whatever they say", () => {
  const circle = [complaint("a", 0, 1), complaint("b", 1, 2), complaint("c", 2, 3)];
  assert.ok(weigh(circle, friends("a", "b", "c")) <= 1);
  assert.ok(weigh(circle, friends("a", "b")) > 1.9);
});

test("who was wrong before counts less, who was right a little more", () => {
  const of = (record: Reporter) =>
    weigh([complaint("a", 0)], { ...strangers, recordOf: () => record });
  assert.equal(of(untested), 1);
  assert.ok(of({ right: 0, wrong: 6 }) <= 0.5);
  assert.ok(of({ right: 0, wrong: 60 }) < 0.1);
  assert.ok(of({ right: 20, wrong: 0 }) > 1.3);
  assert.ok(weightOf({ right: 1e6, wrong: 0 }) <= 1.5);
});

test("a reliable voice in a crowd is heard, once", () => {
  const recordOf = (one: ActorId) => ({ right: one === person("b") ? 20 : 0, wrong: 0 });
  const crowd = [complaint("a", 0, 1), complaint("b", 0, 2), complaint("c", 0, 3)];
  assert.equal(
    weigh(crowd, { ...strangers, recordOf }),
    Math.round(weightOf({ right: 20, wrong: 0 }) * 100) / 100,
  );
});

test("a complaint fades by half in sixty days", () => {
  const one = [complaint("a", 0)];
  assert.equal(complaintWeight(one, after(t0, 60 * day), strangers), 0.5);
  assert.ok(complaintWeight(one, after(t0, 400 * day), strangers) < 0.02);
  assert.equal(complaintWeight(one, after(t0, -hour), strangers), 1);
});

test("friends and good days make up for a complaint, not for many of their own", () => {
  const minded = (complaintWeight: number, welcomedBy: number, goodDays: number) =>
    isMinded({ complaintWeight, welcomedBy, goodDays });
  assert.equal(minded(1, 0, 3), true);
  assert.equal(minded(1, 1, 3), false);
  assert.equal(minded(1, 0, 10), false);
  assert.equal(minded(3, 0, 10), true);
  assert.equal(minded(0, 0, 0), false);
});

const complaintsOf = fc.uniqueArray(
  fc.record({
    name: fc.integer({ min: 0, max: 40 }),
    day: fc.integer({ min: 0, max: 12 }),
    about: fc.integer({ min: 0, max: 8 }),
  }),
  { selector: ({ name }) => name, maxLength: 20 },
);

/** Who are friends: those whose names leave the same rest. */
const circles = fc.integer({ min: 2, max: 50 });

function inCircles(count: number): Reporters {
  const numberOf = (one: ActorId) => Number(one.split("/p").at(-1)) % count;
  return { ...strangers, areFriends: (one, other) => numberOf(one) === numberOf(other) };
}

test("one complaint more never weighs less, and a brigade never more than one", () => {
  fc.assert(
    fc.property(complaintsOf, circles, (drawn, count) => {
      const all = drawn
        .map(({ name, day: on, about }) => complaint(`p${name}`, on, about))
        .sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1));
      const at = after(t0, 30 * day);
      const reporters = inCircles(count);
      let before = 0;
      for (let length = 1; length <= all.length; length++) {
        const weight = complaintWeight(all.slice(0, length), at, reporters);
        assert.ok(weight >= before);
        before = weight;
      }
      const days = new Set(all.map((one) => one.at)).size;
      const occasions = new Set(all.map((one) => one.about)).size;
      assert.ok(before <= Math.min(8, days, occasions, all.length));
    }),
  );
});

test("their order is no matter, and a better record never weighs less", () => {
  fc.assert(
    fc.property(complaintsOf, circles, fc.nat(20), fc.nat(20), (drawn, count, right, wrong) => {
      const all = drawn.map(({ name, day: on, about }) => complaint(`p${name}`, on, about));
      const at = after(t0, 13 * day);
      const known = (record: Reporter) => ({ ...inCircles(count), recordOf: () => record });
      const weight = complaintWeight(all, at, known({ right, wrong }));
      assert.equal(complaintWeight(all.toReversed(), at, known({ right, wrong })), weight);
      assert.ok(complaintWeight(all, at, known({ right: right + 1, wrong })) >= weight);
      assert.ok(complaintWeight(all, at, known({ right, wrong: wrong + 1 })) <= weight);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs, hour } from "../base/units.ts";
import type { Arrival } from "../model/arrival.ts";
import { observation } from "./observation.fixture.ts";
import { actor, host, note } from "./signals/stories.ts";
import {
  creditDay,
  earlierDaysAt,
  goodDaysAt,
  grownAllowance,
  hasStanding,
  isStranger,
  mayClickUnseen,
  noGoodDays,
  streams,
  unreadAllowance,
  writtenTo,
} from "./standing.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));

function daily(days: number) {
  const good = noGoodDays();
  for (let i = 0; i < days; i++) creditDay(good, after(t0, i * day));
  return good;
}

test("a day counts once, and one that is over not again", () => {
  const good = daily(2);
  creditDay(good, after(t0, day + 5 * hour));
  creditDay(good, t0);
  assert.equal(goodDaysAt(good, after(t0, day)), 2);
});

test("five days in a row are five", () => {
  assert.equal(goodDaysAt(daily(5), after(t0, 4 * day)), 5);
});

test("half is left after sixty days, nothing after a year", () => {
  assert.equal(goodDaysAt(daily(1), after(t0, 60 * day)), 1);
  assert.equal(goodDaysAt(daily(20), after(t0, 79 * day)), 9);
  assert.equal(goodDaysAt(daily(20), after(t0, 500 * day)), 0);
});

test("nobody can save up for ever", () => {
  assert.equal(goodDaysAt(daily(2000), after(t0, 1999 * day)), 87);
});

test("one welcome makes no stranger, and no regular on the day of its first words", () => {
  const met = actor({ welcomedBy: 1 });
  assert.equal(isStranger(met), false);
  assert.equal(hasStanding({ ...met, earlierDays: 0 }), false);
  assert.equal(hasStanding({ ...met, goodDays: 1, earlierDays: 0 }), false);
  assert.equal(hasStanding({ ...met, goodDays: 2, earlierDays: 1 }), true);
});

test("three good days make a regular, unless people mind or a ruling stands", () => {
  const regular = { ...actor({ goodDays: 3 }), earlierDays: 2 };
  assert.equal(hasStanding({ ...regular, goodDays: 2 }), false);
  assert.equal(hasStanding(regular), true);
  assert.equal(hasStanding({ ...regular, complaintWeight: 1 }), false);
  assert.equal(hasStanding({ ...regular, complaintWeight: 1, welcomedBy: 1 }), true);
  assert.equal(hasStanding({ ...regular, complaintWeight: 1, goodDays: 10 }), true);
  assert.equal(hasStanding({ ...regular, condemned: 1, welcomedBy: 5 }), false);
});

test("allowances grow with the logarithm of good days", () => {
  const unread = [2, 3, 10, 80].map((goodDays) =>
    unreadAllowance(actor({ goodDays }), host(), false),
  );
  assert.deepEqual(unread, [0, 5, 8, 14]);
  assert.equal(unreadAllowance(actor({ goodDays: 80, complaints: 1 }), host(), false), 0);
  assert.deepEqual(
    [0, 1, 3, 7].map((goodDays) => grownAllowance(4, goodDays)),
    [4, 8, 12, 16],
  );
});

test("a reply writes to two, whatever handles its thread brings", () => {
  assert.deepEqual([writtenTo(5, true), writtenTo(1, true), writtenTo(5, false)], [2, 1, 5]);
});

test("the day of the question is no earlier day", () => {
  const good = daily(3);
  assert.equal(earlierDaysAt(good, after(t0, 2 * day)), 2);
  assert.equal(earlierDaysAt(good, after(t0, 3 * day)), 3);
  assert.equal(earlierDaysAt(noGoodDays(), t0), 0);
});

test("posts that come here help to a record, and never make one", () => {
  const heard = (goodDays: number) => actor({ goodDays, streamedDays: 20 });
  assert.deepEqual(
    [0, 1, 2].map((goodDays) => unreadAllowance(heard(goodDays), host(), false)),
    [0, 2, 4],
  );
  assert.equal(unreadAllowance(actor({ goodDays: 1, streamedDays: 1 }), host(), false), 0);
});

test("who owns a host can send any posts: they help no one of it once it is busy", () => {
  const sleeper = actor({ goodDays: 1, streamedDays: 20 });
  assert.equal(unreadAllowance(sleeper, host({ unasked: 19 }), false), 2);
  assert.equal(unreadAllowance(sleeper, host({ unasked: 20 }), false), 0);
  assert.equal(unreadAllowance(sleeper, host({ unasked: 20, goodDays: 1 }), false), 2);
  assert.equal(unreadAllowance(sleeper, host({ actors: 40, condemned: 1 }), false), 0);
});

test("a stranger's clicks are looked at, those of somebody known are not", () => {
  assert.equal(mayClickUnseen(actor(), host()), false);
  for (const known of [{ goodDays: 1 }, { streamedDays: 1 }, { welcomedBy: 1 }]) {
    assert.equal(mayClickUnseen(actor(known), host()), true);
    assert.equal(mayClickUnseen(actor({ ...known, complaints: 1 }), host()), false);
    assert.equal(mayClickUnseen(actor({ ...known, unasked: 20 }), host()), false);
  }
});

test("a host's many accounts click unseen only as far as its good days go", () => {
  const liker = actor({ streamedDays: 3 });
  assert.equal(mayClickUnseen(liker, host({ unasked: 20 })), false);
  assert.equal(mayClickUnseen(liker, host({ unasked: 20, goodDays: 4 })), true);
  assert.equal(mayClickUnseen(liker, host({ unasked: 100, goodDays: 4 })), false);
});

const everybody = "https://www.w3.org/ns/activitystreams#Public";

/** A post that reaches nobody here, addressed so. */
function streamed(...to: readonly string[]) {
  const { arrival } = observation(note({ here: 0 }), {});
  const addressed = { to, cc: [], audience: [], total: to.length };
  return { ...arrival, activity: { ...arrival.activity, addressed } };
}

test("a post for everybody is streamed, one to somebody is not", () => {
  assert.equal(streams(streamed(everybody)), true);
  assert.equal(streams(streamed()), false);
  const { arrival } = observation(note({ here: 1 }), {});
  const { activity } = streamed(everybody);
  assert.equal(streams({ ...arrival, activity }), false);
});

test("what somebody else brings says nothing of its author's readers", () => {
  const brought = {
    ...{ kind: "proven", signature: "draft-cavage", signerHost: "relay.example" },
    ...{ signer: "https://relay.example/actor", signedAt: t0, expiresAt: undefined },
  } as unknown as Arrival["authenticity"];
  assert.equal(streams({ ...streamed(everybody), authenticity: brought }), false);
});

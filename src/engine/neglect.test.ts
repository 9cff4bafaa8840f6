import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day, type EpochMs, epochMs, hour } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import { type NeglectRung, neglectRungs } from "../model/neglect.ts";
import { noWindows } from "../model/observation.ts";
import type { PolicyDigest, Verdict } from "../model/verdict.ts";
import { neglectOf, type RuledSpam, rulingsOn, underNeglect } from "./neglect.ts";
import { host } from "./signals/stories.ts";

const noon = epochMs(Date.UTC(2026, 2, 20, 12));

interface Told {
  readonly spammers: number;
  /** On so many days, the last of them today. */
  readonly days: number;
  /** As many words as days, unless said. */
  readonly words?: number;
  readonly campaigns?: number;
  /** Its other people who wrote here first within thirty days. */
  readonly others?: number;
  readonly welcomed?: number;
  /** Of the spammers, those whom their host closed soon. */
  readonly tended?: number;
  readonly since?: number;
  readonly open?: boolean;
}

function rungOf(told: Told): NeglectRung | undefined {
  const {
    spammers,
    days,
    words = days,
    campaigns = told.spammers,
    others = 0,
    welcomed = 0,
    tended = 0,
    since = 0,
    open = false,
  } = told;
  const ruled = Array.from({ length: spammers }, (_, i): RuledSpam => {
    const sender = `https://drift.example/users/s${i}` as ActorId;
    const at = after(noon, -(i % days) * day);
    return { sender, at, campaign: `c${i % campaigns}`, ruling: `r${i % words}` };
  });
  const now = after(noon, since * day);
  const rulings = rulingsOn(ruled, now);
  if (rulings === undefined) return undefined;
  const newContacts = { ...noWindows, thirtyDays: spammers + others };
  const counts = { condemned: spammers, bad: spammers, tended };
  const home = host({ ...counts, newContacts, welcomed });
  return neglectOf(rulings, home, open, now)?.rung;
}

const stories: readonly (readonly [string, Told, NeglectRung | undefined])[] = [
  ["a wave of one evening is no neglect", { spammers: 40, days: 1 }, undefined],
  ["nor is one word on a case of six days", { spammers: 12, days: 6, words: 1 }, undefined],
  ["nor are many on one campaign", { spammers: 12, days: 6, campaigns: 1 }, undefined],
  ["two bad days have strangers wait", { spammers: 3, days: 2 }, "waits"],
  ["four bad days have them held", { spammers: 6, days: 4 }, "holds"],
  ["after a week of nothing else an admin is told", { spammers: 10, days: 7 }, "suggested"],
  ["half of them are others: held", { spammers: 7, days: 7, others: 7 }, "holds"],
  ["most of them are others: they wait", { spammers: 10, days: 7, others: 25 }, "waits"],
  ["a large host's own outweigh them", { spammers: 14, days: 7, others: 60 }, undefined],
  ["people welcomed here count as others", { spammers: 6, days: 4, welcomed: 7 }, "waits"],
  ["what its host closed counts half", { spammers: 10, days: 7, others: 3, tended: 10 }, "waits"],
  ["closing alone buys no more than that", { spammers: 10, days: 7, tended: 10 }, "holds"],
  ["where anybody may sign up three days do", { spammers: 6, days: 3, open: true }, "holds"],
  ["that alone is nothing", { spammers: 6, days: 1, open: true }, undefined],
  ["four days after the last they only wait", { spammers: 10, days: 7, since: 4 }, "waits"],
  ["a week after the last it is over", { spammers: 10, days: 7, since: 7 }, undefined],
];

for (const [title, told, rung] of stories) test(title, () => assert.equal(rungOf(told), rung));

test("one account that goes on for days is one day", () => {
  const sender = "https://drift.example/users/one" as ActorId;
  const ruled = Array.from({ length: 10 }, (_, i) => ({
    ...{ sender, at: after(noon, -i * day), campaign: `c${i}`, ruling: `r${i}` },
  }));
  const { spammers, days } = rulingsOn(ruled, noon) ?? assert.fail();
  assert.deepEqual([spammers, days], [1, 1]);
});

test("what is older than two weeks, or not here yet, is no ruling", () => {
  const sender = "https://drift.example/users/one" as ActorId;
  const at = (moment: EpochMs) => ({ sender, at: moment, campaign: "c", ruling: "r" });
  assert.equal(rulingsOn([at(after(noon, -14 * day)), at(after(noon, hour))], noon), undefined);
});

const told = fc.record({
  spammers: fc.integer({ min: 1, max: 30 }),
  days: fc.integer({ min: 1, max: 12 }),
  words: fc.integer({ min: 1, max: 12 }),
  others: fc.integer({ min: 0, max: 60 }),
  welcomed: fc.integer({ min: 0, max: 20 }),
  tended: fc.integer({ min: 0, max: 30 }),
  open: fc.boolean(),
  since: fc.integer({ min: 0, max: 9 }),
});

const height = (rung: NeglectRung | undefined): number =>
  rung === undefined ? -1 : neglectRungs.indexOf(rung);

test("more good people, friends or quiet days never lift a host higher", () => {
  fc.assert(
    fc.property(told, fc.constantFrom("others", "welcomed", "tended", "since"), (one, more) => {
      const calmer = { ...one, [more]: one[more as "others"] + 1 };
      assert.ok(height(rungOf(calmer)) <= height(rungOf(one)));
    }),
  );
});

const verdict: Verdict = {
  action: "accept",
  score: -10,
  probability: 0.1,
  path: "judged",
  evidence: [],
  policy: "0" as PolicyDigest,
  campaign: undefined,
};

test("a verdict says in plain words what speaks against a host, and no score is changed", () => {
  const neglect = {
    spammers: 7,
    others: 2,
    days: 5,
    words: 5,
    lastAt: noon,
    welcomed: 0,
    open: false,
  };
  const waits = underNeglect(verdict, "drift.example", { rung: "waits", ...neglect });
  assert.deepEqual([waits.action, waits.score], ["settle", -10]);
  const held = underNeglect(verdict, "drift.example", { rung: "holds", ...neglect });
  assert.equal(held.action, "hold");
  assert.equal(
    held.evidence[0]?.because,
    "nobody seems to look after drift.example: of 9 of its people who came here lately 7 were " +
      "ruled spam, on 5 days; its strangers wait for a ruling",
  );
});

// Many rules on one contact: whom each is about, and that together they say what each says alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, epochMs, hour } from "../../base/units.ts";
import type { Activity } from "../../model/activity.ts";
import {
  type AdminRule,
  patternKinds,
  type RuleId,
  type RulePattern,
} from "../../model/admin-rule.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { parseActivity } from "../../model/parse.ts";
import type { RuledContact } from "../../model/ruled-contact.ts";
import { compilePattern } from "./compile-rule.ts";
import { expressionTextMax } from "./expression.ts";
import { ruleSetOf } from "./rule-set.ts";
import { adminRule, type Said, sighted } from "./rules.fixture.ts";
import { sightOf } from "./sight.ts";

const noon = epochMs(Date.UTC(2026, 10, 28, 12));
const clock = { now: () => noon };
const alice = "https://home.example/users/alice" as ActorId;
const everybody = "https://www.w3.org/ns/activitystreams#Public";

function activityOf(type: string, to = everybody): Activity {
  const actor = "https://spam.example/users/eve";
  const object =
    type === "Create" ? { id: `${actor}/1`, type: "Note", attributedTo: actor, to } : alice;
  const body = JSON.stringify({ id: `${actor}/2`, type, actor, to, object });
  const parsed = parseActivity(new TextEncoder().encode(body));
  if (!parsed.ok) throw new Error(parsed.error.because);
  return parsed.value;
}

function contact(said: Said, { type = "Create", to = everybody } = {}): RuledContact {
  const notified = [{ actor: alice, via: "mention" }] as const;
  return {
    arrival: {
      activity: activityOf(type, to),
      audience: { notified, notifiedTotal: 1, elsewhere: 0 },
      delivery: {
        ...{ receipt: "one" as Receipt, at: noon, path: "/inbox", headers: [] },
        ...{ body: new Uint8Array(), client: "", scheme: "https" as const },
      },
    },
    met: undefined,
    seen: [sighted(said)],
  };
}

function metBy(rules: readonly AdminRule[], given: RuledContact): readonly string[] {
  return ruleSetOf(rules, clock)
    .hits(given)
    .map(({ rule, met }) => `${rule.id} ${met}`);
}

const words = { kind: "words", text: "casino bonus" } as const;
const all = { reach: "all" } as const;
const said = { text: "casino bonus" };

test("a rule is about the kinds of activity and the person that it names", () => {
  const boosts = adminRule(words, { ...all, acts: ["boost"] });
  assert.deepEqual(metBy([boosts], contact(said)), []);
  assert.deepEqual(metBy([boosts], contact(said, { type: "Announce" })), ["r1 casino bonus"]);
  const bob = "https://home.example/users/bob" as ActorId;
  assert.deepEqual(metBy([adminRule(words, { ...all, recipient: bob })], contact(said)), []);
  assert.equal(metBy([adminRule(words, { ...all, recipient: alice })], contact(said)).length, 1);
});

test("what ends or answers something, and reports, fall under no rule", () => {
  for (const type of ["Undo", "Delete", "Accept", "Reject", "Block", "Flag"])
    assert.deepEqual(metBy([adminRule(words, all)], contact(said, { type })), [], type);
});

test("what passes unread is met by rules on everything alone", () => {
  for (const reach of ["first", "unasked"] as const)
    assert.deepEqual(metBy([adminRule(words, { reach })], contact(said)), []);
  assert.equal(metBy([adminRule(words, all)], contact(said)).length, 1);
});

test("past its time a rule meets nothing, and what can't be read stops no other", () => {
  const over = adminRule(words, { ...all, expiresAt: noon });
  const soon = adminRule(words, { ...all, id: "r2" as RuleId, expiresAt: after(noon, hour) });
  const broken = adminRule({ kind: "expression", text: "(" }, { ...all, id: "r3" as RuleId });
  assert.deepEqual(metBy([broken, over, soon], contact(said)), ["r2 casino bonus"]);
});

test("of a post that is not for everybody no word is quoted", () => {
  const rules = [
    adminRule({ kind: "expression", text: "cas.no" }, all),
    adminRule({ kind: "fuzzy", text: "cassino" }, { ...all, id: "r2" as RuleId }),
  ];
  assert.deepEqual(metBy(rules, contact(said)), ["r1 casino", "r2 casino"]);
  assert.deepEqual(metBy(rules, contact(said, { to: alice })), ["r1 ", "r2 "]);
});

const some = fc.constantFrom(
  ...["casino bonus", "free", "crypto", "t.me/abcdefgh", "無料ギフト", "katie44", "o", "vv"],
);
const text = fc.array(some, { maxLength: 6 }).map((parts) => parts.join(" "));
const patterns: readonly RulePattern[] = patternKinds.flatMap((kind): RulePattern[] => {
  const texts = ["casino bonus", "free crypto", "cassino", "katie#", "無料ギフト", "spam.example"];
  return [...texts, "https://spam.example/users/eve", "(free|t\\.me).*crypto"]
    .map((one) => ({ kind, text: one }))
    .filter((pattern) => compilePattern(pattern).ok);
});

test("together rules say what each says alone", () => {
  const rules = patterns.map((one, at) => adminRule(one, { ...all, id: `r${at}` as RuleId }));
  const set = ruleSetOf(rules, clock);
  fc.assert(
    fc.property(text, text, (shown, name) => {
      const one = { text: shown, name };
      const together = set.hits(contact(one)).map(({ rule }) => rule.id);
      const alone = rules.filter(({ pattern }) => {
        const compiled = compilePattern(pattern);
        return compiled.ok && compiled.value.find(sightOf(sighted(one))) !== undefined;
      });
      assert.deepEqual([...together].sort(), alone.map(({ id }) => id).sort());
    }),
    { numRuns: 40 },
  );
});

// What made a backtracking matcher take seconds or longer; here each text has its full length.
for (const [pattern, unit] of [
  ["(a+)+$", "a"],
  ["(a|aa)+x", "a"],
  ["(x+x+)+y", "x"],
  [String.raw`^(\w+\s?)*$!`, "word "],
  ["(?:a?){30}a{30}b", "a"],
  ["(a|b)*a(a|b){20}c", "ab"],
] as const) {
  test(`${pattern} is done with a hostile text in no time`, () => {
    const hostile = `${unit.repeat(expressionTextMax)}!`;
    const set = ruleSetOf([adminRule({ kind: "expression", text: pattern }, all)], clock);
    const before = process.cpuUsage();
    set.hits(contact({ text: hostile }));
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 1_000_000, `${user + system} µs`);
  });
}

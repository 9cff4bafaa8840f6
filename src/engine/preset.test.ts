import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { presets } from "../model/preset.ts";
import type { Action, Evidence, PolicyDigest } from "../model/verdict.ts";
import { judge } from "./judge.ts";
import { observation } from "./observation.fixture.ts";
import { makePolicy, shippedSettings } from "./policy.ts";
import { countedUp, criteria } from "./preset.ts";
import { groups } from "./signals/signal.ts";
import { actor, bareProfile, host, link, note, together } from "./signals/stories.ts";

function spoke(group: string, strength = 1, symbol = group.toUpperCase()): Evidence {
  return { symbol, group, strength, decibans: group === "trust" ? -4 : 4, because: "" };
}

type Row = readonly [title: string, evidence: readonly Evidence[], action: Action];

const threeOfFive: readonly Row[] = [
  ["three hold", [spoke("acquaintance"), spoke("content"), spoke("repetition")], "hold"],
  ["two settle", [spoke("acquaintance"), spoke("content")], "settle"],
  ["one is nothing", [spoke("acquaintance")], "accept"],
  [
    "three signals of one story are one",
    [spoke("reach", 1, "A"), spoke("reach", 1, "B"), spoke("reach", 1, "C")],
    "accept",
  ],
  ["a hint is nothing", [spoke("reach", 0.4), spoke("content", 0.4), spoke("record")], "accept"],
  [
    "an empty profile and a private message are none",
    [spoke("acquaintance"), spoke("profile"), spoke("reach", 1, "STRANGER_DIRECT")],
    "accept",
  ],
  ["what speaks for somebody is none", [spoke("record"), spoke("trust")], "accept"],
];

for (const [title, evidence, action] of threeOfFive)
  test(title, () => assert.equal(countedUp(evidence, "three-of-five").action, action));

test("a verdict names the criteria in plain words, first of all", () => {
  const [first] = countedUp([spoke("acquaintance"), spoke("repetition")], "two-of-five").evidence;
  assert.equal(first?.symbol, "CRITERIA");
  assert.equal(
    first?.because,
    "2 of five criteria speak (preset: two-of-five): nobody knows it or its host here; others " +
      "sent the same",
  );
});

const severity: readonly Action[] = ["accept", "settle", "hold"];

test("more evidence is never milder, and asking for more never harsher", () => {
  const some = fc.array(fc.tuple(fc.constantFrom(...groups), fc.double({ min: 0, max: 1 })));
  fc.assert(
    fc.property(some, fc.constantFrom(...groups), (told, group) => {
      const evidence = told.map(([one, strength]) => spoke(one, strength));
      const levels = presets
        .filter((preset) => preset !== "score")
        .map((preset) => {
          const before = severity.indexOf(countedUp(evidence, preset).action);
          const more = [...evidence, spoke(group)];
          assert.ok(severity.indexOf(countedUp(more, preset).action) >= before);
          return before;
        });
      assert.deepEqual(
        levels,
        levels.toSorted((a, b) => b - a),
      );
    }),
  );
});

test("there are five criteria, and each is a group that can speak", () => {
  assert.equal(new Set(criteria.map(({ group }) => group)).size, 5);
});

test("with a preset the score is told and decides nothing", () => {
  const contact = note({ links: [link("https://shop.example/win")] });
  const told = {
    ...{ hintedRecipients: 0, otherBodies: 0, unsolicitedRecipients: 1, repeats: [] },
    ...{ actorHistory: actor(), hostHistory: host(), profile: bareProfile },
    campaign: together(6, 4, 6),
  };
  const settings = { ...shippedSettings, holdAt: 1000 };
  const by = (preset: "score" | "three-of-five") => {
    const policy = makePolicy({ ...settings, preset }, "seed", "0" as PolicyDigest);
    return judge(observation(contact, told), policy);
  };
  assert.equal(by("score").action, "accept");
  assert.equal(by("three-of-five").action, "hold");
  assert.equal(by("three-of-five").score, by("score").score);
});

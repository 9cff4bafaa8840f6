import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs } from "../../base/units.ts";
import { follow } from "../../lab/activities.ts";
import { dice } from "../../lab/dice.ts";
import { home, person } from "../../lab/traffic/home.ts";
import { actorOn, bare, someHost } from "../../lab/traffic/places.ts";
import { logOf, type Scene } from "../../lab/traffic/scribe.ts";
import { priceOfAttack } from "./siege-families.ts";

const start = epochMs(Date.parse("2026-03-02T00:00:00.000Z"));

function followBy(name: string, host: string, ageDays: number, truth: "spam" | "ham"): Scene {
  const profile = bare(after(start, -ageDays * day));
  const software = "mastodon";
  const from = actorOn(someHost(dice(host), host, { software }), name, profile);
  const activity = follow(from, `${from.id}#follows/1`, person(home, "ada").id);
  const nature =
    truth === "spam" ? ({ truth, attack: "T07" } as const) : ({ truth, class: "H03" } as const);
  return { kind: "sending", at: start, from, activity, reaches: ["ada"], nature };
}

test("an attack costs its accounts, the first on each host more, and the days they slept", () => {
  const scenes = [
    followBy("one", "a.example", 0, "spam"),
    followBy("two", "a.example", 0, "spam"),
    followBy("three", "b.example", 4, "spam"),
    followBy("somebody", "c.example", 900, "ham"),
  ];
  assert.equal(priceOfAttack(logOf(home, start, scenes)), 3 + 1 + 3 + 4);
});

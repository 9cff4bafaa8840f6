// What is coordinated without a word in common, beside crowds that only look so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../base/units.ts";
import type { Sending } from "../traffic/scribe.ts";
import { boostRing, editSwap, followWave, profileSpam, type Size } from "./attacks.ts";
import {
  bridged,
  classroom,
  closingServer,
  exodus,
  followSpree,
  moveBurst,
  secondThoughts,
  viral,
} from "./crowds.ts";
import { type Outcome, outcomesOf } from "./outcome.ts";

const at = epochMs(Date.parse("2026-03-02T08:00:00.000Z"));

async function outcomeOf(sendings: readonly Sending[]): Promise<Outcome> {
  const [outcome] = (await outcomesOf(at, sendings)).of.values();
  assert.ok(outcome);
  return outcome;
}

function of(accounts: number): Size {
  return { seed: "coordination", at, accounts };
}

/** Of four seeds the worst let in 14, 40 and 39 %. */
const attacks: readonly [title: string, sendings: readonly Sending[], most: number][] = [
  [
    "one picture and one offer on one large host",
    followWave(of(100), "picture and bio", ["big.example"]),
    0.15,
  ],
  ["sixteen variants of a bio on two hosts", followWave(of(150), "bio"), 0.45],
  ["a follow or a like each, from sixty hosts", profileSpam(of(150)), 0.45],
];

for (const [title, sendings, most] of attacks) {
  test(`${title}: at most ${100 * most} % reach anybody`, async () => {
    const { reached, notifications } = await outcomeOf(sendings);
    assert.ok(reached / notifications <= most, `${reached} of ${notifications}`);
  });
}

// What they show is each their own, and whom they boost says nothing. Whoever sees them bounds it.
test("full profiles of their own that boost the same posts are known to get in", async () => {
  assert.equal((await outcomeOf(boostRing(of(60)))).held, 0);
});

const crowds: readonly [title: string, sendings: readonly Sending[]][] = [
  ["newcomers who follow one starter pack", followSpree(of(20))],
  ["an exodus to one host with one picture for all", exodus(of(60))],
  ["followers of somebody who moved here", moveBurst(of(200))],
  ["people of a server that closes", closingServer(of(50))],
  ["people behind a bridge that writes below their words", bridged(of(80))],
  ["strangers who like what goes round", viral(of(100))],
  ["people who look again at what they wrote", secondThoughts(of(60))],
  ["a class with one sentence and one link in its bios", classroom(of(25))],
];

for (const [title, sendings] of crowds) {
  test(`${title}: nobody is held`, async () => {
    assert.equal((await outcomeOf(sendings)).held, 0);
  });
}

test("what is swapped for a payload that others swapped in is held", async () => {
  const { of: outcomes } = await outcomesOf(at, editSwap(of(60)));
  const swapped = outcomes.get("T35 swapped");
  assert.ok(swapped !== undefined && swapped.reached <= 3, JSON.stringify(swapped));
});

test("a swap is held by itself where nobody else swaps in the same", async () => {
  const { of: outcomes } = await outcomesOf(at, editSwap(of(40), "own"));
  const swapped = outcomes.get("T35 swapped");
  assert.ok(swapped !== undefined && swapped.reached <= 6, JSON.stringify(swapped));
});

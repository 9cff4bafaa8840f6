import assert from "node:assert/strict";
import { test } from "node:test";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { after, minute } from "../../base/units.ts";
import { makeChallenges } from "./challenges.ts";
import { noon } from "./desk.fixture.ts";

function packed(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64");
}

test("a solution counts once, in time, for the challenge that was given", async () => {
  const challenges = makeChallenges([1, 5]);
  const challenge = await challenges.issue(noon);
  const solution = await solveChallenge({ challenge, deriveKey });
  assert.ok(solution);
  const { counter, derivedKey } = solution;
  const proof = packed({ challenge, solution: { counter, derivedKey } });
  const forged = structuredClone(challenge);
  forged.parameters.data = { until: after(noon, 1000 * minute) };
  assert.equal(await challenges.isSolved(packed({ challenge: forged, solution }), noon), false);
  const guessed = { counter, derivedKey: "0".repeat(64) };
  assert.equal(await challenges.isSolved(packed({ challenge, solution: guessed }), noon), false);
  assert.equal(await challenges.isSolved(proof, after(noon, 21 * minute)), false, "too late");
  assert.equal(await makeChallenges([1, 5]).isSolved(proof, noon), false, "another desk's");
  const both = await Promise.all([proof, proof].map((one) => challenges.isSolved(one, noon)));
  assert.equal(both.filter(Boolean).length, 1);
  assert.equal(await challenges.isSolved(proof, noon), false, "again");
});

test("nonsense is no solution", async () => {
  const challenges = makeChallenges([1, 5]);
  const { parameters } = await challenges.issue(noon);
  const cheap = { parameters: { ...parameters, cost: 1 }, signature: "0".repeat(64) };
  for (const proof of ["", "!", packed(7), packed({}), packed({ challenge: cheap })])
    assert.equal(await challenges.isSolved(proof, noon), false);
});

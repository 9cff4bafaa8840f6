import assert from "node:assert/strict";
import { test } from "node:test";
import { minute, second } from "../../base/units.ts";
import type { Evidence, Verdict } from "../../model/verdict.ts";
import { doubt, later, someKept } from "../../ports/kept.fixture.ts";
import { firstDeadline, passedAtDeadline } from "./deadline.ts";

const suspicious: Verdict = { ...doubt, action: "hold", score: 14, probability: 0.96 };
const held = someKept(1, { state: "held", verdict: suspicious });

function saying(symbol: string, group: string, decibans: number): Evidence {
  return { symbol, group, strength: 1, decibans, because: "so" };
}

test("a deadline leaves half a minute for the replay, and never lies in the past", () => {
  assert.equal(firstDeadline(later(0), later(5 * minute)), later(5 * minute - 30 * second));
  assert.equal(firstDeadline(later(0), later(10 * second)), later(0));
});

test("suspicious is not enough to keep a direct post for ever", () => {
  const appearance = [saying("STRANGER_DIRECT", "reach", 3)];
  const passed = passedAtDeadline(held, { ...suspicious, evidence: appearance }, later(0));
  assert.equal(passed?.action, "flag");
  assert.equal(passed?.score, suspicious.score);
});

test("ninety-nine in a hundred is", () => {
  assert.equal(passedAtDeadline(held, { ...suspicious, probability: 0.99 }, later(0)), undefined);
});

test("so is that others sent the same, or that a moderator knows the sender", () => {
  const wave = { ...suspicious, evidence: [saying("WAVE", "repetition", 6)] };
  assert.equal(passedAtDeadline(held, wave, later(0)), undefined);
  const known = { ...suspicious, evidence: [saying("CONDEMNED_BEFORE", "record", 12)] };
  assert.equal(passedAtDeadline(held, known, later(0)), undefined);
});

test("what failed our own check, or came with a stale date, is no key to the door", () => {
  for (const symbol of ["UNJUDGED", "SHORT_LIVED", "EDIT_SWAP"]) {
    const verdict = { ...suspicious, evidence: [saying(symbol, "rule", 0)] };
    const kept = someKept(1, { state: "held", verdict });
    assert.equal(passedAtDeadline(kept, suspicious, later(0)), undefined);
  }
});

test("what the home server would not take any more is not sent", () => {
  assert.equal(passedAtDeadline(held, suspicious, held.replayUntil), undefined);
});

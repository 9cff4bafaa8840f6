import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { senderOf } from "../ports/chronicle.fixture.ts";
import type { Decision, Happening } from "../ports/chronicle.ts";
import { later } from "../ports/kept.fixture.ts";
import { scorePicture } from "./score-picture.ts";
import { ruler, scored, today } from "./tune.fixture.ts";

const stretch = { since: later(0), until: today };

async function pictureOf(happenings: readonly Happening[]) {
  const chronicle = new ProcessChronicle();
  await chronicle.write(happenings);
  return scorePicture({ chronicle, ledger: new ProcessLedger() }, ruler, stretch);
}

const said = (number: number, probability: number, more: Partial<Decision> = {}): Happening =>
  scored(number, 0, later(number), { probability, ...more });

const gone = (number: number): Happening => {
  return { kind: "ended", actor: senderOf(number), how: "deleted", at: later(number + 1) };
};

test("scores are counted by what became of their senders, with the thresholds beside", async () => {
  const picture = await pictureOf([
    scored(1, -9, later(1)),
    scored(2, -8, later(2)),
    { kind: "welcomed", actor: senderOf(2) },
    scored(3, 4.4, later(3)),
    gone(3),
  ]);
  assert.equal(picture.contacts, 3);
  assert.deepEqual(picture.scores, [
    { at: -8, ham: 1, spam: 0, unknown: 1 },
    { at: -4, ham: 0, spam: 0, unknown: 0 },
    { at: 0, ham: 0, spam: 0, unknown: 0 },
    { at: 4, ham: 0, spam: 1, unknown: 0 },
  ]);
  assert.equal(picture.holdAt, ruler.holdAt);
  assert.equal(picture.settleAt, ruler.holdAt - ruler.settleBand);
});

test("what was said is held against what was found, within an interval", async () => {
  const ten = Array.from({ length: 10 }, (_, number) => said(number + 1, 0.9));
  const { reliability } = await pictureOf([
    ...ten,
    ...[1, 2, 3, 4, 5, 6, 7, 8].map(gone),
    said(20, 0.02),
    said(21, 0.04),
  ]);
  assert.equal(reliability.length, 2);
  const [low, high] = reliability;
  assert.deepEqual([low?.contacts, low?.spam, low?.found], [2, 0, 0]);
  assert.ok(Math.abs((low?.said ?? 0) - 0.03) < 1e-9);
  assert.deepEqual([high?.contacts, high?.spam, high?.found], [10, 8, 0.8]);
  assert.ok((high?.low ?? 1) < 0.8 && (high?.high ?? 0) > 0.8);
});

test("of what is kept and unruled nobody says what it was", async () => {
  const kept = { action: "hold", done: "held", state: "held" } as const;
  const { reliability, scores } = await pictureOf([said(1, 0.97, kept)]);
  assert.deepEqual(reliability, []);
  assert.deepEqual(scores, [{ at: 0, ham: 0, spam: 0, unknown: 1 }]);
});

test("where nothing was judged there is nothing to draw", async () => {
  const picture = await pictureOf([]);
  assert.deepEqual([picture.scores, picture.reliability], [[], []]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Evidence } from "../../model/verdict.ts";
import { standingOut } from "./standing-out.ts";

type Said = readonly [symbol: string, group: string, decibans: number];

function judged(...said: readonly Said[]) {
  return {
    evidence: said.map(([symbol, group, decibans]): Evidence => {
      return { symbol, group, decibans, strength: 1, because: "" };
    }),
  };
}

const alike = (copies: number) =>
  judged(["STRANGER", "acquaintance", 9], ["CAMPAIGN", "repetition", copies]);
const welcomed = judged(["STRANGER", "acquaintance", 9], ["WELCOMED", "trust", -10]);

test("the first copies of a wave are no milder than the last: their fellows make the rest", () => {
  const all = [0, 2, 6, 12, 14].map(alike);
  assert.deepEqual(
    standingOut(all),
    all.map(() => undefined),
  );
});

test("what is by itself far less like spam than the others stands out", () => {
  const mild = judged(["CAMPAIGN", "repetition", 14]);
  assert.deepEqual(
    standingOut([alike(9), mild, alike(9), alike(9), alike(9)]).indexOf("milder"),
    1,
  );
  assert.equal(
    standingOut([alike(9), mild, alike(9)])[1],
    undefined,
    "of three there is no middle",
  );
});

test("a word for one sender stands out where few have it, not where the wave bought it", () => {
  assert.deepEqual(standingOut([alike(3), welcomed, alike(3)]), [
    ...[undefined, "spoken for", undefined],
  ]);
  assert.deepEqual(standingOut([welcomed, welcomed, alike(3)]), [undefined, undefined, undefined]);
  const murmur = judged(["HINTED_TIE", "trust", -1]);
  assert.deepEqual(standingOut([alike(3), murmur, alike(3)])[1], undefined);
});

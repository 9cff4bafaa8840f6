import assert from "node:assert/strict";
import { test } from "node:test";
import { drawnShare, type FirstContact, groupOf, hamIn, isDrawn } from "./ham.ts";

let groups = 0;

function contact(word: FirstContact["word"], score: number, more: Partial<FirstContact> = {}) {
  groups += 1;
  return { word, score, drawn: false, group: groups, ...more };
}

const [holdAt, shipped] = [12, 12];

test("silence counts as ham below the threshold, and as nothing above it", () => {
  const ham = hamIn(
    [contact("silent", 3), contact("silent", 12), contact("spam", 3)],
    holdAt,
    shipped,
  );
  assert.deepEqual(ham, [{ score: 3, weight: 1 }]);
});

test("silence above it keeps a threshold from going down, as much as scores lead to expect", () => {
  const below = (count: number, score: number) =>
    Array.from({ length: count }, () => contact("silent", score));
  const thinning = [...below(39, 7), ...below(9, 10)];
  const tailWith = (above: number) =>
    hamIn([...thinning, ...below(above, 14)], holdAt, shipped).slice(48);
  assert.deepEqual(tailWith(0), []);
  assert.deepEqual(tailWith(1), [{ score: 11.95, weight: 1 }]);
  assert.deepEqual(tailWith(5), [{ score: 11.95, weight: 3 }]);
});

test("what somebody ruled ham counts wherever it stands", () => {
  assert.deepEqual(hamIn([contact("ham", 20)], holdAt, shipped), [{ score: 20, weight: 1 }]);
});

test("of one campaign the highest counts, and a ruling before silence", () => {
  const greeting = [contact("silent", 3, { group: 1e9 }), contact("silent", 8, { group: 1e9 })];
  assert.deepEqual(hamIn(greeting, holdAt, shipped), [{ score: 8, weight: 1 }]);
  const ruled = [...greeting, contact("spam", 2, { group: 1e9 })];
  assert.deepEqual(hamIn(ruled, holdAt, shipped), []);
});

test("what was drawn stands for what nobody looked at, and for itself where all was", () => {
  const drawn = contact("ham", 14, { drawn: true });
  const unruled = Array.from({ length: 30 }, () => contact("unruled", 20));
  const others = [contact("spam", 15, { drawn: true }), contact("ham", 13)];
  assert.deepEqual(hamIn([drawn, ...others, ...unruled], holdAt, shipped), [
    { score: 14, weight: 16 },
    { score: 13, weight: 1 },
  ]);
  assert.deepEqual(hamIn([drawn, ...others], holdAt, shipped), [
    { score: 14, weight: 1 },
    { score: 13, weight: 1 },
  ]);
  const flood = Array.from({ length: 900 }, () => contact("unruled", 20));
  assert.equal(hamIn([drawn, ...flood], holdAt, shipped)[0]?.weight, 1 / drawnShare);
});

test("a threshold below the shipped one that nobody rules by counts against itself", () => {
  const held = Array.from({ length: 8 }, () => contact("unruled", 11));
  assert.deepEqual(
    hamIn(held, 10, shipped).map(({ weight }) => weight),
    Array(8).fill(0.5),
  );
  const looked = [contact("spam", 11), contact("spam", 10.5), contact("spam", 11.5)];
  assert.deepEqual(hamIn([...held, ...looked], 10, shipped)[0], { score: 11, weight: 1 / 5 });
  assert.deepEqual(hamIn([contact("unruled", 12)], 10, shipped), []);
});

test("the lot falls on two of a hundred, elsewhere on others", () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `c${index}`);
  const here = keys.filter((key) => isDrawn("here", key));
  const share = here.length / keys.length;
  assert.ok(share > 0.017 && share < 0.023, `${share}`);
  assert.ok(here.filter((key) => isDrawn("there", key)).length < here.length / 5);
  assert.notEqual(groupOf("here", "c1"), groupOf("there", "c1"));
});

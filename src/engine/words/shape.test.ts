import assert from "node:assert/strict";
import { test } from "node:test";
import { shapeOf } from "./shape.ts";

const table: readonly (readonly [text: string, shape: readonly number[]])[] = [
  ["", [0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ["see you at 9 tomorrow?", [0, 1, 0, 0, 0, 1, 0, 0, 0]],
  ["WIN £500!!! Call 0800 555 0199", [1, 3, 1, 0, 2, 0, 0, 0, 1]],
  ["+1 (555) 010-0199 or 12 345", [1, 3, 0, 0, 0, 0, 0, 1, 0]],
  ["50 % off, 5€ each 🎉🎉", [0, 2, 1, 1, 0, 0, 2, 0, 0]],
  ["look: https://a.example/9999999/$$$?A=B", [0, 0, 0, 0, 0, 0, 0, 0, 0]],
];

for (const [text, shape] of table) {
  test(`the shape of ${JSON.stringify(text)}`, () => assert.deepEqual(shapeOf(text), shape));
}

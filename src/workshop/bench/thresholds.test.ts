import assert from "node:assert/strict";
import { test } from "node:test";
import { benchThresholds } from "./thresholds.ts";

test("promise and reality stand side by side, with and without hidden spam", async () => {
  const rows = await benchThresholds({ smoke: true, corpus: undefined });
  const names = rows.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, median, min, max } of rows)
    assert.ok(min <= median && median <= max && Number.isFinite(max), name);
});

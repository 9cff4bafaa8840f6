import assert from "node:assert/strict";
import { test } from "node:test";
import { benchDecision } from "./decision.ts";

test("the decision bench runs on the project's own posts, beside a verification", async () => {
  const rows = await benchDecision({ smoke: true, corpus: undefined });
  assert.equal(rows[0]?.ratio, undefined);
  for (const row of rows.slice(1)) assert.ok(row.median > 0 && row.ratio !== undefined, row.name);
});

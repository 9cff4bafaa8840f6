import assert from "node:assert/strict";
import { test } from "node:test";
import { benchRules } from "./rules.ts";

test("the rules bench runs on ordinary posts, beside a verification", async () => {
  const rows = await benchRules({ smoke: true, corpus: undefined });
  assert.equal(rows[0]?.ratio, undefined);
  for (const row of rows.slice(1)) assert.ok(row.ratio !== undefined, row.name);
});

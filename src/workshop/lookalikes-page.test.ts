import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lookAlikes } from "../lab/lookalikes/list.ts";
import { misfires } from "../lab/lookalikes/misfires.ts";

test("docs/lookalikes.md tells of every class, and of every reason why one is held", () => {
  const page = readFileSync(new URL("../../docs/lookalikes.md", import.meta.url), "utf8");
  const told = [...page.matchAll(/^\| (H\d\d)/gm)].map(([, code]) => code);
  assert.deepEqual(
    told,
    lookAlikes.map(({ code }) => code),
    "npm run lookalikes",
  );
  for (const [code, { because }] of Object.entries(misfires))
    assert.ok(page.includes(`- **${code}**`) && page.includes(because), `${code}: run it again`);
});

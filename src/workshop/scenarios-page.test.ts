import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("docs/scenarios.md tells of every scenario, and of no other", () => {
  const page = readFileSync(`${root}docs/scenarios.md`, "utf8");
  const told = [...page.matchAll(/^\| ([^|]+?) \|.*\d+ of \d+ \|$/gm)].map(([, name]) => name);
  const sources = globSync("src/lab/scenarios/*.test.ts", { cwd: root });
  const written = sources.flatMap((path) =>
    [...readFileSync(root + path, "utf8").matchAll(/^\w+\(\s*"([^"]+)"/gm)].map(([, name]) => name),
  );
  assert.deepEqual(new Set(told), new Set(written), "npm run scenarios");
  assert.equal(told.length, written.length, "each once");
});

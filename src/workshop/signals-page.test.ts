import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { signals } from "../engine/signals/index.ts";
import { signalsPage } from "./signals-page.ts";

test("docs/signals.md is current", () => {
  const page = readFileSync(new URL("../../docs/signals.md", import.meta.url), "utf8");
  assert.equal(page, signalsPage(), "run: bin/node src/workshop/signals-page.ts");
});

test("every source that a weight names is explained on the page", () => {
  const page = signalsPage();
  const explained = page.slice(page.indexOf("## What the keys"));
  const named = signals.flatMap((one) => one.weightBecause.match(/\bS\d+[a-z]?\b/g) ?? []);
  assert.ok(named.length > 0);
  for (const key of named) assert.match(explained, new RegExp(`\\b${key}:`));
});

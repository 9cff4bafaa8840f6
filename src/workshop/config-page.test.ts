import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { configPage } from "./config-page.ts";

test("docs/config.md is current", () => {
  const page = readFileSync(new URL("../../docs/config.md", import.meta.url), "utf8");
  assert.equal(page, configPage(), "run: bin/node src/workshop/config-page.ts");
});

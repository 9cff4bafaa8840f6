import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { attackerPage } from "./attacker-page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("docs/attacker.md is what the attacker's tables say", () => {
  assert.equal(readFileSync(`${root}docs/attacker.md`, "utf8"), attackerPage());
});

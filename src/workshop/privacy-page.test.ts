import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openDatabase } from "../adapters/sqlite/database.ts";
import { privacyPage, retention } from "./privacy-page.ts";

test("docs/operators/privacy.md is current", () => {
  const page = readFileSync(new URL("../../docs/operators/privacy.md", import.meta.url), "utf8");
  assert.equal(page, privacyPage(), "run: bin/node src/workshop/privacy-page.ts");
});

test("every table of the store has its row, and every row's table is there", () => {
  const { sqlite } = openDatabase(":memory:", { busyTimeoutMs: 0, fileBytesMax: undefined });
  const rows = sqlite.prepare("select name from sqlite_schema where type = 'table'").all();
  sqlite.close();
  const names = rows.map(({ name }) => String(name));
  const tables = names.filter((name) => !name.startsWith("sqlite_")).sort();
  const named = retention.flatMap(({ where }) => where.match(/(?<=`)\w+(?=`)/g) ?? []);
  assert.deepEqual([...new Set(named)].sort(), tables);
});

test("the durations on the page are those of the code", () => {
  const page = privacyPage();
  for (const words of ["14 days", "30 days (`expire_after`)", "100,000", "5 seconds", "60 days"])
    assert.ok(page.includes(words), words);
});

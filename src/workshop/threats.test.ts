// docs/threats.md is written by hand: whoever meets a number anywhere finds it there.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Not `T00:00`, which is an hour. */
const number = /\b(?:T|CM|H|D)\d{1,2}\b(?!:\d)/g;

function numbersIn(pattern: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of globSync(pattern, { cwd: root })) {
    const text = readFileSync(`${root}${path}`, "utf8");
    // Bytes spelled as letters name nothing.
    if (text.includes("format: one long string")) continue;
    for (const [one] of text.matchAll(number)) found.add(one);
  }
  return found;
}

/** Rows of its tables: the number first, then what it is. */
function explainedIn(page: string): ReadonlySet<string> {
  const rows = readFileSync(`${root}docs/${page}`, "utf8").matchAll(/^\| ([A-Z]+\d+)[ ★]*\| \w/gm);
  return new Set(Array.from(rows, ([, one = ""]) => one));
}

test("every number of an attack, a countermove, a host or wanted mail is explained", () => {
  const explained = new Set([...explainedIn("threats.md"), ...explainedIn("lookalikes.md")]);
  const used = new Set([...numbersIn("src/**/*.ts"), ...numbersIn("docs/**/*.md")]);
  assert.ok(used.size > 50);
  assert.deepEqual([...used].filter((one) => !explained.has(one)).sort(), []);
});

test("nothing is explained that is named nowhere else", () => {
  const used = numbersIn("src/**/*.ts");
  assert.deepEqual(
    [...explainedIn("threats.md")].filter((one) => !used.has(one)),
    [],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "./table.ts";
import { widthOf } from "./width.ts";

test("columns line up, numbers to the right", () => {
  const lines = table(
    [{ title: "who" }, { title: "n", align: "right" }, { title: "why" }],
    [
      ["日本", "7", "short"],
      ["ab", "12", "a reason"],
    ],
    80,
  );
  assert.deepEqual(lines, ["who    n  why", "日本   7  short", "ab    12  a reason"]);
});

test("the last column wraps at the edge", () => {
  const long = "one two three four five six seven eight nine ten";
  const lines = table([{ title: "a" }, { title: "because" }], [["x", long]], 30);
  assert.ok(lines.length > 2);
  for (const line of lines) assert.ok(widthOf(line) <= 30, line);
  assert.match(lines[2] ?? "", /^ {3}\S/);
});

test("a stranger's cell is made printable", () => {
  const lines = table([{ title: "a" }], [["\u001b[2J\nnext"]], 80);
  assert.deepEqual(lines, ["a", "\\u{1b}[2J next"]);
});

test("without rows the titles stand alone", () => {
  assert.deepEqual(table([{ title: "a" }, { title: "b" }], [], 80), ["a  b"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { day, epochMs } from "../../base/units.ts";
import { parseTrafficLine } from "../../model/traffic-log.ts";
import { lineOf } from "../traffic/lines.ts";
import { textOf } from "../traffic/scribe.ts";
import { families, familyLog, laterFamilies } from "./families.ts";

const start = epochMs(Date.parse("2026-06-01T00:00:00.000Z"));
const plan = { seed: "one", start, days: 3, hamPerDay: 20, localActs: true };

for (const family of [...families, ...laterFamilies]) {
  test(`${family.id}: ${family.title.toLowerCase()}`, () => {
    const log = familyLog(family, plan);
    const spam = log.truths.filter((one) => one.truth === "spam");
    assert.ok(spam.length >= 20 && spam.length <= 900, `${spam.length}`);
    assert.ok(spam.some(({ recipients }) => recipients > 0));
    for (const one of log.lines) {
      assert.ok(parseTrafficLine(lineOf(one)).ok);
      assert.ok(one.at >= start && one.at < start + 8 * day);
    }
  });
}

test("the same seed attacks alike, another otherwise", () => {
  for (const family of [...families.filter((_, index) => index % 4 === 0), ...laterFamilies]) {
    const once = textOf(familyLog(family, plan)).log;
    assert.equal(textOf(familyLog(family, plan)).log, once);
    assert.notEqual(textOf(familyLog(family, { ...plan, seed: "two" })).log, once);
  }
});

test("every family that was asked for is there, once", () => {
  const ids = families.map(({ id }) => id).sort();
  const wanted = "CM17 CM19 CM20 CM28 T02 T07 T09 T11 T12 T13 T16 T19 T22 T25 T26 T35 T36".split(
    " ",
  );
  assert.deepEqual(ids, wanted);
});

test("five families were written later; what a family says has no slot left open", () => {
  assert.deepEqual(laterFamilies.map(({ id }) => id).sort(), ["CM10", "CM27", "T30", "T31", "T37"]);
  for (const family of laterFamilies) {
    const { log } = textOf(familyLog(family, plan));
    assert.doesNotMatch(log, /<name>|<tag>|<link>|&lt;(name|tag|link)|[{|][^"{}]*\|[^"{}]*\}/);
  }
});

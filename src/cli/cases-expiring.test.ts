import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day } from "../base/units.ts";
import { type KeptSummary, summaryOf } from "../model/kept.ts";
import { someKept } from "../ports/kept.fixture.ts";
import { expiringLine } from "./cases-expiring.ts";
import { testMoment } from "./testing.ts";

function heldFor(days: number, changes: Partial<KeptSummary> = {}): KeptSummary {
  const since = after(testMoment, -days * day);
  return { ...summaryOf(someKept(1, { state: "held", since })), ...changes };
}

const lineFor = (...found: KeptSummary[]) => expiringLine(found, 30 * day, testMoment);

test("young holds are nothing to speak of", () => {
  assert.equal(lineFor(heldFor(1), heldFor(26)), undefined);
});

test("what will be deleted soon is said while there is time", () => {
  assert.equal(
    lineFor(heldFor(28), heldFor(3)),
    "One of these is deleted unruled within three days, the first on 2026-11-25: rule before then.",
  );
  assert.match(lineFor(heldFor(28), heldFor(31)) ?? "", /^2 of these .* first on 2026-11-23:/);
});

test("what somebody ruled on, or what does not wait, is kept as long as it takes", () => {
  const ended = heldFor(29, { state: "rejected" });
  assert.equal(lineFor(heldFor(29, { ruledBy: "mod" }), ended), undefined);
});

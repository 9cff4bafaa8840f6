import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs, hour } from "../base/units.ts";
import { isNewAgain, justWoke, silentDays } from "./silence.ts";

const noon = epochMs(Date.UTC(2026, 0, 5, 12));
const ago = (days: number) => after(noon, -days * day);

test("who was never heard was not silent", () => {
  assert.equal(silentDays(undefined, noon), undefined);
  assert.equal(isNewAgain(undefined, noon), false);
});

test("a holiday makes nobody new, a season does", () => {
  assert.equal(isNewAgain(ago(30), noon), false);
  assert.equal(isNewAgain(ago(37), noon), true);
});

test("what comes within a day of waking is looked at, like the first word", () => {
  const woke = { firstSeenAt: after(noon, -hour), lastHeardAt: after(noon, -hour) };
  assert.equal(justWoke({ firstSeenAt: undefined, lastHeardAt: ago(90) }, noon), true);
  assert.equal(justWoke(woke, noon), true);
  assert.equal(justWoke({ firstSeenAt: ago(2), lastHeardAt: ago(1) }, noon), false);
  assert.equal(justWoke({ firstSeenAt: undefined, lastHeardAt: undefined }, noon), false);
});

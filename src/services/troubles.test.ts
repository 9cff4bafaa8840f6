import assert from "node:assert/strict";
import { test } from "node:test";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, minute } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import { accepted, start } from "./house.fixture.ts";
import { makeTroubles } from "./troubles.ts";

const one = "one" as Receipt;

test("troubles are counted, the latest first, and success is none", () => {
  const clock = makeVirtualClock(start);
  const { journal, list } = makeTroubles(clock);
  journal.failed("judging a delivery", new Error("the disk is full"), "unjudged");
  journal.answered(one, { kind: "unreachable", because: "refused" }, start);
  journal.answered(one, accepted, start);
  journal.answered(one, { ...accepted, status: 401 }, start);
  clock.set(after(start, minute));
  journal.failed("judging a delivery", new Error("the disk is full"), "unjudged");
  assert.deepEqual(list(), [
    { at: after(start, minute), what: "judging a delivery", because: "the disk is full", times: 2 },
    { at: start, what: "asking the home server", because: "refused", times: 1 },
  ]);
});

test("of many different troubles the last twenty are remembered", () => {
  const { journal, list } = makeTroubles(makeVirtualClock(start));
  for (let number = 0; number < 100; number++) journal.failed("x", `${number}`, undefined);
  assert.equal(list().length, 20);
  assert.equal(list()[0]?.because, "99");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, epochMs, hour, minute, second } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import { type Evidence, type PolicyDigest, reason } from "../model/verdict.ts";
import { makePolicy, shippedSettings } from "./policy.ts";
import { replayableUntil, settlesUntil } from "./settle-window.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));
const policy = makePolicy(shippedSettings, "seed", "0" as PolicyDigest);
const doubt = { score: 6, evidence: [] };
const late = after(t0, 65 * minute);

function minutesFor(
  score: number,
  receipt: string,
  seed = "seed",
  evidence: readonly Evidence[] = [],
): number {
  const seeded = makePolicy(shippedSettings, seed, "0" as PolicyDigest);
  return (settlesUntil(receipt as Receipt, t0, { score, evidence }, late, seeded) - t0) / minute;
}

test("every window lies between the shortest and the longest", () => {
  fc.assert(
    fc.property(fc.string(), fc.double({ min: -50, max: 50, noNaN: true }), (receipt, score) => {
      const minutes = minutesFor(score, receipt);
      assert.ok(minutes >= 5 && minutes <= 50);
    }),
  );
});

test("more suspicion, a longer window, for the same draw", () => {
  fc.assert(
    fc.property(fc.string(), fc.double({ min: 0, max: 11, noNaN: true }), (receipt, score) => {
      assert.ok(minutesFor(score + 1, receipt) >= minutesFor(score, receipt));
    }),
  );
});

test("the window is drawn: by delivery, by installation, and the same again", () => {
  const drawn = new Set(Array.from({ length: 20 }, (_, i) => minutesFor(6, `r${i}`)));
  assert.equal(drawn.size, 20);
  assert.notEqual(minutesFor(6, "r1", "another"), minutesFor(6, "r1"));
  assert.equal(minutesFor(6, "r1"), minutesFor(6, "r1"));
});

test("a window ends thirty seconds before the home server would refuse the replay", () => {
  const soon = after(t0, 3 * minute);
  assert.equal(settlesUntil("r1" as Receipt, t0, doubt, soon, policy), soon - 30 * second);
});

test("no window ends before it began", () => {
  assert.equal(settlesUntil("r1" as Receipt, t0, doubt, after(t0, second), policy), t0);
  assert.equal(settlesUntil("r1" as Receipt, t0, doubt, after(t0, -hour), policy), t0);
});

test("a request can be replayed for the server's window after its signed date", () => {
  const signed = after(t0, -10 * minute);
  assert.equal(replayableUntil(t0, signed, undefined, hour), after(signed, hour));
  assert.equal(replayableUntil(t0, undefined, undefined, hour), after(t0, hour));
});

test("a signature's own end comes first", () => {
  const expires = after(t0, minute);
  assert.equal(replayableUntil(t0, t0, expires, hour), expires);
  assert.equal(replayableUntil(t0, t0, after(t0, 2 * hour), hour), after(t0, hour));
});

test("first contacts during a wave wait for the upper half, however harmless they look", () => {
  const waits = [reason("WAVE_UNDER_WAY", "a wave is under way")];
  fc.assert(
    fc.property(fc.string(), fc.double({ min: -50, max: 50, noNaN: true }), (receipt, score) => {
      const minutes = minutesFor(score, receipt, "seed", waits);
      assert.ok(minutes >= 27.5 && minutes <= 50);
    }),
  );
});

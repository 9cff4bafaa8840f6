import assert from "node:assert/strict";
import { test } from "node:test";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, epochMs } from "../base/units.ts";
import { inTimeFor, within } from "./within.ts";

const noon = epochMs(Date.UTC(2026, 0, 5, 12));
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what is at hand sets no bell", async () => {
  const noBell = { now: () => noon, wake: () => Promise.reject(new Error("a bell was set")) };
  assert.equal(await within(after(noon, 250), Promise.resolve("here"), noBell), "here");
  await assert.rejects(within(noon, Promise.reject(new Error("broken")), noBell), /broken/);
});

test("what comes in time is heard, what is late is not waited for", async () => {
  const clock = makeVirtualClock(noon);
  const inTime = inTimeFor(250, clock);
  const { promise, resolve } = Promise.withResolvers<string>();
  const soon = inTime(promise);
  const never = inTime(new Promise<string>(() => undefined));
  await turn();
  resolve("soon");
  assert.equal(await soon, "soon");
  clock.set(after(noon, 250));
  assert.equal(await never, undefined);
});

test("all of somebody's work has one time together", async () => {
  const clock = makeVirtualClock(noon);
  const inTime = inTimeFor(250, clock);
  clock.set(after(noon, 200));
  const second = inTime(new Promise<string>(() => undefined));
  await turn();
  clock.set(after(noon, 250));
  assert.equal(await second, undefined);
});

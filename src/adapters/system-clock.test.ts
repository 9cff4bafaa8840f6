import { equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { after, hour } from "../base/units.ts";
import { systemClock } from "./system-clock.ts";

test("a moment that has passed wakes at once", async () => {
  equal(await systemClock.wake(systemClock.now()), undefined);
});

test("a moment that comes wakes", async () => {
  const at = after(systemClock.now(), 2);
  await systemClock.wake(at);
  equal(systemClock.now() >= at, true);
});

test("who is stopped hears why, before or while waiting", async () => {
  const stop = new AbortController();
  const waiting = systemClock.wake(after(systemClock.now(), hour), stop.signal);
  stop.abort("closing");
  await rejects(waiting, (reason) => reason === "closing");
  const late = systemClock.wake(after(systemClock.now(), hour), stop.signal);
  await rejects(late, (reason) => reason === "closing");
});

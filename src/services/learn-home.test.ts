import assert from "node:assert/strict";
import { test } from "node:test";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, epochMs, second } from "../base/units.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import { makeHomeServer } from "./home-server.ts";
import { startLearning } from "./learn-home.ts";

const start = epochMs(1_800_000_000_000);
const none = { name: undefined, version: undefined, replayWindowMs: undefined, accepts: undefined };
const silence = { kind: "unreachable", because: "refused" } as const;

async function learning() {
  const clock = makeVirtualClock(start);
  const watch = makeHomeServer({ origin: undefined, actors: undefined, software: none });
  const server = { up: true, asked: 0 };
  const ask = async (path: string): Promise<UpstreamAnswer> => {
    server.asked += 1;
    if (!server.up) return silence;
    const software = { name: "mastodon", version: "4.5.0" };
    const links = [{ href: "https://home.example/nodeinfo/2.0" }];
    const document = path.startsWith("/.well-known") ? { links } : { software };
    const body = Buffer.from(JSON.stringify(document));
    return { kind: "answered", status: 200, headers: [], body };
  };
  return { clock, watch, server, learns: await startLearning(ask, watch, clock) };
}

/** Lets everything that waits for nothing but its turn have it. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("who the home server is, is known once learning has started", async () => {
  const { watch, learns } = await learning();
  assert.equal(watch.profile().software, "mastodon");
  assert.equal(await learns.answers(), true);
  learns.stop();
});

test("whether it is there is asked anew when the last answer is old", async () => {
  const { clock, server, learns } = await learning();
  server.up = false;
  assert.equal(await learns.answers(), true);
  clock.set(after(start, 6 * second));
  assert.equal(await learns.answers(), false);
  learns.stop();
});

test("a delivery without an answer makes us ask until there is one", async () => {
  const { clock, watch, server, learns } = await learning();
  server.up = false;
  watch.heard(
    silence,
    { signature: "none", domain: undefined, telling: false, refuted: undefined },
    start,
  );
  await settled();
  assert.equal(watch.isDown(start), true);
  server.up = true;
  for (let s = 1; s <= 4; s++) {
    clock.set(after(start, s * second));
    await settled();
  }
  assert.equal(watch.isDown(start), false);
  learns.stop();
});

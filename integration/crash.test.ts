// The gate is killed in the middle of its work, and started again over what it left on disk.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { cases, startGate } from "./gate.ts";
import { startHouse } from "./house.ts";
import { remoteHosts, until } from "./network.ts";
import { cavage, deliver, mention, type Post } from "./senders.ts";

const house = await startHouse("gate");
const { snac } = house;
/** Long enough that what settles when the gate is killed still settles when it is back. */
const settle = { min: "60s", max: "75s" };
let gate = await startGate(settle);
after(async () => {
  await gate.stop("SIGKILL");
  await house.close();
});

test("killed in mid-settle, it loses nothing acknowledged and goes on settling", async () => {
  const doubtful = remoteHosts.map((host, at) => offer(host, wares[at % wares.length] ?? ""));
  const acknowledged: Post[] = [];
  const sending = Promise.allSettled(
    doubtful.map(async (post) => {
      await deliver(post, snac.inbox, cavage);
      acknowledged.push(post);
    }),
  );
  await until("some are acknowledged", () => acknowledged.length >= 3, 60_000, gate.output);
  const before = (await cases()).filter(({ state }) => state === "settling");
  await gate.stop("SIGKILL");
  await sending;
  assert.ok(before.length > 0);

  gate = await startGate(settle);
  for (const { objectId } of before) {
    assert.deepEqual(
      (await cases(objectId)).map(({ state }) => state),
      ["settling"],
    );
  }
  for (const { id } of acknowledged) {
    const kept = await cases(id);
    assert.ok(kept.length === 1 || (await snac.shown(id)) === 1, `${id} is lost`);
  }
  await until("all that settled is decided", nothingSettles, 140_000, gate.output);
  for (const one of await cases()) {
    if (one.state === "delivered") await snac.shows(one.objectId);
    assert.equal(await snac.shown(one.objectId), one.state === "delivered" ? 1 : 0, one.objectId);
  }
});

/** Each in words of its own, one for each host. */
const wares = [
  "My sister knits socks all winter, there are nine pairs left.",
  "Quince jelly! Somebody has to eat the last four jars.",
  "We restore old bicycle lamps and would love to hear what you ride.",
  "Looking for readers of a small zine about lighthouses.",
  "The choir sells its used songbooks, mostly alto, some tenor.",
  "Saturday is open day at the pottery, kiln included.",
];

async function nothingSettles(): Promise<boolean> {
  return (await cases()).every(({ state }) => state !== "settling");
}

/** From a stranger, with a link, and like no other: doubtful by itself, and no wave. */
function offer(host: string, ware: string): Post {
  return mention(`mia@${host}`, snac, `${ware} <a href="https://mia.${host}/">mia.${host}</a>`);
}

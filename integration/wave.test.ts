// One message, twelve strangers, six hosts: none of it reaches anyone until a moderator says so.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { cases, release, startGate } from "./gate.ts";
import { startHouse } from "./house.ts";
import { remoteHosts, until } from "./network.ts";
import { cavage, deliver, mention, type Post } from "./senders.ts";

const house = await startHouse("gate");
const { snac, mailIsThrough } = house;
const gate = await startGate();
after(async () => {
  await gate.stop("SIGKILL");
  await house.close();
});

const copies = remoteHosts.flatMap((host) => [copyOf(`win1@${host}`), copyOf(`win2@${host}`)]);

test("of twelve strangers' copies of one message none shows up, the first included", async () => {
  for (const copy of copies) await deliver(copy, snac.inbox, cavage);
  await until("no copy settles any more", nothingSettles, 90_000, gate.output);
  await mailIsThrough();
  assert.deepEqual(await shown(), []);
  assert.equal((await cases()).filter(({ state }) => state === "held").length, copies.length);
});

test("the one that a moderator releases shows up, once", async () => {
  const [first] = copies;
  const [held] = await cases(first?.id);
  assert.ok(first && held);
  await release(held.receipt);
  await snac.shows(first.id);
  await mailIsThrough();
  assert.deepEqual(await shown(), [first.id]);
  assert.equal(await snac.shown(first.id), 1);
});

function copyOf(author: string): Post {
  return mention(author, snac, 'you have won! <a href="https://win.test/prize">Your prize</a>');
}

async function shown(): Promise<readonly string[]> {
  const counts = await Promise.all(copies.map(({ id }) => snac.shown(id)));
  return copies.filter((_, i) => counts[i] !== 0).map(({ id }) => id);
}

async function nothingSettles(): Promise<boolean> {
  return (await cases()).every(({ state }) => state !== "settling");
}

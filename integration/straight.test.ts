// snac without the gate: proves the lab, and what snac does by itself.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startHouse } from "./house.ts";
import { until } from "./network.ts";
import { cavage, deliver, deliverUnsigned, forge, mention, rfc9421 } from "./senders.ts";

const house = await startHouse("straight");
const { snac, nginx } = house;
after(house.close);

test("a note signed by draft-cavage shows up in snac's Mastodon API", async () => {
  const note = mention("ann@alpha.test", snac, "good morning");
  const passages = await nginx.during(() => deliver(note, snac.inbox, cavage));
  await snac.shows(note.id);
  assert.deepEqual(passages.map(seen), [["draft-cavage", 202]]);
  assert.equal(await snac.shown(note.id), 1);
});

test("snac says 202 to RFC 9421 and drops it, so no second knock comes", async () => {
  const note = mention("ben@beta.test", snac, "good afternoon");
  const passages = await nginx.during(() => deliver(note, snac.inbox, rfc9421));
  assert.deepEqual(passages.map(seen), [["rfc9421", 202]]);
  await isRefused("ben");
  assert.equal(await snac.shown(note.id), 0);
});

test("snac says 202 to forged and unsigned notes and drops them", async () => {
  const forged = mention("cleo@gamma.test", snac, "send me your password");
  assert.equal(await forge(forged, snac.inbox, cavage), 202);
  await isRefused("cleo");
  const unsigned = mention("dora@delta.test", snac, "send me your password");
  assert.equal(await deliverUnsigned(unsigned, snac.inbox), 202);
  await isRefused("dora");
  assert.deepEqual([await snac.shown(forged.id), await snac.shown(unsigned.id)], [0, 0]);
});

function seen({ kind, status }: { kind: string; status: number }): readonly [string, number] {
  return [kind, status];
}

async function isRefused(name: string): Promise<void> {
  const complaint = new RegExp(`bad signature \\S*/users/${name} `);
  await until(
    `snac drops ${name}'s note`,
    () => complaint.test(snac.output()),
    20_000,
    snac.output,
  );
}

// snac behind nginx and the gate: mail flows through, and a wave stops at the wall.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cases, release, startGate } from "./gate.ts";
import { startHouse } from "./house.ts";
import { remoteHosts, type Running, stallingHost, until } from "./network.ts";
import { gatePort, homePort } from "./nginx.ts";
import { cavage, deliver, deliverUnsigned, forge, mention, type Post, rfc9421 } from "./senders.ts";

const house = await startHouse("gate");
const { snac, nginx } = house;
let gate: Running;
before(async () => {
  gate = await startGate();
});
after(async () => {
  await gate.stop("SIGKILL");
  await house.close();
});

test("a note signed by draft-cavage shows up", async () => {
  const note = mention("ann@alpha.test", snac, "good morning");
  const passages = await nginx.during(() => deliver(note, snac.inbox, cavage));
  await snac.shows(note.id);
  assert.deepEqual(passages.map(seen), [["draft-cavage", 202, onlyTheGate]]);
  assert.equal(await snac.shown(note.id), 1);
});

test("a note signed by RFC 9421 shows up by its second knock", async () => {
  const note = mention("ben@beta.test", snac, "good afternoon");
  const passages = await nginx.during(() => deliver(note, snac.sharedInbox, rfc9421));
  await snac.shows(note.id);
  const [first, second] = passages.map(seen);
  assert.deepEqual(first, ["rfc9421", 401, onlyTheGate]);
  assert.deepEqual(second, ["draft-cavage", 202, onlyTheGate]);
  assert.equal(await snac.shown(note.id), 1);
});

test("forged and unsigned notes don't show up", async () => {
  const forged = mention("cleo@gamma.test", snac, "send me your password");
  const alsoForged = mention("cleo@gamma.test", snac, "send me your telephone number");
  const unsigned = mention("dora@delta.test", snac, "send me your password");
  await forge(forged, snac.inbox, cavage);
  assert.equal(await forge(alsoForged, snac.inbox, rfc9421), 401);
  await deliverUnsigned(unsigned, snac.inbox);
  await laterMailArrived();
  for (const { id } of [forged, alsoForged, unsigned]) assert.equal(await snac.shown(id), 0);
});

test("of twelve strangers' copies of one message none shows up, and the released one does, once", async () => {
  const copies = remoteHosts.flatMap((host) => [wave(`win1@${host}`), wave(`win2@${host}`)]);
  for (const copy of copies) await deliver(copy, snac.inbox, cavage);
  await laterMailArrived();
  await until("no copy settles any more", async () => {
    const states = (await cases()).map(({ state }) => state);
    return !states.includes("settling");
  }, 90_000, gate.output);
  for (const { id } of copies) assert.equal(await snac.shown(id), 0, id);

  const [first, ...others] = copies;
  const [held] = await cases(first?.id);
  assert.ok(first && held);
  await release(held.receipt);
  await snac.shows(first.id);
  await laterMailArrived();
  assert.equal(await snac.shown(first.id), 1);
  for (const { id } of others) assert.equal(await snac.shown(id), 0, id);
});

test("a sender whose key host stalls does not get round the gate", async () => {
  const note = mention(`eve@${stallingHost}`, snac, "look at this https://win.test/prize");
  const passages = await nginx.during(() => deliver(note, snac.inbox, cavage));
  for (const passage of passages) assert.equal(passage.went, onlyTheGate);
  await laterMailArrived();
  assert.equal(await snac.shown(note.id), 0);
});

test("with the gate killed mail flows past it", async () => {
  await gate.stop("SIGKILL");
  const note = mention("finn@zeta.test", snac, "good evening");
  const passages = await nginx.during(() => deliver(note, snac.inbox, cavage));
  await snac.shows(note.id);
  const round = `${onlyTheGate} : 127.0.0.1:${homePort}`;
  assert.deepEqual(passages.map(seen), [["draft-cavage", 202, round]]);
});

const onlyTheGate = `127.0.0.1:${gatePort}`;

function seen(passage: { kind: string; status: number; went: string }) {
  return [passage.kind, passage.status, passage.went] as const;
}

function wave(author: string): Post {
  return mention(author, snac, 'you have won! <a href="https://win.test/prize">Your prize</a>');
}

let mornings = 0;

/** What came before it and was let in is there as well: snac works off its queue in order. */
async function laterMailArrived(): Promise<void> {
  const note = mention("ann@alpha.test", snac, `still here, for the time number ${++mornings}`);
  await deliver(note, snac.inbox, cavage);
  await snac.shows(note.id);
}

// snac behind nginx and the gate: what people send flows through, what forgers send does not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cases, startGate } from "./gate.ts";
import { startHouse } from "./house.ts";
import { type Running, stallingHost } from "./network.ts";
import { gatePort, homePort } from "./nginx.ts";
import { cavage, deliver, deliverUnsigned, forge, mention, rfc9421 } from "./senders.ts";

const house = await startHouse("gate");
const { snac, nginx, mailIsThrough } = house;
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
  await mailIsThrough();
  for (const { id } of [forged, alsoForged, unsigned]) assert.equal(await snac.shown(id), 0);
});

test("a sender whose key host stalls does not get round the gate", async () => {
  const note = mention(`eve@${stallingHost}`, snac, "look at this https://win.test/prize");
  const passages = await nginx.during(() => deliver(note, snac.inbox, cavage));
  assert.deepEqual(passages.map(seen), [["draft-cavage", 202, onlyTheGate]]);
  assert.equal((await cases(note.id)).length, 1);
  await mailIsThrough();
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

import assert from "node:assert/strict";
import { test } from "node:test";
import { connectedHome } from "../../adapters/process/home-server-api.fixture.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { after, day, hour, minute, second } from "../../base/units.ts";
import { type Delivery, headerOf } from "../../model/delivery.ts";
import type { ObjectId, Receipt } from "../../model/ids.ts";
import type { UpstreamAnswer } from "../../model/kept.ts";
import { makeGateActor } from "../gate-actor.ts";
import {
  accepted,
  activity,
  note,
  proven,
  start,
  type TestHouseOptions,
  testHouse,
} from "../house.fixture.ts";

const one = "one" as Receipt;
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const bob = "https://harbor.example/users/bob";
const post = `${bob}/notes/1` as ObjectId;
const tooOld: UpstreamAnswer = { ...accepted, status: 401 };

/** A stranger's public note, signed in itself as Mastodon does. */
function publicNote(receipt: string, signed = true): Delivery {
  const to = [everybody, "https://home.example/users/alice"];
  const object = { id: post, type: "Note", attributedTo: bob, to, content: "<p>Lanterns</p>" };
  const id = `${post}/activity`;
  const signature = { type: "RsaSignature2017", creator: `${bob}#main-key`, signatureValue: "AA" };
  const body = { id, type: "Create", actor: bob, to, object, ...(signed ? { signature } : {}) };
  return activity(receipt, start, body);
}

async function heldHouse(more: TestHouseOptions = {}) {
  const actor = await makeGateActor({ publicUrl: "https://gate.example", ledger: theKey });
  return testHouse(Object.assign(more, { mood: "certain" as const, actor }));
}

/** One key for all tests: making it takes longer than they do. */
const theKey = new ProcessLedger();

function ham(house: ReturnType<typeof testHouse>, at = house.now()) {
  return house.ledger.rule({ receipt: one, ruling: "ham", by: "mod", at });
}

test("while the request is young it is replayed as it came", async () => {
  const house = await heldHouse();
  const delivery = publicNote("one");
  await house.send(delivery);
  await house.passTo(after(start, 64 * minute));
  await ham(house);
  await house.keep.tick();
  assert.deepEqual(house.delivered.at(-1), delivery);
  assert.equal((await house.ledger.find(one))?.triedBy, "replay");
});

test("after that its body comes in as a delivery of the gate's own, byte for byte", async () => {
  const house = await heldHouse();
  const delivery = publicNote("one");
  await house.send(delivery);
  await house.passTo(after(start, 3 * day));
  await ham(house);
  await house.keep.tick();
  const [came] = house.delivered;
  assert(came !== undefined);
  assert.deepEqual(came.body, delivery.body);
  assert.equal(headerOf(came, "date"), new Date(house.now()).toUTCString());
  assert.match(
    headerOf(came, "signature") ?? "",
    /^keyId="https:\/\/gate\.example\/actor#main-key"/,
  );
  const kept = await house.ledger.find(one);
  assert.deepEqual([kept?.state, kept?.triedBy], ["delivered", "own-proof"]);
});

test("a post without a signature of its own is fetched while that tells people", async () => {
  const home = connectedHome();
  home.publish(post);
  const house = await heldHouse({ api: home.api });
  await house.send(publicNote("one", false));
  await house.passTo(after(start, 5 * hour));
  await ham(house);
  await house.keep.tick();
  assert.deepEqual([home.fetched(), house.delivered], [[post], []]);
  assert.equal((await house.ledger.find(one))?.triedBy, "resolve");
});

test("a signature that is called too old before its time leads to the next way", async () => {
  const options: TestHouseOptions = {};
  options.answer = () => (house.delivered.length === 1 ? tooOld : accepted);
  const house = await heldHouse(options);
  await house.send(publicNote("one"));
  await ham(house);
  await house.keep.tick();
  assert.equal(house.delivered.length, 2);
  const kept = await house.ledger.find(one);
  assert.deepEqual([kept?.state, kept?.triedBy], ["delivered", "own-proof"]);
});

test("a home server that refuses our delivery is asked to fetch it", async () => {
  const home = connectedHome();
  home.publish(post);
  const house = await heldHouse({ api: home.api, answer: () => tooOld });
  await house.send(publicNote("one"));
  await house.passTo(after(start, 2 * hour));
  await ham(house);
  await house.keep.tick();
  assert.equal((await house.ledger.find(one))?.triedBy, "resolve");
});

test("a way that is down is tried again later, and nothing is lost", async () => {
  const options: TestHouseOptions = { answer: () => ({ kind: "unreachable", because: "down" }) };
  const house = await heldHouse(options);
  await house.send(publicNote("one"));
  await house.passTo(after(start, 2 * hour));
  await ham(house);
  await house.keep.tick();
  assert.equal((await house.ledger.find(one))?.state, "held");
  options.answer = () => accepted;
  await house.passTo(after(start, 2 * hour + minute));
  assert.equal((await house.ledger.find(one))?.state, "delivered");
});

test("with no way left the request is tried all the same, and its end is told", async () => {
  const house = await heldHouse({ answer: () => tooOld });
  await house.send(note("one", start));
  await house.passTo(after(start, 2 * hour));
  await ham(house);
  await house.keep.tick();
  assert.deepEqual(house.moves, ["one held", "one unreached", "one refused", "one unreached"]);
});

test("a direct post that is not certain goes in, flagged, at its deadline", async () => {
  const house = testHouse({ mood: "suspicious" });
  await house.send(note("one", start));
  await house.passTo(after(start, 64 * minute));
  assert.deepEqual(house.moves, ["one held"]);
  await house.passTo(after(start, 65 * minute - 30 * second));
  assert.deepEqual(house.moves, ["one held", "one delivered"]);
  const { verdict } = (await house.ledger.find(one)) ?? {};
  assert.deepEqual([verdict?.action, verdict?.evidence.at(-1)?.symbol], ["flag", "UNDECIDED"]);
});

test("one that is certain stays, and the moderator hears when nothing can let it in", async () => {
  const house = testHouse({ mood: "certain" });
  await house.send(note("one", start));
  await house.passTo(after(start, 65 * minute - second));
  assert.deepEqual(house.moves, ["one held"]);
  await house.passTo(after(start, 65 * minute));
  await house.passTo(after(start, 2 * day));
  assert.deepEqual(house.moves, ["one held", "one unreached"], "told once");
});

test("what has a later way waits for a ruling, whatever its score", async () => {
  const house = testHouse({ mood: "suspicious" });
  await house.send(publicNote("one", false));
  await house.passTo(after(start, 5 * hour));
  assert.deepEqual(house.moves, ["one held"]);
  await house.passTo(after(start, 6 * hour));
  assert.deepEqual(house.moves, ["one held", "one unreached"]);
});

test("a stale date does not bring a held post to its deadline sooner", async () => {
  const dated = (delivery: Delivery) => after(delivery.at, -50 * minute);
  const house = testHouse({
    mood: "suspicious",
    authenticity: (delivery, actor) => ({ ...proven(delivery, actor), signedAt: dated(delivery) }),
  });
  await house.send(note("one", start));
  await house.passTo(after(start, 2 * hour));
  assert.deepEqual(house.moves, ["one held", "one unreached"]);
});

test("a home server that is down at the deadline gets it when it is back", async () => {
  const options: TestHouseOptions = { mood: "suspicious" };
  options.answer = () => ({ kind: "unreachable", because: "down" });
  const house = testHouse(options);
  await house.send(note("one", start));
  await house.passTo(after(start, 65 * minute - 30 * second));
  assert.deepEqual(house.moves, ["one held"]);
  options.answer = () => accepted;
  await house.passTo(after(start, 65 * minute));
  assert.deepEqual(house.moves, ["one held", "one delivered"]);
});

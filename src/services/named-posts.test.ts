import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { after, day, type EpochMs, hour, isoTime, second } from "../base/units.ts";
import type { Document } from "../model/activity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ActorId, Host, ObjectId, Receipt } from "../model/ids.ts";
import { absent, type Fact, known, late } from "../model/observation.ts";
import { parseActivity, parseDocument } from "../model/parse.ts";
import type { Ports } from "../ports/ports.ts";
import { activity, proven, start, type TestHouseOptions, testHouse } from "./house.fixture.ts";
import { completed } from "./named-posts.ts";
import { arrivalOf } from "./receive.ts";
import { however } from "./within.ts";

const one = "one" as Receipt;
const alice = "https://home.example/users/alice";
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const eve = "https://payload.example/users/eve";
const payload = `${eve}/notes/1`;
const relay = "https://relay.example/actor" as ActorId;

const offer =
  "<p>Tonight only: free coins at the Lantern Club for all who knock at " +
  '<a href="https://lantern-club.example/join">lantern-club.example/join</a></p>';

function post(more: object = {}, published: EpochMs = start): object {
  const to = [everybody, alice];
  const tag = [{ type: "Mention", href: alice, name: "@alice@home.example" }];
  const said = { content: offer, published: isoTime(published), to, tag };
  return { id: payload, type: "Note", attributedTo: eve, ...said, ...more };
}

/** What other servers show, by URL; what is not here can't be had. */
function showing(posts: Record<string, object | "late">) {
  return async (id: ObjectId): Promise<Fact<Document>> => {
    const shown = posts[id];
    if (shown === undefined) return absent;
    if (shown === "late") return late;
    const parsed = parseDocument(JSON.stringify(shown));
    return parsed.ok ? known(parsed.value) : absent;
  };
}

/** A stranger's small talk with Alice, which a test completes. */
function chat(receipt: string, more: object, at = start): Delivery {
  const actor = `https://harbor.example/users/${receipt}`;
  const id = `${actor}/notes/1`;
  const to = [everybody, alice];
  const object = { id, type: "Note", attributedTo: actor, to, content: "<p>Oh</p>", ...more };
  return activity(receipt, at, { id: `${id}/create`, type: "Create", actor, to, object });
}

/** The house as it is shipped: all signals speak. */
function shipped(more: TestHouseOptions) {
  return testHouse({ mood: "shipped", ...more });
}

const answering = { inReplyTo: payload };

async function scoreOf(options: TestHouseOptions, delivery: Delivery) {
  const house = shipped(options);
  await house.send(delivery);
  return house.verdicts[0];
}

test("a harmless answer is judged with the payload that it brings in", async () => {
  const harmless = await scoreOf({}, chat("one", answering));
  const document = showing({ [payload]: post() });
  const loaded = await scoreOf({ document }, chat("one", answering));
  assert(harmless !== undefined && loaded !== undefined);
  assert.deepEqual([harmless.action, loaded.action], ["accept", "settle"]);
  assert(loaded.score > harmless.score);
  const [said] = loaded.evidence.filter(({ symbol }) => symbol === "BRINGS_IN");
  assert.match(said?.because ?? "", /brings in https:\/\/payload\.example\/users\/eve\/notes\/1/);
});

test("of an old post the home server tells nobody, so it says nothing", async () => {
  const document = showing({ [payload]: post({}, after(start, -7 * hour)) });
  const verdict = await scoreOf({ document }, chat("one", answering));
  assert(!verdict?.evidence.some(({ symbol }) => symbol === "BRINGS_IN"));
});

test("a thread among people whom Alice knows is no payload", async () => {
  const memory = new ProcessMemory();
  const act = { at: start, by: alice as ActorId, actor: eve as ActorId };
  await memory.notice({ ...act, action: "follow" });
  const document = showing({ [payload]: post() });
  const verdict = await scoreOf({ document, memory }, chat("one", answering));
  assert(!verdict?.evidence.some(({ symbol }) => symbol === "BRINGS_IN"));
});

test("a quote shows its post to whom it is sent, whoever that post names", async () => {
  const document = showing({ [payload]: post({ to: [everybody], tag: [] }) });
  const quoted = await scoreOf({ document }, chat("one", { quoteUrl: payload }));
  assert(quoted?.evidence.some(({ symbol }) => symbol === "BRINGS_IN"));
  const answered = await scoreOf({ document }, chat("one", answering));
  assert(!answered?.evidence.some(({ symbol }) => symbol === "BRINGS_IN"), "it reaches nobody");
});

test("copies of a payload are a wave, whoever brings them in", async () => {
  const posts: Record<string, object> = {};
  const house = shipped({ document: (id) => showing(posts)(id) });
  for (let copy = 0; copy < 6; copy++) {
    const author = `https://p${copy}.example/users/eve`;
    const id = `${author}/1`;
    posts[id] = post({ id, attributedTo: author });
    await house.send(chat(`r${copy}`, { inReplyTo: id, content: `<p>${"mhm".repeat(copy)}</p>` }));
  }
  assert.deepEqual(house.moves.slice(-1), ["r5 held"]);
});

test("a hundred answers to one post are one post", async () => {
  const document = showing({
    [payload]: post({ content: "<p>What a lovely lantern, Alice!</p>" }),
  });
  const house = shipped({ document });
  for (let i = 0; i < 20; i++) {
    const at = after(start, i * second);
    await house.send(chat(`r${i}`, { ...answering, content: `<p>thought ${i} of mine</p>` }, at));
  }
  assert(!house.moves.some((move) => move.endsWith("held")), house.moves.join());
});

test("a post of which only the id came is read like any other", async () => {
  const document = showing({ [payload]: post() });
  const byId = activity("one", start, { type: "Create", actor: eve, to: [alice], object: payload });
  const whole = activity("one", start, { type: "Create", actor: eve, to: [alice], object: post() });
  const [read, had] = [await scoreOf({ document }, byId), await scoreOf({}, whole)];
  assert.equal(read?.score, had?.score);
});

test("what is named and not here yet is waited for some seconds, then judged with it", async () => {
  const posts: Record<string, object | "late"> = { [payload]: "late" };
  const house = shipped({ document: (id) => showing(posts)(id) });
  await house.send(chat("one", answering));
  assert.deepEqual(house.moves, ["one settling"]);
  assert.equal(house.verdicts[0]?.evidence[0]?.symbol, "UNREAD");
  posts[payload] = post({ content: "<p>What a lovely lantern, Alice!</p>" });
  await house.passTo(after(start, 6 * second));
  assert.deepEqual(house.moves, ["one settling", "one delivered"]);
});

test("what turns out doubtful once it is read begins to settle", async () => {
  const posts: Record<string, object | "late"> = { [payload]: "late" };
  const options: TestHouseOptions = { document: (id) => showing(posts)(id) };
  const house = testHouse(Object.assign(options, { mood: "trusting" as const }));
  await house.send(chat("one", answering));
  posts[payload] = post();
  options.mood = "doubtful";
  await house.passTo(after(start, 6 * second));
  assert.deepEqual(house.moves, ["one settling"]);
  assert((await house.ledger.find(one))?.dueAt ?? 0 > after(start, 60 * second));
  await house.passTo(after(start, hour));
  assert.deepEqual(house.moves, ["one settling", "one delivered"]);
});

/** Eve's post for Alice, brought by a relay that signs for itself. */
const forwarded: Delivery = activity("one", start, {
  type: "Create",
  id: `${payload}/create`,
  actor: eve,
  object: post(),
});

test("what a relay brings is the relay's contact until the origin shows the same", async () => {
  const authenticity = (delivery: Delivery) => proven(delivery, relay);
  const memory = new ProcessMemory();
  const follow = {
    at: start,
    by: alice as ActorId,
    actor: eve as ActorId,
    action: "follow",
  } as const;
  await memory.notice(follow);
  const strangers = shipped({ authenticity, memory });
  await strangers.send(forwarded);
  assert.equal(strangers.senders[0], relay);
  const document = showing({ [payload]: post() });
  const friends = shipped({ authenticity, memory, document });
  await friends.send(forwarded);
  assert.equal(friends.senders[0], eve, "and Alice follows her");
  assert.deepEqual(friends.reached, [one]);
});

test("an origin that is slow proves its author while the post settles", async () => {
  const posts: Record<string, object | "late"> = { [payload]: "late" };
  const options: TestHouseOptions = { mood: "doubtful", document: (id) => showing(posts)(id) };
  options.authenticity = (delivery) => proven(delivery, relay);
  const house = testHouse(options);
  await house.send(forwarded);
  assert.equal(house.senders[0], relay);
  posts[payload] = post();
  const made = { by: "admin", why: "", madeAt: start, expiresAt: undefined };
  const subject = { kind: "actor", actor: eve as ActorId } as const;
  await house.ledger.addRule({ ...made, decision: "allow", subject });
  await house.refreshRules();
  options.mood = "certain";
  await house.passTo(after(start, hour));
  assert.deepEqual(house.moves, ["one settling", "one delivered"], "the author is allowed");
});

test("a relay's flood moves the relay's counters, not those of whom it names", async () => {
  const memory = new ProcessMemory();
  const house = shipped({ authenticity: (delivery) => proven(delivery, relay), memory });
  for (let i = 0; i < 3; i++) {
    const id = `${eve}/notes/${i}`;
    const object = post({ id, content: `<p>flood ${i}</p>` });
    const body = { type: "Create", id: `${id}/create`, actor: eve, object };
    await house.send(activity(`r${i}`, start, body));
  }
  const met = async (actor: ActorId) => {
    const asked = chat("asked", {});
    const arrived = parseActivity(asked.body);
    assert(arrived.ok);
    const as = { ...arrived.value, actor };
    const home = { homeServer: house.watch };
    return memory.acquaint(arrivalOf(asked, as, proven(asked, actor), home), start);
  };
  assert.equal((await met(eve as ActorId)).actor.firstSeenAt, undefined);
  assert.equal((await met(relay)).actor.firstSeenAt, start);
});

test("an origin that shows something else proves nobody", async () => {
  const authenticity = (delivery: Delivery) => proven(delivery, relay);
  const document = showing({ [payload]: post({ content: "<p>other</p>" }) });
  const house = shipped({ authenticity, document });
  await house.send(forwarded);
  assert.equal(house.senders[0], relay);
});

test("a refused author does not come in through a relay", async () => {
  const house = shipped({ authenticity: (delivery) => proven(delivery, relay) });
  const made = { by: "admin", why: "", madeAt: start, expiresAt: after(start, day) };
  const subject = { kind: "host", host: "payload.example" as Host } as const;
  await house.ledger.addRule({ ...made, decision: "refuse", subject });
  await house.refreshRules();
  await house.send(forwarded);
  assert.deepEqual(house.moves, ["one rejected"]);
});

test("an author's Delete takes back what a relay brought and is kept", async () => {
  const options: TestHouseOptions = { authenticity: (delivery) => proven(delivery, relay) };
  const house = testHouse(options);
  await house.send(forwarded);
  options.authenticity = (delivery, actor) => proven(delivery, actor);
  await house.send(activity("two", start, { type: "Delete", actor: eve, object: payload }));
  assert.deepEqual(house.moves, ["one settling", "one withdrawn"]);
});

test("an origin that shows one post speaks for no other that came with it", async () => {
  const authenticity = (delivery: Delivery) => proven(delivery, relay);
  const document = showing({ [payload]: post() });
  const other = post({ id: `${eve}/notes/2`, content: "<p>something else</p>" });
  const create = { type: "Create", id: `${payload}/create`, actor: eve, object: post() };
  const bodies = [
    { ...create, object: [post(), other] },
    { ...create, instrument: other },
    { type: "Announce", actor: relay, object: [create, { ...create, object: other }] },
    { type: "Collection", actor: relay, items: [create, { ...create, object: other }] },
  ];
  for (const body of bodies) {
    const house = shipped({ authenticity, document });
    await house.send(activity("one", start, body));
    assert.notEqual(house.senders[0], eve, JSON.stringify(body).slice(0, 200));
  }
});

const crowd = Array.from({ length: 30 }, (_, i) => `https://home.example/users/p${i}`);

/** People here whom Eve wrote to, as memory has it. */
async function writtenBy(author: string, house: ReturnType<typeof shipped>, memory: ProcessMemory) {
  const asked = chat("asked", {});
  const parsed = parseActivity(asked.body);
  assert(parsed.ok);
  const as = { ...parsed.value, actor: author as ActorId };
  const arrival = arrivalOf(asked, as, proven(asked, as.actor), { homeServer: house.watch });
  const { actor } = await memory.acquaint({ ...arrival, audience: nobodyHere }, start);
  return actor.contacts.sixHours;
}

const nobodyHere = { notified: [], notifiedTotal: 0, elsewhere: 0 };

test("who relays a post to many makes its author write to those it names", async () => {
  const memory = new ProcessMemory();
  const authenticity = (delivery: Delivery) => proven(delivery, relay);
  const house = shipped({ authenticity, memory, document: showing({ [payload]: post() }) });
  const create = { type: "Create", id: `${payload}/create`, actor: eve };
  await house.send(activity("one", start, { ...create, cc: crowd, object: post() }));
  await house.send(activity("two", start, { ...create, object: post({ cc: crowd }) }));
  await house.send(activity("three", start, { ...create, object: post({ inReplyTo: crowd }) }));
  assert.equal(house.senders[0], eve);
  assert.equal(await writtenBy(eve, house, memory), 1);
});

test("who quotes a post makes its author write to nobody else", async () => {
  const memory = new ProcessMemory();
  const house = shipped({ memory, document: showing({ [payload]: post() }) });
  const tag = crowd.map((href) => ({ type: "Mention", href }));
  await house.send(chat("one", { to: crowd, tag, quoteUrl: payload }));
  assert.equal(await writtenBy(eve, house, memory), 1);
});

test("who proves nothing spends no fetches of the host that it names as its own", async () => {
  const counted: Host[] = [];
  const directory: Ports["directory"] = {
    profile: async () => absent,
    heard: () => undefined,
    async document(_, because) {
      counted.push(because);
      return absent;
    },
  };
  const ports = { directory, homeServer: shipped({}).watch };
  const sent = chat("one", answering);
  const parsed = parseActivity(sent.body);
  assert(parsed.ok);
  const sure = proven(sent, parsed.value.actor);
  const unsure = {
    kind: "unknown",
    signature: "none",
    keyId: "",
    why: "late",
    because: "",
  } as const;
  for (const authenticity of [sure, unsure])
    await completed(arrivalOf(sent, parsed.value, authenticity, ports), start, ports, however);
  assert.deepEqual(counted, ["harbor.example", ""]);
});

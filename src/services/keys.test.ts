import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { keyRefetchMs, keyWaitMs } from "../base/limits.ts";
import { day, hour, minute } from "../base/units.ts";
import type { Activity } from "../model/activity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ObjectId } from "../model/ids.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { type FetchAnswer, NetworkDown } from "../ports/network.ts";
import { makeAuthenticator } from "./authenticate.ts";
import { makeFetchBudget } from "./fetch-budget.ts";
import {
  activity,
  actorDocument,
  ann,
  type Draft,
  draft,
  eve,
  type FakeWeb,
  makeFakeWeb,
  makeSetClock,
  makeShelf,
  type Speaker,
  settle,
  signCavage,
  speaker,
} from "./speakers.fixture.ts";

const covered = "(request-target) host date digest";

function signed(by: Speaker, keyId: string = by.keyId, what: Draft = draft): Delivery {
  return signCavage(by, what, { covered, keyId });
}

function house(web: FakeWeb = makeFakeWeb(ann, eve)) {
  const clock = makeSetClock();
  const shelf = makeShelf();
  const authenticator = makeAuthenticator({ documents: shelf, network: web, clock });
  /** `proven`, or why not, for what arrives now. */
  const hear = async (by: Speaker, keyId?: string, said: Activity = activity(by)) => {
    const what = { ...draft, at: clock.now() };
    const answer = await authenticator.authenticate(signed(by, keyId, what), said);
    return answer.kind === "proven" ? "proven" : answer.why;
  };
  return { web, clock, shelf, authenticator, hear };
}

test("a key is fetched once, and known from then on, also after a restart", async () => {
  const { web, shelf, hear } = house();
  assert.equal(await hear(ann), "proven");
  assert.equal(await hear(ann), "proven");
  assert.deepEqual(web.asked, [ann.id]);
  const later = makeAuthenticator({ documents: shelf, network: web, clock: makeSetClock() });
  assert.equal((await later.authenticate(signed(ann), activity())).kind, "proven");
  assert.deepEqual(web.asked, [ann.id]);
});

test("many who ask for one key at once share one fetch", async () => {
  const { web, hear } = house();
  const answers = await Promise.all(Array.from({ length: 20 }, () => hear(ann)));
  assert.deepEqual(new Set(answers), new Set(["proven"]));
  assert.deepEqual(web.asked, [ann.id]);
});

test("GoToSocial's key, at a path of its own, is confirmed by its owner's document", async () => {
  const gus = speaker("https://g.example/users/gus", "/main-key", ann.privateKey);
  const web = makeFakeWeb(gus);
  web.publish(gus.keyId, actorDocument(gus, { inbox: undefined }));
  const { hear } = house(web);
  assert.equal(await hear(gus), "proven");
  assert.deepEqual(web.asked, [gus.keyId, gus.id]);
});

test("a key in a document of its own is confirmed by its owner's document", async () => {
  const kim = speaker("https://k.example/users/kim", "/key", ann.privateKey);
  const web = makeFakeWeb(kim);
  const key = { id: kim.keyId, owner: kim.id, publicKeyPem: kim.pem };
  web.publish(kim.keyId, JSON.stringify(key));
  assert.equal(await house(web).hear(kim), "proven");
});

test("a key that claims an owner who does not claim it back proves nothing", async () => {
  const web = makeFakeWeb(ann);
  const forged = "https://a.example/media/eve.json";
  const key = { id: forged, owner: ann.id, publicKeyPem: eve.pem };
  web.publish(forged, JSON.stringify(key));
  assert.equal(await house(web).hear(eve, forged), "wrong-owner");
});

test("a document that calls itself somebody else's actor speaks for nobody", async () => {
  const web = makeFakeWeb(ann);
  const forged = "https://a.example/media/eve.json";
  const posing = speaker(ann.id, "#main-key", eve.privateKey);
  web.publish(forged, actorDocument(posing));
  assert.equal(await house(web).hear(eve, `${forged}#main-key`), "wrong-owner");
});

test("an owner on another host is not followed there", async () => {
  const web = makeFakeWeb(ann);
  const key = { id: "https://e.example/key", owner: ann.id, publicKeyPem: eve.pem };
  web.publish("https://e.example/key", JSON.stringify(key));
  assert.equal(await house(web).hear(eve, "https://e.example/key"), "unavailable");
  assert.deepEqual(web.asked, ["https://e.example/key"]);
});

test("what a host's address redirects to on another host does not speak for it", async () => {
  const web = makeFakeWeb();
  const elsewhere = {
    kind: "found",
    url: "https://e.example/x",
    body: actorDocument(ann),
  } as const;
  web.pages.set(ann.id, elsewhere);
  assert.equal(await house(web).hear(ann), "unavailable");
});

test("a key id that is no web address is unknown, never refuted", async () => {
  assert.equal(await house().hear(ann, "acct:ann@a.example"), "unavailable");
});

test("a renewed key is fetched when the old one fails, once in a while", async () => {
  const { web, clock, hear } = house();
  assert.equal(await hear(ann), "proven");
  const renewed = speaker(ann.id, "#main-key", eve.privateKey);
  web.publish(ann.id, actorDocument(renewed));
  assert.equal(await hear(renewed), "wrong-key");
  assert.equal(web.asked.length, 1);
  clock.pass(keyRefetchMs);
  assert.equal(await hear(renewed), "proven");
  assert.equal(await hear(ann), "wrong-key");
  assert.equal(web.asked.length, 2);
});

test("forged signatures make us fetch a known key once in five minutes, not more", async () => {
  const { web, clock, hear } = house();
  await hear(ann);
  clock.pass(keyRefetchMs);
  for (let i = 0; i < 10; i++) assert.equal(await hear(eve, ann.keyId), "wrong-key");
  assert.equal(web.asked.length, 2);
  web.pages.set(ann.id, { kind: "failed", because: "down" });
  clock.pass(keyRefetchMs);
  for (let i = 0; i < 10; i++) await hear(eve, ann.keyId);
  assert.equal(web.asked.length, 3);
  assert.equal(await hear(ann), "proven");
});

test("a key with a new name is found although an older document is on the shelf", async () => {
  const { web, clock, hear } = house();
  await hear(ann);
  const second = speaker(ann.id, "#second", eve.privateKey);
  web.publish(ann.id, actorDocument(second));
  clock.pass(keyRefetchMs);
  assert.equal(await hear(second), "proven");
});

test("a host that is down is asked again in a minute, a missing actor in an hour", async () => {
  const { web, clock, hear } = house(makeFakeWeb());
  for (let i = 0; i < 3; i++) assert.equal(await hear(ann), "unavailable");
  assert.equal(web.asked.length, 1);
  clock.pass(minute);
  web.pages.set(ann.id, { kind: "gone", status: 410 });
  for (let i = 0; i < 3; i++) assert.equal(await hear(ann), "gone");
  clock.pass(minute);
  assert.equal(await hear(ann), "gone");
  assert.equal(web.asked.length, 2);
  clock.pass(hour);
  assert.equal(await hear(ann), "gone");
  assert.equal(web.asked.length, 3);
});

test("a slow key is not waited for longer than senders wait; it goes on coming", async () => {
  const { web, clock, hear } = house();
  const { promise, resolve: arrive } = Promise.withResolvers<FetchAnswer>();
  web.pages.set(ann.id, promise);
  const hearing = hear(ann);
  await settle();
  clock.pass(keyWaitMs);
  assert.equal(await hearing, "late");
  arrive({ kind: "found", url: ann.id, body: actorDocument(ann) });
  await settle();
  assert.equal(await hear(ann), "proven");
  assert.equal(web.asked.length, 1);
});

test("an actor's end is verified with the key we have, and fetches none", async () => {
  const { web, hear } = house();
  const end = (who: Speaker) =>
    activity(who, {
      kind: "delete",
      type: "Delete",
      objects: [{ kind: "reference", id: who.id as ObjectId }],
    });
  assert.equal(await hear(eve, undefined, end(eve)), "gone");
  assert.deepEqual(web.asked, []);
  await hear(ann);
  web.pages.set(ann.id, { kind: "gone", status: 410 });
  assert.equal(await hear(ann, undefined, end(ann)), "proven");
  assert.deepEqual(web.asked, [ann.id]);
});

test("a key is renewed behind the scenes after a day, without anybody waiting", async () => {
  const { web, clock, hear } = house();
  await hear(ann);
  clock.pass(day + 1);
  assert.equal(await hear(ann), "proven");
  await settle();
  assert.equal(web.asked.length, 1, "a ready key is not looked up");
  const renewed = speaker(ann.id, "#main-key", eve.privateKey);
  web.publish(ann.id, actorDocument(renewed));
  assert.equal(await hear(renewed), "proven");
});

test("made-up key ids cost a flooding domain's budget, and nobody else's", async () => {
  const web = makeFakeWeb(ann);
  const clock = makeSetClock();
  const settings = { burst: 5, perMinute: 60 };
  const budget = makeFetchBudget({ host: settings, domain: settings });
  const parts = { documents: makeShelf(), network: web, clock, budget };
  const authenticator = makeAuthenticator(parts);
  for (let i = 0; i < 50; i++) {
    const sent = signed(eve, `https://h${i}.flood.example/u/${i}#key`);
    const answer = await authenticator.authenticate(sent, activity(eve));
    assert.equal(answer.kind, "unknown");
  }
  assert.equal(web.asked.length, 5);
  assert.equal((await authenticator.authenticate(signed(ann), activity())).kind, "proven");
  clock.pass(2000);
  for (let i = 0; i < 50; i++)
    await authenticator.authenticate(signed(eve, `https://x.flood.example/${i}`), activity(eve));
  assert.equal(web.asked.length, 5 + 1 + 2);
});

test("a lost ledger costs a fetch, not the verification", async () => {
  const shelf = {
    get: () => Promise.reject(new LedgerDown()),
    put: () => Promise.reject(new LedgerDown()),
  };
  const parts = { documents: shelf, network: makeFakeWeb(ann), clock: makeSetClock() };
  const authenticator = makeAuthenticator(parts);
  assert.equal((await authenticator.authenticate(signed(ann), activity())).kind, "proven");
});

test("without a network a key is unknown, and its host is not blamed", async () => {
  const web = makeFakeWeb(ann);
  const get = web.get;
  let isDown = true;
  const { hear, shelf } = house({
    ...web,
    get: (url) => (isDown ? Promise.reject(new NetworkDown()) : get(url)),
  });
  assert.equal(await hear(ann), "unavailable");
  assert.equal(shelf.held.size, 0);
  isDown = false;
  assert.equal(await hear(ann), "proven");
});

test("a key that can't verify anything is refused, not thrown over", async () => {
  const pems = ["", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "x".repeat(9000)];
  for (const publicKeyPem of pems) {
    const web = makeFakeWeb();
    const publicKey = { id: ann.keyId, owner: ann.id, publicKeyPem };
    web.publish(ann.id, actorDocument(ann, { publicKey }));
    assert.notEqual(await house(web).hear(ann), "proven");
  }
});

test("Ed25519 keys are read as Multikeys too", async () => {
  const web = makeFakeWeb();
  const multibase = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
  const id = "https://m.example/u/m";
  const keyId = `${id}#ed25519-key`;
  const assertionMethod = [
    { id: keyId, type: "Multikey", controller: id, publicKeyMultibase: multibase },
  ];
  web.publish(id, JSON.stringify({ id, type: "Person", inbox: `${id}/inbox`, assertionMethod }));
  const { hear } = house(web);
  assert.equal(await hear(eve, keyId), "wrong-key", "the key was read, and is not eve's");
});

test("whatever a host publishes as a key, it proves nothing and breaks nothing", async () => {
  const material = fc.record(
    {
      id: fc.constantFrom(ann.keyId, ann.id, ""),
      owner: fc.jsonValue(),
      publicKeyPem: fc.string(),
    },
    { requiredKeys: [] },
  );
  const actor = fc.record(
    {
      id: fc.constantFrom(ann.id, eve.id, `${ann.id}#x`),
      type: fc.constantFrom("Person", "Key", ["Person", "x"]),
      inbox: fc.jsonValue(),
      owner: fc.constantFrom(ann.id, eve.id),
      publicKey: fc.oneof(material, fc.array(material), fc.jsonValue()),
      publicKeyPem: fc.string(),
      assertionMethod: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const document = fc.oneof(
    fc.string(),
    fc.json(),
    actor.map((one) => JSON.stringify(one)),
  );
  await fc.assert(
    fc.asyncProperty(document, async (body) => {
      const web = makeFakeWeb();
      web.publish(ann.id, body);
      assert.notEqual(await house(web).hear(ann), "proven");
    }),
    { numRuns: 300 },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkTimeMs } from "../base/limits.ts";
import { day } from "../base/units.ts";
import type { ActorId, Host, ObjectId } from "../model/ids.ts";
import { absent, late } from "../model/observation.ts";
import { parseActor } from "../model/parse.ts";
import type { FetchAnswer } from "../ports/network.ts";
import { makeAuthenticator } from "./authenticate.ts";
import { makeDirectory } from "./directory.ts";
import {
  activity,
  actorDocument,
  ann,
  draft,
  eve,
  makeFakeWeb,
  makeSetClock,
  makeShelf,
  settle,
  signCavage,
} from "./speakers.fixture.ts";

const annId = ann.id as ActorId;

test("a sender's document is on the shelf once its key was fetched", async () => {
  const parts = { documents: makeShelf(), network: makeFakeWeb(ann), clock: makeSetClock() };
  const sent = signCavage(ann, draft, { covered: "(request-target) host date digest" });
  await makeAuthenticator(parts).authenticate(sent, activity());
  const profile = await makeDirectory(parts).profile(annId);
  assert.equal(profile.known && profile.value.username, "ann");
  assert.deepEqual(parts.network.asked, [ann.id]);
});

test("a document too slow for a check is late, and there the next time", async () => {
  const web = makeFakeWeb();
  const { promise, resolve: arrive } = Promise.withResolvers<FetchAnswer>();
  web.pages.set(ann.id, promise);
  const clock = makeSetClock();
  const directory = makeDirectory({ documents: makeShelf(), network: web, clock });
  const asked = directory.profile(annId);
  await settle();
  clock.pass(checkTimeMs);
  assert.deepEqual(await asked, late);
  arrive({ kind: "found", url: ann.id, body: actorDocument(ann) });
  await settle();
  assert.ok((await directory.profile(annId)).known);
});

test("what an actor says of itself counts until its host was asked again", async () => {
  const clock = makeSetClock();
  const directory = makeDirectory({ documents: makeShelf(), network: makeFakeWeb(ann), clock });
  const nameNow = async () => {
    const profile = await directory.profile(annId);
    return profile.known && profile.value.name;
  };
  assert.equal(await nameNow(), undefined);
  const parsed = parseActor(actorDocument(ann, { name: "Buy Here" }));
  assert.ok(parsed.ok);
  directory.heard(parsed.value, clock.now());
  assert.equal(await nameNow(), "Buy Here");
  clock.pass(2 * day);
  assert.equal(await nameNow(), "Buy Here");
  await settle();
  assert.equal(await nameNow(), undefined);
});

test("a document that is gone, broken or another's is no profile", async () => {
  const answers: FetchAnswer[] = [
    { kind: "gone", status: 410 },
    { kind: "denied", status: 401 },
    { kind: "failed", because: "it took too long" },
    { kind: "found", url: ann.id, body: "{" },
    { kind: "found", url: ann.id, body: actorDocument(eve) },
    { kind: "found", url: eve.id, body: actorDocument(ann) },
  ];
  for (const answer of answers) {
    const web = makeFakeWeb();
    web.pages.set(ann.id, answer);
    const parts = { documents: makeShelf(), network: web, clock: makeSetClock() };
    assert.deepEqual(await makeDirectory(parts).profile(annId), absent);
  }
});

const post = `${ann.id}/notes/1` as ObjectId;
const note = JSON.stringify({ id: post, type: "Note", attributedTo: ann.id, content: "hi" });
const because = "harbor.example" as Host;

function shows(url: string, answer: FetchAnswer | Promise<FetchAnswer>) {
  const web = makeFakeWeb();
  web.pages.set(url, answer);
  const clock = makeSetClock();
  const directory = makeDirectory({ documents: makeShelf(), network: web, clock });
  return { web, clock, directory };
}

test("a post that a delivery names is fetched once, and read as its host shows it", async () => {
  const { web, directory } = shows(post, { kind: "found", url: post, body: note });
  for (let asked = 0; asked < 3; asked++) {
    const fact = await directory.document(post, because);
    assert.equal(fact.known && fact.value.kind, "post");
  }
  assert.deepEqual(web.asked, [post]);
});

test("a page leads to a post of the same host, and to no other's", async () => {
  const page = `${ann.id}/as-html`;
  const { directory } = shows(page, { kind: "found", url: page, body: note });
  assert.equal((await directory.document(page as ObjectId, because)).known, true);
  const foreign = "https://third.example/1";
  const other = shows(foreign, { kind: "found", url: foreign, body: note });
  assert.deepEqual(await other.directory.document(foreign as ObjectId, because), absent);
});

test("a post too slow for a check is late, and goes on being fetched", async () => {
  const { promise, resolve: arrive } = Promise.withResolvers<FetchAnswer>();
  const { clock, directory } = shows(post, promise);
  const asked = directory.document(post, because);
  await settle();
  clock.pass(checkTimeMs);
  assert.deepEqual(await asked, late);
  arrive({ kind: "found", url: post, body: note });
  await settle();
  assert.equal((await directory.document(post, because)).known, true);
});

test("one host's deliveries make us fetch so much, and no more", async () => {
  const { web, directory } = shows(post, { kind: "found", url: post, body: note });
  await directory.document(post, because);
  for (let named = 0; named < 200; named++)
    await directory.document(`https://h${named}.example/1` as ObjectId, because);
  assert.ok(web.asked.length <= 60, `${web.asked.length} fetches`);
  assert.equal((await directory.document(post, because)).known, true);
  const before = web.asked.length;
  await directory.document("https://other.example/1" as ObjectId, "quiet.example" as Host);
  assert.equal(web.asked.length, before + 1, "others are not made to pay");
});

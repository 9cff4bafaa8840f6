import assert from "node:assert/strict";
import { test } from "node:test";
import { checkTimeMs } from "../base/limits.ts";
import type { ActorId } from "../model/ids.ts";
import { absent, late } from "../model/observation.ts";
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

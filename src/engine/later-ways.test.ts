import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs, hour } from "../base/units.ts";
import { parseActivity } from "../model/parse.ts";
import { profileOf } from "../model/server-profile.ts";
import { lastWayCloses, laterWaysOf } from "./later-ways.ts";

const noon = epochMs(Date.UTC(2026, 0, 5, 12));
const mastodon = profileOf("mastodon", "4.5.0");
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const bob = "https://remote.example/users/bob";
const signature = { type: "RsaSignature2017", creator: `${bob}#main-key`, signatureValue: "AA==" };

function ways(more: object, asActor = true, profile = mastodon) {
  const to = [everybody];
  const object = { id: `${bob}/1`, type: "Note", attributedTo: bob, to, content: "hello" };
  const all = { id: `${bob}/1/activity`, type: "Create", actor: bob, to, object, signature };
  const parsed = parseActivity(Buffer.from(JSON.stringify({ ...all, ...more })));
  assert(parsed.ok);
  return laterWaysOf(parsed.value, noon, profile, asActor);
}

test("a public post that its author signed comes in as ours, or is fetched while young", () => {
  assert.deepEqual(ways({}), [
    { rung: "own-proof", until: undefined },
    { rung: "resolve", until: after(noon, 6 * hour) },
  ]);
});

test("an integrity proof does as well, where the home server looks at those", () => {
  const proof = { type: "DataIntegrityProof", cryptosuite: "eddsa-jcs-2022", proofValue: "z1" };
  const proven = { signature: undefined, proof };
  assert.equal(ways(proven, true, profileOf("mastodon", "4.6.5"))[0]?.rung, "resolve");
  assert.deepEqual(ways(proven, true, profileOf("mastodon", "4.7.0"))[0], {
    rung: "own-proof",
    until: undefined,
  });
});

test("a signature's own end ends that way", () => {
  const expires = "2026-01-07T12:00:00Z";
  const [way] = ways({ signature: { ...signature, expires } });
  assert.deepEqual(way, { rung: "own-proof", until: after(noon, 2 * day) });
});

test("without an actor, or a signature of the post's own, it can only be fetched", () => {
  const fetched = [{ rung: "resolve", until: after(noon, 6 * hour) }];
  assert.deepEqual(ways({}, false), fetched);
  assert.deepEqual(ways({ signature: undefined }), fetched);
});

test("what is not for everybody has no later way: direct, for followers, a follow", () => {
  const alice = "https://home.example/users/alice";
  const object = { id: `${bob}/1`, type: "Note", to: [alice], content: "psst" };
  assert.deepEqual(ways({ to: [alice], object }), []);
  const followers = [`${bob}/followers`];
  assert.deepEqual(ways({ to: followers, object: { ...object, to: followers } }), []);
  assert.deepEqual(ways({ type: "Follow", to: undefined, object: alice }), []);
});

test("how young a post is counts from its own date, but not from the future", () => {
  const dated = (published: string) => ({ id: `${bob}/1`, type: "Note", to: everybody, published });
  const old = ways({ object: dated("2026-01-05T09:00:00Z"), signature: undefined });
  assert.deepEqual(old, [{ rung: "resolve", until: after(noon, 3 * hour) }]);
  const early = ways({ object: dated("2027-01-05T09:00:00Z"), signature: undefined });
  assert.deepEqual(early, [{ rung: "resolve", until: after(noon, 6 * hour) }]);
});

test("a boost can be passed on but not fetched; somebody else's post is not the author's", () => {
  const boost = { type: "Announce", object: "https://third.example/notes/1" };
  assert.deepEqual(ways(boost), [{ rung: "own-proof", until: undefined }]);
  const foreign = { id: "https://third.example/notes/1", type: "Note", to: everybody };
  assert.deepEqual(ways({ object: foreign, signature: undefined }), []);
});

test("each server has its own ways", () => {
  assert.deepEqual(ways({}, true, profileOf("misskey", "2026.1.0")), [
    { rung: "own-proof", until: undefined },
  ]);
  assert.deepEqual(ways({}, true, profileOf("gotosocial", "0.20.0")), []);
});

test("the last way closes when all have, or never", () => {
  assert.equal(lastWayCloses(noon, []), noon);
  assert.equal(lastWayCloses(noon, [{ rung: "resolve", until: after(noon, hour) }]), noon + hour);
  assert.equal(lastWayCloses(noon, [{ rung: "own-proof", until: undefined }]), undefined);
});

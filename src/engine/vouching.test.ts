import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActivityObject } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { ActorId, ObjectId } from "../model/ids.ts";
import { observation } from "./observation.fixture.ts";
import { note, threadReply } from "./signals/stories.ts";
import { vouchedBy, vouchedIn } from "./vouching.ts";

const carol = "https://elsewhere.example/users/carol";
const dave = "https://third.example/users/dave";

/** Somebody on remote.example boosts a post of elsewhere.example. */
function boost(cc: readonly string[], object = "https://elsewhere.example/posts/1"): Arrival {
  const { arrival } = observation(note({ here: 0 }), {});
  const objects: readonly ActivityObject[] = [{ kind: "reference", id: object as ObjectId }];
  const addressed = { to: [], cc, audience: [], total: cc.length };
  return { ...arrival, activity: { ...arrival.activity, kind: "announce", objects, addressed } };
}

/** And answers one. */
function answer(hrefs: readonly string[], here = 0): Arrival {
  const { arrival } = observation(threadReply({ here }), {});
  const objects = arrival.activity.objects.map((one) => {
    if (one.kind !== "post") return one;
    return { ...one, post: { ...one.post, mentions: hrefs.map((href) => ({ href, name: "" })) } };
  });
  return { ...arrival, activity: { ...arrival.activity, objects } };
}

test("a boost vouches for whom it says the post is by", () => {
  const { actor } = boost([]).sender;
  assert.equal(vouchedIn(boost([`${actor}/followers`, dave, carol])), carol);
  assert.equal(vouchedIn(boost([dave])), undefined);
  assert.equal(vouchedIn(boost(["https://elsewhere.example/users/x/followers"])), undefined);
  assert.equal(vouchedIn(boost([actor], "https://remote.example/posts/1")), undefined);
});

test("an answer vouches for whom it answers, not for the rest of the thread", () => {
  assert.equal(vouchedIn(answer([dave, carol])), carol);
  assert.equal(vouchedIn(answer([dave])), undefined);
});

test("what only mentions somebody, or reaches one of us, vouches for nobody", () => {
  assert.equal(vouchedIn(observation(note(), {}).arrival), undefined);
  const [ours] = answer([], 1).audience.notified;
  assert.equal(vouchedIn(answer([ours?.actor ?? ""], 1)), undefined);
});

test("vouchers count as far as different people here follow them", () => {
  const by = (...names: string[]) => ({ followers: names.map((one) => one as ActorId) });
  assert.equal(vouchedBy([]), 0);
  assert.equal(vouchedBy([by("alice", "bob", "carol")]), 1);
  assert.equal(vouchedBy([by("alice"), by("alice"), by("alice")]), 1);
  assert.equal(vouchedBy([by("alice"), by("bob"), by("alice")]), 2);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Activity, type ActivityObject, nothingOfItsOwn } from "../../model/activity.ts";
import type { Authenticity } from "../../model/authenticity.ts";
import type { ActorId, Host, ObjectId } from "../../model/ids.ts";
import { authorOf } from "./author.ts";

const ann = "https://a.example/users/ann" as ActorId;

const signedByAnn: Authenticity = {
  kind: "proven",
  signature: "draft-cavage",
  signer: ann,
  signerHost: "a.example" as Host,
  signedAt: undefined,
  expiresAt: undefined,
};

function says(more: Partial<Activity> = {}): Activity {
  return {
    kind: "create",
    type: "Create",
    id: "https://a.example/acts/1" as ObjectId,
    actor: ann,
    addressed: { to: [], cc: [], audience: [], total: 0 },
    published: undefined,
    objects: [post("https://a.example/posts/1")],
    target: undefined,
    instrument: undefined,
    content: undefined,
    carries: nothingOfItsOwn,
    ...more,
  };
}

function post(id: string, ...attributedTo: readonly string[]): ActivityObject {
  const nothing = { to: [], cc: [], audience: [], total: 0 };
  return {
    kind: "post",
    post: {
      type: "Note",
      id: id as ObjectId,
      attributedTo: attributedTo as readonly ActorId[],
      inReplyTo: [],
      quotes: [],
      replies: [],
      addressed: nothing,
      directMessage: undefined,
      published: undefined,
      updated: undefined,
      sensitive: false,
      title: undefined,
      warning: undefined,
      bodies: [],
      options: [],
      notes: [],
      mentions: [],
      hashtags: [],
      emoji: [],
      attachments: [],
      links: [],
      tagsTotal: 0,
    },
  };
}

function reference(id: string): ActivityObject {
  return { kind: "reference", id: id as ObjectId };
}

const stories: readonly [story: string, activity: Activity, kind: string][] = [
  ["everything is of one host", says({ objects: [post("https://a.example/p", ann)] }), "proven"],
  ["an activity without an id", says({ id: undefined }), "proven"],
  [
    "a like of somebody else's post",
    says({ kind: "like", objects: [reference("https://b.example/p")] }),
    "proven",
  ],
  [
    "a boost of somebody else's post",
    says({ kind: "announce", objects: [post("https://b.example/p")] }),
    "proven",
  ],
  ["somebody else acts", says({ actor: "https://b.example/users/bob" as ActorId }), "relayed"],
  ["a neighbour acts", says({ actor: "https://a.example/users/abe" as ActorId }), "relayed"],
  ["an activity of another host", says({ id: "https://b.example/1" as ObjectId }), "relayed"],
  ["a post of another host", says({ objects: [post("https://b.example/p")] }), "relayed"],
  [
    "a post of another host, by name",
    says({ objects: [reference("https://b.example/p")] }),
    "relayed",
  ],
  [
    "a post by somebody of another host",
    says({ objects: [post("https://a.example/p", ann, "https://b.example/u")] }),
    "relayed",
  ],
  [
    "an edit of another host's post",
    says({ kind: "update", objects: [post("https://b.example/p")] }),
    "relayed",
  ],
  [
    "a quote request with another host's post",
    says({
      kind: "quote-request",
      objects: [reference("https://b.example/p")],
      instrument: post("https://c.example/q"),
    }),
    "relayed",
  ],
  [
    "the same host on another port",
    says({ id: "https://a.example:8443/1" as ObjectId }),
    "relayed",
  ],
  ["an id that is no URL", says({ id: "1" as ObjectId }), "relayed"],
];

for (const [story, activity, kind] of stories) {
  test(`${story}: ${kind}`, () => {
    assert.equal(authorOf(activity, signedByAnn).kind, kind);
  });
}

test("while nothing is proven, nobody is the author", () => {
  const refuted: Authenticity = {
    kind: "refuted",
    signature: "none",
    why: "absent",
    because: "it is not signed",
  };
  assert.deepEqual(authorOf(says(), refuted), { kind: "none" });
});

// What an activity does, and to what: a post, an actor, another activity, or only an id.

import { activityNestingMax } from "../base/limits.ts";
import type { Activity, ActivityKind, ActivityObject } from "./activity.ts";
import type { ActorId, ObjectId } from "./ids.ts";
import { actorOf, isActor } from "./parse-actor.ts";
import type { Wire } from "./parse-fields.ts";
import {
  firstIdOf,
  idOf,
  isWire,
  listOf,
  momentOf,
  presentOf,
  textOf,
  typesOf,
} from "./parse-fields.ts";
import { addressingOf, postOf } from "./parse-post.ts";

const kinds: ReadonlyMap<string, ActivityKind> = new Map([
  ["Create", "create"],
  ["Update", "update"],
  ["Delete", "delete"],
  ["Announce", "announce"],
  ["Follow", "follow"],
  ["Like", "like"],
  ["EmojiReact", "like"],
  ["EmojiReaction", "like"],
  ["Dislike", "like"],
  ["Undo", "undo"],
  ["Accept", "accept"],
  ["TentativeAccept", "accept"],
  ["Reject", "reject"],
  ["TentativeReject", "reject"],
  ["Add", "add"],
  ["Remove", "remove"],
  ["Block", "block"],
  ["Flag", "flag"],
  ["Move", "move"],
  ["QuoteRequest", "quote-request"],
]);

/** An activity by its type, or because somebody does something to something. */
export function isActivity(wire: Wire): boolean {
  if (typesOf(wire).some((type) => kinds.has(type))) return true;
  return wire.actor !== undefined && wire.object !== undefined;
}

/**
 * Undefined where nobody acts. `outer` is who acts around an activity that names no actor
 * itself; `nesting` is how many activities may still stand inside it.
 */
export function activityOf(
  wire: Wire,
  outer?: ActorId,
  nesting = activityNestingMax,
): Activity | undefined {
  const actor = (firstIdOf(wire.actor) as ActorId | undefined) ?? outer;
  if (actor === undefined) return undefined;
  const types = typesOf(wire);
  const type = types.find((one) => kinds.has(one)) ?? types[0] ?? "Activity";
  const inside = (value: unknown): ActivityObject | undefined =>
    objectOf(value, actor, nesting - 1, wire.tag);
  return {
    kind: kinds.get(type) ?? "other",
    type,
    id: idOf(wire) as ObjectId | undefined,
    actor,
    addressed: addressingOf(wire),
    published: momentOf(wire.published),
    objects: presentOf(listOf(wire.object), inside),
    target: firstIdOf(wire.target),
    instrument: inside(listOf(wire.instrument)[0]),
    content: saidOf(wire),
    carries: {
      linkedDataSignature: isWire(wire.signature),
      integrityProof: listOf(wire.proof).some(isWire),
    },
  };
}

/** A reaction's emoji or a report's reason, which Lemmy calls a summary. */
function saidOf(wire: Wire): string | undefined {
  return textOf(wire.content) ?? textOf(wire._misskey_reaction) ?? textOf(wire.summary);
}

function objectOf(
  value: unknown,
  actor: ActorId,
  nesting: number,
  tags: unknown,
): ActivityObject | undefined {
  if (!isWire(value)) return referenceTo(value);
  if (isActivity(value)) {
    const activity = nesting > 0 ? activityOf(value, actor, nesting) : undefined;
    return activity === undefined ? otherOf(value) : { kind: "activity", activity };
  }
  if (isActor(value)) {
    const profile = actorOf(value);
    return profile === undefined ? otherOf(value) : { kind: "actor", profile };
  }
  if (isPost(value)) return { kind: "post", post: postOf(value, tags) };
  return typesOf(value).length === 0 ? referenceTo(value) : otherOf(value);
}

function referenceTo(value: unknown): ActivityObject | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { kind: "reference", id: id as ObjectId };
}

function otherOf(wire: Wire): ActivityObject {
  const id = idOf(wire) as ObjectId | undefined;
  return { kind: "other", type: typesOf(wire)[0] ?? "Object", id };
}

const postTypes: ReadonlySet<string> = new Set([
  ...["Note", "Question", "Article", "Page", "Event", "Document"],
  ...["Video", "Audio", "Image", "ChatMessage", "Comment", "Review", "Quotation"],
]);

/** Gone things, lists and pointers: whatever name or summary they have is not a post's. */
const neverPosts: ReadonlySet<string> = new Set([
  ...["Tombstone", "Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage"],
  ...["Link", "Mention", "Hashtag", "Relationship", "Key", "CryptographicKey", "Multikey"],
]);

/** By its type, or because a server that shows unknown types would have something to show. */
export function isPost(wire: Wire): boolean {
  const types = typesOf(wire);
  if (types.some((type) => postTypes.has(type))) return true;
  if (types.some((type) => neverPosts.has(type))) return false;
  const { content, contentMap, source, name, nameMap, summary, attachment, inReplyTo } = wire;
  return [content, contentMap, source, name, nameMap, summary, attachment, inReplyTo].some(
    (value) => value !== undefined && value !== null,
  );
}

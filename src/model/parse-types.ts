// What a JSON object is: by the types it names, and by its shape only where it names none that
// we know. A Note with an inbox is still a Note: servers that go by the type would show it.

import type { ActivityKind } from "./activity.ts";
import { typesOf, type Wire } from "./parse-fields.ts";

/**
 * The most demanding first: of several types the first of these decides, because a server may
 * act on any of them, and what creates something must not pass for what ends it.
 */
const kinds: ReadonlyMap<string, ActivityKind> = new Map([
  ["Create", "create"],
  ["Update", "update"],
  ["Announce", "announce"],
  ["Add", "add"],
  ["QuoteRequest", "quote-request"],
  ["Collection", "other"],
  ["OrderedCollection", "other"],
  ["CollectionPage", "other"],
  ["OrderedCollectionPage", "other"],
  ["Follow", "follow"],
  ["EmojiReact", "like"],
  ["EmojiReaction", "like"],
  ["Like", "like"],
  ["Dislike", "like"],
  ["Move", "move"],
  ["Remove", "remove"],
  ["Block", "block"],
  ["Flag", "flag"],
  ["Accept", "accept"],
  ["TentativeAccept", "accept"],
  ["Reject", "reject"],
  ["TentativeReject", "reject"],
  ["Undo", "undo"],
  ["Delete", "delete"],
]);

const demands = [...kinds.keys()];

/** The type that decides, and what it does. */
export function kindOf(wire: Wire): { readonly kind: ActivityKind; readonly type: string } {
  const types = typesOf(wire);
  const only = types.length === 1 ? types[0] : undefined;
  const type = only ?? demands.find((one) => types.includes(one)) ?? types[0] ?? "Activity";
  return { kind: kinds.get(type) ?? "other", type };
}

const collectionTypes: ReadonlySet<string> = new Set([
  ...["Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage"],
]);

export function isCollection(wire: Wire): boolean {
  return typesOf(wire).some((type) => collectionTypes.has(type));
}

const postTypes: ReadonlySet<string> = new Set([
  ...["Note", "Question", "Article", "Page", "Event", "Document"],
  ...["Video", "Audio", "Image", "ChatMessage", "Comment", "Review", "Quotation"],
]);

const actorTypes: ReadonlySet<string> = new Set([
  ...["Person", "Service", "Application", "Group", "Organization"],
]);

export function isActorType(type: string): boolean {
  return actorTypes.has(type);
}

/** Gone things, lists and pointers: whatever name or summary they have is not a post's. */
const neverPosts: ReadonlySet<string> = new Set([
  ...["Tombstone", "Link", "Mention", "Hashtag", "Relationship"],
  ...["Key", "CryptographicKey", "Multikey"],
]);

export type Shape = "activity" | "post" | "actor";

/** All that it may be taken for: nearly always one. Empty for what has nothing to read. */
export function shapesOf(wire: Wire): readonly Shape[] {
  const named = namedShapes(typesOf(wire));
  return named ?? guessedShapes(wire);
}

/** Undefined where no type is known. */
function namedShapes(types: readonly string[]): readonly Shape[] | undefined {
  const shapes: Shape[] = [];
  if (types.some((type) => kinds.has(type) && !collectionTypes.has(type))) shapes.push("activity");
  if (types.some((type) => postTypes.has(type))) shapes.push("post");
  if (shapes.length === 0 && types.some(isActorType)) shapes.push("actor");
  if (shapes.length > 0) return shapes;
  const known = types.some((type) => neverPosts.has(type) || collectionTypes.has(type));
  return known ? [] : undefined;
}

/**
 * Somebody does something to something; somebody could deliver to it and check its signatures;
 * a server that shows unknown types would have something to show.
 */
function guessedShapes(wire: Wire): readonly Shape[] {
  const shapes: Shape[] = [];
  if (wire.actor !== undefined && wire.object !== undefined) shapes.push("activity");
  else if (typeof wire.inbox === "string" && wire.publicKey !== undefined) shapes.push("actor");
  const { content, contentMap, source, name, nameMap, summary, attachment, inReplyTo } = wire;
  const said = [content, contentMap, source, inReplyTo];
  if (shapes.length === 0) said.push(name, nameMap, summary, attachment);
  if (said.some((value) => value !== undefined && value !== null)) shapes.push("post");
  return shapes;
}

// Whether a relayed activity is its named author's: the origin's own copy says the same.

import type { Activity, Document, Post } from "../../model/activity.ts";
import { type ActorId, type Host, hostOf, type ObjectId } from "../../model/ids.ts";

/** What may be proven by asking its origin, and where. */
export interface Relayed {
  readonly author: ActorId;
  /** Of the post, on the author's host. */
  readonly id: ObjectId;
  readonly post: Post;
}

/**
 * The new or edited post that somebody else than its author delivered: forwarded, relayed, or
 * inside a group's Announce. Undefined where there is none that its author's host could show, and
 * where more than this post comes along: who is proven by one would speak for the other.
 */
export function relayedIn(activity: Activity, signer: ActorId): Relayed | undefined {
  const { actor: author, kind, objects, instrument } = activity;
  const [object, ...more] = objects;
  if (object === undefined || more.length > 0 || instrument !== undefined) return undefined;
  if (object.kind === "activity") {
    const inside = relayedIn(object.activity, signer);
    return inside && isOf(inside.author, object.activity.id) ? inside : undefined;
  }
  if (object.kind !== "post" || (kind !== "create" && kind !== "update")) return undefined;
  const { post } = object;
  if (author === signer || post.id === undefined) return undefined;
  const named = post.attributedTo.length === 0 || post.attributedTo.includes(author);
  return named && isOf(author, post.id) ? { author, id: post.id, post } : undefined;
}

function isOf(author: ActorId, id: ObjectId | undefined): boolean {
  return id === undefined || hostOf(id) === hostOf(author);
}

/** Same id, author and content. Anything else proves nothing: it may have been edited. */
export function isSaidBy({ author, id, post }: Relayed, copy: Document): boolean {
  if (copy.kind !== "post" || copy.post.id !== id) return false;
  return copy.post.attributedTo.includes(author) && wordsOf(copy.post) === wordsOf(post);
}

/** All that a reader would see, and whom it is for. */
function wordsOf(post: Post): string {
  const { title, warning, bodies, options, mentions, attachments, inReplyTo } = post;
  const shown = attachments.map(({ url, alt }) => [url, alt]);
  const named = mentions.map(({ href }) => href);
  const texts = bodies.map(({ text }) => text);
  return JSON.stringify([title, warning, texts, options, named, shown, inReplyTo]);
}

/** Whether a document that this host showed is one of its own. */
export function isSpokenBy(host: Host | undefined, document: Document): boolean {
  const id = idOf(document);
  return id !== undefined && host !== undefined && hostOf(id) === host;
}

function idOf(document: Document): string | undefined {
  switch (document.kind) {
    case "post":
      return document.post.id;
    case "activity":
      return document.activity.id;
    case "actor":
      return document.profile.id;
    case "other":
      return document.id;
  }
}

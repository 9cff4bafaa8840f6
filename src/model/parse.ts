// Bytes to meaning. Total: for any bytes at all it answers, in time proportional
// to their number, and never throws.
//
// Plain JSON, and of JSON-LD only what a document itself says of its names: no context is
// fetched, because nearly every server reads plain names too. Where a property stands twice the
// last one counts, as it does for the servers behind us.

import { jsonDepthMax } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Activity, ActorProfile, Document, PublicKey, Unreadable } from "./activity.ts";
import type { ObjectId } from "./ids.ts";
import { activityOf } from "./parse-activity.ts";
import { actorOf, keyOf } from "./parse-actor.ts";
import { type CollectionPart, collectionOf } from "./parse-collection.ts";
import { idOf, isWire, typesOf, type Wire } from "./parse-fields.ts";
import { inPlainNames } from "./parse-names.ts";
import { postOf } from "./parse-post.ts";
import { isCollection, shapesOf } from "./parse-types.ts";

/** What came to an inbox. An activity of an unknown type is of kind `other`, never refused. */
export function parseActivity(body: Uint8Array): Result<Activity, Unreadable> {
  const wire = typedObjectIn(body);
  if (!wire.ok) return wire;
  const activity = activityOf(wire.value);
  return activity === undefined ? refuse("no-actor", "it does not say who acts") : ok(activity);
}

/** Any document that a server publishes or sends. */
export function parseDocument(body: Uint8Array | string): Result<Document, Unreadable> {
  const found = typedObjectIn(body);
  if (!found.ok) return found;
  const wire = found.value;
  const shapes = shapesOf(wire);
  if (shapes[0] === "activity") {
    const activity = activityOf(wire);
    if (activity === undefined) return refuse("no-actor", "it does not say who acts");
    return ok({ kind: "activity", activity });
  }
  const profile = shapes.includes("actor") ? actorOf(wire) : undefined;
  if (profile !== undefined) return ok({ kind: "actor", profile });
  if (shapes.includes("post")) return ok({ kind: "post", post: postOf(wire) });
  const id = idOf(wire) as ObjectId | undefined;
  return ok({ kind: "other", type: typesOf(wire)[0] ?? "Object", id });
}

/** An actor's own document, as fetched from its id or its key's. */
export function parseActor(body: string): Result<ActorProfile, Unreadable> {
  const found = objectIn(body);
  if (!found.ok) return found;
  const profile = shapesOf(found.value).includes("actor") ? actorOf(found.value) : undefined;
  return profile === undefined ? refuse("no-actor", "it is not an actor with an id") : ok(profile);
}

/** A key that has a document of its own, as GoToSocial's does; its type may be missing. */
export function parseKey(body: string): Result<PublicKey, Unreadable> {
  const found = objectIn(body);
  if (!found.ok) return found;
  const key = keyOf(found.value);
  return key === undefined ? refuse("no-type", "it is not a key with an id") : ok(key);
}

/** A collection, or a page of one; undefined for anything else. */
export function parseCollection(body: string): CollectionPart | undefined {
  const found = objectIn(body);
  return found.ok && isCollection(found.value) ? collectionOf(found.value) : undefined;
}

function typedObjectIn(body: Uint8Array | string): Result<Wire, Unreadable> {
  const found = objectIn(body);
  if (!found.ok || typesOf(found.value).length > 0) return found;
  return refuse("no-type", "it has no type");
}

function objectIn(body: Uint8Array | string): Result<Wire, Unreadable> {
  const text = typeof body === "string" ? body.replace(/^\uFEFF/, "") : decode(body);
  if (text === undefined) return refuse("not-utf8", "it is not UTF-8");
  if (isTooDeep(text)) return refuse("too-deep", `it nests deeper than ${jsonDepthMax}`);
  const value = parseJson(text);
  if (!value.ok) return value;
  const plain = inPlainNames(value.value);
  return isWire(plain) ? ok(plain) : refuse("not-an-object", "it is not a JSON object");
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): Result<unknown, Unreadable> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return refuse("not-json", "it is not JSON");
  }
}

function refuse(kind: Unreadable["kind"], because: string): Result<never, Unreadable> {
  return err({ kind, because });
}

const quote = 0x22;
const openingBrace = 0x7b;
const openingBracket = 0x5b;
const closingBrace = 0x7d;
const closingBracket = 0x5d;

/** Counts brackets outside strings before anything is built. Most of a body is strings: skipped. */
function isTooDeep(text: string): boolean {
  if (countUpTo(jsonDepthMax, "{", text) + countUpTo(jsonDepthMax, "[", text) <= jsonDepthMax) {
    return false;
  }
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) at = endOfString(text, at);
    else if (unit === openingBrace || unit === openingBracket) depth++;
    else if (unit === closingBrace || unit === closingBracket) depth--;
    if (depth > jsonDepthMax) return true;
  }
  return false;
}

/** Nearly every document opens fewer brackets than could be too deep, wherever they stand. */
function countUpTo(max: number, bracket: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
    if (++count > max) break;
  }
  return count;
}

/** Where the string that opens at `start` ends: a quote after an even run of backslashes. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}

// The smallest steps of understanding a stranger's JSON: one value in, what we
// wanted or nothing out. Each is total, and none keeps more than its bound.

import { listLengthMax, textLengthMax, urlLengthMax } from "../base/limits.ts";
import { type EpochMs, parseTime } from "../base/units.ts";

/** Every property of a document that we read, as it may stand on the wire. */
type WireName =
  | ("id" | "@id" | "type" | "@type" | "href" | "url" | "name" | "nameMap" | "content")
  | (
      | "contentMap"
      | "summary"
      | "summaryMap"
      | "source"
      | "_misskey_content"
      | "mediaType"
      | "mimeType"
    )
  | ("actor" | "object" | "target" | "instrument" | "signature" | "proof" | "_misskey_reaction")
  | ("to" | "cc" | "audience" | "attributedTo" | "inReplyTo" | "directMessage" | "sensitive")
  | ("quote" | "quoteUrl" | "quoteUri" | "_misskey_quote" | "rel" | "language" | "identifier")
  | ("published" | "updated" | "tag" | "attachment" | "image" | "icon" | "oneOf" | "anyOf")
  | (
      | "blurhash"
      | "digestMultibase"
      | "width"
      | "height"
      | "preferredUsername"
      | "value"
      | "inbox"
      | "outbox"
    )
  | ("endpoints" | "sharedInbox" | "followers" | "following" | "alsoKnownAs" | "movedTo")
  | ("suspended" | "publicKey" | "publicKeyPem" | "publicKeyMultibase" | "assertionMethod")
  | ("owner" | "controller" | "items" | "orderedItems" | "first" | "next" | "replies" | "@value")
  | ("preview" | "location" | "support" | "_misskey_summary");

export type Wire = { readonly [Name in WireName]?: unknown };

export function isWire(value: unknown): value is Wire {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One value or many; at most `listLengthMax` of them. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [value];
  return value.length > listLengthMax ? value.slice(0, listLengthMax) : value;
}

/** What `wanted` finds in each entry, where it finds something. */
export function presentOf<T, U>(
  entries: readonly T[],
  wanted: (entry: T) => U | undefined,
): readonly U[] {
  const found: U[] = [];
  for (const entry of entries) {
    const one = wanted(entry);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** How many there are on the wire, those beyond `listLengthMax` included. */
export function countOf(value: unknown): number {
  if (value === undefined || value === null) return 0;
  return Array.isArray(value) ? value.length : 1;
}

/**
 * The first text of a value, without lone surrogates, cut at `max` UTF-16 units. JSON-LD writes it
 * as an object too, with its language beside it.
 */
export function textOf(value: unknown, max = textLengthMax): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  const text = isWire(first) ? first["@value"] : first;
  if (typeof text !== "string" || text === "") return undefined;
  return (text.length > max ? text.slice(0, max) : text).toWellFormed();
}

/** A text, or the first of its language map. */
export function mappedTextOf(value: unknown, map: unknown, max?: number): string | undefined {
  return textOf(value, max) ?? languagesOf(map, max)[0]?.text;
}

/** The entries of a language map, in its order. */
export function languagesOf(
  map: unknown,
  max?: number,
): readonly { readonly language: string; readonly text: string }[] {
  if (!isWire(map)) return [];
  const found: { language: string; text: string }[] = [];
  for (const [language, value] of Object.entries(map).slice(0, listLengthMax)) {
    const text = textOf(value, max);
    if (text !== undefined) found.push({ language, text });
  }
  return found;
}

/** An id: a string, or the `id` or `href` of an object. What is longer than any URL is none. */
export function idOf(value: unknown): string | undefined {
  if (isWire(value)) return idOf(value.id ?? value["@id"] ?? value.href);
  if (typeof value !== "string" || value === "" || value.length > urlLengthMax) return undefined;
  const id = value.trim().toWellFormed();
  return id === "" ? undefined : id;
}

/** All ids of a value that may be one or many; `T` is the brand its field gives them. */
export function idsOf<T extends string>(...values: readonly unknown[]): readonly T[] {
  let ids: Set<string> | undefined;
  for (const value of values) {
    for (const entry of listOf(value)) {
      const id = idOf(entry);
      if (id !== undefined) ids = (ids ?? new Set()).add(id);
    }
  }
  return ids === undefined ? [] : ([...ids] as T[]);
}

export function firstIdOf(value: unknown): string | undefined {
  return Array.isArray(value) ? idOf(value[0]) : idOf(value);
}

const namespace = /^(?:as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#)/;

/**
 * Every type that a document claims, without the namespace that JSON-LD allows
 * before it: a server that expands contexts takes `as:Create` for a Create.
 */
export function typesOf(wire: Wire): readonly string[] {
  const types: string[] = [];
  for (const entry of listOf(wire.type ?? wire["@type"])) {
    const type = textOf(entry, 100);
    const plain = type?.includes(":") ? type.replace(namespace, "") : type;
    if (plain !== undefined && plain !== "") types.push(plain);
  }
  return types;
}

/** Funkwhale and Prismo call it `mimeType`. */
export function mediaTypeOf(wire: Wire): string | undefined {
  return textOf(wire.mediaType ?? wire.mimeType, 200)?.toLowerCase();
}

export function momentOf(value: unknown): EpochMs | undefined {
  const text = textOf(value, 64);
  return text === undefined ? undefined : parseTime(text);
}

export function flagOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** A size in pixels and the like; undefined where it is no positive number. */
export function sizeOf(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 && Number.isFinite(value) ? value : undefined;
}

// Actor documents and keys, in the spellings that servers publish them in.

import { listLengthMax, textLengthMax } from "../base/limits.ts";
import type { ActorProfile, PublicKey } from "./activity.ts";
import type { ActorId } from "./ids.ts";
import {
  firstIdOf,
  flagOf,
  idOf,
  idsOf,
  isWire,
  listOf,
  mappedTextOf,
  momentOf,
  presentOf,
  textOf,
  typesOf,
  type Wire,
} from "./parse-fields.ts";
import { isActorType } from "./parse-types.ts";

/** Undefined without an id: an actor without a name of its own is nobody. */
export function actorOf(wire: Wire): ActorProfile | undefined {
  const id = idOf(wire);
  if (id === undefined) return undefined;
  const types = typesOf(wire);
  return {
    type: types.find(isActorType) ?? types[0] ?? "Person",
    id: id as ActorId,
    username: textOf(wire.preferredUsername, nameLengthMax),
    name: mappedTextOf(wire.name, wire.nameMap, nameLengthMax),
    summary:
      mappedTextOf(wire.summary, wire.summaryMap, textLengthMax) ?? textOf(wire._misskey_summary),
    icon: imageUrl(wire.icon),
    iconMarks: marksOf(wire.icon),
    image: imageUrl(wire.image),
    fields: fieldsOf(wire.attachment),
    published: momentOf(wire.published),
    inbox: firstIdOf(wire.inbox),
    sharedInbox: sharedInboxOf(wire),
    followers: firstIdOf(wire.followers),
    following: firstIdOf(wire.following),
    outbox: firstIdOf(wire.outbox),
    alsoKnownAs: idsOf(wire.alsoKnownAs),
    movedTo: firstIdOf(wire.movedTo),
    suspended: flagOf(wire.suspended) ?? false,
    keys: keysOf(wire),
  };
}

/** A key, by PEM (`Key`, `CryptographicKey`) or as a Multikey; undefined without material. */
export function keyOf(wire: Wire): PublicKey | undefined {
  const id = idOf(wire);
  if (id === undefined) return undefined;
  const owner = firstIdOf(wire.owner) ?? firstIdOf(wire.controller);
  const pem = textOf(wire.publicKeyPem, keyLengthMax);
  if (pem !== undefined) return { id, owner, material: { kind: "pem", pem } };
  const multibase = textOf(wire.publicKeyMultibase, keyLengthMax);
  if (multibase === undefined) return undefined;
  return { id, owner, material: { kind: "multibase", multibase } };
}

/** Names longer than this are cut; Mastodon's limit is 30, the longest we know of is 255. */
const nameLengthMax = 1024;

/** A PEM of RSA-8192, the largest key anybody could mean, has about 1,400 characters. */
const keyLengthMax = 8 * 1024;

/** Keys of one actor that are looked at; servers publish one or two. */
const keysMax = 16;

function keysOf(wire: Wire): readonly PublicKey[] {
  const keys: PublicKey[] = [];
  for (const entry of [...listOf(wire.publicKey), ...listOf(wire.assertionMethod)]) {
    if (keys.length >= keysMax) break;
    const key = isWire(entry) ? keyOf(entry) : undefined;
    if (key !== undefined) keys.push(key);
  }
  return keys;
}

function sharedInboxOf(wire: Wire): string | undefined {
  const endpoint = isWire(wire.endpoints) ? wire.endpoints.sharedInbox : undefined;
  return firstIdOf(endpoint) ?? firstIdOf(wire.sharedInbox);
}

function imageUrl(value: unknown): string | undefined {
  const first = listOf(value)[0];
  return isWire(first) ? (firstIdOf(first.url) ?? idOf(first.href)) : idOf(first);
}

/** A blurhash, or a digest as FEP-ef61 and the Data Integrity contexts spell it. */
function marksOf(value: unknown): readonly string[] {
  const first = listOf(value)[0];
  if (!isWire(first)) return [];
  return presentOf([first.blurhash, first.digestMultibase], (mark) => textOf(mark, markLengthMax));
}

/** The longest blurhash has 166 characters. */
const markLengthMax = 200;

/** The name-and-value rows of a profile. */
function fieldsOf(value: unknown): ActorProfile["fields"] {
  const fields: { name: string; value: string }[] = [];
  for (const entry of listOf(value).slice(0, listLengthMax)) {
    if (!isWire(entry) || !typesOf(entry).some((type) => type.endsWith("PropertyValue"))) continue;
    const name = textOf(entry.name, nameLengthMax) ?? "";
    fields.push({ name, value: textOf(entry.value, nameLengthMax) ?? "" });
  }
  return fields;
}

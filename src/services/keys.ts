/**
 * Whose key is this? From a key id to a key that verifies and the actor it speaks for.
 *
 *   keyId ─▶ its document ─▶ names an owner ─▶ the owner's document lists the key id
 *            (often the owner's own: then that is all)
 *
 * A key alone can claim any owner, so the owner must claim it back, from the same host.
 */

import type { KeyObject } from "node:crypto";
import { Recent } from "../base/recent.ts";
import { type EpochMs, hour } from "../base/units.ts";
import { isSameUrl, listedKey, withoutFragment } from "../engine/identity/key-ids.ts";
import type { ActorProfile } from "../model/activity.ts";
import type { Refutation } from "../model/authenticity.ts";
import { type ActorId, type Host, hostOf } from "../model/ids.ts";
import { parseActor, parseKey } from "../model/parse.ts";
import type { Clock } from "../ports/clock.ts";
import { makeKeyObject } from "./key-object.ts";
import type { Library, Looked } from "./library.ts";

export interface KnownKey {
  readonly kind: "known";
  readonly key: KeyObject;
  readonly owner: ActorId;
  readonly host: Host;
}

export type KeyAnswer =
  | KnownKey
  | { readonly kind: "unknown"; readonly why: "unavailable" | "gone"; readonly because: string }
  | { readonly kind: "refused"; readonly why: Refutation; readonly because: string };

/** No method throws. `because` is a clause that follows "its key" in a sentence. */
export interface Keys {
  /** From what we have; undefined where that is nothing. Fetches nothing. */
  known(keyId: string): Promise<KnownKey | undefined>;
  /** From what we have, else from its host. */
  find(keyId: string): Promise<KeyAnswer>;
  /** From its host; undefined if that was asked within `keyRefetchMs`. */
  renew(keyId: string): Promise<KeyAnswer | undefined>;
}

/** Key objects kept ready, 2.4 KiB each; built anew after an hour, to see renewals. */
const readyMax = 10_000;
const readyMs = hour;

type Look = (url: string) => Promise<Looked | undefined>;

export function makeKeys(library: Library, clock: Clock): Keys {
  const ready = new Recent<string, { readonly key: KnownKey; readonly until: EpochMs }>(readyMax);
  const keep = (keyId: string, answer: KeyAnswer | undefined): void => {
    if (answer?.kind !== "known") return;
    ready.set(keyId, { key: answer, until: (clock.now() + readyMs) as EpochMs });
  };
  return {
    async known(keyId) {
      const had = ready.get(keyId);
      if (had !== undefined && had.until > clock.now()) return had.key;
      const answer = await trace(keyId, library.shelved);
      keep(keyId, answer);
      return answer?.kind === "known" ? answer : undefined;
    },
    async find(keyId) {
      const answer = await trace(keyId, library.find);
      keep(keyId, answer);
      return answer ?? missing;
    },
    async renew(keyId) {
      const renewed = await library.renew(withoutFragment(keyId));
      if (renewed === undefined) return undefined;
      const first = withoutFragment(keyId);
      const look: Look = async (url) =>
        url === first ? renewed : ((await library.renew(url)) ?? (await library.shelved(url)));
      const answer = await trace(keyId, look);
      keep(keyId, answer);
      return answer;
    },
  };
}

const missing: KeyAnswer = { kind: "unknown", why: "unavailable", because: "is not here" };

/** Undefined if `look` had no answer for one of the documents. */
async function trace(keyId: string, look: Look): Promise<KeyAnswer | undefined> {
  const host = hostOf(keyId);
  if (host === undefined) return unavailable("is named by something else than a web address");
  const url = withoutFragment(keyId);
  const looked = await look(url);
  if (looked?.kind !== "found") return looked && unknownFor(looked);
  const named = readOwner(looked.body);
  if (named === undefined) return unavailable("has a document that can't be read");
  if (hostOf(named.owner) !== host) return unavailable("names an owner on another host");
  if (named.profile !== undefined && isSameUrl(withoutFragment(named.owner), url))
    return confirm(keyId, named.profile, host);
  const owner = await look(withoutFragment(named.owner));
  if (owner?.kind !== "found") return owner && unknownFor(owner);
  const profile = parseActor(owner.body);
  if (!profile.ok || !isSameUrl(profile.value.id, named.owner))
    return refuse("wrong-owner", "has an owner that is not an actor");
  return confirm(keyId, profile.value, host);
}

interface Named {
  readonly owner: string;
  readonly profile: ActorProfile | undefined;
}

/** Who a key's document says owns it: the actor that it is, or the one that it names. */
function readOwner(body: string): Named | undefined {
  const actor = parseActor(body);
  if (actor.ok) return { owner: actor.value.id, profile: actor.value };
  const key = parseKey(body);
  if (!key.ok || key.value.owner === undefined) return undefined;
  return { owner: key.value.owner, profile: undefined };
}

function confirm(keyId: string, profile: ActorProfile, host: Host): KeyAnswer {
  const listed = listedKey(profile, keyId);
  if (listed === undefined) return refuse("wrong-owner", "is not listed by its owner");
  if (listed.owner !== undefined && !isSameUrl(listed.owner, profile.id))
    return refuse("wrong-owner", "is listed as somebody else's");
  const key = makeKeyObject(listed.material);
  if (!key.ok) return refuse("unsupported", `can't be used: ${key.error}`);
  return { kind: "known", key: key.value, owner: profile.id, host };
}

function unknownFor(looked: Exclude<Looked, { kind: "found" }>): KeyAnswer {
  if (looked.kind === "gone") return { kind: "unknown", why: "gone", because: "is gone" };
  return unavailable(`could not be fetched: ${looked.because}`);
}

function unavailable(because: string): KeyAnswer {
  return { kind: "unknown", why: "unavailable", because };
}

function refuse(why: Refutation, because: string): KeyAnswer {
  return { kind: "refused", why, because };
}

// Which of an actor's keys a key id means, and where the id leads.

import type { ActorProfile, PublicKey } from "../../model/activity.ts";

/**
 * The key of this id that an actor's own document lists. A key id that is just the actor's id
 * means its first key, as old servers sign.
 */
export function listedKey(profile: ActorProfile, keyId: string): PublicKey | undefined {
  const named = profile.keys.find((key) => isSameUrl(key.id, keyId));
  return named ?? (isSameUrl(profile.id, keyId) ? profile.keys[0] : undefined);
}

/** Where a key or an actor is to be fetched: a fragment never reaches a server. */
export function withoutFragment(url: string): string {
  const cut = url.indexOf("#");
  return cut < 0 ? url : url.slice(0, cut);
}

/** Equal once spelled the same way; of two that are no URLs, equal as they stand. */
export function isSameUrl(one: string, other: string): boolean {
  if (one === other) return true;
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;
}

// Whether a document is about an actor: its own, one below its URL, or one that names it, such
// as a key, a post, or the answer to a handle.

import type { ActorId } from "../model/ids.ts";
import type { CachedDocument } from "../ports/documents.ts";

/** What stands behind an actor's URL in the addresses of what is its own. */
export const belowActor = ["/", "#", "?"] as const;

/** As a JSON string, plain and as PHP escapes it. */
export function spellingsOf(actor: ActorId): readonly [string, string] {
  return [`"${actor}"`, `"${actor.replaceAll("/", "\\/")}"`];
}

export function namesActor({ url, outcome }: CachedDocument, actor: ActorId): boolean {
  if (url === (actor as string)) return true;
  if (belowActor.some((mark) => url.startsWith(actor + mark))) return true;
  if (outcome.kind !== "found") return false;
  return spellingsOf(actor).some((spelling) => outcome.body.includes(spelling));
}

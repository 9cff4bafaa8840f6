// The server we protect, as far as its URLs tell: which actors are ours, who owns a post.

import type { ActorId, Host } from "./ids.ts";
import { hostOf } from "./ids.ts";

export interface Home {
  /** Every host name whose URLs are ours; the first is where its actors live. */
  readonly hosts: readonly Host[];
  /** URL prefix of local actors, where one is known; else any URL of ours may be an actor. */
  readonly actors: string | undefined;
}

export function isLocal(home: Home, url: string): boolean {
  const host = hostOf(url);
  return host !== undefined && home.hosts.includes(host);
}

/** Collections and endpoints that hang below an actor and are not an actor themselves. */
const belowAnActor =
  /\/(?:followers|following|outbox|inbox|statuses|s|p|collections|featured|liked|notes?|posts?|activities|objects|main-key)(?:[/?].*)?$/;

/**
 * The local actor that a URL of ours names, is below of, or (a post) belongs to.
 * Undefined for what is not ours and where the URL does not tell, as with
 * Misskey's `/notes/ID`, Pleroma's `/objects/UUID` and Lemmy's `/post/ID`.
 */
export function localActorOf(home: Home, url: string): ActorId | undefined {
  if (!isLocal(home, url)) return undefined;
  const bare = url.replace(/#.*$/, "");
  if (home.actors !== undefined) {
    if (!bare.startsWith(home.actors)) return undefined;
    const name = bare.slice(home.actors.length).split(/[/?]/, 1)[0];
    return name ? ((home.actors + name) as ActorId) : undefined;
  }
  const actor = bare.replace(belowAnActor, "");
  return new URL(actor).pathname.length > 1 ? (actor as ActorId) : undefined;
}

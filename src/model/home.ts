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

/** Where software puts its people: `/users/alice`, `/ap/users/1`, `/@alice`, Lemmy's `/u/alice`. */
const actorPath =
  /^(?:(?:\/ap|\/federation)?\/(?:users?|u|c|m|accounts|author|channel|profile|video-channels)\/[^/]+|\/@[^/]+)/;

/** What hangs below an actor, or beside all of them, and is not an actor itself. */
const belowAnActor =
  /\/(?:followers|following|outbox|inbox|statuses|s|p|collections|featured|liked|notes?|posts?|comments?|notice|item|display|videos|events?|activit(?:y|ies)|objects?|private_message|tags?|main-key)(?:\/.*)?$/;

/**
 * The local actor that a URL of ours names, is below of, or (a post) belongs to.
 * Undefined for what is not ours and where the URL does not tell, as with
 * Misskey's `/notes/ID`, Pleroma's `/objects/UUID` and Lemmy's `/post/ID`. WordPress names its
 * people in the query.
 */
export function localActorOf(home: Home, url: string): ActorId | undefined {
  const known = below(home, url);
  if (known !== undefined) return known;
  const parsed = isLocal(home, url) ? URL.parse(url) : null;
  if (parsed === null) return undefined;
  const { pathname } = parsed;
  const origin = `${parsed.protocol}//${hostOf(url)}`;
  const parsedKnown = below(home, origin + pathname);
  if (parsedKnown !== undefined) return parsedKnown;
  const person = actorPath.exec(pathname)?.[0];
  if (person !== undefined) return spelled(home, origin, person);
  if (home.actors !== undefined) return undefined;
  const path = pathname.replace(belowAnActor, "").replace(/\/$/, "");
  if (path !== "") return (origin + path) as ActorId;
  const author = parsed.searchParams.get("author");
  return author === null ? undefined : (`${origin}/?author=${author}` as ActorId);
}

/** The owner of a personal inbox, by its path; undefined for shared inboxes. */
export function inboxOwner(home: Home, path: string): ActorId | undefined {
  const name = namedInbox.exec(path)?.[1];
  if (name !== undefined && home.hosts[0] !== undefined) {
    return ((home.actors ?? `https://${home.hosts[0]}/profile/`) + name) as ActorId;
  }
  const host = home.hosts[0];
  const blogger = ghostInbox.exec(path)?.[1];
  if (blogger !== undefined && host !== undefined) {
    return `https://${host}/.ghost/activitypub/users/${blogger}` as ActorId;
  }
  const person = personalInbox.exec(path.replace(/\?.*$/, ""))?.[1];
  if (person === undefined || host === undefined || sharedBases.has(person)) return undefined;
  const origin = URL.parse(home.actors ?? "")?.origin ?? `https://${host}`;
  return localActorOf(home, origin + person) ?? ((origin + person) as ActorId);
}

const personalInbox = /^(\/.+)\/inbox\/?$/;

/** Friendica's and Hubzilla's. */
const namedInbox = /^\/inbox\/([\w-]+)\/?(?:\?|$)/;

const ghostInbox = /^\/\.ghost\/activitypub\/inbox\/([\w-]+)\/?(?:\?|$)/;

/** What stands before `/inbox` where it is nobody's own: server actors, and routes of software. */
const sharedBases: ReadonlySet<string> = new Set([
  "/actor",
  "/instance",
  "/instance/actor",
  "/relay",
  "/internal/fetch",
  "/ap",
  "/f",
  "/i",
  "/users",
  "/federation",
  "/activitypub",
  "/wp-json/activitypub/1.0",
]);

/** The actor by prefix and name, where the name needs no decoding and no dots resolved. */
function below({ actors }: Home, url: string): ActorId | undefined {
  if (actors === undefined || !url.startsWith(actors)) return undefined;
  const name = /^[\w-]+(?:\.[\w-]+)*(?=[/?#]|$)/.exec(url.slice(actors.length))?.[0];
  return name === undefined ? undefined : ((actors + name) as ActorId);
}

/** One person, one spelling: Mastodon takes `/@alice` for `/users/alice`. */
function spelled(home: Home, origin: string, path: string): ActorId {
  const byHandle = home.actors !== undefined && path.startsWith("/@");
  return (byHandle ? home.actors + path.slice(2) : origin + path) as ActorId;
}

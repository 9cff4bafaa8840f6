// Whom here a delivery reaches: people whose attention it asks for, not those who would
// merely see it pass.

import { listLengthMax, recipientsMax } from "../base/limits.ts";
import type {
  Activity,
  ActivityKind,
  ActivityObject,
  Addressing,
  Post,
} from "../model/activity.ts";
import type { Audience, Recipient } from "../model/arrival.ts";
import { type Home, inboxOwner, isLocal, localActorOf } from "../model/home.ts";
import type { ActorId } from "../model/ids.ts";
import { idOf } from "./named-objects.ts";
import { handlesIn } from "./text/handles.ts";
import { isFollowers, isPublic, isStreamed } from "./visibility.ts";

/**
 * Counted on the wire, whether or not the home server would resolve them.
 *
 *   a post, in whatever       whom it addresses or mentions, in tags or in its text; whose post
 *                             it answers or quotes; the inbox's owner if it is for nobody else
 *   a post by its id alone    somebody, nobody can tell whom: counted as one not read
 *   a follow, a like, a boost whom or whose post it concerns
 *   a quote request           whose post would be quoted
 *   a move                    whom somebody moves to, or the inbox's owner
 *   an Announce, a list       whom the activities inside concern
 *
 * Deletions, undos, answers, blocks and profile updates reach nobody; reports go to
 * moderators. Entries that parsing did not read count in `notifiedTotal`: no honest post has
 * so many, and they would be the place to hide recipients in. Bounded by `recipientsMax`.
 */
export function audienceOf(activity: Activity, path: string, home: Home): Audience {
  const seen = new Set<string>();
  const reach: Reach = { home, seen, notified: new Map(), elsewhere: new Set(), unread: 0 };
  reachOf(activity, reach);
  reachInbox(activity, path, reach);
  return {
    notified: firstOf(reach.notified),
    notifiedTotal: reach.notified.size + reach.unread,
    elsewhere: reach.elsewhere.size,
  };
}

function firstOf(notified: Reach["notified"]): readonly Recipient[] {
  const first: Recipient[] = [];
  for (const [actor, via] of notified) {
    if (first.length === recipientsMax) break;
    first.push({ actor, via });
  }
  return first;
}

interface Reach {
  readonly home: Home;
  /** Most posts say each address two or three times: of the activity, of the post, of a tag. */
  readonly seen: Set<string>;
  /** In the order of the strength of `via`: who is there already stays as they are. */
  readonly notified: Map<ActorId, Recipient["via"]>;
  readonly elsewhere: Set<string>;
  unread: number;
}

const postKinds: ReadonlySet<ActivityKind> = new Set(["create", "update", "other"]);
const personKinds: ReadonlySet<ActivityKind> = new Set(["follow", "like", "quote-request", "move"]);

/** What they hold is over or refused: no server shows it, whatever it is. */
const endings: ReadonlySet<ActivityKind> = new Set([
  ...(["delete", "undo", "accept", "reject", "remove", "block", "flag"] as const),
]);

function reachOf(activity: Activity, reach: Reach): void {
  const { kind, objects } = activity;
  if (endings.has(kind)) return;
  if (kind === "follow") reachFollowed(objects, reach);
  else if (kind === "move") reachMovedTo(activity, reach);
  else if (kind === "announce" || personKinds.has(kind)) {
    reachOwners(objectIds(objects), activity, reach);
  }
  const posts = theirPosts(activity, reach.home);
  if (posts.length > 0 || postKinds.has(kind)) reachByPosts(activity, posts, reach);
  reach.unread += unreadReferences(activity, reach);
  for (const object of objects) if (object.kind === "activity") reachOf(object.activity, reach);
}

/** Posts of its own. A like may show our own post again: that is no message to whom it names. */
function theirPosts({ kind, objects, instrument }: Activity, home: Home): readonly Post[] {
  const posts: Post[] = [];
  for (const object of objects) if (object.kind === "post") posts.push(object.post);
  if (instrument?.kind === "post") posts.push(instrument.post);
  if (postKinds.has(kind)) return posts;
  return posts.filter(({ id }) => id === undefined || !isLocal(home, id));
}

/** An update of a profile carries no post, addresses its followers, and reaches nobody. */
function reachByPosts(activity: Activity, posts: readonly Post[], reach: Reach): void {
  if (isOfActor(activity)) return;
  for (const post of posts) {
    for (const { href } of post.mentions) {
      if (href !== undefined) reachAddress(href, "mention", reach);
    }
  }
  let unread = unreadOf(activity.addressed);
  reachAddressed(activity.addressed, reach);
  for (const post of posts) {
    reachAddressed(post.addressed, reach);
    unread = Math.max(unread, unreadOf(post.addressed), unreadTags(post));
  }
  reachHandles(posts, reach);
  reachOwners(posts.flatMap(answered), activity, reach);
  reach.unread += unread;
}

function isOfActor({ objects }: Activity): boolean {
  return objects.length > 0 && objects.every((object) => object.kind === "actor");
}

/**
 * A server that fetches what is only named may find a message to anybody. Hardly any software
 * creates by reference; a pinned post is an Add, and so are an actor's own updates of itself.
 */
function unreadReferences({ kind, objects, actor }: Activity, { home }: Reach): number {
  if (kind !== "create" && kind !== "update" && kind !== "add") return 0;
  const isUnread = (object: ActivityObject): boolean =>
    object.kind === "reference" &&
    (object.id as string) !== (actor as string) &&
    !isLocal(home, object.id);
  return objects.some(isUnread) ? 1 : 0;
}

/** Lemmy takes `@ada@home.example` in a comment for a mention, with or without a tag. */
function reachHandles(posts: readonly Post[], reach: Reach): void {
  const names = new Map<string, string>();
  for (const host of reach.home.hosts) {
    for (const { bodies } of posts) {
      for (const { text } of bodies)
        for (const name of handlesIn(text, host)) names.set(name, host);
    }
  }
  if (names.size === 0) return;
  const known = new Set<string>();
  for (const actor of reach.notified.keys()) known.add(lastNameOf(actor));
  for (const [name, host] of names) {
    if (known.has(name)) continue;
    notify(localActorOf(reach.home, `https://${host}/@${name}`) ?? name, "addressed", reach);
  }
}

/** `/users/Ada` and `/@ada` are called `ada`. */
function lastNameOf(actor: string): string {
  return actor
    .slice(actor.lastIndexOf("/") + 1)
    .replace("@", "")
    .toLowerCase();
}

function answered(post: Post): readonly string[] {
  return [...post.inReplyTo, ...post.quotes];
}

function unreadOf({ to, cc, audience, total }: Addressing): number {
  return total - to.length - cc.length - audience.length;
}

function unreadTags(post: Post): number {
  return Math.max(0, post.tagsTotal - listLengthMax);
}

function reachAddressed({ to, cc, audience }: Addressing, reach: Reach): void {
  for (const address of to) reachAddress(address, "addressed", reach);
  for (const address of cc) reachAddress(address, "addressed", reach);
  for (const address of audience) reachAddress(address, "addressed", reach);
}

function reachAddress(address: string, via: Recipient["via"], reach: Reach): void {
  if (reach.seen.has(address) || isPublic(address)) return;
  reach.seen.add(address);
  if (!isLocal(reach.home, address)) {
    if (!isFollowers(address)) reach.elsewhere.add(address);
    return;
  }
  const actor = localActorOf(reach.home, address);
  if (isFollowers(address) && actor !== address) return;
  notify(actor ?? address, via, reach);
}

function notify(actor: string, via: Recipient["via"], reach: Reach): void {
  if (!reach.notified.has(actor as ActorId)) reach.notified.set(actor as ActorId, via);
}

/**
 * The owners of posts of ours. Where a URL does not name its owner, they are most likely among
 * the people here who are addressed anyway; if nobody is, the post stands for its owner.
 */
function reachOwners(posts: readonly string[], activity: Activity, reach: Reach): void {
  const ours = posts.filter((post) => isLocal(reach.home, post));
  if (ours.length === 0) return;
  const owners = ours.map((post) => localActorOf(reach.home, post));
  for (const owner of owners) if (owner !== undefined) notify(owner, "owner", reach);
  const unowned = ours.filter((_, at) => owners[at] === undefined);
  if (unowned.length === 0 || reach.notified.size > 0) return;
  reachAddressed(activity.addressed, reach);
  if (reach.notified.size > 0) return;
  for (const post of unowned) notify(post, "owner", reach);
}

function objectIds(objects: readonly ActivityObject[]): readonly string[] {
  return objects.map(idOf).filter((id) => id !== undefined);
}

function reachFollowed(objects: readonly ActivityObject[], reach: Reach): void {
  for (const id of objectIds(objects)) {
    if (!isLocal(reach.home, id)) continue;
    notify(localActorOf(reach.home, id) ?? id, "followed", reach);
  }
}

function reachMovedTo({ target }: Activity, reach: Reach): void {
  if (target === undefined || !isLocal(reach.home, target)) return;
  notify(localActorOf(reach.home, target) ?? target, "moved-to", reach);
}

/**
 * A personal inbox says whom a delivery is for only where the activity itself does not: a
 * direct post, or a contact whose object names nobody here. What is streamed to followers comes
 * to personal inboxes too and asks for nobody's attention.
 */
function reachInbox(activity: Activity, path: string, reach: Reach): void {
  const owner = inboxOwner(reach.home, path);
  if (owner === undefined || !isForItsInbox(activity, reach)) return;
  notify(owner, "inbox", reach);
}

function isForItsInbox(activity: Activity, { home, notified }: Reach): boolean {
  const { kind } = activity;
  if (personKinds.has(kind)) return notified.size === 0;
  if (endings.has(kind) || isOfActor(activity)) return false;
  const posts = postsWithin(activity, home);
  if (posts.length === 0 && !postKinds.has(kind)) return false;
  return !isStreamed(activity.addressed, ...posts.map((post) => post.addressed));
}

function postsWithin(activity: Activity, home: Home): readonly Post[] {
  const posts = [...theirPosts(activity, home)];
  for (const object of activity.objects) {
    if (object.kind === "activity") posts.push(...postsWithin(object.activity, home));
  }
  return posts;
}

/**
 * What the home server fetches when it gets an activity: posts that this names and does not carry.
 *
 *   Create, Update of an id, QuoteRequest by an id    the post itself      read in its place
 *   a reply, a quote, a boost                         somebody's post      judged beside it
 *   a post that lists answers on its own host         those answers        judged beside it
 *
 * One step deep: what a fetched post names in turn is not followed. Mastodon tells those whom a
 * fetched young post mentions, so a harmless reply can bring in what it answers.
 */

import {
  type Activity,
  type ActivityObject,
  nothingOfItsOwn,
  type Post,
} from "../model/activity.ts";
import { type Home, isLocal } from "../model/home.ts";
import { hostOf, type ObjectId } from "../model/ids.ts";

/** Posts that one delivery can make us fetch. Honest ones name one, a quote in a reply two. */
export const pulledMax = 4;

/** How a named post stands to the activity: shown inside it, or only linked to it. */
export type PulledAs = "itself" | "answered" | "listed" | "shown";

export interface Pulled {
  readonly id: ObjectId;
  readonly as: PulledAs;
}

/** Each once, what is read in the activity's place first. Ours and what is no URL are left out. */
export function pulledBy(activity: Activity, home: Home): readonly Pulled[] {
  const pulled = new Map<ObjectId, PulledAs>();
  addPulled(activity, pulled);
  return [...pulled]
    .filter(([id]) => hostOf(id) !== undefined && !isLocal(home, id))
    .map(([id, as]) => ({ id, as }))
    .slice(0, pulledMax);
}

function addPulled(activity: Activity, pulled: Map<ObjectId, PulledAs>): void {
  const { kind, objects, instrument } = activity;
  const add = (id: ObjectId, as: PulledAs): void => {
    if (!pulled.has(id)) pulled.set(id, as);
  };
  if (instrument?.kind === "reference" && kind === "quote-request") add(instrument.id, "itself");
  for (const object of objects) {
    if (object.kind === "activity") addPulled(object.activity, pulled);
    if (object.kind === "reference" && isMade(activity, object.id)) add(object.id, "itself");
    if (object.kind === "reference" && kind === "announce") add(object.id, "shown");
  }
  for (const post of postsOf(activity)) {
    for (const id of post.quotes) add(id, "shown");
    for (const id of post.inReplyTo) add(id, "answered");
    for (const id of post.replies) if (hostOf(id) === hostOf(post.id ?? "")) add(id, "listed");
  }
}

/** Not the actor itself: a profile is no post. */
function isMade({ kind, actor }: Activity, id: ObjectId): boolean {
  return (kind === "create" || kind === "update") && (id as string) !== (actor as string);
}

function postsOf({ objects, instrument }: Activity): readonly Post[] {
  const carried = instrument === undefined ? objects : [...objects, instrument];
  return carried.flatMap((object) => (object.kind === "post" ? [object.post] : []));
}

/** The activity as the home server will have it: with its post in the place of the post's id. */
export function withFetched(activity: Activity, posts: ReadonlyMap<ObjectId, Post>): Activity {
  const put = (object: ActivityObject): ActivityObject => {
    if (object.kind === "activity")
      return { ...object, activity: withFetched(object.activity, posts) };
    const post = object.kind === "reference" ? posts.get(object.id) : undefined;
    return post === undefined ? object : { kind: "post", post };
  };
  const { objects, instrument } = activity;
  return { ...activity, objects: objects.map(put), instrument: instrument && put(instrument) };
}

/** A fetched post as if its author had sent it here. Undefined where it names nobody. */
export function asCreated(post: Post): Activity | undefined {
  const [actor] = post.attributedTo;
  if (actor === undefined) return undefined;
  return {
    kind: "create",
    type: "Create",
    id: undefined,
    actor,
    addressed: post.addressed,
    published: post.published,
    objects: [{ kind: "post", post }],
    target: undefined,
    instrument: undefined,
    content: undefined,
    carries: nothingOfItsOwn,
  };
}

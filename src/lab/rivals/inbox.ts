// What a rival knows when something comes in: what the log told so far, read once.
//
// Rules that admins run stand inside a home server or before it, so they know whom its people
// follow and what the sender's host says of the sender. Both come from the log.

import { assert } from "../../base/assert.ts";
import type { EpochMs } from "../../base/units.ts";
import { audienceOf } from "../../engine/audience.ts";
import { readHtml } from "../../engine/text/html.ts";
import { urlsIn } from "../../engine/text/urls.ts";
import type { Activity, ActorProfile, Post } from "../../model/activity.ts";
import type { Home } from "../../model/home.ts";
import { type ActorId, hostOf } from "../../model/ids.ts";
import { parseActivity, parseActor } from "../../model/parse.ts";
import type { TrafficEvent } from "../../model/traffic-log.ts";

/** A delivery that notifies somebody here. */
export interface Contact {
  readonly delivery: string;
  readonly at: EpochMs;
  readonly activity: Activity;
  /** The post it carries, where it carries one. */
  readonly post: Post | undefined;
  /** As a reader sees it, with the addresses of what it links to. */
  readonly text: string;
  /** Where it links to, mentions and hashtags included; as written. */
  readonly links: readonly string[];
  /** The addresses of its hashtags' pages, as its tags say. */
  readonly hashtagPages: readonly string[];
  readonly profile: ActorProfile | undefined;
  /** What its host says, or where that says nothing, when it was first seen here. */
  readonly accountSince: EpochMs;
  readonly followedHere: boolean;
  readonly recipients: readonly ContactRecipient[];
}

export interface ContactRecipient {
  readonly actor: ActorId;
  readonly followsSender: boolean;
  /** Wrote to the sender before. */
  readonly addressedSender: boolean;
  /** Whether their follow of an actor stands. */
  follows(actor: string): boolean;
}

export interface Inbox {
  /** Notes what the line tells. A contact comes back, if the line is one. */
  take(event: TrafficEvent): Contact | undefined;
}

export function makeInbox(): Inbox {
  let home: Home = { hosts: [], actors: undefined };
  const people = makePeople();
  const documents = new Map<string, string | null>();
  const firstSeen = new Map<string, EpochMs>();
  return {
    take(event) {
      switch (event.type) {
        case "traffic-log":
          home = homeOf(event);
          return undefined;
        case "document":
          documents.set(event.url, event.body);
          return undefined;
        case "local":
          people.notice(event);
          return undefined;
        case "delivery": {
          const activity = activityIn(event);
          if (activity === undefined) return undefined;
          if (!firstSeen.has(activity.actor)) firstSeen.set(activity.actor, event.at);
          const since = firstSeen.get(activity.actor) ?? event.at;
          const profile = profileIn(documents.get(activity.actor));
          return contactOf(event, activity, { home, people, profile, since });
        }
        case "label":
        case "unknown":
          return undefined;
      }
    },
  };
}

/** A log whose actors' place is its whole origin does not tell it. */
function homeOf({ origin, actors }: TrafficEvent & { type: "traffic-log" }): Home {
  const host = hostOf(origin);
  assert(host !== undefined, "a home has an address");
  return { hosts: [host], actors: actors === `${origin}/` ? undefined : actors };
}

/** What is unsigned or unreadable the home server itself refuses: no rule comes to see it. */
function activityIn(event: TrafficEvent & { type: "delivery" }): Activity | undefined {
  if (event.signature === "absent" || event.signature === "invalid") return undefined;
  const parsed = parseActivity(new TextEncoder().encode(event.activity));
  return parsed.ok ? parsed.value : undefined;
}

function profileIn(document: string | null | undefined): ActorProfile | undefined {
  if (typeof document !== "string") return undefined;
  const parsed = parseActor(document);
  return parsed.ok ? parsed.value : undefined;
}

interface Known {
  readonly home: Home;
  readonly people: People;
  readonly profile: ActorProfile | undefined;
  readonly since: EpochMs;
}

function contactOf(
  { id, at, inbox, activity: body }: TrafficEvent & { type: "delivery" },
  activity: Activity,
  { home, people, profile, since }: Known,
): Contact | undefined {
  const { notified, notifiedTotal } = audienceOf(activity, inbox, home);
  if (notifiedTotal === 0) return undefined;
  const sender = activity.actor;
  const post = activity.objects.find((object) => object.kind === "post")?.post;
  return {
    delivery: id,
    ...{ at, activity, post, profile },
    ...shownBy(post),
    hashtagPages: hashtagPagesIn(body),
    accountSince: profile?.published ?? since,
    followedHere: people.isFollowed(sender),
    recipients: notified.map(({ actor }) => ({
      actor,
      followsSender: people.follows(actor, sender),
      addressedSender: people.addressed(actor, sender),
      follows: (other) => people.follows(actor, other),
    })),
  };
}

function shownBy(post: Post | undefined): Pick<Contact, "text" | "links"> {
  const texts: string[] = [];
  const links = (post?.links ?? []).filter((link) => hostOf(link) !== hostOf(post?.id ?? ""));
  for (const { format, text } of bodiesOf(post)) {
    if (format === "text") texts.push(text);
    else {
      for (const { text: shown, link } of readHtml(text).runs) {
        texts.push(shown);
        if (link !== undefined) links.push(link.href);
      }
    }
  }
  const text = texts.join(" ");
  for (const { start, end } of urlsIn(text)) links.push(text.slice(start, end));
  return { text, links: [...new Set(links)] };
}

/** Title and warning are shown before the text. */
function bodiesOf(post: Post | undefined): readonly { format: "html" | "text"; text: string }[] {
  if (post === undefined) return [];
  const before = [post.title, post.warning].filter((text) => text !== undefined);
  return [...before.map((text) => ({ format: "text" as const, text })), ...post.bodies];
}

/** Parsing keeps only the names of hashtags. */
function hashtagPagesIn(body: string): readonly string[] {
  const { object } = JSON.parse(body) as { object?: unknown };
  const { tag } = (typeof object === "object" && object !== null ? object : {}) as {
    tag?: unknown;
  };
  const tags = (Array.isArray(tag) ? tag : [tag]) as ({ type?: unknown; href?: unknown } | null)[];
  const pages = tags.filter((one) => one?.type === "Hashtag").map((one) => one?.href);
  return pages.filter((href) => typeof href === "string");
}

/** Whom the people here follow, and whom they wrote to. */
interface People {
  notice(act: TrafficEvent & { type: "local" }): void;
  follows(person: string, actor: string): boolean;
  addressed(person: string, actor: string): boolean;
  isFollowed(actor: string): boolean;
}

function makePeople(): People {
  const follows = new Map<string, Set<string>>();
  const addressed = new Set<string>();
  return {
    notice({ action, by, actor }) {
      const followers = follows.get(actor) ?? new Set();
      follows.set(actor, followers);
      if (action === "follow") followers.add(by);
      if (action === "unfollow" || action === "block") followers.delete(by);
      if (action === "reply" || action === "mention") addressed.add(`${by} ${actor}`);
    },
    follows: (person, actor) => follows.get(actor)?.has(person) ?? false,
    addressed: (person, actor) => addressed.has(`${person} ${actor}`),
    isFollowed: (actor) => (follows.get(actor)?.size ?? 0) > 0,
  };
}

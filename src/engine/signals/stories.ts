// Stories: what a signal says of one contact, told in one line each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultsOf } from "../../base/settings.ts";
import { epochMs } from "../../base/units.ts";
import {
  type Activity,
  type ActivityKind,
  type ActorProfile,
  nothingOfItsOwn,
  type Post,
  untoldProfile,
} from "../../model/activity.ts";
import type { Audience, Sender } from "../../model/arrival.ts";
import type { ActorId, Host, ObjectId } from "../../model/ids.ts";
import {
  type ActorHistory,
  absent,
  type Campaign,
  type Facts,
  type HostHistory,
  type Known,
  known,
  type Need,
  nobodyClicked,
  noCampaign,
  noWindows,
  type Repeats,
  type Windows,
} from "../../model/observation.ts";
import {
  type Disguise,
  type Link,
  type Reading,
  undisguised,
  type Visibility,
} from "../../model/reading.ts";
import { expectedOf } from "../host-record.ts";
import type { AnySignal, Seen } from "./signal.ts";

/** All that a signal sees beside facts. */
export type Contact = Omit<Seen<Need>, "facts">;

/** What is said of a fact; those not named are unknown. */
export type Told = { readonly [K in Need]?: Facts[K] | typeof unknown };

/** In a story: this could not be had. */
export const unknown = absent;

export type Story = readonly [title: string, contact: Contact, told: Told, strength: number];

/** Strengths are compared to two decimals. */
export function stories(signal: AnySignal, rows: readonly Story[]): void {
  for (const [title, contact, told, strength] of rows) {
    test(`${signal.symbol}: ${title}`, () => {
      const found = signal.judge({ ...contact, facts: factsOf(told) }, defaultsOf(signal.settings));
      assert.equal(Math.round(found.strength * 100) / 100, strength);
      assert.equal(found.because === "", strength === 0);
    });
  }
}

export function factsOf(told: Told): Known<Need> {
  const fact = <K extends Need>(need: K): Known<Need>[K] => {
    const value = told[need];
    return value === undefined || value === unknown ? unknown : (known(value) as Known<Need>[K]);
  };
  return {
    unsolicitedRecipients: fact("unsolicitedRecipients"),
    hintedRecipients: fact("hintedRecipients"),
    opaqueRecipients: fact("opaqueRecipients"),
    otherBodies: fact("otherBodies"),
    actorHistory: fact("actorHistory"),
    hostHistory: fact("hostHistory"),
    repeats: fact("repeats"),
    campaign: fact("campaign"),
    profile: fact("profile"),
    words: fact("words"),
  };
}

/** When every story happens. */
export const noon = epochMs(Date.UTC(2026, 0, 5, 12));

interface Saying {
  readonly text?: string;
  readonly links?: readonly Link[];
  readonly attachments?: number;
  readonly visibility?: Visibility;
  readonly disguise?: Partial<Disguise>;
  /** Local people it reaches, and remote actors it addresses beside them. */
  readonly here?: number;
  readonly elsewhere?: number;
}

/** A post that answers nothing: a line of small talk to one person here, unless told otherwise. */
export function note(told: Saying = {}): Contact {
  return contactOf("create", told, { kind: "none" });
}

/** An answer to a post of ours. */
export function reply(told: Saying = {}): Contact {
  const post = "https://home.example/@alice/1" as ObjectId;
  return contactOf("create", told, { kind: "local", post });
}

/** An answer to a post elsewhere, in a thread that names somebody here. */
export function threadReply(told: Saying = {}): Contact {
  const post = "https://elsewhere.example/posts/1" as ObjectId;
  return contactOf("create", told, { kind: "remote", post });
}

/** A post of its own that it edits. */
export function update(told: Saying = {}): Contact {
  return contactOf("update", told, { kind: "none" });
}

export function follow(): Contact {
  return contactOf("follow", { text: "" }, { kind: "none" });
}

/** `text`: what a reaction is spelled with, where it is no bare like. */
export function like(told: Saying = { text: "" }): Contact {
  return contactOf("like", told, { kind: "none" });
}

export function boost(): Contact {
  return contactOf("announce", { text: "" }, { kind: "none" });
}

/** On somebody else's site, unless `own`. */
export function link(url: string, own = false): Link {
  const { host } = new URL(url);
  return { url, host: host as Host, domain: host, own };
}

const sender: Sender = {
  actor: "https://remote.example/users/sam" as ActorId,
  host: "remote.example" as Host,
  domain: "remote.example",
  proven: true,
};

function contactOf(kind: ActivityKind, told: Saying, replyTo: Reading["replyTo"]): Contact {
  const reading = readingOf(told, replyTo);
  const inReplyTo = replyTo.kind === "none" ? [] : [replyTo.post];
  const activity = activityOf(kind, kind === "create" ? [postOf(inReplyTo)] : []);
  return { at: noon, activity, reading, sender, audience: audienceOf(told) };
}

function readingOf(told: Saying, replyTo: Reading["replyTo"]): Reading {
  const { text = "Good morning, did you see the herons at the pond today?" } = told;
  return {
    text,
    comparable: text.toLowerCase(),
    links: told.links ?? [],
    mentions: [],
    hashtags: [],
    attachments: told.attachments ?? 0,
    blurhashes: [],
    visibility: told.visibility ?? "public",
    replyTo,
    about: [],
    language: undefined,
    disguise: { ...undisguised, ...told.disguise },
    keys: [],
  };
}

function audienceOf({ here = 1, elsewhere = 0 }: Saying): Audience {
  const notified = Array.from({ length: here }, (_, i) => ({
    actor: `https://home.example/users/p${i}` as ActorId,
    via: "mention" as const,
  }));
  return { notified, notifiedTotal: here, elsewhere };
}

function activityOf(kind: ActivityKind, posts: readonly Post[]): Activity {
  return {
    kind,
    type: kind,
    id: "https://remote.example/activities/1" as ObjectId,
    actor: sender.actor,
    addressed: nobody,
    published: undefined,
    objects: posts.map((post) => ({ kind: "post" as const, post })),
    target: undefined,
    instrument: undefined,
    content: undefined,
    carries: nothingOfItsOwn,
  };
}

const nobody = { to: [], cc: [], audience: [], total: 0 };

function postOf(inReplyTo: readonly ObjectId[]): Post {
  return {
    type: "Note",
    id: "https://remote.example/posts/1" as ObjectId,
    attributedTo: [sender.actor],
    inReplyTo,
    quotes: [],
    replies: [],
    addressed: nobody,
    directMessage: undefined,
    published: undefined,
    updated: undefined,
    sensitive: false,
    title: undefined,
    warning: undefined,
    bodies: [],
    options: [],
    notes: [],
    mentions: [],
    hashtags: [],
    emoji: [],
    attachments: [],
    links: [],
    tagsTotal: 0,
  };
}

export function actor(more: Partial<ActorHistory> = {}): ActorHistory {
  return {
    firstSeenAt: undefined,
    lastHeardAt: undefined,
    goodDays: 0,
    streamedDays: 0,
    unasked: 0,
    contacts: noWindows,
    welcomedBy: 0,
    vouchedBy: 0,
    complaints: 0,
    complaintWeight: more.complaints ?? 0,
    condemned: 0,
    ...more,
  };
}

/** What is to be expected of it follows from its own numbers, unless told. */
export function host(more: Partial<HostHistory> = {}): HostHistory {
  const { met = 0, bad = 0, tended = 0 } = more;
  return {
    firstSeenAt: undefined,
    lastHeardAt: undefined,
    goodDays: 0,
    unasked: 0,
    actors: 0,
    newContacts: noWindows,
    usual: { mean: 0, size: 1 },
    answered: noWindows,
    clicked: nobodyClicked,
    welcomed: 0,
    condemned: 0,
    met,
    bad,
    tended,
    expected: expectedOf({ met, bad, tended }, { met: 0, bad: 0 }),
    ...more,
  };
}

/** All of them in the last ten minutes. */
export function lately(count: number): Windows {
  return { tenMinutes: count, sixHours: count, sevenDays: count, thirtyDays: count };
}

export function repeated(
  view: string,
  counts: {
    readonly strangers: number;
    readonly domains: number;
    readonly recipients: number;
    readonly regulars?: number;
  },
): Repeats {
  return {
    view,
    strangers: lately(counts.strangers),
    domains: lately(counts.domains),
    recipients: lately(counts.recipients),
    regulars: lately(counts.regulars ?? 0),
  };
}

/** Contacts that belong with this one: alike in their words, and plainly so unless told. */
export function together(
  strangers: number,
  domains: number,
  recipients: number,
  regulars = 0,
  bits = 40,
): Campaign {
  return {
    ...noCampaign,
    strangers: lately(strangers),
    domains: lately(domains),
    recipients: lately(recipients),
    regulars: lately(regulars),
    bits,
    views: ["text"],
  };
}

/** A person who took the time to say who they are. */
export function profile(more: Partial<ActorProfile> = {}): ActorProfile {
  return {
    ...untoldProfile,
    id: sender.actor,
    username: "sam",
    name: "Sam Heron",
    summary: "<p>Ponds, birds, and the odd bicycle.</p>",
    icon: "https://remote.example/avatar.png",
    ...more,
  };
}

/** As a script leaves it. */
export const bareProfile: ActorProfile = profile({
  name: undefined,
  summary: undefined,
  icon: undefined,
});

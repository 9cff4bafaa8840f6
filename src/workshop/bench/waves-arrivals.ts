// Posts of the waves bench as they would arrive: a spammer's tool on the one side, people on the
// other. What is compared beside the words is made up here: it shows what the views are able to
// add where a tool is as careless as the ones we saw, not what they add in the wild.

import { hash32, seeded } from "../../base/prng.ts";
import { day, epochMs } from "../../base/units.ts";
import { read } from "../../engine/read.ts";
import { likenessOf } from "../../engine/views/likeness.ts";
import { type ActorProfile, untoldProfile } from "../../model/activity.ts";
import type { Arrival, ReadArrival } from "../../model/arrival.ts";
import type { ActorId, Host, Receipt } from "../../model/ids.ts";
import type { Likeness } from "../../model/likeness.ts";
import { known } from "../../model/observation.ts";
import { parseActivity } from "../../model/parse.ts";

export const startsAt = epochMs(Date.UTC(2026, 0, 5));

/** One post, in every form that it is compared in. */
export interface Posted {
  readonly html: string;
  /** Without tags: what there is to compare where nobody undoes anything. */
  readonly raw: string;
  /** After our reading and normalisation. */
  readonly comparable: string;
  readonly likeness: Likeness;
}

/** `hand`: whose tool sent it; undefined for somebody who writes for themselves. */
export function posted(html: string, hand: number | undefined, serial: number): Posted {
  const arrival = readArrivalOf(html, hand, serial);
  const likeness = likenessOf(arrival, known(profileOf(hand, serial)), startsAt);
  return { html, raw: withoutTags(html), comparable: arrival.reading.comparable, likeness };
}

const entities: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', shy: "\u00ad", ZeroWidthSpace: "\u200b" },
};

function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, "").replace(/&(#x?)?(\w+);/g, (whole, number, name) => {
    if (number === undefined) return entities[name] ?? whole;
    return String.fromCodePoint(Number.parseInt(name, number === "#" ? 10 : 16));
  });
}

/** Few servers with open doors for a hand, any server for people. */
function hostOf(hand: number | undefined, serial: number): string {
  return hand === undefined
    ? `town${hash32(`host ${serial}`) % 900}.example`
    : `open${hand}-${serial % 7}.example`;
}

export function actorOf(hand: number | undefined, serial: number): ActorId {
  return `https://${hostOf(hand, serial)}/users/${serial}` as ActorId;
}

function readArrivalOf(html: string, hand: number | undefined, serial: number): ReadArrival {
  const actor = actorOf(hand, serial);
  const host = hostOf(hand, serial) as Host;
  const body = new TextEncoder().encode(JSON.stringify(createOf(html, actor, hand, serial)));
  const parsed = parseActivity(body);
  if (!parsed.ok) throw new Error(parsed.error.because);
  const arrival: Arrival = {
    delivery: {
      receipt: `r${serial}` as Receipt,
      at: startsAt,
      path: "/inbox",
      headers: [],
      body,
      client: "192.0.2.1",
      scheme: "https",
    },
    activity: parsed.value,
    authenticity: { kind: "refuted", signature: "none", why: "absent", because: "not delivered" },
    authorProof: { kind: "none" },
    sender: { actor, host, domain: host, proven: false },
    audience: {
      notified: [{ actor: localPerson(serial), via: "mention" }],
      notifiedTotal: 1,
      elsewhere: 0,
    },
  };
  return { ...arrival, reading: read(arrival) };
}

/** Who it is sent to here: anybody. */
function localPerson(serial: number): ActorId {
  return `https://home.example/users/p${hash32(`to ${serial}`) % 2000}` as ActorId;
}

/** A tool always fills the same fields; people answer, warn and write in their language. */
function createOf(html: string, actor: string, hand: number | undefined, serial: number): object {
  const random = seeded(`habits ${hand ?? `person ${serial}`}`);
  const language = ["en", "de", "ja", undefined][Math.floor(random() * 4)];
  const answers = hand === undefined && random() < 0.5;
  const handles = [
    ...html.matchAll(/href="(https:\/\/([^/"]+)\/@([^"]+))" class="u-url mention"/g),
  ];
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    type: "Create",
    id: `${actor}/activities/${serial}`,
    actor,
    to: ["https://www.w3.org/ns/activitystreams#Public"],
    object: {
      type: "Note",
      id: `${actor}/notes/${serial}`,
      attributedTo: actor,
      to: ["https://www.w3.org/ns/activitystreams#Public"],
      content: html,
      sensitive: random() < 0.1,
      ...(language === undefined ? {} : { contentMap: { [language]: html } }),
      ...(answers ? { inReplyTo: `https://home.example/notes/${serial}` } : {}),
      tag: handles.map(([, href, host, name]) => ({
        type: "Mention",
        href,
        name: `@${name}@${host}`,
      })),
    },
  };
}

/** Accounts of one hand are made in one week, after one pattern; people's are anyhow. */
function profileOf(hand: number | undefined, serial: number): ActorProfile {
  const random = seeded(`person ${serial}`);
  const habit = hand === undefined ? random : seeded(`hand ${hand}`);
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(
      "",
    );
  const [wordLength, digits] = [4 + Math.floor(habit() * 6), Math.floor(habit() * 5)];
  const named = habit() < 0.5;
  const described = hand === undefined && habit() < 0.6;
  const age = (hand === undefined ? 1500 : 30) * habit() + (hand === undefined ? 0 : 3 * random());
  const number = String(Math.floor(random() * 10 ** digits)).padStart(digits, "0");
  return {
    ...untoldProfile,
    id: actorOf(hand, serial),
    username: `${letters(wordLength)}${digits === 0 ? "" : number}`,
    name: named ? letters(wordLength) : "",
    summary: described ? `<p>${letters(7)} and ${letters(9)}, ${letters(6)}.</p>` : "",
    icon: habit() < 0.7 ? `https://${hostOf(hand, serial)}/media/${letters(16)}.png` : undefined,
    published: epochMs(startsAt - Math.floor(age * day)),
  };
}

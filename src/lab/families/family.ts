// Families of attacks that do not adapt, for benches: each draws how it goes about it from
// wide ranges, so that no two seeds of a family are alike.

import { after, type EpochMs, hour, minute, second } from "../../base/units.ts";
import type { Outgoing } from "../activities.ts";
import type { Dice } from "../dice.ts";
import { firstMethod, type Method } from "../siege/method.ts";
import { themes, tongues } from "../siege/pitches.ts";
import { openPurse } from "../siege/prices.ts";
import { hostName } from "../siege/recruits.ts";
import { type Speaker, speakerOf } from "../siege/words.ts";
import { type Draft, wrapped } from "../siege/wrap.ts";
import type { Neighbourhood } from "../traffic/ham.ts";
import { person } from "../traffic/home.ts";
import {
  actorOn,
  bare,
  type Profile,
  type RemoteActor,
  type RemoteHost,
  type Software,
  someHost,
} from "../traffic/places.ts";
import type { Scene, Sending } from "../traffic/scribe.ts";

export interface Family {
  /** As in our catalogue of threats. */
  readonly id: string;
  readonly title: string;
  /** Scenes in no order. */
  attack(field: Field): Scene[];
}

/** Where and when; `near` is the background's own neighbourhood. */
export interface Field {
  readonly dice: Dice;
  readonly near: Neighbourhood;
  readonly start: EpochMs;
  readonly days: number;
}

/** What the accounts of one attack have in common, drawn once. */
export interface Gang {
  readonly id: string;
  readonly field: Field;
  readonly hosts: readonly RemoteHost[];
  readonly method: Method;
  readonly speaker: Speaker;
  /** A new account, as young as this gang's are. */
  recruit(at: EpochMs, more?: Partial<Profile>): RemoteActor;
}

interface GangLooks {
  /** How many hosts. */
  readonly hosts: readonly [from: number, to: number];
  readonly software?: Software;
  /** Minutes between an account's registration and its use. */
  readonly ageMinutes: readonly [from: number, to: number];
  readonly method?: Partial<Method>;
  /** Of the neighbourhood, where ordinary people live as well. */
  readonly amongPeople?: boolean;
}

const payloads = ["link", "short", "open-redirect", "odd-link", "split-link", "text"] as const;
const wordings = ["template", "random-parts", "rewritten"] as const;

export function gangOf(id: string, field: Field, looks: GangLooks): Gang {
  const { dice, near } = field;
  const count = dice.int(...looks.hosts);
  const kind = looks.software === undefined ? {} : { software: looks.software };
  const hosts =
    looks.amongPeople === true
      ? dice.sample(near.hosts, count)
      : Array.from({ length: count }, () => someHost(dice, hostName(dice), kind));
  const method: Method = {
    ...firstMethod,
    payload: dice.pick(payloads),
    wording: dice.pick(wordings),
    edition: dice.int(0, 999),
    ...looks.method,
  };
  const seed = dice.letters("abcdefghijklmnopqrstuvwxyz", 12);
  const campaign = { seed, theme: dice.pick(themes), language: dice.pick(tongues) };
  const naming = dice.pick(namings);
  const dressing = dice.pick(dressings);
  return {
    id,
    field,
    hosts,
    method,
    speaker: speakerOf(campaign, dice, openPurse()),
    recruit: (at, more = {}) => {
      const joined = after(at, -dice.int(...looks.ageMinutes) * minute);
      const profile = { ...bare(joined), ...dressing(dice), ...more };
      return actorOn(dice.pick(hosts), naming(dice), profile);
    },
  };
}

const letters = "abcdefghijklmnopqrstuvwxyz";
const syllables = "ka,lo,mi,ne,ru,sa,to,vi,ze,dan,fel,gor,hal,jen,kel,mor".split(",");
const words = "lucky,crypto,daily,super,lady,star,true,fresh,gold,red".split(",");

const namings: readonly ((dice: Dice) => string)[] = [
  (dice) => dice.letters(`${letters}0123456789`, 10),
  (dice) => dice.letters(letters, dice.int(5, 9)),
  (dice) => `${dice.pick(words)}${dice.int(1_000, 9_999_999)}`,
  (dice) => [0, 1, 2].map(() => dice.pick(syllables)).join(""),
  (dice) => `${dice.pick(syllables)}${dice.pick(syllables)}_${dice.pick(words)}`,
];

const dressings: readonly ((dice: Dice) => Partial<Profile>)[] = [
  () => ({}),
  (dice) => ({ avatar: dice.chance(0.5) }),
  () => ({ avatar: true, summary: "Just here to look around." }),
  (dice) => ({
    avatar: true,
    name: [dice.pick(syllables), dice.pick(syllables)].join(""),
    summary: dice.pick(["Photos.", "Coffee first.", "Learning every day.", "Dad of two."]),
    followers: dice.int(0, 40),
    following: dice.int(0, 90),
    posts: dice.int(1, 60),
  }),
];

/** Local people, drawn with replacement between posts. */
export function someOf({ field }: Gang, from: number, to: number): string[] {
  return field.dice.sample(field.near.home.people, field.dice.int(from, to));
}

/** A post to these people that says what the gang has to say. */
export function shout(
  gang: Gang,
  from: RemoteActor,
  at: EpochMs,
  people: readonly string[],
  more: Partial<Draft> = {},
): Sending {
  const { text, language } = gang.speaker.say(gang.method, people[0] ?? "friend");
  return said(gang, from, at, people, { text, language, ...more });
}

export function said(
  gang: Gang,
  from: RemoteActor,
  at: EpochMs,
  people: readonly string[],
  draft: Draft,
): Sending {
  const { dice, near } = gang.field;
  const local = people.map((name) => person(near.home, name));
  const mentions = [...local, ...(draft.mentions ?? [])];
  const activity = wrapped(dice, gang.method, from, at, { ...draft, mentions });
  return sent(gang, from, at, activity, people);
}

export function sent(
  gang: Gang,
  from: RemoteActor,
  at: EpochMs,
  activity: Outgoing,
  reaches: readonly string[],
): Sending {
  const nature = { truth: "spam", attack: gang.id } as const;
  return { kind: "sending", at, from, activity, reaches, nature };
}

/** Moments spread over a stretch that begins somewhere in the field's time, in order. */
export function moments(field: Field, count: number, stretchMs: number): EpochMs[] {
  const { dice, start, days } = field;
  const room = Math.max(0, days * 24 * hour - stretchMs);
  const first = after(start, dice.int(0, Math.floor(room / second)) * second);
  const offsets = Array.from({ length: count }, () => dice.int(0, Math.floor(stretchMs / second)));
  return offsets.sort((a, b) => a - b).map((seconds) => after(first, seconds * second));
}

/** An account after the other, each for so many posts. */
export function shifts(gang: Gang, postsEach: number): (at: EpochMs) => RemoteActor {
  let left = 0;
  let now: RemoteActor | undefined;
  return (at) => {
    if (left <= 0 || now === undefined) {
      now = gang.recruit(at);
      left = postsEach;
    }
    left -= 1;
    return now;
  };
}

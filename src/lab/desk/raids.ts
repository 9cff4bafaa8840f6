// What a desk is for, beside the wave of links: follows, direct posts, and friends' accounts that
// were taken over. Written without a look at how the gate compares.

import { after, type EpochMs, minute } from "../../base/units.ts";
import { create, follow, type Words } from "../activities.ts";
import { type Cast, deed, homeActor, homePeople } from "../people.ts";
import { type Contact, type Deed, inOrder } from "../plan.ts";
import type { LabActor, Profile, RemoteHost } from "../world.ts";

/** Where and when, and how many. */
export interface Raid {
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly posts: number;
  readonly hosts: number;
}

const syllables = ["luna", "mia", "sofi", "kira", "nina", "lola", "dana", "vera", "gia", "tess"];

function hostsOf({ world, dice }: Cast, count: number, suffix: string): RemoteHost[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${dice.letters("bcdfglmnprstv", 3)}${index + 1}-${suffix}.example`;
    const people = dice.int(2, 80);
    return world.addHost({ name, software: "mastodon", people, openRegistrations: true });
  });
}

export function freshActor(
  { world, dice }: Cast,
  host: RemoteHost,
  at: EpochMs,
  { name = dice.pick(syllables), summary = "" }: Partial<Pick<Profile, "name" | "summary">> = {},
): LabActor {
  const username = `${dice.pick(syllables)}${dice.int(1_000, 99_999)}`;
  const joined = after(at, -dice.int(2, 50) * minute);
  return world.addActor(host, username, { name, summary, avatar: false, joined, bot: false });
}

function moments({ dice }: Cast, { from, until, posts }: Raid): EpochMs[] {
  return Array.from({ length: posts }, () => after(from, dice.int(0, until - from)));
}

const aboutThem = "Lonely tonight? My private pictures are at http://warm-dates.example/me";

/** Accounts that look alike, each of which follows two or three people here. */
export function followRaid(cast: Cast, raid: Raid): Contact[] {
  const { dice, world } = cast;
  const hosts = hostsOf(cast, raid.hosts, "dates");
  return inOrder(
    moments(cast, raid).flatMap((at) => {
      const from = freshActor(cast, dice.pick(hosts), at, { summary: aboutThem });
      return dice.sample(homePeople, dice.int(2, 3)).map((person, index): Contact => {
        const moment = after(at, index * 2_000);
        const id = world.newId(from, "follows", moment);
        const activity = follow(from, id, homeActor(person).id);
        const facts = { truth: "spam", what: "follow raid", from, activity } as const;
        return { kind: "contact", at: moment, ...facts, reaches: [person], says: "" };
      });
    }),
  );
}

const lures = [
  "I saw your profile and I think we could earn a lot together, write me at",
  "Hello dear, I saw your profile, we could earn much together, write to me at",
  "Hi, your profile is nice, we could earn a lot together! Write me here:",
];

/** The same offer to one person at a time, in private. */
export function directRaid(cast: Cast, raid: Raid): Contact[] {
  const { dice } = cast;
  const hosts = hostsOf(cast, raid.hosts, "profits");
  return inOrder(
    moments(cast, raid).map((at) => {
      const from = freshActor(cast, dice.pick(hosts), at);
      const text = `${dice.pick(lures)} http://quick-profits.example/${dice.letters("abcdef", 5)}`;
      return says(cast, from, at, text, [dice.pick(homePeople)], { visibility: "direct" });
    }),
  );
}

/** People here follow back before they have looked. */
export function followedBack(at: EpochMs, contacts: readonly Contact[]): Deed[] {
  return contacts.map(({ from, reaches: [person = "ada"] }) => deed(at, "follow", person, from));
}

/** Friends' accounts, known here for days, say what a wave says. */
export function takenOver(cast: Cast, moments: readonly EpochMs[], text: string): Contact[] {
  const friends = cast.dice.sample(cast.friends, moments.length);
  return friends.map(({ actor }, index) => {
    const at = moments[index] as EpochMs;
    return says(cast, actor, at, text, cast.dice.sample(homePeople, 3));
  });
}

/** A post of spam to people here. */
export function says(
  { world }: Cast,
  from: LabActor,
  at: EpochMs,
  text: string,
  people: readonly string[],
  more: Partial<Words> = {},
): Contact {
  const plain = { visibility: "public", language: "en", hashtags: [], replyTo: undefined } as const;
  const words: Words = { ...plain, text, mentions: people.map(homeActor), ...more };
  const activity = create(from, world.newId(from, "statuses", at), at, words);
  const facts = { truth: "spam", what: "raid", from, activity } as const;
  return { kind: "contact", at, ...facts, reaches: people, says: text };
}

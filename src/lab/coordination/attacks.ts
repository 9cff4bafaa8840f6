// Attacks that share no words: what they sell stands in profiles, or comes with an edit.

import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import { announce, follow, like, type Outgoing } from "../activities.ts";
import { type Dice, dice as diceOf } from "../dice.ts";
import { edited, presented } from "../traffic/acts.ts";
import { home, person, postBy } from "../traffic/home.ts";
import { create, newId } from "../traffic/notes.ts";
import {
  actorDocument,
  actorOn,
  bare,
  page,
  type RemoteActor,
  someHost,
} from "../traffic/places.ts";
import type { Sending } from "../traffic/scribe.ts";
import { smallTalk } from "../traffic/small-talk.ts";

export interface Size {
  readonly seed: string;
  readonly at: EpochMs;
  readonly accounts: number;
}

/** What differs from account to account: a bio of slots, a link of several. */
const openers = ["Lonely tonight?", "Hey there, I am new.", "Call me, honey.", "Waiting for you."];
const promises = ["my private photos are", "see me live, it is", "all of my videos,", "my cam is"];
const shops = ["hotcam.test", "cam-hot.test", "privates.test", "camlive.test"];

function bio(dice: Dice): string {
  const link = `https://${dice.pick(shops)}/join`;
  return `${dice.pick(openers)} ${dice.pick(promises)} free in here ${link} only adults please`;
}

const named = ["Anna", "Lena", "Mia", "Sofia", "Emily", "Julia", "Nina", "Laura", "Sara", "Kim"];
const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

function account(dice: Dice, host: RemoteActor["host"], at: EpochMs, summary: string): RemoteActor {
  return actorOn(host, `${dice.pick(named).toLowerCase()}${dice.int(1000, 99_999)}`, {
    ...bare(after(at, -dice.int(1, 40) * hour)),
    name: dice.pick(named),
    summary,
    avatar: true,
  });
}

function spam(attack: string) {
  return { truth: "spam", attack } as const;
}

/**
 * T07: strangers follow everybody here at once, under different names and with one picture, from
 * a large host and one of their own. `shows`: what is alike in their profiles.
 */
export function followWave(
  { seed, at, accounts }: Size,
  shows: "picture" | "bio" | "picture and bio",
  hostNames: readonly string[] = ["meadow.example", "cam-hot.example"],
): readonly Sending[] {
  const dice = diceOf(`${seed}/follow-wave/${shows}`);
  const hosts = hostNames.map((name) => someHost(dice, name, { software: "mastodon" }));
  const victim = dice.deck(home.people);
  return Array.from({ length: accounts }, (_, count): Sending => {
    const now = after(at, Math.floor((count / accounts) * 3 * hour));
    const host = dice.pick(hosts);
    const from = account(dice, host, at, shows === "picture" ? "" : bio(dice));
    const whom = victim();
    const icon = { type: "Image", url: `https://${host.name}/media/53f1a09b7c2d4e86.jpg` };
    const document = { ...actorDocument(from), ...(shows === "bio" ? {} : { icon }) };
    return {
      kind: "sending",
      at: now,
      from,
      activity: follow(from, newId(from, "follows", now, dice), person(home, whom).id),
      reaches: [whom],
      nature: spam(`T07 ${shows}`),
      shows: [page(now, from.id, document)],
    };
  });
}

/** T26: a follow or a like each, from many hosts; `later` the clean ones show what they sell. */
export function profileSpam({ seed, at, accounts }: Size, later = 0): readonly Sending[] {
  const dice = diceOf(`${seed}/profile-spam`);
  const hosts = Array.from({ length: 60 }, (_, i) => someHost(dice, `open${i}.example`));
  return Array.from({ length: accounts }, (_, count): Sending[] => {
    const now = after(at, Math.floor((count / accounts) * 2 * day));
    const clean = count < later;
    const from = account(dice, dice.pick(hosts), now, clean ? "" : bio(dice));
    const whom = dice.pick(home.people);
    const activity = dice.chance(0.5)
      ? follow(from, newId(from, "follows", now, dice), person(home, whom).id)
      : like(from, newId(from, "likes", now, dice), postBy(home, whom, dice));
    const shared = { kind: "sending", from, nature: spam("T26") } as const;
    const first: Sending = { ...shared, at: now, activity, reaches: [whom] };
    return clean ? [first, turned(dice, from, after(now, 5 * day))] : [first];
  }).flat();
}

function turned(dice: Dice, from: RemoteActor, at: EpochMs): Sending {
  const now = { ...from, profile: { ...from.profile, summary: bio(dice) } };
  const shows = [page(at, from.id, actorDocument(now))];
  const activity = presented(now, at);
  return { kind: "sending", at, from, activity, reaches: [], nature: spam("T26 turned"), shows };
}

/** T19: full profiles, each its own, that boost the same few posts of people here. */
export function boostRing({ seed, at, accounts }: Size): readonly Sending[] {
  const dice = diceOf(`${seed}/boost-ring`);
  const hosts = Array.from({ length: 10 }, (_, i) => someHost(dice, `ring${i}.example`));
  const whom = dice.sample(home.people, 4);
  const posts = whom.map((name) => postBy(home, name, dice));
  return Array.from({ length: accounts }, (): Sending => {
    const now = after(at, dice.int(0, 2 * hour));
    const from = account(dice, dice.pick(hosts), at, smallTalk(dice, "en").text);
    const which = dice.int(0, posts.length - 1);
    const id = newId(from, "activities", now, dice);
    const owner = person(home, whom[which] ?? "").id;
    const activity = announce(from, id, now, posts[which] ?? "", owner);
    const reaches = [whom[which] ?? ""];
    return { kind: "sending", at: now, from, activity, reaches, nature: spam("T19") };
  });
}

const payload = "I doubled what I put in within a week, they paid out every time, start here:";
const again = "I doubled what I had within a week and they paid every time, begin here:";

/**
 * T35: something harmless to one person each, and after a while the payload in its place: words
 * that all share, or each its own.
 */
export function editSwap(
  { seed, at, accounts }: Size,
  words: "shared" | "own" = "shared",
): readonly Sending[] {
  const dice = diceOf(`${seed}/edit-swap`);
  const hosts = Array.from({ length: 40 }, (_, i) => someHost(dice, `open${i}.example`));
  return Array.from({ length: accounts }, (_, count): Sending[] => {
    const now = after(at, Math.floor((count / accounts) * day));
    const swappedAt = after(now, dice.int(10, 180) * minute);
    const from = account(dice, dice.pick(hosts), at, "");
    const [whom = ""] = dice.sample(home.people, 1);
    const mentions = [person(home, whom)];
    const created = create(from, newId(from, "statuses", now, dice), now, {
      ...smallTalk(dice, "en"),
      mentions,
    });
    const offer = words === "own" ? smallTalk(dice, "en").text : dice.pick([payload, again]);
    const text = `${offer} https://${dice.letters(alphabet, 8)}.test/`;
    const swapped = edited(from, created, swappedAt, { text, language: "en", mentions });
    const sent = (when: EpochMs, activity: Outgoing, attack: string): Sending => ({
      ...{ kind: "sending", at: when, from, activity, reaches: [whom], nature: spam(attack) },
    });
    return [sent(now, created, "T35 first"), sent(swappedAt, swapped, "T35 swapped")];
  }).flat();
}

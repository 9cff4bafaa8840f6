// The wave as it came in February 2024: many small open servers, a fresh account with
// a random name on each, one post an account, five mentions a post in any order. Two or
// three wordings are alive at a time, and somebody now and then swaps the address, adds
// hashtags or sends the address alone. Written without a look at how the gate compares.

import { after, type EpochMs, minute } from "../../base/units.ts";
import { create, type Named } from "../activities.ts";
import type { Dice } from "../dice.ts";
import { homeActor, homePeople } from "../people.ts";
import { type Contact, inOrder } from "../plan.ts";
import type { LabActor, RemoteHost, World } from "../world.ts";

export interface WaveShape {
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly posts: number;
  readonly hosts: number;
  /** How many of its accounts sit on this large, innocent host. */
  readonly guests: { readonly host: RemoteHost; readonly accounts: number };
}

const mentionsPerPost = 5;

const pitches = [
  "The Lantern Club opens its doors tonight. Free coins for the first hundred, come in:",
  "Tonight only: free coins at the Lantern Club for the first hundred who knock at",
  "No picture this time, the Lantern Club is open all the same. Free coins here:",
];
const addresses = ["http://lantern-club.example/join", "http://xn--lntern-club-l8a.example/join"];
const hashtags = ["lantern", "freecoins", "tonight", "club", "welcome"];

export function mentionWave(world: World, dice: Dice, shape: WaveShape): Contact[] {
  const hosts = Array.from({ length: shape.hosts }, () => smallHost(world, dice));
  const contacts = Array.from({ length: shape.posts }, (_, i) => {
    const at = after(shape.from, dice.int(0, shape.until - shape.from));
    const host = i < shape.guests.accounts ? shape.guests.host : dice.pick(hosts);
    return wavePost(world, dice, freshAccount(world, dice, host, at), at);
  });
  return inOrder(contacts);
}

const adjectives = ["quiet", "purple", "north", "cozy", "old", "green", "tiny", "lazy"];
const nouns = ["fox", "garden", "club", "space", "den", "cabin", "pond", "hill", "social"];

/** One of the many that somebody set up, left open and forgot. */
function smallHost(world: World, dice: Dice): RemoteHost {
  const name = `${dice.pick(adjectives)}-${dice.pick(nouns)}${dice.int(1, 99)}.example`;
  const people = dice.int(2, 60);
  return world.addHost({ name, software: "mastodon", people, openRegistrations: true });
}

function freshAccount(world: World, dice: Dice, host: RemoteHost, at: EpochMs): LabActor {
  const username = dice.letters("abcdefghijklmnopqrstuvwxyz0123456789", 10);
  const joined = after(at, -dice.int(1, 30) * minute);
  const profile = { name: username, summary: "", avatar: false, joined, bot: false };
  return world.addActor(host, username, profile);
}

function wavePost(world: World, dice: Dice, from: LabActor, at: EpochMs): Contact {
  const here = dice.sample(homePeople, dice.int(1, 3));
  const elsewhere = Array.from({ length: mentionsPerPost - here.length }, () => passerBy(dice));
  const mentions = dice.sample([...here.map(homeActor), ...elsewhere], mentionsPerPost);
  const text = wording(dice);
  const marks = dice.chance(0.25) ? dice.sample(hashtags, dice.int(1, 3)) : [];
  const words = { text, mentions, replyTo: undefined, hashtags: marks, language: "en" };
  const id = world.newId(from, "statuses", at);
  const activity = create(from, id, at, { ...words, visibility: "public" });
  const what = "wave";
  return { kind: "contact", at, truth: "spam", what, from, activity, reaches: here, says: text };
}

/** Most copy all of it; one in ten sends the address alone, one in ten the words alone. */
function wording(dice: Dice): string {
  const pitch = dice.pick(pitches);
  const address = dice.chance(0.8) ? addresses[0] : addresses[1];
  const part = dice.int(1, 10);
  if (part === 1) return address ?? "";
  return part === 2 ? pitch : `${pitch} ${address}`;
}

/** One of the wave's other victims, on some server that is not ours. */
function passerBy(dice: Dice): Named {
  const name = dice.letters("abcdefghiklmnoprstuvw", 6);
  const host = `${dice.pick(nouns)}${dice.int(1, 400)}.example`;
  return { id: `http://${host}/users/${name}`, handle: `${name}@${host}` };
}

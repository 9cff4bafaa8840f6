// The people of the lab: who lives at home, who their friends elsewhere are, and what
// an ordinary day of mail from the outside looks like, look-alikes of spam included.

import { after, day, type EpochMs, hour, minute, second } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import { announce, create, follow, like, type Named, type Words } from "./activities.ts";
import type { Dice } from "./dice.ts";
import { type Contact, type Deed, inOrder, type Planned } from "./plan.ts";
import type { Software } from "./sign.ts";
import {
  chatter,
  congratulation,
  enquiry,
  firstReplies,
  greeting,
  headlines,
  introductions,
  type Line,
  replyAll,
  spoken,
  tails,
} from "./texts.ts";
import type { LabActor, Profile, RemoteHost, World } from "./world.ts";

export const homeHost = "home.example";

/** A dozen, as on a small server of friends. */
export const homePeople: readonly string[] = [
  "ada",
  "bruno",
  "chiyo",
  "dalia",
  "edgar",
  "fatou",
  "goran",
  "hana",
  "ilse",
  "jonas",
  "kemal",
  "lucia",
];

/** Where their friends live: name, software, people. */
const hosts: readonly (readonly [string, Software, number])[] = [
  ["harbor.example", "mastodon", 900],
  ["meadow.example", "mastodon", 240],
  ["commons.example", "mastodon", 41_000],
  ["tinkers.example", "mastodon", 3_100],
  ["kite.example", "misskey", 1_800],
  ["hoshi.example", "misskey", 620],
  ["slowpost.example", "gotosocial", 9],
  ["attic.example", "fedify", 1],
  ["lichen.example", "pleroma", 75],
  ["orchard.example", "pleroma", 30],
  ["atelier.example", "mastodon", 410],
  ["quay.example", "mastodon", 12_500],
];

const firstNames: readonly string[] = [
  "Mira",
  "Tomás",
  "Yuki",
  "Noor",
  "Piet",
  "Zofia",
  "Idris",
  "Marguerite",
  "Oksana",
  "Sam",
  "Rui",
  "Leilani",
  "Anselm",
  "Keiko",
  "Farah",
  "Gwen",
  "Ravi",
  "Elif",
  "Bao",
  "Tilda",
];

const summaries: readonly string[] = [
  "Bread, boats and bad puns.",
  "Lehrerin, Imkerin, immer müde.",
  "写真と電車。",
  "I mend things. Ask me about zips.",
  "Librarian. Opinions are on loan.",
  "Ici pour les oiseaux.",
  "she/her · printmaking · two cats",
  "Retired radio engineer, new grandfather.",
  "",
];

/** Everybody whom ordinary mail comes from. */
export interface Cast {
  readonly world: World;
  readonly dice: Dice;
  readonly hosts: readonly RemoteHost[];
  /** Each followed by at least one person here. */
  readonly friends: readonly Friend[];
  readonly greeter: LabActor;
  readonly newsBot: LabActor;
  /** What strangers and newcomers say: no two the same thing before all of it was said. */
  readonly nextReply: () => Line;
  readonly nextIntroduction: () => Line;
}

interface Friend {
  readonly actor: LabActor;
  readonly followers: readonly string[];
}

export function homeActor(person: string): Named {
  return { id: `http://${homeHost}/users/${person}`, handle: `${person}@${homeHost}` };
}

/** `since`: when they came to their servers, at the latest. */
export function castOf(world: World, dice: Dice, since: EpochMs): Cast {
  const known = hosts.map(([name, software, people]) =>
    world.addHost({ name, software, people, openRegistrations: people > 1_000 }),
  );
  const friends = Array.from({ length: 22 }, () => ({
    actor: someone(world, dice, dice.pick(known), since),
    followers: dice.sample(homePeople, dice.int(1, 3)),
  }));
  const greeter = someone(world, dice, dice.pick(known), since);
  const newsHost = dice.pick(known);
  const bot = { name: "Tides & Trams", summary: "Automated.", avatar: true, bot: true };
  const newsBot = world.addActor(newsHost, "tides", { ...bot, joined: since });
  const [nextReply, nextIntroduction] = [dice.deck(firstReplies), dice.deck(introductions)];
  return { world, dice, hosts: known, friends, greeter, newsBot, nextReply, nextIntroduction };
}

/** Somebody ordinary, with a profile as people have: now and then without picture or words. */
export function someone(
  world: World,
  dice: Dice,
  host: RemoteHost,
  joinedBefore: EpochMs,
): LabActor {
  const name = dice.pick(firstNames);
  const plain = name.normalize("NFD").replace(/\P{ASCII}/gu, "");
  const username = `${plain.toLowerCase()}_${dice.letters("abcdefghjkmnpqrstuvwxyz", 3)}`;
  const profile: Profile = {
    name,
    summary: dice.pick(summaries),
    avatar: dice.chance(0.88),
    joined: after(joinedBefore, -dice.int(20, 2_000) * day),
    bot: false,
  };
  return world.addActor(host, username, profile);
}

/** What our people did long before: whom they follow. */
export function oldTies(cast: Cast, at: EpochMs): Deed[] {
  return cast.friends.flatMap(({ actor, followers }) =>
    followers.map((person) => deed(at, "follow", person, actor)),
  );
}

/** What a person here does to somebody elsewhere. */
export function deed(
  at: EpochMs,
  action: Deed["act"]["action"],
  person: string,
  whom: LabActor,
): Deed {
  const by = homeActor(person).id as ActorId;
  return { kind: "deed", at, act: { at, action, by, actor: whom.id as ActorId } };
}

/** Ordinary mail between two moments, evenly spread, so many contacts an hour. */
export function ordinaryMail(cast: Cast, from: EpochMs, until: EpochMs, anHour: number): Planned[] {
  const count = Math.round(((until - from) / hour) * anHour);
  const moments = Array.from({ length: count }, () => after(from, cast.dice.int(0, until - from)));
  return inOrder(moments.flatMap((at) => somethingOrdinary(cast, at)));
}

type Habit = (cast: Cast, at: EpochMs) => Planned[];

/** How often each thing happens, of a hundred. Our estimate of a small server's notifications. */
const habits: readonly (readonly [number, Habit])[] = [
  [42, friendWrites],
  [14, somebodyLikes],
  [13, strangerReplies],
  [9, somebodyFollows],
  [7, somebodyBoosts],
  [6, newcomerSaysHello],
  [9, botPosts],
];

function somethingOrdinary(cast: Cast, at: EpochMs): Planned[] {
  let draw = cast.dice.int(
    1,
    habits.reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, habit] of habits) {
    draw -= weight;
    if (draw <= 0) return habit(cast, at);
  }
  return [];
}

function friendWrites(cast: Cast, at: EpochMs): Planned[] {
  const { dice } = cast;
  const { actor, followers } = dice.pick(cast.friends);
  const visibility = dice.chance(0.2) ? "direct" : dice.chance(0.5) ? "unlisted" : "public";
  const line = spoken(dice.pick(chatter), dice.pick);
  return [post(cast, at, actor, line, dice.sample(followers, dice.int(1, 2)), { visibility })];
}

/** A first contact that is welcome: whoever is answered follows back now and then. */
function strangerReplies(cast: Cast, at: EpochMs): Planned[] {
  const { dice } = cast;
  const person = dice.pick(homePeople);
  const stranger = someone(cast.world, dice, dice.pick(cast.hosts), at);
  const line = inOwnWords(cast.nextReply(), dice);
  const replies = post(cast, at, stranger, line, [person], { replyTo: aPostOf(person, dice) });
  const answered = deed(after(at, dice.int(3, 30) * minute), "reply", person, stranger);
  return dice.chance(0.6) ? [replies, answered] : [replies];
}

function newcomerSaysHello(cast: Cast, at: EpochMs): Planned[] {
  const { dice, world } = cast;
  const inviter = dice.pick(homePeople);
  const { host, username, profile } = someone(world, dice, dice.pick(cast.hosts), at);
  const fresh = {
    ...profile,
    avatar: dice.chance(0.5),
    joined: after(at, -dice.int(10, 600) * minute),
  };
  const newcomer = world.addActor(host, username, fresh);
  const line = inOwnWords(cast.nextIntroduction(), dice);
  const hello = post(cast, at, newcomer, line, [inviter], { hashtags: ["introduction"] });
  return [{ ...hello, what: "newcomer" }];
}

/** The line and something of one's own: strangers' words are alike in places, never all through. */
function inOwnWords(line: Line, dice: Dice): Line {
  const own = dice.sample(tails[line.language] ?? [], 2);
  return spoken({ ...line, text: [line.text, ...own].join(" ") }, dice.pick);
}

function somebodyLikes(cast: Cast, at: EpochMs): Planned[] {
  const person = cast.dice.pick(homePeople);
  const from = aFriendOrStranger(cast, at);
  const activity = like(from, cast.world.newId(from, "likes", at), aPostOf(person, cast.dice));
  return [contact(at, "like", from, activity, [person], "")];
}

function somebodyBoosts(cast: Cast, at: EpochMs): Planned[] {
  const person = cast.dice.pick(homePeople);
  const from = aFriendOrStranger(cast, at);
  const owner = homeActor(person).id;
  const id = cast.world.newId(from, "boosts", at);
  const activity = announce(from, id, at, aPostOf(person, cast.dice), owner);
  return [contact(at, "boost", from, activity, [person], "")];
}

function somebodyFollows(cast: Cast, at: EpochMs): Planned[] {
  const person = cast.dice.pick(homePeople);
  const from = someone(cast.world, cast.dice, cast.dice.pick(cast.hosts), at);
  const id = cast.world.newId(from, "follows", at);
  return [contact(at, "follow", from, follow(from, id, homeActor(person).id), [person], "")];
}

/** Public, for followers: it notifies nobody. */
function botPosts(cast: Cast, at: EpochMs): Planned[] {
  const line = spoken(cast.dice.pick(headlines), cast.dice.pick);
  return [{ ...post(cast, at, cast.newsBot, line, []), what: "bot's post" }];
}

/** What a calm hour holds beside the ordinary: five things that look like spam and are not. */
export function lookAlikes(cast: Cast, start: EpochMs): Contact[] {
  const moment = (minutes: number): EpochMs =>
    after(start, minutes * minute + cast.dice.int(0, 59) * second);
  return inOrder([
    ...greetings(cast, moment),
    ...thread(cast, moment),
    ...birthday(cast, moment),
    ...inPrivate(cast, moment),
  ]);
}

type Moment = (minutes: number) => EpochMs;

/** The same words to several people who did not ask, by somebody kind. */
function greetings(cast: Cast, moment: Moment): Contact[] {
  const welcome = spoken(greeting, cast.dice.pick);
  const greeted = cast.dice.sample(homePeople, 3);
  return greeted.map((person, i) => ({
    ...post(cast, moment(8 + 9 * i), cast.greeter, welcome, [person]),
    what: "greeter",
  }));
}

/** A reply-all thread: each post names four people here, some of whom do not know its author. */
function thread(cast: Cast, moment: Moment): Contact[] {
  const { dice } = cast;
  const authors = dice.sample(cast.friends, 3).map(({ actor }) => actor);
  const people = dice.sample(homePeople, 4);
  const root = aPostOf(people[0] ?? "ada", dice);
  return replyAll.map((line, i) => ({
    ...post(cast, moment(20 + 4 * i), authors[i % 3] ?? cast.greeter, line, people, {
      replyTo: root,
    }),
    what: "reply to all",
  }));
}

/** The same two words to one person, by strangers of many hosts. */
function birthday(cast: Cast, moment: Moment): Contact[] {
  const { dice, world } = cast;
  const child = dice.pick(homePeople);
  const replyTo = aPostOf(child, dice);
  return [31, 33, 36, 38, 47].map((minutes) => {
    const at = moment(minutes);
    const stranger = someone(world, dice, dice.pick(cast.hosts), at);
    const wish = post(cast, at, stranger, congratulation, [child], { replyTo });
    return { ...wish, what: "birthday" };
  });
}

/** A stranger's direct message with a question. */
function inPrivate(cast: Cast, moment: Moment): Contact[] {
  const at = moment(44);
  const asker = someone(cast.world, cast.dice, cast.dice.pick(cast.hosts), at);
  const person = cast.dice.pick(homePeople);
  const asked = post(cast, at, asker, enquiry, [person], { visibility: "direct" });
  return [{ ...asked, what: "direct" }];
}

function aFriendOrStranger(cast: Cast, at: EpochMs): LabActor {
  const { dice } = cast;
  if (dice.chance(0.7)) return dice.pick(cast.friends).actor;
  return someone(cast.world, dice, dice.pick(cast.hosts), at);
}

function aPostOf(person: string, dice: Dice): string {
  return `${homeActor(person).id}/statuses/1${dice.letters("0123456789", 11)}`;
}

/** A contact that says something to local people. */
export function post(
  { world }: Cast,
  at: EpochMs,
  from: LabActor,
  { text, language }: Line,
  people: readonly string[],
  more: Partial<Words> = {},
): Contact {
  const words: Words = {
    text,
    language,
    mentions: people.map(homeActor),
    replyTo: undefined,
    visibility: "public",
    hashtags: [],
    ...more,
  };
  const activity = create(from, world.newId(from, "statuses", at), at, words);
  return contact(
    at,
    words.replyTo === undefined ? "mention" : "reply",
    from,
    activity,
    people,
    text,
  );
}

function contact(
  at: EpochMs,
  what: string,
  from: LabActor,
  activity: Contact["activity"],
  reaches: readonly string[],
  says: string,
): Contact {
  return { kind: "contact", at, truth: "ordinary", what, from, activity, reaches, says };
}

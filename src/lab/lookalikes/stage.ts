// Where look-alikes play: ordinary hosts and people, our own people, and the spam of the day.
// A class of ham writes on it who sends what to whom; nothing here knows how it is judged.

import { after, day, type EpochMs, minute } from "../../base/units.ts";
import { announce, follow, like, type Named, type Outgoing } from "../activities.ts";
import { type Dice, dice as diceOf } from "../dice.ts";
import { inOrder } from "../plan.ts";
import type { Line } from "../texts.ts";
import { home, localAct, person, postBy } from "../traffic/home.ts";
import type { LocalLine } from "../traffic/lines.ts";
import { create, newId, note, type Say } from "../traffic/notes.ts";
import {
  actorOn,
  type Profile,
  page,
  type RemoteActor,
  type RemoteHost,
  type Software,
  someHost,
} from "../traffic/places.ts";
import { aside, type Scene, type Sending } from "../traffic/scribe.ts";
import { smallTalk } from "../traffic/small-talk.ts";
import { summaries } from "./texts/newcomers.ts";
import { afterthoughts, answers, words } from "./texts/talk.ts";

/** A post of the spam wave that is running, as everybody saw it whom it named. */
export interface SpamPost {
  readonly id: string;
  readonly at: EpochMs;
  readonly author: RemoteActor;
  readonly text: string;
  /** Names of our people in it, and others. */
  readonly locals: readonly string[];
  readonly others: readonly Named[];
}

export interface Stage {
  readonly dice: Dice;
  /** When it begins; before it lies a day and a half in which hosts and friends were seen. */
  readonly at: EpochMs;
  /** What the truth calls it. */
  readonly nature: Sending["nature"];
  readonly scenes: Scene[];
  /** Where most people live: seen here before. */
  readonly hosts: readonly RemoteHost[];
  /** Whether or not it came here: others speak of it. */
  readonly spam: readonly SpamPost[];
  /** Something that a person says who has nothing to do with the others. */
  readonly ownWords: () => Line;
}

export const people = home.people;

export function stageOf(
  seed: string,
  at: EpochMs,
  nature: Sending["nature"],
  hosts: readonly RemoteHost[],
  spam: readonly SpamPost[],
): Stage {
  const dice = diceOf(seed);
  const unsaid = dice.sample(answers, answers.length);
  const ownWords = (): Line => {
    const line = dice.chance(0.5) ? unsaid.pop() : undefined;
    if (line === undefined) return smallTalk(dice);
    const more = dice.chance(0.6) ? dice.sample(afterthoughts[line.language] ?? [], 1) : [];
    return filled(dice, { ...line, text: [line.text, ...more].join(" ") });
  };
  return { dice, at, nature, hosts, spam, ownWords, scenes: [] };
}

/** The line with its slots filled: from `more`, else with words drawn anew for each. */
export function filled(
  dice: Dice,
  { language, text }: Line,
  more: Readonly<Record<string, string>> = {},
): Line {
  const fill = (slot: string, name: string): string => {
    const given = more[name];
    if (given !== undefined) return given;
    return name === "n" ? `${dice.int(1, 29)}` : dice.pick(words[name] ?? [slot]);
  };
  let now = text;
  // What fills a slot may have slots.
  while (/\{\w+\}/.test(now)) now = now.replace(/\{(\w+)\}/g, fill);
  return { language, text: now };
}

const nouns =
  "acorn alder anchor barn basil beacon birch bramble brook candle cedar clover cobble comet " +
  "copper cove crane dahlia delta dune ember fern finch flint fjord forge gable garnet glade " +
  "granite gull hazel heron hollow inkwell ivy juniper kelp kettle lagoon lantern larch loft " +
  "lupin maple marsh meadow mistral moss nettle oak orchid otter pebble pine plum quarry quill " +
  "raven reed robin rowan saffron shale sorrel sparrow spruce thicket thistle tundra velvet " +
  "walnut willow wren yarrow";
const nounList = nouns.split(" ");

/** A host of a made-up name that is drawn only once in millions. */
export function someDomain(dice: Dice): string {
  const [one, two] = dice.sample(nounList, 2);
  return `${one}-${two}${dice.letters("abcdefghijklmnopqrstuvwxyz", 2)}.example`;
}

export function newHost(dice: Dice, more: Partial<RemoteHost> = {}): RemoteHost {
  return someHost(dice, more.name ?? someDomain(dice), more);
}

/** Of a kind that most people live on, small and large. */
export function ordinaryHosts(dice: Dice, count: number): RemoteHost[] {
  return Array.from({ length: count }, () => {
    const software = dice.pick<Software>([
      ...(["mastodon", "mastodon", "mastodon", "mastodon"] as const),
      ...(["misskey", "pleroma", "gotosocial"] as const),
    ]);
    return newHost(dice, { software, people: Math.round(10 ** (dice.int(4, 46) / 10)) });
  });
}

/** As people name themselves: first names, things, years, and combinations. */
export function someUsername(dice: Dice): string {
  const name = dice.pick(words["name"] ?? []).normalize("NFD");
  const first = name.replace(/\P{ASCII}/gu, "").toLowerCase();
  const noun = dice.pick(nounList);
  return dice.pick([
    `${first}_${noun}`,
    `${first}${dice.int(60, 99)}`,
    `${noun}${dice.pick(nounList)}`,
    `${first}${dice.letters("bcdfghklmnprst", 1)}${dice.letters("aeiou", 1)}${noun.slice(0, 3)}`,
    `${noun}_${dice.letters("abcdefghijklmnopqrstuvwxyz", 2)}`,
  ]);
}

/** Somebody who has been around for years; `more` decides what chance would have. */
export function somebody(
  { dice, hosts, at }: Pick<Stage, "dice" | "hosts" | "at">,
  more: Partial<Profile> & { readonly host?: RemoteHost; readonly username?: string } = {},
): RemoteActor {
  const { host = dice.pick(hosts), username = someUsername(dice), ...told } = more;
  const profile: Profile = {
    type: "Person",
    name: dice.chance(0.8)
      ? `${dice.pick(words["name"] ?? [])} ${dice.pick(["", "🌿", "L."])}`
      : "",
    summary: dice.chance(0.85) ? ownSummary(dice) : "",
    avatar: dice.chance(0.91),
    fields: dice.chance(0.3) ? [["Home", `https://${username}.example`]] : [],
    joined: after(at, -dice.int(60, 2_600) * day),
    followers: dice.int(10, 900),
    following: dice.int(10, 600),
    posts: dice.int(40, 9_000),
    alsoKnownAs: [],
    ...told,
  };
  return actorOn(host, username, { ...profile, name: profile.name.trim() });
}

function ownSummary(dice: Dice): string {
  return filled(dice, dice.pick(summaries)).text;
}

/** Somebody whose account is minutes to two days old, as newcomers look. */
export function newcomer(
  stage: Pick<Stage, "dice" | "hosts" | "at">,
  at: EpochMs,
  more: Parameters<typeof somebody>[1] = {},
): RemoteActor {
  const { dice } = stage;
  return somebody(stage, {
    joined: after(at, -dice.int(5, 2_880) * minute),
    avatar: dice.chance(0.6),
    summary: dice.chance(0.5) ? ownSummary(dice) : "",
    fields: [],
    followers: dice.int(0, 5),
    following: dice.int(0, 30),
    posts: dice.int(0, 4),
    ...more,
  });
}

/** A moment within so long of the stage's beginning. */
export function within({ dice, at }: Stage, span: number): EpochMs {
  return after(at, dice.int(0, Math.round(span)));
}

export function named(...names: readonly string[]): Named[] {
  return names.map((name) => person(home, name));
}

export interface Told extends Omit<Say, "mentions" | "text" | "language"> {
  readonly line: Line;
  /** Local people it names, and others. */
  readonly to?: readonly string[];
  readonly others?: readonly Named[];
}

/** A post is sent. Answers its Create; `change` may make another object of its Note. */
export function posts(
  stage: Stage,
  at: EpochMs,
  from: RemoteActor,
  { line, to = [], others = [], ...say }: Told,
  change: (created: Outgoing) => Outgoing = (created) => created,
): Outgoing {
  const id = newId(from, "statuses", at, stage.dice);
  const mentions = [...named(...to), ...others];
  const activity = change(create(from, id, at, { ...say, ...line, mentions }));
  sends(stage, at, from, activity, to);
  return activity;
}

/** Any activity is sent. `reaches`: the local people it notifies. */
export function sends(
  { nature, scenes }: Stage,
  at: EpochMs,
  from: RemoteActor,
  activity: Outgoing,
  reaches: readonly string[],
  more: Partial<Pick<Sending, "carrier" | "inboxOf" | "shows">> = {},
): void {
  scenes.push({ kind: "sending", at, from, activity, reaches, nature, ...more });
}

export function follows(stage: Stage, at: EpochMs, from: RemoteActor, name: string): void {
  const id = newId(from, "follows", at, stage.dice);
  sends(stage, at, from, follow(from, id, person(home, name).id), [name]);
}

export function likes(stage: Stage, at: EpochMs, from: RemoteActor, name: string): void {
  const id = newId(from, "likes", at, stage.dice);
  sends(stage, at, from, like(from, id, postBy(home, name, stage.dice)), [name]);
}

export function boosts(stage: Stage, at: EpochMs, from: RemoteActor, name: string): void {
  const id = newId(from, "boosts", at, stage.dice);
  const post = postBy(home, name, stage.dice);
  sends(stage, at, from, announce(from, id, at, post, person(home, name).id), [name]);
}

/** One of our people does something that concerns a remote actor. */
export function locally(
  { scenes }: Stage,
  at: EpochMs,
  action: LocalLine["action"],
  name: string,
  actor: RemoteActor,
): void {
  scenes.push(aside(localAct(home, at, action, name, actor)));
}

/** A post that stands on its host, whether or not it came here. */
export function stands(stage: Stage, at: EpochMs, from: RemoteActor, told: Told): string {
  const { line, to = [], others = [], ...say } = told;
  const id = newId(from, "statuses", at, stage.dice);
  const object = note(from, id, at, { ...say, ...line, mentions: [...named(...to), ...others] });
  stage.scenes.push(aside(page(at, id, object)));
  return id;
}

/** The id of a post of one of ours that somebody may answer. */
export function ownPost({ dice }: Stage, name: string): string {
  return postBy(home, name, dice);
}

/** So many, each made by `make`. */
export function several<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** As if it had been long ago: one of ours followed them, or they wrote to each other. */
export function friendsOf(stage: Stage, names: readonly string[], actor: RemoteActor): RemoteActor {
  const long = after(stage.at, -1.4 * day);
  for (const name of names) locally(stage, long, "follow", name, actor);
  return actor;
}

/**
 * In order of time, with the first contacts marked: what reaches somebody whom its author never
 * wrote to before, and who had not followed, named or answered the author.
 */
export function firstsMarked(scenes: readonly Scene[]): Scene[] {
  const met = new Set<string>();
  return inOrder(scenes).map((scene) => {
    if (scene.kind === "aside") {
      const { line } = scene;
      if (line.type === "local") met.add(`${line.actor} ${line.by}`);
      return scene;
    }
    const pairs = named(...scene.reaches).map(({ id }) => `${scene.from.id} ${id}`);
    const isFirst = pairs.some((pair) => !met.has(pair));
    for (const pair of pairs) met.add(pair);
    const { nature } = scene;
    if (nature.truth === "spam" || !isFirst) return scene;
    return { ...scene, nature: { ...nature, first: true } };
  });
}

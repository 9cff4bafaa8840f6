// One contact of an attack: who writes to whom, when, and the deliveries that it takes.

import { after, type EpochMs, hour, minute, second } from "../../base/units.ts";
import { like, type Named } from "../activities.ts";
import type { Dice } from "../dice.ts";
import { move } from "../traffic/acts.ts";
import { type Neighbourhood, someone } from "../traffic/ham.ts";
import { localAct, person, postBy } from "../traffic/home.ts";
import { create, newId } from "../traffic/notes.ts";
import { actorOn, actorPages, bare, page, type RemoteActor, someHost } from "../traffic/places.ts";
import { aside, type Scene, type Sending } from "../traffic/scribe.ts";
import type { Method } from "./method.ts";
import type { Purse } from "./prices.ts";
import { hostName, type Recruit, type Recruits } from "./recruits.ts";
import type { Speaker } from "./words.ts";
import { type Draft, passedOn, pictureOf, profileContact, swapped, wrapped } from "./wrap.ts";

/** What the attacker bought: notifications, if every delivery of it arrives. */
export interface Contact {
  readonly at: EpochMs;
  /** Whether it brings what the attacker wants to say; else it is there for the looks. */
  readonly isPayload: boolean;
  /** Local people it is to notify, and the attacker's own accounts among whom it names. */
  readonly people: readonly string[];
  readonly probes: readonly string[];
  /** How many deliveries must arrive. */
  readonly needs: number;
}

/** What goes out for it; `contact` where the delivery belongs to one. */
export interface Salvo {
  readonly contact: Contact;
  /** Units paid for its account just now, and what of the account it used up. */
  readonly paid: number;
  readonly usedUp: number;
  readonly scenes: readonly { readonly scene: Scene; readonly contact: Contact | undefined }[];
}

export interface Crew {
  readonly dice: Dice;
  readonly near: Neighbourhood;
  readonly recruits: Recruits;
  readonly speaker: Speaker;
  readonly purse: Purse;
  /** The attacker's accounts on the home server. */
  readonly socks: readonly string[];
  /** A picture's look, before noise. */
  readonly blurhash: string;
  readonly group: RemoteActor;
  /** How often an own account is among whom a post names. */
  readonly probing: number;
}

export const sockNames = ["tovi", "marn", "ellu", "pikka", "joss", "wren2"] as const;

export function groupOf(dice: Dice, at: EpochMs): RemoteActor {
  const host = someHost(dice, hostName(dice), { software: "lemmy", people: 4_000 });
  return actorOn(host, "chatter", { ...bare(after(at, -9_000 * hour)), type: "Group" });
}

export function contactOf(crew: Crew, method: Method, at: EpochMs, attack: string): Salvo {
  const { dice, recruits } = crew;
  const { recruit, isNew } = recruits.next(method, at);
  if (isNew) dressed(crew, recruit, method);
  const names = victims(crew, method);
  const isPayload = !dice.chance(method.chaff);
  const lead = isNew ? courtship(crew, method, recruit, at, attack) : [];
  const moment = recruit.readyAt > at ? recruit.readyAt : at;
  const contact: Contact = {
    at: moment,
    isPayload,
    people: names.filter((name) => !crew.socks.includes(name)),
    probes: names.filter((name) => crew.socks.includes(name)),
    needs: method.editSwap && isPayload && isPost(method) ? 2 : 1,
  };
  const shots = deliveries(crew, method, recruit, { at: moment, attack, names, isPayload });
  return {
    contact,
    paid: isNew ? recruit.paid : 0,
    usedUp: recruit.perPost,
    scenes: [
      ...lead.map((scene) => ({ scene, contact: undefined })),
      ...shots.map((scene) => ({ scene, contact })),
    ],
  };
}

function isPost({ address }: Method): boolean {
  return address !== "follow" && address !== "like";
}

/** Where the profile is the message, it is written into it. */
function dressed({ speaker }: Crew, recruit: Recruit, method: Method): void {
  if (isPost(method) && method.payload !== "profile") return;
  const summary = speaker.say({ ...method, payload: "link", onTopic: false }, "friend").text;
  recruit.wears(summary);
}

function victims({ dice, near, socks, probing }: Crew, { names, address }: Method): string[] {
  const wanted = address === "mention" || address === "through-group" ? names : 1;
  const people = dice.sample(near.home.people, wanted);
  if (dice.chance(probing)) people[0] = dice.pick(socks);
  return people;
}

/** What comes before the first payload of an account. */
function courtship(
  crew: Crew,
  { account }: Method,
  recruit: Recruit,
  at: EpochMs,
  attack: string,
): Scene[] {
  const scenes: Scene[] = [];
  let readyAt = at;
  if (recruit.before !== undefined) {
    scenes.push(...befriended(crew, recruit.before, at), departure(crew, recruit, at, attack));
    readyAt = after(at, 10 * minute);
  }
  if (account.followed) scenes.push(...befriended(crew, recruit.actor, readyAt));
  for (let turn = 0; turn < account.warmUp; turn += 1) {
    readyAt = after(readyAt, crew.dice.int(4, 25) * minute);
    scenes.push(friendlyAct(crew, recruit.actor, readyAt, attack));
  }
  if (account.warmUp > 0) readyAt = after(readyAt, crew.dice.int(30, 120) * minute);
  recruit.readyAt = readyAt;
  return scenes;
}

/** The attacker's own people here follow it and answer it. */
function befriended({ dice, near, socks }: Crew, actor: RemoteActor, at: EpochMs): Scene[] {
  return dice
    .sample(socks, dice.int(1, 3))
    .flatMap((sock, index) => [
      aside(localAct(near.home, after(at, index * second), "follow", sock, actor)),
      aside(localAct(near.home, after(at, (9 + index) * second), "reply", sock, actor)),
    ]);
}

function departure({ dice }: Crew, recruit: Recruit, at: EpochMs, attack: string): Sending {
  const from = recruit.before ?? recruit.actor;
  const moment = after(at, minute);
  const activity = move(from, newId(from, "moves", moment, dice), recruit.actor);
  const shows = actorPages(recruit.actor, moment);
  return { ...shot(moment, from, activity, [], attack), shows };
}

function friendlyAct(crew: Crew, from: RemoteActor, at: EpochMs, attack: string): Sending {
  const { dice, near } = crew;
  const whom = dice.pick(near.home.people);
  const object = postBy(near.home, whom, dice);
  if (dice.chance(0.6)) {
    return shot(at, from, like(from, newId(from, "likes", at, dice), object), [whom], attack);
  }
  const thanks = dice.pick(["Thank you!", "Lovely.", "So true.", "This made my day", "Ha!"]);
  const mentions = [person(near.home, whom)];
  const say = { text: thanks, language: "en", mentions, replyTo: object };
  const activity = create(from, newId(from, "statuses", at, dice), at, say);
  return shot(at, from, activity, [whom], attack);
}

interface Aim {
  readonly at: EpochMs;
  readonly attack: string;
  readonly names: readonly string[];
  readonly isPayload: boolean;
}

function deliveries(crew: Crew, method: Method, recruit: Recruit, aim: Aim): Sending[] {
  const { dice, near } = crew;
  const { at, attack, names } = aim;
  const from = recruit.actor;
  const whom = names[0] ?? "ada";
  const parent = postBy(near.home, whom, dice);
  if (method.address === "follow" || method.address === "like") {
    const id = person(near.home, whom).id;
    const activity = profileContact(dice, method.address, from, at, id, parent);
    return [shot(at, from, activity, names, attack)];
  }
  const draft = drafted(crew, method, recruit, aim, parent);
  const isSwap = method.editSwap && aim.isPayload;
  const harmless = { ...draft, ...crew.speaker.chat(method), pictures: [] };
  const created = wrapped(dice, method, from, at, isSwap ? harmless : draft);
  const first = carried(crew, method, from, aim, created);
  if (!isSwap) return [first];
  const later = after(at, dice.int(4, 40) * minute);
  const update = swapped(dice, method, from, created, later, draft);
  return [first, carried(crew, method, from, { ...aim, at: later }, update)];
}

/** By its author's server, or by a community that some here follow. */
function carried(
  { dice, group }: Crew,
  { address }: Method,
  from: RemoteActor,
  { at, attack, names }: Aim,
  activity: ReturnType<typeof wrapped>,
): Sending {
  if (address !== "through-group") return shot(at, from, activity, names, attack);
  const object = activity["object"] as { id: string };
  const shows = [...actorPages(from, at), page(at, object.id, { ...object })];
  return { ...shot(at, group, passedOn(group, dice, at, activity), names, attack), shows };
}

function drafted(
  crew: Crew,
  method: Method,
  recruit: Recruit,
  { at, names, isPayload }: Aim,
  parent: string,
): Draft {
  const { dice, near, speaker, purse, blurhash } = crew;
  // Handles are bought by the word: nobody's name is among them.
  const name = method.payload === "handles" ? "friend" : (names[0] ?? "friend");
  const isWordless = !isPayload || method.payload === "profile";
  const { text, language } = isWordless ? speaker.chat(method) : speaker.say(method, name);
  const third = method.names3rd ? dice.pick(near.friends).actor : undefined;
  const praise = third === undefined ? "" : ` (thanks to ${third.username} of ${third.host.name})`;
  const local = names.map((one) => person(near.home, one));
  const replies = method.address === "reply" ? { replyTo: parent } : {};
  const said: Draft = {
    text: text + praise,
    language,
    mentions: [...local, ...(third === undefined ? [] : [third]), ...outsiders(crew, method, at)],
    visibility: visibilityOf(dice, method),
    ...replies,
  };
  if (isWordless) return said;
  switch (method.payload) {
    case "handles":
      return { ...said, text: "", mentions: [...spelled(crew, text, at), ...local] };
    case "picture":
      purse.spend("picture");
      return { ...said, text: "", pictures: [pictureOf(dice, recruit.actor, blurhash, undefined)] };
    case "alt-text":
      purse.spend("picture");
      return { ...said, text: "", pictures: [pictureOf(dice, recruit.actor, blurhash, text)] };
    case "link":
    case "short":
    case "open-redirect":
    case "odd-link":
    case "split-link":
    case "text":
      return said;
  }
}

function visibilityOf(dice: Dice, { address }: Method): Draft["visibility"] & string {
  if (address === "direct") return "direct";
  return address === "reply" && dice.chance(0.5) ? "unlisted" : "public";
}

function outsiders({ dice, near }: Crew, { elsewhere, address }: Method, at: EpochMs): Named[] {
  if (address !== "mention") return [];
  return Array.from({ length: elsewhere }, () => someone(dice, dice.pick(near.hosts), at));
}

/** The first dozen words as handles: whoever reads them in order reads the text. */
function spelled({ recruits }: Crew, text: string, at: EpochMs): Named[] {
  const words = text.toLowerCase().match(/[a-z0-9]{2,}/g) ?? [];
  return recruits.named(words.slice(0, 12), at);
}

function shot(
  at: EpochMs,
  from: RemoteActor,
  activity: Sending["activity"],
  reaches: readonly string[],
  attack: string,
): Sending {
  const nature = { truth: "spam", attack } as const;
  return { kind: "sending", at, from, activity, reaches, nature };
}

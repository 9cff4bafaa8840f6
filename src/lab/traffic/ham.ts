// A gentle background: what the inbox of a server of a hundred people sees when nobody
// attacks. Followed people post, threads go on, strangers and newcomers say something for
// the first time, likes and boosts come in, accounts end.

import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import { announce, erase, follow, like, type Named, type Outgoing } from "../activities.ts";
import { type Dice, dice as diceOf } from "../dice.ts";
import { edited } from "./acts.ts";
import { type Home, home, localAct, person, postBy } from "./home.ts";
import { create, newId, note, type Say } from "./notes.ts";
import { actorOn, bare, type Profile, page, type RemoteActor, someHost } from "./places.ts";
import { aside, type Scene, type Sending } from "./scribe.ts";
import { smallTalk, someLanguage } from "./small-talk.ts";

export interface HamPlan {
  readonly seed: string;
  readonly start: EpochMs;
  readonly days: number;
  /** About how many a day. */
  readonly deliveriesPerDay: number;
  /** Whether what our own people do is told as well. */
  readonly localActs: boolean;
}

/** Somebody followed here, and by whom. */
interface Friend {
  readonly actor: RemoteActor;
  readonly language: string;
  readonly followers: readonly string[];
}

/** Everybody of a background. Others who write look-alikes may start from it. */
export interface Neighbourhood {
  readonly dice: Dice;
  readonly home: Home;
  readonly hosts: readonly RemoteActor["host"][];
  readonly friends: readonly Friend[];
}

const hostWords =
  "alder amber anvil birch brine cedar clover cobalt dapple ember fennel fjord garnet hazel " +
  "heron indigo juniper kelp lagoon larch linnet maple marsh mica nettle oat opal otter pebble " +
  "pine plover quartz raven reed rowan sable sedge sorrel tansy teal thistle tide umber willow";

const given =
  "mira tomas yuki noor piet zofia idris margot oksana sam rui leilani anselm keiko farah gwen " +
  "ravi elif bao tilda jamal sena kofi brid pavel mei luca ines otis wren dagny hamid";

const interests =
  "bread,boats,printmaking,old radios,moss,choirs,tabletop games,weaving,astronomy,trains," +
  "mushrooms,zines,gardens,typefaces,kites,bicycles,birds,translation,pottery,maps";

export function neighbourhood(seed: string, since: EpochMs): Neighbourhood {
  const dice = diceOf(`${seed}/neighbourhood`);
  const hosts = hostWords.split(" ").map((word) => someHost(dice, `${word}.example`));
  const friends = Array.from({ length: 140 }, () => ({
    actor: someone(dice, dice.pick(hosts), since),
    language: someLanguage(dice),
    followers: dice.sample(home.people, dice.pick([1, 1, 1, 2, 2, 3, 5, 9])),
  }));
  return { dice, home, hosts, friends };
}

/** Somebody ordinary who has been there for a while: now and then without picture or words. */
export function someone(
  dice: Dice,
  host: RemoteActor["host"],
  since: EpochMs,
  more: Partial<Profile> = {},
): RemoteActor {
  const name = dice.pick(given.split(" "));
  const tail = dice.pick([
    "",
    `${dice.int(2, 99)}`,
    `_${dice.letters("aehklmnorstuvy", 3)}`,
    dice.letters("bdklmnrstz", 2),
  ]);
  const likes = dice.sample(interests.split(","), dice.int(1, 3)).join(", ");
  const joined = after(since, -dice.int(20, 2_400) * day);
  const known = Math.round(10 ** (dice.int(5, 32) / 10));
  return actorOn(host, `${name}${tail}${dice.letters("aeiou", 1)}`, {
    ...bare(joined),
    name: dice.chance(0.8) ? name.charAt(0).toUpperCase() + name.slice(1) : "",
    summary: dice.chance(0.85) ? `${likes}.` : "",
    avatar: dice.chance(0.9),
    followers: known,
    following: Math.round(known * 0.8) + dice.int(0, 40),
    posts: known * dice.int(1, 9),
    ...more,
  });
}

/** Scenes of some days, in no order. */
export function hamOf(plan: HamPlan): Scene[] {
  const near = neighbourhood(plan.seed, plan.start);
  const scenes = plan.localActs ? earlierFollows(near, plan.start) : [];
  const habits = wheel();
  let count = 0;
  while (count < plan.days * plan.deliveriesPerDay) {
    const at = someMoment(near.dice, plan);
    const more = near.dice.pick(habits)(near, at);
    count += more.filter(({ kind }) => kind === "sending").length;
    const last = after(plan.start, plan.days * day);
    scenes.push(
      ...more.filter((one) => (plan.localActs || one.kind === "sending") && one.at < last),
    );
  }
  return scenes;
}

/** Most of it by day. */
function someMoment(dice: Dice, { start, days }: HamPlan): EpochMs {
  const hours = dice.chance(0.8) ? dice.int(7, 22) : dice.int(0, 23);
  return after(start, dice.int(0, days - 1) * day + hours * hour + dice.int(1, 3_599_000));
}

/** The follows that made the neighbourhood: told in the first minutes. */
function earlierFollows({ friends, home }: Neighbourhood, start: EpochMs): Scene[] {
  return friends.flatMap(({ actor, followers }, index) =>
    followers.map((by) => aside(localAct(home, after(start, index * 100), "follow", by, actor))),
  );
}

type Habit = (near: Neighbourhood, at: EpochMs) => Scene[];

const habits: readonly (readonly [number, Habit])[] = [
  [34, friendPosts],
  [14, thread],
  [10, somebodyLikes],
  [8, somebodyBoosts],
  [7, strangerReplies],
  [3, newcomerArrives],
  [3, strangerAsks],
  [4, somebodyFollows],
  [10, accountEnds],
  [4, friendEdits],
];

function wheel(): Habit[] {
  return habits.flatMap(([weight, habit]) => Array<Habit>(weight).fill(habit));
}

/** For followers: it notifies nobody. */
function friendPosts(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice } = near;
  const { actor, language } = dice.pick(near.friends);
  const line = smallTalk(dice, language);
  const more = dice.chance(0.24) ? { pictures: [somePicture(dice, actor)] } : {};
  const hashtags = dice.chance(0.26) ? dice.sample(interestTags(), dice.int(1, 4)) : [];
  const linked = dice.chance(0.2) ? `${line.text} ${someLink(dice)}` : line.text;
  const say = { ...line, text: linked, hashtags, ...more };
  return [post(near, at, actor, say, [], "followed")];
}

/** One of us posted; a friend answers, is answered, and others who met here join in. */
function thread(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice, home } = near;
  const root = dice.pick(near.friends);
  const [host = "ada", ...others] = dice.sample(root.followers, dice.int(1, 3));
  const start = postBy(home, host, dice);
  const scenes: Scene[] = [];
  let moment = at;
  for (let turn = 0; turn < dice.int(1, 4); turn += 1) {
    const line = smallTalk(dice, root.language);
    const [visibility, people] = [dice.pick(visibilities), [host, ...others]];
    const say = { ...line, replyTo: start, visibility };
    scenes.push(post(near, moment, root.actor, say, people, "thread"));
    moment = after(moment, dice.int(2, 50) * minute);
    scenes.push(aside(localAct(home, moment, "reply", host, root.actor)));
    moment = after(moment, dice.int(2, 50) * minute);
  }
  return scenes;
}

const visibilities = ["public", "unlisted", "unlisted", "followers", "direct"] as const;

function strangerReplies(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice, home } = near;
  const by = dice.pick(home.people);
  const stranger = someone(dice, dice.pick(near.hosts), at);
  const object = postBy(home, by, dice);
  const visibility = dice.chance(0.5) ? "public" : "unlisted";
  const say: Say = { ...smallTalk(dice), replyTo: object, visibility };
  const sent = post(near, at, stranger, say, [by], "first reply", true);
  if (dice.chance(0.5)) return [sent];
  const later = after(at, dice.int(3, 300) * minute);
  const answered = aside(localAct(home, later, "reply", by, stranger));
  const again: Say = { ...smallTalk(dice, say.language), replyTo: object, visibility };
  const second = after(later, dice.int(2, 90) * minute);
  return [sent, answered, post(near, second, stranger, again, [by], "thread")];
}

/** An account of minutes that greets whoever invited it, and a few more. */
function newcomerArrives(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice, home } = near;
  const fresh = { joined: after(at, -dice.int(5, 2_000) * minute), followers: dice.int(0, 3) };
  const profile = { ...fresh, following: dice.int(0, 9), posts: 1, avatar: dice.chance(0.6) };
  const newcomer = someone(dice, dice.pick(near.hosts), at, profile);
  const invited = dice.sample(home.people, dice.pick([1, 1, 1, 2]));
  const hashtags = ["introduction", ...dice.sample(interestTags(), dice.int(0, 5))];
  const hello = { ...smallTalk(dice), hashtags };
  const sent = post(near, at, newcomer, hello, invited, "newcomer", true);
  const later = after(at, dice.int(5, 200) * minute);
  const followed = aside(localAct(home, later, "follow", invited[0] ?? "ada", newcomer));
  return dice.chance(0.6) ? [sent, followed] : [sent];
}

function strangerAsks(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice, home } = near;
  const whom = dice.pick(home.people);
  const stranger = someone(dice, dice.pick(near.hosts), at);
  const visibility = dice.chance(0.5) ? "direct" : "public";
  return [post(near, at, stranger, { ...smallTalk(dice), visibility }, [whom], "question", true)];
}

function somebodyLikes(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice, home } = near;
  const whom = dice.pick(home.people);
  const [from, isNew] = friendOrStranger(near, at);
  const activity = like(from, newId(from, "likes", at, dice), postBy(home, whom, dice));
  return [sending(at, from, activity, [whom], "like", isNew)];
}

function somebodyBoosts(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice, home } = near;
  if (dice.chance(0.6)) return friendBoostsAFriend(near, at);
  const whom = dice.pick(home.people);
  const [from, isNew] = friendOrStranger(near, at);
  const id = newId(from, "boosts", at, dice);
  const activity = announce(from, id, at, postBy(home, whom, dice), person(home, whom).id);
  return [sending(at, from, activity, [whom], "boost", isNew)];
}

/** For followers; the post is on show where it was written. */
function friendBoostsAFriend({ dice, friends }: Neighbourhood, at: EpochMs): Scene[] {
  const [one, other] = dice.sample(friends, 2);
  if (one === undefined || other === undefined) return [];
  const id = newId(other.actor, "statuses", at, dice);
  const shown = page(at, id, note(other.actor, id, at, smallTalk(dice, other.language)));
  const activity = announce(
    one.actor,
    newId(one.actor, "boosts", at, dice),
    at,
    id,
    other.actor.id,
  );
  return [{ ...sending(at, one.actor, activity, [], "boost"), shows: [shown] }];
}

function somebodyFollows(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice, home } = near;
  const whom = dice.pick(home.people);
  const from = someone(dice, dice.pick(near.hosts), at);
  const activity = follow(from, newId(from, "follows", at, dice), person(home, whom).id);
  const sent = sending(at, from, activity, [whom], "follow", true);
  const later = after(at, dice.int(2, 600) * minute);
  const back = aside(localAct(home, later, "follow", whom, from));
  return dice.chance(0.4) ? [sent, back] : [sent];
}

/** An account that nobody here ever heard of. */
function accountEnds(near: Neighbourhood, at: EpochMs): Scene[] {
  const gone = someone(near.dice, near.dice.pick(near.hosts), at);
  return [sending(at, gone, erase(gone, gone.id, gone.id), [], "deletion")];
}

function friendEdits(near: Neighbourhood, at: EpochMs): Scene[] {
  const { dice } = near;
  const { actor, language } = dice.pick(near.friends);
  const line = smallTalk(dice, language);
  const sent = post(near, at, actor, line, [], "followed");
  const later = after(at, dice.int(1, 60) * minute);
  const fixed = { ...line, text: `${line.text} ${smallTalk(dice, language).text}` };
  const update = edited(actor, sent.activity, later, fixed);
  return [sent, sending(later, actor, update, [], "edit")];
}

function friendOrStranger({ dice, friends, hosts }: Neighbourhood, at: EpochMs) {
  if (dice.chance(0.7)) return [dice.pick(friends).actor, false] as const;
  return [someone(dice, dice.pick(hosts), at), true] as const;
}

/** A post of `from` that names these local people. */
export function post(
  { dice, home }: Pick<Neighbourhood, "dice" | "home">,
  at: EpochMs,
  from: RemoteActor,
  say: Say,
  people: readonly string[],
  what: string,
  isFirst = false,
): Sending {
  const mentions: Named[] = [...people.map((name) => person(home, name)), ...(say.mentions ?? [])];
  const activity = create(from, newId(from, "statuses", at, dice), at, { ...say, mentions });
  return sending(at, from, activity, people, what, isFirst);
}

function sending(
  at: EpochMs,
  from: RemoteActor,
  activity: Outgoing,
  reaches: readonly string[],
  what: string,
  isFirst = false,
): Sending {
  const nature = {
    truth: "ham",
    class: what,
    ...(isFirst ? { first: true as const } : {}),
  } as const;
  return { kind: "sending", at, from, activity, reaches, nature };
}

function interestTags(): string[] {
  return interests.split(",").map((words) => words.replaceAll(" ", ""));
}

function someLink(dice: Dice): string {
  const words = dice.sample(hostWords.split(" "), 3);
  return `https://${words[0]}-${words[1]}.test/${words[2]}/${dice.int(1, 9_999)}`;
}

const blurhashLetters =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@";

/** A picture of its own: no two alike. */
export function somePicture(dice: Dice, { host }: RemoteActor) {
  const name = dice.letters("0123456789abcdef", 16);
  return {
    url: `https://${host.name}/media/${name}.jpg`,
    // Four by three components, as most servers take.
    blurhash: `L${dice.letters(blurhashLetters, 27)}`,
    mediaType: "image/jpeg",
  };
}

// Families written by somebody who had not seen how the house judges, and kept apart until its
// weights and thresholds stood. Nothing is ever fitted or set on them: they show what the house
// does with attacks that it was not made against. Their words are in later-words.ts, their
// results in docs/unseen.md.

import { after, type EpochMs, hour, minute } from "../../base/units.ts";
import type { Json, Outgoing } from "../activities.ts";
import type { Dice } from "../dice.ts";
import { spun } from "../siege/spun.ts";
import { pictureOf } from "../siege/wrap.ts";
import { someone, somePicture } from "../traffic/ham.ts";
import { localAct, postBy } from "../traffic/home.ts";
import type { RemoteActor } from "../traffic/places.ts";
import { aside, type Scene, type Sending } from "../traffic/scribe.ts";
import {
  type Family,
  type Field,
  type Gang,
  gangOf,
  moments,
  said,
  shifts,
  someOf,
} from "./family.ts";
import {
  asModerators,
  captions,
  described,
  fromFriends,
  jobPolls,
  keptGoing,
  movedOff,
  smallTalk,
  type Worded,
} from "./later-words.ts";

/** A line of that language with its slots filled. */
type Voice = (name: string) => { readonly text: string; readonly language: string };

/** One attack's own tag and page, which change every so many posts. */
function voiceOf(dice: Dice, lines: Worded, changesEvery: number): Voice {
  let posts = 0;
  let [tag, link] = [someTag(dice), somePage(dice)];
  return (name) => {
    posts += 1;
    if (posts % changesEvery === 0) [tag, link] = [someTag(dice), somePage(dice)];
    const text = spun(dice.pick(lines.lines), dice);
    const filled = text.replaceAll("<name>", name).replaceAll("<tag>", tag);
    return { text: filled.replaceAll("<link>", link), language: lines.language };
  };
}

const letters = "abcdefghijklmnoprstuvyz";

function someTag(dice: Dice): string {
  const digits = dice.letters("0123456789", 8);
  return dice.pick([`@${dice.letters(letters, dice.int(6, 11))}`, `+44 7${digits}`, `id${digits}`]);
}

function somePage(dice: Dice): string {
  const [host, path] = [dice.letters(letters, dice.int(5, 9)), dice.letters(letters, 4)];
  const ending = dice.pick(["test", "example"]);
  return `https://${host}${dice.pick(["-id", "", ".go"])}.${ending}/${path}`;
}

function inTongue(all: readonly Worded[], language: string): Worded {
  return all.find((one) => one.language === language) ?? { language, lines: ["…"] };
}

const describedPictures: Family = {
  id: "CM10",
  title: "Harmless pictures, and the pitch in the words that describe them",
  attack(field) {
    const { dice } = field;
    const software = dice.pick(["pleroma", "gotosocial", "mastodon"] as const);
    const looks = { hosts: [5, 30], software, ageMinutes: [1_440, 40_000] } as const;
    const gang = gangOf("CM10", field, looks);
    const { language } = dice.pick(captions);
    const caption = voiceOf(dice, inTongue(captions, language), 1_000);
    const pitch = voiceOf(dice, inTongue(described, language), dice.int(4, 90));
    const next = shifts(gang, dice.int(1, 9));
    const { blurhash } = somePicture(dice, gang.recruit(field.start));
    const samePicture = dice.chance(0.5);
    const replying = dice.chance(0.5);
    return moments(field, dice.int(40, 180), field.days * dice.int(6, 23) * hour).map((at) => {
      const people = someOf(gang, 1, dice.int(1, 3));
      const from = next(at);
      const look = samePicture ? blurhash : somePicture(dice, from).blurhash;
      const pictures = [pictureOf(dice, from, look, pitch(people[0] ?? "you").text)];
      const parent = postBy(field.near.home, people[0] ?? "ada", dice);
      const replies = replying ? { replyTo: parent } : {};
      return said(gang, from, at, people, { ...caption(""), pictures, ...replies });
    });
  },
};

const jobOffers: Family = {
  id: "T31",
  title: "Jobs and tasks, asked as a poll whose choices say where to write",
  attack(field) {
    const { dice } = field;
    const gang = gangOf("T31", field, { hosts: [15, 80], ageMinutes: [20, 12_000] });
    const voices = dice
      .sample(jobPolls, dice.int(1, 2))
      .map((lines) => voiceOf(dice, lines, dice.int(3, 60)));
    const next = shifts(gang, dice.int(1, 4));
    const visibility = dice.pick(["public", "unlisted", "direct"] as const);
    return moments(field, dice.int(60, 220), dice.int(5, 60) * hour).map((at) => {
      const people = someOf(gang, 1, dice.int(1, 3));
      const { text, language } = dice.pick(voices)(people[0] ?? "you");
      const [question = "?", ...poll] = text.split(";");
      return said(gang, next(at), at, people, { text: question, language, poll, visibility });
    });
  },
};

/** Only what leads away is the payload; the talk before it notifies people all the same. */
const grooming: Family = {
  id: "T30",
  title: "Small talk for days, then off to another messenger",
  attack(field) {
    const { dice } = field;
    const looks = {
      hosts: [1, 4],
      ageMinutes: [5 * 1_440, 60 * 1_440],
      amongPeople: true,
    } as const;
    const gang = gangOf("T30", field, looks);
    const { language } = dice.pick(smallTalk);
    const believed = dice.int(15, 50) / 100;
    const [accounts, talkative] = [dice.int(8, 25), dice.int(3, 9)];
    return Array.from({ length: accounts }, () => {
      const dressed = { avatar: true, followers: dice.int(3, 60), posts: dice.int(4, 40) };
      const from = gang.recruit(field.start, dressed);
      const talk = courting(gang, from, language);
      return someOf(gang, talkative, talkative).flatMap((whom) =>
        talk(whom, dice.chance(believed)),
      );
    }).flat();
  },
};

function courting(gang: Gang, from: RemoteActor, language: string) {
  const { dice, start, days, near } = gang.field;
  const opens = voiceOf(dice, inTongue(smallTalk, language), 1_000);
  const talks = voiceOf(dice, inTongue(keptGoing, language), 1_000);
  const leads = voiceOf(dice, inTongue(movedOff, language), 1_000);
  const visibility = dice.pick(["direct", "direct", "public", "unlisted"] as const);
  const cover = { ...gang, id: "T30 small talk" };
  return (whom: string, isBelieved: boolean): Scene[] => {
    let at = after(start, dice.int(1, Math.floor(days * 14 * 60)) * minute);
    const later = (from: number, to: number): EpochMs => {
      at = after(at, dice.int(from, to) * minute);
      return at;
    };
    const scenes: Scene[] = [said(cover, from, at, [whom], { ...opens(whom), visibility })];
    const answered = () =>
      scenes.push(aside(localAct(near.home, later(5, 200), "reply", whom, from)));
    for (let turn = dice.int(2, 5); isBelieved && turn > 0; turn -= 1) {
      answered();
      scenes.push(said(cover, from, later(5, 150), [whom], { ...talks(whom), visibility }));
    }
    if (isBelieved) answered();
    // Of those who do not answer, half are told where to write to all the same.
    else if (dice.chance(0.5)) return scenes;
    scenes.push(said(gang, from, later(20, 400), [whom], { ...leads(whom), visibility }));
    return scenes;
  };
}

const brokenInto: Family = {
  id: "CM27",
  title: "Accounts of ordinary people on one host, taken over, write to whom they know",
  attack(field) {
    const { dice, near } = field;
    const lines = dice.pick(fromFriends);
    const gang = gangOf("CM27", field, { hosts: [1, 1], ageMinutes: [1, 2], amongPeople: true });
    const host = mostFriendsOn(field);
    const known = near.friends.filter(({ actor }) => actor.host === host);
    const unknown = Array.from({ length: dice.int(6, 30) }, () => someone(dice, host, field.start));
    const taken = [...known, ...unknown.map((actor) => ({ actor, followers: [] }))];
    const [each, mentions] = [dice.int(2, 9), dice.int(1, 3)];
    const begin = moments(field, 1, 16 * hour)[0] ?? field.start;
    const direct = dice.chance(0.6);
    const paused = dice.int(1, 40);
    return taken.flatMap(({ actor, followers }) => {
      // Each with a page of its own, as each is opened by another tool run.
      const voice = voiceOf(dice, lines, dice.int(3, 400));
      const first = after(begin, dice.int(0, 14 * 60) * minute);
      const strangers = Array.from({ length: each }, () => someOf(gang, 1, mentions));
      return [...followers.map((one) => [one]), ...strangers].map((people, turn) => {
        const at = after(first, turn * dice.int(1, paused) * minute);
        const visibility = direct ? "direct" : "public";
        return said(gang, actor, at, people, { ...voice(people[0] ?? "you"), visibility });
      });
    });
  },
};

/** Of some hosts that were looked at, where most of those live whom people here follow. */
function mostFriendsOn({ dice, near }: Field): RemoteActor["host"] {
  const known = (host: RemoteActor["host"]): number =>
    near.friends.filter(({ actor }) => actor.host === host).length;
  const looked = dice.sample(near.hosts, 6);
  return looked.reduce((best, one) => (known(one) > known(best) ? one : best));
}

const falseModerators: Family = {
  id: "T37",
  title: "Quotes of people's own posts, by accounts that pose as moderators",
  attack(field) {
    const { dice, near } = field;
    const gang = gangOf("T37", field, { hosts: [1, 25], ageMinutes: [3, 7_000] });
    const voice = voiceOf(dice, dice.pick(asModerators), dice.int(5, 120));
    const posing = { ...gang, recruit: (at: EpochMs) => gang.recruit(at, poseOf(dice)) };
    const next = shifts(posing, dice.int(3, 25));
    const named = dice.chance(0.5);
    return moments(field, dice.int(40, 200), dice.int(2, 36) * hour).map((at) => {
      const [whom = "ada"] = someOf(gang, 1, 1);
      const sending = said(gang, next(at), at, [whom], voice(whom));
      return quoting(sending, postBy(near.home, whom, dice), named);
    });
  },
};

function poseOf(dice: Dice) {
  const name = dice.pick(["Moderation", "Trust & Safety", "Support Team", "Account Centre"]);
  const summary = dice.pick(["", "Official notices.", "We keep this network safe."]);
  return {
    name: `${name} ${dice.pick(["", "✅", dice.int(1, 99).toString()])}`,
    summary,
    avatar: true,
  };
}

/** As a quote post; its author is addressed either way, and named or not. */
function quoting(sending: Sending, post: string, named: boolean): Sending {
  const { activity } = sending;
  const object = activity["object"] as Json;
  const quoted = { ...object, quote: post, quoteUri: post, _misskey_quote: post };
  const shown = named ? quoted : { ...quoted, ...unnamed(object) };
  return { ...sending, activity: { ...activity, object: shown } as Outgoing };
}

const handle = /^<p>(<span class="h-card">.*?<\/span><\/span>|<a [^>]*>@.*?<\/a>) /;

function unnamed({ content, contentMap = {} }: Json): Json {
  const languages = Object.keys(contentMap as Json);
  const bare = (content as string).replace(handle, "<p>");
  const maps = languages.map((language) => [language, bare] as const);
  return {
    tag: [],
    content: bare,
    ...(maps.length > 0 ? { contentMap: Object.fromEntries(maps) } : {}),
  };
}

export const later: readonly Family[] = [
  describedPictures,
  brokenInto,
  grooming,
  jobOffers,
  falseModerators,
];

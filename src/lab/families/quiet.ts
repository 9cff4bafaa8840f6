// Quiet families: without text to compare, or with time between the posts, or with a change
// of mind afterwards.

import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import { announce, follow, like } from "../activities.ts";
import type { Method } from "../siege/method.ts";
import { swapped, wrapped } from "../siege/wrap.ts";
import { changed, presented } from "../traffic/acts.ts";
import { localAct, person, postBy } from "../traffic/home.ts";
import { newId, note } from "../traffic/notes.ts";
import { actorPages, page, type RemoteActor } from "../traffic/places.ts";
import { aside, type Scene, type Sending } from "../traffic/scribe.ts";
import {
  type Family,
  type Gang,
  gangOf,
  moments,
  said,
  sent,
  shifts,
  shout,
  someOf,
} from "./family.ts";

const massFollow: Family = {
  id: "T07",
  title: "Follows in lockstep; what they sell is the profile",
  attack(field) {
    const { dice } = field;
    const gang = gangOf("T07", field, { hosts: [1, 5], ageMinutes: [5, 40_000] });
    const summaries = sameOrOwn(gang);
    const each = dice.int(1, 12);
    const accounts = Math.ceil(dice.int(60, 350) / each);
    return moments(field, accounts, dice.int(10, 400) * minute).flatMap((at) => {
      const actor = gang.recruit(at, { avatar: true, summary: summaries() });
      return someOf(gang, each, each).map((whom, index) => followed(gang, actor, whom, at, index));
    });
  },
};

function followed(gang: Gang, from: RemoteActor, whom: string, at: EpochMs, turn: number): Sending {
  const { dice, near } = gang.field;
  const moment = after(at, turn * dice.int(200, 9_000));
  const id = newId(from, "follows", moment, dice);
  const activity = follow(from, id, person(near.home, whom).id);
  return sent(gang, from, moment, activity, [whom]);
}

function liked(gang: Gang, from: RemoteActor, whom: string, at: EpochMs): Sending {
  const { dice, near } = gang.field;
  const activity = like(from, newId(from, "likes", at, dice), postBy(near.home, whom, dice));
  return sent(gang, from, at, activity, [whom]);
}

/** One profile for all, or each its own: drawn once. */
function sameOrOwn({ field, speaker, method }: Gang): () => string {
  const same = speaker.say(method, "you").text;
  const alike = field.dice.chance(0.5);
  return () => (alike ? same : speaker.say({ ...method, wording: "rewritten" }, "you").text);
}

const boostingRing: Family = {
  id: "T19",
  title: "Sleepers that boost each other, and people here to be seen",
  attack(field) {
    const { dice } = field;
    const looks = { hosts: [5, 60], ageMinutes: [7 * 1_440, 90 * 1_440] } as const;
    const gang = gangOf("T19", field, { ...looks, method: { payload: "text" } });
    const seen = { avatar: true, followers: dice.int(2, 9), following: dice.int(8, 20) };
    const ring = Array.from({ length: dice.int(12, 90) }, () => gang.recruit(field.start, seen));
    const share = dice.int(30, 70) / 100;
    return moments(field, dice.int(80, 300), field.days * 20 * hour).map((at) => {
      const from = dice.pick(ring);
      const [whom = "ada"] = someOf(gang, 1, 1);
      if (dice.chance(share)) return boostedInside(gang, from, dice.pick(ring), at);
      if (dice.chance(0.6)) return boostedHere(gang, from, whom, at);
      return dice.chance(0.5) ? followed(gang, from, whom, at, 0) : liked(gang, from, whom, at);
    });
  },
};

/** Comes here because somebody here follows one of them. */
function boostedInside(gang: Gang, from: RemoteActor, author: RemoteActor, at: EpochMs): Sending {
  const { dice } = gang.field;
  const id = newId(author, "statuses", at, dice);
  const { text, language } = gang.speaker.say({ ...gang.method, wording: "rewritten" }, "you");
  const cut = text.slice(0, dice.int(60, 200));
  const shown = page(at, id, note(author, id, at, { text: cut, language }));
  const activity = announce(from, newId(from, "boosts", at, dice), at, id, author.id);
  const shows = [...actorPages(author, at), shown];
  return { ...sent(gang, from, at, activity, []), shows };
}

function boostedHere(gang: Gang, from: RemoteActor, whom: string, at: EpochMs): Sending {
  const { dice, near } = gang.field;
  const post = postBy(near.home, whom, dice);
  const id = newId(from, "boosts", at, dice);
  return sent(gang, from, at, announce(from, id, at, post, person(near.home, whom).id), [whom]);
}

const profileSpam: Family = {
  id: "T26",
  title: "Adverts in profiles, seen through follows and likes; some swapped in later",
  attack(field) {
    const { dice } = field;
    const gang = gangOf("T26", field, { hosts: [3, 60], ageMinutes: [30, 60_000] });
    const summaries = sameOrOwn(gang);
    const swapping = dice.int(0, 60) / 100;
    return moments(field, dice.int(80, 350), field.days * dice.int(2, 22) * hour).flatMap((at) => {
      const swaps = dice.chance(swapping);
      const advert = { summary: summaries(), avatar: true };
      const link = [["Shop", `https://${dice.letters("abcdehklmnorst", 7)}.test`]] as const;
      const fields = dice.chance(0.4) ? { fields: link } : {};
      const actor = gang.recruit(at, swaps ? {} : { ...advert, ...fields });
      const [whom = "ada"] = someOf(gang, 1, 1);
      const first = dice.chance(0.6)
        ? followed(gang, actor, whom, at, 0)
        : liked(gang, actor, whom, at);
      return swaps ? [first, presentedAnew(gang, changed(actor, advert), at)] : [first];
    });
  },
};

function presentedAnew(gang: Gang, actor: RemoteActor, since: EpochMs): Sending {
  const at = after(since, gang.field.dice.int(20, 3_000) * minute);
  const shows = actorPages(actor, at);
  return { ...sent(gang, actor, at, presented(actor, at), []), shows };
}

const editSwap: Family = {
  id: "T35",
  title: "Harmless at first, edited afterwards",
  attack(field) {
    const { dice } = field;
    const gang = gangOf("T35", field, { hosts: [4, 60], ageMinutes: [5, 20_000] });
    const next = shifts(gang, dice.int(1, 20));
    const waits = [dice.int(1, 20), dice.int(21, 600)] as const;
    return moments(field, dice.int(40, 150), field.days * dice.int(1, 18) * hour).flatMap((at) => {
      const people = someOf(gang, 1, 3);
      const from = next(at);
      const mentions = people.map((name) => person(field.near.home, name));
      const harmless = said(gang, from, at, people, gang.speaker.chat(gang.method));
      const later = after(at, dice.int(...waits) * minute);
      const payload = { ...gang.speaker.say(gang.method, people[0] ?? "you"), mentions };
      const update = swapped(dice, gang.method, from, harmless.activity, later, payload);
      return [harmless, sent(gang, from, later, update, people)];
    });
  },
};

const containers: readonly Method["container"][] = [
  "poll",
  "article",
  "warning",
  "map-only",
  "source-only",
];

const containerDodging: Family = {
  id: "T36",
  title: "The words stand where few look: polls, names, warnings, maps, sources, boosts",
  attack(field) {
    const { dice } = field;
    const gang = gangOf("T36", field, { hosts: [4, 60], ageMinutes: [5, 20_000] });
    const next = shifts(gang, dice.int(1, 20));
    const chosen = dice.sample(containers, dice.int(1, containers.length));
    const boosting = dice.int(0, 30) / 100;
    return moments(field, dice.int(60, 250), field.days * dice.int(1, 18) * hour).map((at) => {
      const method = { ...gang.method, container: dice.pick(chosen) };
      const people = someOf(gang, 1, 3);
      if (dice.chance(boosting)) return boostedRemote(gang, next(at), people, at);
      return shout({ ...gang, method }, next(at), at, people);
    });
  },
};

/** The activity holds an id only; the text stands on the attacker's host. */
function boostedRemote(
  gang: Gang,
  from: RemoteActor,
  people: readonly string[],
  at: EpochMs,
): Sending {
  const { dice, near } = gang.field;
  const mentions = people.map((name) => person(near.home, name));
  const draft = { ...gang.speaker.say(gang.method, people[0] ?? "you"), mentions };
  const created = wrapped(dice, gang.method, from, at, draft);
  const object = created["object"] as { id: string };
  const id = newId(from, "boosts", at, dice);
  const addressed = mentions.map((one) => one.id);
  const boost = announce(from, id, at, object.id, from.id);
  const activity = { ...boost, cc: [`${from.id}/followers`, ...addressed] };
  return { ...sent(gang, from, at, activity, people), shows: [page(at, object.id, { ...object })] };
}

const slowDrip: Family = {
  id: "CM17",
  title: "One contact an account every few days, no words in common",
  attack(field) {
    const { dice } = field;
    const method = {
      wording: "rewritten",
      payload: dice.pick(["text", "short", "split-link", "odd-link"] as const),
    } as const;
    const gang = gangOf("CM17", field, { hosts: [15, 120], ageMinutes: [20, 90_000], method });
    const next = shifts(gang, dice.int(1, 2));
    const visibilities = dice.sample(["public", "unlisted", "direct"] as const, 2);
    return moments(field, dice.int(40, 150), field.days * 23 * hour).map((at) => {
      const people = someOf(gang, 1, 1);
      const replyTo = postBy(field.near.home, people[0] ?? "ada", dice);
      const replies = dice.chance(0.5) ? { replyTo } : {};
      const visibility = dice.pick(visibilities);
      return shout(gang, next(at), at, people, { ...replies, visibility });
    });
  },
};

const warmUp: Family = {
  id: "CM20",
  title: "Kind for days, then not",
  attack(field) {
    const { dice } = field;
    const gang = gangOf("CM20", field, { hosts: [3, 40], ageMinutes: [60, 90_000] });
    const turnsAt = after(field.start, Math.floor(field.days * day * (dice.int(35, 80) / 100)));
    const believed = dice.int(0, 20) / 100;
    return Array.from({ length: dice.int(6, 40) }, () => gang.recruit(field.start)).flatMap(
      (actor) => {
        const kind = Array.from({ length: dice.int(4, 20) }, () => {
          const at = after(
            field.start,
            dice.int(1, Math.floor((turnsAt - field.start) / 1000)) * 1000,
          );
          return kindAct(gang, actor, at, believed);
        });
        const turned = Array.from({ length: dice.int(2, 12) }, () => {
          const at = after(turnsAt, dice.int(0, 10 * 60) * minute);
          return shout(gang, actor, at, someOf(gang, 1, 2));
        });
        return [...kind.flat(), ...turned];
      },
    );
  },
};

/** A like or a friendly word; now and then somebody here answers. */
function kindAct(gang: Gang, actor: RemoteActor, at: EpochMs, believed: number): Scene[] {
  const { dice, near } = gang.field;
  const cover = { ...gang, id: "CM20 cover" };
  const [whom = "ada"] = someOf(gang, 1, 1);
  if (dice.chance(0.6)) return [liked(cover, actor, whom, at)];
  const replyTo = postBy(near.home, whom, dice);
  const draft = { ...gang.speaker.chat(gang.method), replyTo };
  const kindWords = said(cover, actor, at, [whom], draft);
  if (!dice.chance(believed)) return [kindWords];
  const later = after(at, dice.int(3, 90) * minute);
  return [kindWords, aside(localAct(near.home, later, "reply", whom, actor))];
}

export const quiet: readonly Family[] = [
  massFollow,
  boostingRing,
  profileSpam,
  editSwap,
  containerDodging,
  slowDrip,
  warmUp,
];

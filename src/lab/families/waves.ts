// Loud families: many posts in a short time that name people.

import { after, hour, minute } from "../../base/units.ts";
import type { Named } from "../activities.ts";
import { groupOf } from "../siege/contact.ts";
import { passedOn, pictureOf } from "../siege/wrap.ts";
import { someone, somePicture } from "../traffic/ham.ts";
import { postBy } from "../traffic/home.ts";
import type { RemoteActor } from "../traffic/places.ts";
import { actorPages } from "../traffic/places.ts";
import type { Sending } from "../traffic/scribe.ts";
import {
  type Family,
  type Field,
  type Gang,
  gangOf,
  moments,
  said,
  shifts,
  shout,
  someOf,
} from "./family.ts";

const flashMob: Family = {
  id: "T02",
  title: "A mob from one host at one person",
  attack(field) {
    const { dice, near } = field;
    const method = { wording: dice.pick(["random-parts", "template"] as const) };
    const looks = { hosts: [1, 1], ageMinutes: [5, 2_800], amongPeople: true, method } as const;
    const gang = gangOf("T02", field, looks);
    const victim = dice.pick(near.home.people);
    const pulses = dice.int(2, 8);
    return moments(field, dice.int(60, 300), dice.int(15, 90) * minute).map((moment) => {
      // In pulses: all of a pulse within a minute.
      const beat = Math.floor(moment / (pulses * minute)) * pulses * minute;
      const at = after(field.start, Math.max(0, beat - field.start) + dice.int(0, 59_000));
      const replies = dice.chance(0.5) ? { replyTo: postBy(near.home, victim, dice) } : {};
      return shout(gang, gang.recruit(at), at, [victim], replies);
    });
  },
};

const directWave: Family = {
  id: "T09",
  title: "Direct messages from large hosts, one after the other",
  attack(field) {
    const { dice } = field;
    const looks = { hosts: [1, 4], ageMinutes: [2, 90], amongPeople: true } as const;
    const gang = gangOf("T09", field, looks);
    const next = shifts(gang, dice.int(2, 30));
    const count = dice.int(60, 350);
    const domainEvery = dice.int(5, 60);
    return moments(field, count, dice.int(1, 10) * hour).map((at, index) => {
      const edition = gang.method.edition + Math.floor(index / domainEvery);
      const rotated = { ...gang, method: { ...gang.method, edition } };
      return shout(rotated, next(at), at, someOf(gang, 1, 1), { visibility: "direct" });
    });
  },
};

/** Names of people elsewhere, who stand beside ours in a post. */
function others({ field }: Gang, count: number): Named[] {
  const { dice, near, start } = field;
  return Array.from({ length: count }, () => someone(dice, dice.pick(near.hosts), start));
}

/** A post that names a fixed number of people, sampled over many home servers. */
function atMany(gang: Gang, named: number, next: (at: Sending["at"]) => RemoteActor) {
  return (at: Sending["at"], more: Parameters<typeof shout>[4] = {}): Sending => {
    const local = someOf(gang, 1, Math.max(1, Math.min(named, gang.field.dice.int(1, 4))));
    const mentions = others(gang, named - local.length);
    return shout(gang, next(at), at, local, { mentions, ...more });
  };
}

function mentionFamily(id: string, title: string, kind: "picture" | "both" | "text"): Family {
  return {
    id,
    title,
    attack(field) {
      const { dice } = field;
      const software = id === "T11" ? "misskey" : "mastodon";
      const method = { payload: dice.pick(["link", "odd-link", "text"] as const) };
      const gang = gangOf(id, field, { hosts: [8, 90], software, ageMinutes: [1, 60], method });
      const post = atMany(gang, dice.int(2, 12), shifts(gang, dice.int(1, 40)));
      const { blurhash } = somePicture(dice, gang.recruit(field.start));
      const hashtags = dice.chance(0.3) ? [dice.letters("abcdefghijklmnop", 6)] : [];
      const stretch = dice.int(30, 20 * 60) * minute;
      return moments(field, dice.int(60, 350), stretch).map((at) => {
        if (kind === "text") return post(at, { hashtags });
        const pictures = [pictureOf(dice, gang.recruit(at), blurhash, undefined)];
        const wordless = kind === "picture" && dice.chance(0.8) ? { text: "" } : {};
        return post(at, { hashtags, pictures, ...wordless });
      });
    },
  };
}

const endlessLoop: Family = {
  id: "T16",
  title: "Ten mentions a post in an endless loop, and groups that pass it on",
  attack(field) {
    const { dice } = field;
    const looks = { hosts: [10, 80], software: "misskey", ageMinutes: [1, 600] } as const;
    const gang = gangOf("T16", field, looks);
    const post = atMany(gang, dice.int(8, 14), shifts(gang, dice.int(3, 60)));
    const groups = [0, 1, 2].map(() => groupOf(dice, field.start));
    const again = dice.int(5, 40) / 100;
    return moments(field, dice.int(60, 250), dice.int(2, 30) * hour).flatMap((at) => {
      const first = post(at);
      return dice.chance(again) ? [first, announced(field, dice.pick(groups), first)] : [first];
    });
  },
};

/** By a group that some here follow: nobody is notified again. */
function announced({ dice }: Field, group: RemoteActor, first: Sending): Sending {
  const at = after(first.at, dice.int(1, 20) * minute);
  const activity = passedOn(group, dice, at, first.activity);
  return { ...first, at, from: group, activity, reaches: [], shows: actorPages(first.from, at) };
}

const crowdfunding: Family = {
  id: "T22",
  title: "Begging with a fixed list of names, a recycled link and a wall of hashtags",
  attack(field) {
    const { dice } = field;
    const method = {
      payload: "link",
      wording: dice.pick(["template", "rewritten"] as const),
    } as const;
    const gang = gangOf("T22", field, { hosts: [4, 40], ageMinutes: [10, 9_000], method });
    const [links, next] = [dice.int(2, 8), shifts(gang, dice.int(1, 6))];
    const list = someOf(gang, 6, 30);
    const strangers = others(gang, dice.int(5, 20));
    const hashtags = hashtagWall(field, dice.int(5, 20));
    return moments(field, dice.int(20, 90), field.days * 20 * hour).map((at) => {
      const edition = gang.method.edition + dice.int(1, links);
      const begging = { ...gang, method: { ...gang.method, edition } };
      const named = dice.sample(list, dice.int(Math.ceil(list.length / 2), list.length));
      const pictures = dice.chance(0.7) ? [somePicture(dice, gang.recruit(at))] : [];
      return shout(begging, next(at), at, named, { mentions: strangers, hashtags, pictures });
    });
  },
};

function hashtagWall({ dice }: Field, count: number): string[] {
  return Array.from({ length: count }, () => dice.letters("abcdefghiklmnoprstu", dice.int(4, 9)));
}

const casinoPosting: Family = {
  id: "T25",
  title: "Spun adverts with walls of hashtags, some of which name people",
  attack(field) {
    const { dice } = field;
    const method = { wording: dice.pick(["rewritten", "random-parts"] as const) };
    const gang = gangOf("T25", field, { hosts: [10, 80], ageMinutes: [5, 1_400], method });
    const next = shifts(gang, dice.int(2, 25));
    const pool = hashtagWall(field, 40);
    return moments(field, dice.int(60, 300), dice.int(4, 48) * hour).map((at) => {
      const hashtags = dice.sample(pool, dice.int(6, 15));
      return shout(gang, next(at), at, someOf(gang, 1, 4), { hashtags });
    });
  },
};

const languageHops: Family = {
  id: "CM28",
  title: "Another language every few posts",
  attack(field) {
    const { dice } = field;
    const method = { language: "hop" } as const;
    const gang = gangOf("CM28", field, { hosts: [5, 50], ageMinutes: [5, 20_000], method });
    const next = shifts(gang, dice.int(1, 12));
    return moments(field, dice.int(60, 250), field.days * dice.int(2, 22) * hour).map((at) => {
      return shout(gang, next(at), at, someOf(gang, 1, 2));
    });
  },
};

const camouflage: Family = {
  id: "CM19",
  title: "Replies that open like an answer to what the victim wrote",
  attack(field) {
    const { dice, near } = field;
    const gang = gangOf("CM19", field, { hosts: [5, 60], ageMinutes: [5, 30_000] });
    const next = shifts(gang, dice.int(1, 25));
    return moments(field, dice.int(60, 250), field.days * dice.int(2, 22) * hour).map((at) => {
      const [victim = "ada"] = someOf(gang, 1, 1);
      const { text, language } = gang.speaker.chat(gang.method);
      const replyTo = postBy(near.home, victim, dice);
      const visibility = dice.pick(["public", "unlisted"] as const);
      const pitch = gang.speaker.say(gang.method, victim).text;
      const order = dice.chance(0.7) ? `${text} ${pitch}` : `${pitch} ${text}`;
      return said(gang, next(at), at, [victim], { text: order, language, replyTo, visibility });
    });
  },
};

export const waves: readonly Family[] = [
  flashMob,
  directWave,
  mentionFamily("T11", "Mentions with a picture, from Misskey hosts", "picture"),
  mentionFamily("T12", "Mentions with a picture and a link, from small open hosts", "both"),
  mentionFamily("T13", "Mentions with a few words and a link", "text"),
  endlessLoop,
  crowdfunding,
  casinoPosting,
  camouflage,
  languageHops,
];

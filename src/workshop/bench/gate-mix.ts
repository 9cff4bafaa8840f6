// An hour of an ordinary server's inbox, in little: what comes, how often, and whom it concerns.

import { type EpochMs, isoTime } from "../../base/units.ts";
import {
  announce,
  create,
  everybody,
  follow,
  like,
  type Named,
  type Outgoing,
  type Words,
} from "../../lab/activities.ts";
import type { Dice } from "../../lab/dice.ts";
import { chatter, firstReplies, spoken, tails } from "../../lab/texts.ts";
import { actorDocument, type Sender } from "./gate-cast.ts";

/** One delivery of the mix before it is written out: who sends it, and everything to draw from. */
export interface Occasion {
  readonly from: Sender;
  /** Who is concerned, where anybody here is. */
  readonly person: Named;
  readonly at: EpochMs;
  readonly number: number;
  readonly dice: Dice;
}

export interface Kind {
  /** Of a thousand deliveries. */
  readonly share: number;
  readonly type: string;
  /** Whom it notifies: nobody here, somebody who follows its sender, or who does not. */
  readonly notifies: "nobody" | "follower" | "stranger";
  write(occasion: Occasion): Outgoing;
}

/**
 * Our estimate for a server of 10,000 accounts, of which 2,500 are active: 34 % posts, 30 %
 * boosts, 12 % likes, 10 % deleted accounts, 6 % deletions and undos, 5 % updates, 2.5 % follows
 * and answers to them, 0.5 % others. 6 % of the posts address somebody here, a tenth of those
 * unasked. A like goes to the liked one's server alone, so each concerns somebody here; so do as
 * many boosts as posts. Of both, strangers send three in ten, as in the lab.
 *
 * Those who delete their accounts are known here, and so is their key: most are not in life, which
 * would cost a gate less than verifying them.
 */
export const calmMix: readonly Kind[] = [
  { share: 320, type: "Create", notifies: "nobody", write: (one) => post(one, []) },
  { share: 18, type: "Create", notifies: "follower", write: (one) => post(one, [one.person]) },
  { share: 2, type: "Create", notifies: "stranger", write: reply },
  { share: 282, type: "Announce", notifies: "nobody", write: (one) => boost(one, elsewhere) },
  { share: 13, type: "Announce", notifies: "follower", write: boostOfOurs },
  { share: 5, type: "Announce", notifies: "stranger", write: boostOfOurs },
  { share: 84, type: "Like", notifies: "follower", write: likeOfOurs },
  { share: 36, type: "Like", notifies: "stranger", write: likeOfOurs },
  { share: 100, type: "Delete", notifies: "nobody", write: deletedActor },
  { share: 40, type: "Delete", notifies: "nobody", write: deletedPost },
  { share: 20, type: "Undo", notifies: "nobody", write: undoneBoost },
  { share: 30, type: "Update", notifies: "nobody", write: edit },
  { share: 20, type: "Update", notifies: "nobody", write: newProfile },
  { share: 15, type: "Follow", notifies: "stranger", write: followsHere },
  { share: 10, type: "Accept", notifies: "nobody", write: acceptance },
  { share: 5, type: "Add", notifies: "nobody", write: pinned },
];

/** `count` kinds in the mix's proportions, in a drawn order. */
export function drawKinds(count: number, dice: Dice): readonly Kind[] {
  const thousandths = calmMix.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
  const inOrder = Array.from(
    { length: count },
    (_, i) => thousandths[Math.floor(((i + 0.5) * thousandths.length) / count)],
  );
  return dice.sample(
    inOrder.filter((kind) => kind !== undefined),
    count,
  );
}

/** A post of two or three sentences; most have some 120 characters. */
export function post({ from, at, number, dice }: Occasion, people: readonly Named[]): Outgoing {
  const [first, second] = dice.sample(chatter, 2).map((line) => spoken(line, dice.pick));
  const words: Words = {
    text: `${first?.text} ${second?.text}`,
    language: first?.language ?? "en",
    mentions: people,
    replyTo: undefined,
    visibility: "public",
    hashtags: dice.chance(0.26) ? ["smallthings", "morning"] : [],
  };
  return asMastodonSends(create(from, statusOf(from, number), at, words), from, dice);
}

function reply({ from, person, at, number, dice }: Occasion): Outgoing {
  const line = spoken(dice.pick(firstReplies), dice.pick);
  const own = dice.sample(tails[line.language] ?? [], 2).join(" ");
  const words: Words = {
    text: `${line.text} ${spoken({ ...line, text: own }, dice.pick).text}`,
    language: line.language,
    mentions: [person],
    replyTo: statusOf(person, number),
    visibility: "public",
    hashtags: [],
  };
  return asMastodonSends(create(from, statusOf(from, number), at, words), from, dice);
}

const elsewhere: Named = { id: "https://far.example/users/kim", handle: "kim@far.example" };

function boost({ from, at, number }: Occasion, owner: Named): Outgoing {
  return announce(from, activityOf(from, number), at, statusOf(owner, number), owner.id);
}

function boostOfOurs(one: Occasion): Outgoing {
  return boost(one, one.person);
}

function likeOfOurs({ from, person, number }: Occasion): Outgoing {
  return like(from, `${from.id}#likes/${number}`, statusOf(person, number));
}

function followsHere({ from, person, number }: Occasion): Outgoing {
  return follow(from, `${from.id}#follows/${number}`, person.id);
}

function deletedActor(one: Occasion): Outgoing {
  return signedDeed(one, "Delete", one.from.id);
}

function deletedPost(one: Occasion): Outgoing {
  return signedDeed(one, "Delete", { id: statusOf(one.from, one.number), type: "Tombstone" });
}

function undoneBoost(one: Occasion): Outgoing {
  return signedDeed(one, "Undo", boost(one, elsewhere));
}

function edit(one: Occasion): Outgoing {
  const { object } = post(one, []);
  return signedDeed(one, "Update", { ...(object as object), updated: isoTime(one.at) });
}

function newProfile(one: Occasion): Outgoing {
  const { "@context": _, ...object } = actorDocument(one.from, one.at);
  return signedDeed(one, "Update", object);
}

function acceptance({ from, person, number }: Occasion): Outgoing {
  const object = { ...follow(person, `${person.id}#follows/${number}`, from.id) };
  return plain(from, `${from.id}#accepts/${number}`, "Accept", object);
}

function pinned({ from, number }: Occasion): Outgoing {
  const added = plain(from, activityOf(from, number), "Add", statusOf(from, number));
  return { ...added, target: `${from.id}/collections/featured` };
}

function signedDeed({ from, number, dice }: Occasion, type: string, object: unknown): Outgoing {
  const deed = plain(from, `${activityOf(from, number)}#${type}`, type, object);
  return asMastodonSends({ ...deed, to: [everybody] }, from, dice);
}

function plain(from: Sender, id: string, type: string, object: unknown): Outgoing {
  const context = "https://www.w3.org/ns/activitystreams";
  return { "@context": context, id, type, actor: from.id, object };
}

function statusOf({ id }: Named, number: number): string {
  return `${id}/statuses/${112_000_000_000_000_000 + number * 1024}`;
}

function activityOf(from: Named, number: number): string {
  return `${statusOf(from, number)}/activity`;
}

/** With its terms and the linked-data signature, which are half of a public post's bytes. */
function asMastodonSends(activity: Outgoing, from: Sender, dice: Dice): Outgoing {
  return {
    ...activity,
    "@context": ["https://www.w3.org/ns/activitystreams", terms],
    signature: {
      type: "RsaSignature2017",
      creator: from.keyId,
      created: "2026-02-03T10:11:12Z",
      signatureValue: `${dice.letters(base64, 342)}==`,
    },
  };
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const terms = {
  ostatus: "http://ostatus.org#",
  atomUri: "ostatus:atomUri",
  inReplyToAtomUri: "ostatus:inReplyToAtomUri",
  conversation: "ostatus:conversation",
  sensitive: "as:sensitive",
  toot: "http://joinmastodon.org/ns#",
  votersCount: "toot:votersCount",
  blurhash: "toot:blurhash",
  focalPoint: { "@container": "@list", "@id": "toot:focalPoint" },
  Hashtag: "as:Hashtag",
};

// The three loads that a gate is measured under, written and signed, and what must be known of
// their senders before the first arrives.

import { epochMs } from "../../base/units.ts";
import { create, type Outgoing } from "../../lab/activities.ts";
import { type Dice, dice } from "../../lab/dice.ts";
import { type KeyPair, signedHeaders } from "../../lab/sign.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { CachedDocument } from "../../ports/documents.ts";
import type { Load } from "./gate.ts";
import { documentOf, followed, homeHost, personHere, type Sender, senderOn } from "./gate-cast.ts";
import { drawKinds, type Kind, type Occasion, post } from "./gate-mix.ts";
import type { Prepared } from "./load.ts";

/** Its signatures are dated now: use it within a minute. */
export interface GateLoad extends Load {
  readonly documents: readonly CachedDocument[];
  /** What people here did before. */
  readonly acts: readonly LocalAct[];
  /** Public keys in PEM, by key id. */
  readonly keys: Readonly<Record<string, string>>;
}

interface Letter {
  readonly from: Sender;
  readonly activity: Outgoing;
}

/** People here whom letters reach. Of a server's, a wave or a day's mail finds so many at most. */
const peopleHere = 200;

/**
 * Deliveries of an actor in a day, our estimate for a server of 10,000 accounts: 864,000 from
 * 60,000 actors; and actors of a host: on 9,000 hosts.
 */
const deliveriesAnActor = 14;
const actorsAHost = 7;

/** What an ordinary server's inbox hears; see `calmMix`. Every other sender is followed here. */
export function calmLoad(count: number, keys: readonly KeyPair[]): GateLoad {
  const cast = crowd(count, keys);
  const chance = dice("calm");
  const kinds = drawKinds(count, chance);
  const letters = kinds.map((kind, number) => {
    const from = chance.pick(kind.notifies === "follower" ? cast.friends : cast.strangers);
    return { from, activity: kind.write(occasionOf(kind, from, number, chance)) };
  });
  return load("calm's mix", letters, [...cast.friends, ...cast.strangers], cast.friends);
}

/** Everybody is new here, on a host that is new here, shows nothing, and brings a link. */
export function strangersLoad(count: number, keys: readonly KeyPair[]): GateLoad {
  const chance = dice("strangers");
  const letters = Array.from({ length: count }, (_, number) => {
    const name = chance.letters(alphabet, 9);
    const from = senderOn(`${name}${number}.example`, name, keyAt(keys, number), true);
    return { from, activity: unaskedLetter(from, number, chance) };
  });
  const senders = letters.map(({ from }) => from);
  return load("only strangers", letters, senders, []);
}

/** Everybody writes to somebody who follows them. */
export function knownLoad(count: number, keys: readonly KeyPair[]): GateLoad {
  const { friends, strangers } = crowd(count, keys);
  const senders = [...friends, ...strangers];
  const chance = dice("known");
  const letters = Array.from({ length: count }, (_, number) => {
    const from = chance.pick(senders);
    const occasion = { from, person: followerOf(from), at: now(), number, dice: chance };
    return { from, activity: post(occasion, [occasion.person]) };
  });
  return load("only known senders", letters, senders, senders);
}

interface Crowd {
  readonly friends: readonly Sender[];
  readonly strangers: readonly Sender[];
}

function crowd(deliveries: number, keys: readonly KeyPair[]): Crowd {
  const count = Math.max(4, Math.ceil(deliveries / deliveriesAnActor));
  const senders = Array.from({ length: count }, (_, number) => {
    const host = `host${Math.floor(number / actorsAHost)}.example`;
    return senderOn(host, `a${number}`, keyAt(keys, number));
  });
  return {
    friends: senders.filter((_, number) => number % 2 === 0),
    strangers: senders.filter((_, number) => number % 2 === 1),
  };
}

function occasionOf({ notifies }: Kind, from: Sender, number: number, chance: Dice): Occasion {
  const person = notifies === "follower" ? followerOf(from) : personHere(number % peopleHere);
  return { from, person, at: now(), number, dice: chance };
}

function followerOf({ id }: Sender): ReturnType<typeof personHere> {
  return personHere(Number(/\d+$/.exec(id)?.[0] ?? 0) % peopleHere);
}

/** Words that nobody else says, and a link that nobody else brings: no two are of one wave. */
function unaskedLetter(from: Sender, number: number, chance: Dice): Outgoing {
  const words = Array.from({ length: 18 }, () => chance.letters(alphabet, chance.int(3, 9)));
  return create(from, `${from.id}/statuses/${number}`, now(), {
    text: `${words.join(" ")} https://${words[0]}${number}.example/${words[1]}`,
    language: "en",
    mentions: [personHere(number % peopleHere)],
    replyTo: undefined,
    visibility: "public",
    hashtags: [],
  });
}

const alphabet = "abcdefghiklmnoprstuvw";

function load(
  name: string,
  letters: readonly Letter[],
  senders: readonly Sender[],
  friends: readonly Sender[],
): GateLoad {
  const at = now();
  return {
    name,
    requests: letters.map(prepare),
    documents: senders.map((sender) => documentOf(sender, at)),
    acts: friends.map((friend) => followed(followerOf(friend), friend, at)),
    keys: Object.fromEntries(senders.map(({ keyId, key }) => [keyId, key.publicPem])),
  };
}

function prepare({ from, activity }: Letter): Prepared {
  const body = Buffer.from(JSON.stringify(activity));
  const path = "/inbox";
  const signing = { actor: from.id, software: "mastodon", key: from.key } as const;
  const fields = signedHeaders({ ...signing, host: homeHost, path, body, at: now() });
  const { "content-length": _, ...sent } = fields;
  return { path, headers: Object.entries(sent).flat(), body };
}

function keyAt(keys: readonly KeyPair[], number: number): KeyPair {
  const key = keys[number % keys.length];
  if (key === undefined) throw new RangeError("no keys were made");
  return key;
}

function now() {
  return epochMs(Date.now());
}

// The accounts that an attacker buys, on whose hosts, and what each of them costs.

import { after, day, type EpochMs, minute } from "../../base/units.ts";
import type { Dice } from "../dice.ts";
import { changed, movedFrom } from "../traffic/acts.ts";
import type { Neighbourhood } from "../traffic/ham.ts";
import {
  actorOn,
  bare,
  type Profile,
  type RemoteActor,
  type RemoteHost,
  someHost,
} from "../traffic/places.ts";
import { hostAgeDays, hostShare, type Method } from "./method.ts";
import { type Purse, prices } from "./prices.ts";

export interface Recruit {
  readonly actor: RemoteActor;
  /** Whom it was before it moved. */
  readonly before: RemoteActor | undefined;
  postsLeft: number;
  /** Units paid for it, and what a post uses up of it and of the host that it shares. */
  readonly paid: number;
  readonly perPost: number;
  /** When its first payload may go out. */
  readyAt: EpochMs;
  /** Writes this into its profile, which nobody has seen yet. */
  wears(summary: string): void;
}

export interface Recruits {
  /** One that can post now; several take turns. `isNew`: it has done nothing yet. */
  next(method: Method, at: EpochMs): { readonly recruit: Recruit; readonly isNew: boolean };
  /** Throws away whom it has: what worked for them is to be seen afresh. */
  burn(): void;
  /** Accounts whose names are these words, all on one host. */
  named(words: readonly string[], at: EpochMs): RemoteActor[];
}

/** How many post side by side. */
const shiftSize = 4;

interface Lair {
  readonly host: RemoteHost;
  accounts: number;
}

export function recruitsOf(dice: Dice, near: Neighbourhood, purse: Purse): Recruits {
  const shift: Recruit[] = [];
  const lairs = new Map<string, Lair>();
  const words = new Map<string, RemoteActor>();
  const trade = { dice, near, purse, lairs };
  return {
    next(method, at) {
      const idle = shift.findIndex(({ postsLeft }) => postsLeft <= 0);
      if (idle >= 0) shift.splice(idle, 1);
      const isNew = shift.length < shiftSize;
      if (isNew) shift.push(recruited(trade, method, at));
      else shift.push(shift.shift() as Recruit);
      const recruit = shift.at(-1) as Recruit;
      recruit.postsLeft -= 1;
      return { recruit, isNew };
    },
    burn: () => shift.splice(0),
    named(spelled, at) {
      const lair = lairOf(trade, "words", 1_000, () => someHost(dice, hostName(dice)));
      return spelled.map((word) => {
        const known = words.get(word);
        if (known !== undefined) return known;
        pay(purse, lair);
        const actor = actorOn(lair.host, word, bare(at));
        words.set(word, actor);
        return actor;
      });
    },
  };
}

type Trade = {
  readonly dice: Dice;
  readonly near: Neighbourhood;
  readonly purse: Purse;
  readonly lairs: Map<string, Lair>;
};

function recruited(trade: Trade, method: Method, at: EpochMs): Recruit {
  const { purse } = trade;
  const before = purse.spent;
  const found = foundFor(trade, method, at);
  const paid = purse.spent - before;
  // A host of one's own is there for the accounts that are to come as well.
  const shared = Math.floor(paid / prices.ownHost) * prices.ownHost;
  const own = paid - shared + hostShare(method.account);
  return enlisted(found, { paid, perPost: own / method.postsEach }, method.postsEach, at);
}

interface Find {
  readonly actor: RemoteActor;
  readonly before?: RemoteActor;
}

function foundFor(trade: Trade, method: Method, at: EpochMs): Find {
  const { purse, near, dice } = trade;
  const { account } = method;
  purse.spend("agedDay", account.agedDays);
  if (method.profile === "full") purse.spend("picture");
  if (account.from === "stolen") {
    purse.spend("operatorHour");
    return { actor: dice.pick(near.friends).actor };
  }
  const first = registered(trade, method, at);
  if (account.from !== "moved") return { actor: first };
  const target = registered(trade, method, at);
  const moved = movedFrom(first, target.host, target.profile.joined);
  return { actor: moved, before: first };
}

function enlisted(
  { actor, before }: Find,
  cost: Pick<Recruit, "paid" | "perPost">,
  postsLeft: number,
  readyAt: EpochMs,
): Recruit {
  const recruit = {
    actor,
    before,
    ...cost,
    postsLeft,
    readyAt,
    wears: (summary: string) => {
      recruit.actor = changed(recruit.actor, { summary });
    },
  };
  return recruit;
}

function registered(trade: Trade, method: Method, at: EpochMs): RemoteActor {
  const { dice, purse } = trade;
  const lair = lairFor(trade, method);
  const { from } = method.account;
  if (from === "own" || from === "forged") lair.accounts += 1;
  else pay(purse, lair);
  if (from === "aged-host") purse.spend("agedDay", hostAgeDays);
  const profile = profileOf(dice, method, at);
  const username = method.profile === "full" ? readable(dice) : dice.letters(anything, 10);
  return actorOn(lair.host, username, profile);
}

function pay(purse: Purse, lair: Lair): void {
  purse.spend(lair.accounts === 0 ? "accountOnFurtherHost" : "account");
  lair.accounts += 1;
}

function lairFor(trade: Trade, { account, perHost }: Method): Lair {
  const { dice, near, purse } = trade;
  const owned = (people: number, accountsMax: number): Lair =>
    lairOf(trade, account.from, accountsMax, () => {
      purse.spend("ownHost");
      const told = { people, openRegistrations: false, software: "mastodon" } as const;
      return someHost(dice, hostName(dice), told);
    });
  switch (account.from) {
    case "own":
      return owned(3, 200);
    case "forged":
      return owned(4_000, 200);
    case "aged-host":
      return owned(5, 5);
    case "big-host":
      return lairOf(trade, "big-host", 40, () => dice.pick(near.hosts));
    case "open":
    case "moved":
    case "stolen":
      return lairOf(trade, `open ${account.agedDays > 0}`, perHost, () =>
        someHost(dice, hostName(dice), {
          people: dice.int(2, 300),
          openRegistrations: true,
          // Age is worth its price only where it is shown.
          ...(account.agedDays > 0 ? { software: "mastodon" as const } : {}),
        }),
      );
  }
}

/** The host of that kind in use; another once it has as many accounts as it should. */
function lairOf(trade: Trade, kind: string, accountsMax: number, found: () => RemoteHost): Lair {
  const now = trade.lairs.get(kind);
  if (now !== undefined && now.accounts < accountsMax) return now;
  const lair = { host: found(), accounts: 0 };
  trade.lairs.set(kind, lair);
  return lair;
}

function profileOf(dice: Dice, { account, profile }: Method, at: EpochMs): Profile {
  const joined =
    account.agedDays > 0
      ? after(at, -account.agedDays * day - dice.int(1, 600) * minute)
      : after(at, -dice.int(2, 90) * minute);
  const plain = { ...bare(joined), followers: account.followed ? dice.int(2, 5) : 0 };
  const told: Profile =
    profile === "bare"
      ? plain
      : {
          ...plain,
          name: readable(dice),
          summary: dice.pick(["Tea, books, sea.", "Living my life.", "she/her", "Photo walks."]),
          avatar: true,
          following: dice.int(5, 60),
          posts: dice.int(2, 12),
        };
  if (account.from === "aged-host") return { ...told, joined: after(at, -hostAgeDays * day) };
  if (account.from !== "forged") return told;
  const since2016 = after(at, -3_600 * day + dice.int(0, 90) * day);
  return { ...told, joined: since2016, followers: 9_999, posts: dice.int(900, 20_000) };
}

const anything = "abcdefghijklmnopqrstuvwxyz0123456789";
const syllables = "ba,ke,lo,mi,nu,ra,se,ti,vo,za,len,mar,dor,sin,tal,wes,jun,pel".split(",");

function readable(dice: Dice): string {
  return Array.from({ length: dice.int(2, 4) }, () => dice.pick(syllables)).join("");
}

export function hostName(dice: Dice): string {
  const made = `${readable(dice)}${dice.pick(["", "-", "."])}${readable(dice)}`;
  return `${made}${dice.int(2, 99)}.${dice.pick(["example", "test"])}`;
}

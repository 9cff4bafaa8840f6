// How an attacker works at a moment: every dial it can turn, and what a post then costs.

import { prices } from "./prices.ts";

export interface Method {
  /** What the victim is to see. */
  readonly payload: "link" | "short" | "open-redirect" | "odd-link" | "split-link" | Wordless;
  readonly wording: "template" | "random-parts" | "below-likeness" | "rewritten";
  readonly letters: "plain" | "look-alike" | "invisible" | "full-width" | "spaced" | "split-html";
  /** `hop`: another one every ten posts. */
  readonly language: "one" | "hop";
  readonly address: "reply" | "mention" | "direct" | "follow" | "like" | "through-group";
  /** Local people a post names. */
  readonly names: number;
  /** Remote people it names beside them. */
  readonly elsewhere: number;
  /** Opens with ordinary words, as if it answered. */
  readonly onTopic: boolean;
  readonly profile: "bare" | "full";
  readonly account: Standing;
  readonly postsEach: number;
  readonly perHost: number;
  /** Seconds between two posts. */
  readonly gap: readonly [from: number, to: number];
  readonly atNight: boolean;
  readonly container: "note" | "poll" | "article" | "warning" | "map-only" | "source-only";
  /** Comes harmless, and is edited afterwards. */
  readonly editSwap: boolean;
  /** Names somebody innocent and an innocent project in every post. */
  readonly names3rd: boolean;
  /** Its accounts here call what they receive ham. */
  readonly falseLabels: boolean;
  /** Share of posts that are harmless, so that nobody can look at all of them. */
  readonly chaff: number;
  /** Which template and landing page: another number, other words for the same. */
  readonly edition: number;
}

type Wordless = "text" | "handles" | "picture" | "alt-text" | "profile";

/** Where the accounts come from. */
export interface Standing {
  readonly from: "open" | "own" | "forged" | "aged-host" | "big-host" | "stolen" | "moved";
  readonly agedDays: number;
  /** Accounts of the attacker's own, here and elsewhere, follow it and talk with it. */
  readonly followed: boolean;
  /** Friendly acts before the first payload. */
  readonly warmUp: number;
}

/** The operator of 2019 as he began: a link in a reply, twenty an hour from one account. */
export const firstMethod: Method = {
  payload: "link",
  wording: "template",
  letters: "plain",
  language: "one",
  address: "reply",
  names: 1,
  elsewhere: 0,
  onTopic: false,
  profile: "bare",
  account: { from: "open", agedDays: 0, followed: false, warmUp: 0 },
  postsEach: 40,
  perHost: 2,
  gap: [20, 90],
  atNight: false,
  container: "note",
  editSwap: false,
  names3rd: false,
  falseLabels: false,
  chaff: 0,
  edition: 0,
};

/** How many more days an aged host of one's own has stood. */
export const hostAgeDays = 30;

/** Expected units per notification of a person: by this the attacker compares. */
export function priceOf(method: Method): number {
  const { chaff, names, editSwap } = method;
  const perPost = accountPrice(method) / method.postsEach + wordsPrice(method);
  return perPost / ((1 - chaff) * names) + (editSwap ? 0.001 : 0);
}

function accountPrice({ account, perHost, profile }: Method): number {
  const known = (prices.accountOnFurtherHost + (perHost - 1) * prices.account) / perHost;
  const looks = profile === "full" ? prices.picture : 0;
  return looks + account.agedDays * prices.agedDay + originPrice(account, known);
}

/** What an account uses up of a host of one's own, by how many it is to have. */
export function hostShare({ from }: Standing): number {
  if (from === "own" || from === "forged") return prices.ownHost / 50;
  return from === "aged-host" ? prices.ownHost / 5 : 0;
}

function originPrice(standing: Standing, known: number): number {
  switch (standing.from) {
    case "open":
    case "big-host":
      return known;
    case "own":
    case "forged":
      return hostShare(standing);
    case "aged-host":
      return hostShare(standing) + hostAgeDays * prices.agedDay;
    case "stolen":
      return prices.operatorHour;
    case "moved":
      return 2 * known;
  }
}

function wordsPrice({ payload, wording }: Method): number {
  const rewrite = { template: 0, "random-parts": 0, "below-likeness": 3, rewritten: 1 };
  return rewrite[wording] * prices.rewrite + payloadPrice(payload);
}

function payloadPrice(payload: Method["payload"]): number {
  switch (payload) {
    case "short":
    case "open-redirect":
    case "odd-link":
      return prices.link;
    case "picture":
    case "alt-text":
      return prices.picture;
    case "handles":
      // A dozen accounts that are words, used in every post of a few hundred.
      return (12 * prices.account) / 200;
    case "link":
    case "split-link":
    case "text":
    case "profile":
      return 0;
  }
}

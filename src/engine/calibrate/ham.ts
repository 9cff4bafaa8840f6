// Which of the remembered first contacts count as ham, and for how many each stands.
//
// What passed and met nothing but silence is weak ham, and one unreported spam among it could
// switch a promise off: so silence counts only below the hold threshold; above it, it may keep a
// threshold from going down, and never sends it up. What was held is known by rulings alone, and
// moderators rule on what they like: so a part of it is drawn by lot and put before them, and
// stands for what nobody looked at.

import { hash32 } from "../../base/prng.ts";
import type { Decibans } from "../../base/units.ts";
import type { Ham } from "./risk.ts";

/** What is known of a first contact by the time it is counted. */
export type Word =
  /** It got in, and nobody minded. */
  | "silent"
  | "ham"
  | "spam"
  /** It was held, and nobody ruled. */
  | "unruled";

export interface FirstContact {
  readonly word: Word;
  readonly score: Decibans;
  /** Whether the lot fell on it: see `isDrawn`. */
  readonly drawn: boolean;
  /** Contacts of one campaign have the same, and count once. */
  readonly group: number;
}

/** The design's own number: of what is held, so much is drawn whatever its score. */
export const drawnShare = 0.02;

/**
 * By the installation's secret seed, so that nobody can tell whom it falls on and everybody here
 * agrees without asking. `key`: the campaign's, else the delivery's.
 */
export function isDrawn(seed: string, key: string): boolean {
  return hash32(`${seed}:drawn:${key}`) / 0x1_0000_0000 < drawnShare;
}

/** By the seed as well, so that what is remembered names no campaign. */
export function groupOf(seed: string, key: string): number {
  return hash32(`${seed}:group:${key}`);
}

/**
 * `holdAt`: the threshold in force. `shipped`: a lower one has to be earned; of what was held
 * below it and nobody ruled on, as much counts as ham as rulings found there, by the rule of
 * succession: half while there are none.
 */
export function hamIn(
  contacts: readonly FirstContact[],
  holdAt: Decibans,
  shipped: Decibans,
): readonly Ham[] {
  const all = oneACampaign(contacts);
  const ofLot = weightOfDrawn(all);
  const unruledWeight = hamShareBelow(shipped, all);
  const weightOf = ({ word, score, drawn }: FirstContact): number => {
    switch (word) {
      case "silent":
        return score < holdAt ? 1 : 0;
      case "ham":
        return drawn ? ofLot : 1;
      case "unruled":
        return score < shipped ? unruledWeight : 0;
      case "spam":
        return 0;
    }
  };
  return [
    ...all
      .map((one) => ({ score: one.score, weight: weightOf(one) }))
      .filter(({ weight }) => weight > 0),
    ...tailAbove(all, holdAt, shipped),
  ];
}

/** Decibans: two such bands below the threshold say how fast ham thins out. Chosen by us. */
const band = 3;

/** From one band to the next no fewer than half may be left: what rises is not ham alone. */
const thinningMax = 0.5;

/** Less than a step of a threshold. */
const justBelow: Decibans = 0.05;

/**
 * Ham above the threshold that nobody told from spam, as if it went on to thin out as it does
 * below; never more than there is above. It stands just below the threshold: a lower one has to
 * reckon with it, and no silence raises one.
 */
function tailAbove(
  all: readonly FirstContact[],
  holdAt: Decibans,
  shipped: Decibans,
): readonly Ham[] {
  const silentIn = (from: Decibans, to: Decibans) =>
    all.filter(({ word, score }) => word === "silent" && score >= from && score < to).length;
  const near = silentIn(holdAt - band, holdAt);
  const far = silentIn(holdAt - 2 * band, holdAt - band);
  const left = Math.min(thinningMax, (near + 1) / (far + 1));
  const unknown = all.filter(
    ({ word, score }) =>
      (word === "silent" && score >= holdAt) ||
      (word === "unruled" && score >= Math.max(holdAt, shipped)),
  ).length;
  const expected = Math.min(unknown, (near * left) / (1 - left));
  return expected === 0 ? [] : [{ score: holdAt - justBelow, weight: expected }];
}

/** Of each campaign the one with the highest score: what is held of it first. */
function oneACampaign(contacts: readonly FirstContact[]): readonly FirstContact[] {
  const highest = new Map<number, FirstContact>();
  for (const one of contacts) {
    const before = highest.get(one.group);
    if (before === undefined || weightier(one, before)) highest.set(one.group, one);
  }
  return [...highest.values()];
}

/** A word of somebody's before silence, then the higher score. */
function weightier(one: FirstContact, before: FirstContact): boolean {
  const isRuled = isRuling(one.word);
  return isRuled === isRuling(before.word) ? one.score > before.score : isRuled;
}

/**
 * A drawn one stands for itself and its part of those that were not drawn and not ruled on:
 * inverse-probability weights as in Horvitz and Thompson (1952), stratified after the fact by
 * who was looked at, so that where everything is ruled on each counts once.
 */
function weightOfDrawn(all: readonly FirstContact[]): number {
  const looked = all.filter(({ word, drawn }) => drawn && isRuling(word));
  const rest = all.filter(({ word, drawn }) => !drawn && word === "unruled");
  if (looked.length === 0) return 1;
  return Math.min(1 / drawnShare, 1 + rest.length / looked.length);
}

function hamShareBelow(shipped: Decibans, all: readonly FirstContact[]): number {
  const ruled = all.filter(({ word, score }) => score < shipped && isRuling(word));
  const ham = ruled.filter(({ word }) => word === "ham").length;
  return (ham + 1) / (ruled.length + 2);
}

function isRuling(word: Word): boolean {
  return word === "ham" || word === "spam";
}

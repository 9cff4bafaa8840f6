/**
 * Rules instead of a score, for those who would rather count: five criteria in plain words, and
 * how many of them must speak. Each is a group of our signals, one of which must be clear; what
 * tells one story is one criterion. One less than it takes, and the contact settles.
 *
 * What people lack or do without harm is none: an empty profile (those who can't see pictures, H05)
 * and a private message. Nothing counts in anybody's favour, which is what the score has
 * beyond any count. docs/operators/presets.md says what each costs.
 */

import type { Preset } from "../model/preset.ts";
import { type Action, type Evidence, reason } from "../model/verdict.ts";
import type { Group } from "./signals/signal.ts";

export interface Criterion {
  /** As it is told to a moderator. */
  readonly says: string;
  /** Its signals: all of this group. */
  readonly group: Group;
}

export const criteria: readonly Criterion[] = [
  { says: "nobody knows it or its host here", group: "acquaintance" },
  { says: "it reaches more people than a stranger should", group: "reach" },
  { says: "what it says or brings looks like spam", group: "content" },
  { says: "others sent the same", group: "repetition" },
  { says: "it, its host or its like were found out before", group: "record" },
];

/** A private message is how people begin to talk. */
const harmless: ReadonlySet<string> = new Set(["STRANGER_DIRECT"]);

/** Of a signal's strength. Chosen by us: from here on it sees more than a hint. */
const clear = 0.5;

const needed: Readonly<Record<Exclude<Preset, "score">, number>> = {
  "two-of-five": 2,
  "three-of-five": 3,
  "four-of-five": 4,
};

/** What is done by count, and the sentence that says so, before the evidence. */
export function countedUp(
  evidence: readonly Evidence[],
  preset: Exclude<Preset, "score">,
): { readonly action: Action; readonly evidence: readonly Evidence[] } {
  const spoke = criteria.filter(({ group }) =>
    evidence.some((one) => one.group === group && isClear(one)),
  );
  const missing = needed[preset] - spoke.length;
  if (missing > 1) return { action: "accept", evidence };
  const said = spoke.map(({ says }) => says).join("; ");
  const because = `${spoke.length} of five criteria speak (preset: ${preset}): ${said}`;
  const action = missing <= 0 ? "hold" : "settle";
  return { action, evidence: [reason("CRITERIA", because), ...evidence] };
}

function isClear({ symbol, strength, decibans }: Evidence): boolean {
  return strength >= clear && decibans > 0 && !harmless.has(symbol);
}

// What scores looked like here, and how often what was said of them was so: for two plots, from
// first contacts of the last days and what became of their senders.

import type { Decibans } from "../base/units.ts";
import { type Counted, wilson } from "../base/wilson.ts";
import { rescored } from "../engine/calibrate/rescore.ts";
import type { PolicySettings } from "../engine/policy.ts";
import type { Chronicle, Remembered, Stretch } from "../ports/chronicle.ts";
import type { Ledger } from "../ports/ledger.ts";
import { firstIn } from "./first-contacts.ts";
import { type Rulings, rulingsIn } from "./ruled.ts";
import { fateOf } from "./week.ts";

/** What is known of a contact by now. */
export type Known = "ham" | "spam" | "unknown";

/** First contacts whose score lies within `scoreBin` around `at`. */
export interface ScoreBin extends Readonly<Record<Known, number>> {
  readonly at: Decibans;
}

/** First contacts of which about the same was said. */
export interface ReliabilityBin {
  /** How likely spam they were said to be, on average. */
  readonly said: number;
  readonly contacts: number;
  /** Of them, those that were. */
  readonly spam: number;
  /** The share that was spam, and between what it lies with 95 %. */
  readonly found: number;
  readonly low: number;
  readonly high: number;
}

export interface ScorePicture {
  /** First contacts that it is drawn from. */
  readonly contacts: number;
  /** Rising, none left out between the first and the last; empty where nothing was judged. */
  readonly scores: readonly ScoreBin[];
  /** From least to most likely; what is empty is left out. */
  readonly reliability: readonly ReliabilityBin[];
  readonly holdAt: Decibans;
  readonly settleAt: Decibans;
}

/** Wide enough that a small server sees a shape. Chosen by us. */
export const scoreBin: Decibans = 4;

/** Far beyond any threshold all are alike. */
const scoreEnd: Decibans = 60;

/** Narrow where it matters: near the sure ends. Chosen by us. */
const likelihoods = [0.01, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99];

export interface PictureStores {
  readonly chronicle: Pick<Chronicle, "judged">;
  readonly ledger: Pick<Ledger, "ruled">;
}

/**
 * Scores are what these settings make of what was found; probabilities are what was said when it
 * came. Who was let in and gave no offence counts as not spam where probabilities are checked,
 * and as unknown among scores. Throws LedgerDown.
 */
export async function scorePicture(
  { chronicle, ledger }: PictureStores,
  settings: PolicySettings,
  stretch: Stretch,
): Promise<ScorePicture> {
  const firsts = await firstIn(stretch, chronicle);
  const rulings = await rulingsIn(ledger);
  const { holdAt, settleBand } = settings;
  return {
    contacts: firsts.length,
    scores: scoresOf(firsts, settings, rulings),
    reliability: reliabilityOf(firsts, rulings),
    ...{ holdAt, settleAt: holdAt - settleBand },
  };
}

function scoresOf(
  firsts: readonly Remembered[],
  settings: PolicySettings,
  rulings: Rulings,
): readonly ScoreBin[] {
  const bins = new Map<number, Record<Known, number>>();
  for (const one of firsts) {
    const { evidence, last } = one.decision;
    const score = rescored((last ?? { evidence }).evidence, settings);
    const bound = Math.max(-scoreEnd, Math.min(scoreEnd, score));
    const bin = Math.round(bound / scoreBin);
    const counts = bins.get(bin) ?? { ham: 0, spam: 0, unknown: 0 };
    counts[knownOf(one, rulings)]++;
    bins.set(bin, counts);
  }
  if (bins.size === 0) return [];
  const [first, last] = [Math.min(...bins.keys()), Math.max(...bins.keys())];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const bin = first + index;
    return { at: bin * scoreBin, ...(bins.get(bin) ?? { ham: 0, spam: 0, unknown: 0 }) };
  });
}

function reliabilityOf(firsts: readonly Remembered[], rulings: Rulings): readonly ReliabilityBin[] {
  const bins = likelihoods.map(() => ({ said: 0, of: 0, part: 0 }));
  bins.push({ said: 0, of: 0, part: 0 });
  for (const one of firsts) {
    const isSpam = turnedOut(one, rulings);
    if (isSpam === undefined) continue;
    const { probability } = one.decision;
    const index = likelihoods.findIndex((end) => probability < end);
    const bin = bins.at(index);
    if (bin === undefined) continue;
    bin.said += probability;
    bin.of++;
    if (isSpam) bin.part++;
  }
  return bins.flatMap(({ said, ...counted }) => binOf(said, counted) ?? []);
}

function binOf(said: number, counted: Counted): ReliabilityBin | undefined {
  const { of, part } = counted;
  if (of === 0) return undefined;
  return { said: said / of, contacts: of, spam: part, found: part / of, ...wilson(counted) };
}

/** By rulings, and by what became of its sender. */
export function knownOf(one: Remembered, rulings: Rulings): Known {
  switch (fateOf([one], rulings).fate) {
    case "ham":
      return "ham";
    case "ended":
    case "ruled spam":
    case "complained of":
      return "spam";
    case "unknown":
      return "unknown";
  }
}

/** Of what was kept back and not ruled on nobody can say. */
function turnedOut(one: Remembered, rulings: Rulings): boolean | undefined {
  const known = knownOf(one, rulings);
  if (known !== "unknown") return known === "spam";
  const { done, state } = one.decision;
  return done === "passed" || state === "delivered" ? false : undefined;
}

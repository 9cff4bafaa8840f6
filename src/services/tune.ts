// What could be better: the hold threshold by the budget, the weights by the refit, and how much
// may be promised of either. Answers a proposal; applying it is tuning.ts.

import { after, day, type EpochMs } from "../base/units.ts";
import { hamIn } from "../engine/calibrate/ham.ts";
import { proposedSettings, whyUnlawful } from "../engine/calibrate/proposed.ts";
import {
  type Bound,
  type Ham,
  holdAtMoveMax,
  leastShare,
  lowestWithin,
  shareHeld,
  stepBelow,
} from "../engine/calibrate/risk.ts";
import type { PolicySettings } from "../engine/policy.ts";
import type { Proposal } from "../model/proposal.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Ledger } from "../ports/ledger.ts";
import { chronicleKeptMs } from "./chronicler.ts";
import type { Config } from "./config.ts";
import { firstContactsIn, firstContactsKeptMs, firstIn } from "./first-contacts.ts";
import { refitProposal } from "./refit.ts";
import { type Rulings, rulingsIn } from "./ruled.ts";
import { type Reality, realityOf, spamScores } from "./tune-effect.ts";
import {
  settingsInForce,
  standingOf,
  type TunedStanding,
  type Tuning,
  tuningIn,
} from "./tuning.ts";

/** The `n` of "1 in n", never rounded to the better. */
export function oneInOf(share: number): number {
  return Math.max(1, Math.floor(1 / share + 1e-6));
}

/** What other settings would change: the hold threshold first, as `hold_at`, then weights. */
export function changesBetween(before: PolicySettings, after: PolicySettings): readonly Changed[] {
  const weights = Object.entries(after.signals).map(([symbol, { decibans }]) => {
    return { name: symbol, before: before.signals[symbol]?.decibans ?? 0, after: decibans };
  });
  const all = [{ name: "hold_at", before: before.holdAt, after: after.holdAt }, ...weights];
  return all.filter((one) => one.before !== one.after);
}

export interface Changed {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** What may be said of a threshold. */
export interface Promised extends Bound {
  /** Legitimate first contacts that it is set by; some stand for more than one. */
  readonly firstContacts: number;
  /** Of them, those that somebody ruled on. */
  readonly ruled: number;
  /** From when on they came; undefined: there are none. */
  readonly since: EpochMs | undefined;
  /** The least share that so many may promise. */
  readonly least: number;
}

/** What stands, what could, and what is known of either. */
export interface Outlook {
  readonly budget: number;
  readonly inForce: PolicySettings;
  readonly tuned: TunedStanding;
  readonly tuning: Tuning;
  readonly promised: Promised;
  readonly reality: Reality;
  readonly proposed: Proposed | undefined;
  /** Why not more is proposed, or nothing. Sentences. */
  readonly because: readonly string[];
  readonly rulings: Rulings;
}

export interface Proposed {
  readonly proposal: Proposal;
  readonly settings: PolicySettings;
  /** What may be expected of it: 0 to 1. */
  readonly share: number;
}

export interface TuneParts {
  readonly ledger: Pick<Ledger, "ruled" | "setting" | "putSetting">;
  readonly chronicle: Pick<Chronicle, "judged">;
  readonly seed: string;
}

/** `wish`: the threshold that an admin wants instead of the budget's. Throws LedgerDown. */
export async function outlookOf(
  { ledger, chronicle, seed }: TuneParts,
  config: Pick<Config, "policy" | "budget" | "tune">,
  now: EpochMs,
  wish?: number,
): Promise<Outlook> {
  const tuning = await tuningIn(ledger);
  const tuned = standingOf(tuning, config);
  const inForce = settingsInForce(config, tuning);
  const stretch = { since: sinceOf(tuning, now), until: now };
  const lately = { since: after(now, -chronicleKeptMs), until: now };
  const firsts = await firstIn(lately, chronicle);
  const rulings = await rulingsIn(ledger);
  const weights = await weightsOffered(ledger, config.policy, tuned);
  const next = proposedSettings(inForce, { weights: weights.offered, holdAt: undefined });
  const hamUnder = async (settings: PolicySettings) => {
    const found = await firstContactsIn({ chronicle, ledger }, seed, settings, stretch);
    return { ...found, ham: hamIn(found.contacts, inForce.holdAt, config.policy.holdAt) };
  };
  const [here, there] = [await hamUnder(inForce), await hamUnder(next)];
  const spam = spamScores(firsts, next, rulings);
  const threshold =
    wish === undefined
      ? thresholdFor(config, inForce.holdAt, there.ham, spam)
      : { holdAt: wish, because: ["An admin wished for this threshold."] };
  const { preset } = config.policy;
  const byScore = preset === "score";
  const proposed = byScore
    ? proposalOf(config.policy, inForce, weights.offered, threshold, there.ham, now)
    : undefined;
  return {
    budget: config.budget,
    ...{ inForce, tuned, tuning, rulings },
    promised: {
      holdAt: inForce.holdAt,
      share: shareHeld(inForce.holdAt, here.ham),
      firstContacts: Math.round(here.ham.reduce((sum, { weight }) => sum + weight, 0)),
      ruled: here.contacts.filter(({ word }) => word === "ham").length,
      since: here.since,
      least: leastShare(here.ham),
    },
    reality: realityOf(firsts, inForce, rulings),
    proposed,
    because: byScore
      ? [...weights.because, ...threshold.because]
      : [`Criteria decide (preset: ${preset}), no score: there is nothing to tune.`],
  };
}

/** What came before the last alarm says nothing of today's mail. */
function sinceOf({ history }: Tuning, now: EpochMs): EpochMs {
  const alarmed = history.findLast(({ did }) => did === "alarm")?.at;
  const oldest = after(now, -firstContactsKeptMs);
  return alarmed === undefined || alarmed < oldest ? oldest : after(alarmed, day);
}

/** Weights of a refit, where there is one that may stand. */
async function weightsOffered(
  ledger: Pick<Ledger, "setting">,
  settings: PolicySettings,
  tuned: TunedStanding,
): Promise<{ readonly offered: Proposal["weights"]; readonly because: readonly string[] }> {
  const proposal = await refitProposal(ledger);
  if (proposal === undefined) return { offered: {}, because: [] };
  const before = tuned.kind === "in force" ? tuned.applied.proposal.weights : {};
  const whole = { weights: { ...before, ...proposal.weights }, holdAt: undefined };
  const unlawful = whyUnlawful(settings, whole);
  return unlawful === undefined
    ? { offered: proposal.weights, because: proposal.because }
    : { offered: {}, because: [`The refit's weights are left aside: ${unlawful}.`] };
}

/** Where the threshold is to go, and why there or nowhere. */
interface Threshold {
  readonly holdAt: number;
  readonly because: readonly string[];
}

function thresholdFor(
  { budget, policy }: Pick<Config, "budget" | "policy">,
  inForce: number,
  ham: readonly Ham[],
  spam: readonly number[],
): Threshold {
  const stays = (because: string) => ({ holdAt: inForce, because: [because] });
  if (leastShare(ham) > budget) {
    const many = Math.round(1 / budget).toLocaleString("en");
    return stays(`This budget takes some ${many} first contacts of ham: the threshold stays.`);
  }
  const chosen = lowestWithin(budget, ham, policy.holdAt);
  if (chosen === undefined) {
    const because = `Even ${holdAtMoveMax} decibans up the budget would not be kept.`;
    return { holdAt: policy.holdAt + holdAtMoveMax, because: [because] };
  }
  if (chosen.holdAt >= inForce) {
    const because =
      chosen.holdAt === inForce
        ? "The threshold is the lowest that keeps to the budget."
        : "A higher threshold is needed to keep to the budget.";
    return { holdAt: chosen.holdAt, because: [because] };
  }
  const gained = spam.filter((score) => score >= chosen.holdAt && score < inForce);
  if (gained.length === 0)
    return stays(
      "A lower threshold would keep to the budget as well, and hold nothing more that turned " +
        "out to be spam: it stays.",
    );
  const holdAt = Math.max(chosen.holdAt, stepBelow(Math.min(...gained)));
  const because = `So far down lies what turned out to be spam (${gained.length} first contacts).`;
  return { holdAt, because: [because] };
}

function proposalOf(
  configured: PolicySettings,
  inForce: PolicySettings,
  offered: Proposal["weights"],
  { holdAt, because }: Threshold,
  ham: readonly Ham[],
  at: EpochMs,
): Proposed | undefined {
  const settings = proposedSettings(inForce, { weights: offered, holdAt });
  const weights = Object.fromEntries(
    Object.entries(settings.signals)
      .filter(([symbol, { decibans }]) => decibans !== configured.signals[symbol]?.decibans)
      .map(([symbol, { decibans }]) => [symbol, decibans]),
  );
  const isNew =
    holdAt !== inForce.holdAt ||
    Object.entries(weights).some(([symbol, one]) => inForce.signals[symbol]?.decibans !== one);
  const changed = holdAt === configured.holdAt ? undefined : holdAt;
  const proposal: Proposal = { weights, holdAt: changed, at, because };
  if (!isNew || whyUnlawful(configured, proposal) !== undefined) return undefined;
  return { proposal, settings, share: shareHeld(holdAt, ham) };
}

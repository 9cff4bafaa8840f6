// Once a night: what moderators ruled here makes weights that tell spam from ham a little better
// here. They are proposed; what becomes of a proposal is tune.ts's.

import { after, type EpochMs } from "../base/units.ts";
import { refit } from "../engine/calibrate/refit.ts";
import type { PolicySettings } from "../engine/policy.ts";
import type { Proposal } from "../model/proposal.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "./config.ts";
import { firstContactsKeptMs, lessonsIn } from "./first-contacts.ts";
import { ownValue } from "./own-value.ts";
import { proposalShape, standingOf, tuningIn } from "./tuning.ts";

export interface RefitParts {
  readonly ledger: Pick<Ledger, "ruled" | "setting" | "putSetting">;
  readonly chronicle: Pick<Chronicle, "judged">;
  readonly seed: string;
}

const proposed = ownValue("refit-proposal", proposalShape);

/** The weights that rulings speak for, if they do. Throws LedgerDown. */
export function refitProposal(ledger: Pick<Ledger, "setting">): Promise<Proposal | undefined> {
  return proposed.read(ledger);
}

/**
 * Writes down what the rulings of the last ninety days speak for; where that is nothing, takes an
 * older proposal away. What was moved once and has nothing for it any more is to come back.
 * Throws LedgerDown.
 */
export async function proposeWeights(
  parts: RefitParts,
  config: Pick<Config, "policy" | "tune">,
  at: EpochMs,
): Promise<void> {
  const { ledger, seed } = parts;
  const stretch = { since: after(at, -firstContactsKeptMs), until: at };
  const lessons = await lessonsIn(parts, seed, stretch);
  const { weights: moved, spam, ham } = refit(lessons, config.policy);
  const standing = standingOf(await tuningIn(ledger), config);
  const applied = standing.kind === "in force" ? standing.applied.proposal.weights : {};
  const weights = { ...configuredOf(applied, config.policy), ...moved };
  if (Object.keys(weights).length === 0) return proposed.write(ledger, undefined);
  const campaigns = `${spam} campaigns ruled spam and ${ham} ruled ham`;
  const because = [`Weights that ${campaigns} here speak for.`, ...movesOf(moved, config.policy)];
  await proposed.write(ledger, { weights, holdAt: undefined, at, because });
}

function configuredOf(applied: Proposal["weights"], { signals }: PolicySettings) {
  const back = Object.keys(applied).flatMap((symbol) => {
    const decibans = signals[symbol]?.decibans;
    return decibans === undefined ? [] : [[symbol, decibans] as const];
  });
  return Object.fromEntries(back);
}

/** The furthest first. */
function movesOf(weights: Proposal["weights"], { signals }: PolicySettings): readonly string[] {
  return Object.entries(weights)
    .map(([symbol, now]) => ({ symbol, now, before: signals[symbol]?.decibans ?? 0 }))
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))
    .map(({ symbol, now, before }) => `${symbol} from ${before} to ${now}.`);
}

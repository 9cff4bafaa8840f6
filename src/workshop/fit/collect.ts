// What a log teaches a fit: of every contact in it what it was, and which signals spoke of it,
// when it came and when it was judged for the last time. Judged under the weights that were
// thought of by hand, so that a fit never learns from what an earlier fit did.

import { allJournals } from "../../adapters/journal-log.ts";
import { assert } from "../../base/assert.ts";
import { shippedSettings } from "../../engine/policy.ts";
import { signals } from "../../engine/signals/index.ts";
import type { Truth } from "../../lab/traffic/lines.ts";
import type { Receipt } from "../../model/ids.ts";
import type { Verdict } from "../../model/verdict.ts";
import { deaf, type Journal } from "../../ports/journal.ts";
import type { Memory } from "../../ports/memory.ts";
import { type Config, loadConfig } from "../../services/config.ts";
import { makeReplay, type Outcome } from "../../services/replay.ts";
import { replayHouse } from "../../wire/replay-house.ts";

/** Which signals spoke, and how clearly. */
export type Strengths = Readonly<Record<string, number>>;

/** One delivery whose truth is known. */
export interface Case {
  /** An attack's number, a class of wanted mail, or `ordinary`. */
  readonly kind: string;
  /** What one hand or one habit did in one log: nothing of it is on two sides of a check. */
  readonly campaign: string;
  readonly isSpam: boolean;
  readonly isFirst: boolean;
  /** Local people whom it notifies. */
  readonly recipients: number;
  /** It went the fast path: nothing spoke, and no weight changes that. */
  readonly isUnread: boolean;
  readonly outcome: Outcome | undefined;
  readonly came: Strengths;
  /** When its window ended; as it came where it did not settle. */
  readonly last: Strengths;
}

/** What was thought of by hand, whatever is shipped. */
export const byHand: Readonly<Record<string, number>> = Object.fromEntries(
  signals.map(({ symbol, decibans }) => [symbol, decibans]),
);

function configByHand(): Config {
  const loaded = loadConfig({});
  assert(loaded.ok, "the shipped settings are valid");
  const { config } = loaded.value;
  const own = Object.entries(shippedSettings.signals).map(([symbol, settings]) => {
    return [symbol, { ...settings, decibans: byHand[symbol] ?? settings.decibans }] as const;
  });
  return { ...config, policy: { ...config.policy, signals: Object.fromEntries(own) } };
}

/** `phase`: traffic logs tell campaigns of one attack apart by it. */
export type ToldTruth = Truth & { readonly phase?: string };

export async function collected(
  log: string,
  lines: AsyncIterable<string> | Iterable<string>,
  truths: readonly ToldTruth[],
  emptyMemory?: () => Memory,
): Promise<readonly Case[]> {
  const came = new Map<string, Verdict>();
  const last = new Map<string, Verdict>();
  const outcomes = new Map<string, Outcome>();
  const senders = new Map<string, string>();
  const journal: Journal = {
    ...deaf,
    judged: (arrival, verdict) => {
      came.set(arrival.delivery.receipt, verdict);
      senders.set(arrival.delivery.receipt, arrival.sender.domain);
    },
    moved: (receipt: Receipt, _, verdict) => {
      if (verdict?.path === "judged") last.set(receipt, verdict);
    },
  };
  const build = replayHouse(configByHand(), emptyMemory);
  const replay = makeReplay((header, told) => build(header, allJournals([told, journal])));
  const note = (step: Awaited<ReturnType<typeof replay.finish>>): void => {
    for (const { delivery, outcome } of step.outcomes) outcomes.set(delivery, outcome);
  };
  for await (const line of lines) {
    const step = await replay.feed(line);
    assert(step.ok, `${log} can be read`);
    note(step.value);
  }
  note(await replay.finish());
  return truths.map((truth): Case => {
    const { delivery, recipients } = truth;
    const first = came.get(delivery);
    return {
      kind: kindOf(truth),
      campaign: campaignOf(log, truth, senders.get(delivery) ?? ""),
      isSpam: truth.truth === "spam",
      isFirst: truth.truth === "ham" && truth.first === true,
      recipients,
      isUnread: first?.path !== "judged",
      outcome: outcomes.get(delivery),
      came: strengthsOf(first),
      last: strengthsOf(last.get(delivery) ?? first),
    };
  });
}

/** Classes are told as "H09 disaster", attacks as "T07 picture": their number is what they are. */
function kindOf(truth: Truth): string {
  if (truth.truth === "spam") return truth.attack.split(/[ /]/)[0] ?? truth.attack;
  return /^H\d\d/.exec(truth.class)?.[0] ?? "ordinary";
}

function campaignOf(log: string, truth: ToldTruth, sender: string): string {
  const kind = kindOf(truth);
  if (truth.truth === "spam") return `${log}: ${truth.attack}${truth.phase ?? ""}`;
  return `${log}: ${kind === "ordinary" ? sender : kind}`;
}

function strengthsOf(verdict: Verdict | undefined): Strengths {
  const spoke = verdict?.path === "judged" ? verdict.evidence : [];
  const own = spoke.filter(({ symbol }) => byHand[symbol] !== undefined);
  return Object.fromEntries(
    own.map(({ symbol, strength }) => [symbol, Math.round(strength * 1e4) / 1e4]),
  );
}

// What becomes of scenes at Breakwater as it is shipped, told by attack and by class of ham.

import type { EpochMs } from "../../base/units.ts";
import type { ReplayedVerdict } from "../../services/replay.ts";
import { breakwater } from "../breakwater.ts";
import type { Fate } from "../filter.ts";
import { home } from "../traffic/home.ts";
import { lineOf, type Truth } from "../traffic/lines.ts";
import { logOf, type Scene } from "../traffic/scribe.ts";

export interface Outcome {
  readonly deliveries: number;
  readonly notifications: number;
  /** Of these, how many people were notified. */
  readonly reached: number;
  /** Deliveries that were not let in. */
  readonly held: number;
  /** Deliveries that were let in later than they came. */
  readonly delayed: number;
}

export interface Outcomes {
  readonly of: ReadonlyMap<string, Outcome>;
  readonly verdicts: ReadonlyMap<string, ReplayedVerdict>;
  readonly truths: readonly Truth[];
}

export async function outcomesOf(start: EpochMs, scenes: readonly Scene[]): Promise<Outcomes> {
  const { lines, truths } = logOf(home, start, scenes);
  const verdicts = new Map<string, ReplayedVerdict>();
  const house = breakwater((verdict) => void verdicts.set(verdict.delivery, verdict));
  const ends = new Map<string, Fate>();
  const note = (fates: readonly Fate[]): void => {
    for (const fate of fates) ends.set(fate.delivery, fate);
  };
  for (const line of lines) note(await house.feed(lineOf(line)));
  note(await house.finish());
  const of = new Map<string, Outcome>();
  for (const truth of truths) {
    const name = truth.truth === "spam" ? truth.attack : truth.class;
    const before = of.get(name) ?? none;
    of.set(name, counted(before, truth, ends.get(truth.delivery), verdicts));
  }
  return { of, verdicts, truths };
}

const none: Outcome = { deliveries: 0, notifications: 0, reached: 0, held: 0, delayed: 0 };

function counted(
  before: Outcome,
  { delivery, recipients }: Truth,
  fate: Fate | undefined,
  verdicts: Outcomes["verdicts"],
): Outcome {
  const isIn = fate?.outcome === "delivered";
  const waited = verdicts.get(delivery)?.action === "settle";
  return {
    deliveries: before.deliveries + 1,
    notifications: before.notifications + recipients,
    reached: before.reached + (isIn ? recipients : 0),
    held: before.held + Number(!isIn),
    delayed: before.delayed + Number(isIn && waited),
  };
}

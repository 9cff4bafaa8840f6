// A class of look-alikes before the real house: alone among ordinary mail, or during two waves.

import { after, day, type EpochMs, epochMs } from "../../base/units.ts";
import type { ReplayedVerdict } from "../../services/replay.ts";
import { breakwater } from "../rivals/house.ts";
import type { Fate } from "../traffic/filter.ts";
import { hamOf, neighbourhood } from "../traffic/ham.ts";
import { home } from "../traffic/home.ts";
import { lineOf } from "../traffic/lines.ts";
import { logOf, type Scene } from "../traffic/scribe.ts";
import type { LookAlike } from "./lookalike.ts";
import { firstsMarked, stageOf } from "./stage.ts";
import { headStart, linkWave, mentionWave, spamOf } from "./waves.ts";

export interface Setting {
  readonly seed: string;
  /** Two waves run, or nothing but ordinary mail. */
  readonly beside: "calm" | "waves";
  /** Whether the log tells what our own people do. */
  readonly localActs: boolean;
}

/** Of one class in one replay. */
export interface Tally {
  readonly deliveries: number;
  readonly firsts: number;
  readonly held: number;
  readonly heldFirsts: number;
  readonly delayed: number;
  /** Refused, or of no known end. */
  readonly lost: number;
  /** The waves' posts, and how many got in: what nobody notices is no wave to be beside. */
  readonly spam: { readonly sent: number; readonly delivered: number };
  readonly misfires: readonly Misfire[];
}

/** One that was held, with what was said when it came. */
export interface Misfire {
  readonly activity: unknown;
  readonly verdict: ReplayedVerdict | undefined;
}

const start = epochMs(Date.parse("2026-03-02T00:00:00.000Z"));
const begin = after(start, 1.5 * day);

/** All that happens: three days of ordinary mail, the class on its stage, perhaps the waves. */
function scenesOf({ code, play }: LookAlike, { seed, beside, localActs }: Setting): Scene[] {
  const drawn = `${seed}/${code}`;
  const { hosts } = neighbourhood(seed, start);
  const spam = spamOf(seed, after(begin, -headStart), hosts);
  const stage = stageOf(drawn, begin, { truth: "ham", class: code }, hosts, spam);
  play(stage);
  const calm = hamOf({ seed, start, days: 3, deliveriesPerDay: 30, localActs });
  const waves =
    beside === "calm" ? [] : [...mentionWave(spam), ...linkWave(seed, after(begin, -headStart))];
  const all = [...calm, ...firstsMarked(stage.scenes), ...waves];
  return localActs ? all : all.filter((one) => !isLocalAct(one));
}

function isLocalAct(scene: Scene): boolean {
  return scene.kind === "aside" && scene.line.type === "local";
}

export async function replayed(lookAlike: LookAlike, setting: Setting): Promise<Tally> {
  const { lines, truths } = logOf(home, start, scenesOf(lookAlike, setting));
  const verdicts = new Map<string, ReplayedVerdict>();
  const filter = breakwater((verdict) => verdicts.set(verdict.delivery, verdict));
  const fates = new Map<string, Fate>();
  const sent = new Map<string, { readonly at: EpochMs; readonly activity: unknown }>();
  for (const line of lines) {
    if (line.type === "delivery") sent.set(line.id, line);
    for (const fate of await filter.feed(lineOf(line))) fates.set(fate.delivery, fate);
  }
  for (const fate of await filter.finish()) fates.set(fate.delivery, fate);
  const outcome = (delivery: string) => fates.get(delivery)?.outcome;
  const own = truths.filter((one) => one.truth === "ham" && one.class === lookAlike.code);
  const firsts = own.filter((one) => one.truth === "ham" && one.first);
  const isHeld = ({ delivery }: { delivery: string }) => outcome(delivery) === "held";
  const isLate = ({ delivery }: { delivery: string }) =>
    outcome(delivery) === "delivered" && fates.get(delivery)?.at !== sent.get(delivery)?.at;
  const spam = truths.filter(({ truth }) => truth === "spam");
  return {
    deliveries: own.length,
    firsts: firsts.length,
    held: own.filter(isHeld).length,
    heldFirsts: firsts.filter(isHeld).length,
    delayed: own.filter(isLate).length,
    lost: own.filter((one) => !isHeld(one) && outcome(one.delivery) !== "delivered").length,
    spam: {
      sent: spam.length,
      delivered: spam.filter(({ delivery }) => outcome(delivery) === "delivered").length,
    },
    misfires: own.filter(isHeld).map(({ delivery }) => ({
      activity: sent.get(delivery)?.activity,
      verdict: verdicts.get(delivery),
    })),
  };
}

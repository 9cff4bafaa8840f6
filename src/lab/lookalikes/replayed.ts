// A class of look-alikes before the real house: alone among ordinary mail, or during two waves.

import { after, day, epochMs } from "../../base/units.ts";
import type { ReplayedVerdict } from "../../services/replay.ts";
import { breakwater } from "../breakwater.ts";
import type { Fate } from "../filter.ts";
import { hamOf, neighbourhood } from "../traffic/ham.ts";
import { home } from "../traffic/home.ts";
import { type DeliveryLine, type LogLine, lineOf, type Truth } from "../traffic/lines.ts";
import { logOf, type Scene, type TrafficLog } from "../traffic/scribe.ts";
import type { LookAlike } from "./lookalike.ts";
import { firstsMarked, stageOf } from "./stage.ts";
import { headStart, linkWave, mentionWaveOf, spamOf } from "./waves.ts";

export interface Setting {
  readonly seed: string;
  /** Two waves run, or nothing but ordinary mail. */
  readonly beside: "calm" | "waves";
  /** Whether the log tells what our own people do. */
  readonly localActs: boolean;
}

/** Of one class in one replay. */
export interface ClassTally {
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
    beside === "calm" ? [] : [...mentionWaveOf(spam), ...linkWave(seed, after(begin, -headStart))];
  const all = [...calm, ...firstsMarked(stage.scenes), ...waves];
  return localActs ? all : all.filter((one) => !isLocalAct(one));
}

function isLocalAct(scene: Scene): boolean {
  return scene.kind === "aside" && scene.line.type === "local";
}

/** What the home server's inbox saw, and the truth beside it. */
export function lookAlikeLog(lookAlike: LookAlike, setting: Setting): TrafficLog {
  return logOf(home, start, scenesOf(lookAlike, setting));
}

export async function replayed(lookAlike: LookAlike, setting: Setting): Promise<ClassTally> {
  const { lines, truths } = lookAlikeLog(lookAlike, setting);
  const seen = await seenBy(lines);
  const own = truths.filter((one) => one.truth === "ham" && one.class === lookAlike.code);
  const firsts = own.filter((one) => one.truth === "ham" && one.first);
  const isHeld = ({ delivery }: Truth) => seen.fateOf(delivery)?.outcome === "held";
  const isIn = ({ delivery }: Truth) => seen.fateOf(delivery)?.outcome === "delivered";
  const isLate = ({ delivery }: Truth) =>
    (seen.fateOf(delivery)?.at ?? start) > (seen.sent.get(delivery)?.at ?? start);
  const spam = truths.filter(({ truth }) => truth === "spam");
  return {
    deliveries: own.length,
    firsts: firsts.length,
    held: own.filter(isHeld).length,
    heldFirsts: firsts.filter(isHeld).length,
    delayed: own.filter((one) => isIn(one) && isLate(one)).length,
    lost: own.filter((one) => !isHeld(one) && !isIn(one)).length,
    spam: { sent: spam.length, delivered: spam.filter(isIn).length },
    misfires: own.filter(isHeld).map(({ delivery }) => ({
      activity: seen.sent.get(delivery)?.activity,
      verdict: seen.verdicts.get(delivery),
    })),
  };
}

export interface Seen {
  readonly sent: ReadonlyMap<string, DeliveryLine>;
  readonly verdicts: ReadonlyMap<string, ReplayedVerdict>;
  /** What is sent again while it is kept shares the fate of the first, and is told once. */
  fateOf(delivery: string): Fate | undefined;
}

/** The whole log before the house as shipped. */
export async function seenBy(lines: readonly LogLine[]): Promise<Seen> {
  const verdicts = new Map<string, ReplayedVerdict>();
  const filter = breakwater((verdict) => verdicts.set(verdict.delivery, verdict));
  const fates = new Map<string, Fate>();
  const sent = new Map<string, DeliveryLine>();
  const firstOf = new Map<unknown, string>();
  for (const line of lines) {
    if (line.type === "delivery") {
      sent.set(line.id, line);
      const { id } = line.activity;
      if (!firstOf.has(id)) firstOf.set(id, line.id);
    }
    for (const fate of await filter.feed(lineOf(line))) fates.set(fate.delivery, fate);
  }
  for (const fate of await filter.finish()) fates.set(fate.delivery, fate);
  const fateOf = (delivery: string): Fate | undefined => {
    const first = firstOf.get(sent.get(delivery)?.activity["id"]);
    return fates.get(delivery) ?? (first === undefined ? undefined : fates.get(first));
  };
  return { sent, verdicts, fateOf };
}

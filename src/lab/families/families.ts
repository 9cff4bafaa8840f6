// All families of attacks, and a log that holds one of them beside a calm background.

import type { EpochMs } from "../../base/units.ts";
import { dice as diceOf } from "../dice.ts";
import { hamOf, neighbourhood } from "../traffic/ham.ts";
import { home } from "../traffic/home.ts";
import { logOf, type TrafficLog } from "../traffic/scribe.ts";
import type { Family } from "./family.ts";
import { later } from "./later.ts";
import { quiet } from "./quiet.ts";
import { waves } from "./waves.ts";

/** By their ids in our catalogue of threats. */
export const families: readonly Family[] = [...waves, ...quiet];

/** Kept apart until the weights stood: only to measure by, never to fit or set anything on. */
export const laterFamilies: readonly Family[] = later;

export interface FamilyPlan {
  readonly seed: string;
  readonly start: EpochMs;
  readonly days: number;
  readonly hamPerDay: number;
  readonly localActs: boolean;
}

/** What the home server's inbox saw, and the truth beside it. */
export function familyLog(family: Family, plan: FamilyPlan): TrafficLog {
  const { seed, start, days, hamPerDay: deliveriesPerDay, localActs } = plan;
  const ham = hamOf({ seed, start, days, deliveriesPerDay, localActs });
  const near = neighbourhood(seed, start);
  const dice = diceOf(`${seed}/${family.id}`);
  const attack = family.attack({ dice, near, start, days });
  const told = attack.filter((one) => localActs || one.kind === "sending");
  return logOf(home, start, [...ham, ...told]);
}

// Which ways into the home server a kept delivery has.

import type { EpochMs } from "../../base/units.ts";
import type { KeptSummary } from "../../model/kept.ts";
import type { LaterWay, Rung } from "../../model/rung.ts";

export type Ways = Pick<KeptSummary, "replayUntil" | "laterWays">;

/**
 * The way that a release would take now; undefined where none is open that the gate can go
 * without a connector to the home server.
 */
export function openWay({ replayUntil, laterWays }: Ways, now: EpochMs): Rung | undefined {
  if (now < replayUntil) return "replay";
  return laterWays.find((way) => way.rung !== "resolve" && isOpen(way, now))?.rung;
}

/** When the last of those closes; undefined: not as long as it is kept. */
export function openUntil({ replayUntil, laterWays }: Ways): EpochMs | undefined {
  const signed = laterWays.find(({ rung }) => rung === "own-proof");
  return signed === undefined ? replayUntil : signed.until;
}

export function isOpen({ until: closes }: LaterWay, now: EpochMs): boolean {
  return closes === undefined || now < closes;
}

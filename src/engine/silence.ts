// Who was silent for long is new again: accounts are laid in to ripen, sold and taken over.

import { day, dayNumber, type EpochMs } from "../base/units.ts";

/**
 * Chosen by us: after as long as our longest window nothing else is remembered of an actor that
 * did no more than to be seen once, so that being seen once must not count for ever either.
 */
export const newAgainAfterDays = 30;

/** Chosen by us: that somebody is still here is written down once a week, not every day. */
export const heardStepDays = 7;

/** Days since it was noted to be here; undefined where it never was. */
export function silentDays(lastHeardAt: EpochMs | undefined, at: EpochMs): number | undefined {
  return lastHeardAt === undefined ? undefined : dayNumber(at) - dayNumber(lastHeardAt);
}

export function isNewAgain(lastHeardAt: EpochMs | undefined, at: EpochMs): boolean {
  return (silentDays(lastHeardAt, at) ?? 0) >= newAgainAfterDays + heardStepDays;
}

interface Heard {
  readonly firstSeenAt: EpochMs | undefined;
  readonly lastHeardAt: EpochMs | undefined;
}

/**
 * Back from a long silence, or since less than a day: whatever its record, what it writes is
 * looked at. A greeting alone must not open the door for what comes behind it.
 */
export function justWoke({ firstSeenAt, lastHeardAt }: Heard, at: EpochMs): boolean {
  if (isNewAgain(lastHeardAt, at)) return true;
  return firstSeenAt !== undefined && at - firstSeenAt < day;
}

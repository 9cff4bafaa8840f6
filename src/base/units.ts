// Words for quantities, so that two of the same primitive type can't be swapped.

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, "EpochMs">;

/** Ten times the decimal logarithm of an odds ratio: +10 makes spam ten times likelier. */
export type Decibans = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export function epochMs(ms: number): EpochMs {
  return ms as EpochMs;
}

export function after(moment: EpochMs, ms: number): EpochMs {
  return (moment + ms) as EpochMs;
}

/** `unitMs`: an hour or a day (UTC). The first moment of the one that `at` belongs to. */
export function startOf(unitMs: number, at: EpochMs): EpochMs {
  return epochMs(Math.floor(at / unitMs) * unitMs);
}

/** Days (UTC) since 1970-01-01. */
export function dayNumber(at: EpochMs): number {
  return Math.floor(at / day);
}

/** RFC 3339, UTC, milliseconds. */
export function isoTime(moment: EpochMs): string {
  return new Date(moment).toISOString();
}

/** The moment that an RFC 3339 or IMF-fixdate text names; undefined when it names none. */
export function parseTime(text: string): EpochMs | undefined {
  const ms = Date.parse(text);
  return Number.isFinite(ms) ? epochMs(ms) : undefined;
}

/** Probability of spam for odds in decibans. */
export function probabilityOf(score: Decibans): number {
  return 1 / (1 + 10 ** (-score / 10));
}

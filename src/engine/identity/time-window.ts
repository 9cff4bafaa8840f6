// When a signature is still good.

import { after, day, type EpochMs, hour, isoTime, minute } from "../../base/units.ts";

/** Lengths in ms. */
export interface SignatureWindows {
  /** How long a signature without an end of its own is good. */
  readonly lifeMs: number;
  /** How long after its date one with an end may be good at most. */
  readonly lifeMaxMs: number;
  /** How far two honest clocks may differ, either way. */
  readonly skewMs: number;
}

/**
 * Mastodon's (its signed_request.rb): five minutes or until `expires`, never later than twelve
 * hours, an hour of skew both ways. The widest of the servers that look at the date at all, which
 * is what a gate wants: what it calls expired and the home server takes would come in unjudged.
 */
export const mastodonWindows: SignatureWindows = {
  lifeMs: 5 * minute,
  lifeMaxMs: 12 * hour,
  skewMs: hour,
};

/** For a home server that looks at no date: what it takes must be proven here too, and judged. */
export const timelessWindows: SignatureWindows = {
  lifeMs: 36_525 * day,
  lifeMaxMs: 36_525 * day,
  skewMs: 36_525 * day,
};

/** Undefined while the signature is good; else what is wrong with its time. */
export function outsideWindow(
  signedAt: EpochMs,
  expiresAt: EpochMs | undefined,
  now: EpochMs,
  windows: SignatureWindows,
): { readonly why: "early" | "expired"; readonly because: string } | undefined {
  const { lifeMs, lifeMaxMs, skewMs } = windows;
  if (signedAt > now + skewMs)
    return { why: "early", because: `dated in the future, ${isoTime(signedAt)}` };
  const ends = Math.min(expiresAt ?? signedAt + lifeMs, signedAt + lifeMaxMs);
  if (now > ends + skewMs) return { why: "expired", because: `dated ${isoTime(signedAt)}` };
  return undefined;
}

/** Seconds since 1970, as `created` and `expires` give them; within what a Date can hold. */
export function momentOf(seconds: number): EpochMs | undefined {
  const ms = Math.round(seconds * 1000);
  return Math.abs(ms) <= 8.64e15 ? after(0 as EpochMs, ms) : undefined;
}

// Minutes of a day where somebody lives: quiet hours, and when a digest is due.

import { after, day, type EpochMs, minute } from "../../base/units.ts";
import type { Subscription } from "../../model/subscription.ts";

const minutesOfDay = day / minute;

/** Whether an IANA time zone goes by that name here. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Made once: making one takes longer than asking it a hundred times. There are some 600 zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const shown = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...shown });
  clocks.set(zone, made);
  return made;
}

/** 0 to 1439, by the clock on the wall there. */
export function minuteOfDay(at: EpochMs, zone: string): number {
  const clock = clockIn(zone);
  const [hours = 0, minutes = 0] = clock.format(at).split(":").map(Number);
  return hours * 60 + minutes;
}

export function isQuiet({ quiet, zone }: Pick<Subscription, "quiet" | "zone">, at: EpochMs) {
  if (quiet === undefined) return false;
  const now = minuteOfDay(at, zone);
  const { from, until } = quiet;
  return from <= until ? now >= from && now < until : now >= from || now < until;
}

/**
 * When a clock is put back it shows the same time twice; no two digests are wanted nearer to each
 * other than this. Chosen by us.
 */
export const digestsApartMs = 2 * 60 * minute;

/** The last moment up to `at` at which a digest was due; undefined: none is wanted. */
export function lastDigestAt(
  { digestAt, zone }: Pick<Subscription, "digestAt" | "zone">,
  at: EpochMs,
): EpochMs | undefined {
  if (digestAt.length === 0) return undefined;
  const now = minuteOfDay(at, zone);
  const ago = Math.min(...digestAt.map((one) => (now - one + minutesOfDay) % minutesOfDay));
  return after(at, -ago * minute - (at % minute));
}

/** "22:00" to minutes of the day; undefined: it is no time. */
export function minutesIn(text: string): number | undefined {
  const [, hours = "", minutes = ""] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return hours === "" ? undefined : Number(hours) * 60 + Number(minutes);
}

export function shownMinutes(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

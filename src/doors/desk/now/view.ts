// All that the page of what happens now shows, as of one moment.

import type { EpochMs } from "../../../base/units.ts";
import type { HouseNow } from "../../../services/now/house-now.ts";
import { type Counts, type Lane, sumOf } from "../../../services/now/lanes.ts";
import type { LastDay } from "../../../services/now/last-day.ts";
import type { Slot } from "../../../services/now/traffic.ts";
import type { DeskParts } from "../desk-parts.ts";
import type { Moments } from "../moments.ts";
import type { Speech } from "../words.ts";

export interface View {
  readonly house: HouseNow;
  readonly day: LastDay;
  readonly slots: readonly Slot[];
  readonly hour: Counts;
  /** Whether nothing is stopped for anybody: then the page says what would have been. */
  readonly watches: boolean;
  /** Nothing has ever come by. */
  readonly isFresh: boolean;
  /** From when on the slots count; undefined: for the whole hour. */
  readonly countedSince: EpochMs | undefined;
}

export interface Shown extends Speech {
  readonly moments: Moments;
}

type ViewParts = Pick<DeskParts, "houseNow" | "lastDays" | "traffic" | "inForce" | "clock">;

/** Throws LedgerDown. */
export async function viewOf(parts: ViewParts): Promise<View> {
  const [house, day] = await Promise.all([parts.houseNow.now(), parts.lastDays.lastDay()]);
  const slots = parts.traffic.slots();
  const hour = sumOf(slots.map(({ counts }) => counts));
  const { since } = parts.traffic;
  const isYoung = parts.clock.now() - since < 60 * 60_000;
  return {
    ...{ house, day, slots, hour },
    watches: (house.status?.mode ?? parts.inForce.mode()) !== "guard",
    isFresh: day.firstAt === undefined && total(hour) === 0,
    countedSince: isYoung ? since : undefined,
  };
}

export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}

export const keptLanes = ["settle", "hold", "reject"] as const satisfies readonly Lane[];
export const wouldLanes = ["wouldSettle", "wouldHold", "wouldReject"] as const satisfies Lane[];

export function sumIn(counts: Counts, lanes: readonly Lane[]): number {
  return lanes.reduce((sum, lane) => sum + counts[lane], 0);
}

/** To the eye: in the largest unit that leaves two figures. */
export function spanText({ number }: Speech, ms: number): string {
  const [unit, size] = units.find(([, size]) => ms >= 2 * size) ?? (["second", 1000] as const);
  return number(Math.round(ms / size), { style: "unit", unit, unitDisplay: "long" });
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

export function bytesText({ number }: Speech, bytes: number): string {
  const [unit, size] =
    bytes >= 1024 ** 3 ? (["gigabyte", 1024 ** 3] as const) : (["megabyte", 1024 ** 2] as const);
  const value = bytes / size;
  return number(value, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
}

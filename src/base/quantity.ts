// Times and sizes as people write them: a number and its unit, "10m", "256KiB".

import { day, hour, minute, second } from "./units.ts";

/** Milliseconds of each unit, longest first. No months and years: they have no fixed length. */
const timeUnits: readonly (readonly [string, number])[] = [
  ["d", day],
  ["h", hour],
  ["m", minute],
  ["s", second],
  ["ms", 1],
];

/** Bytes of each unit, largest first. Only powers of 1024, so that nobody has to guess. */
const sizeUnits: readonly (readonly [string, number])[] = [
  ["GiB", 1024 ** 3],
  ["MiB", 1024 ** 2],
  ["KiB", 1024],
  ["B", 1],
];

/** Milliseconds of "90s", "1.5h" or "1h 30m"; undefined for anything else, a bare number too. */
export function parseDuration(text: string): number | undefined {
  return parseQuantity(text, timeUnits);
}

/** Bytes of "256KiB"; undefined for anything else, a bare number too. */
export function parseSize(text: string): number | undefined {
  return parseQuantity(text, sizeUnits);
}

/** "1h 30m": exact, in as few units as it takes; reads back to the same number. */
export function formatDuration(ms: number): string {
  return formatQuantity(ms, timeUnits, "0s");
}

/** "256KiB": exact; reads back to the same number. */
export function formatSize(bytes: number): string {
  return formatQuantity(bytes, sizeUnits, "0B");
}

/** Longer texts name no quantity that anybody means. */
const textLengthMax = 64;

function parseQuantity(text: string, units: readonly (readonly [string, number])[]) {
  if (text.length > textLengthMax) return undefined;
  const parts = text.trim().split(/(?<=[a-z])\s*(?=\d)/i);
  let sum = 0;
  for (const part of parts) {
    const match = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(part);
    const unit = units.find(([name]) => name === match?.[2]);
    if (match === null || unit === undefined) return undefined;
    sum += Number(match[1]) * unit[1];
  }
  return Number.isSafeInteger(sum) ? sum : Math.round(sum);
}

function formatQuantity(
  amount: number,
  units: readonly (readonly [string, number])[],
  none: string,
): string {
  const parts: string[] = [];
  let rest = amount;
  for (const [name, size] of units) {
    const whole = Math.floor(rest / size);
    if (whole > 0) parts.push(`${whole}${name}`);
    rest -= whole * size;
  }
  return parts.join(" ") || none;
}

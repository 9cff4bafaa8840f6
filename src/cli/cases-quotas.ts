// What `cases list` says of quotas: of whom no more is kept, and what to do about it.

import { formatSize } from "../base/quantity.ts";
import type { Account, Usage } from "../model/usage.ts";
import type { QuotaBounds } from "../services/quotas.ts";
import { printable } from "./printable.ts";

/** More lines would hide the list that they stand below. */
const linesMax = 5;

/** One line for each quota that is used up, the shelf as a whole first. */
export function quotaLines({ all, accounts }: Usage, bounds: QuotaBounds): readonly string[] {
  const full = accounts.filter((one) => isFull(one, bounds.each)).map((one) => lineFor(one));
  const lines = isFull(all, bounds.all) ? [wholeShelf(all.bytes), ...full] : full;
  if (lines.length <= linesMax) return lines;
  return [...lines.slice(0, linesMax), `… and ${lines.length - linesMax} more quotas are used up.`];
}

type Amount = Pick<Account, "deliveries" | "bytes">;

function isFull({ deliveries, bytes }: Amount, bound: Amount): boolean {
  return deliveries >= bound.deliveries || bytes >= bound.bytes;
}

function wholeShelf(bytes: number): string {
  return (
    `No more is kept at all (${sizeOf(bytes)}): rule on what is held, or raise quotas.all_size ` +
    "and quotas.all_deliveries."
  );
}

function lineFor({ kind, name, deliveries, bytes, summaries }: Account): string {
  const held = `${deliveries} kept, ${sizeOf(bytes)}`;
  const more = summaries === 0 ? "" : `, ${summaries} more recorded without their text`;
  const shown = printable(name);
  switch (kind) {
    case "domain":
      return `No more is kept of ${shown} (${held}${more}); breakwater refuse ${shown} ends it.`;
    case "block":
      return `No more is kept from ${shown} (${held}${more}).`;
    case "view":
      return `No more is kept that looks like ${shown} (${held}${more}).`;
  }
}

/** Exact sizes read badly in a sentence. */
function sizeOf(bytes: number): string {
  const unit = [1024 ** 3, 1024 ** 2, 1024].find((one) => bytes >= one) ?? 1;
  return formatSize(Math.round(bytes / unit) * unit);
}

// Figures as the pages write them.

import type { Interval } from "../fit/drawn-again.ts";

export function range({ low, high }: Interval): string {
  return `${percent(low)} to ${percent(high)}`;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isText = (at: number): boolean => rows.every((row) => !/^\d/.test(row[at] ?? ""));
  const rule = head.map((_, at) => (isText(at) ? "---" : "--:"));
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

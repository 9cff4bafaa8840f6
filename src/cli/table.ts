// Tables for terminals: aligned columns, the last one wrapped at the edge.

import { printable } from "./printable.ts";
import { padEnd, padStart, widthOf, wrap } from "./width.ts";

export interface Column {
  readonly title: string;
  readonly align?: "right";
  /** Colours a cell once it is padded; must not change its width. */
  readonly paint?: (text: string) => string;
}

const gap = "  ";
/** Narrower, a wrapped column would be a ladder of single words. */
const lastWidthMin = 20;

/** Cells may hold strangers' text: each is made printable here. No rows: the titles alone. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const shown = rows.map((row) => columns.map((_, index) => printable(row[index] ?? "")));
  const titles = columns.map((column) => column.title);
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...shown].map((row) => widthOf(row[index] ?? ""))),
  );
  const last = columns.length - 1;
  const before = widths.slice(0, last).reduce((sum, one) => sum + one + gap.length, 0);
  widths[last] = Math.min(widths[last] ?? 0, Math.max(lastWidthMin, width - before));
  return [
    ...layOut(columns, titles, widths, false),
    ...shown.flatMap((row) => layOut(columns, row, widths, true)),
  ];
}

function layOut(
  columns: readonly Column[],
  row: readonly string[],
  widths: readonly number[],
  painted: boolean,
): string[] {
  const last = columns.length - 1;
  const wrapped = wrap(row[last] ?? "", widths[last] ?? lastWidthMin);
  return wrapped.map((lastCell, lineIndex) => {
    const cells = columns.map((column, index) => {
      const text = index === last ? lastCell : lineIndex === 0 ? (row[index] ?? "") : "";
      const padded = pad(text, column, widths[index] ?? 0, index === last);
      return painted && text !== "" ? (column.paint?.(padded) ?? padded) : padded;
    });
    return cells.join(gap).trimEnd();
  });
}

function pad(text: string, column: Column, width: number, isLast: boolean): string {
  if (column.align === "right") return padStart(text, width);
  return isLast ? text : padEnd(text, width);
}

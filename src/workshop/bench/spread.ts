// Several runs of the same in three figures.

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Of an even number of runs the higher of the middle two. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? 0;
  return { median: at(sorted.length >> 1), min: at(0), max: at(sorted.length - 1) };
}

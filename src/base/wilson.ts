// How sure a share is: of so many, so many.

export interface Counted {
  readonly of: number;
  readonly part: number;
}

/** Of the normal distribution, the middle 95 of 100. */
const z = 1.959964;

/**
 * The score interval (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", JASA 22, 1927, p. 209–212), as if each were a throw of its own: good near nothing,
 * and too narrow where what came together was held together.
 */
export function wilson({ of: n, part }: Counted): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = part / n;
  const middleOf = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
  return { low: Math.max(0, middleOf - half), high: Math.min(1, middleOf + half) };
}

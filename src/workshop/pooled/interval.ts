// How sure a share is: of so many, so many.

import { seeded } from "../../base/prng.ts";
import { type Interval, middle } from "../fit/drawn-again.ts";

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
export function wilson({ of: n, part }: Counted): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = part / n;
  const middleOf = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
  return { low: Math.max(0, middleOf - half), high: Math.min(1, middleOf + half) };
}

/**
 * The same share on as many replays, drawn anew from these a thousand times: what happens
 * together is drawn together. Where nothing at all was held it knows nothing, and says so by
 * an interval without width.
 */
export function drawnAnew(replays: readonly Counted[]): Interval {
  const random = seeded("replays drawn anew");
  return middle(
    Array.from({ length: 1_000 }, () => {
      const drawn = replays.map(() => replays[Math.floor(random() * replays.length)]);
      return shareOf(summed(drawn.filter((one) => one !== undefined)));
    }),
  );
}

export function summed(all: readonly Counted[]): Counted {
  return all.reduce((sum, one) => ({ of: sum.of + one.of, part: sum.part + one.part }), {
    of: 0,
    part: 0,
  });
}

export function shareOf({ of, part }: Counted): number {
  return part / Math.max(1, of);
}

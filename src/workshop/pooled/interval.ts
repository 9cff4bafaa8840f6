// How sure a share is: of so many, so many.

import { seeded } from "../../base/prng.ts";
import type { Counted } from "../../base/wilson.ts";
import { type Interval, middle } from "../fit/drawn-again.ts";

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

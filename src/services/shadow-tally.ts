// How often the shadow configuration would have done otherwise, since both stand as they are.

import { z } from "zod";
import { type EpochMs, epochMs, minute } from "../base/units.ts";
import type { Action } from "../model/verdict.ts";
import type { Clock } from "../ports/clock.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { InForce } from "./in-force.ts";
import { ownValue } from "./own-value.ts";

const tallyShape = z.object({
  /** The two policies by their digests: others begin anew. */
  policy: z.string(),
  shadow: z.string(),
  since: z.number(),
  /** By `verdict shadow`, such as "accept hold". */
  counts: z.record(z.string(), z.int()),
});

type Tally = z.infer<typeof tallyShape>;

export interface ShadowTally {
  readonly journal: Journal;
  /** Writes down what was counted. Throws LedgerDown, and then keeps it for the next time. */
  flush(): Promise<void>;
}

const tallied = ownValue("shadow-tally", tallyShape);

/** A crash loses no more than this. */
export const shadowTallyEveryMs = minute;

export function makeShadowTally(
  { policy, shadow }: Pick<InForce, "policy" | "shadow">,
  ledger: Pick<Ledger, "setting" | "putSetting">,
  clock: Pick<Clock, "now">,
): ShadowTally {
  let counted = new Map<string, number>();
  let pair = "";

  const pairNow = (): string => `${policy().digest} ${shadow()?.digest ?? ""}`;

  return {
    journal: {
      ...deaf,
      shadowed(_, { action }, other) {
        if (pair !== pairNow()) counted = new Map();
        pair = pairNow();
        const key = `${action} ${other.action}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
      },
    },
    async flush() {
      if (counted.size === 0) return;
      const [own = "", other = ""] = pair.split(" ");
      const before = await tallied.read(ledger);
      const goesOn = before?.policy === own && before.shadow === other;
      const counts = goesOn ? { ...before.counts } : {};
      for (const [key, count] of counted) counts[key] = (counts[key] ?? 0) + count;
      const written = counted;
      counted = new Map();
      try {
        const since = goesOn ? before.since : clock.now();
        const tally: Tally = { policy: own, shadow: other, since, counts };
        await tallied.write(ledger, tally);
      } catch (error) {
        for (const [key, count] of written) counted.set(key, (counted.get(key) ?? 0) + count);
        throw error;
      }
    },
  };
}

/** What the shadow would have done otherwise: for `status` and `week`. */
export interface ShadowSays {
  readonly since: EpochMs;
  readonly weighed: number;
  readonly differing: readonly {
    readonly action: Action;
    readonly shadow: Action;
    readonly count: number;
  }[];
}

/** Of the shadow that was last counted, most frequent first. Throws LedgerDown. */
export async function shadowSays(ledger: Pick<Ledger, "setting">): Promise<ShadowSays | undefined> {
  const tally = await tallied.read(ledger);
  if (tally === undefined) return undefined;
  const pairs = Object.entries(tally.counts).map(([key, count]) => {
    const [action = "", shadow = ""] = key.split(" ");
    return { action: action as Action, shadow: shadow as Action, count };
  });
  return {
    since: epochMs(tally.since),
    weighed: pairs.reduce((sum, { count }) => sum + count, 0),
    differing: pairs
      .filter(({ action, shadow }) => action !== shadow)
      .sort((a, b) => b.count - a.count),
  };
}

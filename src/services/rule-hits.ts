// What rules met of live mail: counted as it comes, written down every few seconds.

import { z } from "zod";
import { Recent } from "../base/recent.ts";
import { after, type EpochMs, epochMs, second } from "../base/units.ts";
import type { AdminRule, RuleId } from "../model/admin-rule.ts";
import type { Receipt } from "../model/ids.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { recordsOf } from "./own-records.ts";

const moment = z.number().transform((ms) => epochMs(ms));

const shape = z.object({
  shadow: z.int(),
  inForce: z.int(),
  lastAt: moment,
  /** Of those in the shadow, the first; afterwards the last. No sender, no word. */
  shadowReceipts: z.array(z.string().transform((one) => one as Receipt)).readonly(),
  receipts: z.array(z.string().transform((one) => one as Receipt)).readonly(),
});

export type RuleHits = Readonly<z.infer<typeof shape>>;

const shelf = recordsOf("rule-hits", shape);

/** Of each sort; enough to look through, and to say what became of them. Chosen by us. */
const receiptsMax = 200;

/** What a crash may cost. Chosen by us, as of all that is only counted. */
const flushEveryMs = 2 * second;

/** A delivery is judged again while it settles, and counted once. */
const rememberedMax = 10_000;

export interface HitTally {
  met(rule: AdminRule, receipt: Receipt, at: EpochMs): void;
  /** Writes what is due to be. Throws LedgerDown; what was counted stays counted. */
  flush(records: OwnRecords, now: EpochMs): Promise<void>;
}

/** Throws LedgerDown. Undefined: it met nothing yet. */
export async function hitsOf(records: OwnRecords, id: RuleId): Promise<RuleHits | undefined> {
  return (await shelf.get(records, id))?.value;
}

export function makeHitTally(): HitTally {
  const counted = new Recent<string, true>(rememberedMax);
  let waiting = new Map<RuleId, RuleHits>();
  let flushedAt = epochMs(0);

  return {
    met(rule, receipt, at) {
      const key = `${rule.id} ${receipt}`;
      if (counted.get(key) !== undefined) return;
      counted.set(key, true);
      waiting.set(rule.id, withOne(waiting.get(rule.id) ?? none, rule, receipt, at));
    },
    async flush(records, now) {
      if (waiting.size === 0 || now < after(flushedAt, flushEveryMs)) return;
      flushedAt = now;
      const [batch, left] = [waiting, new Map(waiting)];
      waiting = new Map();
      try {
        for (const [id, more] of batch) {
          const before = (await hitsOf(records, id)) ?? none;
          const whole = added(before, more);
          await shelf.put(records, { id, about: "", at: whole.lastAt }, whole);
          left.delete(id);
        }
      } catch (error) {
        for (const [id, more] of waiting) left.set(id, added(left.get(id) ?? none, more));
        waiting = left;
        throw error;
      }
    },
  };
}

const none: RuleHits = {
  shadow: 0,
  inForce: 0,
  lastAt: epochMs(0),
  shadowReceipts: [],
  receipts: [],
};

function withOne(hits: RuleHits, { state }: AdminRule, receipt: Receipt, at: EpochMs): RuleHits {
  const inShadow = state === "shadow";
  return added(hits, {
    shadow: inShadow ? 1 : 0,
    inForce: inShadow ? 0 : 1,
    lastAt: at,
    shadowReceipts: inShadow ? [receipt] : [],
    receipts: inShadow ? [] : [receipt],
  });
}

function added(one: RuleHits, other: RuleHits): RuleHits {
  return {
    shadow: one.shadow + other.shadow,
    inForce: one.inForce + other.inForce,
    lastAt: epochMs(Math.max(one.lastAt, other.lastAt)),
    shadowReceipts: [...one.shadowReceipts, ...other.shadowReceipts].slice(0, receiptsMax),
    receipts: [...one.receipts, ...other.receipts].slice(-receiptsMax),
  };
}

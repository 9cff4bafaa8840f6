// An admin's rules at hand in the gate: read once a second where anything was written of them,
// asked on every contact that is read.

import { after, epochMs, minute, second } from "../base/units.ts";
import { ruleSetOf } from "../engine/rules/rule-set.ts";
import type { Clock } from "../ports/clock.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { RuleBook } from "../ports/ports.ts";
import { adminRules, expireRules, rulesMark } from "./admin-rules.ts";
import { makeHitTally } from "./rule-hits.ts";

export interface StandingRules extends Pick<RuleBook, "ruled" | "readsAll"> {
  /** Reads what changed, writes what was counted. Throws LedgerDown. */
  refresh(): Promise<void>;
}

/** Chosen by us: a rule that an admin ends does nothing after this long. */
const lookEveryMs = second;

/** What is past its time meets nothing at once, and is written off within this. */
const expireEveryMs = minute;

export function makeStandingRules(records: OwnRecords, clock: Clock): StandingRules {
  const tally = makeHitTally();
  let set = ruleSetOf([], clock);
  let [mark, lookAt, expireAt] = ["", epochMs(0), epochMs(0)];

  async function look(): Promise<void> {
    const now = await rulesMark(records);
    if (now === mark) return;
    set = ruleSetOf(await adminRules(records), clock);
    mark = now;
  }

  return {
    async refresh() {
      const now = clock.now();
      if (now < lookAt) return;
      lookAt = after(now, lookEveryMs);
      await tally.flush(records, now);
      if (now >= expireAt && !set.isEmpty) {
        expireAt = after(now, expireEveryMs);
        await expireRules(records, now);
      }
      await look();
    },
    readsAll: () => set.reachesAll,
    ruled(contact) {
      if (set.isEmpty) return [];
      const hits = set.hits(contact);
      const { receipt, at } = contact.arrival.delivery;
      for (const { rule } of hits) tally.met(rule, receipt, at);
      return hits;
    },
  };
}

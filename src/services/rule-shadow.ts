// What became of the mail that a rule met in the shadow, and rules that come in force by
// themselves.

import { minute } from "../base/units.ts";
import type { AdminRule } from "../model/admin-rule.ts";
import type { Receipt } from "../model/ids.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { adminRules, confirmRule, staysInShadow } from "./admin-rules.ts";
import { hitsOf } from "./rule-hits.ts";

interface Stores {
  readonly records: OwnRecords;
  readonly ledger: Pick<Ledger, "find">;
  readonly chronicle: Pick<Chronicle, "find">;
}

export interface ShadowMet {
  /** Deliveries. */
  readonly met: number;
  /** Of those that are remembered by their receipt, how many were let in and are not ruled spam. */
  readonly letIn: number;
}

/** Throws LedgerDown. */
export async function shadowMet(rule: AdminRule, stores: Stores): Promise<ShadowMet> {
  const hits = await hitsOf(stores.records, rule.id);
  if (hits === undefined) return { met: 0, letIn: 0 };
  let letIn = 0;
  for (const receipt of hits.shadowReceipts) if (await wasLetIn(receipt, stores)) letIn++;
  return { met: hits.shadow, letIn };
}

/** As the gate would have it: in watch mode all is passed on, whatever is thought of it. */
async function wasLetIn(receipt: Receipt, { ledger, chronicle }: Stores): Promise<boolean> {
  const kept = await ledger.find(receipt);
  if (kept !== undefined) {
    const { state, ruledBy } = kept;
    if (state === "delivered" || state === "releasing") return true;
    return state === "held" && ruledBy !== undefined;
  }
  const decision = await chronicle.find(receipt);
  return decision === undefined || decision.action === "accept" || decision.action === "flag";
}

/** How often rules are looked at that may come in force by themselves. Chosen by us. */
export const matureEveryMs = minute;

/** Those whose day is over: in force, or, where they met what was let in, left for somebody. */
export async function matureRules(stores: Stores & { readonly clock: Pick<Clock, "now"> }) {
  const at = stores.clock.now();
  const hand = { by: "gate", at, through: "gate" } as const;
  for (const rule of await adminRules(stores.records)) {
    if (rule.state !== "shadow" || !rule.byItself || rule.readyAt > at) continue;
    const { met, letIn } = await shadowMet(rule, stores);
    if (letIn === 0) await confirmRule(stores.records, rule.id, undefined, hand);
    else await staysInShadow(stores.records, rule, `of ${met} that it met ${letIn} were let in`);
  }
}

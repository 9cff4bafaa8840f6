// What admins decided at hand: read from the ledger every second or so, asked on every delivery.

import type { EpochMs } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import type { RecipientRule, Rule } from "../model/rule.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { RuleBook } from "../ports/ports.ts";
import { noOrders, type OrdersInForce } from "./cases/orders-in-force.ts";
import { type HostLadder, makeHostLadder } from "./host-ladder.ts";
import { makeStandingRules } from "./standing-rules.ts";

export interface LedgerRuleBook extends RuleBook, Pick<HostLadder, "toAsk" | "told"> {
  /** Reads all anew. Throws LedgerDown and MemoryDown; what was read before stays in force. */
  refresh(): Promise<void>;
}

/**
 * `say`: a line of the log, where a host comes to another rung of its ladder. `orders`: on
 * campaigns, where moderators may give any.
 */
export function makeRuleBook(
  ledger: Ledger,
  records: OwnRecords,
  clock: Clock,
  say?: (fields: object, sentence: string) => void,
  orders: Pick<OrdersInForce, "ordersOn" | "refresh"> = noOrders,
): LedgerRuleBook {
  const ladder = makeHostLadder(ledger, clock, say);
  const own = makeStandingRules(records, clock);
  let byActor = new Map<string, Rule>();
  let byHost = new Map<string, Rule>();
  let modes = new Map<ActorId, RecipientRule["mode"]>();
  const inForce = (rule: Rule | undefined, at: EpochMs): rule is Rule =>
    rule !== undefined && (rule.expiresAt === undefined || rule.expiresAt > at);

  return {
    async refresh() {
      const [rules, recipients] = await Promise.all([ledger.rules(), ledger.recipients()]);
      modes = new Map(recipients.map(({ recipient, mode }) => [recipient, mode]));
      byActor = new Map();
      byHost = new Map();
      for (const rule of rules) {
        if (rule.subject.kind === "actor") byActor.set(rule.subject.actor, rule);
        else byHost.set(rule.subject.host, rule);
      }
      await Promise.all([ladder.refresh(), orders.refresh(), own.refresh()]);
    },

    ordersOn: (campaign) => orders.ordersOn(campaign),
    ruled: (contact) => own.ruled(contact),
    readsAll: () => own.readsAll(),
    neglectOf: (domain, host) => ladder.neglectOf(domain, host),
    toAsk: () => ladder.toAsk(),
    told: (domain, open) => ladder.told(domain, open),
    modeOf: (recipient) => modes.get(recipient) ?? "normal",

    /** The narrowest rule decides: an actor's before its host's before its domain's. */
    find(actor, domain, host) {
      if (byActor.size === 0 && byHost.size === 0) return undefined;
      const at = clock.now();
      const candidates = [byActor.get(actor), byHost.get(host), byHost.get(domain)];
      return candidates.find((rule) => inForce(rule, at))?.decision;
    },
  };
}

// What a moderator's standing order on a campaign makes of a contact that belongs to it.

import { covers, isForgiven } from "../engine/campaigns/case-order.ts";
import { judge } from "../engine/judge.ts";
import type { Policy } from "../engine/policy.ts";
import { isStranger } from "../engine/standing.ts";
import { likenessOf } from "../engine/views/likeness.ts";
import type { CaseOrder } from "../model/case-order.ts";
import type { Acquaintance, Observation } from "../model/observation.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import type { Ports } from "../ports/ports.ts";
import type { InTime } from "./within.ts";

/**
 * The order that covers it, of several the latest; undefined for nearly all mail, at the cost of a
 * look. Whoever only claims to have sent it is judged as ever.
 */
export async function orderCovering(
  { arrival, facts }: Observation,
  { memory, ruleBook }: Pick<Ports, "memory" | "ruleBook">,
  inTime: InTime,
): Promise<CaseOrder | undefined> {
  const { delivery, sender } = arrival;
  const id = facts.campaign.known ? facts.campaign.value.id : undefined;
  if (id === undefined || !sender.proven) return undefined;
  const orders = ruleBook.ordersOn(id).filter(({ at }) => delivery.at > at);
  if (orders.length === 0) return undefined;
  const likeness = likenessOf(arrival, facts.profile, delivery.at);
  for (const order of orders) {
    const links = await inTime(memory.alikeTo(likeness, order.copies));
    if (links !== undefined && covers(order, likeness, links)) return order;
  }
  return undefined;
}

/** By itself, without what was found harmless: nothing is waited for, who is alike is known. */
export function judgedByOrder(
  order: CaseOrder | undefined,
  seen: Observation,
  policy: Policy,
): Verdict {
  const plain = judge(seen, policy);
  if (order?.decision !== "allow") return plain;
  const left = judge(seen, policy, (one) => !isForgiven(one));
  const forgiven = plain.evidence.filter(isForgiven).map(({ symbol }) => symbol);
  const which = forgiven.length === 0 ? "" : `, so that ${forgiven.join(", ")} count for nothing`;
  const because = `a copy of ${order.campaign}, which ${order.by} found not to be spam${which}`;
  const action = left.action === "settle" ? "accept" : left.action;
  return { ...left, action, evidence: [reason("CASE_ALLOWED", because), ...left.evidence] };
}

/** What nobody here knows is refused at once; of people with a record here a moderator is told. */
export function underRefusal(
  order: CaseOrder | undefined,
  verdict: Verdict,
  { facts }: Observation,
  { ties }: Acquaintance,
): Verdict {
  if (order?.decision !== "refuse" || verdict.action === "reject") return verdict;
  const { actorHistory } = facts;
  const stranger = actorHistory.known && isStranger(actorHistory.value);
  const copy = `a copy of ${order.campaign}, which ${order.by} refuses`;
  if (stranger && !ties.some(({ solicited }) => solicited)) {
    const evidence = reason("CASE_REFUSED", `${copy}, whoever sends it`);
    return { ...verdict, action: "reject", evidence: [evidence, ...verdict.evidence] };
  }
  const spared = reason("CASE_SPARED", `${copy}, but people here know who sent it`);
  const action = verdict.action === "accept" ? "flag" : verdict.action;
  return { ...verdict, action, evidence: [...verdict.evidence, spared] };
}

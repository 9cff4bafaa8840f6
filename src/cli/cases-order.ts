// `cases refuse c41 --keep`, `cases release c41 --never-again`: the order beside the ruling.

import type { EpochMs } from "../base/units.ts";
import type { OrderRefused } from "../services/cases/orders.ts";
import { ordersMax } from "../services/cases/orders.ts";
import { campaignIn } from "../services/cases/preview.ts";
import type { Ordered } from "../services/cases/standing.ts";
import { Complaint } from "./exit-code.ts";
import { momentAhead, shortTime } from "./moment.ts";
import { printable } from "./printable.ts";

export interface OrderAsked {
  /** Undefined: it ends by itself. */
  readonly until: EpochMs | undefined;
}

interface Options {
  readonly keep?: boolean;
  readonly neverAgain?: boolean;
  readonly until?: string;
}

/** Undefined where none is asked for. */
export function orderAsked(
  named: readonly string[],
  { keep, neverAgain, until }: Options,
  now: EpochMs,
): OrderAsked | undefined {
  if (!keep && !neverAgain) {
    if (until === undefined) return undefined;
    throw new Complaint("--until is when an order ends: give it with --keep or --never-again.");
  }
  const single = named.find((name) => campaignIn(name) === undefined);
  if (single !== undefined)
    throw new Complaint(
      `"${printable(single)}" is no case: an order is on a whole case, such as c41.`,
    );
  return { until: until === undefined ? undefined : momentAhead(until, now) };
}

/** `isNow`: it was given; else it would be, or will be with the ruling. */
export function orderLines(
  order: OrderAsked | undefined,
  ordered: readonly Ordered[],
  isNow: boolean,
): string[] {
  if (order === undefined) return [];
  if (!isNow) return ["The order on what comes later comes with the ruling."];
  return ordered.flatMap(({ campaign, came }) =>
    typeof came === "string" ? [`${campaign}: ${notOrdered[came]}`] : givenLines(came),
  );
}

const notOrdered: Readonly<Record<OrderRefused, string>> = {
  "no copies":
    "no order was given: nothing of it is left to read that an order could go by. " +
    "Give it when the next one is held.",
  "too many":
    `no order was given: ${ordersMax} stand already. ` +
    '"breakwater cases orders" shows which have nothing to do.',
};

function givenLines({ order, ended }: Exclude<Ordered["came"], string>): string[] {
  const { campaign, decision, endsAt } = order;
  const fate = decision === "refuse" ? "refused when they come" : "let in, whoever else sends them";
  const lines = ended.map(
    (one) => `The order to ${one.decision} ${one.campaign}, by ${printable(one.by)}, has ended.`,
  );
  const until = `until ${shortTime(endsAt)} UTC, or thirty days after the last`;
  lines.push(`${campaign}: from now on copies of it are ${fate}, ${until}.`);
  lines.push(`"breakwater cases orders --end ${campaign}" ends that.`);
  return lines;
}

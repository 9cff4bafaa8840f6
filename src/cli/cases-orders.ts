// `cases orders`: what moderators ordered on campaigns for what comes later, and its end.

import { amount } from "../base/amount.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Hand } from "../model/hand.ts";
import type { CaseBook } from "../ports/case-book.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { endOrders, type StandingOrder, standingOrders } from "../services/cases/orders.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { table } from "./table.ts";

export interface OrderStores {
  readonly ledger: Pick<CaseBook, "caseRecord">;
  readonly ownRecords: OwnRecords;
}

/** Exit code 1 if there is none. */
export async function runOrders(
  ends: CampaignId | undefined,
  options: { readonly json?: boolean },
  { ledger, ownRecords }: OrderStores,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const found =
    ends === undefined
      ? await standingOrders(ownRecords, hand.at, ledger)
      : await endOrders(ends, hand, ownRecords, ledger);
  if (options.json) printJson(output, found.map(orderAsJson));
  else for (const line of linesFor(found, ends, output)) output.line(line);
  return found.length === 0 ? exitCodes.no : exitCodes.done;
}

function linesFor(
  found: readonly StandingOrder[],
  ends: CampaignId | undefined,
  output: Output,
): string[] {
  if (ends !== undefined) {
    if (found.length === 0) return [`No order stands on ${ends}.`];
    return found.map((one) => `The order to ${one.decision} ${nameOf(one)} has ended.`);
  }
  if (found.length === 0) return ["No order stands on any case."];
  const titles = ["case", "does", "since (UTC)", "by", "until", "so far"];
  const columns = titles.map((title) => ({ title }));
  return table(
    columns,
    found.map(cellsOf),
    output.interactive ? output.width : Number.POSITIVE_INFINITY,
  );
}

function cellsOf(order: StandingOrder): string[] {
  const { decision, by, at, endsAt, taken, lastAt } = order;
  const last = lastAt === undefined ? "" : `, the last ${shortTime(lastAt)}`;
  const [what, soFar] =
    decision === "refuse" ? (["refuses", "refused"] as const) : (["lets in", "let in"] as const);
  const some = amount(taken, "delivery", "deliveries");
  return [nameOf(order), what, shortTime(at), by, shortTime(endsAt), `${some} ${soFar}${last}`];
}

/** As it was given; where its campaign has met another, also what that goes by now. */
function nameOf({ campaign, now }: StandingOrder): string {
  return campaign === now ? campaign : `${campaign} (now ${now})`;
}

export function orderAsJson(order: StandingOrder): object {
  const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  const { decision, campaign, now, by, taken } = order;
  const moments = { at: iso(order.at), endsAt: iso(order.endsAt), lastAt: iso(order.lastAt) };
  return { decision, campaign, now, by, taken, ...moments };
}

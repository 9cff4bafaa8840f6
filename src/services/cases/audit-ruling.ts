// What the audit says of a ruling: one line under each name that it was given under.

import { amount } from "../../base/amount.ts";
import type { Hand } from "../../model/hand.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { noteAudit } from "../audit.ts";
import { subjectsOf } from "./apply.ts";
import type { Preview } from "./preview.ts";
import { type RulingSums, sumsOf } from "./sums.ts";

/** Throws LedgerDown. */
export async function auditRuling(
  preview: Preview,
  hand: Hand,
  records: OwnRecords,
): Promise<void> {
  const did = preview.asked.word === "release" ? "released" : "refused";
  const sums = sumsOf(preview);
  const details = [amountOf(sums), ...leftOut(sums)].join("; ");
  const line = { ...hand, did, details } as const;
  const subjects = subjectsOf(preview);
  await Promise.all(subjects.map((about) => noteAudit(records, { ...line, about })));
}

export function amountOf({
  deliveries,
  senders,
  domains,
}: Pick<RulingSums, "deliveries" | "senders" | "domains">): string {
  const of = `${amount(senders, "sender")} from ${amount(domains, "domain")}`;
  return `${amount(deliveries, "delivery", "deliveries")} of ${of}`;
}

function leftOut({ left }: RulingSums): string[] {
  return Object.entries(left).map(([because, count]) => `${count} left out: ${because}`);
}

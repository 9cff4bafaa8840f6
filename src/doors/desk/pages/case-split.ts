// Those ticked in a case's list leave it: they are a case of their own.

import type { Receipt } from "../../../model/ids.ts";
import { campaignIn } from "../../../services/cases/preview.ts";
import { namedMax, splitCase } from "../../../services/cases/split.ts";
import { pageOf } from "../links.ts";
import { type Answer, type Asked, NotThere, type Route, WrongInput } from "../page.ts";

export const caseSplitRoutes: readonly Route[] = [
  { method: "POST", path: "/cases/:case/split", may: "rule", answer: split },
];

/** Leads to what left: a case, or the delivery where it is one alone. */
async function split({ params, form, words, parts, hand }: Asked): Promise<Answer> {
  const from = campaignIn(params["case"] ?? "");
  if (from === undefined) throw new NotThere("no case");
  const receipts = form.getAll("also").slice(0, namedMax) as Receipt[];
  const stores = { ledger: parts.ledger, memory: parts.memory, records: parts.ownRecords };
  const done = await splitCase({ from, receipts }, hand(), stores);
  if (done === "no such case") throw new NotThere(from);
  if (typeof done === "string") throw new WrongInput(words.caseWords.notSplit[done]);
  const [only, ...more] = done.moved;
  const isAlone = only !== undefined && more.length === 0;
  return { kind: "redirect", to: isAlone ? pageOf.delivery(only) : pageOf.case(done.into) };
}

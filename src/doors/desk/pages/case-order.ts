// An order that stands on a case, "keep refusing" or "never again", and how it is ended.

import { html } from "hono/html";
import type { CampaignId } from "../../../model/campaign.ts";
import { endOrders, type StandingOrder, standingOrders } from "../../../services/cases/orders.ts";
import { campaignIn } from "../../../services/cases/preview.ts";
import { pageOf } from "../links.ts";
import { type Answer, type Asked, type Html, NotThere, type Route } from "../page.ts";

export const caseOrderRoutes: readonly Route[] = [
  { method: "POST", path: "/cases/:case/order-end", may: "rule", answer: end },
];

export async function orderSection(asked: Asked, campaign: CampaignId): Promise<Html> {
  const { parts, now } = asked;
  const all = await standingOrders(parts.ownRecords, now, parts.ledger);
  const own = all.filter((one) => one.now === campaign || one.campaign === campaign);
  return html`${own.map((one) => orderNote(asked, one, campaign))}`;
}

function orderNote(asked: Asked, order: StandingOrder, campaign: CampaignId): Html {
  const { words, say, moments, formKey } = asked;
  const { order: saying } = words.caseWords;
  const { decision, by, taken, endsAt } = order;
  const sentence = say(saying[decision], { by, taken, when: moments.text(endsAt) });
  return html`<div class="note"><form method="post" action="${pageOf.case(campaign)}/order-end"
 class="actions">${formKey}<p>${sentence}</p>
<button class="quiet">${saying.end}</button></form></div>`;
}

async function end({ params, parts, hand }: Asked): Promise<Answer> {
  const campaign = campaignIn(params["case"] ?? "");
  if (campaign === undefined) throw new NotThere("no case");
  await endOrders(campaign, hand(), parts.ownRecords, parts.ledger);
  return { kind: "redirect", to: pageOf.case(campaign) };
}

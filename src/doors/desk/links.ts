// From a name that a line or a table holds to the page that is about it.

import { html } from "hono/html";
import { campaignNumber } from "../../engine/campaigns/campaign-id.ts";
import type { Html } from "./page.ts";

/** The page about a campaign's case, a kept delivery, an actor, a host or a signal. */
export const pageOf = {
  case: (id: string): string => `/cases/${encodeURIComponent(id)}`,
  delivery: (receipt: string): string => `/deliveries/${encodeURIComponent(receipt)}`,
  sender: (actor: string): string => `/senders/${encodeURIComponent(actor)}`,
  host: (host: string): string => `/hosts/${encodeURIComponent(host)}`,
  signal: (symbol: string): string => `/signals/${encodeURIComponent(symbol)}`,
};

/** Whatever a line of the audit is about; what has no page is only named. */
export function subjectLink(about: string): Html {
  const page = pageAbout(about);
  const name = html`<span class="strange">${about}</span>`;
  return page === undefined ? name : html`<a href="${page}">${name}</a>`;
}

function pageAbout(about: string): string | undefined {
  if (campaignNumber(about) !== undefined) return pageOf.case(about);
  if (/^https?:\/\//.test(about)) return pageOf.sender(about);
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/i.test(about)) return pageOf.delivery(about);
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(about) ? pageOf.host(about) : undefined;
}

// One case: what it is, and one word on all of it.

import { html } from "hono/html";
import { z } from "zod";
import type { CampaignId } from "../../../model/campaign.ts";
import type { Receipt } from "../../../model/ids.ts";
import { noteAudit } from "../../../services/audit.ts";
import { type CaseView, caseView } from "../../../services/cases/case-view.ts";
import { inMind } from "../../../services/cases/knowing.ts";
import {
  giveRuling,
  pendingRulings,
  pendingWords,
  receiptsMax,
} from "../../../services/cases/pending.ts";
import { campaignIn, previewRuling, type RulingAsked } from "../../../services/cases/preview.ts";
import { pageOf } from "../links.ts";
import {
  type Answer,
  type Asked,
  type Html,
  NotThere,
  type Route,
  readAs,
  visitorMay,
} from "../page.ts";
import { growthPlot } from "../plot-kinds.ts";
import { appealsSection } from "./appeals.ts";
import { actionsOf, caseActs } from "./case-actions.ts";
import { membersSection } from "./case-members.ts";
import { notesSection } from "./case-notes.ts";
import { caseOrderRoutes, orderSection } from "./case-order.ts";
import {
  actsSection,
  alikeSection,
  commonSection,
  evidenceSection,
  whoSection,
} from "./case-sections.ts";
import { caseSplitRoutes } from "./case-split.ts";
import { undoBar, whatHappened } from "./undo.ts";

export const caseRoutes: readonly Route[] = [
  { method: "GET", path: "/cases/:case", may: "read", answer: (asked) => casePage(asked, false) },
  { method: "POST", path: "/cases/:case/private", may: "rule", answer: readPrivate },
  { method: "POST", path: "/cases/:case/ruling", may: "rule", answer: rule },
  ...caseOrderRoutes,
  ...caseSplitRoutes,
];

const query = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1).catch(1) });

/** A case that was ruled spam proposes rules, to whoever may write them. */
function rulesLink(asked: Asked, { record }: CaseView): Html {
  if (record.ruled?.ruling !== "spam" || !visitorMay(asked, "govern")) return html``;
  const to = `/rules/propose?case=${encodeURIComponent(record.campaign)}`;
  return html`<p><a href="${to}">${asked.words.caseWords.proposesRules}</a></p>`;
}

async function casePage(asked: Asked, alsoPrivate: boolean): Promise<Answer> {
  const named = asked.params["case"] ?? "";
  const campaign = campaignIn(named);
  if (campaign === undefined) return { kind: "redirect", to: pageOf.delivery(named) };
  const view = await viewOf(asked, campaign, alsoPrivate);
  if (view.record.campaign !== campaign)
    return { kind: "redirect", to: pageOf.case(view.record.campaign) };
  const { page } = readAs(query, asked.query);
  const arrivals = view.members.map(({ at }) => at);
  const order = await orderSection(asked, campaign);
  const appeals = await appealsSection(asked, { campaign, kept: view.kept });
  const body = html`${whatHappened(asked)}${statusOf(asked, view)}${order}${overview(asked, view)}
${appeals}
${commonSection(asked, view)}${await actionsOf(asked, view)}${rulesLink(asked, view)}
${growthPlot(asked, arrivals)}${whoSection(asked, view)}${evidenceSection(asked, view)}
${alikeSection(asked, view)}${membersSection(asked, view, page)}
${await notesSection(asked, campaign)}${actsSection(asked, view)}`;
  const title = asked.say(asked.words.caseWords.title, { id: campaign });
  return { kind: "page", title, body, plots: true, islands: ["plot", "undo"] };
}

async function viewOf(
  { parts, now }: Asked,
  campaign: CampaignId,
  alsoPrivate: boolean,
): Promise<CaseView> {
  const campaigns = inMind(parts.memory, parts.clock);
  const stores = { ...parts, records: parts.ownRecords, campaigns };
  const view = await caseView({ campaign, alsoPrivate, now }, stores);
  if (view === undefined) throw new NotThere(campaign);
  return view;
}

/** What was said of it, or is about to be. */
function statusOf(asked: Asked, view: CaseView): Html {
  const { words, say, moments } = asked;
  if (view.pending !== undefined) return undoBar(asked, view.pending);
  const { ruled } = view.record;
  if (ruled === undefined) return html``;
  const sentence = ruled.ruling === "spam" ? words.caseWords.ruledSpam : words.caseWords.ruledHam;
  const back = view.kept.filter(({ state, bytes }) => state === "rejected" && bytes > 0).length;
  const hint =
    ruled.ruling === "ham"
      ? words.caseWords.noWayBack
      : back === 0
        ? ""
        : say(words.caseWords.wayBack, { count: back });
  const { by } = ruled;
  return html`<div class="note"><p>${say(sentence, { by, when: moments.awayText(ruled.at) })}
${hint}</p></div>`;
}

function overview(asked: Asked, view: CaseView): Html {
  const { words, say, moments, number } = asked;
  const { members, told, senders, domains, recipients, silence, more, nextReplayUntil } = view;
  const times = members.map(({ at }) => at).sort((a, b) => a - b);
  const lead = say(words.caseWords.lead, {
    contacts: Math.max(told?.size ?? 0, members.length),
    senders: Math.max(told?.actors ?? 0, senders.all),
    domains: Math.max(told?.domains ?? 0, domains.all),
    people: Math.max(told?.recipients ?? 0, recipients.all),
    first: moments.awayText(times[0] ?? asked.now),
    last: moments.awayText(times.at(-1) ?? asked.now),
  });
  const until =
    nextReplayUntil === undefined
      ? ""
      : html`<div><dt>${words.caseWords.until}</dt><dd>${moments.at(nextReplayUntil)}
<small>${words.caseWords.untilHint}</small></dd></div>`;
  const late =
    view.beyond === 0 ? "" : html`<p>${say(words.caseWords.beyond, { count: view.beyond })}</p>`;
  const digits = (value: number): string => number(value, { maximumFractionDigits: 1 });
  const { least, middle, most } = view.scores;
  const scores = say(words.caseWords.scoresHint, {
    ...{ least: digits(least), middle: digits(middle), most: digits(most) },
  });
  return html`<p class="lead">${lead}</p>
${silence === undefined ? "" : html`<p class="note warn">${words.caseWords.silent}</p>`}
${more ? html`<p class="note warn">${words.caseWords.more}</p>` : ""}
<dl class="figures"><div><dt>${words.caseWords.kept}</dt><dd>${number(view.kept.length)}
<small>${statesLine(asked, view)}</small></dd></div>
<div><dt>${words.caseWords.scores}</dt><dd>${digits(middle)} <small>${scores}</small></dd></div>
${recalls(asked, view)}${until}</dl>${late}`;
}

function statesLine({ words, number }: Asked, { states }: CaseView): string {
  const all = Object.entries(states) as [keyof typeof words.caseWords.states, number][];
  return all
    .map(([state, count]) => `${number(count)} ${words.caseWords.states[state]}`)
    .join(", ");
}

function recalls({ words, say, number }: Asked, { listed, withdrawn }: CaseView): Html {
  if (listed === 0) return html``;
  const hint = say(words.caseWords.recallHint, { listed: listed - withdrawn, withdrawn });
  return html`<div><dt>${words.caseWords.reached}</dt><dd>${number(listed)}
<small>${hint}</small></dd></div>`;
}

/** Words that were not for everybody: a step of its own, which is written down. */
async function readPrivate(asked: Asked): Promise<Answer> {
  const about = campaignIn(asked.params["case"] ?? "");
  if (about === undefined) throw new NotThere("no case");
  const line = { ...asked.hand(), did: "read private posts", about, details: "" } as const;
  await noteAudit(asked.parts.ownRecords, line);
  return casePage(asked, true);
}

const act = z.object({
  act: z.enum([
    ...(Object.keys(caseActs) as (keyof typeof caseActs)[]),
    ...(["refuse-ticked", "release-ticked"] as const),
  ]),
});

async function rule(asked: Asked): Promise<Answer> {
  const campaign = campaignIn(asked.params["case"] ?? "");
  if (campaign === undefined) throw new NotThere("no case");
  const chosen = readAs(act, asked.form).act;
  const receipts = asked.form.getAll("also").slice(0, receiptsMax) as Receipt[];
  const late = asked.form.get("late") === "yes";
  const request: RulingAsked & { readonly standing: boolean } =
    chosen === "refuse-ticked" || chosen === "release-ticked"
      ? {
          word: chosen === "refuse-ticked" ? "refuse" : "release",
          standing: false,
          cases: [],
          receipts,
        }
      : { ...caseActs[chosen], late, cases: [campaign], receipts };
  const { parts, now } = asked;
  const pending = pendingWords(await pendingRulings(parts.ownRecords));
  const campaigns = inMind(parts.memory, parts.clock);
  const found = await previewRuling(request, { ledger: parts.ledger, campaigns, pending }, now);
  const page = pageOf.case(campaign);
  if (!found.ok) return { kind: "redirect", to: `${page}?not=nobody+tells` };
  const given = await giveRuling(found.value, request, asked.hand(), parts.ownRecords);
  const not = given.ok ? "" : `?${new URLSearchParams({ not: given.error }).toString()}`;
  return { kind: "redirect", to: `${page}${not}` };
}

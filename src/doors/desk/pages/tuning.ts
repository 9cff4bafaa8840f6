// The budget in words, promise and reality, what a change would have done, and the way back.

import { html } from "hono/html";
import { z } from "zod";
import { after, day } from "../../../base/units.ts";
import { holdAtMoveMax } from "../../../engine/calibrate/risk.ts";
import { applyTuning, rollBackTuning } from "../../../services/governing.ts";
import { partyDays } from "../../../services/parties.ts";
import { scorePicture } from "../../../services/score-picture.ts";
import { changesBetween, type Outlook, oneInOf, outlookOf } from "../../../services/tune.ts";
import type { Change } from "../../../services/tuning.ts";
import {
  type Answer,
  type Asked,
  type Html,
  type Route,
  readAs,
  visitorMay,
  WrongInput,
} from "../page.ts";
import { columnTitles } from "../pieces.ts";
import { reliabilityPlot, scoresPlot } from "../plot-kinds.ts";
import { effectSection } from "./tuning-effect.ts";

export const tuningRoutes: readonly Route[] = [
  { method: "GET", path: "/tuning", may: "read", answer: tuningPage },
  { method: "POST", path: "/tuning/apply", may: "govern", answer: applyIt },
  { method: "POST", path: "/tuning/rollback", may: "govern", answer: takeBack },
];

const wishShape = z.object({
  hold_at: z.coerce.number().multipleOf(0.1).optional(),
  days: z.coerce.number().int().min(1).max(partyDays).default(7),
});

async function outlookIn({ parts, now }: Asked, wish: number | undefined): Promise<Outlook> {
  const seed = (await parts.ledger.setting("seed")) ?? "";
  return outlookOf({ ...parts, seed }, parts.inForce.config(), now, wish);
}

async function tuningPage(asked: Asked): Promise<Answer> {
  const { words, say, parts, now, query } = asked;
  const { hold_at: wish, days } = readAs(wishShape, query);
  mustBeNear(asked, wish);
  const outlook = await outlookIn(asked, wish);
  const stretch = { since: after(now, -partyDays * day), until: after(now, 1) };
  const picture = await scorePicture(parts, outlook.inForce, stretch);
  const { tuning } = words;
  const body = html`${notices(asked)}
<p class="lead">${say(tuning.budget, { n: oneInOf(outlook.budget) })}</p>
<p class="meta">${tuning.budgetHint}</p>
<h2>${tuning.inForce}</h2>${standing(asked, outlook)}
<h2>${tuning.proposed}</h2>${await proposal(asked, outlook, wish, days)}
<h2>${tuning.whatIf}</h2>${whatIf(asked, outlook, wish, days)}
<h2>${tuning.pictures}</h2>
<div class="cards">${scoresPlot(asked, picture)}${reliabilityPlot(asked, picture)}</div>
<h2>${tuning.history}</h2>${history(asked, outlook.tuning.history)}`;
  return { kind: "page", title: words.shell.tuning, body, plots: true, islands: ["plot"] };
}

function notices({ words, query }: Asked): Html {
  const { applied, rolledBack, nothingToRollBack } = words.tuning;
  const said = { applied, back: rolledBack, nothing: nothingToRollBack } as const;
  const name = (["applied", "back", "nothing"] as const).find((one) => query.has(one));
  return name === undefined ? html`` : html`<p role="status" class="note good">${said[name]}</p>`;
}

function standing(asked: Asked, { inForce, tuned, promised, reality }: Outlook): Html {
  const { words, say, moments, number } = asked;
  const { tuning } = words;
  const gaps =
    tuned.kind === "none" ? {} : { by: tuned.applied.by, when: moments.text(tuned.applied.at) };
  const whose = say(tuning.whose[tuned.kind], gaps);
  const { firstContacts, held } = reality;
  const seen =
    firstContacts === 0
      ? tuning.seenNothing
      : say(tuning.seenText, { contacts: firstContacts, held });
  return html`<dl class="facts"><dt>${tuning.threshold}</dt>
<dd>${say(tuning.decibans, { n: number(inForce.holdAt) })}, ${whose}</dd>
${promise(asked, promised)}<dt>${tuning.seen}</dt><dd>${seen}</dd></dl>
${rollbackForm(asked, tuned.kind === "in force")}`;
}

function promise({ words, say, moments }: Asked, promised: Outlook["promised"]): Html {
  const { tuning } = words;
  const { share, firstContacts: contacts, ruled, since, least } = promised;
  if (since === undefined)
    return html`<dt>${tuning.promised}</dt><dd>${tuning.promisedNothing}</dd>`;
  const gaps = { n: oneInOf(share), contacts, ruled, since: moments.text(since) };
  return html`<dt>${tuning.promised}</dt><dd>${say(tuning.promisedText, gaps)}</dd>
<dt>${tuning.least}</dt><dd>${say(tuning.leastText, { n: oneInOf(least) })}</dd>`;
}

function mayGovern(asked: Asked): boolean {
  return visitorMay(asked, "govern");
}

function rollbackForm(asked: Asked, isTuned: boolean): Html {
  if (!isTuned || !mayGovern(asked)) return html``;
  const { words, formKey } = asked;
  return html`<form method="post" action="/tuning/rollback">${formKey}
<button class="quiet">${words.tuning.rollback}</button></form>`;
}

async function proposal(
  asked: Asked,
  outlook: Outlook,
  wish: number | undefined,
  days: number,
): Promise<Html> {
  const { words, say, number } = asked;
  const { tuning } = words;
  const { proposed, inForce, because } = outlook;
  const why = html`<p class="meta" lang="en">${because.join(" ")}</p>`;
  if (proposed === undefined) return html`<p class="empty">${tuning.proposedNothing}</p>${why}`;
  const rows = changesBetween(inForce, proposed.settings).map(
    ({ name, before, after: then }) => html`<tr><th scope="row"><code>${name}</code></th>
<td class="number">${number(before)}</td><td class="number">${number(then)}</td></tr>`,
  );
  const promises =
    proposed.share > 0.5
      ? tuning.promisedNoThen
      : say(tuning.promisedThen, { n: oneInOf(proposed.share) });
  return html`<table><thead><tr><th scope="col">${tuning.name}</th>
<th scope="col" class="number">${tuning.now}</th><th scope="col" class="number">${tuning.next}</th>
</tr></thead><tbody>${rows}</tbody></table><p>${promises}</p>${why}
${await effectSection(asked, outlook, days)}${applyForm(asked, proposed.settings.holdAt, wish)}`;
}

function applyForm(asked: Asked, holdAt: number, wish: number | undefined): Html {
  const { words, formKey, parts } = asked;
  if (!mayGovern(asked)) return html``;
  if (parts.inForce.config().tune === "off") return html`<p class="note">${words.tuning.off}</p>`;
  const wished = wish === undefined ? "" : html`<input type="hidden" name="wish" value="${wish}">`;
  return html`<form method="post" action="/tuning/apply">${formKey}${wished}
<input type="hidden" name="expected" value="${holdAt}">
<button>${words.tuning.apply}</button>
<small class="meta">${words.tuning.applyHint}</small></form>`;
}

function whatIf(
  { words, say, number, parts }: Asked,
  { inForce }: Outlook,
  wish: number | undefined,
  days: number,
): Html {
  const { tuning } = words;
  const configured = parts.inForce.config().policy.holdAt;
  const [low, high] = [configured - holdAtMoveMax, configured + holdAtMoveMax];
  const hint = say(tuning.holdAtHint, { low: number(low), high: number(high) });
  const back = wish === undefined ? "" : html`<a href="/tuning">${tuning.back}</a>`;
  return html`<form action="/tuning" class="narrow"><p class="meta">${tuning.whatIfHint}</p>
<label>${tuning.holdAt}<input type="number" name="hold_at" step="0.1" min="${low}" max="${high}"
  value="${wish ?? inForce.holdAt}" required aria-describedby="hold-at-hint"></label>
<small id="hold-at-hint">${hint}</small>
<label>${tuning.days}<input type="number" name="days" min="1" max="${partyDays}" value="${days}"
  required></label>
<button class="quiet">${tuning.look}</button>${back}</form>`;
}

function history({ words, moments }: Asked, all: readonly Change[]): Html {
  const { tuning } = words;
  if (all.length === 0) return html`<p class="empty">${tuning.noHistory}</p>`;
  const rows = all.toReversed().map(
    ({ at, by, did, because }) => html`<tr>
<td data-label="${tuning.when}">${moments.at(at)}</td><td data-label="${tuning.who}">${by}</td>
<td data-label="${tuning.did}">${tuning.acts[did]}</td>
<td data-label="${tuning.because}" lang="en">${because}</td></tr>`,
  );
  const titles = [tuning.when, tuning.who, tuning.did, tuning.because];
  return html`<table class="stack"><thead><tr>
${columnTitles(titles)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

/** What the slider of the page allows; a form may send anything. */
function mustBeNear({ words, say, number, parts }: Asked, wish: number | undefined): void {
  const configured = parts.inForce.config().policy.holdAt;
  if (wish === undefined || Math.abs(wish - configured) <= holdAtMoveMax) return;
  const [low, high] = [configured - holdAtMoveMax, configured + holdAtMoveMax];
  throw new WrongInput(say(words.tuning.holdAtHint, { low: number(low), high: number(high) }));
}

const applyShape = z.object({
  wish: z.coerce.number().multipleOf(0.1).optional(),
  expected: z.coerce.number(),
});

/** Mail goes on coming: what is applied must be what was looked at. */
async function applyIt(asked: Asked): Promise<Answer> {
  const { words, parts } = asked;
  const { wish, expected } = readAs(applyShape, asked.form);
  mustBeNear(asked, wish);
  const config = parts.inForce.config();
  if (config.tune === "off") throw new WrongInput(words.tuning.off);
  const { proposed } = await outlookIn(asked, wish);
  if (proposed?.settings.holdAt !== expected) throw new WrongInput(words.tuning.moved);
  await applyTuning(parts, proposed.proposal, config.policy, asked.hand());
  await parts.inForce.refresh();
  return { kind: "redirect", to: "/tuning?applied" };
}

async function takeBack(asked: Asked): Promise<Answer> {
  const back = await rollBackTuning(asked.parts, asked.hand());
  await asked.parts.inForce.refresh();
  return { kind: "redirect", to: back === false ? "/tuning?nothing" : "/tuning?back" };
}

// Who belongs to a case, a page at a time; those on whom a word needs a look stand first.

import { html } from "hono/html";
import type { CaseView } from "../../../services/cases/case-view.ts";
import type { Member } from "../../../services/cases/members.ts";
import { pageOf } from "../links.ts";
import type { Asked, Html } from "../page.ts";
import { signed } from "../signed.ts";
import { formId } from "./case-actions.ts";

/** More is a long way on a phone. */
const membersAPage = 20;

export function membersSection(asked: Asked, view: CaseView, wanted: number): Html {
  const { words } = asked;
  const { members, record } = view;
  const pages = Math.max(1, Math.ceil(members.length / membersAPage));
  const page = Math.min(wanted, pages);
  const shown = members.slice((page - 1) * membersAPage, page * membersAPage);
  const titles = ["sender", "arrived", "state", "score", "note"] as const;
  const turn = pages === 1 ? "" : turning(asked, record.campaign, page, pages);
  const canTick = view.pending === undefined && shown.some(mayTick);
  return html`<h2 id="members">${words.caseWords.list}</h2>
<p class="meta">${words.caseWords.listHint}</p><table class="stack"><thead><tr>
${titles.map((one) => html`<th scope="col">${words.caseWords[one]}</th>`)}
</tr></thead><tbody>${shown.map((one) => row(asked, one, view))}</tbody></table>
${turn}${canTick ? tickedActions(asked, view) : ""}`;
}

function mayTick({ fate, isPending }: Member): boolean {
  return !isPending && (fate === "held" || fate === "settling" || fate === "rejected");
}

function row(asked: Asked, member: Member, { pending }: CaseView): Html {
  const { words, say, moments } = asked;
  const { sender, at, fate, score, note, isPending, receipt } = member;
  const name = sender.slice(0, 300);
  const shownNote = isPending ? "pending" : note;
  const remark = shownNote === undefined ? "" : words.caseWords.notes[shownNote];
  const weight = score === undefined ? "" : signed(asked, score);
  const box =
    pending !== undefined || !mayTick(member)
      ? ""
      : html`<input type="checkbox" name="also" value="${receipt}" form="${formId}"
 aria-label="${say(words.caseWords.tick, { sender: name })}"> `;
  const when =
    fate === "passed"
      ? moments.at(at)
      : html`<a href="${pageOf.delivery(receipt)}">
${moments.at(at)}</a>`;
  return html`<tr>
<th scope="row" data-label="${words.caseWords.sender}">${box}<a class="strange"
 href="${pageOf.sender(sender)}">${name}</a></th>
<td data-label="${words.caseWords.arrived}">${when}</td>
<td data-label="${words.caseWords.state}">${fateBadge(asked, fate)}</td>
<td data-label="${words.caseWords.score}" class="number">${weight}</td>
<td data-label="${words.caseWords.note}">${remark}</td>
</tr>`;
}

const tones: Readonly<Record<Member["fate"], string>> = {
  settling: "settle",
  held: "hold",
  releasing: "accept",
  delivered: "accept",
  refused: "bad",
  rejected: "reject",
  withdrawn: "plain",
  expired: "plain",
  passed: "passed",
};

export function fateBadge({ words }: Asked, fate: Member["fate"]): Html {
  return html`<span class="badge tone-${tones[fate]}">${words.caseWords.states[fate]}</span>`;
}

function tickedActions({ words }: Asked, { record, members }: CaseView): Html {
  const path = `${pageOf.case(record.campaign)}/split`;
  const split = html`<button form="${formId}" formaction="${path}" class="quiet"
 aria-describedby="split-hint">${words.caseWords.split}</button>
<small class="meta" id="split-hint">${words.caseWords.splitHint}</small>`;
  return html`<div class="actions">
<button form="${formId}" name="act" value="refuse-ticked" class="quiet"
 aria-describedby="ticked-hint">${words.caseWords.refuseTicked}</button>
<button form="${formId}" name="act" value="release-ticked" class="quiet"
 aria-describedby="ticked-hint">${words.caseWords.releaseTicked}</button>
<small class="meta" id="ticked-hint">${words.caseWords.tickedHint}</small></div>
${members.length < 2 ? "" : html`<div class="actions">${split}</div>`}`;
}

function turning({ words, say }: Asked, campaign: string, page: number, pages: number): Html {
  const to = (one: number): string => `${pageOf.case(campaign)}?page=${one}#members`;
  const next = html`<a href="${to(page + 1)}" rel="next">${words.caseWords.after}</a>`;
  const after = page < pages ? next : "";
  return html`<nav class="actions" aria-label="${words.caseWords.list}">
${page > 1 ? html`<a href="${to(page - 1)}" rel="prev">${words.caseWords.before}</a>` : ""}
<span>${say(words.caseWords.page, { page, pages })}</span>${after}</nav>`;
}

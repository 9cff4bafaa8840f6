// What a case's page shows: its words marked, who takes part, why it is kept, what is alike.

import { html } from "hono/html";
import type { Marked, Shared } from "../../../engine/campaigns/common-parts.ts";
import type { CaseView, EvidenceSum, Tally } from "../../../services/cases/case-view.ts";
import { pageOf, subjectLink } from "../links.ts";
import type { Asked, Html } from "../page.ts";
import { signed } from "../signed.ts";

/** Of one run of words: what differs may be as long as its sender liked. */
const runMax = 400;

export function commonSection(asked: Asked, view: CaseView): Html {
  const { words, say } = asked;
  const { common, unread } = view.compared;
  const { read, samples } = common;
  const texts = samples.map((one, index) => sample(one, view.compared.samples[index] ?? ""));
  const marks = html`<p class="meta">${say(words.caseWords.commonHint, { read })}
<mark class="same">${words.caseWords.same}</mark>,
<mark class="varies">${words.caseWords.varies}</mark></p>`;
  const shown = read < 2 ? html`<p class="empty">${words.caseWords.tooFew}</p>` : marks;
  const [first, ...others] = texts;
  const more =
    others.length === 0
      ? ""
      : html`<details>
<summary>${words.caseWords.moreSamples}</summary>${others}</details>`;
  return html`<h2>${words.caseWords.common}</h2>${shown}${first ?? ""}${more}
${sharedLists(asked, view)}
${unread === 0 ? "" : hiddenForm(asked, view)}`;
}

function sample(runs: Marked, receipt: string): Html {
  const marked = runs.map(({ words, isConstant }) => {
    const text = words.length > runMax ? `${words.slice(0, runMax)}…` : words;
    return isConstant
      ? html`<mark class="same">${text}</mark> `
      : html`<mark class="varies">${text}</mark> `;
  });
  return html`<blockquote class="strange">${marked}
<footer><small><a href="${pageOf.delivery(receipt)}">${receipt}</a></small></footer></blockquote>`;
}

function sharedLists({ words, say }: Asked, { compared: { common } }: CaseView): Html {
  const lists = (["links", "pictures", "handles", "profile"] as const).map(
    (name): readonly [string, readonly Shared[]] => [words.caseWords[name], common[name]],
  );
  const rows = lists
    .filter(([, those]) => those.length > 0)
    .map(([name, those]) => {
      const items = those.map(({ what, count }) => {
        const of = say(words.caseWords.ofRead, { count, read: common.read });
        const name = html`<span class="strange">${what.slice(0, 200)}</span>`;
        return html`<li>${name} <small>${of}</small></li>`;
      });
      return html`<dt>${name}</dt><dd><ul class="plain-list">${items}</ul></dd>`;
    });
  return rows.length === 0 ? html`` : html`<dl class="facts">${rows}</dl>`;
}

function hiddenForm({ words, say, formKey }: Asked, view: CaseView): Html {
  const { unread } = view.compared;
  return html`<form method="post" action="/cases/${view.record.campaign}/private" class="actions">
${formKey}<span>${say(words.caseWords.hidden, { count: unread })}</span>
<button class="quiet" aria-describedby="private-hint">${words.caseWords.readHidden}</button>
<small class="meta" id="private-hint">${words.caseWords.readHiddenHint}</small></form>`;
}

export function whoSection(asked: Asked, view: CaseView): Html {
  const { words } = asked;
  const { senders, domains, recipients } = words.caseWords;
  return html`<h2>${words.caseWords.who}</h2><div class="cards">
${tallyCard(asked, senders, view.senders)}${tallyCard(asked, domains, view.domains)}
${tallyCard(asked, recipients, view.recipients)}</div>`;
}

function tallyCard({ words, say, number }: Asked, title: string, { all, most }: Tally): Html {
  const rest = all - most.length;
  const more =
    rest > 0 ? html`<p class="meta">${say(words.caseWords.andMore, { count: rest })}</p>` : "";
  const items = most.map(({ what, count }) => {
    return html`<li>${subjectLink(what.slice(0, 500))} <small>${number(count)}</small></li>`;
  });
  return html`<article class="card"><h3>${title} <small>${number(all)}</small></h3>
<ul class="plain-list">${items}</ul>${more}</article>`;
}

export function evidenceSection(asked: Asked, view: CaseView): Html {
  const { words } = asked;
  const { evidence, kept } = view;
  if (kept.length === 0) return html``;
  const mean = kept.reduce((sum, { verdict }) => sum + verdict.score, 0) / kept.length;
  const spoken = evidence.reduce((sum, { decibansMean }) => sum + decibansMean, 0);
  const titles = ["symbol", "because", "members", "decibans"] as const;
  return html`<h2>${words.caseWords.why}</h2><p class="meta">${words.caseWords.whyHint}</p>
<table class="stack"><thead><tr>
${titles.map((one) => html`<th scope="col">${words.caseWords[one]}</th>`)}
</tr></thead><tbody>${evidence.map((one) => evidenceRow(asked, one))}
<tr><th scope="row" colspan="3">${words.caseWords.prior}</th>
<td class="number" data-label="${words.caseWords.decibans}">${signed(asked, mean - spoken)}</td>
</tr></tbody>
<tfoot><tr><th scope="row" colspan="3">${words.caseWords.total}</th>
<td class="number" data-label="${words.caseWords.decibans}">${signed(asked, mean)}</td></tr></tfoot>
</table>`;
}

function evidenceRow(asked: Asked, { symbol, because, members, decibansMean }: EvidenceSum): Html {
  const { words, number } = asked;
  const adds = signed(asked, decibansMean);
  return html`<tr><th scope="row" data-label="${words.caseWords.symbol}">
<a href="${pageOf.signal(symbol)}">${symbol}</a></th>
<td data-label="${words.caseWords.because}" class="strange">${because}</td>
<td data-label="${words.caseWords.members}" class="number">${number(members)}</td>
<td data-label="${words.caseWords.decibans}" class="number">${adds}</td></tr>`;
}

export function alikeSection({ words, say, moments }: Asked, { lookAlikes }: CaseView): Html {
  if (lookAlikes.length === 0) return html``;
  const items = lookAlikes.map(({ campaign, ruled, shares }) => {
    const names: Readonly<Record<string, string>> = words.caseWords.shares;
    const what = Object.keys(shares).map((view) => names[view] ?? words.caseWords.shares.other);
    const line = say(words.caseWords.alikeLine, {
      ...{ ruling: words.caseWords.ruling[ruled.ruling], by: ruled.by },
      ...{ when: moments.awayText(ruled.at), what: [...new Set(what)].join(", ") },
    });
    return html`<li><a href="${pageOf.case(campaign)}">${campaign}</a> ${line}</li>`;
  });
  return html`<h2>${words.caseWords.alike}</h2><ul>${items}</ul>`;
}

export function actsSection({ words, moments }: Asked, { acts }: Pick<CaseView, "acts">): Html {
  if (acts.length === 0) return html``;
  const items = acts.map(({ at, by, did, details }) => {
    const more = details === "" ? "" : html` <span class="meta strange">${details}</span>`;
    return html`<li>${moments.away(at)}: <span class="strange">${by}</span>
${words.audit.acts[did]}${more}</li>`;
  });
  return html`<h2>${words.caseWords.acts}</h2><ul class="plain-list">${items}</ul>`;
}

// Who did what, the last first.

import { html } from "hono/html";
import { z } from "zod";
import { type AuditLine, audited } from "../../../services/audit.ts";
import { subjectLink } from "../links.ts";
import { type Answer, type Asked, type Html, type Route, readAs } from "../page.ts";
import { columnTitles } from "../pieces.ts";

const linesAPage = 100;

const query = z.object({
  about: z.string().trim().max(500).default(""),
  before: z.coerce.number().int().positive().optional(),
});

export const auditRoutes: readonly Route[] = [
  { method: "GET", path: "/audit", may: "read", answer: auditPage },
];

async function auditPage(asked: Asked): Promise<Answer> {
  const { words, parts } = asked;
  const { about, before } = readAs(query, asked.query);
  const which = about === "" ? {} : { about };
  const found = await audited(parts.ownRecords, { ...which, before, limit: linesAPage });
  const none = about === "" ? words.audit.none : words.audit.noneAbout;
  const list = found.length === 0 ? html`<p class="empty">${none}</p>` : lines(asked, found);
  const body = html`<p class="lead">${words.audit.lead}</p>${finder(asked, about)}${list}
${found.length === linesAPage ? older(asked, about, found) : ""}`;
  return { kind: "page", title: words.shell.audit, body };
}

function finder({ words }: Asked, about: string): Html {
  const all = about === "" ? "" : html`<a href="/audit">${words.audit.all}</a>`;
  return html`<form class="toolbar" action="/audit"><label>${words.audit.about}
<input type="search" name="about" value="${about}" maxlength="500" aria-describedby="hint"></label>
<button class="quiet">${words.audit.find}</button>${all}
<small id="hint" class="meta">${words.audit.aboutHint}</small></form>`;
}

function lines(asked: Asked, found: readonly AuditLine[]): Html {
  const { words } = asked;
  const titles = [
    ...[words.audit.when, words.audit.who, words.audit.did],
    ...[words.audit.about, words.audit.details],
  ];
  return html`<table class="stack"><thead><tr>
${columnTitles(titles)}
</tr></thead><tbody>${found.map((one) => line(asked, one))}</tbody></table>`;
}

function line(
  { words, moments }: Asked,
  { at, by, through, did, about, details }: AuditLine,
): Html {
  const way = words.audit.through[through];
  return html`<tr>
<td data-label="${words.audit.when}">${moments.at(at)}</td>
<td data-label="${words.audit.who}"><span class="strange">${by}</span> <small>${way}</small></td>
<td data-label="${words.audit.did}">${words.audit.acts[did]}</td>
<td data-label="${words.audit.about}">${subjectLink(about)}</td>
<td data-label="${words.audit.details}" class="strange">${details}</td></tr>`;
}

function older({ words }: Asked, about: string, found: readonly AuditLine[]): Html {
  const next = new URLSearchParams({ about, before: `${found.at(-1)?.number ?? 0}` });
  return html`<p><a href="/audit?${next.toString()}" rel="next">${words.audit.older}</a></p>`;
}

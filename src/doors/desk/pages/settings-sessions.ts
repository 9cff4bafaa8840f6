// Where somebody is signed in, and the way out from afar.

import { html } from "hono/html";
import { z } from "zod";
import { noteAudit } from "../../../services/audit.ts";
import {
  endSessionNamed,
  endSessionsOf,
  type OpenSession,
  openSessions,
  sessionIdOf,
} from "../../../services/sessions.ts";
import { type Answer, type Asked, type Html, NotThere, type Route, readAs } from "../page.ts";
import { sessionCookie } from "../session-cookie.ts";
import { settingsTabs } from "../settings-tabs.ts";

export const settingsSessionsRoutes: readonly Route[] = [
  { method: "GET", path: "/settings/sessions", may: "sessions", answer: list },
  { method: "POST", path: "/settings/sessions/end", may: "sessions", answer: end },
  { method: "POST", path: "/settings/sessions/end-all", may: "sessions", answer: endAll },
];

async function list(asked: Asked): Promise<Answer> {
  const { parts, words, now, visitor, formKey } = asked;
  const { sessions: text } = words;
  const open = await openSessions(parts.ownRecords, now, visitor?.who ?? "");
  const here = sessionIdOf(asked.cookie(sessionCookie) ?? "");
  const body = html`${settingsTabs(asked)}<p>${text.intro}</p>
<table class="stack">
<thead><tr><th scope="col">${text.device}</th><th scope="col">${text.since}</th>
<th scope="col">${text.seen}</th><th scope="col">${text.way}</th></tr></thead>
<tbody>${open.map((one) => row(asked, one, one.id === here))}</tbody></table>
<form method="post" action="/settings/sessions/end-all">${formKey}
<button class="secondary">${text.endAll}</button></form>`;
  return { kind: "page", title: text.title, body };
}

function row({ words, moments, formKey }: Asked, one: OpenSession, isHere: boolean): Html {
  const { sessions: text } = words;
  const way = isHere
    ? text.here
    : html`<form method="post" action="/settings/sessions/end">${formKey}
<input type="hidden" name="session" value="${one.id}">
<button class="quiet">${text.end}</button></form>`;
  return html`<tr><th scope="row">${one.device === "" ? text.unknown : one.device}</th>
<td data-label="${text.since}">${moments.at(one.startedAt)}</td>
<td data-label="${text.seen}">${moments.away(one.seenAt)}</td>
<td data-label="${text.way}">${way}</td></tr>`;
}

const named = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });

async function end(asked: Asked): Promise<Answer> {
  const hand = asked.hand();
  const { session } = readAs(named, asked.form);
  const { ownRecords } = asked.parts;
  if (!(await endSessionNamed(ownRecords, session, hand.by))) throw new NotThere();
  const line = { ...hand, did: "ended sessions", about: hand.by, details: "1 of them" } as const;
  await noteAudit(ownRecords, line);
  return { kind: "redirect", to: "/settings/sessions" };
}

/** This one as well: whoever does this has lost a device, and signs in anew. */
async function endAll(asked: Asked): Promise<Answer> {
  const hand = asked.hand();
  const { ownRecords } = asked.parts;
  const ended = await endSessionsOf(ownRecords, hand.by);
  const details = `${ended} of them`;
  await noteAudit(ownRecords, { ...hand, did: "ended sessions", about: hand.by, details });
  const cookies = [{ name: sessionCookie, value: "" }];
  return { kind: "redirect", to: "/sign-in?left", cookies };
}

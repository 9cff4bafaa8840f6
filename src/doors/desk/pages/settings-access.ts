// Who may enter: tokens, and who is signed in.

import { html } from "hono/html";
import { z } from "zod";
import { after, day } from "../../../base/units.ts";
import { noteAudit } from "../../../services/audit.ts";
import {
  dropEntryTokens,
  type EntryToken,
  entryTokens,
  isEntryName,
  makeEntryToken,
} from "../../../services/entry-tokens.ts";
import { endSessionsOf, type OpenSession, openSessions } from "../../../services/sessions.ts";
import { type Answer, type Asked, type Html, type Route, readAs, WrongInput } from "../page.ts";
import { type Choice, columnTitles, select } from "../pieces.ts";
import { settingsTabs } from "../settings-tabs.ts";

export const settingsAccessRoutes: readonly Route[] = [
  { method: "GET", path: "/settings/access", may: "admit", answer: (asked) => page(asked) },
  { method: "POST", path: "/settings/access/add", may: "admit", answer: add },
  { method: "POST", path: "/settings/access/drop", may: "admit", answer: drop },
];

/** A token that was just made stands on this one answer, and nowhere after it. */
async function page(asked: Asked, made?: { readonly who: string; readonly token: string }) {
  const { parts, words, now, say } = asked;
  const { access: text } = words;
  const { ownRecords } = parts;
  const tokens = (await entryTokens(ownRecords)).filter(
    ({ expiresAt }) => expiresAt === undefined || expiresAt > now,
  );
  const sessions = await openSessions(ownRecords, now);
  const fresh =
    made === undefined
      ? ""
      : html`<article role="status"><p>${say(text.made, { who: made.who })}</p>
<p><code>${made.token}</code></p><p>${text.once}</p></article>`;
  const list = tokens.length === 0 ? html`<p>${text.none}</p>` : tokenTable(asked, tokens);
  const body = html`${settingsTabs(asked)}${fresh}
<p>${homeLine(asked)}</p>
<h2>${text.tokens}</h2>${list}
<h2>${text.newToken}</h2>${newToken(asked)}
<h2>${text.inside}</h2>${insideTable(asked, sessions)}`;
  return { kind: "page", title: text.title, body } as const;
}

function homeLine({ parts, words, say }: Asked): string {
  const host = parts.signIn?.accounts.host;
  return host === undefined ? words.access.onlyTokens : say(words.access.withHome, { host });
}

function tokenTable(asked: Asked, tokens: readonly EntryToken[]): Html {
  const { words, moments } = asked;
  const { access: text } = words;
  const titles = [text.name, text.role, text.madeAt, text.until, text.way];
  const rows = tokens.map(({ who, role, madeAt, expiresAt, once }) => {
    const end = expiresAt === undefined ? text.dropped : moments.at(expiresAt);
    const until = html`${end}${once ? `, ${text.oneTime}` : ""}`;
    const way = dropButton(asked, who, text.drop);
    return [who, words.shell[role], moments.at(madeAt), until, way];
  });
  return table(titles, rows);
}

function insideTable(asked: Asked, sessions: readonly OpenSession[]): Html {
  const { words, moments } = asked;
  const { access: text } = words;
  const { device: browser, since, seen, unknown } = words.sessions;
  const titles = [text.name, text.role, browser, since, seen, text.way];
  const rows = sessions.map(({ who, role, device, startedAt, seenAt }) => {
    const named = device === "" ? unknown : device;
    const way = dropButton(asked, who, text.putOut);
    return [who, words.shell[role], named, moments.at(startedAt), moments.away(seenAt), way];
  });
  return table(titles, rows);
}

/** The first of each row says whose it is. */
function table(titles: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  const cells = rows.map(([who = "", ...rest]) => {
    const others = rest.map((one, i) => html`<td data-label="${titles[i + 1] ?? ""}">${one}</td>`);
    return html`<tr><th scope="row" class="strange">${who}</th>${others}</tr>`;
  });
  return html`<table class="stack">
<thead><tr>${columnTitles(titles)}</tr></thead>
<tbody>${cells}</tbody></table>`;
}

function dropButton({ formKey, say, words }: Asked, who: string, label: string): Html {
  const whole = say(words.access.labelled, { label, who });
  return html`<form method="post" action="/settings/access/drop">${formKey}
<input type="hidden" name="who" value="${who}">
<button class="quiet" aria-label="${whole}">${label}</button></form>`;
}

function newToken({ words, formKey }: Asked): Html {
  const { access: text, shell } = words;
  const roles = (["moderator", "admin"] as const).map((one): Choice => [one, shell[one]]);
  return html`<form method="post" action="/settings/access/add" class="narrow">${formKey}
<label>${text.name}<input name="who" required maxlength="60" autocomplete="off"
  aria-describedby="name-hint"></label><small id="name-hint">${text.nameHint}</small>
<label>${text.role}${select("role", "moderator", roles)}</label>
<label>${text.days}<input name="days" type="number" min="1" max="3650" value="90"
  aria-describedby="days-hint"></label><small id="days-hint">${text.daysHint}</small>
<button>${text.make}</button></form>`;
}

const wanted = z.object({
  who: z.string().max(60),
  role: z.enum(["admin", "moderator"]),
  days: z.union([z.literal(""), z.coerce.number().int().min(1).max(3650)]).default(""),
});

async function add(asked: Asked): Promise<Answer> {
  const { who, role, days } = readAs(wanted, asked.form);
  if (!isEntryName(who)) throw new WrongInput(asked.words.access.noName);
  const expiresAt = days === "" ? undefined : after(asked.now, days * day);
  const lasting = { once: false, expiresAt };
  const token = await makeEntryToken(asked.parts.ownRecords, { who, role }, lasting, asked.hand());
  return page(asked, { who, token });
}

/** Tokens and sessions go together: whoever is out is out at once. */
async function drop(asked: Asked): Promise<Answer> {
  const { who } = readAs(z.object({ who: z.string().min(1).max(200) }), asked.form);
  const { ownRecords } = asked.parts;
  await dropEntryTokens(ownRecords, who, asked.hand());
  const ended = await endSessionsOf(ownRecords, who);
  const details = `${ended} of them`;
  if (ended > 0)
    await noteAudit(ownRecords, { ...asked.hand(), did: "ended sessions", about: who, details });
  return { kind: "redirect", to: "/settings/access" };
}

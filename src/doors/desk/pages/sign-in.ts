// The way in by a token or by a link from the command line, and the way out.

import { html } from "hono/html";
import { z } from "zod";
import type { Visitor } from "../../../model/desk.ts";
import { noteAudit } from "../../../services/audit.ts";
import { redeemEntryToken } from "../../../services/entry-tokens.ts";
import { endSession, openSession, sessionLastsMs } from "../../../services/sessions.ts";
import type { HomeSignIn } from "../desk-parts.ts";
import { type Answer, type Asked, type Html, type Route, readAs } from "../page.ts";
import { sessionCookie } from "../session-cookie.ts";

const given = z.object({ token: z.string().max(200).default("") });

export const signInRoutes: readonly Route[] = [
  { method: "GET", path: "/sign-in", may: "anyone", answer: (asked) => entrance(asked) },
  { method: "POST", path: "/sign-in", may: "anyone", answer: enter },
  { method: "POST", path: "/sign-out", may: "anyone", answer: leave },
];

/** A link's token waits in a form: what only looks at addresses must not use it up. */
function entrance(asked: Asked, wrong?: string): Answer {
  const { words, say, parts, query, formKey } = asked;
  const { token } = readAs(given, query);
  const complaint = wrong === undefined ? "" : html`<p role="alert">${wrong}</p>`;
  const left = query.has("left") ? html`<p role="status">${words.signIn.signedOut}</p>` : "";
  const field =
    token === ""
      ? html`<label>${words.signIn.token}
<input name="token" type="password" required maxlength="200"
  autocomplete="current-password" aria-describedby="hint">
</label><small id="hint">${words.signIn.tokenHint}</small>`
      : html`<input name="token" type="hidden" value="${token}"><p>${words.signIn.linkText}</p>`;
  const home = token === "" && parts.signIn !== undefined ? homeWay(asked, parts.signIn) : "";
  const body = html`${left}${complaint}
<p>${say(words.signIn.intro, { home: parts.home() ?? words.signIn.yourServer })}</p>
${home}
<form method="post" action="/sign-in" class="narrow">${formKey}${field}
<button>${words.signIn.submit}</button></form>
<p class="meta"><a href="/appeal">${words.signIn.appeal}</a></p>`;
  const status = wrong === undefined ? 200 : 401;
  return { kind: "page", title: words.signIn.title, body, status };
}

/** No form: browsers hold one back that leads to another site (CSP form-action). */
function homeWay({ words, say }: Asked, { accounts: { host } }: HomeSignIn): Html {
  const label = say(words.signIn.withHome, { host });
  return html`<p><a role="button" href="/sign-in/home">${label}</a></p>
<p>${words.signIn.orToken}</p>`;
}

async function enter(asked: Asked): Promise<Answer> {
  const { parts, words, now } = asked;
  const { token } = readAs(given, asked.form);
  const visitor = await redeemEntryToken(parts.ownRecords, token.trim(), now);
  if (visitor === undefined) return entrance(asked, words.signIn.wrongToken);
  return welcome(asked, visitor, "with a token");
}

/** A session for who has shown who they are: a new one, whatever the browser showed before. */
export async function welcome(
  asked: Asked,
  visitor: Visitor,
  details: string,
  lastsMs: number = sessionLastsMs,
): Promise<Answer> {
  const { parts, now, device } = asked;
  const before = asked.cookie(sessionCookie);
  if (before !== undefined) await endSession(parts.ownRecords, before);
  const secret = await openSession(parts.ownRecords, visitor, now, { device, lastsMs });
  const { who: by } = visitor;
  const line = { by, at: now, through: "desk", did: "signed in", about: by, details } as const;
  await noteAudit(parts.ownRecords, line);
  const maxAgeSeconds = lastsMs / 1000;
  const cookie = { name: sessionCookie, value: secret, maxAgeSeconds };
  const to = visitor.role === "recipient" ? "/mine" : "/";
  return { kind: "redirect", to, cookies: [cookie] };
}

async function leave({ parts, visitor, cookie, hand }: Asked): Promise<Answer> {
  const secret = cookie(sessionCookie);
  if (secret !== undefined) await endSession(parts.ownRecords, secret);
  if (visitor !== undefined)
    await noteAudit(parts.ownRecords, {
      ...hand(),
      did: "signed out",
      about: visitor.who,
      details: "",
    });
  return {
    kind: "redirect",
    to: "/sign-in?left",
    cookies: [{ name: sessionCookie, value: "" }],
  };
}

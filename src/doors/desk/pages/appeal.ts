// A held sender's page: whoever thinks that something did not arrive asks here, without an account.
// It says the same whatever is held, and whatever becomes of what was asked.

import { html } from "hono/html";
import { z } from "zod";
import { appealSubjectIn } from "../../../model/appeal.ts";
import { appealTextMax, fileAppeal } from "../../../services/appeals.ts";

import { type Answer, type Asked, type Route, readAs, WrongInput } from "../page.ts";
import { numbers } from "../plot.ts";

export const appealRoutes: readonly Route[] = [
  { method: "GET", path: "/appeal", may: "anyone", answer: ask },
  { method: "POST", path: "/appeal", may: "anyone", visit: "appeal", answer: take },
];

async function ask(asked: Asked): Promise<Answer> {
  const { words, say, parts, formKey, challenges, now, assetUrl } = asked;
  const { appeal: text } = words;
  const home = parts.home() ?? words.signIn.yourServer;
  const body = html`<p>${say(text.intro, { home })}</p>
<noscript><p class="note warn">${say(text.withoutScript, { home })}</p></noscript>
${numbers("challenge", await challenges.issue(now))}
<form method="post" action="/appeal" class="narrow"
  data-worker="${assetUrl("altcha/workers/pbkdf2.js")}">${formKey}
<input type="hidden" name="proof" value="">
<label>${text.about}<input name="about" required maxlength="500" autocomplete="off"
  autocapitalize="none" spellcheck="false" aria-describedby="about-hint"></label>
<small id="about-hint">${text.aboutHint}</small>
<label>${text.text}<textarea name="text" rows="3" maxlength="${appealTextMax}"
  aria-describedby="text-hint"></textarea></label>
<small id="text-hint">${say(text.textHint, { most: appealTextMax })}</small>
<p role="status" class="meta" data-proof-state data-working="${text.working}"
  data-ready="${text.ready}" data-failed="${text.failed}"></p>
<button>${text.send}</button></form>`;
  return { kind: "page", title: text.title, body, islands: ["appeal"] };
}

const given = z.object({
  about: z.string().max(500),
  text: z.string().max(4000).default(""),
  proof: z.string().max(4000).default(""),
});

async function take(asked: Asked): Promise<Answer> {
  const { words, parts, now } = asked;
  const { about, text, proof } = readAs(given, asked.form);
  const subject = appealSubjectIn(about);
  if (subject === undefined) throw new WrongInput(words.appeal.noSubject);
  if (!(await asked.challenges.isSolved(proof, now))) throw new WrongInput(words.appeal.unproven);
  await fileAppeal(parts.ownRecords, subject, plain(text), now);
  const body = html`<p role="status">${words.appeal.sentText}</p>`;
  return { kind: "page", title: words.appeal.sent, body };
}

/** One line, without what has no shape or turns text round. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

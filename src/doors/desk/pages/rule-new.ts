// A new rule: written, tried, and only then kept, in the shadow.

import { html } from "hono/html";
import { z } from "zod";
import { after, day } from "../../../base/units.ts";
import {
  patternKinds,
  type RuledAct,
  ruledActs,
  ruleEffects,
  ruleReaches,
  type WrittenRule,
} from "../../../model/admin-rule.ts";
import { needsCode, writeRule } from "../../../services/admin-rules.ts";
import { recipientNamed } from "../../../services/recipient-named.ts";
import { type RuleTried, tryRule } from "../../../services/rule-trial.ts";
import { type Answer, type Asked, type Html, type Route, readAs, WrongInput } from "../page.ts";
import { select } from "../pieces.ts";
import { trialSection } from "./rule-trial.ts";
import { patternOf } from "./rules.ts";

export const ruleNewRoutes: readonly Route[] = [
  { method: "GET", path: "/rules/new", may: "govern", answer: (asked) => formPage(asked) },
  { method: "POST", path: "/rules/new", may: "govern", answer: tryPage },
  { method: "POST", path: "/rules/add", may: "govern", answer: add },
];

const ticked = z.literal("on").optional();

const form = z.object({
  kind: z.enum(patternKinds).default("words"),
  text: z.string().trim().max(2048).default(""),
  does: z.enum(ruleEffects).default("hold"),
  reach: z.enum(ruleReaches).default("first"),
  recipient: z.string().trim().max(2048).default(""),
  days: z.coerce.number().int().min(1).max(3650).default(30),
  forever: ticked,
  note: z.string().trim().max(500).default(""),
  itself: ticked,
  ...(Object.fromEntries(ruledActs.map((act) => [`act-${act}`, ticked])) as Record<
    `act-${RuledAct}`,
    typeof ticked
  >),
});

type Filled = z.infer<typeof form>;

function formPage(asked: Asked): Answer {
  const filled = readAs(form, asked.query);
  return { kind: "page", title: asked.words.rules.newTitle, body: wholeForm(asked, filled) };
}

function wholeForm(asked: Asked, filled: Filled): Html {
  const { words, formKey } = asked;
  const { rules: text } = words;
  const kinds = patternKinds.map((kind) => [kind, text.kinds[kind]] as const);
  const effects = ruleEffects.map((one) => [one, text.does[one]] as const);
  const reaches = ruleReaches.map((one) => [one, text.reach[one]] as const);
  return html`<form method="post" action="/rules/new" class="narrow">${formKey}
<label>${text.kind}${select("kind", filled.kind, kinds)}</label>
<label>${text.text}<input name="text" value="${filled.text}" required maxlength="2048"
  autocomplete="off" spellcheck="false" aria-describedby="text-hint"></label>
<small id="text-hint">${text.textHint}</small>
<label>${text.effect}${select("does", filled.does, effects)}</label>
<label>${text.whose}${select("reach", filled.reach, reaches)}</label>
<small>${text.whoseHint}</small>
<fieldset><legend>${text.which}</legend>${ruledActs.map((act) => actBox(asked, filled, act))}
</fieldset>
<label>${text.recipient}<input name="recipient" value="${filled.recipient}" maxlength="2048">
</label>
<label>${text.days}<input name="days" type="number" min="1" max="3650" value="${filled.days}">
</label>
${box("forever", text.forever, filled.forever)}
<label>${text.note}<input name="note" value="${filled.note}" maxlength="500"
  aria-describedby="note-hint"></label><small id="note-hint">${text.noteHint}</small>
${box("itself", text.itself, filled.itself)}
<button>${text.tryIt}</button></form>`;
}

function actBox({ words }: Asked, filled: Filled, act: RuledAct): Html {
  return box(`act-${act}`, words.rules.acts[act], filled[`act-${act}`]);
}

function box(name: string, label: string, value: "on" | undefined): Html {
  const checked = value === undefined ? "" : html` checked`;
  return html`<label><input type="checkbox" name="${name}"${checked}> ${label}</label>`;
}

async function tryPage(asked: Asked): Promise<Answer> {
  const filled = readAs(form, asked.form);
  const written = writtenFrom(asked, filled);
  const tried = await triedAtDesk(asked, written);
  const { words, formKey } = asked;
  const { rules: text } = words;
  const body = html`<p class="lead">${patternOf(asked, written)}: ${text.does[written.does]},
${text.reach[written.reach]}.</p>${trialSection(asked, tried)}
<form method="post" action="/rules/add">${formKey}${hidden(filled)}
<div class="actions"><button>${text.save}</button></div></form>
<details><summary>${text.change}</summary>${wholeForm(asked, filled)}</details>`;
  return { kind: "page", title: text.tried, body };
}

function hidden(filled: Filled): Html {
  const fields = Object.entries(filled).filter(([, value]) => value !== undefined);
  return html`${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}`;
}

/** Tried once more, so that what is kept with it is no browser's word. */
async function add(asked: Asked): Promise<Answer> {
  const filled = readAs(form, asked.form);
  const written = writtenFrom(asked, filled);
  const trial = await triedAtDesk(asked, written);
  const byItself = filled.itself === "on" && !needsCode(written.does);
  const writing = { written, trial, byItself };
  const rule = await writeRule(asked.parts.ownRecords, writing, asked.hand());
  if (!rule.ok) throw new WrongInput(`${rule.error}.`);
  return { kind: "redirect", to: `/rules/${rule.value.id}` };
}

function writtenFrom({ parts, now }: Asked, filled: Filled): WrittenRule {
  const { kind, text, does, reach, recipient, days, forever, note } = filled;
  const { home } = parts.inForce.config();
  const whom = recipient === "" ? undefined : recipientNamed(recipient, home);
  if (recipient !== "" && whom === undefined)
    throw new WrongInput(`"${recipient}" names nobody here: give the actor's URL.`);
  return {
    pattern: { kind, text },
    reach,
    acts: ruledActs.filter((act) => filled[`act-${act}`] === "on"),
    recipient: whom,
    does,
    note,
    expiresAt: forever === "on" ? undefined : after(now, days * day),
  };
}

/** Beside the mail: a second or two of its processor, in small pieces. Chosen by us. */
export const recordedMost = 5000;

export async function triedAtDesk(asked: Asked, written: WrittenRule): Promise<RuleTried> {
  const { parts, now } = asked;
  const recorded = await parts.recorded();
  const tried = await tryRule(written, { ...parts, recorded, recordedMost }, now);
  if (!tried.ok) throw new WrongInput(`${tried.error}.`);
  return tried.value;
}

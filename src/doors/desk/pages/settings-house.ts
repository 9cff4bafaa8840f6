// Settings of the house: what an admin may order at once, and what is configured.

import { html } from "hono/html";
import { z } from "zod";
import { type ContactMode, contactModes } from "../../../model/contact-mode.ts";
import { type Mode, modes } from "../../../model/mode.ts";
import type { RecipientRule } from "../../../model/rule.ts";
import type { ShownSetting } from "../../../services/config.ts";
import { changeContact, changeMode, changeRecipient } from "../../../services/governing.ts";
import { recipientNamed } from "../../../services/recipient-named.ts";
import {
  type Answer,
  type Asked,
  type Html,
  type Route,
  readAs,
  visitorMay,
  WrongInput,
} from "../page.ts";
import { savedNote, select } from "../pieces.ts";
import { settingsTabs } from "../settings-tabs.ts";

export const houseRoutes: readonly Route[] = [
  { method: "GET", path: "/settings/house", may: "read", answer: housePage },
  { method: "POST", path: "/settings/mode", may: "govern", answer: orderTheMode },
  { method: "POST", path: "/settings/contact", may: "govern", answer: orderTheContact },
  { method: "POST", path: "/settings/recipient", may: "govern", answer: orderARecipient },
];

async function housePage(asked: Asked): Promise<Answer> {
  const { words, parts } = asked;
  const mayGovern = visitorMay(asked, "govern");
  const saved = savedNote(asked, words.settings.followsSoon);
  const recipients = await parts.ledger.recipients();
  const readOnly = mayGovern ? "" : html`<p class="meta">${words.settings.noneOpen}</p>`;
  const body = html`${settingsTabs(asked)}${saved}${readOnly}
<div class="cards">${modeCard(asked, mayGovern)}${contactCard(asked, mayGovern)}</div>
<h2>${words.settings.recipients}</h2>${recipientTable(asked, recipients)}
${mayGovern ? recipientForm(asked) : ""}
<h2>${words.settings.values}</h2>${valueTable(asked, parts.configured())}`;
  return { kind: "page", title: words.shell.settings, body };
}

interface Ordered {
  readonly by: string;
  readonly at: RecipientRule["madeAt"];
}

/** Whose word a mode is. */
function standing({ words, say, moments }: Asked, mode: string, order: Ordered | undefined) {
  const when = order === undefined ? "" : `, ${moments.awayText(order.at)}`;
  const whose = order?.by ?? words.settings.configuration;
  return html`<p class="meta">${say(words.settings.modeHint, { mode, whose, when })}</p>`;
}

function modeCard(asked: Asked, mayGovern: boolean): Html {
  const { words, say, parts, formKey } = asked;
  const { inForce } = parts;
  const order = inForce.order();
  const configured = say(words.settings.asConfigured, { value: inForce.config().mode });
  const choices = modes.map((one): readonly [Mode, string] => [one, words.settings.modes[one]]);
  const chosen = order?.mode ?? "configured";
  const field = select("mode", chosen, [["configured", configured], ...choices]);
  const form = html`<form method="post" action="/settings/mode">${formKey}
<label>${words.settings.mode}${field}</label><button>${words.settings.change}</button></form>`;
  return html`<article class="card"><h2>${words.settings.mode}</h2>
${standing(asked, inForce.mode(), order)}${mayGovern ? form : ""}</article>`;
}

function contactCard(asked: Asked, mayGovern: boolean): Html {
  const { words, say, parts, formKey } = asked;
  const { inForce } = parts;
  const order = inForce.contactOrder();
  const configured = say(words.settings.asConfigured, { value: inForce.config().policy.contact });
  const choices = contactModes.map((one): readonly [ContactMode, string] => {
    return [one, words.settings.contacts[one]];
  });
  const chosen = order?.contact ?? "configured";
  const field = select("contact", chosen, [["configured", configured], ...choices]);
  const form = html`<form method="post" action="/settings/contact">${formKey}
<label>${words.settings.contact}${field}</label><button>${words.settings.change}</button></form>`;
  return html`<article class="card"><h2>${words.settings.contact}</h2>
${standing(asked, inForce.contact(), order)}${mayGovern ? form : ""}</article>`;
}

function recipientTable(asked: Asked, recipients: readonly RecipientRule[]): Html {
  const { words, moments } = asked;
  const { recipient: person, treated, since, by, why } = words.settings;
  if (recipients.length === 0) return html`<p class="empty">${words.settings.noRecipients}</p>`;
  const rows = recipients.map(
    (one) => html`<tr>
<td data-label="${person}" class="strange">${one.recipient}</td>
<td data-label="${treated}">${words.settings.recipientModes[one.mode]}</td>
<td data-label="${since}">${moments.at(one.madeAt)}</td>
<td data-label="${by}">${one.by}</td><td data-label="${why}" class="strange">${one.why}</td></tr>`,
  );
  return html`<table class="stack"><thead><tr>
${[person, treated, since, by, why].map((title) => html`<th scope="col">${title}</th>`)}
</tr></thead><tbody>${rows}</tbody></table>`;
}

const recipientModes = ["normal", "off", "consent"] as const;

function recipientForm({ words, formKey }: Asked): Html {
  const { settings } = words;
  const choices = recipientModes.map((one): readonly [string, string] => {
    return [one, settings.recipientModes[one]];
  });
  return html`<form method="post" action="/settings/recipient" class="narrow">${formKey}
<label>${settings.recipient}
<input name="recipient" required maxlength="500" aria-describedby="recipient-hint"></label>
<small id="recipient-hint">${settings.recipientHint}</small>
<label>${settings.treated}${select("mode", "consent", choices)}</label>
<label>${settings.why}<input name="why" maxlength="200" aria-describedby="why-hint"></label>
<small id="why-hint">${settings.whyHint}</small>
<button>${settings.change}</button></form>`;
}

function valueTable({ words }: Asked, shown: readonly ShownSetting[]): Html {
  const given = shown.filter(({ source }) => source.kind !== "default");
  if (given.length === 0) return html`<p class="empty">${words.settings.allDefault}</p>`;
  const rows = given.map(
    ({ name, value }) => html`<dt><code>${name}</code></dt>
<dd class="strange">${JSON.stringify(value)}</dd>`,
  );
  return html`<p class="meta">${words.settings.valuesHint}</p><dl class="facts">${rows}</dl>`;
}

async function orderTheMode(asked: Asked): Promise<Answer> {
  const { mode } = readAs(z.object({ mode: z.enum([...modes, "configured"]) }), asked.form);
  await changeMode(asked.parts, mode === "configured" ? undefined : mode, asked.hand());
  return followed(asked);
}

async function orderTheContact(asked: Asked): Promise<Answer> {
  const shape = z.object({ contact: z.enum([...contactModes, "configured"]) });
  const { contact } = readAs(shape, asked.form);
  await changeContact(asked.parts, contact === "configured" ? undefined : contact, asked.hand());
  return followed(asked);
}

const recipientShape = z.object({
  recipient: z.string().max(500),
  mode: z.enum(recipientModes),
  why: z.string().max(200).default(""),
});

async function orderARecipient(asked: Asked): Promise<Answer> {
  const { recipient: named, mode, why } = readAs(recipientShape, asked.form);
  const recipient = recipientNamed(named, asked.parts.inForce.config().home);
  if (recipient === undefined) throw new WrongInput(asked.words.settings.recipientHint);
  await changeRecipient(asked.parts, recipient, mode, why, asked.hand());
  return followed(asked);
}

/** What was ordered shows at once, since orders are read anew. */
async function followed({ parts }: Asked): Promise<Answer> {
  await parts.inForce.refresh();
  return { kind: "redirect", to: "/settings/house?saved" };
}

// What moderators tell each other about a case or a delivery, and who looks after it: on its page.

import { html } from "hono/html";
import { z } from "zod";
import { assign, assigneeOf } from "../../../services/cases/assignment.ts";
import {
  addNote,
  type Note,
  type NotNoted,
  noteMax,
  notesOn,
} from "../../../services/cases/notes.ts";
import { campaignIn } from "../../../services/cases/preview.ts";
import { pageOf } from "../links.ts";
import {
  type Answer,
  type Asked,
  type Html,
  NotThere,
  type Route,
  readAs,
  visitorMay,
  WrongInput,
} from "../page.ts";
import { subjectOf } from "./cases-rule.ts";

export const caseNotesRoutes: readonly Route[] = [
  { method: "POST", path: "/cases/:case/notes", may: "rule", answer: note },
  { method: "POST", path: "/cases/:case/assign", may: "rule", answer: assignOne },
];

/** `about`: a campaign's case as it goes by now, or a receipt. */
export async function notesSection(asked: Asked, about: string): Promise<Html> {
  const { words, parts } = asked;
  const { cases } = words;
  const subject = await subjectOf(asked, about);
  if (subject === undefined) return html``;
  const notes = await notesOn(subject, parts.ownRecords);
  const assignee = await assigneeOf(subject, parts.ownRecords);
  const mayRule = visitorMay(asked, "rule");
  const list =
    notes.length === 0
      ? html`<p class="meta">${cases.noNotes}</p>`
      : html`<ul class="plain-list">${notes.map((one) => noteLine(asked, one))}</ul>`;
  return html`<h2 id="notes">${cases.together}</h2>${whoseLine(asked, subject, assignee, mayRule)}
${list}${mayRule ? noteForm(asked, subject) : ""}`;
}

function noteLine({ moments }: Asked, { by, at, text }: Note): Html {
  return html`<li class="card"><small class="meta"><span class="strange">${by}</span>,
${moments.away(at)}</small><blockquote class="strange">${text}</blockquote></li>`;
}

function whoseLine(
  { words, say, formKey }: Asked,
  subject: string,
  assignee: string | undefined,
  mayRule: boolean,
): Html {
  const { cases } = words;
  const says = assignee === undefined ? cases.nobody : say(cases.looksAfter, { who: assignee });
  const button = html`<button name="to" value="me" class="quiet">${cases.takeIt}</button>`;
  const drop = html`<button name="to" value="nobody" class="quiet">${cases.leaveIt}</button>`;
  const form = html`<form method="post" action="${pageOf.case(subject)}/assign">${formKey}
${button}${assignee === undefined ? "" : drop}</form>`;
  return html`<div class="actions"><span class="strange">${says}</span>
${mayRule ? form : ""}</div>`;
}

function noteForm({ words, say, formKey }: Asked, subject: string): Html {
  const { cases } = words;
  return html`<form method="post" action="${pageOf.case(subject)}/notes" class="narrow">${formKey}
<label>${cases.note}<textarea name="text" required rows="3" maxlength="${noteMax}"
 aria-describedby="note-hint"></textarea></label>
<small id="note-hint">${say(cases.noteHint, { count: noteMax })}</small>
<button>${cases.addNote}</button></form>`;
}

async function note(asked: Asked): Promise<Answer> {
  const { words, parts, say } = asked;
  const about = await meant(asked);
  const { text } = readAs(z.object({ text: z.string().default("") }), asked.form);
  const noted = await addNote(about, text, asked.hand(), parts.ownRecords);
  if (typeof noted === "string")
    throw new WrongInput(say(words.cases.notNoted[noted satisfies NotNoted], { count: noteMax }));
  return backTo(about);
}

async function assignOne(asked: Asked): Promise<Answer> {
  const about = await meant(asked);
  const { to } = readAs(z.object({ to: z.enum(["me", "nobody"]) }), asked.form);
  const hand = asked.hand();
  await assign(about, to === "me" ? hand.by : undefined, hand, asked.parts.ownRecords);
  return backTo(about);
}

async function meant(asked: Asked) {
  const named = asked.params["case"] ?? "";
  const about = await subjectOf(asked, named);
  if (about === undefined) throw new NotThere(named);
  return about;
}

function backTo(about: string): Answer {
  const page = campaignIn(about) === undefined ? pageOf.delivery(about) : pageOf.case(about);
  return { kind: "redirect", to: `${page}#notes` };
}

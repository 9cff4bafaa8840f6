// The half minute in which a ruling can be undone: a bar on the pages that it is about.

import { html } from "hono/html";
import { z } from "zod";
import { second } from "../../../base/units.ts";
import { type PendingRuling, undoRuling } from "../../../services/cases/pending.ts";
import { type Answer, type Asked, type Html, type Route, readAs } from "../page.ts";

export const undoRoutes: readonly Route[] = [
  { method: "POST", path: "/rulings/:ruling/undo", may: "rule", answer: undo },
];

export function undoBar(asked: Asked, one: PendingRuling): Html {
  const { words, say, now, path, formKey } = asked;
  const { word, sums, takesEffectAt, by, id } = one;
  const sentence = word === "release" ? words.caseWords.waitsRelease : words.caseWords.waitsRefuse;
  const seconds = Math.max(0, Math.ceil((takesEffectAt - now) / second));
  const text = say(sentence, { deliveries: sums.deliveries, seconds });
  return html`<div class="note warn" id="undo" data-seconds="${seconds}"
 data-then="${words.caseWords.tookEffect}"><form method="post" action="/rulings/${id}/undo"
 class="actions">${formKey}<input type="hidden" name="from" value="${path}">
<p><span>${text}</span> ${say(words.caseWords.givenBy, { by })}</p>
<button>${words.caseWords.undo}</button></form></div>`;
}

const reasons = ["nothing is meant", "too many at once", "too many names", "nobody tells"] as const;
const said = z.object({
  not: z.enum(reasons).optional().catch(undefined),
  undone: z.enum(["yes", "too late", "unknown"]).optional().catch(undefined),
});

/** What came of what was just done. */
export function whatHappened({ words, query }: Asked): Html {
  const { not, undone } = readAs(said, query);
  const { caseWords } = words;
  if (not !== undefined)
    return html`<div class="note bad" role="alert"><p>${caseWords.notGiven[not]}</p></div>`;
  if (undone === undefined) return html``;
  if (undone === "yes")
    return html`<div class="note good" role="status"><p>${caseWords.undone}</p></div>`;
  const why = undone === "too late" ? caseWords.tooLate : caseWords.unknown;
  return html`<div class="note bad" role="alert"><p>${why}</p></div>`;
}

/**
 * Only a page of ours: two slashes would lead elsewhere. Each part ends with a slash of its own, so
 * that no text can be cut up in many ways.
 */
const from = z.object({
  from: z
    .string()
    .regex(/^\/(?:[\w%.~-]+\/)*[\w%.~-]*$/)
    .max(600)
    .catch("/cases"),
});

async function undo(asked: Asked): Promise<Answer> {
  const back = readAs(from, asked.form).from;
  const id = asked.params["ruling"] ?? "";
  const done = await undoRuling(id, asked.hand(), asked.parts.ownRecords);
  const undone = done.ok ? "yes" : done.error;
  return { kind: "redirect", to: `${back}?${new URLSearchParams({ undone }).toString()}` };
}

// What a proposed change would have done with remembered mail.

import { html } from "hono/html";
import { after, day } from "../../../base/units.ts";
import type { Outlook } from "../../../services/tune.ts";
import { type Difference, effectOn } from "../../../services/tune-effect.ts";
import { pageOf } from "../links.ts";
import type { Asked, Html } from "../page.ts";
import { columnTitles } from "../pieces.ts";

/** More is said in a number. */
const shownMax = 20;

export async function effectSection(
  asked: Asked,
  { proposed, inForce, rulings }: Outlook,
  days: number,
): Promise<Html> {
  if (proposed === undefined) return html``;
  const { words, say, parts, now } = asked;
  const { tuning } = words;
  const stretch = { since: after(now, -days * day), until: now };
  const { chronicle } = parts;
  const effect = await effectOn(stretch, chronicle, inForce, proposed.settings, rulings);
  const { weighed, differences } = effect;
  const found =
    differences.length === 0
      ? html`<p class="empty">${tuning.effectNothing}</p>`
      : html`<ul>${groups(asked, differences)}</ul>${table(asked, differences)}
${more(asked, differences.length + effect.more)}`;
  return html`<h3>${tuning.effect}</h3><p>${say(tuning.effectText, { days, weighed })}</p>${found}`;
}

function groups({ words, say }: Asked, differences: readonly Difference[]): Html[] {
  const { tuning } = words;
  const byMove = Map.groupBy(differences, (one) => `${one.before} ${one.after}`);
  return [...byMove.values()].map((all) => {
    const [first] = all;
    const ham = all.filter(({ fate }) => fate === "ham").length;
    const spam = all.filter(({ fate }) => fate !== "ham" && fate !== "unknown").length;
    const moved = {
      before: first === undefined ? "" : tuning.outcomes[first.before],
      after: first === undefined ? "" : tuning.outcomes[first.after],
    };
    return html`<li>${say(tuning.effectGroup, { n: all.length, ham, spam, ...moved })}</li>`;
  });
}

function table({ words, say, number }: Asked, differences: readonly Difference[]): Html {
  const { tuning } = words;
  const titles = [tuning.sender, tuning.score, tuning.wouldBe, tuning.since];
  const one = { maximumFractionDigits: 1 };
  const rows = differences.slice(0, shownMax).map(
    ({ decision, before, after: then, scores, fate }) => html`<tr>
<td data-label="${tuning.sender}"><a class="strange" href="${pageOf.delivery(decision.receipt)}">
${decision.sender}</a></td>
<td data-label="${tuning.score}">${number(scores[0], one)} → ${number(scores[1], one)}</td>
<td data-label="${tuning.wouldBe}">${say(tuning.insteadOf, {
      before: tuning.outcomes[before],
      after: tuning.outcomes[then],
    })}</td>
<td data-label="${tuning.since}">${tuning.fates[fate]}</td></tr>`,
  );
  return html`<table class="stack"><thead><tr>
${columnTitles(titles)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

function more({ words, say }: Asked, count: number): Html {
  if (count <= shownMax) return html``;
  return html`<p class="meta">${say(words.tuning.more, { n: count - shownMax })}</p>`;
}

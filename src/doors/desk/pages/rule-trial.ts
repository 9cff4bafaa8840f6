// A dry run as a page shows it: counts, shares with their intervals, and some of those it met.

import { html } from "hono/html";
import { wilson } from "../../../base/wilson.ts";
import { type RuleTrial, triedFates } from "../../../model/admin-rule.ts";
import { isTriedEnough, wantedTextsMin } from "../../../services/admin-rules.ts";
import type { RuleTried, TriedExample } from "../../../services/rule-trial.ts";
import { pageOf } from "../links.ts";
import type { Asked, Html } from "../page.ts";
import { columnTitles } from "../pieces.ts";

export function trialSection(asked: Asked, trial: RuleTrial | RuleTried): Html {
  const { words, say } = asked;
  const { rules: text } = words;
  const texts = triedFates.reduce((sum, fate) => sum + trial.looked[fate], 0);
  const few = isTriedEnough(trial) ? "" : say(text.few, { min: wantedTextsMin });
  const examples = "examples" in trial ? trial.examples : [];
  return html`<p>${say(text.triedLead, { texts })}</p>${countsTable(asked, trial)}
<p>${wantedLine(asked, trial)} ${spamLine(asked, trial)}
${hasShares(trial) ? text.certainty : ""}</p>
${few === "" ? "" : html`<p class="note warn">${few}</p>`}
${examples.length === 0 ? "" : examplesTable(asked, examples)}`;
}

function hasShares({ looked, hit }: RuleTrial): boolean {
  return looked.ham + looked.passed + hit.spam > 0;
}

function countsTable({ words, number }: Asked, { looked, hit }: RuleTrial): Html {
  const { rules: text } = words;
  const rows = (["ham", "passed", "kept", "spam"] as const).map((fate) => {
    return html`<tr><th scope="row">${text.fates[fate]}</th>
<td class="number">${number(looked[fate])}</td><td class="number">${number(hit[fate])}</td></tr>`;
  });
  return html`<table><thead><tr><th scope="col">${text.known}</th>
<th scope="col" class="number">${text.texts}</th><th scope="col" class="number">${text.met}</th>
</tr></thead><tbody>${rows}</tbody></table>`;
}

function wantedLine({ words, say, percent }: Asked, { looked, hit }: RuleTrial): string {
  const count = { of: looked.ham + looked.passed, part: hit.ham + hit.passed };
  if (count.of === 0) return words.rules.noWanted;
  const { low, high } = wilson(count);
  return say(words.rules.wanted, { ...count, low: percent(low), high: percent(high) });
}

function spamLine({ words, say, percent }: Asked, { hit }: RuleTrial): string {
  const count = { of: hit.spam + hit.ham + hit.passed, part: hit.spam };
  if (count.of === 0) return "";
  const { low, high } = wilson(count);
  return say(words.rules.spam, { ...count, low: percent(low), high: percent(high) });
}

function examplesTable({ words }: Asked, examples: readonly TriedExample[]): Html {
  const { rules: text } = words;
  const rows = examples.map(({ receipt, fate, sender, met }) => {
    return html`<tr>
<td data-label="${text.receipt}"><a href="${pageOf.delivery(receipt)}">${receipt}</a></td>
<td data-label="${text.known}">${text.fates[fate]}</td>
<td data-label="${text.sender}" class="strange">${sender}</td>
<td data-label="${text.meets}" class="strange">${met}</td></tr>`;
  });
  const titles = [text.receipt, text.known, text.sender, text.meets];
  return html`<h3>${text.examples}</h3><table class="stack"><thead><tr>
${columnTitles(titles)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

// Parts of a delivery's page: the table that adds up, what would change it, and what it says.

import { html } from "hono/html";
import type { DeliveryView, Said } from "../../../services/cases/delivery-view.ts";
import { pageOf } from "../links.ts";
import type { Asked, Html } from "../page.ts";
import { columnTitles } from "../pieces.ts";
import { signed } from "../signed.ts";

export interface Weighed {
  readonly score: number;
  readonly probability: number;
  readonly path: "fast" | "judged";
  readonly evidence: readonly {
    readonly symbol: string;
    readonly strength: number;
    readonly decibans: number;
    readonly because: string;
  }[];
}

/** Prior and evidence, which add up to the score. */
export function whySection(asked: Asked, verdict: Weighed): Html {
  const { words, say, percent, parts } = asked;
  const { caseWords: shared, delivery } = words;
  if (verdict.path === "fast") {
    const reasons = verdict.evidence.map(
      ({ because }) => html`<li class="strange">${because}</li>`,
    );
    return html`<h2>${delivery.why}</h2><p>${delivery.fast}</p><ul>${reasons}</ul>`;
  }
  const spoken = verdict.evidence.reduce((sum, { decibans }) => sum + decibans, 0);
  const { holdAt, settleBand } = parts.inForce.policy();
  const thresholds = { settle: signed(asked, holdAt - settleBand), hold: signed(asked, holdAt) };
  const titles = [shared.symbol, shared.because, delivery.strength, shared.decibans];
  return html`<h2>${delivery.why}</h2>
<p>${say(delivery.likely, { percent: percent(verdict.probability) })}.
<small class="meta">${say(delivery.sumHint, thresholds)}</small></p>
<table class="stack"><thead><tr>${columnTitles(titles)}</tr>
</thead><tbody><tr><th scope="row" colspan="3">${delivery.prior}</th>
<td class="number" data-label="${shared.decibans}">${signed(asked, verdict.score - spoken)}</td>
</tr>${verdict.evidence.map((one) => evidenceRow(asked, one))}</tbody>
<tfoot><tr><th scope="row" colspan="3">${delivery.score}</th>
<td class="number" data-label="${shared.decibans}"><strong>${signed(asked, verdict.score)}</strong>
</td></tr></tfoot></table>`;
}

function evidenceRow(asked: Asked, one: Weighed["evidence"][number]): Html {
  const { caseWords: shared, delivery } = asked.words;
  const strength = asked.number(one.strength, { maximumFractionDigits: 2 });
  return html`<tr><th scope="row" data-label="${shared.symbol}">
<a href="${pageOf.signal(one.symbol)}">${one.symbol}</a></th>
<td data-label="${shared.because}" class="strange">${one.because}</td>
<td data-label="${delivery.strength}" class="number">${strength}</td>
<td class="number" data-label="${shared.decibans}">${signed(asked, one.decibans)}</td></tr>`;
}

/** More would bury what decides. */
const shownMax = 6;

export function changeSection(asked: Asked, { kept, hinges }: DeliveryView): Html {
  if (kept.verdict.path === "fast") return html``;
  const { words, say, number } = asked;
  const { delivery } = words;
  const { alone, together, toSettle, toHold } = hinges;
  const plain = (decibans: number): string => number(decibans, { maximumFractionDigits: 1 });
  const lines = alone.slice(0, shownMax).map(({ symbol, score, band }) => {
    return say(delivery.without, {
      ...{ symbol, score: signed(asked, score), band: delivery.bands[band] },
    });
  });
  if (alone.length === 0) lines.push(delivery.noneAlone);
  if (together.length > 1) lines.push(say(delivery.together, { symbols: together.join(", ") }));
  if (toSettle !== undefined) lines.push(say(delivery.toSettle, { decibans: plain(toSettle) }));
  if (toHold !== undefined) lines.push(say(delivery.toHold, { decibans: plain(toHold) }));
  return html`<h2>${delivery.change}</h2><ul>${lines.map((one) => html`<li>${one}</li>`)}</ul>
<p class="meta">${delivery.changed}</p>`;
}

/** As text: nothing is loaded, no link can be followed. */
export function saysSection(asked: Asked, view: DeliveryView): Html {
  const { words, formKey } = asked;
  const { delivery } = words;
  const title = html`<h2>${delivery.says}</h2>`;
  if (view.said !== undefined) return html`${title}${saying(asked, view.said)}`;
  if (view.kept.bytes === 0) return html`${title}<p class="empty">${delivery.gone}</p>`;
  const path = `${pageOf.delivery(view.kept.receipt)}/body`;
  return html`${title}<form method="post" action="${path}">${formKey}
<p id="private">${delivery.private}</p>
<button class="quiet" aria-describedby="private">${delivery.read}</button></form>`;
}

/** What a post says, as text; nothing of it is a link. */
export function saying(asked: Asked, { text, links, media }: Said): Html {
  const { delivery } = asked.words;
  const post =
    text === ""
      ? html`<p class="empty">${delivery.nothing}</p>`
      : html`<blockquote class="strange">${text}</blockquote>`;
  const urls = links.map((url) => html`<li><code class="strange">${url.slice(0, 500)}</code></li>`);
  const pieces = media.map((one) => html`<li>${pieceOf(asked, one)}</li>`);
  return html`${post}
${links.length === 0 ? "" : html`<h3>${delivery.links}</h3><ul>${urls}</ul>`}
${media.length === 0 ? "" : html`<h3>${delivery.media}</h3><ul>${pieces}</ul>`}`;
}

function pieceOf({ words, say }: Asked, { kind, mediaType, width, height, alt }: Piece): Html {
  const { delivery } = words;
  const size =
    width === undefined || height === undefined ? undefined : say(delivery.size, { width, height });
  const about = [delivery.kinds[kind], mediaType?.slice(0, 80), size].filter(Boolean).join(", ");
  const described = alt ? say(delivery.alt, { alt: alt.slice(0, 1500) }) : delivery.noAlt;
  return html`<span class="strange">${about}; ${described}</span>`;
}

type Piece = Said["media"][number];

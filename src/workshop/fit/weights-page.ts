// docs/weights.md: what the weights rest on, for whoever wants to know before believing them.

import type { Calibration } from "../../engine/calibrate/probability.ts";
import { calibrated } from "../../engine/calibrate/probability.ts";
import { signals } from "../../engine/signals/index.ts";
import { type Ablated, type Change, earnsItsPlace, handsMin, isBeyondChance } from "./ablation.ts";
import { byHand } from "./collect.ts";
import type { Interval } from "./drawn-again.ts";
import { moveMin, type Shipped } from "./fit-weights.ts";
import type { HeldOut } from "./held-out.ts";
import { type Done, type Figure, figureNames, percentOf } from "./operating.ts";

export interface Findings {
  readonly seeds: readonly string[];
  readonly labCampaigns: number;
  readonly tried: readonly HeldOut[];
  readonly taken: HeldOut;
  readonly weights: ReadonlyMap<string, Shipped>;
  readonly calibration: Calibration;
  /** Logs that no weight was fitted to, and the lab. */
  readonly places: readonly Place[];
  readonly ablated: readonly Ablated[];
}

export interface Place {
  readonly name: string;
  readonly cases: number;
  readonly spam: number;
  readonly byHand: Done;
  readonly fitted: Done;
  readonly shipped: Done;
  /** Under a calibration that never saw this log, and under the score as it is. */
  readonly error: Interval & { readonly value: number; readonly bare: number };
}

export function weightsPage(found: Findings): string {
  return [
    introOf(found),
    triedTable(found),
    verdictOn(found),
    placesTable(found),
    calibrationText(found),
    weightsTable(found),
    ablationText(found),
  ].join("\n");
}

function introOf({ seeds, labCampaigns }: Findings): string {
  return `# What the weights rest on

Generated: \`npm run fit\`. For whoever wants to know where scores come from before believing them.

Each signal's weight was first thought of by hand ([signals.md](signals.md) says why). The lab's
attacks, look-alikes and crowds are replayed (seeds ${seeds.join(", ")}: ${labCampaigns} campaigns),
which signals spoke of each contact when it was judged for the last time is noted, and the weights
move to where the truth is likeliest, as far as that outweighs what was thought. None changes its
sign, exceeds its group's cap, or could hold alone. Recorded logs are only looked at: no weight was
fitted to them.
`;
}

function triedTable({ tried, taken }: Findings): string {
  const rows = tried.map((one) => [
    one.doubt === 0 ? "by hand" : `${one.doubt}${one === taken ? " (taken)" : ""}`,
    one.loss.toFixed(4),
    one.doubt === 0 ? "" : `${signed(one.better, 5)} ± ${one.error.toFixed(5)}`,
    ...figureNames.map((figure) => percentOf(one.done, figure).toFixed(2)),
  ]);
  return `## On what was not fitted on

Attacks and classes are dealt into eight parts, and each is judged by weights that never saw it,
nor the same attack or class under another seed. *Openness* is how far weights may go for the same
evidence; loss is in nats a contact; *better* is against what was thought by hand, with its
standard error over attacks and classes. The other columns are in % at the shipped thresholds.

${table(["openness", "loss", "better", ...figureNames], rows)}`;
}

function verdictOn({ taken, tried, weights }: Findings): string {
  const byHand = tried.find(({ doubt }) => doubt === 0)?.loss ?? taken.loss;
  const gain = ((100 * taken.better) / byHand).toFixed(1);
  const isClear = taken.better > 1.96 * taken.error;
  const said = isClear
    ? `It is better than the hand beyond chance (1.96 standard errors), by ${gain} % of the loss.`
    : "It is not better than the hand beyond chance (1.96 standard errors).";
  const moved = [...weights].filter(([symbol, one]) => one.decibans !== byHandOf(symbol)).length;
  return `Taken is ${taken.doubt}, the most modest within one standard error of the best.
${said}
More openness holds less and lets more through, as a higher threshold would. What moves by less
than ${moveMin} deciban is not shipped: bounds that are promised (from which copy on a wave is held,
how far a reply bot gets) rest on tenths. Of ${weights.size} weights ${moved} move.
`;
}

function byHandOf(symbol: string): number {
  return byHand[symbol] ?? 0;
}

function placesTable({ places }: Findings): string {
  const rows = places.flatMap(({ name, cases, spam, byHand, fitted, shipped }) =>
    (
      [
        ["by hand", byHand],
        ["as fitted", fitted],
        ["shipped", shipped],
      ] as const
    ).map(([which, done]) => [
      ...[name, which, `${cases}`, `${spam}`],
      ...figureNames.map((figure) => percentOf(done, figure).toFixed(2)),
    ]),
  );
  return `## At the shipped thresholds

Of contacts that were read, in %, without replaying anew: what settles is judged by what spoke when
its window ended. The lab is what was fitted on.

${table(["", "weights", "contacts", "spam", ...figureNames], rows)}`;
}

function calibrationText({ calibration, places }: Findings): string {
  const rows = places.map(({ name, error }) => [
    name,
    error.value.toFixed(3),
    `${error.low.toFixed(3)} to ${error.high.toFixed(3)}`,
    error.bare.toFixed(3),
  ]);
  const points = [-20, -10, -5, 0, 5, 12, 20, 30].map((score) => [
    signed(score, 0),
    `${(100 * calibrated(score, calibration)).toFixed(1)} %`,
  ]);
  return `## Probability

A score is turned into a probability by three numbers (\`src/engine/calibrate/probability.ts\`). The
error is the expected calibration error: contacts that were read are put into fifteen bins of equal
width by the probability of their first verdict; mean distance of the bins' mean probability and
share of spam, weighted by contacts. Each log is measured under numbers found without it; the
interval is of 200 draws of campaigns. *Bare*: the score taken at its word. A log whose texts come
from where the classifier of words learned flatters all of this.

${table(["", "error", "95 %", "bare"], rows)}
As shipped:

${table(["score", "likely spam"], points)}`;
}

function weightsTable({ weights }: Findings): string {
  const rows = [...weights].map(([symbol, { decibans, fitted, low, high, campaigns }]) => [
    symbol,
    signed(byHandOf(symbol), 1),
    signed(fitted, 1),
    campaigns === 0 ? "" : `${signed(low, 1)} to ${signed(high, 1)}`,
    signed(decibans, 1),
    `${campaigns}`,
  ]);
  return `## Weights

Intervals: 40 fits to campaigns drawn anew. They tell how much other campaigns would have moved a
weight from what was thought, not how sure that thought is. *Spoke in*: attacks and classes, each
under each seed.

${table(["", "by hand", "as fitted", "95 %", "shipped", "spoke in"], rows)}`;
}

function ablationText({ ablated }: Findings): string {
  const rows = ablated.map((one) => [
    one.symbol,
    `${one.spoke}`,
    ...figureNames.map((figure) => told(one.changes, figure)),
    earnsItsPlace(one) ? "yes" : "no",
  ]);
  return `## Without one signal

What would change without it, in points of a hundred with 95 % intervals over campaigns, wherever
that is beyond chance (else the lab's figure); of a log with fewer than ${handsMin} attacks no
interval can be told, and it proves nothing. *Earns*: some figure is worse without it, beyond
chance. Which of those that do not earn it here stay, and why, is told below the table.

${table(["", "spoke", ...figureNames, "earns"], rows)}
${staying(ablated)}`;
}

function told(changes: readonly Change[], figure: Figure): string {
  const own = changes.filter((one) => one.figure === figure);
  const sure = own.filter(isBeyondChance);
  const shown = sure.length > 0 ? sure : own.filter(({ where }) => where === "lab");
  return shown.map((one) => `${one.where} ${signed(one.points, 2)} (${chanceIn(one)})`).join("; ");
}

function chanceIn({ low, high, hands }: Change): string {
  return hands < handsMin ? `of ${hands}` : `${signed(low, 2)} to ${signed(high, 2)}`;
}

function staying(ablated: readonly Ablated[]): string {
  const reasons = new Map(signals.map(({ symbol, weightBecause }) => [symbol, weightBecause]));
  const lines = ablated
    .filter((one) => !earnsItsPlace(one))
    .map(({ symbol }) => `- **${symbol}**: ${staysFor[symbol] ?? reasons.get(symbol) ?? ""}.`);
  return lines.length === 0 ? "" : `Why the others stay:\n\n${lines.join("\n")}\n`;
}

const ruled = "needs many rulings, and the lab's moderators rule on few; no truth is stronger";

/** Why a signal stays that earns no figure here. */
const staysFor: Readonly<Record<string, string>> = {
  BARE_MENTION: "what has no words has little else to go by (T11); others see most of it by now",
  CLOSED_FELLOWS: "needs hosts that close accounts, which nobody here plays",
  COMPLAINED_OF: "needs people who block and report, whom the lab plays too seldom",
  CONDEMNED_BEFORE: ruled,
  CONDEMNED_CAMPAIGN: ruled,
  DISGUISE: "needs attackers who hide from machines, of whom one move here does",
  GOOD_DAYS: "spares regulars, and logs are days long",
  HINTED_TIE: "speaks where nothing is told of ties, and only to spare somebody",
  HOST_BEYOND_ALLOWANCE:
    "for clicks in mass by accounts that have nothing in common (T07, T19), of which others see " +
    "those that are played here; what it delays makes it doubtful",
  HOST_CONDEMNED: ruled,
  HOST_SURGE:
    "for a host's crowd that has nothing in common; others see those that are played here, and " +
    "what it delays makes it doubtful",
  POSTS_COME_HERE: "speaks where nothing is told of ties, and only to spare somebody",
  REUSED_ID: "nobody played it; it keeps an id from being used for two bodies, and weighs little",
  STRANGER_DIRECT: "for advances in private (S17), which share little else",
  VOUCHED_FOR: "spares whom our people's friends speak for, which logs have little of",
  WELCOMED: "what our own people did is credit by design",
  WELL_KNOWN_HOST: "spares people of hosts that this server knows for long; logs are days long",
};

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return `${value < 0 && Number(text) !== 0 ? "−" : "+"}${text}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const ruler = head.map(() => "---");
  return [head, ruler, ...rows].map((row) => `| ${row.join(" | ")} |\n`).join("");
}

// Writes docs/signals.md from the signals themselves: bin/node src/workshop/signals-page.ts

import { writeFileSync } from "node:fs";
import { formatDuration } from "../base/quantity.ts";
import type { Setting } from "../base/settings.ts";
import { shippedSettings } from "../engine/policy.ts";
import { signals } from "../engine/signals/index.ts";
import { type AnySignal, groups } from "../engine/signals/signal.ts";
import { weights } from "../engine/weights.ts";

/** The page that the signals of this checkout need. */
export function signalsPage(): string {
  return [
    intro,
    table(["symbol", "group", "decibans", "95 %", "what it sees"], signals.map(line)),
    "## Groups\n",
    "Signals of one group tell one story. Together they add no more than this:\n",
    table(["group", "at most"], groups.map(cap)),
    "## Each signal\n",
    ...signals.map(section),
    keys,
  ].join("\n");
}

const settleAt = shippedSettings.holdAt - shippedSettings.settleBand;

const intro = `# Signals

Generated from the signals themselves: change them, then run
\`bin/node src/workshop/signals-page.ts\`.

A signal sees one thing about a contact with somebody here who did not ask for it, and says how
clearly, from 0 to 1. Its weight at full strength is in decibans: +10 makes spam ten times likelier,
−10 ten times less. The score is the prior (${signed(shippedSettings.prior)}) and what all signals
add. From ${signed(shippedSettings.holdAt)} on a contact is held,
from ${signed(settleAt)} it settles.
No signal alone can hold. What is not known is no evidence, for or against.

Weights are what was thought of by hand, as far as a fit to attacks and wanted mail of our own
making (\`npm run fit\`) does not move them by a deciban or more: [weights.md](weights.md). Of 100
fits to other campaigns 95 lie in the interval; a signal without one spoke in none of them.
`;

const keys = `## What the keys in reasons mean

T, CM, H and D with a number name attacks, countermoves, wanted mail and kinds of hosts:
[threats.md](threats.md) says which. S17: press reports of the investment wave of May 2023. S32c:
an administrator's report of February 2024 on textless posts with a picture. S38: requests captured
in that wave by an inbox filter's author. S45: a trust and safety group's account of October 2024.
S54: its tracker of April 2026. S56: a forum's collected marks of that network. S74b: a count of
profile pictures among blind people, from a bridge's issue tracker. S85: the sizes of hosts in
2023. S2: the discussion of 2019 that this project began with. What has no key is an estimate of
ours, and says so.
`;

function line({ symbol, group, summary }: AnySignal): readonly string[] {
  const link = `[${symbol}](#${symbol.toLowerCase()})`;
  return [link, group, signed(shippedOf(symbol)), intervalOf(symbol), summary];
}

function shippedOf(symbol: string): number {
  return shippedSettings.signals[symbol]?.decibans ?? 0;
}

/** Empty where no campaign told anything about it. */
function intervalOf(symbol: string): string {
  const { low, high, campaigns } = weights[symbol] ?? { low: 0, high: 0, campaigns: 0 };
  return campaigns === 0 ? "" : `${signed(low)} to ${signed(high)}`;
}

function cap(group: (typeof groups)[number]): readonly string[] {
  const sign = group === "trust" || group === "appearance" ? "−" : "+";
  return [group, `${sign}${shippedSettings.groupMax[group]}`];
}

function section(signal: AnySignal): string {
  const { symbol, summary, decibans, weightBecause, misfiresOn, needs, settings } = signal;
  const knows = needs.length === 0 ? "the delivery alone" : needs.join(", ");
  const named = Object.entries(settings).map(setting);
  return `### ${symbol}

${summary}

- Weight: ${signed(shippedOf(symbol))}${fittedFrom(symbol)}.
- By hand: ${signed(decibans)}. Why: ${weightBecause}.
- Misfires on: ${misfiresOn}.
- Looks at: ${knows}.
${named.join("")}`;
}

function fittedFrom(symbol: string): string {
  const { campaigns = 0 } = weights[symbol] ?? {};
  if (campaigns === 0) return ", as thought";
  return `; ${campaigns} campaigns in which it spoke say ${intervalOf(symbol)}`;
}

function setting([name, one]: readonly [string, Setting]): string {
  return `- \`${name}\`: ${one.doc}. Default: ${standardOf(one)}.\n`;
}

function standardOf(one: Setting): string {
  const standard = one.kind === "duration" ? formatDuration(one.default) : String(one.default);
  if (one.drawnWithin === undefined) return standard;
  return `about ${standard}: each installation draws its own within ${100 * one.drawnWithin} %`;
}

function signed(decibans: number): string {
  return decibans < 0 ? `−${-decibans}` : `+${decibans}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const ruler = head.map(() => "---");
  return [head, ruler, ...rows].map((row) => `| ${row.join(" | ")} |\n`).join("");
}

if (import.meta.main) {
  writeFileSync(new URL("../../docs/signals.md", import.meta.url), signalsPage());
}

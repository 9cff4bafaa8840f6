// A verdict as a table that adds up: prior, evidence, score, and what would change it.

import type { PolicySettings } from "../engine/policy.ts";
import type { Group } from "../engine/signals/signal.ts";
import type { Action, Evidence } from "../model/verdict.ts";
import { type Colour, type Output, paint } from "./output.ts";
import { reasonChanges } from "./reason-words.ts";
import { table } from "./table.ts";
import { wrap } from "./width.ts";

/** What a verdict's table is made from: a verdict, or a line of a replay's answer. */
export interface Explained {
  readonly action: Action;
  readonly score: number;
  readonly probability: number;
  readonly path: "fast" | "judged";
  readonly evidence: readonly Evidence[];
}

const colourOf: Readonly<Record<Action, Colour>> = {
  accept: "green",
  flag: "cyan",
  settle: "yellow",
  hold: "red",
  reject: "red",
};

/** `hold · 14.20 decibans · 96.3 % likely spam`. */
export function headline(verdict: Explained, output: Output): string {
  const action = paint(output, colourOf[verdict.action], verdict.action);
  if (verdict.path === "fast") return `${action} · decided without weighing anything`;
  const likely = `${(100 * verdict.probability).toFixed(1)} % likely spam`;
  return `${action} · ${signed(verdict.score)} decibans · ${likely}`;
}

export function explain(verdict: Explained, settings: PolicySettings, output: Output): string[] {
  const lines = [headline(verdict, output), ""];
  if (verdict.path === "fast") {
    const reasons = verdict.evidence.map((one) => [one.symbol, one.because]);
    return [...lines, ...table([{ title: "rule" }, { title: "because" }], reasons, output.width)];
  }
  const sums = sumsOf(verdict, settings);
  lines.push(...tableOf(verdict, sums, settings, output), "");
  const said = [...notes(verdict, sums, settings), ...whatWouldChange(verdict, settings)];
  lines.push(...said.flatMap((line) => wrap(line, output.width)));
  return lines;
}

interface Sums {
  /** What is left of the score without the evidence: the prior that it was made with. */
  readonly prior: number;
  /** Symbols whose group's cap left less of them than strength times weight. */
  readonly capped: ReadonlySet<string>;
  /** Whether today's settings would add up to the same. */
  readonly current: boolean;
}

function sumsOf(verdict: Explained, settings: PolicySettings): Sums {
  const spoken = verdict.evidence.reduce((sum, one) => sum + one.decibans, 0);
  const prior = round(verdict.score - spoken);
  const capped = new Set<string>();
  let current = Math.abs(prior - settings.prior) < tolerance;
  for (const one of verdict.evidence) {
    const full = Math.abs((settings.signals[one.symbol]?.decibans ?? 0) * one.strength);
    const left = Math.abs(one.decibans);
    if (left < full - tolerance) capped.add(one.symbol);
    else if (left > full + tolerance) current = false;
  }
  return { prior, capped, current };
}

/** Verdicts carry two digits of decibans, three of strength: their rounding, at weight 40. */
const tolerance = 0.05;

function tableOf(
  verdict: Explained,
  sums: Sums,
  settings: PolicySettings,
  output: Output,
): string[] {
  const columns = [
    { title: "signal" },
    { title: "group" },
    { title: "strength", align: "right" },
    { title: "weight", align: "right" },
    { title: "adds", align: "right" },
    { title: "because" },
  ] as const;
  const prior = ["(prior)", "", "", "", signed(sums.prior), "before anything is known of it"];
  const evidence = verdict.evidence.map((one) => [
    one.symbol,
    one.group,
    one.strength.toFixed(2),
    signed(weightOf(one, sums, settings)),
    signed(one.decibans) + (sums.capped.has(one.symbol) ? "*" : ""),
    one.because,
  ]);
  const likely = `odds of spam ${oddsOf(verdict.probability)}, calibrated`;
  const total = ["score", "", "", "", signed(verdict.score), likely];
  return table(columns, [prior, ...evidence, total], output.width);
}

/** What the evidence would add at full strength, in the settings that it was made under. */
function weightOf(one: Evidence, sums: Sums, settings: PolicySettings): number {
  if (sums.capped.has(one.symbol)) return settings.signals[one.symbol]?.decibans ?? 0;
  return one.strength > 0 ? one.decibans / one.strength : 0;
}

function notes(verdict: Explained, sums: Sums, settings: PolicySettings): string[] {
  const groups = new Set(
    verdict.evidence.filter((one) => sums.capped.has(one.symbol)).map((one) => one.group),
  );
  const lines = [...groups].map((group) => {
    const max = settings.groupMax[group as Group];
    return `* The group "${group}" counts for at most ${max}; it was scaled down to that.`;
  });
  if (!sums.current) lines.push("The settings have changed since this verdict was made.");
  return lines;
}

/** In sentences: how far it is from another action, and which evidence it hangs on. */
export function whatWouldChange(verdict: Explained, settings: PolicySettings): string[] {
  const { holdAt } = settings;
  const settleAt = holdAt - settings.settleBand;
  const { score } = verdict;
  const up = (to: number, what: string) =>
    `${(to - score).toFixed(2)} decibans more would have it ${what} (from ${signed(to)} on).`;
  const lines = reasonChanges(verdict.evidence);
  if (verdict.evidence.some(({ symbol }) => symbol === "CRITERIA")) return lines;
  const unproven = verdict.evidence.some((one) => one.symbol === "KEY_UNKNOWN");
  if (unproven) lines.push("It settles until the sender's key can be had, whatever its score.");
  else if (score < settleAt) lines.push(up(settleAt, "settle"));
  if (score < holdAt) lines.push(up(holdAt, "held"));
  if (score >= holdAt) lines.push(without(verdict, holdAt, "not be held"));
  if (score >= settleAt) lines.push(without(verdict, settleAt, "be let in at once"));
  return lines;
}

/** The fewest signals, strongest first, without which the score would be below `threshold`. */
function without(verdict: Explained, threshold: number, what: string): string {
  const against = verdict.evidence
    .filter((one) => one.decibans > 0)
    .sort((a, b) => b.decibans - a.decibans);
  const needed: string[] = [];
  let score = verdict.score;
  for (const one of against) {
    if (score < threshold) break;
    needed.push(one.symbol);
    score -= one.decibans;
  }
  if (score >= threshold) return `Under ${signed(threshold)} it would ${what}.`;
  return `Without ${needed.join(", ")} it would ${what} (below ${signed(threshold)}).`;
}

/** "1 : 20" or "25 : 1". */
function oddsOf(spam: number): string {
  const odds = spam / (1 - spam);
  if (!Number.isFinite(odds)) return "certain";
  return odds >= 1 ? `${shortly(odds)} : 1` : `1 : ${shortly(1 / odds)}`;
}

function shortly(odds: number): string {
  return odds < 10 ? odds.toFixed(1) : String(Math.round(odds));
}

/** With its sign, so that a column reads as a sum. */
function signed(decibans: number): string {
  return `${decibans >= 0 ? "+" : "−"}${Math.abs(round(decibans)).toFixed(2)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

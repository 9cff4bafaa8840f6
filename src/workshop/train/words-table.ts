// What was said of the texts of each source, as a table in Markdown.

import type { Prior } from "../../engine/words/prior.ts";
import { tellingOf } from "../bench/words/measure.ts";
import type { Said } from "./words-calibration.ts";

const steps = [0, 3, 6, 10];

export function tableOf(said: readonly Said[], prior: Prior): string {
  const heads = steps.map((step) => `> ${step} dB: spam, ham %`);
  const rows = [...Map.groupBy(said, ({ source }) => source)].map(([source, all]) => [
    source,
    ...countsOf(all),
    ...tellingCells(all),
    ...steps.map((step) => `${share(all, true, step, prior)}, ${share(all, false, step, prior)}`),
  ]);
  return [["source", "spam", "ham", "1−AUC %", "recall at 1 %", ...heads], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .toSpliced(1, 0, `|${" --- |".repeat(5 + steps.length)}`)
    .join("\n");
}

function countsOf(all: readonly Said[]): readonly string[] {
  const spam = all.filter(({ isSpam }) => isSpam).length;
  return [`${spam}`, `${all.length - spam}`];
}

function tellingCells(all: readonly Said[]): readonly string[] {
  const labels = all.map(({ isSpam }) => isSpam);
  if (new Set(labels).size < 2) return ["", ""];
  const { loss, recallAt1 } = tellingOf(
    all.map(({ nats }) => nats),
    labels,
  );
  return [loss.toFixed(1), recallAt1.toFixed(0)];
}

function share(all: readonly Said[], isSpam: boolean, above: number, prior: Prior): string {
  const some = all.filter((one) => one.isSpam === isSpam);
  if (some.length === 0) return "–";
  const decibans = ({ nats }: Said) => (prior.slope * (nats - prior.base) * 10) / Math.LN10;
  return ((100 * some.filter((one) => decibans(one) > above).length) / some.length).toFixed(1);
}

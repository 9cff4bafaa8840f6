// `npm run fit -- [--seeds one,two] [LOG.jsonl.gz …]`: fits the weights to the lab's attacks and
// wanted mail, checks them on what they were not fitted on and on recorded logs (each with its
// truth beside it), and writes src/engine/weights.ts and docs/weights.md. Takes a few minutes the
// first time; replays are kept in the temporary folder.

import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { makeScorer, type Scorer } from "../engine/calibrate/fit-weights.ts";
import { uncalibrated } from "../engine/calibrate/probability.ts";
import { ablated } from "./fit/ablation.ts";
import { makeCache } from "./fit/cache.ts";
import {
  calibrationError,
  calibrationOf,
  errorInterval,
  judgedBy,
  type Probed,
  probed,
  probedInLab,
} from "./fit/calibration-error.ts";
import { type Case, collected } from "./fit/collect.ts";
import { campaignsIn, frameOf, type Weighed, weighed } from "./fit/examples.ts";
import { shippedFit } from "./fit/fit-weights.ts";
import { chosen, heldOut, unseen } from "./fit/held-out.ts";
import { labLogs } from "./fit/lab-logs.ts";
import { doneTo, fateOf, together } from "./fit/operating.ts";
import { linesOf, truthsBeside } from "./fit/read-log.ts";
import { weightsFile } from "./fit/weights-file.ts";
import { type Place, weightsPage } from "./fit/weights-page.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: "string", default: "fit-1,fit-2" } },
});
const seeds = values.seeds.split(",");

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function collect() {
  const cached = makeCache();
  const lab = new Map<string, readonly Case[]>();
  for (const { name, write } of labLogs(seeds)) {
    const cases = await cached(name, async () => {
      say(`replaying ${name}`);
      const { lines, truths } = await write();
      return collected(name, lines, truths);
    });
    lab.set(name, cases);
  }
  const logs = new Map<string, readonly Case[]>();
  for (const file of positionals) {
    const name = basename(file).replace(/\.jsonl(?:\.gz)?$/, "");
    const cases = await cached(name, async () => {
      say(`replaying ${name}`);
      const truths = await truthsBeside(file);
      return collected(name, linesOf(file), truths);
    });
    logs.set(name, cases);
  }
  return { lab, logs };
}

/** The lab under weights that did not see it: what is fitted on seems surer than it is. */
function labUnseen(lab: readonly Weighed[], doubt: number, scorer: Scorer): readonly Probed[] {
  const parts = unseen(lab, doubt);
  return probedInLab(parts.flatMap(({ tested, fit }) => judgedBy(tested, fit.decibans, scorer)));
}

const { lab, logs } = await collect();
const scorer = makeScorer(frameOf(0));
const taught = weighed(lab);
say("checking on what was not fitted on");
const tried = heldOut(taught);
const taken = chosen(tried);
say("fitting");
const weights = shippedFit(taught, taken.doubt);
const decibans = [...weights.values()].map((one) => one.decibans);
const asFitted = [...weights.values()].map((one) => one.fitted);
const hand = frameOf(0).signals.map(({ before }) => before);

const by = new Map([["lab", taught]]);
for (const [name, cases] of logs) by.set(name, weighed(new Map([[name, cases]])));
const samples = new Map(
  [...by].map(([name, some]) => {
    const sample =
      name === "lab"
        ? labUnseen(some, taken.doubt, scorer)
        : probed(judgedBy(some, decibans, scorer));
    return [name, sample] as const;
  }),
);
const calibration = calibrationOf([...samples.values()]);

const places = [...by].map(([name, some]): Place => {
  const done = (by: readonly number[]) =>
    together(some.map((it) => doneTo(it.one, fateOf(it, by, scorer))));
  const own = samples.get(name) ?? [];
  const others = [...samples].filter(([other]) => other !== name).map(([, sample]) => sample);
  const map = calibrationOf(others);
  const value = calibrationError(own, map);
  const bare = calibrationError(own, uncalibrated);
  return {
    name,
    cases: some.length,
    spam: some.filter(({ one }) => one.isSpam).length,
    byHand: done(hand),
    fitted: done(asFitted),
    shipped: done(decibans),
    error: { value, bare, ...errorInterval(own, map) },
  };
});

say("leaving out one signal after the other");
const found = {
  ...{ seeds, tried, taken, weights, calibration, places },
  labCampaigns: campaignsIn(taught),
  ablated: ablated(by, decibans, scorer),
};
const root = new URL("../../", import.meta.url);
writeFileSync(new URL("src/engine/weights.ts", root), weightsFile(weights, calibration));
writeFileSync(new URL("docs/weights.md", root), weightsPage(found));
say("written: src/engine/weights.ts, docs/weights.md; now: npm run pages");

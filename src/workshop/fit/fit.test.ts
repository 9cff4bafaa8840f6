import assert from "node:assert/strict";
import { test } from "node:test";
import { makeScorer } from "../../engine/calibrate/fit-weights.ts";
import { uncalibrated } from "../../engine/calibrate/probability.ts";
import { shippedSettings } from "../../engine/policy.ts";
import { families } from "../../lab/families/families.ts";
import { ablated, earnsItsPlace } from "./ablation.ts";
import { calibrationError, type Probed } from "./calibration-error.ts";
import { byHand, type Case, collected, type Strengths } from "./collect.ts";
import { draws, middle } from "./drawn-again.ts";
import { campaignsIn, frameOf, weighed } from "./examples.ts";
import { chosen, heldOut } from "./held-out.ts";
import { labLogs } from "./lab-logs.ts";
import { weightsFile } from "./weights-file.ts";

/** A contact of which the same was said when it came and at last. */
function contact(kind: string, isSpam: boolean, came: Strengths, more: Partial<Case> = {}): Case {
  const told = { recipients: 1, isFirst: !isSpam, isUnread: false, outcome: undefined };
  return { kind, campaign: `log: ${kind}`, isSpam, came, last: came, ...told, ...more };
}

const loud: Strengths = { CAMPAIGN: 1, NEWCOMER: 1, UNKNOWN_HOST: 1 };
const quiet: Strengths = { NEWCOMER: 1 };

function some(): readonly Case[] {
  const spam = ["T02", "T09", "T11", "T12", "T13"].flatMap((kind) => [
    ...Array.from({ length: 8 }, () => contact(kind, true, loud)),
    contact(kind, true, quiet),
  ]);
  const ham = Array.from({ length: 60 }, (_, index) =>
    contact("ordinary", false, quiet, { campaign: `log: host${index % 9}` }),
  );
  const alike = ["H02", "H09"].map((kind) => contact(kind, false, quiet));
  return [...spam, ...ham, ...alike];
}

test("what was said of a family's posts is collected with the truth beside it", async () => {
  const [first] = labLogs(["test"]).filter(({ name }) => name === "T22 test");
  assert.ok(first !== undefined && families.some(({ id }) => id === "T22"));
  const { lines, truths } = await first.write();
  const cases = await collected("T22 test", lines, truths);
  assert.equal(cases.length, truths.length);
  const spam = cases.filter((one) => one.isSpam);
  assert.ok(spam.length > 0 && spam.every((one) => one.kind === "T22" && one.outcome));
  const symbols = new Set(spam.flatMap((one) => Object.keys(one.last)));
  assert.ok(symbols.has("MANY_MENTIONS") && symbols.has("CAMPAIGN"));
  assert.ok(cases.some((one) => !one.isSpam && one.kind === "ordinary"));
});

test("spam counts as the prior says, and every attack alike", () => {
  const all = weighed(new Map([["log", some()]]));
  const sum = (of: (one: Case) => boolean) =>
    all.filter(({ one }) => of(one)).reduce((so, { weight }) => so + weight, 0);
  const odds = sum((one) => one.isSpam) / sum((one) => !one.isSpam);
  assert.ok(Math.abs(10 * Math.log10(odds) - shippedSettings.prior) < 1e-6);
  assert.ok(Math.abs(sum((one) => one.kind === "T02") - sum((one) => one.kind === "T13")) < 1e-9);
  assert.equal(campaignsIn(all), 7);
});

test("what passed unread and what is harmless teaches nothing", () => {
  const unread = contact("T02", true, {}, { isUnread: true });
  const harmless = contact("warm-up", true, quiet);
  assert.equal(weighed(new Map([["log", [unread, harmless, ...some()]]])).length, some().length);
});

test("no weight may hold alone, change sides or outgrow its group", () => {
  for (const { symbol, group, least, most } of frameOf(4).signals) {
    assert.ok(shippedSettings.prior + most < shippedSettings.holdAt, symbol);
    assert.ok(most <= shippedSettings.groupMax[group as "reach"], symbol);
    assert.ok((byHand[symbol] ?? 0) > 0 ? least === 0 : most === 0, symbol);
  }
});

test("openness is chosen on what was not fitted on, and is modest where nothing is gained", () => {
  const tried = heldOut(weighed(new Map([["log", some()]])));
  assert.equal(tried[0]?.doubt, 0);
  assert.equal(tried[0]?.better, 0);
  const flat = tried.map((one) => ({ ...one, loss: 1, error: 0.1 }));
  assert.equal(chosen(flat).doubt, 0.5);
  const steep = tried.map((one) => ({ ...one, loss: 5 - one.doubt, error: 0.1 }));
  assert.equal(chosen(steep).doubt, 4);
});

test("what a signal is good for shows where it is left out", () => {
  const by = new Map([["lab", weighed(new Map([["log", some()]]))]]);
  const frame = frameOf(0);
  const all = ablated(
    by,
    frame.signals.map(({ before }) => before),
    makeScorer(frame),
  );
  const campaign = all.find(({ symbol }) => symbol === "CAMPAIGN");
  assert.ok(campaign !== undefined && earnsItsPlace(campaign));
  assert.equal(campaign.changes[0]?.points.toFixed(1), "88.9");
  const wave = all.find(({ symbol }) => symbol === "WAVE");
  assert.ok(wave !== undefined && wave.spoke === 0 && !earnsItsPlace(wave));
});

test("what says one in ten of what is spam one time in ten is calibrated", () => {
  const score = 10 * Math.log10(1 / 9);
  const cases = Array.from({ length: 1_000 }, (_, index): Probed => {
    return { campaign: `${index}`, score, isSpam: index % 10 === 0, weight: 1 };
  });
  assert.ok(calibrationError(cases, uncalibrated) < 1e-9);
  const never = cases.map((one) => ({ ...one, isSpam: false }));
  assert.ok(Math.abs(calibrationError(never, uncalibrated) - 0.1) < 1e-9);
});

test("campaigns are drawn as wholes, spam and wanted mail apart, always the same", () => {
  const names = ["a", "b", "c", "b"];
  const cases = names.map((campaign) => ({ campaign, isSpam: campaign === "a" }));
  const drawn = draws(cases, 20);
  assert.deepEqual(drawn, draws(cases.toReversed(), 20));
  for (const one of drawn) {
    assert.equal(one.get("a"), 1);
    assert.equal((one.get("b") ?? 0) + (one.get("c") ?? 0), 2);
  }
  assert.deepEqual(middle(Array.from({ length: 101 }, (_, index) => index)), { low: 3, high: 98 });
});

test("the file of weights can be read by people", () => {
  const weight = { decibans: 23.46, low: 21, high: 24.04, campaigns: 7 };
  const text = weightsFile(new Map([["CAMPAIGN", weight]]), { low: 2, high: 0.61234, shift: -0 });
  assert.match(text, /^ {2}CAMPAIGN: \{ decibans: 23\.5, low: 21, high: 24, campaigns: 7 \},$/m);
  assert.match(text, /low: 2,\n {2}high: 0\.612,\n {2}shift: 0,/);
});

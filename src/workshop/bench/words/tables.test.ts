import assert from "node:assert/strict";
import { test } from "node:test";
import { spamassassin } from "./spamassassin.ts";
import { tablesOf } from "./tables.ts";
import type { Task, Way } from "./tasks.ts";
import type { Outcome, Trial } from "./trial.ts";

const outcome: Outcome = {
  ...{ kind: "measured", loss: 1.234, recallAt1: 99.96, recallAt01: 5 },
  ...{ postsPerSecond: 1_234_567, modelBytes: 12 * 1024 * 1024, scores: [2, 1] },
};

function trial(way: Way, source: string, more: Partial<Outcome> = {}): Trial {
  const filter = "SpamAssassin Bayes";
  return { filter, way, source, spam: 1, ham: 1, outcome: { ...outcome, ...more } };
}

const task = (source: string): Task => {
  const post = (isSpam: boolean) => ({ text: "", isSpam, language: "en", source });
  return { way: "left out", source, learned: [], scored: [post(true), post(false)] };
};

test("each source has its table, and each way its medians", () => {
  const trials = [1, 2, 9].map((loss, at) => trial("online", `s${at}`, { loss }));
  const text = tablesOf({ trials, tasks: [], absent: [] });
  assert.match(text, /^online: s0 \(1 spam, 1 ham\)$/m);
  assert.match(text, /online: medians of 3 sources\n.*\nSpamAssassin Bayes +2\.00 +100\.0 +5\.0 /);
  assert.match(text, /1,234,567 +12\.0 MiB$/m);
});

test("a threshold for all sources shows what the sources' own hide", () => {
  const trials = [
    trial("left out", "low", { scores: [2, 1] }),
    trial("left out", "high", { scores: [4, 3] }),
  ];
  const text = tablesOf({ trials, tasks: [task("low"), task("high")], absent: [] });
  // Of the four pairs of a spam and a ham one is the wrong way round: "low" spam, "high" ham.
  assert.match(text, /under one threshold\n.*\nSpamAssassin Bayes +25\.00 +50\.0 +50\.0$/m);
});

test("who is not installed is named with what brings it", () => {
  const text = tablesOf({ trials: [], tasks: [], absent: [spamassassin] });
  assert.match(text, /SpamAssassin Bayes: apt-get install spamassassin$/m);
});

test("no line is wider than a terminal, however a filter fails", () => {
  const because = "x".repeat(200);
  const failed: Trial = { ...trial("online", "s"), outcome: { kind: "failed", because } };
  const text = tablesOf({ trials: [failed, trial("online", "t")], tasks: [], absent: [] });
  assert.match(text, /failed: xxx/);
  assert.ok(text.split("\n").every((line) => line.length <= 80));
});

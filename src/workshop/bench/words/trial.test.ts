import assert from "node:assert/strict";
import { test } from "node:test";
import type { Contender, Entry } from "./contender.ts";
import { nothingShared, scoredThenLearned } from "./contender.ts";
import type { Task, Way } from "./tasks.ts";
import { trialOf } from "./trial.ts";

const post = (text: string, isSpam: boolean) => ({
  ...{ text, isSpam, language: "en", source: "here" },
});

const learned = [post("buy", true), post("hello", false)];
const scored = [post("buy", true), post("hello", false), post("buy", true), post("who", false)];

function taskOf(way: Way): Task {
  return { way, source: "here", learned: way === "online" ? [] : learned, scored };
}

/** Knows the texts it was taught, and nothing else. */
class Parrot implements Contender {
  readonly #known = new Map<string, number>();
  ended = 0;
  async train(lessons: readonly { text: string; isSpam: boolean }[]): Promise<void> {
    for (const { text, isSpam } of lessons) this.#known.set(text, isSpam ? 1 : -1);
  }
  async score(texts: readonly string[]): Promise<readonly number[]> {
    return texts.map((text) => this.#known.get(text) ?? 0);
  }
  stream(lessons: readonly { text: string; isSpam: boolean }[]): Promise<readonly number[]> {
    return scoredThenLearned(this, lessons);
  }
  async modelBytes(): Promise<number> {
    return this.#known.size;
  }
  async end(): Promise<void> {
    this.ended++;
  }
}

function entryOf(contender: Contender): Entry {
  return {
    name: "parrot",
    packages: "",
    programs: [],
    runs: "here",
    make: async () => contender,
    close: nothingShared,
  };
}

test("what was taught is told apart, what was not is not", async () => {
  const { outcome, spam, ham } = await trialOf(entryOf(new Parrot()), taskOf("halves"));
  assert.equal(outcome.kind, "measured");
  if (outcome.kind !== "measured") return;
  assert.deepEqual([spam, ham], [2, 2]);
  assert.deepEqual(outcome.scores, [1, -1, 1, 0]);
  assert.equal(outcome.loss, 0);
  assert.equal(outcome.modelBytes, 2);
  assert.ok(outcome.postsPerSecond > 0);
});

test("online each post is scored before it is learned", async () => {
  const { outcome } = await trialOf(entryOf(new Parrot()), taskOf("online"));
  assert.deepEqual(outcome.kind === "measured" && outcome.scores, [0, 0, 1, 0]);
});

test("a filter that fails, or answers too little, says so and is ended", async () => {
  const silent = new Parrot();
  silent.score = async () => [1];
  const wild = new Parrot();
  wild.score = async (texts) => texts.map(() => Number.NaN);
  const dead = new Parrot();
  dead.train = () => Promise.reject(new Error("sick"));
  for (const [contender, why] of [
    [silent, /answered 1 of 4/],
    [wild, /not with numbers/],
    [dead, /sick/],
  ] as const) {
    const { outcome } = await trialOf(entryOf(contender), taskOf("left out"));
    assert.equal(outcome.kind, "failed");
    assert.match(outcome.kind === "failed" ? outcome.because : "", why);
    assert.equal(contender.ended, 1);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { WordsLesson } from "../../model/words.ts";
import { normalize } from "../text/normalize.ts";
import { type Features, featuresOf } from "./features.ts";
import { learn, learnTogether, newWords, type Words, weigh } from "./model.ts";
import { noPrior } from "./prior.ts";

function featuresIn(text: string): Features {
  return featuresOf({ text, comparable: normalize(text).text, links: [] });
}

function lesson(label: WordsLesson["label"], author: number): WordsLesson {
  return { label, weight: 1, author: `a${author}.example` };
}

const offers = ["free coins for you", "claim your free coins", "coins for free, claim now"];
const talk = ["the ferry was late again", "bread and soup for supper", "my cat sleeps on the desk"];

/** `rounds` of both, each text from an author of its own. */
function taught(rounds: number): Words {
  const words = newWords(noPrior);
  for (let author = 0; author < rounds; author++) {
    learn(words, featuresIn(offers[author % 3] ?? ""), lesson("spam", author));
    learn(words, featuresIn(talk[author % 3] ?? ""), lesson("ham", author));
  }
  return words;
}

test("who knows nothing says nothing", () => {
  assert.deepEqual(weigh(newWords(noPrior), featuresIn("free coins")), { decibans: 0, known: 0 });
  assert.deepEqual(weigh(taught(9), featuresIn("")), { decibans: 0, known: 0 });
});

test("what was learned is told apart, and said of what is like it", () => {
  const words = taught(9);
  assert.ok(weigh(words, featuresIn("claim free coins, all of you")).decibans > 0.5);
  assert.ok(weigh(words, featuresIn("soup for the cat")).decibans < -0.3);
});

test("what one author says is believed of nobody", () => {
  const words = newWords(noPrior);
  for (let at = 0; at < 50; at++) learn(words, featuresIn(offers[0] ?? ""), lesson("spam", 1));
  assert.equal(weigh(words, featuresIn(offers[0] ?? "")).decibans, 0);
});

test("a campaign of two hundred is one lesson and one author", () => {
  const spam = featuresIn("free coins");
  const [together, alone] = [newWords(noPrior), newWords(noPrior)] as const;
  learnTogether(together, new Array<Features>(200).fill(spam), lesson("spam", 1));
  learn(alone, spam, lesson("spam", 1));
  const share = strongest(together) / strongest(alone);
  assert.ok(share > 0.5 && share < 2, `${share}`);
});

function strongest({ weights }: Words): number {
  return weights.reduce((most, one) => Math.max(most, one), 0);
}

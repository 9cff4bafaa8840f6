import assert from "node:assert/strict";
import { test } from "node:test";
import type { WordsLesson } from "../../model/words.ts";
import { normalize } from "../text/normalize.ts";
import { type Features, featuresOf } from "./features.ts";
import { learn, newWords, type Words, weigh } from "./model.ts";
import { noPrior } from "./prior.ts";
import { teach } from "./teach.ts";

function featuresIn(text: string): Features {
  return featuresOf({ text, comparable: normalize(text).text, links: [] });
}

function lesson(label: WordsLesson["label"], author: number): WordsLesson {
  return { label, weight: 1, author: `a${author}.example` };
}

const trades = ["crypto", "casino", "wallet", "jackpot", "coins", "bonus"];

/** Around one trade, as people write. */
const spam = [
  "hello my friend, I made so much with this # and you can do it too, write me",
  "good morning everybody, my sister told me about a # that pays out on the same day",
  "why do you work all day when the # works for you at night? ask me how",
  "this is the last week of the #, there are only a few places left for you",
];

const talk = [
  "good morning everybody, does somebody here know when the library opens today?",
  "my sister told me about that film and I want to see it next week",
  "why do you always write that late at night? there are only a few hours left to sleep",
];

function taughtSpam(by: (words: Words, features: Features, lesson: WordsLesson) => void): Words {
  const words = newWords(noPrior);
  for (let author = 0; author < 40; author++) {
    const text = spam[author % spam.length] ?? "";
    const trade = trades[author % trades.length] ?? "";
    by(words, featuresIn(text.replace("#", `${trade} ${author}`)), lesson("spam", author));
  }
  return words;
}

const careful = taughtSpam((words, features, one) => teach(words, [features], one));

const fresh = "my friend made so much with the casino bonus and you can do it, places are few";

test("who was only ever shown spam tells it from its language by ordinary posts", () => {
  const naive = taughtSpam(learn);
  const said = (words: Words, text: string): number => weigh(words, featuresIn(text)).decibans;
  const usual = (words: Words): number =>
    talk.reduce((sum, text) => sum + said(words, text), 0) / talk.length;
  const apart = (words: Words): number => said(words, fresh) - usual(words);
  assert.ok(apart(careful) > 2, `${apart(careful)}`);
  assert.ok(apart(naive) < apart(careful) / 2, `it would not, without them: ${apart(naive)}`);
});

test("spam in a script of which nobody showed anything ordinary teaches next to nothing", () => {
  const words = newWords(noPrior);
  const text = "ကျွန်ုပ်တို့ထံတွင် အခမဲ့ဒင်္ဂါးများရှိသည် ယခုပင်ယူပါ";
  for (let author = 0; author < 40; author++)
    teach(words, [featuresIn(`${text} ${author}`)], lesson("spam", author));
  assert.ok(Math.abs(weigh(words, featuresIn(text)).decibans) < 1);
});

test("the same lessons make the same model", () => {
  const again = taughtSpam((words, features, one) => teach(words, [features], one));
  assert.deepEqual(again.weights, careful.weights);
});

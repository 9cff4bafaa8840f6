// What strangers can teach the classifier on purpose, and what they can't: stories of poisoning.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { seeded } from "../../base/prng.ts";
import type { Link } from "../../model/reading.ts";
import { linkTo } from "../text/links.ts";
import { normalize } from "../text/normalize.ts";
import { type Features, featuresOf } from "./features.ts";
import { newWords, type Words, weigh } from "./model.ts";
import { noPrior } from "./prior.ts";
import { teach } from "./teach.ts";

function featuresIn(text: string, links: readonly Link[] = []): Features {
  return featuresOf({ text, comparable: normalize(text).text, links });
}

function decibans(words: Words, text: string, links: readonly Link[] = []): number {
  return weigh(words, featuresIn(text, links)).decibans;
}

/** Written for this project; every second one was learned from, the others never. */
const ham = readFileSync(new URL("../../../fixtures/words/ham.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { readonly text: string }).text)
  .filter((_, at) => at % 2 === 1);

/** Of a trade that the shipped words know nothing about. */
const offers = "carpet curtain mattress sofa parquet wardrobe awning shutters pergola skylight";
const everyday =
  "morning river window garden seldom bicycle under paper yellow listen mountain kitchen quiet " +
  "remember station forest winter letter almost corner island thunder pocket travel butter " +
  "silver evening market story branch shadow village copper candle history pillow engine";

const random = seeded("poison");

function some(from: string, count: number): string {
  const all = from.split(" ");
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)]).join(" ");
}

function offer(naming = ""): string {
  const [here, there] = [some(offers, 3), some(offers, 3)];
  return `${some(everyday, 5)} ${here} ${naming} ${some(everyday, 4)} ${there}`;
}

function ordinary(): string {
  return some(everyday, 15);
}

/** Lessons of spam from as many authors. */
function taughtSpam(texts: readonly string[], links: readonly Link[] = []): Words {
  const words = newWords();
  for (const [author, text] of texts.entries())
    teach(words, [featuresIn(text, links)], { label: "spam", weight: 1, author: `${author}.test` });
  return words;
}

const named = [
  "has anybody tried X on an old phone? it starts and then the map stays grey",
  "X hat eine neue Version, danke an alle, die übersetzt haben",
  "réunion des bénévoles de X jeudi à la bibliothèque, apportez du thé",
  "Xの新しいバージョンが出ました。翻訳してくれた人ありがとう",
];

for (const name of ["Tidewatcher", "Open Tidewatch Project", "tide_watcher", "潮見"]) {
  test(`who is named in each of sixty lessons of spam is not framed: ${name}`, () => {
    const words = taughtSpam(Array.from({ length: 60 }, () => offer(name)));
    const unmoved = newWords();
    assert.ok(decibans(words, offers) - decibans(unmoved, offers) > 3, "the trade is learned");
    for (const post of named) {
      const text = post.replace("X", name);
      const moved = decibans(words, text) - decibans(unmoved, text);
      assert.ok(moved < 1, `${text}: ${moved}`);
    }
  });
}

test("a host that each of sixty lessons of spam links to is not framed", () => {
  const link = linkTo("https://almanac.example/tides", "elsewhere.example");
  assert.ok(link !== undefined);
  const words = taughtSpam(
    Array.from({ length: 60 }, () => offer()),
    [link],
  );
  const post = "the tables for next year are out, thanks to everybody who measured";
  assert.ok(decibans(words, post, [link]) - decibans(newWords(), post, [link]) < 1);
});

test("people who write about drugs, sex work, crypto and need are not taken for spammers", () => {
  const said = ham.map((text) => ({ text, decibans: decibans(newWords(), text) }));
  const loud = said.filter((one) => one.decibans > 6).map(({ text }) => text);
  assert.ok(loud.length <= ham.length / 20, loud.join("\n"));
  assert.deepEqual(
    said.filter((one) => one.decibans > 10),
    [],
  );
});

test("nor after sixty lessons of spam that is made of their words", () => {
  const vocabulary = ham.join(" ");
  const words = taughtSpam(
    Array.from({ length: 60 }, () => `${some(vocabulary, 8)} ${some(offers, 6)}`),
  );
  const moved = ham.map((text) => decibans(words, text) - decibans(newWords(), text));
  const mean = moved.reduce((sum, one) => sum + one, 0) / moved.length;
  assert.ok(mean < 1, `${mean}`);
  assert.ok(Math.max(...moved) < 5, `${Math.max(...moved)}`);
});

for (const [share, lossMax] of [
  [0.01, 1],
  [0.05, 2],
  [0.2, 5],
] as const) {
  test(`${100 * share} % of wrong labels cost at most ${lossMax} % of telling apart`, () => {
    const words = newWords(noPrior);
    for (let author = 0; author < 300; author++) {
      const isSpam = author % 2 === 0;
      const label = isSpam !== random() < share ? "spam" : "ham";
      const text = isSpam ? offer() : ordinary();
      teach(words, [featuresIn(text)], { label, weight: 1, author: `${author}.test` });
    }
    const [spam, rest] = [offer, ordinary].map((make) =>
      Array.from({ length: 100 }, () => decibans(words, make())),
    ) as [number[], number[]];
    const above = spam.flatMap((one) => rest.map((other): number => (one > other ? 0 : 1)));
    const loss = (100 * above.reduce((sum, one) => sum + one, 0)) / above.length;
    assert.ok(loss <= lossMax, `${loss}`);
  });
}

test("good words around spam hide little of it", () => {
  const spam = "Congratulations! You have won a $500 prize. Claim your free bonus now, txt WIN";
  const alone = decibans(newWords(), spam);
  const padding = ham.filter((text) => /^[\x20-\x7E]+$/.test(text)).slice(0, 3);
  const padded = decibans(newWords(), `${spam} ${padding.join(" ")}`);
  assert.ok(alone > 8, `${alone}`);
  assert.ok(padded > alone / 2, `${padded} of ${alone}`);
});

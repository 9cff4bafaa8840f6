import assert from "node:assert/strict";
import { test } from "node:test";
import { featuresOf, type Worded } from "./features.ts";
import { newWords } from "./model.ts";
import { noPrior } from "./prior.ts";
import { teach } from "./teach.ts";
import { tellingWords } from "./telling.ts";

function worded(text: string): Worded {
  return { text, comparable: text, links: [] };
}

test("of a text that looks like spam the words that make it so are named, each once", () => {
  const words = newWords(noPrior);
  for (let author = 0; author < 30; author++)
    for (const [label, text] of [
      ["spam", `crypto casino number ${author} pays you now`],
      ["ham", `we have the garden number ${author} and you now`],
    ] as const)
      teach(words, [featuresOf(worded(text))], { label, weight: 1, author: `${label}${author}` });
  const text = "we have you in the casino, the crypto and the garden; crypto now";
  const said = tellingWords(words, worded(text.replaceAll(/[,;]/g, "")), 2);
  assert.deepEqual([...said].sort(), ["casino", "crypto"]);
  assert.deepEqual(tellingWords(newWords(noPrior), worded(text), 2), []);
});

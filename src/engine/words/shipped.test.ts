import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { normalize } from "../text/normalize.ts";
import { featuresOf } from "./features.ts";
import { newWords, weigh } from "./model.ts";
import { packPrior, unpackPrior } from "./prior.ts";
import { shippedBytes, shippedPrior } from "./shipped.ts";

const card = readFileSync(new URL("../../../docs/models/words.md", import.meta.url), "utf8");

test("the shipped words are those of the model card", () => {
  const digest = createHash("sha256").update(shippedBytes()).digest("hex");
  assert.ok(card.includes(digest), `docs/models/words.md does not name ${digest}`);
  assert.ok(shippedBytes().length <= 4 * 1024 * 1024);
});

test("they come back from their bytes", () => {
  assert.deepEqual(packPrior(unpackPrior(shippedBytes())), shippedBytes());
  assert.equal(shippedPrior(), shippedPrior());
});

function decibans(text: string): number {
  return weigh(newWords(), featuresOf({ text, comparable: normalize(text).text, links: [] }))
    .decibans;
}

const told: readonly (readonly [string, "spam" | "ham"])[] = [
  ["You have WON a £900 prize! To claim call 0900 555 0199 now, only 12 hours left", "spam"],
  ["Recovered my lost $48,000 USDT thanks to this expert, DM him now for crypto recovery", "spam"],
  ["Заработок от 1200$ в неделю, обучаем бесплатно, пишите + в личные сообщения", "spam"],
  ["slot gacor malam ini, depo kecil langsung maxwin, buruan daftar gaes", "spam"],
  ["does anybody know when the library opens on mondays?", "ham"],
  ["спасибо, встретимся завтра у метро", "ham"],
  ["今日は雨なので家で本を読んでいます", "ham"],
  ["der Zug hat schon wieder Verspätung, ich komme später", "ham"],
];

for (const [text, label] of told) {
  test(`without a single lesson: ${label}, ${text}`, () => {
    if (label === "spam") assert.ok(decibans(text) > 5, `${decibans(text)}`);
    else assert.ok(decibans(text) < 0, `${decibans(text)}`);
  });
}

test("of a script that it never saw it says next to nothing", () => {
  assert.ok(Math.abs(decibans("ကျွန်ုပ်တို့ထံတွင် ယခုပင်ယူပါ")) < 3);
});

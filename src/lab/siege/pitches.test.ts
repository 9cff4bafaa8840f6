import assert from "node:assert/strict";
import { test } from "node:test";
import { dice as diceOf } from "../dice.ts";
import { disguised, splitHtml } from "./disguise.ts";
import { fourGrams, pitched, rewritten, saidSoFar, themes, tongues } from "./pitches.ts";

const offer = { theme: "scam", language: "en", name: "ada", brand: "Velora12" } as const;

test("every message can be put in more than two hundred ways, in every language", () => {
  const languages = tongues.map((language) => ({ ...offer, language }));
  for (const one of [...languages, ...themes.map((theme) => ({ ...offer, theme }))]) {
    const dice = diceOf("ways");
    const ways = new Set(Array.from({ length: 400 }, () => pitched(dice, one)));
    assert.ok(ways.size > 200, `${one.theme} ${one.language}: ${ways.size}`);
  }
});

test("no slot is left open", () => {
  const dice = diceOf("slots");
  for (const theme of themes) {
    for (let i = 0; i < 50; i += 1) {
      assert.doesNotMatch(pitched(dice, { ...offer, theme }), /[{}|<>]/);
    }
  }
});

test("what is rewritten shares little with what was said before", () => {
  const dice = diceOf("anew");
  const said = saidSoFar();
  const near = Array.from({ length: 40 }, () => {
    const text = rewritten(dice, offer, said);
    const nearness = said.nearness(text);
    said.add(text);
    return nearness;
  });
  assert.ok(Math.max(...near) < 0.7, `${Math.max(...near)}`);
});

test("the same text is entirely near, another not at all", () => {
  const said = saidSoFar();
  said.add("a kettle of tea");
  assert.equal(said.nearness("a kettle of tea"), 1);
  assert.equal(said.nearness("quite unlike"), 0);
  assert.equal(fourGrams("abcde").size, 2);
});

test("disguises change letters and leave links alone", () => {
  const words = "one price for everything that anybody could ever want ".repeat(4);
  const text = `${words}https://velora12.test/join`;
  for (const letters of ["look-alike", "invisible", "full-width", "spaced"] as const) {
    const other = disguised(diceOf(letters), text, letters);
    assert.notEqual(other, text);
    assert.ok(other.endsWith(" https://velora12.test/join"), other);
  }
  assert.equal(disguised(diceOf("plain"), text, "plain"), text);
});

test("split by tags, a text reads the same once hidden letters are taken out", () => {
  const html = splitHtml(diceOf("tags"), "<p>one price for everything</p>");
  const shown = html.replace(/<span class="invisible">.*?<\/span>/g, "").replace(/<[^>]*>/g, "");
  assert.equal(shown, "one price for everything");
  assert.ok(html.includes("<span>"));
});

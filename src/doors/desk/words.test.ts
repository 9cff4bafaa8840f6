import assert from "node:assert/strict";
import { test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./words/en.ts";
import { languageFor, languages, speechIn, translations } from "./words.ts";

/** Messages by their path, such as "shell.now". */
function messagesOf(catalogue: object, path = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue) as [string, string | object][]) {
    const name = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") all.set(name, value);
    else for (const [below, message] of messagesOf(value, name)) all.set(below, message);
  }
  return all;
}

type Nodes = ReturnType<IntlMessageFormat["getAst"]>;

/** Names of the gaps, wherever they stand. */
function gapsOf(message: string, language: string): readonly string[] {
  const found = new Set<string>();
  const walk = (nodes: Nodes): void => {
    for (const node of nodes) {
      if ("value" in node && node.type !== 0 && node.type !== 8) found.add(node.value);
      if ("options" in node)
        for (const option of Object.values(node.options)) walk(option.value as Nodes);
    }
  };
  walk(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

const english = messagesOf(en);

test("every message in English can be said", () => {
  for (const [name, message] of english)
    assert.doesNotThrow(() => gapsOf(message, "en"), `${name}: ${message}`);
});

for (const language of languages) {
  if (language === "en") continue;
  test(`what is said in ${language} has the gaps of the English, and no key of its own`, () => {
    for (const [name, message] of messagesOf(translations[language])) {
      const original = english.get(name);
      assert.ok(original !== undefined, `${name} is no message`);
      assert.deepEqual(gapsOf(message, language), gapsOf(original, "en"), `${name}: ${message}`);
    }
  });
}

for (const language of ["de", "fr", "es", "ja"] as const)
  test(`nothing is left unsaid in ${language}`, () => {
    const said = messagesOf(translations[language]);
    assert.deepEqual(
      [...english.keys()].filter((name) => !said.has(name)),
      [],
    );
  });

test("a browser's first language that we have is spoken, else English", () => {
  const cases: [string, string][] = [
    ["de-AT,de;q=0.9,en;q=0.5", "de"],
    ["sv,fr;q=0.4,ja;q=0.8", "ja"],
    ["en;q=0.1, es;q=0", "en"],
    ["", "en"],
    ["*".repeat(10_000), "en"],
  ];
  for (const [accepted, language] of cases) assert.equal(languageFor(accepted), language, accepted);
});

test("numbers and shares are written as the language has them", () => {
  assert.equal(speechIn("de").number(12345.6), "12.345,6");
  assert.equal(speechIn("fr").percent(0.125), "12,5\u00a0%");
});

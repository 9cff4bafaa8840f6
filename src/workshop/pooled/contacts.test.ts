import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../base/units.ts";
import { dice as diceOf } from "../../lab/dice.ts";
import { post } from "../../lab/traffic/ham.ts";
import { home } from "../../lab/traffic/home.ts";
import { actorOn, bare, type RemoteHost, someHost } from "../../lab/traffic/places.ts";
import { logOf } from "../../lab/traffic/scribe.ts";
import { scriptOf, traitsOf } from "./contacts.ts";

const at = epochMs(Date.parse("2026-09-07T00:00:00.000Z"));
const dice = diceOf("contacts");

function told(host: Partial<RemoteHost>, text: string) {
  const from = actorOn(someHost(dice, "alder.example", host), "mira", bare(at));
  const sending = post({ dice, home }, at, from, { text, language: "uk" }, ["ada"], "question");
  const { lines } = logOf(home, at, [sending]);
  const sent = lines.find((line) => line.type === "delivery");
  assert.ok(sent?.type === "delivery");
  return traitsOf(lines)(sent);
}

test("a host tells its software and its size, a post its language, its letters the script", () => {
  assert.deepEqual(told({ software: "mastodon", people: 140 }, "добрий день, Ado"), {
    language: "uk",
    script: "Cyrillic",
    people: "101 to 1000",
    software: "mastodon",
  });
});

test("a server that does not say the language leaves it untold; sizes have their edges", () => {
  assert.equal(told({ software: "misskey", people: 1 }, "hello").language, "not told");
  assert.equal(told({ software: "mastodon", people: 1 }, "hello").people, "1");
  assert.equal(told({ software: "mastodon", people: 10 }, "hello").people, "2 to 10");
  assert.equal(told({ software: "mastodon", people: 20_000 }, "hello").people, "more than 10000");
});

test("the script is that of most letters, whoever is named and wherever links lead", () => {
  assert.equal(
    scriptOf("<p>@somebody@long.example はい https://example.test/x</p>"),
    "kana and ideographs",
  );
  assert.equal(scriptOf("<p>👍 12</p>"), "no letters");
  assert.equal(scriptOf("<p>ᚠᚢᚦ</p>"), "other letters");
  assert.equal(scriptOf("<p>שלום to you all</p>"), "Latin");
});

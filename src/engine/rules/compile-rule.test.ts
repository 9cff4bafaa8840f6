// What each kind of rule meets, what it spares, and what of its text is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type PatternKind, patternKinds } from "../../model/admin-rule.ts";
import { compilePattern } from "./compile-rule.ts";
import { type Said, sighted } from "./rules.fixture.ts";
import { sightOf } from "./sight.ts";

function met(kind: PatternKind, text: string, said: Said): string | undefined {
  const compiled = compilePattern({ kind, text });
  assert.ok(compiled.ok, compiled.ok ? "" : compiled.error);
  return compiled.value.find(sightOf(sighted(said)));
}

function tell(
  kind: PatternKind,
  pattern: string,
  stories: readonly (readonly [story: string, said: Said | string, isMet: boolean])[],
): void {
  for (const [story, said, isMet] of stories) {
    test(`${kind} "${pattern}": ${story}`, () => {
      const found = met(kind, pattern, typeof said === "string" ? { text: said } : said);
      assert.equal(found !== undefined, isMet, found);
    });
  }
}

tell("words", "free crypto", [
  ["as written", "Get FREE crypto now", true],
  ["with signs between", "free... crypto!", true],
  ["zero-width inside", "fr\u200bee cry\u200cpto", true],
  ["letters of other scripts", "frее сrypto", true],
  ["wide and mathematical letters", "ｆｒｅｅ 𝕔𝕣𝕪𝕡𝕥𝕠", true],
  ["accents on top", "frée crýpto", true],
  ["digits for letters", "fr3e cryp7o", true],
  ["pulled apart", "f r e e c r y p t o, f.r.e.e crypto", true],
  ["inside longer words", "carefree cryptography", false],
  ["in another order", "crypto that is free", false],
  ["words between", "free talk on crypto", false],
]);
tell("words", "cunt", [["the people of a town", "Greetings from Scunthorpe", false]]);
tell("words", "casino*", [
  ["whatever begins so", "Casinobonus for you", true],
  ["not what ends so", "supercasino", false],
]);
tell("words", "win 500 euros", [
  ["the same number", "Win 500 EUROS today", true],
  ["another number", "win 50 euros today", false],
]);
tell("words", "無料ギフト", [
  ["where no spaces are written", "今なら無料ギフトが届く", true],
  ["half-width kana", "今なら無料ｷﾞﾌﾄが届く", true],
  ["other words of the kind", "無料で読める", false],
]);
tell("words", "@join@free.example", [
  ["named by a mention", { mentions: ["@join@free.example"] }, true],
  ["named in plain text", "write to @Join@free.example", true],
  ["another of that host", { mentions: ["@ann@free.example"] }, false],
]);

tell("fuzzy", "casino", [
  ["one letter wrong", "best cassino here", true],
  ["two letters turned round", "best csaino here", true],
  ["a digit for a letter", "best casin0 here", true],
  ["in pieces", "best ca si no here", true],
  ["with dots and dashes", "best c-a.s-i.n-o here", true],
  ["two letters wrong", "best kasinno here", false],
  ["two words of Spanish", "en ese caso no voy", false],
  ["part of a longer word", "occasionally", false],
]);
tell("fuzzy", "betting", [
  ["a letter left out", "online bettng", true],
  ["words that rhyme with it", "getting, setting, letting", false],
]);
tell("fuzzy", "free bitcoin", [
  ["misspelled in the longer word", "free bitcion for all", true],
  ["written as one", "freebitcoin for all", true],
  ["the short word must be right", "three bitcoin", false],
  ["not side by side", "free talk on bitcoin", false],
]);
tell("fuzzy", "viagra", [["across words", "we went via Gratz and via gratitude", false]]);

tell("expression", String.raw`\bt\.me/\+?[a-z0-9]{8,}`, [
  ["in the text", "join T.ME/+AbCd1234xyz now", true],
  ["where a link leads", { text: "join", links: ["https://t.me/abcd1234xyz"] }, true],
  ["another channel", "t.me/news", false],
]);
tell("expression", "free +(crypto|bitcoin)", [
  ["letters in disguise, as folded", "frее сrypto", true],
  ["at the end of a long text", `${"lorem ipsum ".repeat(4000)} free crypto`, true],
]);

tell("link", "spam.example", [
  ["the domain", { links: ["https://spam.example/a"], actor: "https://a.test/u/1" }, true],
  ["a host below", { links: ["https://x.spam.example/a"] }, true],
  ["a host that ends alike", { links: ["https://notspam.example/a"] }, false],
  ["only in words", "spam.example", false],
]);
tell("link", "https://pages.host.example", [
  ["that host", { links: ["https://pages.host.example/a"] }, true],
  ["another of that domain", { links: ["https://www.host.example/a"] }, false],
]);

tell("host", "spam.example", [
  ["a sender of it", {}, true],
  ["a host below", { actor: "https://a.spam.example/u/1" }, true],
  ["who only says so", { proven: false }, false],
]);
tell("actor", "https://spam.example/users/eve", [
  ["itself", {}, true],
  ["another", { actor: "https://spam.example/users/evelyn" }, false],
  ["who only says so", { proven: false }, false],
]);

tell("name", "katie####", [
  ["a number behind it", { username: "katie4821" }, true],
  ["set apart", { username: "Katie_77" }, true],
  ["no profile yet, but its URL", { actor: "https://spam.example/users/katie19" }, true],
  ["a number and more", { username: "katie4821x" }, false],
  ["no number", { username: "katie" }, false],
]);
tell("name", "*free crypto*", [
  ["a display name in disguise", { name: "💰 Frее Crypto 💰", username: "x" }, true],
  ["something else", { name: "Crypto skeptic", username: "x" }, false],
]);

for (const [story, kind, text, complaint] of [
  ["nothing at all", "words", "  ", /empty/],
  ["a letter", "words", "a", /3 letters/],
  ["signs alone", "words", "!!!", /expression/],
  ["a short fuzzy word", "fuzzy", "loan", /5 letters/],
  ["a phrase of a page", "words", "word ".repeat(100), /200 characters/],
  ["a look-ahead", "expression", "(?=a)b", /look-around/],
  ["a back-reference", "expression", String.raw`(a)\1`, /back-references/],
  ["an open bracket", "expression", "(free", /RE2 can't read/],
  ["what matches everything", "expression", ".*", /matches everything/],
  ["too many repeats", "expression", "(a{50}b{50}){10}c", /too large|repeat/],
  ["a long one", "expression", "a".repeat(301), /300 characters/],
  ["a suffix of many", "link", "co.uk", /suffix/],
  ["a suffix of customers", "link", "github.io", /suffix/],
  ["a path", "link", "https://spam.example/a", /only the host/],
  ["no host", "link", "spam", /host is needed/],
  ["a handle", "actor", "@eve@spam.example", /URL/],
  ["a star", "name", "*", /letters/],
  ["any number", "name", "####", /letters/],
] as const) {
  test(`refused, with a word on what to do: ${story}`, () => {
    const compiled = compilePattern({ kind, text });
    assert.equal(compiled.ok, false);
    assert.match(compiled.ok ? "" : compiled.error, complaint);
  });
}

test("no pattern and no text makes a rule throw", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^[a-z()[\]{}*+?|.\\@#0-9 ]*$/),
  );
  fc.assert(
    fc.property(fc.constantFrom(...patternKinds), text, text, (kind, pattern, said) => {
      const compiled = compilePattern({ kind, text: pattern });
      if (compiled.ok) compiled.value.find(sightOf(sighted({ text: said, name: said })));
    }),
  );
});

/** What phrases mean, said in the slowest way. */
function naively(phrase: string, text: string): boolean {
  const words = (one: string) => one.toLowerCase().match(/[a-z]+/g) ?? [];
  const [wanted, there] = [words(phrase), words(text)];
  return there.some((_, at) => wanted.every((word, index) => there[at + index] === word));
}

test("a phrase is met exactly where its words stand side by side", () => {
  const word = fc.constantFrom("free", "crypto", "cry", "pto", "FREE", "refree", "of");
  const text = fc.array(fc.tuple(word, fc.constantFrom(" ", ", ", "\n", "! ")), { maxLength: 8 });
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(phrase, text, (wanted, parts) => {
      if (wanted === "of") return;
      const said = parts.flat().join("");
      assert.equal(met("words", wanted, { text: said }) !== undefined, naively(wanted, said));
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Lesson } from "../model/lesson.ts";
import { start } from "../ports/kept.fixture.ts";
import { collectLessons, labelledText, measureLessons } from "./labelled-texts.ts";

function why(line: string): string {
  const read = labelledText(line);
  return read.ok ? "" : read.error.because;
}

test("what is wrong with a line is said", () => {
  assert.equal(why('{"text":"a","label":"ham","lang":"en","id":7}'), "");
  assert.match(why("{"), /not an object like \{"text"/);
  assert.match(why("[]"), /not an object/);
  assert.match(why('{"label":"spam"}'), /its text is missing/);
  assert.match(why('{"text":"a","label":"Spam"}'), /label is not "spam" or "ham"/);
  assert.match(why(`{"text":"${"a".repeat(70_000)}","label":"spam"}`), /text is too long/);
  assert.match(why('{"text":"a","label":"spam","author":7}'), /its author is missing, or no text/);
});

test("a campaign is one lesson, the same text is one, and neither has two labels", () => {
  const collector = collectLessons("s", start);
  const add = (text: string, label: "spam" | "ham", campaign?: string) =>
    collector.add({ text, label, campaign, author: undefined });
  for (const text of ["free coins", "coins for free", "free coins"]) {
    assert.ok(add(text, "spam", "wave").ok);
    assert.ok(add(`${text} by itself`, "spam").ok);
  }
  const twice = [add("more coins", "ham", "wave"), add("free coins by itself", "ham")];
  for (const one of twice) assert.ok(!one.ok && /labelled spam above/.test(one.error.because));
  assert.ok(add(" ", "ham").ok);
  const lessons = collector.lessons();
  assert.equal(lessons.length, 3, "who says nothing teaches nothing");
  assert.equal(new Set(lessons.map(({ author }) => author)).size, 3);
  assert.doesNotMatch(JSON.stringify(lessons.map(({ about, author }) => [about, author])), /coin/);
});

const trades = ["crypto wallet", "casino bonus", "jackpot spins", "airdrop coins"];
const things = ["the garden", "our choir", "this bicycle", "my old cat"];

async function* nothing(): AsyncGenerator<readonly Lesson[]> {
  yield [];
}

test("what would change is measured on what was not learned", async () => {
  const collector = collectLessons("s", start);
  for (let number = 0; number < 60; number++) {
    const trade = `${trades[number % 4]} ${trades[(number + 1) % 4]}`;
    const spam = `claim your ${trade} today, ${number} people got paid, write me for ${trade}`;
    const ham = `did anybody see ${things[number % 4]} in the rain? it was day ${number} of it`;
    collector.add({ text: spam, label: "spam", author: undefined, campaign: undefined });
    collector.add({ text: ham, label: "ham", author: undefined, campaign: undefined });
  }
  const { before, after } = await measureLessons(collector.lessons(), nothing());
  assert.ok(after.spam > 50 && after.spam >= before.spam, `${before.spam} ${after.spam}`);
  assert.ok(after.ham < 3, `${after.ham}`);
});

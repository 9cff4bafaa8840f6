import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import { day, epochMs } from "../base/units.ts";
import { someLesson } from "../ports/lesson.fixture.ts";
import { type LearnOptions, runLearn } from "./learn.ts";
import { bytesOf, fakeContext, testMoment } from "./testing.ts";

function desk() {
  const store = { ledger: new ProcessLedger(), lessonBook: new ProcessLessonBook() };
  const learn = async (options: LearnOptions, text?: string, directory = "/nowhere") => {
    const frame = fakeContext({ input: bytesOf(text ?? ""), directory });
    const file = text === undefined ? undefined : "-";
    const code = await runLearn(file, options, store, frame);
    return { code, text: frame.output.text() };
  };
  return { ...store, learn };
}

const file = [
  '{"text":"free coins for you","label":"spam","campaign":"c"}',
  "",
  '{"text":"coins for free","label":"spam","campaign":"c"}',
  '{"text":"did you feed the cat","label":"ham","author":"ann@harbor.example"}',
].join("\n");

test("a file teaches once, however often it is given", async () => {
  const { learn, lessonBook } = desk();
  const { code, text } = await learn({}, file);
  assert.equal(code, 0);
  assert.match(text, /^Learned 4 lines: 1 lesson of spam and 1 of ham\. A gate that runs/);
  await learn({}, file);
  assert.equal((await lessonBook.lessons(0, 9)).length, 2);
  assert.equal((await lessonBook.mark()).changes, 0);
  const json = JSON.parse((await learn({ json: true }, file)).text);
  assert.deepEqual(json, { learned: true, lines: 4, lessons: 2, spam: 1, ham: 1 });
});

test("a bad line is named, and nothing of the file is learned", async () => {
  const { learn, lessonBook } = desk();
  const message = /^standard input:5: its label is not "spam" or "ham"\. Nothing was learned\.$/;
  await assert.rejects(learn({}, `${file}\n{"text":"a","label":1}\n`), { message });
  assert.deepEqual(await lessonBook.lessons(0, 9), []);
});

test("a file is read from where the command runs; one without a word is no lesson", async () => {
  const { lessonBook, ledger } = desk();
  const directory = mkdtempSync(join(tmpdir(), "breakwater-learn-"));
  try {
    writeFileSync(join(directory, "texts.jsonl"), '{"text":" ","label":"spam"}\n');
    const frame = fakeContext({ directory });
    assert.equal(await runLearn("texts.jsonl", {}, { ledger, lessonBook }, frame), 1);
    assert.match(frame.output.text(), /^There is nothing to learn in texts\.jsonl: no line/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("a dry run says what would change, and changes nothing", async () => {
  const { learn, lessonBook } = desk();
  const { code, text } = await learn({ dryRun: true }, file);
  assert.equal(code, 0);
  assert.match(text, /^Would learn 4 lines/);
  assert.match(text, /^as it is now +0\.0 % +0\.0 %$/m);
  assert.match(text, /^afterwards +\d+\.\d % +\d+\.\d %$/m);
  const json = JSON.parse((await learn({ dryRun: true, json: true }, file)).text);
  assert.deepEqual(json.before, { spam: 0, ham: 0 });
  assert.deepEqual(await lessonBook.lessons(0, 9), []);
});

test("days are listed, and any of them can be gone back to", async () => {
  const { learn, lessonBook } = desk();
  assert.deepEqual(await learn({ days: true }), {
    code: 1,
    text: "Nothing was learned here yet; it knows what is shipped.\n",
  });
  const on = (number: number, days: number) =>
    someLesson(number, { at: epochMs(testMoment - days * day) });
  await lessonBook.teach([on(1, 2), on(2, 2), on(3, 1), on(4, 0)]);
  const back = await learn({ restore: "2026-11-21" });
  assert.match(
    back.text,
    /^Knows what it knew at the end of 2026-11-21; set aside: 2 later lessons\./,
  );
  for (const line of back.text.split("\n")) assert.ok(line.length <= 100, line);
  const { text } = await learn({ days: true });
  assert.match(text, /^2026-11-23 +1 +0 +1\n2026-11-22 +1 +0 +1\n2026-11-21 +2 +0 +0$/m);
  assert.match((await learn({ restore: "latest" })).text, /^All that was ever learned is known/);
  assert.equal((await lessonBook.lessons(0, 9)).length, 4);
  const json = JSON.parse((await learn({ restore: "2026-11-22", json: true })).text);
  assert.deepEqual(json, { until: "2026-11-23T00:00:00.000Z", aside: 1 });
  await assert.rejects(learn({ restore: "2026-11-22", dryRun: true }), /goes with a file/);
  for (const word of ["yesterday", "2026-02-31", "2026-13-01"])
    await assert.rejects(learn({ restore: word }), /is no day: write one as 2026-11-20/, word);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import type { Lesson } from "../model/lesson.ts";
import { actor, bytes, someKept } from "../ports/kept.fixture.ts";
import { someLesson } from "../ports/lesson.fixture.ts";
import { collectLessons, labelledText } from "../services/labelled-texts.ts";
import { exportLabels, exportModel } from "./export-words.ts";
import { fakeOutput, testMoment } from "./testing.ts";

async function stores() {
  const store = { ledger: new ProcessLedger(), lessonBook: new ProcessLessonBook() };
  const keep = async (number: number, text: string, more: Partial<Lesson> = {}) => {
    const sender = actor(number);
    const object = { type: "Note", attributedTo: sender, content: `<p>${text}</p>` };
    const body = bytes(JSON.stringify({ type: "Create", actor: sender, object }));
    await store.ledger.keep(someKept(number, { sender, body, state: "rejected" }));
    await store.lessonBook.teach([someLesson(number, more)]);
  };
  await keep(1, "free coins", { about: "campaign:c1" });
  await keep(2, "a secret", { isPublic: false });
  await store.lessonBook.teach([someLesson(3), someLesson(4, { from: "file" })]);
  return store;
}

test("public posts go out with their labels, as another server learns them", async () => {
  const output = fakeOutput();
  assert.equal(await exportLabels(false, await stores(), output), 0);
  const lines = output.text().trim().split("\n");
  assert.equal(lines.length, 1);
  const label = JSON.parse(lines[0] ?? "");
  assert.equal(label.text, "free coins");
  assert.equal(label.campaign, "campaign:c1");
  assert.doesNotMatch(lines[0] ?? "", /remote\.example/);
  assert.ok(labelledText(lines[0] ?? "").ok);
  assert.match(output.asides(), /^Of 1 ruling the text is gone\.$/m);
  assert.match(output.asides(), /^1 private post left out: add --private/m);
});

test("where there is nothing to give, that is said", async () => {
  const output = fakeOutput();
  const store = { ledger: new ProcessLedger(), lessonBook: new ProcessLessonBook() };
  assert.equal(await exportLabels(false, store, output), 1);
  assert.equal(output.text(), "");
  assert.match(
    output.asides(),
    /^There is nothing to give away: no ruling here is on a public post/,
  );
});

test("private ones only where they are asked for", async () => {
  const output = fakeOutput();
  assert.equal(await exportLabels(true, await stores(), output), 0);
  assert.match(output.text(), /"a secret"/);
  assert.doesNotMatch(output.asides(), /private/);
});

test("the model is of public lessons only", async () => {
  const { lessonBook } = await stores();
  const none = fakeOutput();
  assert.equal(await exportModel({ lessonBook: new ProcessLessonBook() }, none), 1);
  assert.match(none.asides(), /^This model is empty: nothing was learned here yet/);
  const collector = collectLessons("s", testMoment);
  collector.add({ text: "free coins", label: "spam", author: undefined, campaign: undefined });
  const [lesson] = collector.lessons();
  assert.ok(lesson !== undefined);
  await lessonBook.teach([lesson, { ...lesson, about: "private", isPublic: false }]);
  const output = fakeOutput();
  assert.equal(await exportModel({ lessonBook }, output), 0);
  const model = JSON.parse(output.text());
  assert.deepEqual([model.kind, model.lessons], ["breakwater-words", 1]);
  assert.ok(model.packed.length > JSON.parse(none.text()).packed.length);
});

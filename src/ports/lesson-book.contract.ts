// What every lesson book promises, as stories.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { day, epochMs, startOf } from "../base/units.ts";
import { type Lesson, lessonsMax } from "../model/lesson.ts";
import { later } from "./kept.fixture.ts";
import { someLesson } from "./lesson.fixture.ts";
import type { LessonBook } from "./lesson-book.ts";

export interface OpenLessonBook {
  readonly book: LessonBook;
  readonly close: () => Promise<void>;
}

type Tell = (name: string, story: (book: LessonBook) => Promise<void>) => void;

export function lessonBookContract(adapter: string, open: () => Promise<OpenLessonBook>): void {
  const tell: Tell = (name, story) => {
    void test(`${adapter}: ${name}`, async () => {
      const { book, close } = await open();
      try {
        await story(book);
      } finally {
        await close();
      }
    });
  };
  teachingStories(tell);
  goingBackStories(tell);
  forgettingStories(tell);
}

async function inForce(book: LessonBook): Promise<readonly string[]> {
  return (await book.lessons(0, 99)).map(({ about, label }) => `${about} ${label}`);
}

function teachingStories(tell: Tell): void {
  tell("lessons come back whole and in their order", async (book) => {
    const private_ = { isPublic: false, sender: undefined, receipt: undefined };
    const taught: Lesson[] = [someLesson(2), someLesson(1, { label: "ham", ...private_ })];
    await book.teach(taught);
    await book.teach([someLesson(3, { from: "file" })]);
    const found = await book.lessons(0, 99);
    const { number: _, ...first } = found[0] ?? { number: 0 };
    deepEqual(first, taught[0]);
    const { number: __, ...second } = found[1] ?? { number: 0 };
    deepEqual(second, taught[1]);
    deepEqual(await book.lessonAbout("delivery:r1"), taught[1]);
    equal(await book.lessonAbout("delivery:r9"), undefined);
    deepEqual(await book.lessons(found[0]?.number ?? 0, 1), [found[1]]);
    deepEqual(await book.mark(), { last: found[2]?.number, changes: 0 });
  });

  tell("features in a buffer that is used again stay as they were", async (book) => {
    const pool = Uint8Array.of(0, 7, 8, 0);
    const teaching = book.teach([someLesson(1, { features: pool.subarray(1, 3) })]);
    pool.fill(0);
    await teaching;
    deepEqual((await book.lessonAbout("delivery:r1"))?.features, Uint8Array.of(7, 8));
  });

  tell(
    "another word on the same is one lesson, and who learned before hears of it",
    async (book) => {
      await book.teach([someLesson(1), someLesson(2)]);
      await book.teach([someLesson(1)]);
      equal((await book.mark()).changes, 0, "the same again is nothing new");
      await book.teach([someLesson(1, { label: "ham" })]);
      deepEqual(await inForce(book), ["delivery:r2 spam", "delivery:r1 ham"]);
      equal((await book.mark()).changes, 1);
    },
  );

  tell("beyond what fits the oldest of a source go, and those of the other stay", async (book) => {
    const { ruling } = lessonsMax;
    await book.teach([someLesson(0, { about: "line", from: "file" })]);
    await book.teach(Array.from({ length: ruling }, (_, i) => someLesson(i)));
    equal((await book.mark()).changes, 0);
    await book.teach([someLesson(ruling)]);
    const all = await book.lessons(0, 2 * ruling);
    equal(all.length, 1 + 0.9 * ruling);
    equal(all[0]?.about, "line");
    equal(all.at(-1)?.about, `delivery:r${ruling}`);
    equal((await book.mark()).changes, 1);
  });
}

function goingBackStories(tell: Tell): void {
  tell("any day can be gone back to, and forth again", async (book) => {
    const on = (number: number, days: number) => someLesson(number, { at: later(days * day) });
    await book.teach([on(1, 0), on(2, 1), on(3, 2), { ...on(4, 2), label: "ham" }]);
    const startsAt = (days: number) => startOf(day, later(days * day));
    equal(await book.goBackTo(epochMs(startsAt(2))), 2);
    deepEqual(await inForce(book), ["delivery:r1 spam", "delivery:r2 spam"]);
    const days = [
      { startsAt: startsAt(2), spam: 1, ham: 1, aside: 2 },
      { startsAt: startsAt(1), spam: 1, ham: 0, aside: 0 },
      { startsAt: startsAt(0), spam: 1, ham: 0, aside: 0 },
    ];
    deepEqual(await book.days(), days);
    const { changes } = await book.mark();
    await book.teach([on(5, 2)]);
    deepEqual((await inForce(book)).at(-1), "delivery:r5 spam", "what is learned now counts");
    await book.teach([on(3, 2)]);
    deepEqual((await inForce(book)).at(-1), "delivery:r3 spam", "so does what is said again");
    equal(await book.goBackTo(undefined), 0);
    equal((await inForce(book)).length, 5);
    equal((await book.mark()).changes > changes, true);
  });
}

function forgettingStories(tell: Tell): void {
  tell("what somebody's posts taught goes with them", async (book) => {
    await book.teach([someLesson(1), someLesson(2)]);
    equal(await book.unteach("sender9"), 0);
    equal((await book.mark()).changes, 0);
    deepEqual(
      (await book.taughtBy("sender1")).map(({ about }) => about),
      ["delivery:r1"],
    );
    equal(await book.unteach("sender1"), 1);
    deepEqual(await book.taughtBy("sender1"), []);
    deepEqual(await inForce(book), ["delivery:r2 spam"]);
    equal((await book.mark()).changes, 1);
  });

  tell("old rulings teach no more; what a file taught was meant to stay", async (book) => {
    await book.teach([someLesson(1), someLesson(2, { from: "file" }), someLesson(3)]);
    equal(await book.expireLessons(later(3)), 1);
    deepEqual(await inForce(book), ["delivery:r2 spam", "delivery:r3 spam"]);
  });
}

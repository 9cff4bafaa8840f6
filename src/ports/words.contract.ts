// What every classifier of words promises, as stories: it learns what it is taught, and no more.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { read } from "../engine/read.ts";
import type { ReadArrival } from "../model/arrival.ts";
import type { Receipt } from "../model/ids.ts";
import type { Lesson } from "../model/lesson.ts";
import { someLesson } from "./lesson.fixture.ts";
import { contact, remote } from "./memory-contract/contacts.ts";
import type { Words } from "./words.ts";

interface Saying {
  readonly from?: string;
  readonly receipt?: string;
  readonly proven?: boolean;
}

/** A post to one of ours that says this. */
export function saying(text: string, told: Saying = {}): ReadArrival {
  const { from = "someone@remote.example", receipt = "r1", proven = true } = told;
  const silent = contact({ from, receipt, proven });
  const arrival = { ...silent, activity: { ...silent.activity, content: text } };
  return { ...arrival, reading: read(arrival) };
}

/** In words of nobody's spam or small talk, so that nothing shipped has a say. */
const made = ["zorbly quandix vamp trelloga", "quandix trelloga zorbly vamp now", "zorbly vamp"];

export function wordsContract(adapter: string, open: () => Words): void {
  const lesson = (words: Words, number: number, more: Partial<Lesson> = {}): Lesson => {
    const { features } = words.worded(saying(made[number % 3] ?? ""));
    return someLesson(number, { features, ...more });
  };
  const opinion = (words: Words): number => words.weigh(saying(made[0] ?? ""))?.decibans ?? 0;

  test(`${adapter}: a post without words is nothing to weigh`, () => {
    const words = open();
    equal(words.weigh(saying("")), undefined);
    equal(words.contact("r1" as Receipt), undefined);
    deepEqual(words.worded(saying("")).features, new Uint8Array());
  });

  test(`${adapter}: what several authors taught changes what it says, lesson by lesson`, () => {
    const words = open();
    const before = opinion(words);
    for (let author = 0; author < 12; author++) words.learn([lesson(words, author)]);
    ok(opinion(words) > before + 0.5, `${opinion(words)}`);
    for (let author = 0; author < 40; author++)
      words.learn([lesson(words, author, { label: "ham", about: `ham${author}` })]);
    ok(opinion(words) < before, `${opinion(words)}`);
  });

  test(`${adapter}: learning anew is as if nothing else had been learned`, async () => {
    const [words, other] = [open(), open()];
    const taught = Array.from({ length: 9 }, (_, author) => lesson(words, author));
    other.learn(taught);
    words.learn(Array.from({ length: 30 }, (_, author) => lesson(words, author, { label: "ham" })));
    await words.learnAnew(paged(taught));
    equal(opinion(words), opinion(other));
    await words.learnAnew(paged([]));
    equal(opinion(words), opinion(open()));
  });

  test(`${adapter}: it goes by what it knew until all is learned anew`, async () => {
    const words = open();
    words.learn(Array.from({ length: 9 }, (_, author) => lesson(words, author)));
    const before = opinion(words);
    const go = Promise.withResolvers<void>();
    const learning = words.learnAnew(afterwards(go.promise));
    equal(opinion(words), before);
    go.resolve();
    await learning;
    equal(opinion(words), opinion(open()));
  });

  test(`${adapter}: bytes that it did not pack teach nothing`, () => {
    const words = open();
    const before = opinion(words);
    for (const features of [new Uint8Array(), Uint8Array.of(200, 1, 2), new Uint8Array(99)])
      words.learn([someLesson(1, { features }), someLesson(2, { features })]);
    equal(opinion(words), before);
  });

  test(`${adapter}: what a contact said is remembered for a while, hashed, until forgotten`, () => {
    const words = open();
    const post = saying("free coins", { receipt: "r7", from: "eve@spam.example" });
    words.weigh(post);
    deepEqual(words.contact("r7" as Receipt), words.worded(post));
    words.weigh(saying("free coins", { receipt: "r8", proven: false }));
    equal(words.contact("r8" as Receipt), undefined, "anybody may say that of anybody");
    words.forget(remote("eve@spam.example"));
    equal(words.contact("r7" as Receipt), undefined);
  });

  test(`${adapter}: a flood makes it forget what was said first, not grow`, () => {
    const words = open();
    const long = Array.from({ length: 500 }, (_, at) => `w${(at * at * 7919).toString(36)}`);
    for (let number = 0; number < 400; number++)
      words.weigh(saying(`${number} ${long.join(" ")}`, { receipt: `r${number}` }));
    equal(words.contact("r0" as Receipt), undefined);
    ok(words.contact("r399" as Receipt) !== undefined);
  });
}

async function* paged(lessons: readonly Lesson[]): AsyncGenerator<readonly Lesson[]> {
  for (const lesson of lessons) yield [lesson];
}

async function* afterwards(moment: Promise<void>): AsyncGenerator<readonly Lesson[]> {
  await moment;
  yield [];
}

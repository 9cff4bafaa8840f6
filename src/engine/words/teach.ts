// A lesson as it is given: what was ruled on, and, after spam, ordinary posts beside it.

import { ramp } from "../../base/ramp.ts";
import type { WordsLesson } from "../../model/words.ts";
import { ordinaryLike } from "./background.ts";
import { cellOf, cells } from "./cells.ts";
import type { Features } from "./features.ts";
import { learn, learnTogether, type Words } from "./model.ts";

/** Of the most alike, so that not one is said again and again; chosen on texts: see the card. */
const alikeMax = 32;
const besideSpam = 2;

/**
 * How much of a text its like among ordinary posts have: in languages of ours half and more, in
 * others of the same script two fifths, in other scripts a fifth. From where on spam is learned,
 * and from where on in full; below, nobody could tell what it is about from what it is written in.
 */
const ordinaryFrom = 0.15;
const ordinaryFull = 0.4;

/** One lesson of posts that belong together. The same lessons in the same order: the same model. */
export function teach(words: Words, posts: readonly Features[], lesson: WordsLesson): void {
  if (lesson.label === "ham") learnTogether(words, posts, lesson);
  else teachSpam(words, posts, lesson);
}

function teachSpam(words: Words, posts: readonly Features[], lesson: WordsLesson): void {
  const alike = ordinaryLike(posts, alikeMax);
  const weight = lesson.weight * ramp(ordinaryShare(posts, alike), ordinaryFrom, ordinaryFull);
  const turn = besideSpam * Math.round(words.all.lessons);
  if (weight > 0) learnTogether(words, posts, { ...lesson, weight });
  for (let beside = 0; beside < besideSpam; beside++) {
    const number = (turn + beside) % alikeMax;
    const ordinary = alike[number];
    const author = `ordinary ${number}`;
    if (ordinary !== undefined) learn(words, ordinary, { label: "ham", weight, author });
  }
}

function ordinaryShare(posts: readonly Features[], alike: readonly Features[]): number {
  const isOrdinary = new Uint8Array(cells);
  for (const { hashes } of alike) for (const hash of hashes) isOrdinary[cellOf(hash)] = 1;
  let shared = 0;
  let all = 0;
  for (const { hashes } of posts) {
    all += hashes.length;
    for (const hash of hashes) shared += isOrdinary[cellOf(hash)] as number;
  }
  return all === 0 ? 0 : shared / all;
}

import { spamWords } from "./spam-words.ts";
import { note, stories, unknown, update } from "./stories.ts";

const wording = (decibans: number, known = 200) => ({ words: { decibans, known } });

stories(spamWords, [
  ["words as people have them", note(), wording(-6), 0],
  ["no text buys credit", note(), wording(-15), 0],
  ["a slight lean", note(), wording(3), 0],
  ["plainly spam's", note(), wording(12), 1],
  ["more is no more", note(), wording(15), 1],
  ["between", note(), wording(7.5), 0.5],
  ["an edit says it, too", update(), wording(7.5), 0.5],
  ["a link and two words, of which little is known", note(), wording(12, 19), 0],
  ["just enough is known", note(), wording(12, 20), 1],
  ["it says nothing at all", note(), { words: unknown }, 0],
]);

// Naive Bayes over words, learning as it goes: what "use a spam filter, as for e-mail" means.
//
// Each word is as telling as the odds that it was seen in spam and not in ham; the fifteen most
// telling of a post are multiplied (Graham 2002), as if they had nothing to do with each other.

import { day, type EpochMs } from "../../base/units.ts";
import type { Contact } from "./inbox.ts";
import type { Rival } from "./rival.ts";
import { hamWords, spamWords } from "./start-words.ts";

/**
 * Starts with a few words (start-words.ts). Learns what is labelled at once, and what was let
 * through and nobody reported for a day as ham, as filters with "autolearn" do. What people asked
 * for is never kept back.
 */
export function naiveBayes(): Rival {
  const vocabulary = newVocabulary();
  const unlabelled = new Map<string, LetThrough>();
  return {
    name: "naive Bayes over words",
    keepsBack(contact) {
      const { delivery, at, recipients } = contact;
      for (const [silent, { words, since }] of unlabelled) {
        if (at - since < day) break;
        unlabelled.delete(silent);
        vocabulary.learn(words, "ham");
      }
      const words = wordsOf(contact);
      const asked = recipients.some((one) => one.followsSender || one.addressedSender);
      const held = !asked && vocabulary.probabilityOfSpam(words) > threshold;
      if (!held) unlabelled.set(delivery, { words, since: at });
      return held;
    },
    hears(delivery, label) {
      const words = unlabelled.get(delivery)?.words;
      unlabelled.delete(delivery);
      if (words !== undefined) vocabulary.learn(words, label);
    },
  };
}

/** Waits, in order, for somebody to say what it was. */
interface LetThrough {
  readonly words: readonly string[];
  readonly since: EpochMs;
}

/** Bogofilter's own. */
const threshold = 0.99;
const tellingMost = 15;

/** Sites count as words, by their hosts. Scripts without spaces are cut into pairs of letters. */
function wordsOf({ text, links }: Contact): readonly string[] {
  const written = text.replace(/https?:\/\/\S+/g, " ").toLowerCase();
  const hosts = links.map((link) => URL.parse(link)?.host ?? "").filter((host) => host !== "");
  const runs = written.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const words = runs.flatMap((run) => (spaceless.test(run) ? pairsIn(run) : [run]));
  return [...new Set([...words, ...hosts])];
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function pairsIn(run: string): readonly string[] {
  const letters = [...run];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

interface Vocabulary {
  learn(words: readonly string[], label: "spam" | "ham"): void;
  probabilityOfSpam(words: readonly string[]): number;
}

/** In how many posts of each kind a word stood. */
interface Counts {
  spam: number;
  ham: number;
}

function newVocabulary(): Vocabulary {
  const words = new Map<string, Counts>();
  const posts: Counts = { spam: 0, ham: 0 };
  const learn = (some: readonly string[], label: "spam" | "ham"): void => {
    posts[label]++;
    for (const word of some) {
      const counts = words.get(word) ?? { spam: 0, ham: 0 };
      counts[label]++;
      words.set(word, counts);
    }
  };
  const start = (some: readonly string[], label: "spam" | "ham"): void => {
    const inPosts = 5;
    for (const word of some) learn(spaceless.test(word) ? pairsIn(word) : [word], label);
    posts[label] = Math.max(1, Math.ceil(some.length / inPosts));
  };
  start(spamWords, "spam");
  start(hamWords, "ham");
  return {
    learn,
    probabilityOfSpam(some) {
      const odds = some.map((word) => logOdds(words.get(word), posts));
      const telling = odds.sort((a, b) => Math.abs(b) - Math.abs(a)).slice(0, tellingMost);
      return 1 / (1 + Math.exp(-telling.reduce((sum, one) => sum + one, 0)));
    },
  };
}

/**
 * The share of posts with this word that were spam, if both kinds were equally many; drawn to
 * even odds by as much as one post would (Robinson 2003), so that what was seen once proves little.
 */
function logOdds(counts: Counts | undefined, posts: Counts): number {
  if (counts === undefined) return 0;
  const [inSpam, inHam] = [counts.spam / posts.spam, counts.ham / posts.ham];
  const seen = counts.spam + counts.ham;
  const spamminess = (0.5 + (seen * inSpam) / (inSpam + inHam)) / (1 + seen);
  return Math.log(spamminess / (1 - spamminess));
}

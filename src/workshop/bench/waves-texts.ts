// The texts of the waves bench: templates of spam, and other people's posts beside them.
//
// `--corpus DIR`: JSON lines with `text`, `label` (spam or ham) and `lang`, gzipped or not.
// Without it a few made-up ones, enough to see that the bench runs.

import { seeded } from "../../base/prng.ts";
import { type LabelledText, labelledTextsIn, shuffled } from "../labelled-texts.ts";
import { syllables } from "./mutator-tables.ts";
import { wordsIn } from "./mutators.ts";

export interface Cast {
  /** What variants are made of. */
  readonly templates: readonly LabelledText[];
  /** Posts that are remembered beside the templates. */
  readonly remembered: readonly LabelledText[];
  /** Posts that belong with none of them. */
  readonly distractors: readonly LabelledText[];
  /** Words by language. */
  readonly vocabulary: ReadonlyMap<string, readonly string[]>;
  /** Near-copies of remembered posts that would have been distractors. */
  readonly dropped: number;
}

export interface CastSizes {
  readonly templates: number;
  readonly remembered: number;
  readonly distractors: number;
}

export interface CastRules {
  readonly seed: string;
  /** They take turns among the templates. */
  readonly languages: readonly string[];
  /** The share of shingles in common from which two texts are near-copies, for distractors. */
  readonly nearFrom: number;
}

/** What fits into a post on most servers; longer ones are letters and articles. */
const lengthMax = 500;

/** An answer that quotes is for the most part a copy of what it answers. */
const quoting = /^>/m;

/** With fewer words or letters nothing is left to recognise once half of them are others. */
const templateWordsMin = 8;
const templateLettersMin = { spaced: 40, dense: 20 } as const;

export function textsIn(folder: string): readonly LabelledText[] {
  return labelledTextsIn(folder).filter(
    ({ text }) => text.trim() !== "" && text.length <= lengthMax && !quoting.test(text),
  );
}

/**
 * Where a language has too little spam for its templates, ordinary posts stand in. No two that
 * are remembered are near-copies of each other, half of their shingles in common, letters alone
 * compared, digits and case aside; and no distractor is one of any of them by `nearFrom`.
 */
export function castOf(texts: readonly LabelledText[], sizes: CastSizes, rules: CastRules): Cast {
  const copies = new Copies();
  const order = shuffled(texts, rules.seed);
  const fresh = (one: LabelledText): boolean => copies.takeUnlessNear(one.text);
  const templates = taken(
    inTurns(order.filter(isTemplate), rules.languages),
    sizes.templates,
    fresh,
  );
  const chosen = new Set(templates);
  const ham = order.filter((one) => !one.isSpam && !chosen.has(one));
  const remembered = taken(ham, sizes.remembered, fresh);
  for (const one of remembered) chosen.add(one);
  let dropped = 0;
  const distractors = taken(ham, sizes.distractors, (one) => {
    if (chosen.has(one)) return false;
    const near = copies.hasNear(one.text, rules.nearFrom);
    dropped += Number(near);
    return !near;
  });
  return { templates, remembered, distractors, vocabulary: vocabularyOf(order), dropped };
}

function isTemplate({ text }: LabelledText): boolean {
  const letters = text.replace(addresses, "").match(/\p{L}/gu)?.length ?? 0;
  const least = isDense(text) ? templateLettersMin.dense : templateLettersMin.spaced;
  return letters >= least && wordsIn(text).length >= templateWordsMin;
}

const addresses = /https?:\S+|@\w+/g;

/** Scripts without spaces say as much with half of the letters. */
function isDense(text: string): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
}

/** One of each language in turn, spam first. */
function inTurns(
  texts: readonly LabelledText[],
  languages: readonly string[],
): readonly LabelledText[] {
  const lists = languages.map((language) => {
    const own = texts.filter((one) => one.language === language);
    return [...own.filter(({ isSpam }) => isSpam), ...own.filter(({ isSpam }) => !isSpam)];
  });
  const longest = Math.max(...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, i) => lists.map((list) => list[i]));
  return turns.flat().filter((one) => one !== undefined);
}

function taken<T>(things: Iterable<T>, most: number, wanted: (thing: T) => boolean): readonly T[] {
  const out: T[] = [];
  for (const thing of things) {
    if (out.length >= most) break;
    if (wanted(thing)) out.push(thing);
  }
  return out;
}

const wordsPerLanguage = 4000;

function vocabularyOf(texts: readonly LabelledText[]): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const { text, language } of texts) {
    const own = words.get(language) ?? [];
    words.set(language, own);
    if (own.length < wordsPerLanguage) own.push(...wordsIn(text));
  }
  return words;
}

/** Which texts are nearly the same; by itself, so that it owes nothing to what is measured. */
class Copies {
  readonly #holders = new Map<string, number[]>();
  readonly #sizes: number[] = [];

  hasNear(text: string, from: number): boolean {
    return this.#near(shinglesIn(text), from);
  }

  takeUnlessNear(text: string): boolean {
    const shingles = shinglesIn(text);
    if (this.#near(shingles, 0.5)) return false;
    const id = this.#sizes.push(shingles.size) - 1;
    for (const shingle of shingles) {
      const holders = this.#holders.get(shingle);
      if (holders === undefined) this.#holders.set(shingle, [id]);
      else holders.push(id);
    }
    return true;
  }

  #near(shingles: ReadonlySet<string>, from: number): boolean {
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      for (const id of this.#holders.get(shingle) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    for (const [id, both] of shared) {
      if (both >= from * (shingles.size + (this.#sizes[id] ?? 0) - both)) return true;
    }
    return false;
  }
}

function shinglesIn(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFKC").toLowerCase().replace(addresses, " ");
  const letters = [...plain.replace(/[^\p{L}\p{Extended_Pictographic}]+/gu, "")];
  const length = Math.min(isDense(plain) ? 2 : 4, Math.max(1, letters.length));
  const shingles = new Set<string>();
  for (let at = 0; at + length <= letters.length; at++) {
    shingles.add(letters.slice(at, at + length).join(""));
  }
  return shingles;
}

const offers: readonly (readonly [string, string])[] = [
  ["en", "Double every coin you send us today! Our founder gives back to the community. Hurry up."],
  ["en", "Lonely evenings are over. Beautiful people near your town are waiting to write to you."],
  ["id", "Daftar sekarang di situs kami dan menangkan hadiah besar setiap hari. Proses cepat."],
  ["ru", "Нужны сотрудники для простой работы из дома. Оплата каждый день. Пишите в личку."],
  ["ja", "このサイトに登録すると無料でコインがもらえます。今すぐ友だちにも教えてあげましょう。"],
  ["zh", "加入我们的群，每天都能领取红包和优惠券。名额有限，快来联系客服小姐姐。"],
];

/** Made up for this, so that the bench runs for whoever has no corpus: offers, and nonsense. */
export function builtInTexts(count: number): readonly LabelledText[] {
  const random = seeded("built-in texts");
  const below = (most: number): number => Math.floor(random() * most);
  const word = (): string =>
    Array.from({ length: 2 + below(3) }, () => syllables[below(syllables.length)]).join("");
  const lexicon = Array.from({ length: 3000 }, word);
  const post = (): string =>
    Array.from({ length: 8 + below(12) }, () => lexicon[below(lexicon.length)]).join(" ");
  const posts = Array.from({ length: count }, () => {
    return { text: post(), isSpam: false, language: "en", source: "made up" };
  });
  return [
    ...offers.map(([language, text]) => ({ text, isSpam: true, language, source: "made up" })),
    ...posts,
  ];
}

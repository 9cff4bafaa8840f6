// Variants of one text as spammers make them, to measure what belongs together by.
//
//   template ─▶ sentences, words, digits ─▶ greeting, links, mentions, tail, emoji
//            ─▶ case, leet, gaps, look-alikes, unseen characters ─▶ HTML ─▶ variant
//
// Written without a look at what the engine undoes: whoever changes the one should not have the
// other open. Everything is drawn from a seed. Words are found by Intl.Segmenter and replaced
// from the template's own language, so that Japanese, Russian and Indonesian texts are treated as
// English ones are. Links and handles are never disguised: they have to work.

import {
  backwards,
  embeddings,
  emoji,
  firstNames,
  fonts,
  gaps,
  greetings,
  leet,
  lookAlikes,
  marks,
  syllables,
  synonyms,
  unseen,
} from "./mutator-tables.ts";

export const mutatorKinds = [
  ...(["words", "shuffled", "digits", "greeting", "links", "mentions", "tail", "emoji"] as const),
  ...(["case", "leet", "gaps", "look-alikes", "unseen", "html"] as const),
] as const;

export type MutatorKind = (typeof mutatorKinds)[number];

export interface Variant {
  /** As the body of a post would carry it. */
  readonly html: string;
  readonly kinds: ReadonlySet<MutatorKind>;
  /** Of the template's words, how many were replaced: 0…1. */
  readonly wordsChanged: number;
}

/** A random number from 0 to below 1, from a seed. */
export type Random = () => number;

/** How often each is used in one variant; the first six as the rivals were once measured with. */
const habits: Readonly<Record<MutatorKind, number>> = {
  words: 1,
  "look-alikes": 0.5,
  unseen: 0.5,
  mentions: 0.7,
  links: 1,
  tail: 0.7,
  shuffled: 0.3,
  digits: 0.5,
  greeting: 0.3,
  emoji: 0.3,
  case: 0.3,
  leet: 0.15,
  gaps: 0.15,
  html: 0.4,
};

/** What a spammer who uses everything would do to the next copy. */
export function drawKinds(random: Random): readonly MutatorKind[] {
  return mutatorKinds.filter((kind) => random() < habits[kind]);
}

/** `vocabulary`: words of the template's language that may stand in place of others. */
export function mutate(
  template: string,
  kinds: readonly MutatorKind[],
  vocabulary: readonly string[],
  random: Random,
): Variant {
  const asked = new Set(kinds);
  const draw = new Draw(random);
  let wordsChanged = 0;
  let text = template;
  for (const kind of mutatorKinds) {
    if (!asked.has(kind) || kind === "html") continue;
    if (kind === "words") [text, wordsChanged] = changeWords(text, vocabulary, draw);
    else text = mutators[kind](text, draw);
  }
  return {
    html: asked.has("html") ? trickHtml(text, draw) : plainHtml(text),
    kinds: asked,
    wordsChanged,
  };
}

class Draw {
  readonly next: Random;

  constructor(random: Random) {
    this.next = random;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  pick<T>(things: readonly T[]): T {
    return things[Math.floor(this.next() * things.length)] as T;
  }
}

type Mutator = (text: string, draw: Draw) => string;

const mutators: Readonly<Record<Exclude<MutatorKind, "words" | "html">, Mutator>> = {
  shuffled: (text, draw) => shuffle(sentencesOf(text), draw).join(" "),
  digits: (text, draw) =>
    outsideAddresses(text, (part) => part.replace(/\d/g, () => `${draw.whole(0, 9)}`)),
  greeting: (text, draw) =>
    `${draw.pick(greetings).replace("NAME", draw.pick(firstNames))} ${text}`,
  links: changeLinks,
  mentions: changeMentions,
  tail: (text, draw) => `${text} ${drawTail(draw)}`,
  emoji: sprinkleEmoji,
  case: changeCase,
  leet: (text, draw) => swapLetters(text, leet, draw.between(0.2, 0.8), draw),
  gaps: pullApart,
  "look-alikes": disguise,
  unseen: addUnseen,
};

const wordSegments = new Intl.Segmenter(undefined, { granularity: "word" });
const sentenceSegments = new Intl.Segmenter(undefined, { granularity: "sentence" });
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Links and handles. */
const address = /((?:https?:\/\/|www\.)\S+|(?<!\S)@[\w.@-]+)/u;
const linkOnly = /(?:https?:\/\/|www\.)\S+/gu;
const handleOnly = /(?<!\S)@[\w.@-]+/gu;

function outsideAddresses(text: string, change: (part: string) => string): string {
  return text
    .split(address)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join("");
}

/** Words as a reader would count them, also where none are parted by spaces. */
export function wordsIn(text: string): readonly string[] {
  return text
    .split(address)
    .filter((_, i) => i % 2 === 0)
    .flatMap((part) => [...wordSegments.segment(part)])
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

function changeWords(text: string, vocabulary: readonly string[], draw: Draw): [string, number] {
  const total = wordsIn(text).length;
  const wanted = Math.round(draw.between(0.2, 0.5) * total);
  const chosen = new Set(shuffle([...Array(total).keys()], draw).slice(0, wanted));
  let at = 0;
  const changed = outsideAddresses(text, (part) => {
    let out = "";
    for (const { segment, isWordLike } of wordSegments.segment(part)) {
      out += isWordLike && chosen.has(at++) ? otherWord(segment, vocabulary, draw) : segment;
    }
    return out;
  });
  return [changed, total === 0 ? 0 : wanted / total];
}

function otherWord(word: string, vocabulary: readonly string[], draw: Draw): string {
  const lower = word.toLowerCase();
  const same = synonyms.find((group) => group.includes(lower))?.filter((other) => other !== lower);
  if (same !== undefined) return draw.pick(same);
  return vocabulary.length === 0 ? drawName(draw) : draw.pick(vocabulary);
}

function sentencesOf(text: string): readonly string[] {
  return [...sentenceSegments.segment(text)].map(({ segment }) => segment.trim());
}

function shuffle<T>(things: readonly T[], draw: Draw): readonly T[] {
  const left = [...things];
  const out: T[] = [];
  while (left.length > 0) out.push(...left.splice(draw.whole(0, left.length - 1), 1));
  return out;
}

/** Every link another, and one more where there was none. */
function changeLinks(text: string, draw: Draw): string {
  const changed = text.replace(linkOnly, () => drawLink(draw));
  return changed === text ? `${text} ${drawLink(draw)}` : changed;
}

function changeMentions(text: string, draw: Draw): string {
  const changed = text.replace(handleOnly, () => drawHandle(draw));
  const more = Array.from({ length: draw.whole(1, 4) }, () => drawHandle(draw)).join(" ");
  return draw.chance(0.5) ? `${more} ${changed}` : `${changed} ${more}`;
}

function drawName(draw: Draw): string {
  return Array.from({ length: draw.whole(2, 4) }, () => draw.pick(syllables)).join("");
}

function drawHandle(draw: Draw): string {
  const local = `@${drawName(draw)}${draw.chance(0.3) ? draw.whole(1, 99) : ""}`;
  return draw.chance(0.5) ? local : `${local}@${drawName(draw)}.example`;
}

function drawLink(draw: Draw): string {
  const host = `${drawName(draw)}.${draw.pick(["example", "test"])}`;
  const path = draw.chance(0.7) ? `/${drawName(draw)}${draw.whole(0, 999)}` : "";
  return `https://${host}${path}${draw.chance(0.2) ? `?ref=${drawName(draw)}` : ""}`;
}

/** What makes each copy differ: nonsense letters, numbers, a hash, hashtags. */
function drawTail(draw: Draw): string {
  const code = (length: number): string =>
    Array.from({ length }, () => draw.pick([..."abcdefghijklmnopqrstuvwxyz0123456789"])).join("");
  return draw.pick([
    () => code(draw.whole(5, 12)),
    () => `[${draw.whole(1000, 999999)}]`,
    () => Array.from({ length: draw.whole(1, 4) }, () => drawName(draw)).join(" "),
    () => Array.from({ length: draw.whole(1, 3) }, () => `#${drawName(draw)}`).join(" "),
    () => `${code(4)}-${code(4)}-${code(4)}`,
  ])();
}

function sprinkleEmoji(text: string, draw: Draw): string {
  const share = draw.between(0.05, 0.3);
  const sprinkled = text.replace(/ /g, () => (draw.chance(share) ? ` ${draw.pick(emoji)} ` : " "));
  return `${sprinkled} ${draw.pick(emoji)}`;
}

function changeCase(text: string, draw: Draw): string {
  const way = draw.pick([
    (part: string) => part.toUpperCase(),
    (part: string) => part.toLowerCase(),
    (part: string) =>
      everyLetter(part, (c) => (draw.chance(0.5) ? c.toUpperCase() : c.toLowerCase())),
  ]);
  return outsideAddresses(text, way);
}

function everyLetter(text: string, change: (letter: string) => string): string {
  let out = "";
  for (const { segment } of graphemes.segment(text)) out += change(segment);
  return out;
}

function swapLetters(
  text: string,
  table: ReadonlyMap<string, string>,
  share: number,
  draw: Draw,
): string {
  return outsideAddresses(text, (part) =>
    everyLetter(part, (letter) => {
      const others = table.get(letter);
      return others !== undefined && draw.chance(share) ? draw.pick([...others]) : letter;
    }),
  );
}

/** One word in a few is written with something between its letters. */
function pullApart(text: string, draw: Draw): string {
  const share = draw.between(0.05, 0.25);
  const gap = draw.pick(gaps);
  return outsideAddresses(text, (part) =>
    [...wordSegments.segment(part)]
      .map(({ segment, isWordLike }) =>
        isWordLike && segment.length > 3 && draw.chance(share) ? [...segment].join(gap) : segment,
      )
      .join(""),
  );
}

/** Single letters from other scripts, mostly; or all in one "font"; or struck through. */
function disguise(text: string, draw: Draw): string {
  const way = draw.next();
  if (way < 0.7) return swapLetters(text, lookAlikes, draw.between(0.05, 0.5), draw);
  if (way < 0.9) return outsideAddresses(text, (part) => inFont(part, draw.pick(fonts)));
  const share = draw.between(0.1, 1);
  return outsideAddresses(text, (part) =>
    part.replace(/\p{L}/gu, (letter) => (draw.chance(share) ? letter + draw.pick(marks) : letter)),
  );
}

function inFont(text: string, [small, large]: readonly [number, number]): string {
  return text
    .replace(/[a-z]/g, (letter) => String.fromCodePoint(small + letter.charCodeAt(0) - 97))
    .replace(/[A-Z]/g, (letter) => String.fromCodePoint(large + letter.charCodeAt(0) - 65));
}

/** Between letters, around words, and now and then a word backwards between two overrides. */
function addUnseen(text: string, draw: Draw): string {
  const share = draw.between(0.02, 0.3);
  const kept = draw.chance(0.5) ? [draw.pick(unseen)] : unseen;
  const reversing = draw.chance(0.1);
  const word = (segment: string): string => {
    if (reversing && /^[a-z]{4,}$/i.test(segment) && draw.chance(0.2)) {
      return backwards[0] + [...segment].reverse().join("") + backwards[1];
    }
    const [open, close] = draw.chance(0.05) ? draw.pick(embeddings) : ["", ""];
    return (
      open + everyLetter(segment, (c) => (draw.chance(share) ? c + draw.pick(kept) : c)) + close
    );
  };
  return outsideAddresses(text, (part) =>
    [...wordSegments.segment(part)]
      .map(({ segment, isWordLike }) => (isWordLike ? word(segment) : segment))
      .join(""),
  );
}

function plainHtml(text: string): string {
  const parts = text.split(address);
  const written = parts.map((part, i) => (i % 2 === 1 ? linkHtml(part) : escaped(part)));
  return `<p>${written.join("")}</p>`;
}

/** As Mastodon writes them. */
function linkHtml(shown: string): string {
  if (shown.startsWith("@")) {
    const [name = "", host = "home.example"] = shown.slice(1).split("@");
    const href = `https://${host}/@${name}`;
    const link = `<a href="${href}" class="u-url mention">@<span>${name}</span></a>`;
    return `<span class="h-card">${link}</span>`;
  }
  const href = escaped(shown.startsWith("www.") ? `http://${shown}` : shown);
  return `<a href="${href}" rel="nofollow noopener">${escaped(shown)}</a>`;
}

/** The same to the eye: words cut by tags and comments, letters as entities, text not shown. */
function trickHtml(text: string, draw: Draw): string {
  const share = draw.between(0.03, 0.25);
  const ways = draw.chance(0.5) ? [draw.pick(htmlTricks)] : htmlTricks;
  const parts = text.split(address).map((part, i) => {
    if (i % 2 === 1) return linkHtml(part);
    return everyLetter(part, (letter) =>
      letter.trim() !== "" && draw.chance(share) ? draw.pick(ways)(letter, draw) : escaped(letter),
    );
  });
  return `<p>${parts.join("")}</p>`;
}

type HtmlTrick = (letter: string, draw: Draw) => string;

const htmlTricks: readonly HtmlTrick[] = [
  (letter) => `<span>${escaped(letter)}</span>`,
  (letter) => `<b></b>${escaped(letter)}`,
  (letter) => `${escaped(letter)}<wbr>`,
  (letter) => [...letter].map((c) => `&#${c.codePointAt(0)};`).join(""),
  (letter) => [...letter].map((c) => `&#x${c.codePointAt(0)?.toString(16)};`).join(""),
  (letter, draw) => `${escaped(letter)}<!-- ${drawName(draw)} -->`,
  (letter) => `${escaped(letter)}&shy;&ZeroWidthSpace;`,
  (letter, draw) => `${escaped(letter)}<span class="invisible">${drawName(draw)}</span>`,
  (letter, draw) => `${escaped(letter)}<span style="display:none">${drawName(draw)}</span>`,
];

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

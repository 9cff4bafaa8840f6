// What is constant in the posts of a campaign and what varies, for a moderator's eye.
//
//   I made 900 dollars with Acme today       I made  […]  dollars with  […]  today
//   I made 75 dollars with Zenith today  ▶          900 · 75            Acme · Zenith
//
// One post is laid under all the others (the longest common subsequence of their words); a word
// that most of them have there is constant, and what stands between such words is a slot.

/** One post of a campaign, as far as it is compared here. */
export interface Specimen {
  /** Visible text. */
  readonly text: string;
  /** Registrable domains of its links. */
  readonly links: readonly string[];
  /** Blurhashes. */
  readonly pictures: readonly string[];
  /** Handles that it names. */
  readonly handles: readonly string[];
  /** How its sender presents itself, part by part, where that is known. */
  readonly profile: readonly string[];
}

/** Words that most share, or a place where they differ, with some of what stands there. */
export type TemplatePart =
  | { readonly kind: "constant"; readonly words: string }
  | { readonly kind: "slot"; readonly such: readonly string[] };

/** Something that several have, and how many of them. */
export interface Shared {
  readonly what: string;
  readonly count: number;
}

/** A run of one post's words, in its order: had by most of them, or its own. */
export interface Run {
  readonly words: string;
  readonly isConstant: boolean;
}

export type Marked = readonly Run[];

export interface CommonParts {
  /** How many posts were looked at. */
  readonly read: number;
  /** Empty where they share no words in one order. */
  readonly template: readonly TemplatePart[];
  /** The first of them as they stand, marked by what most have. */
  readonly samples: readonly Marked[];
  readonly links: readonly Shared[];
  readonly pictures: readonly Shared[];
  readonly handles: readonly Shared[];
  readonly profile: readonly Shared[];
}

/** More tell no more. Chosen by us. */
export const specimensMax = 50;

/** Of one post: comparing two takes the square of it. Chosen by us. */
const wordsMax = 300;

/** A word that so many have in its place is constant: a few of a wave may leave it out. */
const mostShare = 0.8;

/** Shown of what differs, and of what several share. */
const shownMax = 3;
const sharedMax = 5;
const samplesMax = 3;

export function commonPartsOf(all: readonly Specimen[]): CommonParts {
  const specimens = all.slice(0, specimensMax);
  const texts = specimens.map(({ text }) => wordsOf(text));
  const laid = laidUnder(texts);
  return {
    read: specimens.length,
    template: laid === undefined ? [] : partsOf(laid, texts),
    samples: texts.slice(0, samplesMax).map((text, index) => markedIn(text, index, laid)),
    links: sharedBy(specimens.map(({ links }) => links)),
    pictures: sharedBy(specimens.map(({ pictures }) => pictures)),
    handles: sharedBy(specimens.map(({ handles }) => handles)),
    profile: sharedBy(specimens.map(({ profile }) => profile)),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean).slice(0, wordsMax);
}

function sharedBy(lists: readonly (readonly string[])[]): readonly Shared[] {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const what of new Set(list)) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([what, count]) => ({ what, count }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
    .slice(0, sharedMax);
}

/** For each word of the one laid under: where in the other the same stands in one order, or -1. */
type Alignment = Int32Array;

/** One post under all the others: which of its words are constant, and where each has them. */
interface Laid {
  readonly under: readonly string[];
  readonly constant: readonly boolean[];
  readonly alignments: readonly Alignment[];
}

/** Undefined where they share no words in one order. */
function laidUnder(texts: readonly (readonly string[])[]): Laid | undefined {
  const under = middleOf(texts);
  if (texts.length < 2 || under === undefined) return undefined;
  const alignments = texts.map((text) => aligned(under, text));
  const constant = under.map((_, index) => {
    const having = alignments.filter((alignment) => alignment[index] !== -1).length;
    return having >= mostShare * texts.length;
  });
  return constant.includes(true) ? { under, constant, alignments } : undefined;
}

function markedIn(text: readonly string[], index: number, laid: Laid | undefined): Marked {
  const constantAt = new Set<number>();
  for (const [word, at] of (laid?.alignments[index] ?? new Int32Array()).entries())
    if (laid?.constant[word] && at !== -1) constantAt.add(at);
  const runs: Run[] = [];
  for (const [at, word] of text.entries()) {
    const isConstant = constantAt.has(at);
    const last = runs.at(-1);
    if (last?.isConstant === isConstant)
      runs[runs.length - 1] = { words: `${last.words} ${word}`, isConstant };
    else runs.push({ words: word, isConstant });
  }
  return runs;
}

/** Of middling length: neither the one with a tail nor the one that was cut. */
function middleOf(texts: readonly (readonly string[])[]): readonly string[] | undefined {
  const byLength = [...texts].sort((a, b) => a.length - b.length);
  return byLength[Math.floor(byLength.length / 2)];
}

function partsOf(
  { under, constant, alignments }: Laid,
  texts: readonly (readonly string[])[],
): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = -1;
  for (let index = 0; index <= under.length; index++) {
    if (index < under.length && !constant[index]) continue;
    const such = betweenWords(from, index, texts, alignments);
    if (such.length > 0) parts.push({ kind: "slot", such });
    const word = under[index];
    if (word !== undefined) appendWord(parts, word);
    from = index;
  }
  return parts;
}

function appendWord(parts: TemplatePart[], word: string): void {
  const last = parts.at(-1);
  if (last?.kind !== "constant") parts.push({ kind: "constant", words: word });
  else parts[parts.length - 1] = { kind: "constant", words: `${last.words} ${word}` };
}

/** What stands between two constant words, where both are found. */
function betweenWords(
  from: number,
  to: number,
  texts: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): readonly string[] {
  const found = new Set<string>();
  for (const [number, text] of texts.entries()) {
    const alignment = alignments[number];
    const begin = from === -1 ? -1 : (alignment?.[from] ?? -1);
    const end = alignment?.[to] ?? text.length;
    if ((from !== -1 && begin === -1) || end === -1) continue;
    const between = text.slice(begin + 1, end).join(" ");
    if (between !== "") found.add(between);
    if (found.size === shownMax) break;
  }
  return [...found];
}

/** Words alike but for case and marks at their edges are the same here. */
function plain(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}@#]+|[^\p{L}\p{N}]+$/gu, "") || word;
}

function aligned(under: readonly string[], over: readonly string[]): Alignment {
  const [a, b] = [under.map(plain), over.map(plain)];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const alignment = new Int32Array(a.length).fill(-1);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) alignment[i++] = j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return alignment;
}

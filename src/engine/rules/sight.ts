// A contact as rules look at it: folded once for all of them, and only as far as one asks.

import type { Arrival } from "../../model/arrival.ts";
import type { Sighted } from "../../model/ruled-contact.ts";
import { expressionTextMax } from "./expression.ts";
import { foldedName } from "./name-pattern.ts";
import { lettersIn } from "./near-spelling.ts";
import { inWords, isDense, plainText, wordsWithDigits } from "./rule-text.ts";

/** A word of the text, once however often it stands there. */
export interface SeenWord {
  readonly word: string;
  /** Of `lettersIn`. */
  readonly bits: number;
}

/** The text without spaces, and where in it words begin; they end where the next begins. */
export interface Unspaced {
  readonly letters: string;
  readonly begins: Uint8Array;
}

export interface Sight {
  readonly sender: Arrival["sender"];
  words(): string;
  /** Whether a word stands among them. */
  has(word: string): boolean;
  digits(): string;
  seen(): readonly SeenWord[];
  unspaced(): Unspaced;
  /** As it is shown, and below it where its links lead. */
  shown(): string;
  hosts(): ReadonlySet<string>;
  /** Whom it names, in small letters, without the first `@`. */
  named(): ReadonlySet<string>;
  /** Handle and display name of its author, folded as words are. */
  names(): readonly string[];
}

export function sightOf({ sender, reading, profile }: Sighted): Sight {
  const words = once(() => inWords(reading.comparable));
  const each = once(() => new Set(words().trim().split(" ")));
  return {
    sender,
    words,
    has: (word) => each().has(word),
    digits: once(() => wordsWithDigits(reading.text)),
    seen: once(() => seenIn(words(), each())),
    unspaced: once(() => unspaced(words())),
    shown: once(() => shownOf(reading)),
    hosts: once(() => new Set(reading.links.flatMap(({ host, domain }) => [host, domain]))),
    named: once(() => new Set(reading.mentions.map((one) => one.toLowerCase().replace(/^@/, "")))),
    names: once(() => namesOf(sender.actor, profile)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Both ends: who writes a long text before what it is about says that last. */
function shownOf({ text, links }: Sighted["reading"]): string {
  const half = expressionTextMax / 2;
  const plain = plainText(text);
  const ends =
    plain.length <= expressionTextMax ? plain : `${plain.slice(0, half)}\n${plain.slice(-half)}`;
  const urls = links.map(({ url }) => url).join("\n");
  return `${ends}\n${urls.slice(0, half)}`;
}

/** Chosen by us: a text of so many different words is a book. */
const seenMax = 4096;

function seenIn(words: string, each: ReadonlySet<string>): readonly SeenWord[] {
  const all = new Set(each);
  for (const run of words.match(pulledApart) ?? []) all.add(run.replaceAll(" ", ""));
  return [...all].slice(0, seenMax).map((word) => ({ word, bits: lettersIn(word) }));
}

/** Three or more bits of a letter or two: a word in pieces. */
const pulledApart = /(?<= )[^ ]{1,2}(?: [^ ]{1,2}){2,}(?= )/g;

function unspaced(words: string): Unspaced {
  const letters = words.replaceAll(" ", "");
  const begins = new Uint8Array(letters.length + 1);
  let at = 0;
  for (const word of words.trim().split(" ")) {
    begins[at] = 1;
    at += word.length;
    // Where no spaces are written a word may begin and end anywhere.
    if (isDense(word)) begins.fill(1, at - word.length, at);
  }
  begins[letters.length] = 1;
  return { letters, begins };
}

/** Chosen by us: no server shows longer names. */
const nameMax = 200;

function namesOf(actor: string, profile: Sighted["profile"]): readonly string[] {
  const last = actor.split(/[/?#]/).at(-1) ?? "";
  const all = [profile?.username ?? last.replace(/^@/, ""), profile?.name ?? ""];
  return all.filter((name) => name !== "").map((name) => foldedName(name.slice(0, nameMax)));
}

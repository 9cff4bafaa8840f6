// What a post is compared by: independent keys, so that changing one of text, link and
// picture does not hide the others.

import type { ViewKey } from "../../model/ids.ts";
import type { Link } from "../../model/reading.ts";
import { isPicture } from "../views/media.ts";
import { hash64 } from "./hash.ts";
import { linkShape } from "./links.ts";

/** Keys of one view that one post may have: a longer list of links is not compared by each. */
const keysPerViewMax = { text: 4, link: 16, media: 8 } as const;

/**
 * How much a text must say before it is a key of its own, in Latin letters. "Congratulations"
 * has 15 and "Happy birthday" 13, which half a server may send one person in an hour; the
 * shortest lines of a wave, such as "check out my profile", have more.
 */
const lettersMin = 16;

/** Only the letters of a normalised text: spacing, digits, punctuation and emoji vary freely. */
export function lettersOf(comparable: string): string {
  return comparable.replace(/[^\p{L}\p{M}]+/gu, "");
}

/** `texts`: letters of each body that some server would show. */
export function textKeys(texts: readonly string[]): readonly ViewKey[] {
  return distinct("text", texts.filter(saysEnough));
}

export function saysEnough(letters: string): boolean {
  return letters.length >= lettersMin || weightOf(letters) >= lettersMin;
}

/** An ideograph says about as much as three Latin letters, a kana or Hangul syllable as two. */
function weightOf(letters: string): number {
  const ideographs = letters.match(/\p{sc=Hani}/gu)?.length ?? 0;
  const syllables = letters.match(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0;
  return letters.length + 2 * ideographs + syllables;
}

/** Foreign links only: everybody links to their own server. */
export function linkKeys(
  links: readonly Link[],
  localHosts: ReadonlySet<string>,
): readonly ViewKey[] {
  const shapes: string[] = [];
  for (const link of links) {
    if (shapes.length === keysPerViewMax.link) break;
    if (!link.own && !localHosts.has(link.host)) shapes.push(linkShape(link));
  }
  return distinct("link", shapes);
}

export function mediaKeys(blurhashes: readonly string[]): readonly ViewKey[] {
  return distinct("media", blurhashes.filter(isPicture));
}

function distinct(
  view: keyof typeof keysPerViewMax,
  contents: readonly string[],
): readonly ViewKey[] {
  const keys: ViewKey[] = [];
  for (const content of contents.slice(0, keysPerViewMax[view])) {
    const one = key(view, content);
    if (!keys.includes(one)) keys.push(one);
  }
  return keys;
}

function key(view: string, content: string): ViewKey {
  return `${view}:${hash64(content)}` as ViewKey;
}

// How many independent authors stand behind a feature, in sixteen bits a feature: for each label
// eight, of which every author sets one (linear counting: Whang, Vander-Zanden, Taylor, "A
// Linear-Time Probabilistic Counting Algorithm", TODS 1990). Two who share a bit count as one:
// it errs towards not believing.

import { hash32 } from "../../base/prng.ts";

const perLabel = 8;

/** Chosen by us: two may be one person with two accounts. Three bits need 3.4 authors. */
const authorsMin = 3;

export function authorBit(author: string, isSpam: boolean): number {
  const bit = hash32(author) % perLabel;
  return 1 << (isSpam ? bit : bit + perLabel);
}

export function withAuthor(authors: number, bit: number): number {
  return authors | bit;
}

/** Whether enough of them said what the weight says. */
export function counts(authors: number, isSpam: boolean): boolean {
  return (bitsSet[isSpam ? authors & 0xff : authors >>> perLabel] as number) >= authorsMin;
}

const bitsSet = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let rest = byte; rest !== 0; rest >>>= 1) count += rest & 1;
  return count;
});

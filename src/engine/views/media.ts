// What a post shows: pictures that were re-encoded, cropped or sprinkled with noise stay alike.

import type { Reading } from "../../model/reading.ts";
import type { Sight } from "./sight.ts";

/** Chosen by us: pictures of one post that are compared. */
const picturesMax = 4;

/** Three coefficients have 2^38 values, of which pictures use some thousands evenly. */
const usual = { picture: 0.0002, part: 0.0005 } as const;

/**
 * A blurhash is a base-83 number: a digit of size, a digit of scale, four of average colour, two
 * for each coefficient (blurha.sh, "Algorithm"). Noise and re-encoding move a digit or two, so it
 * is compared whole and in runs of coefficients, of which some stay untouched.
 */
export function mediaTraits({ blurhashes }: Reading): readonly Sight[] {
  return blurhashes.slice(0, picturesMax).filter(isPicture).flatMap(partsOf);
}

/** A picture of one colour has the hash of every other: too few different digits to tell. */
export function isPicture(blurhash: string): boolean {
  return blurhash.length >= 6 && new Set(blurhash.slice(6)).size >= 6;
}

const coefficientsPerPart = 3;

function partsOf(blurhash: string): readonly Sight[] {
  const size = blurhash.slice(0, 1);
  const coefficients = blurhash.slice(6).match(/../g) ?? [];
  const sights: Sight[] = [{ view: "media", content: blurhash, usual: usual.picture }];
  for (let at = 0; at + coefficientsPerPart <= coefficients.length; at += coefficientsPerPart) {
    const part = coefficients.slice(at, at + coefficientsPerPart).join("");
    sights.push({ view: "media", content: `${size}${at}:${part}`, usual: usual.part });
  }
  return sights;
}

// Which words of a text made it look like spam, for whoever may read it.

import { cellOf } from "./cells.ts";
import { featuresOf, partsOf, type Worded } from "./features.ts";
import type { Words } from "./model.ts";

/**
 * The words that say most, as the classifier reads them: no accents, digits folded. Each with all
 * runs of letters and pairs that begin in it. Of the beginning of very long texts only.
 */
export function tellingWords(words: Words, post: Worded, most: number): readonly string[] {
  const { prior, counted } = words;
  const { hashes, ends } = featuresOf(post);
  const spelled = post.comparable.split(/\s+/).filter((one) => one !== "");
  const says = new Map<string, number>();
  let [at, part] = [0, 0];
  for (const word of spelled) {
    part += partsOf(word);
    const end = ends[part - 1] ?? at;
    let sum = 0;
    for (; at < end; at++) {
      const hash = hashes[at] as number;
      sum += (prior.weights[hash >>> prior.shift] as number) * prior.unit * prior.slope;
      sum += counted[cellOf(hash)] as number;
    }
    if (sum > (says.get(word) ?? 0)) says.set(word, sum);
  }
  return [...says]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([word]) => word);
}

// How well scores tell spam from ham.

export interface Telling {
  /** 1 − area under the ROC curve, in percent: how often a ham outranks a spam. */
  readonly loss: number;
  /** Spam found, in percent, where at most so many percent of the ham are taken for it. */
  readonly recallAt1: number;
  readonly recallAt01: number;
}

/** Texts of one score are one block: who scores all alike tells nothing. */
export function tellingOf(scores: readonly number[], isSpam: readonly boolean[]): Telling {
  const spam = isSpam.filter(Boolean).length;
  const ham = isSpam.length - spam;
  let [spamSoFar, hamSoFar, area, recallAt1, recallAt01] = [0, 0, 0, 0, 0];
  for (const block of blocksOf(scores, isSpam)) {
    area += block.ham * (spamSoFar + block.spam / 2);
    spamSoFar += block.spam;
    hamSoFar += block.ham;
    if (hamSoFar <= 0.01 * ham) recallAt1 = spamSoFar / spam;
    if (hamSoFar <= 0.001 * ham) recallAt01 = spamSoFar / spam;
  }
  const loss = 100 * (1 - area / (spam * ham));
  return { loss, recallAt1: 100 * recallAt1, recallAt01: 100 * recallAt01 };
}

interface Block {
  spam: number;
  ham: number;
}

/** Highest scores first. */
function blocksOf(scores: readonly number[], isSpam: readonly boolean[]): readonly Block[] {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const blocks: Block[] = [];
  let last: number | undefined;
  for (const at of order) {
    if (scores[at] !== last) blocks.push({ spam: 0, ham: 0 });
    last = scores[at];
    const block = blocks.at(-1);
    if (block !== undefined) block[isSpam[at] ? "spam" : "ham"]++;
  }
  return blocks;
}

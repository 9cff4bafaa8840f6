// What decided beside the score, in words of this version: what was written down has none.

interface Words {
  /** As in the column of a table. */
  readonly says: string;
  /** What would have to change, as a sentence. */
  readonly change: string;
}

const words: Readonly<Record<string, Words>> = {
  FIRST_CONTACT: {
    says: "strangers' first contacts waited for a ruling (contact: consent)",
    change: "It waits for a ruling, whatever its score, as the contact mode is consent.",
  },
  WAVE_UNDER_WAY: {
    says: "a wave was under way, and first contacts waited longer (contact: wave)",
    change: "It settles, whatever its score, as a wave is under way and the contact mode is wave.",
  },
  HOST_NEGLECTED: {
    says: "most strangers of its host were ruled spam here, on several days",
    change: "Without what was ruled on others of its host its score alone would decide.",
  },
  HOST_RECOVERED: {
    says: "strangers of its host are held no more",
    change: "It was held for its host alone.",
  },
  CASE_REFUSED: {
    says: "copies of a campaign that a moderator keeps refusing",
    change: "A standing order refuses its campaign: breakwater cases orders",
  },
  CASE_SPARED: {
    says: "copies of a refused campaign, by people who are known here",
    change: "A standing order refuses its campaign, but not from people who are known here.",
  },
  CASE_ALLOWED: {
    says: "copies of a campaign that a moderator found not to be spam",
    change: "A standing order lets its campaign in: breakwater cases orders",
  },
  RULE: {
    says: "an admin's rule of its own met it",
    change: "A rule of an admin's decides: `breakwater rules list` has it, and `end` ends it.",
  },
  CRITERIA: {
    says: "a number of criteria decided in place of the score (preset)",
    change: "A preset decides, not the score: so many criteria have to speak.",
  },
};

/** Empty for whatever is none of these. */
export function reasonSays(symbol: string): string {
  return words[symbol]?.says ?? "";
}

/** One sentence for each of these that is among the evidence. */
export function reasonChanges(evidence: readonly { readonly symbol: string }[]): string[] {
  return evidence.flatMap(({ symbol }) => words[symbol]?.change ?? []);
}

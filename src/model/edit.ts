// An edit beside the first version of the same post.

/** What an edit may bring that the first version did not have. */
export type Brought = "link" | "picture";

export interface Edit {
  /** Since the first version came. */
  readonly afterMs: number;
  /** 0 to 1: how much of the first version's words are left. 1 where it had hardly any. */
  readonly wordsKept: number;
  readonly brings: readonly Brought[];
  /** People here who did not ask for it, and whom the first version did not reach. */
  readonly newPeople: number;
}

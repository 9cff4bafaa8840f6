// What is measured by `npm run bench -- words`: any filter that learns from labelled texts.

export interface LabelledText {
  readonly text: string;
  readonly isSpam: boolean;
}

/**
 * A filter in a bench of its own: it begins knowing nothing. Scores order texts, higher is more
 * like spam; their scale is its own business. Only one method runs at a time.
 */
export interface Contender {
  readonly name: string;
  /** Learns all of them, in this order or any that is better for it. */
  train(texts: readonly LabelledText[]): Promise<void>;
  /** One score a text, without learning. */
  score(texts: readonly string[]): Promise<readonly number[]>;
  /**
   * Each text is scored, then learned, before the next is seen (the way of TREC's spam track).
   * Undefined for what can only learn in one go.
   */
  readonly stream: ((texts: readonly LabelledText[]) => Promise<readonly number[]>) | undefined;
  /** Of what it has learned, as it is on disk or in memory. */
  modelBytes(): Promise<number>;
  /** Ends its processes and removes its files. */
  end(): Promise<void>;
}

/** Makes one anew for each task; undefined where it is not installed. */
export type NewContender = () => Promise<Contender | undefined>;

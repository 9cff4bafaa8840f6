// What is shipped: weights learned beforehand, one byte each.

export interface Prior {
  readonly weights: Int8Array;
  /** A 32-bit hash shifted right by so much is its cell. */
  readonly shift: number;
  /** Nats that a step of a weight stands for. */
  readonly unit: number;
  /** Nats at which a text is as likely spam as ham, and how far nats can be believed. */
  readonly base: number;
  readonly slope: number;
}

/** Says nothing about any text. */
export const noPrior: Prior = { weights: new Int8Array(2), shift: 31, unit: 1, base: 0, slope: 1 };

// What is shipped: weights learned beforehand, one byte each.

export interface Prior {
  readonly weights: Int8Array;
  /** A 32-bit hash shifted right by so much is its cell. */
  readonly shift: number;
  /** Nats that a step of a weight stands for. */
  readonly unit: number;
}

/** Says nothing about any text. */
export const noPrior: Prior = { weights: new Int8Array(2), shift: 31, unit: 0 };

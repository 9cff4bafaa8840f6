// Where a feature's numbers stand. Two features that share a cell are one to us.

const cellBits = 18;

/** Chosen by us: five megabytes of what is learned. */
export const cells = 2 ** cellBits;

/** What a 32-bit hash is shifted right by. */
export const cellShift = 32 - cellBits;

export function cellOf(hash: number): number {
  return hash >>> cellShift;
}

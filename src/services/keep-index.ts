// Which settling deliveries share a view key: what an arrival stirs. Bounded by what settles.

import type { Receipt, ViewKey } from "../model/ids.ts";

/** A key shared by more settling deliveries than this is judged again only at their end. */
const sharersMax = 64;

export interface KeepIndex {
  add(receipt: Receipt, keys: readonly ViewKey[]): void;
  drop(receipt: Receipt): void;
  has(receipt: Receipt): boolean;
  sharing(keys: readonly ViewKey[]): readonly Receipt[];
}

export function makeKeepIndex(): KeepIndex {
  const keysOf = new Map<Receipt, readonly ViewKey[]>();
  const holders = new Map<ViewKey, Set<Receipt>>();
  return {
    add(receipt, keys) {
      keysOf.set(receipt, keys);
      for (const key of keys) holders.set(key, (holders.get(key) ?? new Set()).add(receipt));
    },
    drop(receipt) {
      for (const key of keysOf.get(receipt) ?? []) {
        const set = holders.get(key);
        set?.delete(receipt);
        if (set?.size === 0) holders.delete(key);
      }
      keysOf.delete(receipt);
    },
    has: (receipt) => keysOf.has(receipt),
    sharing(keys) {
      const found = new Set<Receipt>();
      for (const key of keys) {
        for (const receipt of holders.get(key) ?? []) {
          if (found.size >= sharersMax) return [...found];
          found.add(receipt);
        }
      }
      return [...found];
    },
  };
}

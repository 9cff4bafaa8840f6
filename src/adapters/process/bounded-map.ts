// Maps that stay small whatever strangers send.

/** At most `max` entries; room is made by forgetting the one that was touched longest ago. */
export class BoundedMap<V> {
  readonly #entries = new Map<string, V>();
  /**
   * Everything before it is deleted already, and what is touched moves behind it. A fresh
   * iterator would walk over all the holes that deleting left, each time.
   */
  readonly #fromOldest = this.#entries.keys();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Does not touch: looking somebody up is not seeing them. */
  get(key: string): V | undefined {
    return this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Sets and touches. */
  set(key: string, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#max) this.#forgetOldest();
  }

  delete(key: string): boolean {
    return this.#entries.delete(key);
  }

  /** The one touched longest ago first. What is touched meanwhile comes again, at the end. */
  entries(): IterableIterator<[string, V]> {
    return this.#entries.entries();
  }

  #forgetOldest(): void {
    const oldest = this.#fromOldest.next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}

/**
 * A bounded map in segments, so that a flood of strangers can't wash out the people we know.
 *
 *   seen once ─▶ [ rank 0 ] ──more──▶ [ rank 1 ] ──more──▶ [ rank 2 ]
 *                     └─▶ forgotten        └─▶ forgotten        └─▶ forgotten
 *
 * Everything starts in the lowest segment and rises by what its owner says it is worth; it
 * never sinks, and only others of its rank can displace it. The idea is segmented LRU (Karedla,
 * Love and Wherry, IEEE Computer 27(3), 1994), with a promotion that an attacker can't earn by
 * repetition alone.
 */
export class SegmentedMap<V> {
  readonly #segments: readonly BoundedMap<V>[];

  /** How many each segment holds, the lowest first. */
  constructor(max: readonly number[]) {
    this.#segments = max.map((one) => new BoundedMap(one));
  }

  get size(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.size, 0);
  }

  get(key: string): V | undefined {
    for (let rank = this.#segments.length - 1; rank >= 0; rank--) {
      const value = this.#segments[rank]?.get(key);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Sets and touches, at this rank or a higher one that it has already. True if it rose. */
  set(key: string, value: V, rank = 0): boolean {
    const before = this.rankOf(key);
    if (before >= rank) {
      this.#segments[before]?.set(key, value);
      return false;
    }
    if (before >= 0) this.#segments[before]?.delete(key);
    this.#segments[rank]?.set(key, value);
    return rank > 0;
  }

  delete(key: string): void {
    this.#segments[this.rankOf(key)]?.delete(key);
  }

  /** The segments, the lowest first. */
  get segments(): readonly BoundedMap<V>[] {
    return this.#segments;
  }

  /** From the highest, where most mail's senders are; -1 where it is not known. */
  rankOf(key: string): number {
    let rank = this.#segments.length - 1;
    while (rank >= 0 && !this.#segments[rank]?.has(key)) rank--;
    return rank;
  }
}

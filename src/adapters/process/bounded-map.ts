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

  #forgetOldest(): void {
    const oldest = this.#fromOldest.next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}

/**
 * A bounded map in two segments, so that a flood of strangers can't wash out the people we know.
 *
 *   seen once ─▶ [ passing ] ──keep──▶ [ kept ] ──▶ forgotten
 *                     └─▶ forgotten
 *
 * Everything starts in `passing`; what our own people or the home server vouched for, or what
 * several senders share, is moved to `kept`, where only others of its kind can displace it.
 * The idea is segmented LRU (Karedla, Love and Wherry, IEEE Computer 27(3), 1994), with a
 * promotion that an attacker can't earn by repetition alone.
 */
export class SegmentedMap<V> {
  readonly #passing: BoundedMap<V>;
  readonly #kept: BoundedMap<V>;

  constructor(max: { readonly passing: number; readonly kept: number }) {
    this.#passing = new BoundedMap(max.passing);
    this.#kept = new BoundedMap(max.kept);
  }

  get size(): number {
    return this.#passing.size + this.#kept.size;
  }

  get(key: string): V | undefined {
    return this.#kept.get(key) ?? this.#passing.get(key);
  }

  /** Sets and touches, in the segment where the key is. */
  set(key: string, value: V): void {
    const segment = this.#kept.has(key) ? this.#kept : this.#passing;
    segment.set(key, value);
  }

  /** Moves to the segment that passers-by can't displace. */
  keep(key: string, value: V): void {
    this.#passing.delete(key);
    this.#kept.set(key, value);
  }
}

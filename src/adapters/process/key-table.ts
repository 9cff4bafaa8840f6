// Which number stands under a key: a hash table that grows by one bucket at a time, so that
// nobody ever waits for all of it (Litwin, "Linear hashing", VLDB 1980).
//
//   a bucket   [more, pairs, key, value, key, value … seven of them]  more ─▶ the next seven

import { Blocks } from "./blocks.ts";

const pairsPerBlock = 7;

/** Pairs to a bucket before another is added: at seven too many would need a second block. */
const load = 5;

export class KeyTable {
  /** Bucket n is block n + 1. */
  readonly #buckets = new Blocks(16);
  readonly #more = new Blocks(16);
  readonly #secret: number;
  #size = 0;
  #count = 1;
  /** The largest power of two in `#count`. */
  #whole = 1;

  /** `secret`: 32 bits, so that nobody can aim very many keys at one bucket. */
  constructor(secret: number) {
    this.#secret = secret;
    this.#empty(this.#buckets, this.#buckets.take());
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#buckets.bytes + this.#more.bytes;
  }

  /** The first value under this key that it is; 0 if none. */
  find(key: number, isIt: (value: number) => boolean): number {
    let blocks = this.#buckets;
    for (let ref = this.#bucketOf(key); ref !== 0; ) {
      const chunk = blocks.chunkOf(ref);
      const offset = blocks.offsetOf(ref);
      const end = offset + 2 + 2 * (chunk[offset + 1] as number);
      for (let at = offset + 2; at < end; at += 2) {
        if (chunk[at] === key && isIt(chunk[at + 1] as number)) return chunk[at + 1] as number;
      }
      ref = chunk[offset] as number;
      blocks = this.#more;
    }
    return 0;
  }

  /** Under each key a value stands once. */
  add(key: number, value: number): void {
    this.#place(key, value);
    this.#size++;
    if (this.#size > load * this.#count) this.#split();
  }

  /** What stood as `before` stands as `value`. */
  replace(key: number, before: number, value: number): void {
    this.#visit(key, before, (blocks, ref, at) => blocks.set(ref, at + 1, value));
  }

  remove(key: number, value: number): void {
    this.#visit(key, value, (blocks, ref, at) => {
      const pairs = blocks.get(ref, 1) - 1;
      blocks.set(ref, at, blocks.get(ref, 2 + 2 * pairs));
      blocks.set(ref, at + 1, blocks.get(ref, 3 + 2 * pairs));
      blocks.set(ref, 1, pairs);
      this.#size--;
      if (pairs === 0 && blocks === this.#more) this.#unhook(key, ref);
    });
  }

  #visit(
    key: number,
    value: number,
    visit: (blocks: Blocks, ref: number, at: number) => void,
  ): void {
    let blocks = this.#buckets;
    for (let ref = this.#bucketOf(key); ref !== 0; ) {
      const end = 2 + 2 * blocks.get(ref, 1);
      for (let at = 2; at < end; at += 2) {
        if (blocks.get(ref, at) !== key || blocks.get(ref, at + 1) !== value) continue;
        visit(blocks, ref, at);
        return;
      }
      ref = blocks.get(ref, 0);
      blocks = this.#more;
    }
  }

  /** An empty block out of its bucket's chain. */
  #unhook(key: number, empty: number): void {
    let blocks = this.#buckets;
    let ref = this.#bucketOf(key);
    while (blocks.get(ref, 0) !== empty) {
      ref = blocks.get(ref, 0);
      blocks = this.#more;
    }
    blocks.set(ref, 0, this.#more.get(empty, 0));
    this.#more.give(empty);
  }

  #place(key: number, value: number): void {
    let blocks = this.#buckets;
    let ref = this.#bucketOf(key);
    while (blocks.get(ref, 1) === pairsPerBlock) {
      let next = blocks.get(ref, 0);
      if (next === 0) {
        next = this.#more.take();
        this.#empty(this.#more, next);
        blocks.set(ref, 0, next);
      }
      ref = next;
      blocks = this.#more;
    }
    const pairs = blocks.get(ref, 1);
    blocks.set(ref, 2 + 2 * pairs, key);
    blocks.set(ref, 3 + 2 * pairs, value);
    blocks.set(ref, 1, pairs + 1);
  }

  /** The next bucket in turn shares what it has with a new one. */
  #split(): void {
    const from = 1 + this.#count - this.#whole;
    const pairs: number[] = [];
    let blocks = this.#buckets;
    for (let ref = from; ref !== 0; ) {
      const end = 2 + 2 * blocks.get(ref, 1);
      for (let at = 2; at < end; at++) pairs.push(blocks.get(ref, at));
      const next = blocks.get(ref, 0);
      if (blocks === this.#more) blocks.give(ref);
      ref = next;
      blocks = this.#more;
    }
    this.#empty(this.#buckets, from);
    this.#empty(this.#buckets, this.#buckets.take());
    this.#count++;
    if (this.#count === 2 * this.#whole) this.#whole = this.#count;
    for (let i = 0; i < pairs.length; i += 2) {
      this.#place(pairs[i] as number, pairs[i + 1] as number);
    }
  }

  #empty(blocks: Blocks, ref: number): void {
    blocks.set(ref, 0, 0);
    blocks.set(ref, 1, 0);
  }

  /** murmur3's finish, so that the secret decides which keys share a bucket. */
  #bucketOf(key: number): number {
    let lane = key ^ this.#secret;
    lane = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
    lane = Math.imul(lane ^ (lane >>> 13), 0xc2b2ae35);
    // Of twice as many buckets those that are there already.
    const among = (lane ^ (lane >>> 16)) & (2 * this.#whole - 1);
    return 1 + (among < this.#count ? among : among - this.#whole);
  }
}

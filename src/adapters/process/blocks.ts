// Room for very many small things without an object for each: blocks of a few words, in chunks
// that come one by one, so that growing never copies anything. What is given back is used again.
//
//   a thing of 30 words   [next, 30, 14 words] ─▶ [next, 15 words] ─▶ [0, 1 word, unused]

/** 128 KiB: small beside a process, and few enough at ten million things. */
const chunkBits = 15;

/** 0 stands for no block, so that room which was never written points nowhere. */
export class Blocks {
  readonly #chunks: Uint32Array[] = [];
  readonly #wordBits: number;
  readonly #refBits: number;
  readonly #refMask: number;
  #last = 0;
  #free = 0;

  /** `words` of a block: a power of two. */
  constructor(words: number) {
    this.#wordBits = Math.log2(words);
    this.#refBits = chunkBits - this.#wordBits;
    this.#refMask = 2 ** this.#refBits - 1;
  }

  get bytes(): number {
    return this.#chunks.length * 2 ** chunkBits * Uint32Array.BYTES_PER_ELEMENT;
  }

  /** Where a block lies: in this chunk, from `offsetOf` on. */
  chunkOf(ref: number): Uint32Array {
    return this.#chunks[ref >>> this.#refBits] as Uint32Array;
  }

  offsetOf(ref: number): number {
    return (ref & this.#refMask) << this.#wordBits;
  }

  get(ref: number, at: number): number {
    return this.chunkOf(ref)[this.offsetOf(ref) + at] as number;
  }

  set(ref: number, at: number, value: number): void {
    this.chunkOf(ref)[this.offsetOf(ref) + at] = value;
  }

  /** A block with anything in it; without `give` the next one has the next number, from 1. */
  take(): number {
    const ref = this.#free;
    if (ref !== 0) {
      this.#free = this.get(ref, 0);
      return ref;
    }
    this.#last++;
    while (this.#chunks.length <= this.#last >>> this.#refBits) {
      this.#chunks.push(new Uint32Array(2 ** chunkBits));
    }
    return this.#last;
  }

  give(ref: number): void {
    this.set(ref, 0, this.#free);
    this.#free = ref;
  }

  /** The first `count` of these words, in as many blocks as they need. */
  store(words: Uint32Array, count: number): number {
    const head = this.take();
    this.set(head, 1, count);
    let ref = head;
    let done = this.#fill(ref, 2, words, 0, count);
    while (done < count) {
      const next = this.take();
      this.set(ref, 0, next);
      done += this.#fill(next, 1, words, done, count);
      ref = next;
    }
    this.set(ref, 0, 0);
    return head;
  }

  #fill(ref: number, from: number, words: Uint32Array, done: number, count: number): number {
    const chunk = this.chunkOf(ref);
    const offset = this.offsetOf(ref) + from;
    const fits = Math.min(count - done, 2 ** this.#wordBits - from);
    for (let i = 0; i < fits; i++) chunk[offset + i] = words[done + i] as number;
    return fits;
  }

  /** How many words were stored there. */
  lengthOf(head: number): number {
    return this.get(head, 1);
  }

  /** Copies what was stored, or its first `most` words. */
  load(head: number, into: Uint32Array, most = this.lengthOf(head)): number {
    let [ref, from, done] = [head, 2, 0];
    for (;;) {
      const chunk = this.chunkOf(ref);
      const offset = this.offsetOf(ref);
      const fits = Math.min(most - done, 2 ** this.#wordBits - from);
      for (let i = 0; i < fits; i++) into[done + i] = chunk[offset + from + i] as number;
      done += fits;
      if (done === most) return most;
      ref = chunk[offset] as number;
      from = 1;
    }
  }

  /** Changes one of the stored words. */
  change(head: number, index: number, value: number): void {
    const perBlock = 2 ** this.#wordBits - 1;
    let ref = head;
    for (let block = Math.floor((index + 1) / perBlock); block > 0; block--) ref = this.get(ref, 0);
    this.set(ref, 1 + ((index + 1) % perBlock), value);
  }

  /** One word more at its end. */
  append(head: number, word: number): void {
    const length = this.lengthOf(head);
    const perBlock = 2 ** this.#wordBits - 1;
    let ref = head;
    for (let next = this.get(ref, 0); next !== 0; next = this.get(ref, 0)) ref = next;
    if ((length + 1) % perBlock === 0) {
      const next = this.take();
      this.set(next, 0, 0);
      this.set(ref, 0, next);
      ref = next;
    }
    this.set(ref, 1 + ((length + 1) % perBlock), word);
    this.set(head, 1, length + 1);
  }

  /** Gives back all the blocks of what was stored. */
  discard(head: number): void {
    for (let ref = head; ref !== 0; ) {
      const next = this.get(ref, 0);
      this.give(ref);
      ref = next;
    }
  }
}

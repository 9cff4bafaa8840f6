// Who shares how many keys with one contact: counted anew for each, without an object for any.

/** A power of two: each contact's place has a cell, the next free one where that is taken. */
const cells = 2 ** 13;

/** A likeness has about a hundred keys at most, each of a few; the rest is not counted. */
const countedMax = 6000;

/** Ids stay below this, and so many shared keys times it below 2^53. */
const idsMax = 2 ** 43;

export class SharedKeys {
  readonly #places = new Uint32Array(cells);
  readonly #counts = new Uint32Array(cells);
  /** Cells in use. */
  readonly #used = new Uint16Array(countedMax);
  readonly #ranks = new Float64Array(countedMax);
  #size = 0;

  clear(): void {
    for (let i = 0; i < this.#size; i++) {
      const cell = this.#used[i] as number;
      this.#places[cell] = 0;
      this.#counts[cell] = 0;
    }
    this.#size = 0;
  }

  /** For a key that counts as much as `weight` ordinary ones. */
  count(place: number, weight: number): void {
    let cell = Math.imul(place, 0x9e3779b1) >>> 19;
    while (this.#places[cell] !== place) {
      if (this.#places[cell] === 0) {
        if (this.#size === countedMax) return;
        this.#places[cell] = place;
        this.#used[this.#size++] = cell;
        break;
      }
      cell = (cell + 1) % cells;
    }
    this.#counts[cell] = (this.#counts[cell] as number) + weight;
  }

  /** The ids of those that share at least so much, most first, of equals the latest. */
  *ranked(least: number, idAt: (place: number) => number): Generator<number> {
    let size = 0;
    for (let i = 0; i < this.#size; i++) {
      const cell = this.#used[i] as number;
      const count = this.#counts[cell] as number;
      if (count >= least) this.#ranks[size++] = count * idsMax + idAt(this.#places[cell] as number);
    }
    const ranks = this.#ranks.subarray(0, size).sort();
    for (let i = size - 1; i >= 0; i--) yield (ranks[i] as number) % idsMax;
  }
}

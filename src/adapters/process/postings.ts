// Which contacts have a key: most keys stand for one, and cost no more than that.

import { Blocks } from "./blocks.ts";
import { KeyTable } from "./key-table.ts";

/**
 * Contacts that share a key, latest last; more of them are found by another. Chosen by us: with
 * 24 two thirds of what was kept were found again among 10,000, with 96 six of seven.
 */
const sharingMax = 96;

/** So many more may stand until room is made for all of them at once. */
const spare = 32;

/** What a key's contacts fit into. */
export const postingsMax = sharingMax + spare;

/**
 * Contacts are named by their place, a number from 1 to 2^30. Under a key stands twice the place
 * of the only one, or twice a list and one.
 */
export class Postings {
  readonly #byKey: KeyTable;
  readonly #lists = new Blocks(8);
  readonly #senderOf: (place: number) => number;
  readonly #places = new Uint32Array(postingsMax);
  /** Of each of `#places`, while room is made. */
  readonly #senders = new Uint32Array(postingsMax);
  readonly #counts = new Uint32Array(postingsMax);

  /** `secret`: see KeyTable. */
  constructor(secret: number, senderOf: (place: number) => number) {
    this.#byKey = new KeyTable(secret);
    this.#senderOf = senderOf;
  }

  /** Keys. */
  get size(): number {
    return this.#byKey.size;
  }

  get bytes(): number {
    return this.#byKey.bytes + this.#lists.bytes;
  }

  /** What stands under a key, for `sizeOf` and `load` until anything changes; 0 for nothing. */
  under(key: number): number {
    return this.#byKey.find(key, anything);
  }

  sizeOf(entry: number): number {
    if (isList(entry)) return this.#lists.lengthOf(entry >>> 1);
    return entry === 0 ? 0 : 1;
  }

  /** Copies the places of whoever has a key; answers how many. */
  load(entry: number, into: Uint32Array): number {
    if (isList(entry)) return this.#lists.load(entry >>> 1, into);
    into[0] = entry >>> 1;
    return entry === 0 ? 0 : 1;
  }

  add(key: number, place: number): void {
    const entry = this.#byKey.find(key, anything);
    if (entry === 0) {
      this.#byKey.add(key, place * 2);
      return;
    }
    if (isList(entry)) {
      this.#lists.append(entry >>> 1, place);
      if (this.#lists.lengthOf(entry >>> 1) < postingsMax) return;
      this.#taken(entry);
      this.#byKey.replace(key, entry, this.#stored(this.#makeRoom()));
      return;
    }
    this.#places[0] = entry >>> 1;
    this.#places[1] = place;
    this.#byKey.replace(key, entry, this.#stored(2));
  }

  drop(key: number, place: number): void {
    const entry = this.#byKey.find(key, anything);
    if (entry === place * 2) this.#byKey.remove(key, entry);
    if (!isList(entry)) return;
    const count = this.#taken(entry);
    const at = this.#places.subarray(0, count).indexOf(place);
    if (at >= 0) this.#places.copyWithin(at, at + 1, count);
    this.#byKey.replace(key, entry, this.#stored(at >= 0 ? count - 1 : count));
  }

  /** Into `#places`; the list is gone. */
  #taken(entry: number): number {
    const count = this.#lists.load(entry >>> 1, this.#places);
    this.#lists.discard(entry >>> 1);
    return count;
  }

  /** The entry for the first of `#places`. */
  #stored(count: number): number {
    if (count === 1) return (this.#places[0] as number) * 2;
    return this.#lists.store(this.#places, count) * 2 + 1;
  }

  /** The oldest of whoever has most go, so that one sender's copies push nobody else's out. */
  #makeRoom(): number {
    const places = this.#places;
    const senders = this.#senders;
    for (let i = 0; i < postingsMax; i++) senders[i] = this.#senderOf(places[i] as number);
    this.#countEach();
    for (let size = postingsMax; size > sharingMax; size--) this.#dropOne(size);
    return sharingMax;
  }

  /** How many each one's sender has. */
  #countEach(): void {
    const senders = this.#senders;
    this.#counts.fill(1);
    for (let i = 1; i < postingsMax; i++) {
      for (let j = 0; j < i; j++) {
        if (senders[i] !== senders[j]) continue;
        this.#counts[i] = (this.#counts[i] as number) + 1;
        this.#counts[j] = (this.#counts[j] as number) + 1;
      }
    }
  }

  #dropOne(size: number): void {
    const counts = this.#counts;
    let at = 0;
    for (let i = 1; i < size; i++) if ((counts[i] as number) > (counts[at] as number)) at = i;
    const sender = this.#senders[at];
    for (const list of [this.#places, this.#senders, counts]) list.copyWithin(at, at + 1, size);
    for (let i = 0; i < size - 1; i++)
      if (this.#senders[i] === sender) counts[i] = (counts[i] as number) - 1;
  }
}

function isList(entry: number): boolean {
  return (entry & 1) === 1;
}

function anything(): boolean {
  return true;
}

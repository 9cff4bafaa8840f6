// Which contacts have a key: most keys stand for one, and cost no more than that.

import { Blocks } from "./blocks.ts";
import { KeyTable } from "./key-table.ts";

/** Contacts that share a key, latest last; more of them are found by another. Chosen by us. */
const sharingMax = 24;

/** So many more may stand until room is made for all of them at once. */
const spare = 8;

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

  /** Copies the places of whoever has this key; answers how many. */
  load(key: number, into: Uint32Array): number {
    const entry = this.#byKey.find(key, anything);
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
    const count = this.#taken(entry);
    this.#places[count] = place;
    const left = count + 1 < postingsMax ? count + 1 : this.#makeRoom();
    this.#byKey.replace(key, entry, this.#stored(left));
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

  /** Into `#places`, and out of the list. */
  #taken(entry: number): number {
    if (isList(entry)) {
      const count = this.#lists.load(entry >>> 1, this.#places);
      this.#lists.discard(entry >>> 1);
      return count;
    }
    this.#places[0] = entry >>> 1;
    return 1;
  }

  /** The entry for the first of `#places`. */
  #stored(count: number): number {
    if (count === 1) return (this.#places[0] as number) * 2;
    return this.#lists.store(this.#places, count) * 2 + 1;
  }

  /** The oldest of whoever has most go, so that one sender's copies push nobody else's out. */
  #makeRoom(): number {
    const places = [...this.#places];
    const senders = places.map(this.#senderOf);
    if (new Set(senders).size === senders.length) places.splice(0, places.length - sharingMax);
    while (places.length > sharingMax) {
      const counts = new Map<number, number>();
      for (const sender of senders) counts.set(sender, (counts.get(sender) ?? 0) + 1);
      const most = Math.max(...counts.values());
      const at = senders.findIndex((sender) => counts.get(sender) === most);
      places.splice(at, 1);
      senders.splice(at, 1);
    }
    this.#places.set(places);
    return places.length;
  }
}

function isList(entry: number): boolean {
  return (entry & 1) === 1;
}

function anything(): boolean {
  return true;
}

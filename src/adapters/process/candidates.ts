// Who is worth being compared with a contact in full: those that share most of its keys.

import { postKey, tellingKeys, weakKeys } from "../../engine/campaigns/lookup.ts";
import type { Likeness } from "../../model/likeness.ts";
import type { Members } from "./members.ts";
import { postingsMax } from "./postings.ts";
import { SharedKeys } from "./shared-keys.ts";

/** Those with most keys in common first. Chosen by us. */
export const candidatesMax = 32;

/** Of one sender; enough to see whom all it wrote alike to. Chosen by us. */
export const candidatesOfOneMax = 8;

/** Contacts that share a weak key, counted once for each: the keys that fewest have come first. */
const countedMax = 512;

/** One shingle in common, or being built alike, never links by itself. */
const enoughShared = 2;

type Filed = Pick<Members, "under" | "sizeOf" | "load" | "idAt" | "placeOf" | "senderAt">;

/** By their places. */
export class Candidates {
  readonly #members: Filed;
  readonly #shared = new SharedKeys();
  readonly #places = new Uint32Array(postingsMax);

  constructor(members: Filed) {
    this.#members = members;
  }

  /** Those that share most, no more than `candidatesMax`. */
  of(likeness: Likeness): readonly number[] {
    this.#shared.clear();
    for (const key of tellingKeys(likeness)) this.#count(this.#members.under(key), enoughShared);
    const weak = weakKeys(likeness).map((key) => this.#members.under(key));
    for (const under of this.#fewestFirst(weak)) this.#count(under, 1);
    return this.#bestOf(this.#shared.ranked(enoughShared, (place) => this.#members.idAt(place)));
  }

  /** Those that came under the id of the same post. */
  ofPost(likeness: Likeness): readonly number[] {
    const key = postKey(likeness);
    if (key === undefined) return [];
    const found = this.#members.load(this.#members.under(key), this.#places);
    return [...this.#places.subarray(0, found)];
  }

  /** What few share says more than what many do, and to count all of those takes time. */
  #fewestFirst(all: readonly number[]): readonly number[] {
    const sizes = all.map((under) => this.#members.sizeOf(under));
    let left = countedMax;
    if (sizes.reduce((sum, size) => sum + size, 0) <= left) return all;
    const order = [...all.keys()].sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
    const counted = order.filter((at) => {
      left -= sizes[at] ?? 0;
      return left >= 0;
    });
    return counted.map((at) => all[at] ?? 0);
  }

  #count(under: number, weight: number): void {
    const found = this.#members.load(under, this.#places);
    for (let i = 0; i < found; i++) this.#shared.count(this.#places[i] as number, weight);
  }

  /** No sender fills the places: one account's copies must not hide a wave. */
  #bestOf(ids: Iterable<number>): readonly number[] {
    const best: number[] = [];
    const taken = new Map<number, number>();
    for (const id of ids) {
      const place = this.#members.placeOf(id);
      const sender = this.#members.senderAt(place);
      const had = taken.get(sender) ?? 0;
      if (had === candidatesOfOneMax) continue;
      taken.set(sender, had + 1);
      if (best.push(place) === candidatesMax) break;
    }
    return best;
  }
}

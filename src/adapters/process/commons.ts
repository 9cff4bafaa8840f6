// What is common among the contacts of this server: learned from each, a wave only once in a while.

import type { Commonness } from "../../engine/campaigns/linkage.ts";
import { usualShare } from "../../engine/views/common.ts";
import type { Trace } from "../../model/likeness.ts";

/** One cell each, shared by what collides: a share is never too low. 512 KiB. */
const cells = 2 ** 18;

/** How many contacts of our own outweigh what was assumed before. Chosen by us. */
const assumedContacts = 1000;

export class Commons implements Commonness {
  readonly #cells = new Uint16Array(cells);
  readonly #secret: number;
  #contacts = 0;

  /** `secret`: 32 bits, so that nobody can aim a rare thing at the cell of a common one. */
  constructor(secret: number) {
    this.#secret = secret;
  }

  learn({ keys, sketch }: Trace): void {
    this.#contacts++;
    for (const key of keys) this.#add(key);
    for (const shingle of sketch) this.#add(shingle);
  }

  ofTrait(key: number, usual: number): number {
    return this.#share(key, usual);
  }

  ofShingle(shingle: number): number {
    return this.#share(shingle, usualShare(shingle));
  }

  #add(key: number): void {
    const cell = this.#cellOf(key);
    const count = this.#cells[cell] ?? 0;
    if (count < 0xffff) this.#cells[cell] = count + 1;
  }

  #share(key: number, usual: number): number {
    const count = this.#cells[this.#cellOf(key)] ?? 0;
    return (count + usual * assumedContacts) / (this.#contacts + assumedContacts);
  }

  /** murmur3's finish: without it keys that share a cell would share it under every secret. */
  #cellOf(key: number): number {
    let lane = key ^ this.#secret;
    lane = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
    lane = Math.imul(lane ^ (lane >>> 13), 0xc2b2ae35);
    return (lane ^ (lane >>> 16)) >>> 14;
  }
}

// Who has something kept here: asked at each Delete and Undo, and nearly always the answer is no.
// A trip to the worker for each would cost the gate a tenth of its time.

import { type EpochMs, minute } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";

/** A bit each, 1 MiB: with half a million signers, six of a hundred others are asked after too. */
const places = 2 ** 23;

/** How often all signers are read anew, while other processes write to the file. */
const readAgainMs = minute;

/**
 * A set of hashes that only grows. "No" is certain, "maybe" costs a trip: what is kept no more
 * still counts, and so does everybody as long as another process may have kept something.
 */
export class KeptSigners {
  readonly #bits = noSigners();
  #isWhole = false;
  #readAt = Number.NEGATIVE_INFINITY;

  add(signer: ActorId): void {
    mark(signer, this.#bits);
  }

  mayHold(signer: ActorId): boolean {
    if (!this.#isWhole) return true;
    const place = placeOf(signer);
    return ((this.#bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }

  /** Whether it is time to read them from the file. */
  wantsAll(at: EpochMs): boolean {
    return !this.#isWhole && at - this.#readAt >= readAgainMs;
  }

  /** `all` that the file held when it was read, as `bitsOf` gives them. */
  complete(all: Uint8Array, at: EpochMs): void {
    for (let i = 0; i < all.length; i++) this.#bits[i] = (this.#bits[i] ?? 0) | (all[i] ?? 0);
    this.#isWhole = true;
    this.#readAt = at;
  }

  /** Another process wrote to the file. */
  doubt(): void {
    this.#isWhole = false;
  }
}

/** As they travel from the worker, however many they are. */
export function bitsOf(signers: Iterable<string>): Uint8Array {
  const bits = noSigners();
  for (const signer of signers) mark(signer, bits);
  return bits;
}

function noSigners(): Uint8Array {
  return new Uint8Array(places / 8);
}

function mark(signer: string, bits: Uint8Array): void {
  const place = placeOf(signer);
  bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
}

/** FNV-1a. Whoever finds a collision makes us look into the ledger. */
function placeOf(signer: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < signer.length; at++) {
    hash = Math.imul(hash ^ signer.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 23)) & (places - 1);
}

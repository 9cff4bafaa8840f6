// Which contacts have a key: a number where it is one, which most keys are.

import type { ActorId } from "../../model/ids.ts";

/** Contacts that share a key, latest last; more of them are found by another. Chosen by us. */
const sharingMax = 24;

/** So many more may stand until room is made for all of them at once. */
const spare = 8;

const nobody: readonly number[] = [];

export class Postings {
  readonly #serials = new Map<number, number | number[]>();
  readonly #senderOf: (serial: number) => ActorId | undefined;

  constructor(senderOf: (serial: number) => ActorId | undefined) {
    this.#senderOf = senderOf;
  }

  get size(): number {
    return this.#serials.size;
  }

  of(key: number): readonly number[] {
    const known = this.#serials.get(key);
    if (known === undefined) return nobody;
    return typeof known === "number" ? [known] : known;
  }

  add(key: number, serial: number): void {
    const known = this.#serials.get(key);
    if (known === undefined) this.#serials.set(key, serial);
    else if (typeof known === "number") this.#serials.set(key, [known, serial]);
    else {
      known.push(serial);
      if (known.length < sharingMax + spare) return;
      this.#makeRoom(known);
    }
  }

  /** The oldest of whoever has most go, so that one sender's copies push nobody else's out. */
  #makeRoom(serials: number[]): void {
    const senders = serials.map(this.#senderOf);
    if (new Set(senders).size === senders.length) {
      serials.splice(0, serials.length - sharingMax);
      return;
    }
    while (serials.length > sharingMax) {
      const counts = new Map<ActorId | undefined, number>();
      for (const sender of senders) counts.set(sender, (counts.get(sender) ?? 0) + 1);
      const most = Math.max(...counts.values());
      const at = senders.findIndex((sender) => counts.get(sender) === most);
      serials.splice(at, 1);
      senders.splice(at, 1);
    }
  }

  drop(key: number, serial: number): void {
    const known = this.#serials.get(key);
    if (known === serial) this.#serials.delete(key);
    if (typeof known !== "object") return;
    const at = known.indexOf(serial);
    if (at >= 0) known.splice(at, 1);
    if (known.length === 0) this.#serials.delete(key);
  }
}

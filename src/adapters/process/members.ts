// The contacts that others are compared with: kept by their mark's id, found by their keys. None
// of them is an object until somebody asks for it.

import type { EpochMs } from "../../base/units.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { Trace } from "../../model/likeness.ts";
import { KeyTable } from "./key-table.ts";
import { keysMax, MemberRecords } from "./member-records.ts";
import type { MemoryBounds } from "./memory-bounds.ts";
import { Names } from "./names.ts";
import { Postings } from "./postings.ts";
import type { Use } from "./views.ts";

/** A contact that others are compared with; known by its mark's id. */
export interface Member {
  readonly receipt: Receipt;
  readonly use: Use;
  /** How many belonged together when it came, itself included, each through another. */
  readonly family: number;
}

export interface WholeMember extends Member {
  readonly trace: Trace;
  /** What it is found by. */
  readonly keys: Uint32Array;
}

/** The oldest and the newest of some, by their places. */
interface Ring {
  oldest: number;
  newest: number;
  size: number;
}

interface Reading {
  readonly place: number;
  readonly member: Member;
}

/** A power of two; a wave asks for up to 192. As objects these take up to 300 kB. Chosen by us. */
const readBits = 9;

/**
 * In two rings, oldest first: those that belong with no other, and those that do. Nothing is
 * forgotten by itself: whoever puts something in asks for those `beyond` the bounds.
 *
 * A place is a number from 1 on, and another contact's once the one that had it is deleted.
 */
export class Members {
  readonly #bounds: MemoryBounds["campaigns"];
  readonly #records = new MemberRecords();
  readonly #lone: Ring = { oldest: 0, newest: 0, size: 0 };
  readonly #linked: Ring = { oldest: 0, newest: 0, size: 0 };
  /** By the lower half of an id. */
  readonly #places: KeyTable;
  readonly #postings: Postings;
  /** Each kept once for each contact that it sent. */
  readonly #senders: Names;
  /** Domains and recipients. */
  readonly #names: Names;
  /** Those read last, since a wave asks for the same ones again and again. */
  readonly #read: (Reading | undefined)[] = [];
  /** Where those stand who go through a ring: what they would come to may go meanwhile. */
  readonly #walks = new Set<{ next: number }>();

  /** `secret`: see KeyTable. */
  constructor(bounds: MemoryBounds["campaigns"], secret: number) {
    this.#bounds = bounds;
    this.#places = new KeyTable(secret);
    this.#senders = new Names(secret);
    this.#names = new Names(secret);
    this.#postings = new Postings(secret, (place) => this.#records.senderOf(place));
  }

  get size(): number {
    return this.#lone.size + this.#linked.size;
  }

  /** What all of it takes, but for a few hundred bytes. */
  get bytes(): number {
    const parts = [this.#records, this.#places, this.#postings, this.#senders, this.#names];
    return parts.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  has(id: number): boolean {
    return this.placeOf(id) !== 0;
  }

  /** 0 if it is not here. */
  placeOf(id: number): number {
    return this.#places.find(lowerHalf(id), (place) => this.#records.idOf(place) === id);
  }

  get(id: number): WholeMember | undefined {
    const place = this.placeOf(id);
    if (place === 0) return undefined;
    const { sketch, keys } = this.#records.traceOf(place);
    const trace = { sketch: sketch.slice(), keys: keys.slice() };
    return { ...this.at(place), trace, keys: this.#records.keysOf(place) };
  }

  isLinked(id: number): boolean {
    const place = this.placeOf(id);
    return place !== 0 && this.#records.isLinked(place);
  }

  /** How many of this actor are here. */
  countOf(actor: ActorId): number {
    const sender = this.#senders.find(actor);
    return sender === 0 ? 0 : this.#senders.keepersOf(sender);
  }

  /** Some of those filed under a key, for `sizeOf` and `load` until anything changes. */
  under(key: number): number {
    return this.#postings.under(key);
  }

  sizeOf(under: number): number {
    return this.#postings.sizeOf(under);
  }

  /** Copies their places, the latest last; answers how many. */
  load(under: number, into: Uint32Array): number {
    return this.#postings.load(under, into);
  }

  at(place: number): Member {
    const cell = cellOf(place);
    const known = this.#read[cell];
    if (known?.place === place) return known.member;
    const member = this.#memberAt(place);
    this.#read[cell] = { place, member };
    return member;
  }

  #memberAt(place: number): Member {
    const records = this.#records;
    const mark = { id: records.idOf(place), at: records.atOf(place), struck: false };
    const { receipt, recipients } = records.othersOf(place);
    const use: Use = {
      kind: "use",
      actor: this.#senders.textOf(records.senderOf(place)) as ActorId,
      domain: this.#names.textOf(records.domainOf(place)),
      regular: records.isRegular(place),
      recipients: recipients.map((name) => this.#names.textOf(name) as ActorId),
      mark,
    };
    return { receipt: receipt as Receipt, use, family: records.familyOf(place) };
  }

  idAt(place: number): number {
    return this.#records.idOf(place);
  }

  momentAt(place: number): EpochMs {
    return this.#records.atOf(place);
  }

  /** Equal for what one actor sent. */
  senderAt(place: number): number {
    return this.#records.senderOf(place);
  }

  /** Good until anything else is asked of a member: to be compared, not kept. */
  traceAt(place: number): Trace {
    return this.#records.traceOf(place);
  }

  /** Oldest first of each ring, as they are when it is their turn. */
  *ids(): Generator<number> {
    const walk = { next: 0 };
    this.#walks.add(walk);
    try {
      for (const ring of [this.#lone, this.#linked]) {
        walk.next = ring.oldest;
        while (walk.next !== 0) {
          const place = walk.next;
          walk.next = this.#records.newerThan(place);
          yield this.#records.idOf(place);
        }
      }
    } finally {
      this.#walks.delete(walk);
    }
  }

  /** The oldest of a ring that holds more than it may. */
  beyond(): number | undefined {
    for (const [ring, max] of [
      [this.#lone, this.#bounds.lone],
      [this.#linked, this.#bounds.linked],
    ] as const) {
      if (ring.size > max) return this.#records.idOf(ring.oldest);
    }
    return undefined;
  }

  /** As the newest of its ring. None with its mark may be here. */
  put({ receipt, use, family, trace, keys: allKeys }: WholeMember, linked: boolean): void {
    const { mark, regular } = use;
    const keys = allKeys.subarray(0, keysMax);
    const place = this.#records.store(
      {
        ...{ id: mark.id, at: mark.at, regular, family, receipt },
        sender: this.#senders.keep(use.actor),
        domain: this.#names.keep(use.domain),
        recipients: use.recipients.map((one) => this.#names.keep(one)),
      },
      trace,
      keys,
    );
    this.#places.add(lowerHalf(mark.id), place);
    if (linked) this.#records.setLinked(place);
    this.#append(linked ? this.#linked : this.#lone, place);
    for (const key of keys) this.#postings.add(key, place);
  }

  /** Out of those that stand alone, as the newest of the others. Answers whether it was there. */
  moveToLinked(id: number): boolean {
    const place = this.placeOf(id);
    if (place === 0 || this.#records.isLinked(place)) return false;
    this.#take(this.#lone, place);
    this.#records.setLinked(place);
    this.#append(this.#linked, place);
    return true;
  }

  /** What this actor sent is deleted, and it is nobody's recipient any more. */
  forget(actor: ActorId, forgetting: (id: number) => void): void {
    const sender = this.#senders.find(actor);
    const recipient = this.#names.find(actor);
    for (const id of this.ids()) {
      const place = this.placeOf(id);
      if (this.#records.senderOf(place) === sender) forgetting(id);
      else if (recipient !== 0) this.#dropRecipient(place, recipient);
    }
  }

  delete(id: number): void {
    const place = this.placeOf(id);
    if (place === 0) return;
    for (const key of this.#records.keysOf(place)) this.#postings.drop(key, place);
    for (const name of this.#records.othersOf(place).recipients) this.#names.drop(name);
    this.#names.drop(this.#records.domainOf(place));
    this.#senders.drop(this.#records.senderOf(place));
    this.#take(this.#records.isLinked(place) ? this.#linked : this.#lone, place);
    this.#places.remove(lowerHalf(id), place);
    this.#records.discard(place);
    this.#forgetReading(place);
  }

  #dropRecipient(place: number, recipient: number): void {
    for (let left = this.#records.dropRecipient(place, recipient); left > 0; left--) {
      this.#names.drop(recipient);
    }
    this.#forgetReading(place);
  }

  #forgetReading(place: number): void {
    const cell = cellOf(place);
    if (this.#read[cell]?.place === place) this.#read[cell] = undefined;
  }

  #append(ring: Ring, place: number): void {
    this.#records.setOlder(place, ring.newest);
    this.#records.setNewer(place, 0);
    if (ring.newest === 0) ring.oldest = place;
    else this.#records.setNewer(ring.newest, place);
    ring.newest = place;
    ring.size++;
  }

  #take(ring: Ring, place: number): void {
    const older = this.#records.olderThan(place);
    const newer = this.#records.newerThan(place);
    if (older === 0) ring.oldest = newer;
    else this.#records.setNewer(older, newer);
    if (newer === 0) ring.newest = older;
    else this.#records.setOlder(newer, older);
    ring.size--;
    for (const walk of this.#walks) if (walk.next === place) walk.next = newer;
  }
}

/** Places lie as far apart as records are long: their lowest bits alone would share few cells. */
function cellOf(place: number): number {
  return Math.imul(place, 0x9e3779b1) >>> (32 - readBits);
}

function lowerHalf(id: number): number {
  return id >>> 0;
}

// What campaigns are found in, as anybody would write it first: Maps of objects. Answers as
// adapters/process/members.ts does, so that one can be measured and checked beside the other.

import type { Members, WholeMember } from "../../adapters/process/members.ts";
import type { MemoryBounds } from "../../adapters/process/memory-bounds.ts";
import type { EpochMs } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Trace } from "../../model/likeness.ts";

type Ring = Map<number, WholeMember>;

/** As in adapters/process/postings.ts. */
const [sharingMax, spare] = [96, 32];

/** The place of a contact is its mark's id. */
export class PlainMembers implements Pick<Members, keyof Members> {
  readonly #bounds: MemoryBounds["campaigns"];
  readonly #lone: Ring = new Map();
  readonly #linked: Ring = new Map();
  readonly #postings = new Map<number, number[]>();
  readonly #senders = new Map<ActorId, { readonly serial: number; sent: number }>();
  #serials = 0;

  constructor(bounds: MemoryBounds["campaigns"]) {
    this.#bounds = bounds;
  }

  get size(): number {
    return this.#lone.size + this.#linked.size;
  }

  /** Nobody knows but the collector. */
  get bytes(): number {
    return Number.NaN;
  }

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  placeOf(id: number): number {
    return this.has(id) ? id : 0;
  }

  get(id: number): WholeMember | undefined {
    return this.#lone.get(id) ?? this.#linked.get(id);
  }

  isLinked(id: number): boolean {
    return this.#linked.has(id);
  }

  countOf(actor: ActorId): number {
    return this.#senders.get(actor)?.sent ?? 0;
  }

  under(key: number): number {
    return key;
  }

  sizeOf(key: number): number {
    return this.#postings.get(key)?.length ?? 0;
  }

  load(key: number, into: Uint32Array): number {
    const ids = this.#postings.get(key) ?? [];
    into.set(ids);
    return ids.length;
  }

  at(place: number): WholeMember {
    return this.get(place) as WholeMember;
  }

  idAt(place: number): number {
    return place;
  }

  momentAt(place: number): EpochMs {
    return this.at(place).use.mark.at;
  }

  senderAt(place: number): number {
    return this.#senders.get(this.at(place).use.actor)?.serial ?? 0;
  }

  traceAt(place: number): Trace {
    return this.at(place).trace;
  }

  *ids(): Generator<number> {
    yield* this.#lone.keys();
    yield* this.#linked.keys();
  }

  beyond(): number | undefined {
    if (this.#lone.size > this.#bounds.lone) return firstOf(this.#lone);
    if (this.#linked.size > this.#bounds.linked) return firstOf(this.#linked);
    return undefined;
  }

  put(member: WholeMember, linked: boolean): void {
    const { use, keys } = member;
    const sender = this.#senders.get(use.actor) ?? { serial: ++this.#serials, sent: 0 };
    sender.sent++;
    this.#senders.set(use.actor, sender);
    (linked ? this.#linked : this.#lone).set(use.mark.id, member);
    for (const key of keys) {
      const ids = [...(this.#postings.get(key) ?? []), use.mark.id];
      this.#postings.set(key, ids.length < sharingMax + spare ? ids : this.#fewer(ids));
    }
  }

  #fewer(ids: readonly number[]): number[] {
    const left = [...ids];
    const senders = (): number[] => left.map((id) => this.senderAt(id));
    const allDiffer = new Set(senders()).size === left.length;
    if (allDiffer) return left.slice(-sharingMax);
    while (left.length > sharingMax) {
      const some = senders();
      const countOf = (sender: number): number => some.filter((one) => one === sender).length;
      const most = Math.max(...some.map(countOf));
      left.splice(
        some.findIndex((sender) => countOf(sender) === most),
        1,
      );
    }
    return left;
  }

  moveToLinked(id: number): boolean {
    const member = this.#lone.get(id);
    if (member === undefined) return false;
    this.#lone.delete(id);
    this.#linked.set(id, member);
    return true;
  }

  forget(actor: ActorId, forgetting: (id: number) => void): void {
    for (const id of this.ids()) {
      const member = this.at(id);
      const { use } = member;
      if (use.actor === actor) forgetting(id);
      else if (use.recipients.includes(actor)) {
        const recipients = use.recipients.filter((one) => one !== actor);
        const ring = this.isLinked(id) ? this.#linked : this.#lone;
        ring.set(id, { ...member, use: { ...use, recipients } });
      }
    }
  }

  delete(id: number): void {
    const member = this.get(id);
    if (member === undefined) return;
    if (!this.#lone.delete(id)) this.#linked.delete(id);
    const sender = this.#senders.get(member.use.actor);
    if (sender !== undefined && --sender.sent === 0) this.#senders.delete(member.use.actor);
    for (const key of member.keys) {
      const left = (this.#postings.get(key) ?? []).filter((one) => one !== id);
      if (left.length > 0) this.#postings.set(key, left);
      else this.#postings.delete(key);
    }
  }
}

function firstOf(ring: Ring): number | undefined {
  return ring.keys().next().value;
}

// The contacts that others are compared with: kept by their mark's id, found by their keys.

import type { Trace } from "../../engine/views/trace.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { MemoryBounds } from "./memory-bounds.ts";
import { Postings } from "./postings.ts";
import type { Use } from "./views.ts";

/** A contact that others are compared with; known by its mark's id. */
export interface Member {
  readonly receipt: Receipt;
  readonly use: Use;
  readonly trace: Trace;
  /** What it is found by. */
  readonly keys: Uint32Array;
  /** How many belonged together when it came, itself included, each through another. */
  readonly family: number;
}

type Ring = Map<number, Member>;

/**
 * In two rings, oldest first: those that belong with no other, and those that do. Nothing is
 * forgotten by itself: whoever puts something in asks for those `beyond` the bounds.
 */
export class Members {
  readonly #bounds: MemoryBounds["campaigns"];
  readonly #lone: Ring = new Map();
  readonly #linked: Ring = new Map();
  readonly #postings = new Postings((id) => this.senderOf(id));
  /** How many of each sender are here. */
  readonly #perSender = new Map<ActorId, number>();

  constructor(bounds: MemoryBounds["campaigns"]) {
    this.#bounds = bounds;
  }

  get size(): number {
    return this.#lone.size + this.#linked.size;
  }

  get(id: number): Member | undefined {
    return this.#lone.get(id) ?? this.#linked.get(id);
  }

  has(id: number): boolean {
    return this.#lone.has(id) || this.#linked.has(id);
  }

  isLinked(id: number): boolean {
    return this.#linked.has(id);
  }

  senderOf(id: number): ActorId | undefined {
    return this.get(id)?.use.actor;
  }

  /** Of whoever is filed under a key some, the latest last. */
  under(key: number): readonly number[] {
    return this.#postings.of(key);
  }

  /** How many of this actor are here. */
  countOf(actor: ActorId): number {
    return this.#perSender.get(actor) ?? 0;
  }

  /** Oldest first of each ring; whoever asks may delete the one it got. */
  *ids(): Generator<number> {
    yield* this.#lone.keys();
    yield* this.#linked.keys();
  }

  /** The oldest of a ring that holds more than it may. */
  beyond(): number | undefined {
    if (this.#lone.size > this.#bounds.lone) return firstOf(this.#lone);
    if (this.#linked.size > this.#bounds.linked) return firstOf(this.#linked);
    return undefined;
  }

  /** As the newest of its ring. None with its mark may be here. */
  put(member: Member, linked: boolean): void {
    const { use, keys } = member;
    (linked ? this.#linked : this.#lone).set(use.mark.id, member);
    this.#perSender.set(use.actor, this.countOf(use.actor) + 1);
    for (const key of keys) this.#postings.add(key, use.mark.id);
  }

  /** Out of those that stand alone, as the newest of the others. Answers whether it was there. */
  link(id: number): boolean {
    const member = this.#lone.get(id);
    if (member === undefined) return false;
    this.#lone.delete(id);
    this.#linked.set(id, member);
    return true;
  }

  /** This actor is none of its recipients any more. */
  dropRecipient(id: number, actor: ActorId): void {
    const member = this.get(id);
    if (!member?.use.recipients.includes(actor)) return;
    const recipients = member.use.recipients.filter((one) => one !== actor);
    const ring = this.isLinked(id) ? this.#linked : this.#lone;
    ring.set(id, { ...member, use: { ...member.use, recipients } });
  }

  delete(id: number): void {
    const member = this.get(id);
    if (member === undefined) return;
    const { keys, use } = member;
    if (!this.#lone.delete(id)) this.#linked.delete(id);
    const left = this.countOf(use.actor) - 1;
    if (left > 0) this.#perSender.set(use.actor, left);
    else this.#perSender.delete(use.actor);
    for (const key of keys) this.#postings.drop(key, id);
  }
}

function firstOf(ring: Ring): number | undefined {
  return ring.keys().next().value;
}

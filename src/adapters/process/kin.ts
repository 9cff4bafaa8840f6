// What belongs together of what is kept, found without a walk through all of it.

import type { ActorId, Receipt } from "../../model/ids.ts";
import { type Kept, standingStates } from "../../model/kept.ts";
import { type Kinship, kinshipOf, mustFollow } from "../../model/kept-kin.ts";

/** As much of an entry as kinship goes by. */
interface Relative {
  readonly kept: Kept;
  readonly siblingKey: string;
  /** In the order of keeping. */
  readonly number: number;
}

export class Kin<E extends Relative> {
  readonly #bySender = new Map<ActorId, Set<E>>();
  readonly #bySiblings = new Map<string, Set<E>>();
  readonly #behind = new Map<Receipt, Set<E>>();

  add(entry: E): void {
    addTo(this.#bySender, entry.kept.sender, entry);
    addTo(this.#bySiblings, entry.siblingKey, entry);
    if (entry.kept.behind !== undefined) addTo(this.#behind, entry.kept.behind, entry);
  }

  drop(entry: E): void {
    dropFrom(this.#bySender, entry.kept.sender, entry);
    dropFrom(this.#bySiblings, entry.siblingKey, entry);
    if (entry.kept.behind !== undefined) dropFrom(this.#behind, entry.kept.behind, entry);
  }

  /** The newest that stands, and that may not be overtaken, or is the same elsewhere. */
  newest(kinship: Kinship, butSiblings: string | undefined): E | undefined {
    let newest: E | undefined;
    for (const entry of this.#bySender.get(kinship.sender) ?? []) {
      if (newest !== undefined && entry.number < newest.number) continue;
      if (!stands(entry) || entry.siblingKey === butSiblings) continue;
      if (mustFollow(kinship, kinshipOf(entry.kept))) newest = entry;
    }
    return newest;
  }

  eldest(siblingKey: string): E | undefined {
    return inOrder(this.#bySiblings.get(siblingKey))[0];
  }

  /** The others of the same post that have not ended; `also` those that were rejected. */
  siblingsOf(entry: E, also: readonly "rejected"[] = []): readonly E[] {
    const states = ["settling", "held", ...also];
    return inOrder(this.#bySiblings.get(entry.siblingKey)).filter(
      (one) => one !== entry && states.includes(one.kept.state),
    );
  }

  /** What was rejected with one that stood so, or later for its sake, in the order of keeping. */
  rejectedFor(leader: E): readonly E[] {
    const { kept } = leader;
    const found = this.ofSender(kept.sender).filter(
      (one) =>
        one.kept.state === "rejected" &&
        one.number > leader.number &&
        one.kept.since >= kept.since &&
        one.kept.ruledBy === kept.ruledBy &&
        one.siblingKey !== leader.siblingKey &&
        mustFollow(kinshipOf(one.kept), kinshipOf(kept)),
    );
    return found.sort((a, b) => a.number - b.number);
  }

  followersOf(entry: E): readonly E[] {
    return inOrder(this.#behind.get(entry.kept.delivery.receipt));
  }

  ofSender(sender: ActorId): readonly E[] {
    return [...(this.#bySender.get(sender) ?? [])];
  }

  standingSenders(): readonly ActorId[] {
    const standing = [...this.#bySender].filter(([, entries]) => [...entries].some(stands));
    return standing.map(([sender]) => sender).sort();
  }

  clear(): void {
    for (const index of [this.#bySender, this.#bySiblings, this.#behind]) index.clear();
  }
}

function stands({ kept }: Relative): boolean {
  return standingStates.some((state) => state === kept.state);
}

function inOrder<E extends Relative>(entries: ReadonlySet<E> | undefined): E[] {
  return [...(entries ?? [])].sort((a, b) => a.number - b.number);
}

function addTo<K, E>(index: Map<K, Set<E>>, key: K, entry: E): void {
  const entries = index.get(key);
  if (entries === undefined) index.set(key, new Set([entry]));
  else entries.add(entry);
}

function dropFrom<K, E>(index: Map<K, Set<E>>, key: K, entry: E): void {
  const entries = index.get(key);
  entries?.delete(entry);
  if (entries?.size === 0) index.delete(key);
}

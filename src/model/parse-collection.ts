// Collections and their pages, in the shapes that servers publish them in.

import type { ActorId } from "./ids.ts";
import { firstIdOf, idsOf, isWire, type Wire } from "./parse-fields.ts";

/** A collection or one page of it: who stands there, and where it goes on. */
export interface CollectionPart {
  readonly items: readonly ActorId[];
  /** The next page, or the first of a collection that shows nobody itself. */
  readonly next: string | undefined;
}

/**
 * Mastodon links to its first page, Pleroma and Lemmy show it inside; whoever keeps a collection
 * hidden leaves out both and only counts.
 */
export function collectionOf(wire: Wire): CollectionPart {
  const { first } = wire;
  const items = idsOf<ActorId>(wire.orderedItems, wire.items);
  if (items.length > 0 || wire.next !== undefined) return { items, next: firstIdOf(wire.next) };
  const inside = isWire(first) ? idsOf<ActorId>(first.orderedItems, first.items) : [];
  if (isWire(first) && inside.length > 0) return { items: inside, next: firstIdOf(first.next) };
  return { items, next: firstIdOf(first) };
}

// A memory with room for a fiftieth, so that a flood of it is told in a second.

import { type MemoryBounds, shippedBounds } from "./memory-bounds.ts";

const share = 50;

const { actors, domains, views, campaigns, regards, receipts } = shippedBounds;

export const smallBounds: MemoryBounds = {
  actors: smaller(actors),
  domains: smaller(domains),
  views: smaller(views),
  campaigns: smaller(campaigns),
  regards: smaller(regards),
  receipts: receipts / share,
};

function smaller<T extends object>(bounds: T): T {
  const smallerOnes = Object.entries(bounds).map(([name, max]) => [name, Number(max) / share]);
  return Object.fromEntries(smallerOnes) as T;
}

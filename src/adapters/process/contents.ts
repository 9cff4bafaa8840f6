// All that one memory holds, apart from what is done with it.

import type { Reporter } from "../../engine/complaints.ts";
import type { Regard } from "../../engine/regard.ts";
import type { KnownActor, KnownDomain } from "./acquaintances.ts";
import { BoundedMap, SegmentedMap } from "./bounded-map.ts";
import { Campaigns, type Veil } from "./campaigns.ts";
import { ContactJournal, type Disguise } from "./contact-journal.ts";
import { type Everywhere, newRecord } from "./host-records.ts";
import { type MemoryBounds, peopleNamedMax } from "./memory-bounds.ts";
import { Views } from "./views.ts";
import { Vouches } from "./vouches.ts";

export interface Contents {
  /** In segments in the order of `rank`. */
  readonly actors: SegmentedMap<KnownActor>;
  readonly domains: SegmentedMap<KnownDomain>;
  readonly everywhere: Everywhere;
  /** By `pairOf`; what rests on mail alone, then what rests on an act. */
  readonly regards: SegmentedMap<Regard>;
  /** Our own people of whom anything is known that they did. */
  readonly outspoken: BoundedMap<true>;
  /** Those of whose complaints something was ruled. */
  readonly reporters: BoundedMap<Reporter>;
  readonly vouches: Vouches;
  readonly views: Views;
  readonly journal: ContactJournal;
  readonly campaigns: Campaigns;
}

export function emptyContents(
  bounds: MemoryBounds,
  disguise: Disguise = asItIs,
  veil: Veil = unveiled,
): Contents {
  const { actors, domains, regards, views, receipts } = bounds;
  return {
    actors: new SegmentedMap(segmentsOf(actors)),
    domains: new SegmentedMap(segmentsOf(domains)),
    everywhere: newRecord(),
    regards: new SegmentedMap([regards.hinted, regards.acted]),
    outspoken: new BoundedMap(peopleNamedMax),
    reporters: new BoundedMap(peopleNamedMax),
    vouches: new Vouches(),
    views: new Views(views),
    journal: new ContactJournal(receipts, disguise),
    campaigns: new Campaigns(bounds.campaigns, veil),
  };
}

/** In the order of `rank`. */
function segmentsOf({ passing, heard, familiar, known }: MemoryBounds["actors"]): number[] {
  return [passing, heard, familiar, known];
}

function unveiled(bytes: Uint8Array): Uint8Array {
  return bytes;
}

function asItIs(text: string): string {
  return text;
}

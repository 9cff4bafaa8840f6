// The posts of a case that a standing order goes by, read while their bytes are still here.

import { arrive } from "../../engine/arrive.ts";
import { orderedCopyOf } from "../../engine/campaigns/case-order.ts";
import { read } from "../../engine/read.ts";
import { likenessOf } from "../../engine/views/likeness.ts";
import { resemblance } from "../../engine/views/sketch.ts";
import type { ActorProfile } from "../../model/activity.ts";
import type { OrderedCopy } from "../../model/case-order.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { absent, type Fact, known } from "../../model/observation.ts";
import { parseActivity, parseActor } from "../../model/parse.ts";
import type { Documents } from "../../ports/documents.ts";
import type { Ledger } from "../../ports/ledger.ts";

/** With whose it is, so that it goes when its sender is to be forgotten. */
export interface ReadCopy {
  readonly receipt: Receipt;
  readonly sender: ActorId;
  readonly copy: OrderedCopy;
}

/** Chosen by us: of one word on a case so many that differ; each later contact is held to all. */
export const copiesMax = 32;

/** Chosen by us: so many are read for them. */
const readMax = 256;

/** Two that have so much in common, and lead to the same places, are one copy. Chosen by us. */
const sameCopy = 0.9;

/**
 * Some of these, spread over all of them, no two alike. Call it before a release: what is let in
 * loses its bytes. Empty where nothing is left to read. Throws LedgerDown.
 */
export async function readCopies(
  receipts: readonly Receipt[],
  stores: { readonly ledger: Pick<Ledger, "find">; readonly documents: Pick<Documents, "get"> },
): Promise<readonly ReadCopy[]> {
  const found: ReadCopy[] = [];
  for (const receipt of spread(receipts, readMax)) {
    if (found.length === copiesMax) break;
    const kept = await stores.ledger.find(receipt);
    if (kept === undefined) continue;
    const copy = copyOf(kept, await profileOf(kept.sender, stores.documents));
    if (copy === undefined || found.some((one) => isSame(one.copy, copy))) continue;
    found.push({ receipt, sender: kept.sender, copy });
  }
  return found;
}

/** The last and the first, and those between them in even steps. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => all[Math.round(at * step)] as T);
}

function copyOf(kept: Kept, profile: Fact<ActorProfile>): OrderedCopy | undefined {
  const { delivery, authenticity, recipients } = kept;
  const parsed = parseActivity(delivery.body);
  if (!parsed.ok) return undefined;
  const arrival = arrive(delivery, parsed.value, authenticity, { hosts: [], actors: undefined });
  const notified = recipients.map((actor) => ({ actor, via: "mention" }) as const);
  const audience = { notified, notifiedTotal: notified.length, elsewhere: 0 };
  const here = { ...arrival, audience };
  return orderedCopyOf(likenessOf({ ...here, reading: read(here) }, profile, delivery.at));
}

async function profileOf(
  actor: ActorId,
  documents: Pick<Documents, "get">,
): Promise<Fact<ActorProfile>> {
  const kept = await documents.get(actor);
  const parsed = kept?.outcome.kind === "found" ? parseActor(kept.outcome.body) : undefined;
  return parsed?.ok ? known(parsed.value) : absent;
}

function isSame(one: OrderedCopy, other: OrderedCopy): boolean {
  const leads = new Set(one.leads);
  if (leads.size !== new Set(other.leads).size) return false;
  if (!other.leads.every((key) => leads.has(key))) return false;
  return resemblance(one.sketch, other.sketch) >= sameCopy;
}

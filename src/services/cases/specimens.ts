// Posts of a case that are laid beside each other: read from the kept bytes when somebody looks.

import {
  type CommonParts,
  commonPartsOf,
  type Specimen,
  specimensMax,
} from "../../engine/campaigns/common-parts.ts";
import { specimenOf } from "../../engine/campaigns/specimen.ts";
import type { ActorProfile } from "../../model/activity.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { KeptSummary } from "../../model/kept.ts";
import { parseActor } from "../../model/parse.ts";
import type { Documents } from "../../ports/documents.ts";
import type { Ledger } from "../../ports/ledger.ts";

export interface SpecimenStores {
  readonly ledger: Pick<Ledger, "find">;
  readonly documents: Pick<Documents, "get">;
}

export interface Compared {
  readonly common: CommonParts;
  /** Whose words `common.samples` are, in their order. */
  readonly samples: readonly Receipt[];
  /** Posts that are not for everybody, and were left unread for that. */
  readonly unread: number;
}

/** Looked through for some that can be read. */
const lookedAtMax = 4 * specimensMax;

/** Of which so many at once. */
const atOnce = 16;

/**
 * Private posts are read only on demand; the newest are likeliest to be here still. Throws
 * LedgerDown.
 */
export async function comparedIn(
  kept: readonly KeptSummary[],
  alsoPrivate: boolean,
  stores: SpecimenStores,
): Promise<Compared> {
  const here = kept
    .filter(({ bytes }) => bytes > 0)
    .slice(-lookedAtMax)
    .reverse();
  const found: { readonly receipt: Receipt; readonly specimen: Specimen }[] = [];
  let unread = 0;
  for (let from = 0; from < here.length && found.length < specimensMax; from += atOnce) {
    const some = here.slice(from, from + atOnce);
    const read = await Promise.all(some.map((one) => specimenUnder(one, stores)));
    for (const [index, one] of read.entries()) {
      const receipt = some[index]?.receipt;
      if (one === undefined || receipt === undefined) continue;
      const isOpen = one.visibility === "public" || one.visibility === "unlisted";
      if (isOpen || alsoPrivate) found.push({ receipt, specimen: one.specimen });
      else unread += 1;
    }
  }
  const common = commonPartsOf(found.map(({ specimen }) => specimen));
  const samples = found.slice(0, common.samples.length).map(({ receipt }) => receipt);
  return { common, samples, unread };
}

async function specimenUnder({ receipt, sender }: KeptSummary, stores: SpecimenStores) {
  const [kept, profile] = await Promise.all([
    stores.ledger.find(receipt),
    profileOf(sender, stores.documents),
  ]);
  return kept && specimenOf(kept, profile);
}

async function profileOf(
  actor: ActorId,
  documents: SpecimenStores["documents"],
): Promise<ActorProfile | undefined> {
  const kept = await documents.get(actor);
  const parsed = kept?.outcome.kind === "found" ? parseActor(kept.outcome.body) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}

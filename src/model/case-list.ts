// What a moderator looks through: cases and single kept deliveries in one list, most urgent first.

import type { EpochMs } from "../base/units.ts";
import { hour } from "../base/units.ts";
import type { CampaignId } from "./campaign.ts";
import type { Case } from "./case.ts";
import type { Receipt } from "./ids.ts";
import type { KeptState, KeptSummary } from "./kept.ts";

/** A case stands in the list where any of its deliveries is what is asked for. */
export interface CaseFilter {
  readonly states: readonly KeptState[];
  /** Several of one campaign, or one by itself. */
  readonly shape?: "wave" | "single" | undefined;
  /** Named in a verdict. */
  readonly symbol?: string | undefined;
  /** A sender's host, or its registrable domain. */
  readonly host?: string | undefined;
  /** In a sender, its domain, a receipt or a case's id; upper and lower case are one. */
  readonly text?: string | undefined;
  /** Only cases of which something came after this. */
  readonly since?: EpochMs | undefined;
  /** Ids of campaigns and receipts. */
  readonly only?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
}

export interface CaseQuery extends CaseFilter {
  /** What came later is left out, and a deadline is one after it: so pages don't shift. */
  readonly asOf: EpochMs;
}

export interface CasePage extends CaseQuery {
  readonly limit: number;
  /** Where the page before ended. */
  readonly from?: CasePlace | undefined;
}

/** By what the list is ordered, in this order: soonest, fastest, largest, then by name. */
export interface CasePlace {
  /** When the first of it can be let in no more; undefined where nothing is to be missed. */
  readonly until: EpochMs | undefined;
  /** How many came within `latelyMs` before. */
  readonly lately: number;
  readonly kept: number;
  /** A campaign's, or the receipt of what stands by itself. */
  readonly id: CampaignId | Receipt;
}

/** In which a case counts as growing. Chosen by us. */
export const latelyMs = hour;

export type ListedCase = CasePlace &
  (
    | { readonly kind: "case"; readonly found: Case }
    | { readonly kind: "single"; readonly delivery: KeptSummary }
  );

export interface CaseCounts {
  readonly all: number;
  readonly waves: number;
  /** Those of which something stands in each; none are left out. */
  readonly states: Readonly<Partial<Record<KeptState, number>>>;
  /** By the names of the sets that were asked for. */
  readonly of: Readonly<Record<string, number>>;
}

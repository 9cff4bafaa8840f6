// The list of cases, as a ledger answers it however many are kept.

import type { CaseCounts, CasePage, CaseQuery, ListedCase } from "../model/case-list.ts";

export interface CaseList {
  /** Most urgent first: the order of `CasePlace`. Throws LedgerDown. */
  listCases(page: CasePage): Promise<readonly ListedCase[]>;

  /** How many there are, and of them how many are among each of these sets of ids. */
  countCases(
    query: CaseQuery,
    sets: Readonly<Record<string, readonly string[]>>,
  ): Promise<CaseCounts>;
}

// What a word on a case would do, from what its page has read already.

import type { EpochMs } from "../../base/units.ts";
import type { CaseView } from "./case-view.ts";
import type { PendingWords, Preview, RulingAsked } from "./preview.ts";
import { previewRuling } from "./preview.ts";

/** Undefined where nobody can say whom people here know. */
export async function previewIn(
  view: CaseView,
  asked: Omit<RulingAsked, "cases" | "receipts">,
  now: EpochMs,
): Promise<Preview | undefined> {
  const { record, told, silence, kept } = view;
  const ledger = {
    caseRecord: async () => record,
    ofCase: async (_: unknown, states: readonly string[]) =>
      kept.filter(({ state }) => states.includes(state)),
    find: async () => undefined,
  };
  const campaigns = { tellOf: async () => told ?? silence ?? "down" };
  const request = { ...asked, cases: [record.campaign], receipts: [] };
  const found = await previewRuling(request, { ledger, campaigns, pending: pendingIn(view) }, now);
  return found.ok ? found.value : undefined;
}

function pendingIn({ pending, members }: CaseView): PendingWords {
  const those = new Set(members.filter((one) => one.isPending).map(({ receipt }) => receipt));
  return { onOne: ({ receipt }) => those.has(receipt), onCase: () => pending !== undefined };
}

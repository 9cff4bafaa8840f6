// What `cases list` says of the lot: a few of the held that are to be ruled on whatever their
// score, since what moderators pick by themselves says nothing of the rest.

import { isDrawn } from "../engine/calibrate/ham.ts";
import type { KeptSummary } from "../model/kept.ts";
import { keyOf } from "../services/first-contacts.ts";

/** More names would hide the list that they stand below. */
const namedMax = 5;

/** Undefined where the lot fell on none of these. */
export function drawnLine(found: readonly KeptSummary[], seed: string): string | undefined {
  const waiting = found.filter(({ state, ruledBy }) => state === "held" && ruledBy === undefined);
  const keys = waiting.map(({ receipt, verdict }) => {
    return keyOf({ receipt, campaign: verdict.campaign });
  });
  const drawn = [...new Set(keys)].filter((key) => isDrawn(seed, key));
  if (drawn.length === 0) return undefined;
  const named = drawn.slice(0, namedMax).join(", ");
  const more = drawn.length > namedMax ? ` and ${drawn.length - namedMax} more` : "";
  return (
    `Drawn by lot: ${named}${more}. Please rule on them, plain as they may be: the threshold is ` +
    "set by what you say of them."
  );
}

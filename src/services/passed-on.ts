// What the home server took of what was judged, as it stands written.

import type { Receipt } from "../model/ids.ts";
import type { PassedOn } from "../model/recall.ts";
import type { Chronicle, Decision } from "../ports/chronicle.ts";

/** Throws LedgerDown. */
export function makePassedOn(
  chronicle: Pick<Chronicle, "findAll">,
): (receipts: readonly Receipt[]) => Promise<readonly PassedOn[]> {
  return async (receipts) => {
    const decisions = await chronicle.findAll(receipts);
    return decisions.filter(wasTaken).map(({ receipt, sender, activityId, objectId, at }) => {
      return { receipt, sender, activityId, objectId, at };
    });
  };
}

function wasTaken({ done, answer, state }: Decision): boolean {
  if (done !== "passed") return state === "delivered";
  return answer !== undefined && answer >= 200 && answer < 300;
}

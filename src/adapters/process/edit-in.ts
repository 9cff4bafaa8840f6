// An edit beside the first version of its post, as that is kept.

import { broughtBy, wordsKept } from "../../engine/views/edit.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { Edit } from "../../model/edit.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Likeness } from "../../model/likeness.ts";
import type { WholeMember } from "./members.ts";

/** Of one whose first version is not here, nothing. */
export function editIn(
  { delivery, sender }: Arrival,
  likeness: Likeness,
  unasked: readonly ActorId[],
  first: WholeMember | undefined,
): Edit | undefined {
  if (first === undefined || !sender.proven) return undefined;
  if (first.receipt === delivery.receipt) return undefined;
  const { mark, recipients } = first.use;
  return {
    afterMs: Math.max(0, delivery.at - mark.at),
    wordsKept: wordsKept(likeness.sketch, first.trace.sketch),
    brings: broughtBy(likeness, first.trace),
    newPeople: unasked.filter((one) => !recipients.includes(one)).length,
  };
}

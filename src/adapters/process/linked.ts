// Earlier contacts that are alike to a new one, and which of them belong with it.

import { linkedAt } from "../../engine/campaigns/linkage.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Linkage } from "../../model/likeness.ts";
import type { Member } from "./members.ts";

export interface Linked {
  readonly member: Member;
  readonly link: Linkage;
  /** Alike to what was found harmless, but it leads elsewhere: no part of that. */
  readonly beside: boolean;
}

/**
 * Those of one campaign with what this actor sent now. That it shows itself again makes no campaign
 * of all that it says: whoever copies one post of somebody would have the others condemned.
 */
export function kinOf(linked: readonly Linked[], actor: ActorId): readonly Linked[] {
  return linked.filter(
    ({ member, link, beside }) => !beside && (says(link) || !isOf(actor, member)),
  );
}

export function isOf(actor: ActorId, { use }: Member): boolean {
  return use.actor === actor;
}

/** Alike by more than what their senders show of themselves. */
export function says({ saidBits }: Linkage): boolean {
  return saidBits >= linkedAt;
}

export function idOf({ use }: Member): number {
  return use.mark.id;
}

// What the contact mode does right now, in one sentence: for `status` and `doctor`.

import { epochMs, isoTime } from "../base/units.ts";
import type { GateStatus } from "../services/gate-status.ts";

type Contacts = NonNullable<GateStatus["contacts"]>;

/** Undefined where first contacts are only judged, as ever. */
export function activeContacts(contacts: Contacts | undefined): string | undefined {
  if (contacts === undefined || contacts.mode === "open") return undefined;
  const { mode, waited } = contacts;
  if (mode === "consent") {
    const so = waited === null ? "none came lately" : `${counted(waited)}`;
    return `first contacts wait for a ruling: ${so}`;
  }
  if (waited === null) return "no wave is under way, first contacts go on as judged";
  return `a wave is under way, first contacts settle longer: ${counted(waited)}`;
}

function counted({ contacts, since }: NonNullable<Contacts["waited"]>): string {
  const from = isoTime(epochMs(since)).slice(0, 16).replace("T", " ");
  return `${contacts} since ${from} UTC`;
}

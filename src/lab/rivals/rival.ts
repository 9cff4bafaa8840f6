// A rule that admins run today, made into a filter that the lab can meet.
//
// It decides at once and for good, as such rules do: nothing settles, nothing is looked at again.

import { assert } from "../../base/assert.ts";
import { parseTrafficLine } from "../../model/traffic-log.ts";
import type { Filter } from "../filter.ts";
import { type Contact, makeInbox } from "./inbox.ts";

export interface Rival {
  readonly name: string;
  /** Asked of what notifies somebody here; anything else is let through. */
  keepsBack(contact: Contact): boolean;
  /** A moderator, or a person who got it, said what a delivery was. */
  hears(delivery: string, label: "spam" | "ham"): void;
}

/** One run of it. */
export function filterOf(rival: Rival): Filter {
  const inbox = makeInbox();
  return {
    name: rival.name,
    async feed(line) {
      const parsed = parseTrafficLine(line);
      assert(parsed.ok, "the lab writes lines that can be read");
      const event = parsed.value;
      const contact = inbox.take(event);
      if (event.type === "label") rival.hears(event.delivery, event.label);
      if (event.type !== "delivery") return [];
      const held = contact !== undefined && rival.keepsBack(contact);
      return [{ delivery: event.id, at: event.at, outcome: held ? "held" : "delivered" }];
    },
    finish: async () => [],
  };
}

/** For rules that nobody teaches. */
export const deafTo = (): void => undefined;

// How the lab meets a filter, whichever it is: it gives the lines of a traffic log, one
// after the other, and hears what became of the deliveries in them. Nothing else.

import { assert } from "../base/assert.ts";
import type { EpochMs } from "../base/units.ts";
import { parseTrafficLine } from "../model/traffic-log.ts";

/** What became of a delivery. `recalled` may follow `delivered`; nothing follows the others. */
export interface Fate {
  /** Its id in the log. */
  readonly delivery: string;
  /** The virtual moment at which it was settled. */
  readonly at: EpochMs;
  readonly outcome: "delivered" | "held" | "rejected" | "withdrawn" | "recalled";
}

/** One run of a filter: it starts from an empty memory and is met by one log only. */
export interface Filter {
  readonly name: string;
  /**
   * The log's next line, without its line end; handled fully before the promise is kept.
   * Answers the fates that were settled up to that line's moment, this line's own included.
   */
  feed(line: string): Promise<readonly Fate[]>;
  /** After the last line: runs the virtual clock on until nothing is undecided. */
  finish(): Promise<readonly Fate[]>;
}

/** No filter at all: the price of an attack is told beside what it costs here. */
export function noFilter(): Filter {
  return {
    name: "no filter",
    feed: async (line) => {
      const event = parseTrafficLine(line);
      assert(event.ok, "the lab writes lines that can be read");
      if (event.value.type !== "delivery") return [];
      const { id, at } = event.value;
      return [{ delivery: id, at, outcome: "delivered" }];
    },
    finish: async () => [],
  };
}

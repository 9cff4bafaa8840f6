// A memory that does not look at one view of a post: what it is good for shows where it is gone.

import { ProcessMemory } from "../../adapters/process/memory.ts";
import type { EpochMs } from "../../base/units.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { Likeness, ViewName } from "../../model/likeness.ts";

export class BlindMemory extends ProcessMemory {
  readonly #blindTo: ViewName;

  constructor(blindTo: ViewName) {
    super();
    this.#blindTo = blindTo;
  }

  override gather(arrival: Arrival, likeness: Likeness) {
    return super.gather(arrival, this.#seen(likeness));
  }

  override campaign(arrival: Arrival, likeness: Likeness, at: EpochMs) {
    return super.campaign(arrival, this.#seen(likeness), at);
  }

  #seen({ sketch, traits }: Likeness): Likeness {
    return {
      sketch: this.#blindTo === "text" ? new Uint32Array(0) : sketch,
      traits: traits.filter(({ view }) => view !== this.#blindTo),
    };
  }
}

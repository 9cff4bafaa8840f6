// Breakwater itself as a filter of the lab: a replay that is fed one event at a time.

import { assert } from "../base/assert.ts";
import { epochMs } from "../base/units.ts";
import { loadConfig } from "../services/config.ts";
import { makeReplay, type ReplayedVerdict, type Step } from "../services/replay.ts";
import { replayHouse } from "../wire/replay-house.ts";
import type { Fate, Filter } from "./filter.ts";

/**
 * As shipped, in guard mode and with an empty memory: no setting is changed, before or in
 * between. `told` hears each verdict as it is made, with its evidence.
 */
export function breakwater(told: (verdict: ReplayedVerdict) => void = () => undefined): Filter {
  const loaded = loadConfig({});
  assert(loaded.ok, "the shipped settings are valid");
  const replay = makeReplay(replayHouse(loaded.value.config));
  const fatesOf = ({ verdicts, outcomes }: Step): readonly Fate[] => {
    for (const verdict of verdicts) told(verdict);
    return outcomes.map(({ delivery, at, outcome }) => ({
      ...{ delivery, outcome },
      at: epochMs(Date.parse(at)),
    }));
  };
  return {
    name: "Breakwater",
    async feed(line) {
      const step = await replay.feed(line);
      assert(step.ok, "the lab writes lines that can be read");
      return fatesOf(step.value);
    },
    finish: async () => fatesOf(await replay.finish()),
  };
}

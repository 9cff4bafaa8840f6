// What went wrong lately, for whoever asks the running gate; the log has all of it.

import { Recent } from "../base/recent.ts";
import type { Clock } from "../ports/clock.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Trouble } from "./gate-status.ts";

/** Different troubles remembered, the one that happened longest ago forgotten first. */
const rememberedMax = 20;

export interface Troubles {
  readonly journal: Journal;
  /** Latest first. */
  list(): readonly Trouble[];
}

export function makeTroubles(clock: Pick<Clock, "now">): Troubles {
  const known = new Recent<string, Trouble>(rememberedMax);

  const note = (what: string, because: string): void => {
    const key = `${what}: ${because}`;
    const times = (known.get(key)?.times ?? 0) + 1;
    known.set(key, { at: clock.now(), what, because, times });
  };

  return {
    journal: {
      ...deaf,
      answered(_, answer) {
        if (answer.kind === "unreachable") note("asking the home server", answer.because);
        else if (answer.status >= 500) note("asking the home server", `it says ${answer.status}`);
      },
      failed: (what, error) => note(what, error instanceof Error ? error.message : String(error)),
    },
    list: () => known.values().toReversed(),
  };
}

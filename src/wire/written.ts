// What is written down beside the mail, and the chores that keep it.

import { hour } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import { type Chore, startChores } from "../services/chores.ts";
import { type Chronicler, chronicleEveryMs } from "../services/chronicler.ts";

/** Begun before the doors open, ended after they have closed. */
export interface Written {
  start(clock: Clock, journal: Journal): Promise<{ stop(): Promise<void> }>;
}

export function makeWritten(chronicler: Chronicler): Written {
  return {
    async start(clock, journal) {
      await chronicler.resume();
      const chores = startChores(choresOf(chronicler), clock, journal);
      return {
        async stop() {
          await chores.stop();
          await chronicler
            .flush()
            .catch((error: unknown) => journal.failed(writing, error, undefined));
        },
      };
    },
  };
}

const writing = "writing down what was decided";

function choresOf(chronicler: Chronicler): readonly Chore[] {
  return [
    { what: writing, everyMs: chronicleEveryMs, do: () => chronicler.flush() },
    { what: "removing old decisions", everyMs: hour, do: () => chronicler.clean() },
  ];
}

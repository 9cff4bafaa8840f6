// First contacts that waited because of the contact mode, for whoever asks the running gate.

import type { EpochMs } from "../base/units.ts";
import { underWayMs } from "../engine/campaigns/recognised.ts";
import type { ReasonSymbol } from "../model/verdict.ts";
import type { Clock } from "../ports/clock.ts";
import { deaf, type Journal } from "../ports/journal.ts";

/** One after the other, none of them longer after the last than a wave counts as under way. */
export interface Stretch {
  readonly since: EpochMs;
  readonly lastAt: EpochMs;
  readonly contacts: number;
}

export interface WaitingContacts {
  readonly journal: Journal;
  /** Undefined: none waited lately. */
  held(): Stretch | undefined;
  settled(): Stretch | undefined;
}

export function makeWaitingContacts(clock: Pick<Clock, "now">): WaitingContacts {
  const stretches = new Map<ReasonSymbol, Stretch>();
  const standing = (symbol: ReasonSymbol): Stretch | undefined => {
    const stretch = stretches.get(symbol);
    return stretch && clock.now() - stretch.lastAt < underWayMs ? stretch : undefined;
  };
  const note = (symbol: ReasonSymbol): void => {
    const at = clock.now();
    const { since, contacts } = standing(symbol) ?? { since: at, contacts: 0 };
    stretches.set(symbol, { since, lastAt: at, contacts: contacts + 1 });
  };

  return {
    journal: {
      ...deaf,
      judged(_, { evidence }) {
        for (const symbol of told) if (evidence.some((one) => one.symbol === symbol)) note(symbol);
      },
    },
    held: () => standing("FIRST_CONTACT"),
    settled: () => standing("WAVE_UNDER_WAY"),
  };
}

const told: readonly ReasonSymbol[] = ["FIRST_CONTACT", "WAVE_UNDER_WAY"];

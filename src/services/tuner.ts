// What tuning does by itself beside the mail: it takes up first contacts before they are
// forgotten, watches for a change of the mail, and looks each night for something better, which
// it applies only where the operator said so.

import { z } from "zod";
import { after, day, type EpochMs, epochMs, minute, startOf } from "../base/units.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import { chronicleKeptMs } from "./chronicler.ts";
import type { Config } from "./config.ts";
import { makeDriftWatch } from "./drift-watch.ts";
import { takeUp } from "./first-contacts.ts";
import { ownValue } from "./own-value.ts";
import { outlookOf } from "./tune.ts";
import { apply, proposalShape } from "./tuning.ts";

export interface TunerParts {
  readonly ledger: Ledger;
  readonly chronicle: Chronicle;
  readonly clock: Pick<Clock, "now">;
  readonly seed: string;
  readonly config: () => Config;
  readonly random: () => number;
  /** Before anything is looked for: what rulings say of weights. Throws LedgerDown. */
  readonly refit: (config: Config) => Promise<void>;
  readonly say: (fields: object, sentence: string) => void;
  /** Something that an operator should look at. */
  readonly warn: (fields: object, sentence: string) => void;
}

export interface Tuner {
  /** Before old decisions are removed. Throws LedgerDown. */
  takeUp(): Promise<void>;
  /** Throws LedgerDown. */
  watch(): Promise<void>;
  /** Once a day does what is due, at the first call after it has begun. Throws LedgerDown. */
  nightly(): Promise<void>;
}

/** Chosen by us: it is done within this of the day's end (UTC). */
export const tunerLookMs = 10 * minute;

const offerShape = z.object({
  at: z.number().transform(epochMs),
  /** Undefined: there was nothing better. */
  proposal: proposalShape.optional().transform((one) => one),
});

const offer = ownValue("tuning-offer", offerShape);

/** What was found last night, if nobody has applied it since. Throws LedgerDown. */
export async function offeredIn(ledger: Pick<Ledger, "setting">) {
  return (await offer.read(ledger))?.proposal;
}

/** It has been applied, or is no longer the better one. Throws LedgerDown. */
export function dropOffer(ledger: Pick<Ledger, "putSetting">): Promise<void> {
  return offer.write(ledger, undefined);
}

/** Who applies by itself, in the history. */
const ourselves = "breakwater";

export function makeTuner(parts: TunerParts): Tuner {
  const { ledger, clock, seed } = parts;
  const today = (): EpochMs => startOf(day, clock.now());
  let done = today();

  async function night(): Promise<void> {
    const config = parts.config();
    if (config.tune === "off") return dropOffer(ledger);
    await parts.refit(config);
    const { proposed, budget } = await outlookOf(parts, config, clock.now());
    if (proposed === undefined) return dropOffer(ledger);
    const { proposal, share } = proposed;
    // By itself it does only what it can answer for.
    if (config.tune === "automatic" && share <= budget) {
      await apply(ledger, proposal, config.policy, { by: ourselves, at: clock.now() });
      return dropOffer(ledger);
    }
    await offer.write(ledger, { at: clock.now(), proposal });
    parts.say({ holdAt: proposal.holdAt }, "a better setting is proposed: breakwater tune");
  }

  return {
    watch: makeDriftWatch({ ...parts, say: parts.warn }),
    async takeUp() {
      if (parts.config().tune === "off") return;
      await takeUp(parts, seed, after(clock.now(), -chronicleKeptMs));
    },
    async nightly() {
      const now = today();
      if (now <= done) return;
      await night();
      done = now;
    },
  };
}

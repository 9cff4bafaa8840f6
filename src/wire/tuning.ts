// What tunes beside the mail, with its chores.

import type { Logger } from "pino";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Chore } from "../services/chores.ts";
import { driftEveryMs } from "../services/drift-watch.ts";
import type { InForce } from "../services/in-force.ts";
import { proposeWeights } from "../services/refit.ts";
import { makeTuner, type Tuner, tunerLookMs } from "../services/tuner.ts";

interface TuningParts {
  readonly ledger: Ledger;
  readonly chronicle: Chronicle;
  readonly clock: Clock;
  readonly inForce: Pick<InForce, "config">;
  /** The installation's. */
  readonly seed: string;
  readonly log: Logger;
}

export function openTuner({ inForce, log, ...parts }: TuningParts): Tuner {
  return makeTuner({
    ...parts,
    config: inForce.config,
    random: Math.random,
    refit: (config) => proposeWeights(parts, config, parts.clock.now()),
    say: (fields, sentence) => log.info(fields, sentence),
    warn: (fields, sentence) => log.warn(fields, sentence),
  });
}

export function tuningChores(tuner: Tuner): readonly Chore[] {
  return [
    { what: "watching for a change of mail", everyMs: driftEveryMs, do: () => tuner.watch() },
    { what: "looking for better weights", everyMs: tunerLookMs, do: () => tuner.nightly() },
  ];
}

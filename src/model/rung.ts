// The ways in for what was kept back, one below the other: each is open for a while only.

import type { EpochMs } from "../base/units.ts";

/**
 * `replay`: the original request, as it was signed.
 * `own-proof`: its body, which carries a signature or proof of its author's own, delivered by the
 * gate's actor.
 * `resolve`: the home server is asked to fetch the post; of an old one it tells nobody.
 */
export type Rung = "replay" | "own-proof" | "resolve";

/** A way that may be open when the original request is too old. */
export interface LaterWay {
  readonly rung: Exclude<Rung, "replay">;
  /** Undefined: as long as it is kept. */
  readonly until: EpochMs | undefined;
}

// Who is a stranger to us: asked by several signals, so answered once.

import type { ActorHistory } from "../../model/observation.ts";

/** Days of mail that people here took: by then somebody would have complained. */
const goodDaysOfStanding = 3;

/** Nobody here welcomed it, and it has no good days of its own to speak of. */
export function isStranger(actor: ActorHistory): boolean {
  return actor.welcomedBy === 0 && actor.goodDays < goodDaysOfStanding;
}

// How one of our people stands to one remote actor: the only thing that makes a tie.

import { day, type EpochMs, epochMs } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { Tie } from "../model/observation.ts";

/** Whom we addressed may answer for this long. Chosen by us: people come back from a holiday. */
const addressedForMs = 30 * day;

/** A like, a boost, an answer or a report says something for two half-lives of standing. */
const actFadesAfterMs = 120 * day;

export interface Regard {
  readonly follows: boolean;
  readonly blocks: boolean;
  readonly mutes: boolean;
  /** A reply or mention of theirs. */
  readonly addressedAt: EpochMs | undefined;
  /** The last friendly act other than a follow. */
  readonly actedAt: EpochMs | undefined;
  readonly reportedAt: EpochMs | undefined;
  /** Inbound mail suggested a follow that we did not see. */
  readonly hinted: boolean;
}

export const indifferent: Regard = {
  follows: false,
  blocks: false,
  mutes: false,
  addressedAt: undefined,
  actedAt: undefined,
  reportedAt: undefined,
  hinted: false,
};

/** A block ends everything that was; unblocking starts from nothing. A mute only suspends it. */
export function regardAfter(before: Regard, act: Pick<LocalAct, "action" | "at">): Regard {
  const { at } = act;
  switch (act.action) {
    case "follow":
      return { ...before, follows: true, reportedAt: undefined };
    case "unfollow":
      return { ...before, follows: false, hinted: false };
    case "reply":
    case "mention":
      return { ...before, addressedAt: at, actedAt: at };
    case "like":
    case "boost":
      return { ...before, actedAt: at };
    case "block":
      return { ...indifferent, reportedAt: before.reportedAt, blocks: true };
    case "unblock":
      return { ...before, blocks: false };
    case "mute":
      return { ...before, mutes: true };
    case "unmute":
      return { ...before, mutes: false };
    case "report":
      return { ...before, reportedAt: at };
  }
}

/** Inbound mail suggests that they follow. */
export function hinted(before: Regard): Regard {
  return { ...before, hinted: true };
}

/** How a recipient of whom we know this, or nothing, stands to the sender. */
export function tieOf(
  recipient: ActorId,
  regard: Regard | undefined,
  at: EpochMs,
  known: Pick<Tie, "opaque" | "writtenTo">,
): Tie {
  if (regard === undefined) return { recipient, solicited: false, hint: false, ...known };
  return { recipient, solicited: solicits(regard, at), hint: hintsAt(regard), ...known };
}

/** They asked to hear from the actor: a tie. */
export function solicits(regard: Regard, at: EpochMs): boolean {
  if (regard.blocks || regard.mutes) return false;
  if (regard.follows) return true;
  return regard.addressedAt !== undefined && at - regard.addressedAt < addressedForMs;
}

/** Suggested by inbound mail, and nothing they did speaks against it. */
function hintsAt(regard: Regard): boolean {
  return regard.hinted && !regard.blocks && !regard.mutes;
}

/** Until when they count as one who welcomes the actor; undefined if they don't. */
export function welcomesUntil(regard: Regard): EpochMs | undefined {
  if (regard.blocks || regard.mutes || regard.reportedAt !== undefined) return undefined;
  return regard.follows ? forEver : fading(regard.actedAt);
}

/** Until when they count as one who complains of the actor; undefined if they don't. */
export function complainsUntil(regard: Regard): EpochMs | undefined {
  return regard.blocks || regard.mutes ? forEver : fading(regard.reportedAt);
}

const forEver = epochMs(Number.POSITIVE_INFINITY);

function fading(actedAt: EpochMs | undefined): EpochMs | undefined {
  return actedAt === undefined ? undefined : epochMs(actedAt + actFadesAfterMs);
}

/**
 * What becomes of held mail that nobody ruled on while a way in was about to close.
 *
 * A request that can't be let in later, and is neither a campaign's nor certain, goes in now and
 * is flagged: a person's direct post must not be lost to a moderator's day off. Everything else
 * stays for a ruling, and when the last way has closed the moderator is told.
 */

import type { EpochMs } from "../../base/units.ts";
import { epochMs } from "../../base/units.ts";
import { lastWayCloses } from "../../engine/later-ways.ts";
import { replayDeadline } from "../../engine/settle-window.ts";
import type { Kept } from "../../model/kept.ts";
import { reason, type Verdict } from "../../model/verdict.ts";

/** From here on a verdict counts as certain. Chosen by us: one misfire in a hundred. */
const certainFrom = 0.99;

/**
 * A stale date is no way round a moderator, and no body that fails our check is a key. Of an edit
 * that put something else in a post's place nobody misses a word: the first version is here.
 */
const staysFor: ReadonlySet<string> = new Set(["SHORT_LIVED", "UNJUDGED", "EDIT_SWAP"]);

/** When a held delivery first wants to be looked at without a ruling. */
export function firstDeadline(arrivedAt: EpochMs, replayUntil: EpochMs): EpochMs {
  return epochMs(Math.max(arrivedAt, replayDeadline(replayUntil)));
}

/** The next, once it stays; undefined where none of its ways closes any more. */
export function nextDeadline(kept: Kept, now: EpochMs): EpochMs | undefined {
  const closes = lastWayCloses(kept.replayUntil, kept.laterWays);
  return closes !== undefined && closes > now ? closes : undefined;
}

type Ways = Pick<Kept, "replayUntil" | "laterWays">;

/** Whether every way in is behind us. */
export function isBeyondReach(kept: Ways, now: EpochMs): boolean {
  const closes = lastWayCloses(kept.replayUntil, kept.laterWays);
  return closes !== undefined && closes <= now;
}

/** The verdict under which it goes in now, before a moderator's eyes; undefined: it stays. */
export function passedAtDeadline(kept: Kept, judged: Verdict, now: EpochMs): Verdict | undefined {
  if (isUnasked(kept.verdict)) return isUnasked(judged) ? undefined : passedByConsent(judged);
  if (isHosts(kept.verdict) && isFree(judged))
    return { ...judged, action: "flag", evidence: [recovered, ...judged.evidence] };
  if (isByRule(kept.verdict) && isByRule(judged)) return undefined;
  if (now >= kept.replayUntil || kept.laterWays.length > 0) return undefined;
  if (kept.verdict.evidence.some(({ symbol }) => staysFor.has(symbol))) return undefined;
  if (judged.probability >= certainFrom || isCampaigns(judged)) return undefined;
  return { ...judged, action: "flag", evidence: [...judged.evidence, undecided] };
}

/** Whom it is for, or all here, hear only whom they know: that is for no deadline to decide. */
function isUnasked({ evidence }: Verdict): boolean {
  return evidence.some(({ symbol }) => symbol === "CONSENT" || symbol === "FIRST_CONTACT");
}

/** Meanwhile they followed or answered its sender, or strangers are heard again. */
function passedByConsent(judged: Verdict): Verdict | undefined {
  if (judged.action !== "accept") return undefined;
  const because = "its sender is known by now, or may be heard without that";
  const evidence = reason("CONSENTED", because);
  return { ...judged, action: "flag", evidence: [evidence, ...judged.evidence] };
}

/** An admin's rule decided, and does still: whoever wrote it wants to see what it met. */
function isByRule({ evidence }: Verdict): boolean {
  return evidence[0]?.symbol === "RULE";
}

/** It was held for where it came from. */
function isHosts({ evidence }: Verdict): boolean {
  return evidence.some(({ symbol }) => symbol === "HOST_NEGLECTED");
}

/** Nothing but its host had it wait, and does so no longer than it has waited. */
function isFree({ action, evidence }: Verdict): boolean {
  if (action === "settle") return evidence[0]?.symbol === "HOST_NEGLECTED";
  return action === "accept";
}

const recovered = reason(
  "HOST_RECOVERED",
  "it was held for its host alone, whose strangers are held no more",
);

const undecided = reason(
  "UNDECIDED",
  "nobody ruled on it while it could be let in, and later nothing could have done so",
);

/** Others seem to be of one hand with it, or a moderator ruled on its sender before. */
function isCampaigns({ evidence }: Verdict): boolean {
  return evidence.some(
    ({ symbol, group, decibans }) =>
      decibans > 0 && (group === "repetition" || symbol === "CONDEMNED_BEFORE"),
  );
}

// What `cases release` and `cases refuse` say of one delivery.

import type { EpochMs } from "../base/units.ts";
import type { RulingPart, RulingWord } from "../services/cases/preview.ts";
import { byHand, wayNames } from "./cases-ways.ts";
import { shortTime } from "./moment.ts";
import { printable } from "./printable.ts";

/** No way is open to it any more. */
function lateOf({ meant: [one], left: [other] }: RulingPart, verb: RulingWord) {
  if (verb === "refuse") return undefined;
  if (one !== undefined) return one.way === undefined ? one.kept : undefined;
  return other?.because === "too late" ? other.kept : undefined;
}

export function singleAsJson(
  verb: RulingWord,
  part: RulingPart,
  ruled: boolean,
  dryRun: boolean,
): object {
  const way = part.meant[0]?.way ?? null;
  const late = lateOf(part, verb);
  const lateSince = late === undefined ? null : new Date(late.replayUntil).toISOString();
  return { receipt: part.named, ruled, way, lateSince, ...(dryRun ? { dryRun } : {}) };
}

/** `isDry`: it is not done, or not yet. */
export function singleLine(
  verb: RulingWord,
  part: RulingPart,
  ruled: boolean,
  isDry: boolean,
  now: EpochMs,
): string {
  const name = printable(part.named);
  const [will, is] = isDry ? ["would", "would be"] : ["will", "is"];
  const late = lateOf(part, verb);
  if (late !== undefined) {
    const until = `the home server took this request until ${shortTime(late.replayUntil)} UTC`;
    if (ruled)
      return `${name}: ${is} passed on, but ${until}; "breakwater cases show" tells its answer.`;
    const instead = byHand(late, now);
    const other = instead === undefined ? "" : ` Or ${printable(instead)}.`;
    return `${name}: ${until}; it may refuse it now.${other} Release it all the same with --late.`;
  }
  if (part.isPending) return pendingLine(part.named);
  if (!ruled) return `${name}: nothing waits under this receipt; "breakwater cases show" says why.`;
  if (verb === "refuse") return `${name}: ${will} not be let in.`;
  const after = part.meant[0]?.kept.state === "rejected" ? ", after all," : "";
  return `${name}: ${will} be let in${after} by ${wayNames[part.meant[0]?.way ?? "replay"]}.`;
}

export function pendingLine(named: string): string {
  const name = printable(named);
  const undo = `"breakwater cases undo ${name}" takes it back`;
  return `${name}: another ruling is about to fall on it; ${undo}.`;
}

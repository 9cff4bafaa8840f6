// Which ways into the home server a kept delivery has, as `cases` tells of them.

import type { EpochMs } from "../base/units.ts";
import type { KeptSummary } from "../model/kept.ts";
import type { Rung } from "../model/rung.ts";
import { isOpen, type Ways } from "../services/cases/ways.ts";
import { shortTime } from "./moment.ts";

/** How something came or comes in, in the words that follow "by". */
export const wayNames: Readonly<Record<Rung, string>> = {
  replay: "its original request",
  "own-proof": "its signed body, delivered by the gate's own actor",
  resolve: "having the home server fetch it",
};

/** What people can do by hand, while that tells anybody; undefined where it is not for them. */
export function byHand({ laterWays, objectId }: KeptWays, now: EpochMs): string | undefined {
  const way = laterWays.find(({ rung }) => rung === "resolve");
  if (way?.until === undefined || objectId === undefined) return undefined;
  const look = `look ${objectId} up in the home server's search`;
  if (!isOpen(way, now)) return `${look} to see it there; nobody is told of it any more`;
  return `${look}: those it mentions are told of it until ${shortTime(way.until)} UTC`;
}

type KeptWays = Ways & Pick<KeptSummary, "objectId">;

/** One line a way, for `cases show`. */
export function wayLines(kept: KeptWays, now: EpochMs): string[] {
  const { replayUntil, laterWays } = kept;
  const lines = [`by ${wayNames.replay}: ${until(replayUntil, now)}`];
  for (const way of laterWays) {
    const end = way.until === undefined ? "as long as it is kept" : until(way.until, now);
    const means = way.rung === "resolve" ? "; nothing is connected for it: by hand" : "";
    lines.push(`by ${wayNames[way.rung]}: ${end}${means}`);
  }
  return lines;
}

function until(moment: EpochMs, now: EpochMs): string {
  return now < moment ? `until ${shortTime(moment)}` : `was open until ${shortTime(moment)}`;
}

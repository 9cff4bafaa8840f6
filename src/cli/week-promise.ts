// What `week` says of the budget: what was promised, and what it came to.

import { type EpochMs, isoTime } from "../base/units.ts";
import type { Config } from "../services/config.ts";
import { type Outlook, outlookOf, type TuneParts } from "../services/tune.ts";
import { type Output, paint } from "./output.ts";
import { oneIn, promisedWords, realityWords, standingWords } from "./tune-text.ts";
import { wrap } from "./width.ts";

export interface WeekPromise extends Pick<Outlook, "budget" | "promised" | "reality" | "tuned"> {
  readonly holdAt: number;
  readonly better: boolean;
}

/** Throws LedgerDown. */
export async function promiseIn(
  parts: TuneParts,
  config: Config,
  now: EpochMs,
): Promise<WeekPromise> {
  const outlook = await outlookOf(parts, config, now);
  const { budget, promised, reality, tuned, inForce, proposed } = outlook;
  const better = proposed !== undefined && config.tune !== "off";
  return { budget, promised, reality, tuned, holdAt: inForce.holdAt, better };
}

export function promiseLines(promise: WeekPromise, output: Output): string[] {
  const { budget, promised, reality, tuned, holdAt, better } = promise;
  const title = `Budget: ${oneIn(budget)} legitimate first contacts may be held.`;
  const sentences = [
    `Promised ${promisedWords(promised)}.`,
    `Seen: ${realityWords(reality)}.`,
    ...(tuned.kind === "none" ? [] : [`The threshold is ${holdAt}, ${standingWords(tuned)}.`]),
    ...(better ? ["A better setting is proposed: breakwater tune."] : []),
  ];
  const room = output.width - 2;
  return [
    paint(output, "bold", title),
    ...sentences.flatMap((one) => wrap(one, room).map((line) => `  ${line}`)),
    "",
  ];
}

/** For scripts. */
export function promiseAsJson({ promised, tuned, ...rest }: WeekPromise): object {
  const { since } = promised;
  return {
    ...rest,
    promised: { ...promised, since: since === undefined ? null : isoTime(since) },
    tuned: tuned.kind,
  };
}

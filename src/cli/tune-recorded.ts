// A change of settings tried on recorded traffic: the log is replayed under both.

import type { PolicySettings } from "../engine/policy.ts";
import type { Config } from "../services/config.ts";
import type { Frame } from "./context.ts";
import { Complaint } from "./exit-code.ts";
import { replayOf } from "./replay.ts";
import type { Fate } from "./replay-answer.ts";

/** A delivery of the log that would have fared otherwise. */
export interface RecordedDifference {
  readonly delivery: string;
  readonly before: string;
  readonly after: string;
  readonly scores: readonly [number, number];
}

export interface Recorded {
  readonly log: string;
  readonly deliveries: number;
  /** The worst first. */
  readonly differences: readonly RecordedDifference[];
}

export async function recordedEffect(
  log: string,
  config: Config,
  before: PolicySettings,
  after: PolicySettings,
  frame: Pick<Frame, "input" | "directory" | "parts" | "output">,
): Promise<Recorded> {
  if (log === "-") throw new Complaint("--on reads a log twice: name a file.");
  const [old, next] = [
    await replayOf(log, { ...config, policy: before }, frame),
    await replayOf(log, { ...config, policy: after }, frame),
  ];
  const differences = [...old].flatMap(([delivery, one]): RecordedDifference[] => {
    const other = next.get(delivery);
    if (other === undefined || wordOf(one) === wordOf(other)) return [];
    const scores = [one.score, other.score] as const;
    return [{ delivery, before: wordOf(one), after: wordOf(other), scores }];
  });
  differences.sort((a, b) => weightOf(b.after) - weightOf(a.after) || b.scores[1] - a.scores[1]);
  return { log, deliveries: old.size, differences };
}

function weightOf(word: string): number {
  if (word === "delivered") return 0;
  return word.endsWith("delivered") ? 1 : 2;
}

/** "delivered", "settled, then delivered", "held". */
function wordOf({ action, outcome }: Fate): string {
  return action === "settle" ? `settled, then ${outcome}` : outcome;
}

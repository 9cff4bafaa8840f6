// Learning who the home server is, and going on asking until it says.

import { after, hour, second } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { HomeServerWatch } from "./home-server.ts";
import { type Ask, askNodeInfo } from "./node-info.ts";

/** An upgrade of the home server is noticed within the hour, its start within half a minute. */
const whenKnownMs = hour;
const whenUnknownMs = 30 * second;

export interface Learning {
  /** Whether the last question was answered at all. */
  answered(): boolean;
  stop(): void;
}

/** Resolves after the first question, whatever its answer. */
export async function startLearning(
  ask: Ask,
  watch: HomeServerWatch,
  clock: Clock,
): Promise<Learning> {
  const stopping = new AbortController();
  let answered = false;

  const noting: Ask = async (path, host) => {
    const answer = await ask(path, host);
    answered = answer.kind === "answered";
    return answer;
  };

  async function question(): Promise<boolean> {
    const heard = await askNodeInfo(noting, watch.publicHost());
    if (heard !== undefined) watch.learned(heard.software, heard.version, heard.url);
    return heard !== undefined;
  }

  async function goOn(known: boolean): Promise<void> {
    let next = known ? whenKnownMs : whenUnknownMs;
    while (!stopping.signal.aborted) {
      await clock.wake(after(clock.now(), next), stopping.signal).catch(() => undefined);
      if (!stopping.signal.aborted) next = (await question()) ? whenKnownMs : whenUnknownMs;
    }
  }

  void goOn(await question());
  return { answered: () => answered, stop: () => stopping.abort() };
}

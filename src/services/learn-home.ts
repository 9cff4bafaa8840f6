// Learning who the home server is and whether it is there, and going on asking.

import { after, hour, second } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { HomeServerWatch } from "./home-server.ts";
import { type Ask, askNodeInfo } from "./node-info.ts";

/** An upgrade is noticed within the hour, a start within half a minute, an end of trouble soon. */
const whenKnownMs = hour;
const whenUnknownMs = 30 * second;
const whenSilentMs = 3 * second;

/** An answer is good for so long for whoever asks whether it is there. */
const freshMs = 5 * second;

export interface Learning {
  /** Whether it answers now, or did within the last few seconds. */
  answers(): Promise<boolean>;
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
  let askedAt = clock.now();
  let asking: Promise<number> | undefined;

  const noting: Ask = async (path, host) => {
    const answer = await ask(path, host);
    answered = answer.kind === "answered";
    watch.answeredUs(answered);
    return answer;
  };

  /** How long until the next question; one that is under way serves all who doubt. */
  function question(): Promise<number> {
    asking ??= askOnce().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  async function askOnce(): Promise<number> {
    askedAt = clock.now();
    const heard = await askNodeInfo(noting, watch.publicHost());
    if (heard !== undefined) watch.learned(heard.software, heard.version, heard.url);
    if (!answered) return whenSilentMs;
    return heard === undefined ? whenUnknownMs : whenKnownMs;
  }

  async function goOn(firstWaitMs: number): Promise<void> {
    let waitMs = firstWaitMs;
    while (!stopping.signal.aborted) {
      await sleep(clock, waitMs, stopping.signal);
      if (!stopping.signal.aborted) waitMs = await question();
    }
  }

  /** A doubt that turns out right is followed up by itself, until the server answers again. */
  async function follow(): Promise<void> {
    while (!stopping.signal.aborted && (await question()) === whenSilentMs) {
      await sleep(clock, whenSilentMs, stopping.signal);
    }
  }

  let following = false;
  watch.whenDoubted(() => {
    if (following) return;
    following = true;
    void follow().finally(() => {
      following = false;
    });
  });
  void goOn(await question());
  return {
    async answers() {
      if (clock.now() - askedAt > freshMs) await question();
      return answered;
    },
    stop: () => stopping.abort(),
  };
}

/** Ends early, and quietly, when we stop. */
function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return clock.wake(after(clock.now(), ms), signal).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });
}

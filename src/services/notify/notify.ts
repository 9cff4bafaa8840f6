// Telling moderators, put together: what is watched, what goes out, and what is done when the
// ledger in which all of it is written down is itself what fails.

import { after, type EpochMs, hour, minute } from "../../base/units.ts";
import type { Journal } from "../../ports/journal.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import type { Chore } from "../chores.ts";
import { type DigestParts, digestOf } from "./digest.ts";
import { noticesLetter } from "./letter.ts";
import type { Notice } from "./notices.ts";
import { makeOutbox, newLetterId, type OutboxParts } from "./outbox.ts";
import { sendTo } from "./send-to.ts";
import { type Subscribed, subscriptionsIn } from "./subscriptions.ts";
import { makeAppealWatch } from "./watch-appeals.ts";
import { makeTroubleWatch, type TroubleWatchParts } from "./watch-troubles.ts";
import { makeWaveWatch, type WaveWatchParts } from "./watch-waves.ts";

export type NotifyParts = Omit<OutboxParts, "digest"> &
  DigestParts &
  Omit<WaveWatchParts, "ledger"> &
  Omit<TroubleWatchParts, "ledger"> & {
    readonly ledger: DigestParts["ledger"] & WaveWatchParts["ledger"] & TroubleWatchParts["ledger"];
  };

export interface Notify {
  readonly journals: readonly Journal[];
  readonly chores: readonly Chore[];
  /** Watches, then tells. Throws LedgerDown. */
  round(): Promise<void>;
}

/** What comes within a minute goes in one letter. Chosen by us. */
export const notifyEveryMs = minute;

/** In a row: a ledger that is busy for a moment is not down. */
const failedRoundsFrom = 3;

/** That the ledger is down is told again after this, while it is. Chosen by us. */
const toldAgainMs = 6 * hour;

export function makeNotify(parts: NotifyParts): Notify {
  const { records, clock } = parts;
  const waves = makeWaveWatch(parts);
  const troubles = makeTroubleWatch(parts);
  const appeals = makeAppealWatch(records, clock);
  const digest = (since: EpochMs, until: EpochMs) => digestOf(since, until, parts);
  const outbox = makeOutbox({ ...parts, digest });
  /** As of the last round in which the ledger could be read. */
  let subscribed: readonly Subscribed[] = [];
  let failedRounds = 0;
  let toldDownAt: EpochMs | undefined;

  async function round(): Promise<void> {
    try {
      subscribed = await subscriptionsIn(records);
      await troubles.round();
      await waves.round();
      await appeals();
      await outbox();
      failedRounds = 0;
    } catch (error) {
      if (error instanceof LedgerDown) await tellDown(clock.now());
      throw error;
    }
  }

  /** With nothing to write it down in, it is remembered here alone. */
  async function tellDown(at: EpochMs): Promise<void> {
    failedRounds += 1;
    const toldLately = toldDownAt !== undefined && at < after(toldDownAt, toldAgainMs);
    if (failedRounds < failedRoundsFrom || toldLately) return;
    toldDownAt = at;
    const value = { kind: "ledger failed", times: failedRounds } as const;
    const notice: Notice = { id: `ledger down ${at}`, about: "alarm", at, number: 0, value };
    const notifiers = parts.notifiers();
    const those = subscribed.filter((one) => one.value.what.includes("alarm"));
    await Promise.all(
      those.map((one) =>
        sendTo(
          one.value.to,
          noticesLetter(newLetterId(), [notice], 0, one.value, parts.desk()),
          notifiers,
        ),
      ),
    );
  }

  return {
    journals: [waves.journal, troubles.journal],
    chores: [{ what: "telling moderators", everyMs: notifyEveryMs, do: round }],
    round,
  };
}

// The journal as log lines: who, what, why. Never what a post says.

import type { Logger } from "pino";
import type { Journal } from "../ports/journal.ts";

export function journalToLog(log: Logger): Journal {
  return {
    judged(arrival, verdict, done, why) {
      const quiet = verdict.action === "accept";
      if (quiet && !log.isLevelEnabled("debug")) return;
      const fields = {
        receipt: arrival.delivery.receipt,
        actor: arrival.sender.actor,
        proven: arrival.sender.proven,
        author: arrival.authorProof.kind,
        activity: arrival.activity.type,
        recipients: arrival.audience.notifiedTotal,
        action: verdict.action,
        done,
        why,
        score: verdict.score,
        path: verdict.path,
        evidence: quiet
          ? undefined
          : verdict.evidence.map(({ symbol, decibans, because }) => {
              return { symbol, decibans, because };
            }),
      };
      if (quiet) log.debug(fields, "judged");
      else log.info(fields, "judged");
    },
    shadowed({ delivery, sender }, verdict, shadow) {
      if (verdict.action === shadow.action) return;
      const { action, score } = verdict;
      const differing = { action, score, shadow: shadow.action, shadowScore: shadow.score };
      log.info({ receipt: delivery.receipt, actor: sender.actor, ...differing }, "shadow differs");
    },
    unreadable(delivery, error, done) {
      const { receipt, client } = delivery;
      log.warn({ receipt, client, because: error.because, done }, "unreadable body");
    },
    knocked({ receipt, client }, signature) {
      log.debug({ receipt, client, signature }, "told to knock again");
    },
    moved(receipt, state, verdict, at) {
      log.info(
        { receipt, state, score: verdict?.score, movedAt: new Date(at).toISOString() },
        "moved",
      );
    },
    overQuota({ receipt, client }, quota, did) {
      log.debug({ receipt, client, quota, did }, "no room to keep it");
    },
    repeated(receipt, first) {
      log.debug({ receipt, first }, "the same is kept already");
    },
    unreached(receipt) {
      log.warn({ receipt }, "nothing can let it in any more: whom it was for was not notified");
    },
    recalled(receipt) {
      log.info({ receipt }, "withdrawn at the home server");
    },
    answered(receipt, answer) {
      if (answer.kind === "unreachable") {
        log.warn({ receipt, because: answer.because }, "the home server can't be reached");
      } else if (answer.status >= 500) {
        log.warn({ receipt, status: answer.status }, "the home server failed");
      } else log.debug({ receipt, status: answer.status }, "the home server answered");
    },
    failed(what, error, done) {
      log.error({ err: error, done }, `failed while ${what}`);
    },
  };
}

/** Tells each thing to all of them, in order. */
export function allJournals(journals: readonly Journal[]): Journal {
  return {
    // Told of each delivery, these two cost no list of what is told.
    judged(arrival, verdict, done, why) {
      for (const one of journals) one.judged(arrival, verdict, done, why);
    },
    shadowed: (...told) => journals.forEach((one) => void one.shadowed(...told)),
    unreadable: (...told) => journals.forEach((one) => void one.unreadable(...told)),
    knocked: (...told) => journals.forEach((one) => void one.knocked(...told)),
    moved: (...told) => journals.forEach((one) => void one.moved(...told)),
    repeated: (...told) => journals.forEach((one) => void one.repeated(...told)),
    overQuota: (...told) => journals.forEach((one) => void one.overQuota(...told)),
    unreached: (...told) => journals.forEach((one) => void one.unreached(...told)),
    recalled: (...told) => journals.forEach((one) => void one.recalled(...told)),
    answered(receipt, answer, at) {
      for (const one of journals) one.answered(receipt, answer, at);
    },
    failed: (...told) => journals.forEach((one) => void one.failed(...told)),
  };
}

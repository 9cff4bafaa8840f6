// Writes down what happens, beside the mail: the journal's calls gather here and go to the
// chronicle together, a second later.

import { hash32 } from "../base/prng.ts";
import { Recent } from "../base/recent.ts";
import { after, day, dayNumber, type EpochMs, epochMs, hour, startOf } from "../base/units.ts";
import { passReasonOf } from "../engine/fast-path.ts";
import { endOf } from "../engine/identity/ends-itself.ts";
import { objectIdOf } from "../engine/named-objects.ts";
import type { Arrival } from "../model/arrival.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { Evidence, Verdict } from "../model/verdict.ts";
import type { Chronicle, Decision, Happening, Judged, PassReason } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import { type Done, deaf, type Journal } from "../ports/journal.ts";

/** As long as a moderator may want to know why; docs/operators/privacy.md says so as well. */
export const chronicleKeptMs = 14 * day;

/** Chosen by us: what a crash may take, and what a commit is shared by. */
export const chronicleEveryMs = 1000;

/** While the disk stands still; beyond it the oldest go unwritten. A few MiB. */
const waitingMax = 20_000;
/** One call to the chronicle: a few milliseconds of its thread. */
const batchMax = 500;
/** Judged deliveries whose answer, and doubted senders whose return, is looked out for. */
const rememberedMax = 20_000;

export interface Chronicler {
  readonly journal: Journal;
  /** One of our own people did something that concerns a remote actor. */
  noticed(act: LocalAct): void;
  /** Takes up whom to look out for. Call before anything arrives. Throws LedgerDown. */
  resume(): Promise<void>;
  /** Writes what has gathered. Throws LedgerDown, and then keeps it for the next time. */
  flush(): Promise<void>;
  /** Removes what is too old. Throws LedgerDown. */
  clean(): Promise<void>;
  /** Removes all about an actor, also what has not been written yet. Throws LedgerDown. */
  forget(actor: ActorId): Promise<number>;
  /** How much was never written, because the disk stood still for too long. */
  readonly lost: number;
}

export function makeChronicler(chronicle: Chronicle, clock: Pick<Clock, "now">): Chronicler {
  let waiting: Happening[] = [];
  let lost = 0;
  let hourNow = epochMs(0);
  const passed = new Map<PassReason, number>();
  const answers = new Recent<Receipt, true>(rememberedMax);
  /** A keep is told to the journal before its verdict is. */
  const early = new Recent<Receipt, Happening & { kind: "moved" }>(rememberedMax);
  /** Doubted senders with the last day that is counted. */
  const doubted = new Recent<ActorId, number>(rememberedMax);

  const note = (one: Happening): void => {
    if (waiting.length < waitingMax) waiting.push(one);
    else lost++;
  };
  const putCounts = (): void => {
    for (const [reason, count] of passed) note({ kind: "passed", hour: hourNow, reason, count });
    passed.clear();
  };
  const countPass = (reason: PassReason, at: EpochMs): void => {
    const itsHour = startOf(hour, at);
    if (itsHour !== hourNow) putCounts();
    hourNow = itsHour;
    passed.set(reason, (passed.get(reason) ?? 0) + 1);
  };

  /** Mail of a doubted sender that passes on another day speaks for it. */
  const lookOutFor = ({ sender, audience, delivery }: Arrival, verdict: Verdict): void => {
    if (!sender.proven) return;
    const today = dayNumber(delivery.at);
    if (verdict.action !== "accept") {
      if (doubted.get(sender.actor) === undefined) doubted.set(sender.actor, today);
      return;
    }
    const latest = doubted.get(sender.actor);
    if (latest === undefined || latest >= today || audience.notifiedTotal === 0) return;
    doubted.set(sender.actor, today);
    note({ kind: "returned", actor: sender.actor });
  };

  const journal: Journal = {
    ...deaf,
    judged(arrival, verdict, done, why) {
      const { receipt, at } = arrival.delivery;
      const end = happenedTo(arrival, at);
      if (end !== undefined) note(end);
      lookOutFor(arrival, verdict);
      if (verdict.path === "fast" && verdict.action === "accept")
        return countPass(reasonOf(verdict), at);
      note({
        kind: "judged",
        decision: decisionOf(arrival, verdict, done, why),
        lookAt: firstLookAt(receipt, at),
      });
      const moved = early.get(receipt);
      if (moved !== undefined) note(moved);
      else if (done === "passed") answers.set(receipt, true);
    },
    moved(receipt, state, verdict, at) {
      const last = verdict && foundIn(verdict);
      const moved = { kind: "moved", receipt, state, at, last } as const;
      if (state === "settling" || state === "held" || state === "rejected")
        early.set(receipt, moved);
      note(moved);
    },
    answered(receipt, answer) {
      if (answers.get(receipt) === undefined) return;
      answers.delete(receipt);
      if (answer.kind === "answered") note({ kind: "answered", receipt, status: answer.status });
    },
  };

  async function flush(): Promise<void> {
    putCounts();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchMax);
      waiting = waiting.slice(batchMax);
      try {
        await chronicle.write(batch);
      } catch (error) {
        waiting = [...batch, ...waiting];
        throw error;
      }
    }
  }

  return {
    journal,
    flush,
    noticed(act) {
      const kind = kindOf(act);
      if (kind !== undefined) note({ kind, actor: act.actor });
    },
    async resume() {
      const today = dayNumber(clock.now());
      for (const actor of await chronicle.doubtedSenders(rememberedMax)) doubted.set(actor, today);
    },
    async clean() {
      await chronicle.expire(after(clock.now(), -chronicleKeptMs));
    },
    async forget(actor) {
      await flush();
      doubted.delete(actor);
      return chronicle.forget(actor);
    },
    get lost() {
      return lost;
    },
  };
}

function decisionOf(
  { delivery, sender, activity, audience }: Arrival,
  verdict: Verdict,
  done: Done,
  why: string | undefined,
): Decision {
  const { evidence, ...same } = verdict;
  return {
    ...same,
    receipt: delivery.receipt,
    at: delivery.at,
    sender: sender.actor,
    host: sender.host,
    proven: sender.proven,
    activity: activity.kind,
    activityId: activity.id,
    objectId: objectIdOf(activity),
    recipients: audience.notifiedTotal,
    evidence: evidence.map(withoutWords),
    done,
    why,
    state: undefined,
    stateAt: undefined,
    last: undefined,
    answer: undefined,
  };
}

function foundIn({ score, evidence }: Verdict): Judged {
  return { score, evidence: evidence.map(withoutWords) };
}

/** A signal's sentence may name what the post links to. */
function withoutWords({ symbol, group, strength, decibans }: Evidence): Decision["evidence"][0] {
  return { symbol, group, strength, decibans };
}

function reasonOf({ evidence: [first] }: Verdict): PassReason {
  if (first?.symbol === "ALLOWED") return "allowed by a rule";
  return passReasonOf(first?.because ?? "");
}

/** A day later, give or take a quarter, so that a wave's senders are not all due at once. */
function firstLookAt(receipt: Receipt, at: EpochMs): EpochMs {
  return after(at, Math.round(day * (0.75 + hash32(receipt) / 2 ** 33)));
}

function happenedTo(arrival: Arrival, at: EpochMs): Happening | undefined {
  const how = endOf(arrival);
  return how && { kind: "ended", actor: arrival.sender.actor, at, how };
}

function kindOf({ action }: LocalAct): "complained" | "welcomed" | undefined {
  switch (action) {
    case "block":
    case "mute":
    case "report":
      return "complained";
    case "follow":
    case "reply":
    case "like":
    case "boost":
      return "welcomed";
    case "mention":
    case "unfollow":
    case "unblock":
    case "unmute":
      return undefined;
  }
}

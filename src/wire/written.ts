// What is written down beside the mail, and the chores that keep it.

import type { Logger } from "pino";
import { after, hour } from "../base/units.ts";
import { settlesUntil } from "../engine/settle-window.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ruling } from "../ports/ledger.ts";
import type { Network } from "../ports/network.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { Ports } from "../ports/ports.ts";
import { appealsSortedEveryMs, sortAppeals } from "../services/appeals.ts";
import { inMind } from "../services/cases/knowing.ts";
import { makePendingChore, pendingEveryMs } from "../services/cases/pending-chore.ts";
import { type Chore, startChores } from "../services/chores.ts";
import { type Chronicler, chronicleEveryMs } from "../services/chronicler.ts";
import { dailyLookMs, makeDaily } from "../services/daily.ts";
import { errandsEveryMs, makeErrands } from "../services/errands.ts";
import { type Following, followingEveryMs } from "../services/following.ts";
import { makeHeldLately } from "../services/held-lately.ts";
import type { HostLadder } from "../services/host-ladder.ts";
import type { InForce } from "../services/in-force.ts";
import { type Learning, learnEveryMs, lessonsCleanedEveryMs } from "../services/learn.ts";
import { lookEveryMs, makeLookUps } from "../services/look-ups.ts";
import { type Recalls, recallEveryMs } from "../services/recall.ts";
import { expireRecords } from "../services/record-keeping.ts";
import { type Recordings, recordingsEveryMs } from "../services/recordings.ts";
import { matureEveryMs, matureRules } from "../services/rule-shadow.ts";
import { makeRulingLessons, rulingsEveryMs } from "../services/rulings.ts";
import { type ShadowTally, shadowTallyEveryMs } from "../services/shadow-tally.ts";
import { makeSignUps, signUpsEveryMs } from "../services/sign-ups.ts";
import type { Tuner } from "../services/tuner.ts";
import { openTuner, tuningChores } from "./tuning.ts";

/** Begun before the doors open, ended after they have closed. */
export interface Written {
  start(): Promise<{ stop(): Promise<void> }>;
}

export interface WrittenParts {
  readonly chronicler: Chronicler;
  readonly shadowTally?: ShadowTally;
  readonly chronicle: Chronicle;
  readonly documents: Documents;
  readonly network: Network;
  readonly ports: Pick<Ports, "ledger" | "clock" | "homeServer" | "memory">;
  readonly inForce: InForce;
  /** Where nothing else tells whom our people follow. */
  readonly following?: Pick<Following, "step">;
  /** The installation's, where weights and thresholds may be tuned. */
  readonly seed?: string;
  /** Where somebody may record. */
  readonly recordings?: Recordings;
  /** Where what was delivered too early may be recalled. */
  readonly recalls?: Recalls;
  /** Where somebody is told of waves and troubles. */
  readonly notify?: { readonly chores: readonly Chore[] };
  readonly learning: Learning;
  /** Where rulings wait for their half minute, and orders on cases and rules are. */
  readonly ownRecords?: OwnRecords;
  /** Where hosts may be asked who signs up there. */
  readonly rules?: Pick<HostLadder, "toAsk" | "told">;
  /** Where somebody learns from rulings at other moments as well. */
  readonly learn?: () => Promise<void>;
  readonly journal: Journal;
  readonly log: Logger;
}

export function makeWritten(parts: WrittenParts): Written {
  const { chronicler, journal } = parts;
  return {
    async start() {
      const errands = makeErrands({ ...parts, ...parts.ports });
      await errands();
      await chronicler.resume();
      const ruled = (ruling: Ruling): void => parts.recordings?.ruled(ruling);
      const { ruledOnCampaign } = parts.recalls ?? {};
      const { teach } = parts.learning;
      const listener = { ruled, teach, ...(ruledOnCampaign && { ruledOnCampaign }) };
      const learn = parts.learn ?? makeRulingLessons(parts.ports, listener);
      const all = choresOf(parts, errands, learn);
      // What was to be refused while nobody was here must not get in first.
      for (const one of all.filter(({ what }) => what === giveEffect))
        await one.do().catch((error: unknown) => journal.failed(giveEffect, error, undefined));
      const chores = startChores(all, parts.ports.clock, journal);
      return {
        async stop() {
          await chores.stop();
          const { recordings, shadowTally } = parts;
          const last = [chronicler.flush(), recordings?.pause(), shadowTally?.flush()];
          await Promise.all(last.filter((one) => one !== undefined)).catch((error: unknown) =>
            journal.failed(writing, error, undefined),
          );
        },
      };
    },
  };
}

const writing = "writing down what was decided";
const readLists = "reading whom people here follow";
const listRecalls = "listing what is to be recalled";
const askHosts = "asking hosts who may sign up there";
const giveEffect = "giving effect to rulings";
const oldRecords = "removing old records of moderators";
const ripening = "putting rules in force whose time in the shadow is over";
const countShadow = "counting what the shadow says";

function choresOf(
  parts: WrittenParts,
  errands: () => Promise<void>,
  learn: () => Promise<void>,
): readonly Chore[] {
  const { chronicler, chronicle, network, ports, recordings, recalls, shadowTally } = parts;
  const record =
    recordings === undefined
      ? []
      : [{ what: "recording", everyMs: recordingsEveryMs, do: () => recordings.round() }];
  const count =
    shadowTally === undefined
      ? []
      : [{ what: countShadow, everyMs: shadowTallyEveryMs, do: () => shadowTally.flush() }];
  const { following, learning, rules } = parts;
  const ask =
    rules === undefined
      ? []
      : [{ what: askHosts, everyMs: signUpsEveryMs, do: makeSignUps(rules, network) }];
  const follow =
    following === undefined
      ? []
      : [{ what: readLists, everyMs: followingEveryMs, do: () => following.step() }];
  const recall =
    recalls === undefined
      ? []
      : [{ what: listRecalls, everyMs: recallEveryMs, do: () => recalls.round() }];
  const { clock, ledger } = ports;
  const tuner =
    parts.seed === undefined ? undefined : openTuner({ ...parts, seed: parts.seed, clock, ledger });
  const lookUp = makeLookUps({ chronicle, network, ...ports });
  return [
    { what: writing, everyMs: chronicleEveryMs, do: () => chronicler.flush() },
    { what: "removing old decisions", everyMs: hour, do: () => clean(chronicler, tuner) },
    { what: "doing what a command asked", everyMs: errandsEveryMs, do: errands },
    ...pendingChores(parts),
    { what: "learning from rulings", everyMs: rulingsEveryMs, do: learn },
    { what: "learning of words", everyMs: learnEveryMs, do: () => learning.round() },
    { what: "removing old lessons", everyMs: lessonsCleanedEveryMs, do: () => learning.clean() },
    ...record,
    ...count,
    ...follow,
    ...recall,
    ...(tuner === undefined ? [] : tuningChores(tuner)),
    ...ask,
    ...(parts.notify?.chores ?? []),
    { what: "asking after senders", everyMs: lookEveryMs, do: lookUp },
    { what: "summing up the day", everyMs: dailyLookMs, do: dailyOf(parts) },
  ];
}

function pendingChores(parts: WrittenParts): readonly Chore[] {
  const { ownRecords, documents, chronicle, ports } = parts;
  if (ownRecords === undefined) return [];
  const stores = { ...ports, records: ownRecords, chronicle };
  const campaigns = inMind(ports.memory, ports.clock);
  const chore = makePendingChore({ ...stores, documents, campaigns });
  const held = makeHeldLately(ports.ledger, ports.clock);
  const sort = () => sortAppeals({ records: ownRecords, held, documents });
  return [
    { what: "looking what appeals are about", everyMs: appealsSortedEveryMs, do: sort },
    { what: giveEffect, everyMs: pendingEveryMs, do: chore },
    { what: oldRecords, everyMs: hour, do: () => expired(ownRecords, ports.clock) },
    { what: ripening, everyMs: matureEveryMs, do: () => matureRules(stores) },
  ];
}

async function expired(records: OwnRecords, clock: Pick<Clock, "now">): Promise<void> {
  await expireRecords(records, clock.now());
}

/** What is to go tells first what it was worth. */
async function clean(chronicler: Chronicler, tuner: Tuner | undefined): Promise<void> {
  await tuner?.takeUp();
  await chronicler.clean();
}

function dailyOf({ chronicle, ports, inForce, log }: WrittenParts): () => Promise<void> {
  return makeDaily({
    chronicle,
    ledger: ports.ledger,
    clock: ports.clock,
    mode: inForce.mode,
    wouldWaitMs(decision) {
      const { receipt, at } = decision;
      const replayUntil = after(at, ports.homeServer.profile().replayWindowMs);
      return settlesUntil(receipt, at, decision, replayUntil, inForce.policy()) - at;
    },
    say: (fields, sentence) => log.info(fields, sentence),
  });
}

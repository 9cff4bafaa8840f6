// Arrival to observation: everything we know of it, asked once and side by side.

import type { EpochMs } from "../base/units.ts";
import { read } from "../engine/read.ts";
import { lessSpent } from "../engine/standing.ts";
import { likenessOf } from "../engine/views/likeness.ts";
import type { Arrival, ReadArrival } from "../model/arrival.ts";
import {
  type Acquaintance,
  absent,
  type Fact,
  type Facts,
  type Known,
  known,
  late,
  type Need,
  type Observation,
} from "../model/observation.ts";
import type { WordsOpinion } from "../model/words.ts";
import type { Directory } from "../ports/directory.ts";
import { type Ledger, LedgerDown } from "../ports/ledger.ts";
import type { Ports } from "../ports/ports.ts";
import type { Words } from "../ports/words.ts";
import { however, type InTime } from "./within.ts";

export interface ObservingPorts extends Pick<Ports, "memory"> {
  readonly words: Pick<Words, "weigh">;
  readonly directory: Pick<Directory, "profile">;
  readonly ledger: Pick<Ledger, "otherBodies">;
}

/** What becomes of memory's counts when a contact is compared with others. */
export type Counting =
  /** It is counted under its views: comparing and counting are one question. */
  | { readonly kind: "new" }
  /** It was counted when it came, as sent by whoever was known to have sent it then. */
  | { readonly kind: "again"; readonly at: EpochMs; readonly countedAs: Arrival };

/**
 * Compares it whatever `needs` says, since later ones are compared with it; what else no enabled
 * signal needs is not asked for. What is not `inTime` is late.
 */
export async function observe(
  arrival: Arrival,
  met: Acquaintance,
  needs: ReadonlySet<Need>,
  ports: ObservingPorts,
  as: Counting,
  inTime: InTime = however,
): Promise<Observation> {
  const readArrival: ReadArrival = { ...arrival, reading: read(arrival) };
  const { keys } = readArrival.reading;
  const compared =
    as.kind === "new"
      ? ports.memory.witness(arrival, keys)
      : ports.memory.repeats(as.countedAs, keys, as.at);
  const [repeats, otherBodies, profile] = await Promise.all([
    inTime(compared),
    needs.has("otherBodies") ? inTime(bodiesBeside(arrival, ports.ledger)) : absent,
    needs.has("profile") ? inTime(ports.directory.profile(arrival.sender.actor)) : absent,
  ]);
  // By its sender's profile too, so that it waits for that.
  const likeness = likenessOf(readArrival, profile ?? late, arrival.delivery.at);
  const alike =
    as.kind === "new"
      ? ports.memory.gather(arrival, likeness)
      : ports.memory.campaign(arrival, likeness, as.at);
  const campaign = await inTime(alike);
  const facts: Known<keyof Facts> = {
    ...recipientFacts(met, arrival),
    actorHistory: known(lessSpent(met.actor, campaign)),
    hostHistory: known(met.host),
    repeats: repeats === undefined ? late : known(repeats),
    campaign: campaign === undefined ? late : known(campaign),
    otherBodies: otherBodies ?? late,
    profile: profile ?? late,
    words: needs.has("words") ? wordsOf(readArrival, ports) : absent,
  };
  return { arrival: readArrival, facts };
}

function wordsOf(arrival: ReadArrival, { words }: ObservingPorts): Fact<WordsOpinion> {
  const opinion = words.weigh(arrival);
  return opinion === undefined ? absent : known(opinion);
}

/** A ledger that is down or busy makes nobody look worse. */
async function bodiesBeside(
  arrival: Arrival,
  ledger: ObservingPorts["ledger"],
): Promise<Fact<number>> {
  const { activity, authenticity, delivery, sender } = arrival;
  if (!sender.proven || activity.id === undefined) return absent;
  const posted = { delivery, authenticity, sender: sender.actor, activityId: activity.id };
  try {
    return known(await ledger.otherBodies(posted));
  } catch (error) {
    if (error instanceof LedgerDown) return late;
    throw error;
  }
}

function recipientFacts(
  met: Acquaintance,
  arrival: Arrival,
): Pick<Known<keyof Facts>, "unsolicitedRecipients" | "hintedRecipients" | "opaqueRecipients"> {
  const beyond = arrival.audience.notifiedTotal - arrival.audience.notified.length;
  const solicited = met.ties.filter((tie) => tie.solicited).length;
  return {
    unsolicitedRecipients: known(met.ties.length - solicited + beyond),
    hintedRecipients: known(met.ties.filter((tie) => tie.hint && !tie.solicited).length),
    opaqueRecipients: known(met.ties.filter((tie) => tie.opaque && !tie.solicited).length),
  };
}

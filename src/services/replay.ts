// A traffic log judged again: the same house on a virtual clock, one event at a time.

import type { Result } from "../base/result.ts";
import { type EpochMs, epochMs, isoTime } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { KeptState } from "../model/kept.ts";
import { type BadLine, parseTrafficLine, type TrafficEvent } from "../model/traffic-log.ts";
import type { Verdict } from "../model/verdict.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Ports } from "../ports/ports.ts";
import type { Gatekeeper } from "./admit.ts";
import type { Keep } from "./keep.ts";
import type { Learning } from "./learn.ts";
import type { Recalls } from "./recall.ts";

export type Outcome = "delivered" | "held" | "rejected" | "withdrawn" | "recalled";

/** One line of the answer, as the traffic log's format defines it. */
export interface ReplayedVerdict {
  readonly delivery: string;
  readonly action: string;
  readonly score: number;
  readonly probability: number;
  readonly path: "fast" | "judged";
  readonly campaign: CampaignId | null;
  readonly evidence: readonly {
    readonly symbol: string;
    readonly strength: number;
    readonly decibans: number;
    readonly because: string;
  }[];
}

export interface ReplayedOutcome {
  readonly delivery: string;
  readonly at: string;
  readonly outcome: Outcome;
}

/** The house as a replay needs it, with its outside in our hand. */
export interface ReplayHouse {
  readonly gatekeeper: Gatekeeper;
  readonly keep: Keep;
  readonly ports: Ports;
  readonly recalls: Recalls;
  readonly learning: Learning;
  /** Looks at what was decided beside the mail, as a gate does every second. */
  refresh(): Promise<void>;
  /** Sets the virtual clock; it never goes back. */
  setTime(at: EpochMs): void;
  /** From this moment a fetch of `url` answers `body`. */
  publish(url: string, body: string | null, at: EpochMs): Promise<void>;
  /** States how the delivery with this receipt was signed. */
  attest(receipt: Receipt, event: TrafficEvent & { type: "delivery" }): void;
}

export type BuildReplayHouse = (
  header: TrafficEvent & { type: "traffic-log" },
  journal: Journal,
) => Promise<ReplayHouse>;

/** What one event caused, in order. */
export interface Step {
  readonly verdicts: readonly ReplayedVerdict[];
  readonly outcomes: readonly ReplayedOutcome[];
}

export interface Replay {
  /** Handles one line of the log fully. An error names what is wrong with the line. */
  feed(line: string): Promise<Result<Step, BadLine>>;
  /** Runs the clock on until nothing waits any more. */
  finish(): Promise<Step>;
  /** Types that this version does not know, with how often they were skipped. */
  readonly skipped: ReadonlyMap<string, number>;
}

export function makeReplay(build: BuildReplayHouse): Replay {
  const skipped = new Map<string, number>();
  let house: ReplayHouse | undefined;
  let latest = epochMs(0);
  let verdicts: ReplayedVerdict[] = [];
  let outcomes: ReplayedOutcome[] = [];
  const senders = new Map<Receipt, ActorId>();

  const tell = (delivery: string, outcome: Outcome, at: EpochMs): void => {
    outcomes.push({ delivery, at: isoTime(at), outcome });
  };
  /** Of what is kept: deliveries of the same that came later, and share its fate. */
  const repeats = new Map<Receipt, Receipt[]>();
  const tellAll = (receipt: Receipt, outcome: Outcome, at: EpochMs): void => {
    for (const one of [receipt, ...(repeats.get(receipt) ?? [])]) tell(one, outcome, at);
  };
  const journal: Journal = {
    ...deaf,
    judged(arrival, verdict, done) {
      const { receipt, at } = arrival.delivery;
      if (arrival.sender.proven) senders.set(receipt, arrival.sender.actor);
      verdicts.push(lineFor(receipt, verdict));
      if (done === "passed") tell(receipt, "delivered", at);
    },
    unreadable(delivery) {
      verdicts.push(unreadableLine(delivery));
      tell(delivery.receipt, "rejected", delivery.at);
    },
    moved(receipt, state, _, at) {
      const outcome = outcomeOf(state);
      if (outcome !== undefined) tellAll(receipt, outcome, at);
    },
    repeated(receipt, first, state, at) {
      repeats.set(first, [...(repeats.get(first) ?? []), receipt]);
      const outcome = outcomeOf(state);
      if (outcome !== undefined) tell(receipt, outcome, at);
    },
    recalled: (receipt, at) => tellAll(receipt, "recalled", at),
    failed(what, error) {
      throw new Error(`while ${what}`, { cause: error });
    },
  };

  function collect(): Step {
    const step = { verdicts, outcomes };
    verdicts = [];
    outcomes = [];
    return step;
  }

  return {
    skipped,

    async feed(line) {
      const parsed = parseTrafficLine(line);
      if (!parsed.ok) return parsed;
      const event = parsed.value;
      const wrong = whyOutOfPlace(event, house !== undefined, latest);
      if (wrong !== undefined) return { ok: false, error: { kind: "bad-line", because: wrong } };
      latest = event.at;
      if (event.type === "traffic-log") house = await build(event, journal);
      if (house === undefined) throw new Error("a replay without a house");
      await runUntil(house, event.at);
      await house.refresh();
      if (event.type === "unknown") skipped.set(event.name, (skipped.get(event.name) ?? 0) + 1);
      else await handle(event, house, senders);
      await house.keep.tick();
      await house.recalls.round();
      return { ok: true, value: collect() };
    },

    async finish() {
      if (house !== undefined) {
        await runUntil(house, undefined);
        // What waits behind something that is held is held with it.
        for (const { receipt } of await house.ports.ledger.settling())
          tellAll(receipt, "held", house.ports.clock.now());
      }
      return collect();
    },
  };
}

function whyOutOfPlace(event: TrafficEvent, begun: boolean, latest: EpochMs): string | undefined {
  if (event.type === "traffic-log") return begun ? "a second traffic-log line" : undefined;
  if (!begun) return 'the first line must be the "traffic-log" event';
  return event.at < latest ? `goes back in time, before ${isoTime(latest)}` : undefined;
}

/** Everything that is due up to `until`, each at its own moment; undefined: until nothing waits. */
async function runUntil(house: ReplayHouse, until: EpochMs | undefined): Promise<void> {
  for (;;) {
    const next = await house.keep.nextDueAt();
    if (next === undefined || (until !== undefined && next > until)) break;
    house.setTime(next);
    await house.keep.tick();
    await house.recalls.round();
  }
  if (until !== undefined) house.setTime(until);
}

async function handle(
  event: Exclude<TrafficEvent, { type: "unknown" }>,
  house: ReplayHouse,
  senders: ReadonlyMap<Receipt, ActorId>,
): Promise<void> {
  switch (event.type) {
    case "traffic-log":
      return;
    case "document":
      return house.publish(event.url, event.body, event.at);
    case "delivery":
      return deliver(event, house);
    case "local":
      return house.ports.memory.notice(event);
    case "label":
      return learn(event, house, senders);
  }
}

async function deliver(
  event: TrafficEvent & { type: "delivery" },
  house: ReplayHouse,
): Promise<void> {
  const receipt = event.id as Receipt;
  const delivery: Delivery = {
    receipt,
    at: event.at,
    path: event.inbox,
    headers: headersOf(event),
    body: new TextEncoder().encode(event.activity),
    client: event.ip,
    scheme: "https",
  };
  house.attest(receipt, event);
  const admission = await house.gatekeeper.admit(delivery);
  if (admission.do !== "pass") return;
  await house.gatekeeper.passedOn(delivery, await house.ports.upstream.deliver(delivery));
}

/** A log states who signed, not how; draft-cavage is what every server accepts. */
function headersOf(event: TrafficEvent & { type: "delivery" }): readonly HeaderField[] {
  const { signature, signedBy } = event;
  return signature === "absent" ? [] : [["Signature", `keyId="${signedBy ?? ""}"`]];
}

/** A moderator's label rules on what is kept; anybody's teaches of the sender. */
async function learn(
  event: TrafficEvent & { type: "label" },
  house: ReplayHouse,
  senders: ReadonlyMap<Receipt, ActorId>,
): Promise<void> {
  const { label, at, by } = event;
  const receipt = event.delivery as Receipt;
  const sender = senders.get(receipt);
  if (sender !== undefined) await house.ports.memory.ruled(sender, label, at);
  if (by !== "moderator") {
    if (label === "ham") await teach(event, undefined, house);
    return;
  }
  const campaign = await house.ports.memory.ruledOn(receipt, label, at);
  if (campaign !== undefined) await house.recalls.ruledOnCampaign(campaign, label);
  await teach(event, campaign, house);
  await house.ports.ledger.rule({ receipt, ruling: label, by, at });
}

/**
 * A recipient's word on spam teaches no words: one person here and a few accounts elsewhere could
 * teach anything. That they wanted what they got costs others nothing.
 */
async function teach(
  { delivery, label, at }: TrafficEvent & { type: "label" },
  campaign: CampaignId | undefined,
  { learning }: ReplayHouse,
): Promise<void> {
  const receipt = delivery as Receipt;
  await learning.teach([{ receipt, campaign, isPart: false, ruling: label, at }]);
  await learning.round();
}

function outcomeOf(state: KeptState): Outcome | undefined {
  switch (state) {
    case "delivered":
    case "held":
    case "rejected":
    case "withdrawn":
      return state;
    case "refused":
    case "expired":
      return "rejected";
    case "settling":
    case "releasing":
      return undefined;
  }
}

function lineFor(receipt: Receipt, verdict: Verdict): ReplayedVerdict {
  const { action, score, path } = verdict;
  return {
    delivery: receipt,
    action,
    score,
    probability: Math.round(verdict.probability * 1e6) / 1e6,
    path,
    campaign: verdict.campaign ?? null,
    evidence: verdict.evidence.map(({ symbol, strength, decibans, because }) => {
      return { symbol, strength: Math.round(strength * 1000) / 1000, decibans, because };
    }),
  };
}

function unreadableLine(delivery: Delivery): ReplayedVerdict {
  const { receipt } = delivery;
  return {
    delivery: receipt,
    action: "reject",
    score: 0,
    probability: 0.5,
    path: "fast",
    campaign: null,
    evidence: [],
  };
}

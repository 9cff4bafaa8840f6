// A whole house for tests of keeping and admitting: real services over the in-process adapters,
// a clock that is set, a home server that answers as told. How suspicious it is of everybody
// is set by the prior alone.

import { allJournals } from "../adapters/journal-log.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { ProcessWords } from "../adapters/process/words.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { type EpochMs, epochMs } from "../base/units.ts";
import { makePolicy, type Policy, shippedSettings } from "../engine/policy.ts";
import type { ActorProfile, Document } from "../model/activity.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { ContactMode } from "../model/contact-mode.ts";
import type { Delivery } from "../model/delivery.ts";
import { type ActorId, hostOf, type ObjectId, type Receipt } from "../model/ids.ts";
import type { KeptState, UpstreamAnswer } from "../model/kept.ts";
import type { Mode } from "../model/mode.ts";
import { absent, type Fact } from "../model/observation.ts";
import type { PolicyDigest, Verdict } from "../model/verdict.ts";
import type { HomeServerApi } from "../ports/home-server-api.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { Ports } from "../ports/ports.ts";
import { type Admission, type Gatekeeper, makeGatekeeper } from "./admit.ts";
import { makeOrdersInForce } from "./cases/orders-in-force.ts";
import { makeFailures } from "./failures.ts";
import type { GateActor } from "./gate-actor.ts";
import { type HomeServerWatch, makeHomeServer } from "./home-server.ts";
import { type Keep, makeKeep } from "./keep.ts";
import { makeLadder } from "./ladder/ladder.ts";
import { makeLookBack } from "./look-back.ts";
import { noQuotas, type QuotaBounds } from "./quotas.ts";
import { makeRuleBook } from "./rule-book.ts";

export const start = epochMs(Date.UTC(2026, 0, 5, 10));
export const accepted = {
  kind: "answered",
  status: 202,
  headers: [],
  body: new Uint8Array(),
} as const;

/** A prior that makes everything accepted, doubtful, held, or held for certain. */
export const moods = { trusting: -20, doubtful: 6, suspicious: 15, certain: 30 } as const;

export interface TestHouse {
  readonly gatekeeper: Gatekeeper;
  readonly keep: Keep;
  readonly ledger: Ledger;
  readonly memory: Memory;
  readonly records: OwnRecords;
  readonly watch: HomeServerWatch;
  /** Receipts that reached the home server, in order, repeats included. */
  readonly reached: Receipt[];
  /** The same as they came. */
  readonly delivered: Delivery[];
  /** `receipt state`, in order. */
  readonly moves: string[];
  readonly failed: string[];
  /** Verdicts on arrival, and whose contacts they were about, in order. */
  readonly verdicts: Verdict[];
  readonly senders: ActorId[];
  now(): EpochMs;
  /** Sets the clock and does what is due. */
  passTo(at: EpochMs): Promise<void>;
  send(delivery: Delivery): Promise<Admission>;
  refreshRules(): Promise<void>;
}

export interface TestHouseOptions {
  /** `shipped`: prior and signals as they are shipped. */
  mood?: keyof typeof moods | "shipped";
  mode?: Mode;
  contact?: ContactMode;
  neglectedHosts?: "act" | "tell";
  onFailure?: "pass" | "settle";
  rejectAnswer?: "accepted" | "403";
  quotas?: QuotaBounds;
  guards?: (domain: string) => boolean;
  /** Judges beside it. */
  shadow?: keyof typeof moods | undefined;
  judged?: Journal["judged"];
  shadowed?: Journal["shadowed"];
  /** What the home server says. */
  answer?: () => UpstreamAnswer;
  authenticity?: (delivery: Delivery, actor: ActorId) => Authenticity;
  ledger?: Ledger;
  memory?: Memory;
  /** What the house keeps of its own, such as rules. */
  records?: OwnRecords;
  /** What other servers show; nothing unless said. */
  document?: (id: ObjectId) => Promise<Fact<Document>>;
  /** Who said how it presents itself from now on. */
  heard?: (profile: ActorProfile) => void;
  /** Hears what the house's own journal hears. */
  onlooker?: Journal;
  /** Who delivers for the gate, and what fetches for the home server; nobody unless said. */
  actor?: Pick<GateActor, "resign">;
  api?: HomeServerApi;
}

/** `options` may be changed while the house stands. */
export function testHouse(options: TestHouseOptions): TestHouse {
  const clock = makeVirtualClock(start);
  const ledger = options.ledger ?? new ProcessLedger();
  const reached: Receipt[] = [];
  const delivered: Delivery[] = [];
  const watch = makeHomeServer({
    origin: "https://home.example",
    actors: "https://home.example/users/",
    software: {
      name: undefined,
      version: undefined,
      replayWindowMs: undefined,
      accepts: undefined,
    },
  });
  watch.learned("mastodon", "4.5.0", undefined);
  const memory = options.memory ?? new ProcessMemory();
  const records = options.records ?? new ProcessOwnRecords();
  const orders = makeOrdersInForce(records, { memory, clock });
  const rules = makeRuleBook(ledger, records, clock, undefined, orders);
  const ports: Ports = {
    memory,
    ledger,
    clock,
    upstream: {
      deliver: async (delivery) => {
        reached.push(delivery.receipt);
        delivered.push(delivery);
        return options.answer?.() ?? accepted;
      },
    },
    authenticator: {
      authenticate: async (delivery, { actor }) =>
        options.authenticity?.(delivery, actor) ?? proven(delivery, actor),
    },
    directory: {
      profile: async () => absent,
      heard: (profile) => options.heard?.(profile),
      document: async (id) => options.document?.(id) ?? absent,
    },
    words: new ProcessWords(),
    homeServer: watch,
    ruleBook: rules,
  };
  const moves: string[] = [];
  const failed: string[] = [];
  const verdicts: Verdict[] = [];
  const senders: ActorId[] = [];
  const own: Journal = {
    ...journalInto(moves, failed),
    judged(arrival, verdict, ...told) {
      verdicts.push(verdict);
      senders.push(arrival.sender.actor);
      options.judged?.(arrival, verdict, ...told);
    },
    shadowed: (...told) => options.shadowed?.(...told),
  };
  const journal = allJournals([own, orders.journal, options.onlooker ?? deaf]);
  const failures = makeFailures();
  const policy = (): Policy => policyIn(options.mood ?? "doubtful", options);
  const onFailure = () => options.onFailure ?? "pass";
  const mode = () => options.mode ?? "guard";
  const ladder = makeLadder({ ports, actor: options.actor, api: options.api });
  const keep = makeKeep({
    quotas: () => options.quotas ?? noQuotas,
    policy,
    mode,
    ladder,
    onFailure,
    ports,
    journal,
    failures,
  });
  const lookBack = makeLookBack({ ports, keep, journal });
  const gatekeeper = makeGatekeeper({
    lookBack,
    mode,
    onFailure,
    rejectAnswer: () => options.rejectAnswer ?? "accepted",
    policy,
    guards: (domain) => options.guards?.(domain) ?? true,
    shadow: () => options.shadow && policyIn(options.shadow),
    ports,
    keep,
    watch,
    failures,
    journal,
  });
  return {
    gatekeeper,
    keep,
    ledger,
    memory,
    records,
    watch,
    reached,
    delivered,
    moves,
    failed,
    verdicts,
    senders,
    now: () => clock.now(),
    refreshRules: () => rules.refresh(),
    async passTo(at) {
      clock.set(at);
      await lookBack.round();
      await keep.tick();
    },
    async send(delivery) {
      const admission = await gatekeeper.admit(delivery);
      if (admission.do !== "pass") return admission;
      await gatekeeper.passedOn(delivery, await ports.upstream.deliver(delivery));
      return admission;
    },
  };
}

function policyIn(
  mood: keyof typeof moods | "shipped",
  {
    contact = "open",
    neglectedHosts = "act",
  }: Pick<TestHouseOptions, "contact" | "neglectedHosts"> = {},
): Policy {
  const shipped = { ...shippedSettings, contact, neglectedHosts };
  if (mood === "shipped") return makePolicy(shipped, "test", mood as PolicyDigest);
  const settings = { ...shipped, prior: moods[mood], signals: silent };
  return makePolicy(settings, "test", mood as PolicyDigest);
}

/** No signal speaks: keeping is what is tested, and weights may change. */
const silent = Object.fromEntries(
  Object.entries(shippedSettings.signals).map(([symbol, one]) => [
    symbol,
    { ...one, enabled: false },
  ]),
);

function journalInto(moves: string[], failed: string[]): Journal {
  return {
    judged: () => undefined,
    shadowed: () => undefined,
    unreadable: () => undefined,
    moved: (receipt, state: KeptState) => void moves.push(`${receipt} ${state}`),
    repeated: () => undefined,
    overQuota: ({ receipt }, quota, did) => void moves.push(`${receipt} ${quota} ${did}`),
    unreached: (receipt) => void moves.push(`${receipt} unreached`),
    recalled: (receipt) => void moves.push(`${receipt} recalled`),
    answered: () => undefined,
    knocked: () => undefined,
    failed: (what) => void failed.push(what),
  };
}

export function proven(delivery: Delivery, signer: ActorId): Authenticity {
  const signerHost = hostOf(signer);
  if (signerHost === undefined) throw new Error(`${signer} has no host`);
  return {
    kind: "proven",
    signature: "draft-cavage",
    signer,
    signerHost,
    signedAt: delivery.at,
    expiresAt: undefined,
  };
}

/** A stranger's note to Alice, unless `more` says otherwise. */
export function note(receipt: string, at: EpochMs, more: object = {}): Delivery {
  const actor = `https://harbor.example/users/${receipt}`;
  const id = `${actor}/notes/1`;
  const to = ["https://home.example/users/alice"];
  const content = `<p>A word about lanterns and the sea from ${receipt}</p>`;
  const object = { id, type: "Note", attributedTo: actor, to, content };
  return activity(receipt, at, {
    id: `${id}/activity`,
    type: "Create",
    actor,
    to,
    object,
    ...more,
  });
}

/** Signed in draft-cavage's form; whether truly, the authenticator says. */
export function activity(receipt: string, at: EpochMs, body: object | string): Delivery {
  return {
    receipt: receipt as Receipt,
    at,
    path: "/inbox",
    headers: [
      ["Host", "home.example"],
      ["Signature", 'keyId="https://harbor.example/users/x#main-key",signature="AA=="'],
    ],
    body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
    client: "203.0.113.9",
    scheme: "https",
  };
}

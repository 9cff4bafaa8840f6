// The mail that rules are tried on: what is kept here, and what was recorded. Each text is looked
// at once and let go; what it is known as is asked at the end, for labels follow what they label.

import { authorOf } from "../engine/identity/author.ts";
import { read } from "../engine/read.ts";
import { actOf } from "../engine/rules/rule-set.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { ActorProfile } from "../model/activity.ts";
import type { RuledAct, TriedFate } from "../model/admin-rule.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import { type ActorId, type Host, hostOf, type Receipt } from "../model/ids.ts";
import { parseActivity, parseActor } from "../model/parse.ts";
import type { Sighted } from "../model/ruled-contact.ts";
import { parseTrafficLine, type TrafficEvent } from "../model/traffic-log.ts";
import type { Chronicle, Decision } from "../ports/chronicle.ts";
import type { Documents } from "../ports/documents.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type Rulings, rulingsIn } from "./ruled.ts";

export interface TriedSources {
  readonly ledger: Pick<Ledger, "list" | "find" | "ruled">;
  readonly documents: Pick<Documents, "get">;
  readonly chronicle: Pick<Chronicle, "findAll">;
  /** Lines of a traffic log; undefined: nothing was recorded. */
  readonly recorded: AsyncIterable<string> | undefined;
  /** Deliveries of it that are looked at, its first; `recordedMax` unless said. */
  readonly recordedMost?: number;
}

export interface TriedText {
  readonly receipt: Receipt;
  readonly sighted: Sighted;
  readonly act: RuledAct;
  /** Whether everybody may read it. */
  readonly isOpen: boolean;
  /** Whether it names one of our own people. */
  names(recipient: ActorId): boolean;
}

export interface Tried<T> {
  readonly receipt: Receipt;
  readonly sender: ActorId;
  readonly fate: TriedFate;
  readonly found: T;
}

/** Of each state the newest; chosen by us, a second's work. */
const keptMax = 1000;

/** Deliveries of a recording; chosen by us, some seconds' work. */
const recordedMax = 20_000;

/**
 * What `look` finds in each text, with what the text is known as; where it finds undefined the
 * text says nothing to the question. The same words of the same sender count once. Throws
 * LedgerDown, and what reading the recording throws.
 */
export async function triedOn<T>(
  sources: TriedSources,
  look: (text: TriedText) => T | undefined,
): Promise<readonly Tried<T>[]> {
  const rulings = await rulingsIn(sources.ledger);
  const found = new Map<string, Tried<T> & { readonly isRecorded: boolean }>();
  const labels = new Map<string, "spam" | "ham">();
  const seen = new Set<Receipt>();
  const take = (text: TriedText, isRecorded: boolean): void => {
    const { receipt, sighted } = text;
    const key = `${sighted.sender.actor} ${text.act} ${sighted.reading.comparable}`;
    if (seen.has(receipt)) return;
    seen.add(receipt);
    const one = found.has(key) ? undefined : look(text);
    if (one === undefined) return;
    const fate = rulings.get(receipt) ?? "kept";
    found.set(key, { receipt, sender: sighted.sender.actor, fate, found: one, isRecorded });
  };
  for await (const text of keptTexts(sources)) take(text, false);
  if (sources.recorded !== undefined)
    for await (const text of recordedTexts(sources, labels)) take(text, true);
  const all = [...found.values()];
  const recorded = all.filter((one) => one.isRecorded).map(({ receipt }) => receipt);
  const decisions = await decisionsOn(recorded, sources.chronicle);
  return all.map(({ isRecorded, ...one }) => {
    if (!isRecorded) return one;
    const fate = labels.get(one.receipt) ?? fateOf(one.receipt, rulings, decisions);
    return { ...one, fate };
  });
}

/** Of what left no trace nothing was thought: it passed unread, or was let in at once. */
function fateOf(
  receipt: Receipt,
  rulings: Rulings,
  decisions: ReadonlyMap<Receipt, Decision>,
): TriedFate {
  const ruled = rulings.get(receipt);
  if (ruled !== undefined) return ruled;
  const decision = decisions.get(receipt);
  if (decision === undefined) return "passed";
  const { action, done, state } = decision;
  if (action === "accept" || action === "flag" || state === "delivered") return "passed";
  return action === "settle" && done === "passed" ? "passed" : "kept";
}

/** Asked for at once. */
const askedMax = 500;

async function decisionsOn(
  receipts: readonly Receipt[],
  chronicle: TriedSources["chronicle"],
): Promise<ReadonlyMap<Receipt, Decision>> {
  const all = new Map<Receipt, Decision>();
  for (let from = 0; from < receipts.length; from += askedMax) {
    const some = await chronicle.findAll(receipts.slice(from, from + askedMax));
    for (const decision of some) all.set(decision.receipt, decision);
  }
  return all;
}

async function* keptTexts({ ledger, documents }: TriedSources): AsyncGenerator<TriedText> {
  for (const state of ["held", "settling", "releasing", "rejected", "refused"] as const) {
    for (const { receipt } of await ledger.list([state], keptMax)) {
      const text = await textUnder(receipt, { ledger, documents });
      if (text !== undefined) yield text;
    }
  }
}

/** Undefined where its bytes are gone, or no rule is about it. Throws LedgerDown. */
export async function textUnder(
  receipt: Receipt,
  { ledger, documents }: { ledger: Pick<Ledger, "find">; documents: TriedSources["documents"] },
): Promise<TriedText | undefined> {
  const kept = await ledger.find(receipt);
  if (kept === undefined || kept.delivery.body.length === 0) return undefined;
  const { delivery, authenticity, sender } = kept;
  return textOf(delivery, sender, authenticity, await profileIn(documents, sender));
}

async function profileIn(documents: TriedSources["documents"], actor: ActorId) {
  const kept = await documents.get(actor);
  return kept?.outcome.kind === "found" ? profileOf(kept.outcome.body) : undefined;
}

type Names = Pick<ActorProfile, "username" | "name">;

function profileOf(body: string): Names | undefined {
  const parsed = parseActor(body);
  if (!parsed.ok) return undefined;
  const { username, name } = parsed.value;
  return { username, name };
}

/** Actors whose names are remembered while a log is read; more are strangers without one. */
const namesMax = 50_000;

async function* recordedTexts(
  { recorded, recordedMost = recordedMax }: TriedSources,
  labels: Map<string, "spam" | "ham">,
): AsyncGenerator<TriedText> {
  const names = new Map<string, Names>();
  let deliveries = 0;
  for await (const line of recorded ?? []) {
    const parsed = parseTrafficLine(line);
    if (!parsed.ok) continue;
    const event = parsed.value;
    if (event.type === "label") labels.set(event.delivery, event.label);
    if (event.type === "document" && event.body !== null && names.size < namesMax) {
      const profile = profileOf(event.body);
      if (profile !== undefined) names.set(event.url, profile);
    }
    if (event.type !== "delivery" || ++deliveries > recordedMost) continue;
    const text = textInLog(event, names);
    if (text !== undefined) yield text;
  }
}

/** What the log calls invalid is no word of its sender's. */
function textInLog(
  event: TrafficEvent & { type: "delivery" },
  names: ReadonlyMap<string, Names>,
): TriedText | undefined {
  const body = new TextEncoder().encode(event.activity);
  const parsed = parseActivity(body);
  if (!parsed.ok) return undefined;
  const sender = event.signedBy ?? parsed.value.actor;
  const delivery: Delivery = {
    receipt: event.id as Receipt,
    at: event.at,
    path: event.inbox,
    headers: [],
    body,
    client: event.ip,
    scheme: "https",
  };
  const isProven = event.signature === "valid" || event.signature === "forwarded";
  return textOf(
    delivery,
    sender,
    isProven ? provenBy(sender, event.at) : unproven,
    names.get(sender),
  );
}

const unproven: Authenticity = {
  kind: "unknown",
  signature: "none",
  keyId: "",
  why: "unavailable",
  because: "",
};

function provenBy(signer: ActorId, signedAt: Delivery["at"]): Authenticity {
  const signerHost = hostOf(signer) ?? ("" as Host);
  const signature = "draft-cavage" as const;
  return { kind: "proven", signature, signer, signerHost, signedAt, expiresAt: undefined };
}

function textOf(
  delivery: Delivery,
  actor: ActorId,
  authenticity: Authenticity,
  profile: Names | undefined,
): TriedText | undefined {
  const parsed = parseActivity(delivery.body);
  const act = parsed.ok ? actOf(parsed.value) : undefined;
  if (!parsed.ok || act === undefined) return undefined;
  const host = hostOf(actor) ?? ("" as Host);
  const proven = authenticity.kind === "proven";
  const sender = { actor, host, domain: domainOf(host), proven };
  const { text, comparable, links, mentions, visibility } = read({
    delivery,
    activity: parsed.value,
    authenticity,
    authorProof: authorOf(parsed.value, authenticity),
    sender,
    audience: { notified: [], notifiedTotal: 0, elsewhere: 0 },
  });
  return {
    receipt: delivery.receipt,
    sighted: { sender, reading: { text, comparable, links, mentions }, profile },
    act,
    isOpen: visibility === "public" || visibility === "unlisted",
    names: (recipient) => Buffer.from(delivery.body).includes(recipient),
  };
}

// Between rows and nouns.

import type { Insertable, Selectable } from "kysely";
import { type EpochMs, epochMs } from "../../base/units.ts";
import { accountsOf } from "../../engine/accounts.ts";
import { domainOf } from "../../engine/text/domain.ts";
import type { Authenticity } from "../../model/authenticity.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { HeaderField } from "../../model/delivery.ts";
import {
  type ActorId,
  type Host,
  hostOf,
  type ObjectId,
  type Receipt,
  type ViewKey,
} from "../../model/ids.ts";
import {
  type Kept,
  type KeptSummary,
  provenSenderOf,
  type UpstreamAnswer,
} from "../../model/kept.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type { RecipientRule, Rule } from "../../model/rule.ts";
import type { LaterWay } from "../../model/rung.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { CachedDocument } from "../../ports/documents.ts";
import { openUntil } from "../../services/cases/ways.ts";
import { repeatKeyOf, siblingKeyOf } from "../repeat-key.ts";
import { moment, positionOf } from "./positions.ts";
import type { DocumentsTable, KeptTable, RulesTable } from "./tables.ts";

export type KeptRow = Selectable<KeptTable>;

/** Somebody's words; without any, they were deleted. */
export interface Bytes {
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

const noBytes: Bytes = { headers: [], body: new Uint8Array() };

/** All but its position, which depends on what is here already. */
export function keptRow(kept: Kept) {
  const { delivery, answer } = kept;
  return {
    receipt: delivery.receipt,
    repeat_key: repeatKeyOf(kept),
    sibling_key: siblingKeyOf(kept),
    arrived_at: wholeMoment(delivery.at),
    replay_until: wholeMoment(kept.replayUntil),
    sender: kept.sender,
    ...signatureColumns(kept),
    ...accountColumns(kept),
    activity_id: kept.activityId ?? null,
    object_id: kept.objectId ?? null,
    path: delivery.path,
    client: delivery.client,
    scheme: delivery.scheme,
    view_keys: JSON.stringify(kept.keys),
    recipients: JSON.stringify(kept.recipients),
    later_ways: JSON.stringify(kept.laterWays),
    open_until: wholeEnd(openUntil(kept)),
    tried_by: kept.triedBy ?? null,
    author: kept.author ?? null,
    ...answerColumns(answer),
  } satisfies Partial<Insertable<KeptTable>>;
}

function wholeEnd(until: EpochMs | undefined): number | null {
  return until === undefined ? null : wholeMoment(until);
}

function accountColumns(kept: Kept) {
  const { domain, block, view } = accountsOf(kept);
  return { domain: domain ?? null, block: block ?? null, view: view ?? null };
}

/** All that a key which comes late may change: a proven signer is the sender. */
export function signatureColumns(kept: Pick<Kept, "authenticity">) {
  const signer = provenSenderOf(kept);
  return {
    authenticity: JSON.stringify(kept.authenticity),
    signer: signer ?? null,
    ...(signer === undefined ? {} : { sender: signer, domain: domainOf(hostOf(signer) ?? "") }),
  };
}

export function answerColumns(answer: UpstreamAnswer | undefined) {
  return {
    answer_status: answer?.kind === "answered" ? answer.status : null,
    answer_because: answer?.kind === "unreachable" ? answer.because : null,
  };
}

export function keptOf(row: KeptRow, senders: Bytes = noBytes, homes: Bytes = noBytes): Kept {
  const { receipt, arrivedAt, bytes: _, ...summary } = summaryOf(row, homes);
  const { path, client, scheme } = row;
  const delivery = { receipt, at: arrivedAt, path, client, scheme, ...senders };
  return { ...summary, delivery };
}

export function summaryOf(row: KeptRow, homes: Bytes = noBytes): KeptSummary {
  const { claimedFrom: _, hasBytes: __, ...position } = positionOf(row);
  return {
    ...position,
    receipt: row.receipt as Receipt,
    arrivedAt: epochMs(row.arrived_at),
    replayUntil: epochMs(row.replay_until),
    laterWays: laterWaysOf(row.later_ways),
    triedBy: row.tried_by ?? undefined,
    author: (row.author ?? undefined) as ActorId | undefined,
    sender: row.sender as ActorId,
    activityId: (row.activity_id ?? undefined) as ObjectId | undefined,
    objectId: (row.object_id ?? undefined) as ObjectId | undefined,
    authenticity: authenticityOf(row.authenticity),
    verdict: verdictOf(row),
    keys: JSON.parse(row.view_keys) as ViewKey[],
    recipients: JSON.parse(row.recipients) as ActorId[],
    answer: answerOf(row, homes),
    eldest: (row.eldest ?? undefined) as Receipt | undefined,
    bytes: row.bytes,
  };
}

/** What it belongs to is read from where it is filed: other campaigns may have met since. */
export function verdictOf({ verdict, campaign }: Pick<KeptRow, "verdict" | "campaign">): Verdict {
  const judged = JSON.parse(verdict) as Verdict;
  return { ...judged, campaign: (campaign ?? undefined) as CampaignId | undefined };
}

/** JSON leaves out what is undefined; here it is said again. */
function authenticityOf(json: string): Authenticity {
  const authenticity = JSON.parse(json) as Authenticity;
  if (authenticity.kind !== "proven") return authenticity;
  return { ...authenticity, signedAt: authenticity.signedAt, expiresAt: authenticity.expiresAt };
}

/** JSON leaves out what is undefined; here it is said again. */
function laterWaysOf(json: string): readonly LaterWay[] {
  return (JSON.parse(json) as LaterWay[]).map(({ rung, until }) => ({ rung, until }));
}

function answerOf(row: KeptRow, { headers, body }: Bytes): UpstreamAnswer | undefined {
  const { answer_status: status, answer_because: because } = row;
  if (status !== null) return { kind: "answered", status, headers, body };
  return because === null ? undefined : { kind: "unreachable", because };
}

export function ruleRow(rule: Rule): RulesTable {
  return {
    ...subjectColumns(rule.subject),
    decision: rule.decision,
    made_by: rule.by,
    why: rule.why,
    made_at: wholeMoment(rule.madeAt),
    expires_at: rule.expiresAt === undefined ? null : wholeMoment(rule.expiresAt),
  };
}

export function subjectColumns(subject: Rule["subject"]) {
  const { kind } = subject;
  return { kind, subject: kind === "host" ? subject.host : subject.actor } as const;
}

export function ruleOf(row: RulesTable): Rule {
  return {
    decision: row.decision as Rule["decision"],
    subject:
      row.kind === "host"
        ? { kind: "host", host: row.subject as Host }
        : { kind: "actor", actor: row.subject as ActorId },
    by: row.made_by,
    why: row.why,
    madeAt: epochMs(row.made_at),
    expiresAt: moment(row.expires_at),
  };
}

export function recipientRow(rule: RecipientRule): RulesTable {
  return {
    kind: "recipient",
    subject: rule.recipient,
    decision: rule.mode,
    made_by: rule.by,
    why: rule.why,
    made_at: wholeMoment(rule.madeAt),
    expires_at: null,
  };
}

export function recipientOf(row: RulesTable): RecipientRule {
  return {
    recipient: row.subject as ActorId,
    mode: row.decision as RecipientRule["mode"],
    by: row.made_by,
    why: row.why,
    madeAt: epochMs(row.made_at),
  };
}

export function documentRow({ url, fetchedAt, outcome }: CachedDocument) {
  const row = { url, fetched_at: wholeMoment(fetchedAt), kind: outcome.kind };
  switch (outcome.kind) {
    case "found":
      return { ...row, content: outcome.body };
    case "gone":
      return { ...row, content: "" };
    case "failed":
      return { ...row, content: outcome.because };
  }
}

export function documentOf(row: Selectable<DocumentsTable>): CachedDocument {
  return { url: row.url, fetchedAt: epochMs(row.fetched_at), outcome: outcomeOf(row) };
}

function outcomeOf({ kind, content }: Selectable<DocumentsTable>): CachedDocument["outcome"] {
  switch (kind) {
    case "found":
      return { kind, body: content };
    case "gone":
      return { kind };
    case "failed":
      return { kind, because: content };
  }
}

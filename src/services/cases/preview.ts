// What a ruling would do, and to whom, before it is given: the same that is then done.
//
//   asked ──▶ what waits under those names ──▶ who is left out, and why ──▶ sums
//              ledger                           memory, verdicts, ways in
//
// A word on a whole case leaves out who may not belong there. Who is named is meant.

import { err, ok, type Result } from "../../base/result.ts";
import type { EpochMs } from "../../base/units.ts";
import { campaignNumber } from "../../engine/campaigns/campaign-id.ts";
import { type StandsOut, standingOut } from "../../engine/campaigns/standing-out.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { CaseRecord } from "../../model/case.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { type KeptSummary, summaryOf } from "../../model/kept.ts";
import type { Rung } from "../../model/rung.ts";
import type { Ledger } from "../../ports/ledger.ts";
import { knownAmong } from "../campaign-told.ts";
import type { Silence, TellsOfCampaigns } from "./knowing.ts";
import { openWay } from "./ways.ts";

export type RulingWord = "release" | "refuse";

export interface RulingAsked {
  readonly word: RulingWord;
  /** Whole cases. */
  readonly cases: readonly CampaignId[];
  /** Single deliveries; of a case that is named as well those that are meant all the same. */
  readonly receipts: readonly Receipt[];
  /** Releases also what the home server may no longer take. */
  readonly late?: boolean | undefined;
  /** Refuses of whole cases also who stands out of them. */
  readonly all?: boolean | undefined;
}

/**
 * Why one was left out. `known here`: people here know who sent it. `too late`: the home server
 * takes it no more. `ended`: nothing waits under that name. `pending`: another ruling is about to
 * fall on it.
 */
export type Spared = "known here" | StandsOut | "too late" | "ended" | "pending";

export interface Meant {
  readonly kept: KeptSummary;
  /** By which it would come in now; undefined: none is open, or it is refused. */
  readonly way: Rung | undefined;
}

export interface LeftOut {
  readonly receipt: Receipt;
  /** Undefined where nothing was ever kept under that receipt. */
  readonly kept: KeptSummary | undefined;
  readonly because: Spared;
}

/** What one of the names is about. */
export interface RulingPart {
  /** As it was asked for. */
  readonly named: CampaignId | Receipt;
  /** The whole case, by what it goes by now; undefined: a delivery by itself. */
  readonly campaign: CampaignId | undefined;
  /** False: nothing ever went by that name. */
  readonly found: boolean;
  /** Another ruling is about to fall on it as a whole: no second one does. */
  readonly isPending: boolean;
  readonly meant: readonly Meant[];
  readonly left: readonly LeftOut[];
  /** More was kept than one ruling covers. */
  readonly more: boolean;
}

export interface Preview {
  readonly asked: RulingAsked;
  /** Whole cases first, each in the order of the asking. */
  readonly parts: readonly RulingPart[];
}

/** Nobody could say whom of a case people here know. */
export interface NobodyTells {
  readonly kind: "nobody-tells";
  readonly campaign: CampaignId;
  readonly silence: Silence;
}

export interface PreviewParts {
  readonly ledger: Pick<Ledger, "caseRecord" | "ofCase" | "find">;
  readonly campaigns: TellsOfCampaigns;
  /** What another ruling is about to fall on. */
  readonly pending?: PendingWords | undefined;
}

export interface PendingWords {
  onOne(kept: KeptSummary): boolean;
  onCase(campaign: CampaignId): boolean;
}

/** More than moderators have ever seen of one wave; a second ruling takes the rest. */
const wholeMax = 20_000;

/** Undefined: it is a receipt. */
export function campaignIn(text: string): CampaignId | undefined {
  return campaignNumber(text) === undefined ? undefined : (text as CampaignId);
}

/** Throws LedgerDown, and what `campaigns` throws. */
export async function previewRuling(
  asked: RulingAsked,
  parts: PreviewParts,
  now: EpochMs,
): Promise<Result<Preview, NobodyTells>> {
  const found: RulingPart[] = [];
  for (const named of new Set(asked.cases)) {
    const whole = await wholePart(named, asked, parts, now);
    if (!whole.ok) return whole;
    found.push(whole.value);
  }
  const covered = new Set(
    found.flatMap(({ meant, left }) => [
      ...meant.map(({ kept }) => kept.receipt),
      ...left.map(({ receipt }) => receipt),
    ]),
  );
  for (const receipt of new Set(asked.receipts))
    if (!covered.has(receipt)) found.push(await singlePart(receipt, asked, parts, now));
  return ok({ asked, parts: found });
}

async function wholePart(
  named: CampaignId,
  asked: RulingAsked,
  parts: PreviewParts,
  now: EpochMs,
): Promise<Result<RulingPart, NobodyTells>> {
  const record = await parts.ledger.caseRecord(named);
  if (record === undefined) return ok({ ...nothing, named, campaign: named, found: false });
  const { campaign } = record;
  if (parts.pending?.onCase(campaign)) return ok({ ...nothing, named, campaign, isPending: true });
  const known = await knownIn(campaign, asked, parts.campaigns);
  if (!known.ok) return known;
  const kept = await waitingOf(record, asked, parts.ledger);
  const out = asked.word === "refuse" && !asked.all ? standingOut(kept.map(verdictOf)) : [];
  const meant: Meant[] = [];
  const left: LeftOut[] = [];
  const singly = new Set(asked.receipts);
  for (const [index, one] of kept.entries()) {
    const way = wayFor(one, asked, now);
    const doubt = known.value.has(one.sender) ? "known here" : out[index];
    const because =
      (parts.pending?.onOne(one) ? "pending" : undefined) ??
      (singly.has(one.receipt) ? undefined : doubt) ??
      tooLate(way, asked);
    if (because === undefined) meant.push({ kept: one, way });
    else left.push({ receipt: one.receipt, kept: one, because });
  }
  return ok({ ...nothing, named, campaign, meant, left, more: kept.length === wholeMax });
}

const nothing = { found: true, isPending: false, meant: [], left: [], more: false } as const;

async function knownIn(
  campaign: CampaignId,
  { word, all }: RulingAsked,
  campaigns: TellsOfCampaigns,
): Promise<Result<ReadonlySet<ActorId>, NobodyTells>> {
  if (word === "release" || all) return ok(new Set());
  const told = await campaigns.tellOf(campaign);
  if (typeof told === "string") return err({ kind: "nobody-tells", campaign, silence: told });
  return ok(knownAmong(told.members));
}

/** A release of what was refused as a whole takes that back, while its bytes are here. */
async function waitingOf(
  { campaign, ruled }: CaseRecord,
  { word }: RulingAsked,
  ledger: PreviewParts["ledger"],
): Promise<readonly KeptSummary[]> {
  const takesBack = word === "release" && ruled?.ruling === "spam";
  const states = takesBack ? (["settling", "held", "rejected"] as const) : waiting;
  const kept = await ledger.ofCase(campaign, states, wholeMax);
  if (!takesBack) return kept;
  return kept.filter(
    (one) => one.state !== "rejected" || (canReturn(one) && one.since >= ruled.at),
  );
}

const waiting = ["settling", "held"] as const;

async function singlePart(
  receipt: Receipt,
  asked: RulingAsked,
  { ledger, pending }: PreviewParts,
  now: EpochMs,
): Promise<RulingPart> {
  const found = await ledger.find(receipt);
  const kept = found && summaryOf(found);
  const part = { ...nothing, named: receipt, campaign: undefined, found: kept !== undefined };
  const without = (because: Spared): RulingPart => {
    return { ...part, isPending: because === "pending", left: [{ receipt, kept, because }] };
  };
  if (kept === undefined || !mayBeRuled(kept, asked.word)) return without("ended");
  if (pending?.onOne(kept)) return without("pending");
  const way = wayFor(kept, asked, now);
  const late = tooLate(way, asked);
  return late === undefined ? { ...part, meant: [{ kept, way }] } : without(late);
}

/** Whether a word on it would move it. */
export function mayBeRuled(kept: KeptSummary, word: RulingWord): boolean {
  if (waiting.some((state) => state === kept.state)) return true;
  return word === "release" && kept.state === "rejected" && canReturn(kept);
}

function canReturn({ bytes }: KeptSummary): boolean {
  return bytes > 0;
}

function wayFor(kept: KeptSummary, { word }: RulingAsked, now: EpochMs): Rung | undefined {
  return word === "release" ? openWay(kept, now) : undefined;
}

function tooLate(way: Rung | undefined, { word, late }: RulingAsked): Spared | undefined {
  return word === "release" && !late && way === undefined ? "too late" : undefined;
}

function verdictOf({ verdict }: KeptSummary): KeptSummary["verdict"] {
  return verdict;
}

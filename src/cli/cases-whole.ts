// A moderator's word on a whole case: everything that is kept of a campaign, at once.

import { amount } from "../base/amount.ts";
import { campaignNumber } from "../engine/campaigns/campaign-id.ts";
import type { CampaignId } from "../model/campaign.ts";
import { ruledAtOnceMax } from "../model/case.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { KeptSummary } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Hand } from "./allow.ts";
import { askOfCampaign } from "./ask-of-campaign.ts";
import { openWay } from "./cases-ways.ts";
import { Complaint, exitCodes } from "./exit-code.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";

export interface WholeOptions {
  readonly late?: boolean;
  readonly all?: boolean;
}

/** Why one of a case was not ruled on with the rest. */
type Spared = "known here" | "too late";

interface LeftOut {
  readonly receipt: Receipt;
  readonly sender: ActorId;
  readonly because: Spared;
}

export interface WholeRuled {
  /** What the case goes by now; as it was asked for where there is none. */
  readonly campaign: CampaignId;
  /** False: nothing ever went by that id. */
  readonly found: boolean;
  readonly ruled: number;
  readonly left: readonly LeftOut[];
  /** More was kept than one command rules on. */
  readonly more: boolean;
}

export type WholeLedger = Pick<
  Ledger,
  "caseRecord" | "ofCase" | "ruleCase" | "ask" | "takeAnswer" | "answerErrand"
>;

/** Undefined: it is a receipt. */
export function campaignIn(text: string): CampaignId | undefined {
  return campaignNumber(text) === undefined ? undefined : (text as CampaignId);
}

/** More than moderators have ever seen of one wave; a second command takes the rest. */
const wholeMax = 20_000;

/**
 * In steps of which each is whole, so that mail goes on between them. Whoever people here know
 * is left out of a refusal unless `all` is wanted; who that is, only a running gate can say.
 */
export async function ruleWhole(
  verb: "release" | "refuse",
  named: CampaignId,
  options: WholeOptions,
  ledger: WholeLedger,
  hand: Hand,
  wait: (ms: number) => Promise<unknown>,
): Promise<WholeRuled> {
  const record = await ledger.caseRecord(named);
  const nothing = { ruled: 0, left: [], more: false };
  if (record === undefined) return { campaign: named, found: false, ...nothing };
  const { campaign } = record;
  const known =
    verb === "refuse" && !options.all ? await knownIn(campaign, ledger, wait) : new Set<ActorId>();
  const kept = await ledger.ofCase(campaign, ["settling", "held"], wholeMax);
  const left: LeftOut[] = [];
  const receipts: Receipt[] = [];
  for (const one of kept) {
    const because = sparedAs(verb, one, known, options, hand);
    if (because === undefined) receipts.push(one.receipt);
    else left.push({ receipt: one.receipt, sender: one.sender, because });
  }
  const ruling = verb === "release" ? "ham" : "spam";
  let ruled = await ledger.ruleCase({
    campaign,
    ruling,
    ...hand,
    receipts: receipts.splice(0, ruledAtOnceMax),
  });
  while (receipts.length > 0)
    ruled += await ledger.ruleCase({
      campaign,
      ruling,
      ...hand,
      receipts: receipts.splice(0, ruledAtOnceMax),
    });
  return { campaign, found: true, ruled, left, more: kept.length === wholeMax };
}

async function knownIn(
  campaign: CampaignId,
  ledger: WholeLedger,
  wait: (ms: number) => Promise<unknown>,
): Promise<ReadonlySet<ActorId>> {
  const told = await askOfCampaign(campaign, ledger, wait);
  if (told !== undefined)
    return new Set(told.members.filter(({ known }) => known).map(({ actor }) => actor));
  throw new Complaint(
    "no gate answers, and only one that runs knows whose senders people here know: start it, " +
      `or refuse everybody's with "breakwater cases refuse ${campaign} --all".`,
    exitCodes.down,
  );
}

function sparedAs(
  verb: "release" | "refuse",
  kept: KeptSummary,
  known: ReadonlySet<ActorId>,
  { late }: WholeOptions,
  { at }: Hand,
): Spared | undefined {
  if (known.has(kept.sender)) return "known here";
  const closed = verb === "release" && !late && openWay(kept, at) === undefined;
  return closed ? "too late" : undefined;
}

export function wholeAsJson({ campaign, found, ruled, left, more }: WholeRuled): object {
  return { kind: "case", campaign, found, ruled, left, more };
}

/** More would scroll away what was ruled; `--json` has them all. */
const leftShownMax = 20;

export function wholeLines(verb: "release" | "refuse", done: WholeRuled): string[] {
  const { campaign, found, ruled, left, more } = done;
  if (!found) return [`${campaign}: no case goes by that; "breakwater cases list" shows them.`];
  const fate = verb === "release" ? "will be let in" : "will not be let in";
  const lesson = `what comes of it from now on is known as ${verb === "release" ? "ham" : "spam"}`;
  const moved =
    ruled === 0
      ? "nothing of it waited that could be ruled on"
      : `${amount(ruled, "delivery", "deliveries")} ${fate}`;
  const lines = [`${campaign}: ${moved}; ${lesson}.`];
  for (const because of ["known here", "too late"] as const) {
    const those = left.filter((one) => one.because === because);
    if (those.length === 0) continue;
    lines.push(`${leftLine(because, those.length)}:`);
    for (const { receipt, sender } of those.slice(0, leftShownMax))
      lines.push(`  ${printable(receipt)}  ${shortSender(sender)}`);
    if (those.length > leftShownMax)
      lines.push(`  and ${those.length - leftShownMax} more; --json names them all`);
  }
  if (verb === "refuse")
    lines.push(
      `In some seconds "breakwater cases recall ${campaign}" lists what of it reached people.`,
    );
  if (more) lines.push("There is more of it: give the same command again.");
  return lines;
}

function leftLine(because: Spared, count: number): string {
  const some = amount(count, "delivery stays as it was", "deliveries stay as they were");
  if (because === "known here")
    return `${some}: people here know who sent it (--all takes these too)`;
  return `${some}: too late for the home server, which may refuse it (--late tries)`;
}

// A moderator's word on a whole case: everything that is kept of a campaign, at once.

import { amount } from "../base/amount.ts";
import { second } from "../base/units.ts";
import { campaignNumber } from "../engine/campaigns/campaign-id.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { CampaignId } from "../model/campaign.ts";
import { ruledAtOnceMax } from "../model/case.ts";
import { type ActorId, hostOf, type Receipt } from "../model/ids.ts";
import type { KeptSummary } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Hand } from "./allow.ts";
import { type AskedGate, askOfCampaign, busyTimeMs } from "./ask-of-campaign.ts";
import { openWay } from "./cases-ways.ts";
import { Complaint, exitCodes } from "./exit-code.ts";
import type { Output } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";

export interface WholeOptions {
  readonly late?: boolean;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

export type Verb = "release" | "refuse";

/** Why one of a case was not ruled on with the rest. */
type Spared = "known here" | "too late";

interface Named {
  readonly receipt: Receipt;
  readonly sender: ActorId;
}

interface LeftOut extends Named {
  readonly because: Spared;
}

export interface WholeRuled {
  /** What the case goes by now; as it was asked for where there is none. */
  readonly campaign: CampaignId;
  /** False: nothing ever went by that id. */
  readonly found: boolean;
  readonly ruled: number;
  /** Whom the word is about; on a dry run nothing else happens. */
  readonly meant: readonly Named[];
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
  verb: Verb,
  named: CampaignId,
  options: WholeOptions,
  ledger: WholeLedger,
  hand: Hand,
  gate: AskedGate,
  output: Output,
): Promise<WholeRuled> {
  const record = await ledger.caseRecord(named);
  const nothing = { ruled: 0, meant: [], left: [], more: false };
  if (record === undefined) return { campaign: named, found: false, ...nothing };
  const { campaign } = record;
  const known =
    verb === "refuse" && !options.all
      ? await knownIn(campaign, ledger, gate, output)
      : new Set<ActorId>();
  const kept = await ledger.ofCase(campaign, ["settling", "held"], wholeMax);
  const left: LeftOut[] = [];
  const meant: Named[] = [];
  for (const one of kept) {
    const because = sparedAs(verb, one, known, options, hand);
    const { receipt, sender } = one;
    if (because === undefined) meant.push({ receipt, sender });
    else left.push({ receipt, sender, because });
  }
  const found = { campaign, found: true, meant, left, more: kept.length === wholeMax };
  if (options.dryRun) return { ...found, ruled: 0 };
  if (verb === "refuse" && output.interactive && meant.length > 0) {
    output.aside(lastWord(campaign, meant));
    await gate.wait(lastWordMs);
  }
  return { ...found, ruled: await ruleInSteps(verb, campaign, meant, ledger, hand) };
}

async function ruleInSteps(
  verb: Verb,
  campaign: CampaignId,
  meant: readonly Named[],
  ledger: Pick<Ledger, "ruleCase">,
  hand: Hand,
): Promise<number> {
  const ruling = verb === "release" ? "ham" : "spam";
  const receipts = meant.map(({ receipt }) => receipt);
  let ruled = 0;
  do {
    const some = receipts.splice(0, ruledAtOnceMax);
    ruled += await ledger.ruleCase({ campaign, ruling, ...hand, receipts: some });
  } while (receipts.length > 0);
  return ruled;
}

/** Nothing leads back from a refusal, so whoever sits there may stop it. Chosen by us. */
const lastWordMs = 5 * second;

function lastWord(campaign: CampaignId, meant: readonly Named[]): string {
  const what = amount(meant.length, "delivery", "deliveries");
  const stop = `Ctrl-C within ${lastWordMs / second} s stops it`;
  return `${campaign}: ends ${what} ${fromOf(meant)}, for good; ${stop} …`;
}

function fromOf(meant: readonly Named[]): string {
  const domains = new Set(meant.map(({ sender }) => domainOf(hostOf(sender) ?? "")));
  return `from ${amount(domains.size, "domain")}`;
}

async function knownIn(
  campaign: CampaignId,
  ledger: WholeLedger,
  gate: AskedGate,
  output: Output,
): Promise<ReadonlySet<ActorId>> {
  const told = await askOfCampaign(campaign, ledger, gate, output);
  switch (told) {
    case "busy":
      throw new Complaint(
        `the gate runs, but did not say within ${busyTimeMs / second} s whose senders people ` +
          "here know: nothing was refused. Give the same command again.",
        exitCodes.down,
      );
    case "down":
      throw new Complaint(
        "no gate answers, and only one that runs knows whose senders people here know: start " +
          `it, or refuse everybody's with "breakwater cases refuse ${campaign} --all".`,
        exitCodes.down,
      );
  }
  return new Set(told.members.filter(({ known }) => known).map(({ actor }) => actor));
}

function sparedAs(
  verb: Verb,
  kept: KeptSummary,
  known: ReadonlySet<ActorId>,
  { late }: WholeOptions,
  { at }: Hand,
): Spared | undefined {
  if (known.has(kept.sender)) return "known here";
  const closed = verb === "release" && !late && openWay(kept, at) === undefined;
  return closed ? "too late" : undefined;
}

export function wholeAsJson(done: WholeRuled, { dryRun }: WholeOptions): object {
  const { campaign, found, ruled, meant, left, more } = done;
  const would = dryRun ? { dryRun, would: meant } : {};
  return { kind: "case", campaign, found, ruled, ...would, left, more };
}

/** More would scroll away what was ruled; `--json` has them all. */
const namedMax = 20;

export function wholeLines(verb: Verb, done: WholeRuled, { dryRun }: WholeOptions): string[] {
  const { campaign, found, left, more } = done;
  if (!found) return [`${campaign}: no case goes by that; "breakwater cases list" shows them.`];
  const lines = dryRun ? wouldLines(verb, done) : [ruledLine(verb, done)];
  for (const because of ["known here", "too late"] as const) {
    const those = left.filter((one) => one.because === because);
    if (those.length > 0) lines.push(`${leftLine(because, those.length)}:`, ...names(those));
  }
  if (dryRun) return [...lines, "Nothing was done: give the command without --dry-run."];
  if (verb === "refuse")
    lines.push(
      `In some seconds "breakwater cases recall ${campaign}" lists what of it reached people.`,
    );
  if (more) lines.push("There is more of it: give the same command again.");
  return lines;
}

function ruledLine(verb: Verb, { campaign, ruled }: WholeRuled): string {
  const fate = verb === "release" ? "will be let in" : "will not be let in";
  const lesson = `what comes of it from now on is known as ${verb === "release" ? "ham" : "spam"}`;
  const moved =
    ruled === 0
      ? "nothing of it waited that could be ruled on"
      : `${amount(ruled, "delivery", "deliveries")} ${fate}`;
  return `${campaign}: ${moved}; ${lesson}.`;
}

function wouldLines(verb: Verb, { campaign, meant }: WholeRuled): string[] {
  if (meant.length === 0) return [`${campaign}: nothing of it waits that could be ruled on.`];
  const fate = verb === "release" ? "would be let in" : "would not be let in, for good";
  const what = amount(meant.length, "delivery", "deliveries");
  return [`${campaign}: ${what} ${fromOf(meant)} ${fate}:`, ...names(meant)];
}

function names(those: readonly Named[]): string[] {
  const lines = those
    .slice(0, namedMax)
    .map(({ receipt, sender }) => `  ${printable(receipt)}  ${shortSender(sender)}`);
  const more = those.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} more; --json names them all`] : lines;
}

function leftLine(because: Spared, count: number): string {
  const some = amount(count, "delivery stays as it was", "deliveries stay as they were");
  if (because === "known here")
    return `${some}: people here know who sent it (--all takes these too)`;
  return `${some}: too late for the home server, which may refuse it (--late tries)`;
}

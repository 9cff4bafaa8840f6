// A moderator's word on what was kept: on single deliveries and on whole cases. In a terminal it
// takes effect half a minute later, and `cases undo` takes it back until then.

import { amount } from "../base/amount.ts";
import { type EpochMs, second } from "../base/units.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { Hand } from "../model/hand.ts";
import { hostOf, type Receipt } from "../model/ids.ts";
import type { Documents } from "../ports/documents.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { closeRuledAppeals } from "../services/appeals.ts";
import { applyRuling, subjectsOf } from "../services/cases/apply.ts";
import { auditRuling } from "../services/cases/audit-ruling.ts";
import {
  giveRuling,
  type NotGiven,
  pendingRulings,
  pendingWords,
} from "../services/cases/pending.ts";
import {
  campaignIn,
  type NobodyTells,
  type Preview,
  previewRuling,
  type RulingAsked,
  type RulingPart,
  type RulingWord,
  type Spared,
} from "../services/cases/preview.ts";
import { giveStandingOrders, type Ordered } from "../services/cases/standing.ts";
import { type AskedGate, askingGate, busyTimeMs, gateOn } from "./ask-of-campaign.ts";
import { type OrderAsked, orderAsked, orderLines } from "./cases-order.ts";
import { givenLine } from "./cases-pending.ts";
import { pendingLine, singleAsJson, singleLine } from "./cases-rule-single.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import type { CommonOptions } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";

export interface RulingOptions extends CommonOptions {
  readonly late?: boolean;
  readonly all?: boolean;
  readonly now?: boolean;
  readonly dryRun?: boolean;
  /** With an order on what comes later: of a refusal, of a release. */
  readonly keep?: boolean;
  readonly neverAgain?: boolean;
  readonly until?: string;
}

export interface RulingStores {
  readonly ledger: Pick<
    Ledger,
    | ("caseRecord" | "ofCase" | "find" | "rule" | "ruleCase" | "setting")
    | ("ask" | "takeAnswer" | "answerErrand")
  >;
  readonly ownRecords: OwnRecords;
  readonly documents: Pick<Documents, "get">;
}

/** Exit code 1 if one of them can't be ruled on any more. */
export async function runRuling(
  verb: RulingWord,
  named: readonly string[],
  options: RulingOptions,
  stores: RulingStores,
  hand: Hand,
  output: Output,
  gate: AskedGate = gateOn(stores.ledger),
): Promise<ExitCode> {
  const order = orderAsked(named, options, hand.at);
  const preview = await previewed(verb, named, options, stores, hand, output, gate);
  const waits = output.interactive && !options.now && !options.json && !options.dryRun;
  const said = { verb, options, waits, now: hand.at };
  const isNow = !options.dryRun && !waits;
  const ordered = isNow ? await orderNow(preview, order, hand, stores) : [];
  const moved = isNow ? await ruleNow(preview, hand, stores) : undefined;
  const done = preview.parts.map((part, index): Done => {
    return { part, moved: moved === undefined ? part.meant.length : (moved[index] ?? 0) };
  });
  const inOrder = done.sort((a, b) => named.indexOf(a.part.named) - named.indexOf(b.part.named));
  if (options.json)
    printJson(
      output,
      inOrder.map((one) => asJson(one, said)),
    );
  else for (const one of inOrder) for (const line of linesOf(one, said)) output.line(line);
  if (!options.json) for (const line of orderLines(order, ordered, isNow)) output.line(line);
  if (waits) output.line(await giveLater(preview, order, hand, stores.ownRecords));
  return inOrder.every(wasRuled) ? exitCodes.done : exitCodes.no;
}

interface Done {
  readonly part: RulingPart;
  /** How many it moved, or would. */
  readonly moved: number;
}

interface Said {
  readonly verb: RulingWord;
  readonly options: RulingOptions;
  /** It takes effect later. */
  readonly waits: boolean;
  readonly now: EpochMs;
}

function wasRuled({ part: { campaign, found, isPending }, moved }: Done): boolean {
  return campaign === undefined ? moved > 0 : found && !isPending;
}

async function previewed(
  word: RulingWord,
  named: readonly string[],
  { late, all }: RulingOptions,
  { ledger, ownRecords }: RulingStores,
  hand: Hand,
  output: Output,
  gate: AskedGate,
): Promise<Preview> {
  const cases = named.flatMap((name) => campaignIn(name) ?? []);
  const receipts = named.filter((name) => campaignIn(name) === undefined) as Receipt[];
  const asked: RulingAsked = { word, cases, receipts, late, all };
  const pending = pendingWords(await pendingRulings(ownRecords));
  const campaigns = askingGate(ledger, gate, output);
  const found = await previewRuling(asked, { ledger, campaigns, pending }, hand.at);
  if (found.ok) return found.value;
  throw complaintOf(found.error);
}

function complaintOf({ campaign, silence }: NobodyTells): Complaint {
  const message =
    silence === "busy"
      ? `the gate runs, but did not say within ${busyTimeMs / second} s whose senders people ` +
        "here know: nothing was refused. Give the same command again."
      : "no gate answers, and only one that runs knows whose senders people here know: start " +
        `it, or refuse everybody's with "breakwater cases refuse ${campaign} --all".`;
  return new Complaint(message, exitCodes.down);
}

/** Before the ruling: what is let in can't be read any more. */
async function orderNow(
  preview: Preview,
  order: OrderAsked | undefined,
  hand: Hand,
  { ledger, ownRecords: records, documents }: RulingStores,
): Promise<readonly Ordered[]> {
  if (order === undefined) return [];
  return giveStandingOrders(preview, order.until, hand, { ledger, records, documents });
}

async function ruleNow(
  preview: Preview,
  hand: Hand,
  { ledger, ownRecords }: RulingStores,
): Promise<readonly number[]> {
  const moved = await applyRuling(preview, hand, ledger);
  await auditRuling(preview, hand, ownRecords);
  await closeRuledAppeals(ownRecords, subjectsOf(preview), preview.asked.word, hand);
  return moved;
}

async function giveLater(
  preview: Preview,
  order: OrderAsked | undefined,
  hand: Hand,
  records: OwnRecords,
): Promise<string> {
  const asked = { standing: order !== undefined, until: order?.until };
  const given = await giveRuling(preview, asked, hand, records);
  return given.ok ? givenLine(given.value) : notGiven[given.error];
}

const notGiven: Readonly<Record<NotGiven, string>> = {
  "nothing is meant": "Nothing was ruled.",
  "too many at once":
    "Too many rulings wait for their half minute: nothing was ruled. Give it again with --now.",
  "too many names": "So many names can't wait together: nothing was ruled. Give it with --now.",
};

function asJson({ part, moved }: Done, { verb, options }: Said): object {
  const { campaign, found, meant, left, more, named } = part;
  const ruled = options.dryRun ? 0 : moved;
  if (campaign === undefined) return singleAsJson(verb, part, moved > 0, options.dryRun === true);
  const would = meant.map(({ kept: { receipt, sender } }) => ({ receipt, sender }));
  const dry = options.dryRun ? { dryRun: true, would } : {};
  const spared = left.map(({ receipt, kept, because }) => ({
    ...{ receipt, sender: kept?.sender ?? null, because },
  }));
  return {
    kind: "case",
    campaign: found ? campaign : named,
    found,
    ruled,
    ...dry,
    left: spared,
    more,
  };
}

function linesOf(done: Done, said: Said): string[] {
  const { verb, options, waits, now } = said;
  const { part, moved } = done;
  const isDry = options.dryRun === true || waits;
  if (part.campaign === undefined) return [singleLine(verb, part, moved > 0, isDry, now)];
  if (!part.found)
    return [`${part.named}: no case goes by that; "breakwater cases list" shows them.`];
  if (part.isPending) return [pendingLine(part.named)];
  const lines = isDry ? wouldLines(verb, part) : [ruledLine(verb, done)];
  for (const because of Object.keys(leftBecause) as Spared[]) {
    const those = part.left.filter((one) => one.because === because);
    if (those.length > 0) lines.push(`${leftLine(because, those.length)}:`, ...namesOf(those));
  }
  if (options.dryRun) return [...lines, "Nothing was done: give the command without --dry-run."];
  if (verb === "refuse" && !waits)
    lines.push(
      `In some seconds "breakwater cases recall ${part.campaign}" lists what of it reached people.`,
    );
  if (part.more) lines.push("There is more of it: give the same command again.");
  return lines;
}

function ruledLine(verb: RulingWord, { part: { campaign, meant }, moved }: Done): string {
  const fate = verb === "release" ? "will be let in" : "will not be let in";
  const lesson = `what comes of it from now on is known as ${verb === "release" ? "ham" : "spam"}`;
  const before = meant.filter(({ kept }) => kept.state === "rejected").length;
  const after = before === 0 ? "" : `, ${before} of them refused before`;
  const what =
    moved === 0
      ? "nothing of it waited that could be ruled on"
      : `${amount(moved, "delivery", "deliveries")} ${fate}${after}`;
  return `${campaign}: ${what}; ${lesson}.`;
}

function wouldLines(verb: RulingWord, { campaign, meant }: RulingPart): string[] {
  if (meant.length === 0) return [`${campaign}: nothing of it waits that could be ruled on.`];
  const fate = verb === "release" ? "would be let in" : "would not be let in";
  const what = amount(meant.length, "delivery", "deliveries");
  const domains = new Set(meant.map(({ kept }) => domainOf(hostOf(kept.sender) ?? "")));
  const from = `from ${amount(domains.size, "domain")}`;
  const those = meant.map(({ kept }) => ({ receipt: kept.receipt, kept }));
  return [`${campaign}: ${what} ${from} ${fate}:`, ...namesOf(those)];
}

/** More would scroll away what was ruled; `--json` has them all. */
const namedMax = 20;

function namesOf(those: readonly Pick<RulingPart["left"][number], "receipt" | "kept">[]): string[] {
  const lines = those
    .slice(0, namedMax)
    .map(({ receipt, kept }) => `  ${printable(receipt)}  ${shortSender(kept?.sender ?? "")}`);
  const more = those.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} more; --json names them all`] : lines;
}

const leftBecause: Readonly<Record<Spared, string>> = {
  "known here": "people here know who sent it (--all takes these too)",
  "spoken for":
    "something speaks for its sender that speaks for few others (--all takes these too)",
  milder: "by itself it is far milder than the rest (--all takes these too)",
  "too late": "too late for the home server, which may refuse it (--late tries)",
  pending: 'another ruling is about to fall on it ("breakwater cases undo" takes that back)',
  ended: "nothing of it waits",
};

function leftLine(because: Spared, count: number): string {
  const some = amount(count, "delivery stays as it was", "deliveries stay as they were");
  return `${some}: ${leftBecause[because]}`;
}

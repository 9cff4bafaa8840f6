// What `cases show c41` prints: who belongs to a campaign, how it grew, what is constant in it and
// what varies, and what may be done about it.

import { domainToUnicode } from "node:url";
import { amount } from "../base/amount.ts";
import type { EpochMs } from "../base/units.ts";
import type { CommonParts, Shared, TemplatePart } from "../engine/campaigns/common-parts.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { CampaignId } from "../model/campaign.ts";
import { hostOf } from "../model/ids.ts";
import { type KeptSummary, keptStates } from "../model/kept.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { CampaignTold } from "../services/campaign-told.ts";
import { type CaseParts, type CaseView, caseView } from "../services/cases/case-view.ts";
import type { Config } from "../services/config.ts";
import { type AskedGate, askingGate } from "./ask-of-campaign.ts";
import { pendingLines } from "./cases-pending.ts";
import { caseReason } from "./cases-table.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { explain } from "./explain-table.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { table } from "./table.ts";
import { wrap } from "./width.ts";

export interface ShowWholeOptions {
  readonly json?: boolean;
  readonly body?: boolean;
}

export interface ShowWholeStores {
  readonly ledger: CaseParts["ledger"] & Parameters<typeof askingGate>[0];
  readonly documents: CaseParts["documents"];
  readonly ownRecords: OwnRecords;
}

/** Members that stand in the text; `--json` has them all. */
const shownMax = 20;

/** Exit code 1 if no case goes by that id. */
export async function runShowWhole(
  campaign: CampaignId,
  options: ShowWholeOptions,
  stores: ShowWholeStores,
  config: Config,
  now: EpochMs,
  output: Output,
  gate: AskedGate,
): Promise<ExitCode> {
  const { ledger, ownRecords: records } = stores;
  const parts = { ...stores, records, campaigns: askingGate(ledger, gate, output) };
  const asked = { campaign, alsoPrivate: options.body === true, now };
  const whole = await caseView(asked, parts);
  if (whole === undefined) {
    output.aside(`No case goes by ${campaign}; "breakwater cases list" shows them.`);
    return exitCodes.no;
  }
  if (options.json) printJson(output, wholeAsJson(whole));
  else for (const line of linesOf(whole, config, output)) output.line(line);
  return exitCodes.done;
}

function linesOf(whole: CaseView, config: Config, output: Output): string[] {
  const newest = whole.kept.at(-1);
  return [
    ...envelope(whole, output.width),
    ...commonLines(whole.compared.common, output),
    ...memberLines(whole, output),
    ...(newest === undefined ? [] : ["", "The newest was judged so:"]),
    ...(newest === undefined ? [] : explain(newest.verdict, config.policy, output)),
    ...whatToDo(whole),
  ];
}

/** Last, for what stands above has scrolled away by then. */
function whatToDo({ record: { campaign }, kept, listed, withdrawn }: CaseView): string[] {
  const recall = `"breakwater cases recall ${campaign}" lists what of it reached people.`;
  if (kept.some(waits))
    return [
      "",
      `Spam: "breakwater cases refuse ${campaign}" ends all that waits of it.`,
      `Not spam: "breakwater cases release ${campaign}" lets all of it in.`,
      "With --dry-run either says beforehand whom that meets.",
    ];
  return listed > withdrawn ? ["", recall] : [];
}

function envelope(whole: CaseView, width: number): string[] {
  const { record, kept, told, listed, withdrawn, pending } = whole;
  const { campaign, ruled } = record;
  const newest = kept.at(-1);
  const facts: [string, string | undefined][] = [
    ["case", campaign],
    ["kept", keptLine(whole)],
    ["seen", seenLine(whole)],
    ["since", told?.firstAt == null ? undefined : sinceLine(told.firstAt, told.lastAt)],
    ["grown", told === undefined ? undefined : grownLine(told)],
    ["because", newest && caseReason(newest.verdict)],
    ["next", nextLine(whole)],
    ["alike", alikeLine(whole)],
    ["recall", listed === 0 ? undefined : `${listed} reached people; ${withdrawn} withdrawn since`],
    ["ruled", ruled && `${ruled.ruling}, by ${ruled.by}, ${shortTime(ruled.at)}`],
    ["waits", pending && pendingLines([pending])[0]],
  ];
  return facts
    .filter((fact): fact is [string, string] => fact[1] !== undefined)
    .flatMap(([name, value]) =>
      wrap(printable(value), Math.max(20, width - 11)).map(
        (line, at) => `${(at === 0 ? name : "").padEnd(11)}${line}`,
      ),
    );
}

function keptLine({ kept, states, more }: CaseView): string {
  const counts = keptStates
    .filter((state) => states[state] !== undefined)
    .map((state) => `${states[state]} ${state}`)
    .join(", ");
  const domains = new Set(kept.map(({ sender }) => domainOf(hostOf(sender) ?? "")));
  const from = `from ${amount(domains.size, "domain")}`;
  return kept.length === 0 ? "nothing" : `${counts}, ${from}${more ? ", and more" : ""}`;
}

function seenLine({ told, silence }: CaseView): string {
  if (told === undefined) {
    const why = silence === "busy" ? "the gate is too busy to answer" : "no gate answers";
    return `${why}: only what is kept is shown`;
  }
  const { size, actors, domains, recipients } = told;
  const from = `by ${amount(actors, "sender")} from ${amount(domains, "domain")}`;
  return `${amount(size, "contact")} ${from}, to ${amount(recipients, "person", "people")} here`;
}

function sinceLine(firstAt: EpochMs, lastAt: EpochMs | null): string {
  return `${shortTime(firstAt)}, the last ${shortTime(lastAt ?? firstAt)}`;
}

function grownLine({ grown }: CampaignTold): string {
  const { tenMinutes, sixHours, sevenDays, thirtyDays } = grown;
  const lately = `${tenMinutes} in 10 minutes, ${sixHours} in 6 hours`;
  return `${lately}, ${sevenDays} in 7 days, ${thirtyDays} in 30 days`;
}

function nextLine({ nextReplayUntil, beyond }: CaseView): string | undefined {
  const first =
    nextReplayUntil &&
    `the home server takes the first request until ${shortTime(nextReplayUntil)} UTC`;
  const late = beyond === 0 ? undefined : `for ${beyond} it is too late`;
  const both = [first, late].filter((one) => one !== undefined);
  return both.length === 0 ? undefined : both.join("; ");
}

function alikeLine({ lookAlikes }: CaseView): string | undefined {
  if (lookAlikes.length === 0) return undefined;
  const told = lookAlikes.map(({ campaign, ruled, shares }) => {
    return `${campaign}, ruled ${ruled.ruling} (${Object.keys(shares).join(", ")})`;
  });
  return `shares with ${told.join("; ")}`;
}

function waits({ state }: KeptSummary): boolean {
  return state === "settling" || state === "held";
}

function commonLines(common: CommonParts, output: Output): string[] {
  const { read, template } = common;
  if (read < 2) return ["", "Fewer than two of its posts can be read: nothing to compare."];
  const links = common.links.map(({ what, count }) => ({ what: bothSpellings(what), count }));
  const lists: [string, readonly Shared[]][] = [
    ["links to", links],
    ["pictures", common.pictures],
    ["mentions", common.handles],
    ["profiles", common.profile],
  ];
  const shared = lists.flatMap(([what, those]) => those.map((one) => sharedLine(what, one, read)));
  const words = template.length === 0 ? "no words in one order" : template.map(partText).join(" ");
  return [
    "",
    `What ${read} of its posts have in common; what varies stands in brackets:`,
    ...wrap(printable(words), output.width - 2).map((line) => `  ${line}`),
    ...shared,
  ];
}

/** As people read it and as it goes over the wire: a look-alike shows only in the second. */
function bothSpellings(domain: string): string {
  const spelled = domainToUnicode(domain);
  return spelled === "" || spelled === domain ? domain : `${cut(spelled, 40)}, ${domain}`;
}

/** A post may be long; its template is read, not copied. */
const wordsMax = 600;

function partText(part: TemplatePart): string {
  if (part.kind === "constant") return cut(part.words, wordsMax);
  return `[${part.such.map((one) => cut(one, 40)).join(" | ")}]`;
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max)}…`;
}

function sharedLine(what: string, { what: which, count }: Shared, read: number): string {
  return `  ${what.padEnd(10)}${printable(cut(which, 80))} (${count} of ${read})`;
}

function memberLines({ members }: CaseView, output: Output): string[] {
  if (members.length === 0) return [];
  const cells = members
    .slice(0, shownMax)
    .map(({ receipt, at, fate, sender, note }) => [
      ...[receipt, shortTime(at), fate, shortSender(sender), note ?? ""],
    ]);
  const titles = ["receipt", "arrived (UTC)", "now", "sender", ""].map((title) => ({ title }));
  const more = members.length - cells.length;
  return ["", ...table(titles, cells, output.width), ...(more > 0 ? [`and ${more} more`] : [])];
}

function wholeAsJson(whole: CaseView): object {
  const { record, told, compared, kept } = whole;
  const { members: _, ...counts } = told ?? {};
  const iso = (ms: number | null | undefined) => (ms == null ? null : new Date(ms).toISOString());
  const { ruled } = record;
  return {
    kind: "case",
    campaign: record.campaign,
    ruled: ruled === undefined ? null : { ...ruled, at: iso(ruled.at) },
    seen:
      told === undefined
        ? null
        : { ...counts, firstAt: iso(told.firstAt), lastAt: iso(told.lastAt) },
    common: compared.common,
    recall: { listed: whole.listed, withdrawn: whole.withdrawn },
    members: whole.members.map(({ receipt, at, fate, sender, note }) => {
      return { receipt, fate, sender, note: note ?? "", at: iso(at) };
    }),
    verdict: kept.at(-1)?.verdict ?? null,
  };
}

// What `cases show c41` prints: who belongs to a campaign, how it grew, what is constant in it and
// what varies, and what may be done about it.

import { domainToUnicode } from "node:url";
import { amount } from "../base/amount.ts";
import { type EpochMs, epochMs } from "../base/units.ts";
import {
  type CommonParts,
  commonPartsOf,
  type Shared,
  type Specimen,
  specimensMax,
  type TemplatePart,
} from "../engine/campaigns/common-parts.ts";
import { specimenOf } from "../engine/campaigns/specimen.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { ActorProfile } from "../model/activity.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { CaseRecord } from "../model/case.ts";
import { type ActorId, hostOf } from "../model/ids.ts";
import { type KeptState, type KeptSummary, keptStates } from "../model/kept.ts";
import { parseActor } from "../model/parse.ts";
import type { Documents } from "../ports/documents.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { CampaignTold } from "../services/campaign-told.ts";
import type { Silence } from "../services/cases/knowing.ts";
import type { Config } from "../services/config.ts";
import { type AskedGate, askOfCampaign } from "./ask-of-campaign.ts";
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
  readonly ledger: Pick<
    Ledger,
    "caseRecord" | "ofCase" | "recalls" | "find" | "ask" | "takeAnswer" | "answerErrand"
  >;
  readonly documents: Pick<Documents, "get">;
}

/** Rows that are looked at; a case of more is told by these. */
const keptMax = 1000;

/** Members that stand in the text; `--json` has them all. */
const shownMax = 20;

interface Whole {
  readonly record: CaseRecord;
  readonly kept: readonly KeptSummary[];
  readonly told: CampaignTold | undefined;
  /** Why nothing was told. */
  readonly silence: Silence | undefined;
  readonly common: CommonParts;
  /** What of it reached people and is listed for recall, and how much of that is withdrawn. */
  readonly listed: number;
  readonly withdrawn: number;
}

/** Exit code 1 if no case goes by that id. */
export async function runShowWhole(
  named: CampaignId,
  options: ShowWholeOptions,
  stores: ShowWholeStores,
  config: Config,
  output: Output,
  gate: AskedGate,
): Promise<ExitCode> {
  const record = await stores.ledger.caseRecord(named);
  if (record === undefined) {
    output.aside(`No case goes by ${named}; "breakwater cases list" shows them.`);
    return exitCodes.no;
  }
  const answer = await askOfCampaign(record.campaign, stores.ledger, gate, output);
  const heard =
    typeof answer === "string"
      ? { told: undefined, silence: answer }
      : { told: answer, silence: undefined };
  const kept = await stores.ledger.ofCase(record.campaign, keptStates, keptMax);
  const common = await commonIn(kept, options.body === true, stores);
  const recalls = await stores.ledger.recalls(record.campaign, keptMax);
  const withdrawn = recalls.filter(({ recalledAt }) => recalledAt !== undefined).length;
  const whole = { record, kept, ...heard, common, listed: recalls.length, withdrawn };
  if (options.json) printJson(output, wholeAsJson(whole));
  else for (const line of linesOf(whole, config, output)) output.line(line);
  return exitCodes.done;
}

/** Private posts are read only on demand; the newest are likeliest to be here still. */
async function commonIn(
  kept: readonly KeptSummary[],
  alsoPrivate: boolean,
  { ledger, documents }: ShowWholeStores,
): Promise<CommonParts> {
  const specimens: Specimen[] = [];
  for (const { receipt, sender } of [...kept].reverse()) {
    if (specimens.length === specimensMax) break;
    const one = await ledger.find(receipt);
    const found = one && specimenOf(one, await profileOf(sender, documents));
    if (found === undefined) continue;
    const isOpen = found.visibility === "public" || found.visibility === "unlisted";
    if (isOpen || alsoPrivate) specimens.push(found.specimen);
  }
  return commonPartsOf(specimens);
}

async function profileOf(
  actor: ActorId,
  documents: ShowWholeStores["documents"],
): Promise<ActorProfile | undefined> {
  const kept = await documents.get(actor);
  const parsed = kept?.outcome.kind === "found" ? parseActor(kept.outcome.body) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}

function linesOf(whole: Whole, config: Config, output: Output): string[] {
  const newest = whole.kept.at(-1);
  return [
    ...envelope(whole, output.width),
    ...commonLines(whole.common, output),
    ...memberLines(whole, output),
    ...(newest === undefined ? [] : ["", "The newest was judged so:"]),
    ...(newest === undefined ? [] : explain(newest.verdict, config.policy, output)),
    ...whatToDo(whole),
  ];
}

/** Last, for what stands above has scrolled away by then. */
function whatToDo({ record: { campaign }, kept, listed, withdrawn }: Whole): string[] {
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

function envelope(whole: Whole, width: number): string[] {
  const { record, kept, told, listed, withdrawn } = whole;
  const { campaign, ruled } = record;
  const newest = kept.at(-1);
  const facts: [string, string | undefined][] = [
    ["case", campaign],
    ["kept", keptLine(kept)],
    ["seen", seenLine(whole)],
    ["since", told?.firstAt == null ? undefined : sinceLine(told.firstAt, told.lastAt)],
    ["grown", told === undefined ? undefined : grownLine(told)],
    ["because", newest && caseReason(newest.verdict)],
    ["next", nextLine(kept)],
    ["recall", listed === 0 ? undefined : `${listed} reached people; ${withdrawn} withdrawn since`],
    ["ruled", ruled && `${ruled.ruling}, by ${ruled.by}, ${shortTime(ruled.at)}`],
  ];
  return facts
    .filter((fact): fact is [string, string] => fact[1] !== undefined)
    .flatMap(([name, value]) =>
      wrap(printable(value), Math.max(20, width - 11)).map(
        (line, at) => `${(at === 0 ? name : "").padEnd(11)}${line}`,
      ),
    );
}

function keptLine(kept: readonly KeptSummary[]): string {
  const counts = new Map<KeptState, number>();
  for (const { state } of kept) counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = keptStates
    .filter((state) => counts.has(state))
    .map((state) => `${counts.get(state)} ${state}`)
    .join(", ");
  const domains = new Set(kept.map(({ sender }) => domainOf(hostOf(sender) ?? "")));
  const from = `from ${amount(domains.size, "domain")}`;
  return kept.length === 0 ? "nothing" : `${states}, ${from}`;
}

function seenLine({ told, silence }: Whole): string {
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

/** Of those that wait, when the home server first takes a request no more. */
function nextLine(kept: readonly KeptSummary[]): string | undefined {
  const waiting = kept.filter(waits).map(({ replayUntil }) => replayUntil);
  if (waiting.length === 0) return undefined;
  const first = waiting.reduce((one, other) => epochMs(Math.min(one, other)));
  return `the home server takes the first request until ${shortTime(first)} UTC`;
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

interface Row {
  readonly receipt: string;
  readonly at: EpochMs;
  readonly fate: string;
  readonly sender: ActorId;
  readonly note: string;
}

/** Who has standing or a ruling of its own comes first: there a case may be wrong. */
function rowsOf({ kept, told, record }: Whole): readonly Row[] {
  const known = new Set(told?.members.filter((one) => one.known).map(({ actor }) => actor));
  const inLedger = kept.map((one): Row => {
    const { receipt, arrivedAt: at, state, sender } = one;
    return { receipt, at, fate: state, sender, note: noteOn(one, known, record) };
  });
  const names = new Set<string>(inLedger.map(({ receipt }) => receipt));
  const others = (told?.members ?? []).filter(({ receipt }) => !names.has(receipt));
  const passed = others.map(({ receipt, at, actor: sender, known: isKnown }): Row => {
    return { receipt, at, fate: "passed", sender, note: isKnown ? "known here" : "" };
  });
  const rows = [...inLedger, ...passed].sort((a, b) => b.at - a.at);
  return [...rows.filter(({ note }) => note !== ""), ...rows.filter(({ note }) => note === "")];
}

function noteOn(
  { state, sender, ruledBy }: KeptSummary,
  known: ReadonlySet<ActorId>,
  { ruled }: CaseRecord,
): string {
  if (known.has(sender)) return "known here";
  if (ruled === undefined || ruledBy === undefined) return "";
  const word = state === "rejected" ? "spam" : "ham";
  return word === ruled.ruling ? "" : `ruled ${word} by itself`;
}

function memberLines(whole: Whole, output: Output): string[] {
  const rows = rowsOf(whole);
  if (rows.length === 0) return [];
  const cells = rows
    .slice(0, shownMax)
    .map(({ receipt, at, fate, sender, note }) => [
      ...[receipt, shortTime(at), fate, shortSender(sender), note],
    ]);
  const titles = ["receipt", "arrived (UTC)", "now", "sender", ""].map((title) => ({ title }));
  const more = rows.length - cells.length;
  return ["", ...table(titles, cells, output.width), ...(more > 0 ? [`and ${more} more`] : [])];
}

function wholeAsJson(whole: Whole): object {
  const { record, told, common, kept } = whole;
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
    common,
    recall: { listed: whole.listed, withdrawn: whole.withdrawn },
    members: rowsOf(whole).map(({ at, ...row }) => ({ ...row, at: iso(at) })),
    verdict: kept.at(-1)?.verdict ?? null,
  };
}

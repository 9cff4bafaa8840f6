// `cases`: what was kept back, and a moderator's word on it.

import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { after, day, type EpochMs } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import { type Kept, type KeptState, type KeptSummary, keptStates } from "../model/kept.ts";
import type { Rung } from "../model/rung.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "../services/config.ts";
import { isBeyondReach } from "../services/ladder/deadline.ts";
import { type Hand, handOf, tellFolder } from "./allow.ts";
import { expiringLine } from "./cases-expiring.ts";
import { tellIdle } from "./cases-idle.ts";
import { quotaLines } from "./cases-quotas.ts";
import { recallsShown, runRecall } from "./cases-recall.ts";
import { reportAsJson, reportLine } from "./cases-reports.ts";
import { runShowWhole } from "./cases-show-whole.ts";
import { caseAsJson, type Listed, listTable } from "./cases-table.ts";
import { byHand, openWay, wayLines, wayNames } from "./cases-ways.ts";
import {
  campaignIn,
  ruleWhole,
  type WholeLedger,
  type WholeOptions,
  wholeAsJson,
  wholeLines,
} from "./cases-whole.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { explain } from "./explain-table.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";
import { withStore } from "./with-store.ts";

export interface ListOptions extends CommonOptions {
  readonly each?: boolean;
  readonly states?: string;
  readonly limit?: string;
}

export interface ShowOptions extends CommonOptions {
  readonly body?: boolean;
}

export interface RulingOptions extends CommonOptions, WholeOptions {}

export function casesCommand(frame: Frame): Command {
  const cases = new Command("cases")
    .summary("list what was kept back, and rule on it")
    .description("What was kept back, why, and what became of it.");
  withHelp(cases, "breakwater cases list --states held");
  cases.addCommand(listCommand(frame));
  cases.addCommand(showCommand(frame));
  cases.addCommand(rulingCommand("release", frame));
  cases.addCommand(rulingCommand("refuse", frame));
  cases.addCommand(recallCommand(frame));
  return cases;
}

function listCommand(frame: Frame): Command {
  const command = new Command("list")
    .summary("list cases: kept deliveries, those of a campaign on one line, newest first")
    .option("--states <states>", "which, separated by commas", "settling,held,releasing")
    .option("--limit <n>", "how many at most", "50")
    .option("--each", "each delivery on a line of its own, also those of one campaign");
  withHelp(withJson(withState(withConfig(command))), "breakwater cases list --states held");
  return command.action(
    ending(frame, (options: ListOptions) =>
      withStore(frame, options, "complain", async ({ ledger }) => {
        const { config } = await readConfig({ config: options.config }, frame);
        const code = await runList(ledger, options, frame.now(), frame.output);
        if (options.json) return code;
        if (code === exitCodes.no) await tellIdle(config.mode, ledger, frame.output);
        const found = await ledger.list(statesIn(options.states), expiringMax);
        const expiring = expiringLine(found, config.expireAfterMs, frame.now());
        if (expiring !== undefined) frame.output.aside(expiring);
        for (const line of quotaLines(await ledger.usage(), config.quotas))
          frame.output.aside(line);
        return code;
      }),
    ),
  );
}

function showCommand(frame: Frame): Command {
  const command = new Command("show")
    .summary("show one kept delivery and its verdict, or a campaign's case")
    .argument("<receipt>", "as `cases list` shows it, such as 01J9ZK or c41")
    .option("--body", "print what was sent as well: it may be a private message");
  withHelp(withJson(withState(withConfig(command))), "breakwater cases show c41");
  return command.action(
    ending(frame, async (receipt: string, options: ShowOptions) => {
      const { config } = await readConfig({ config: options.config }, frame);
      const campaign = campaignIn(receipt);
      return withStore(frame, options, "complain", (store) =>
        campaign === undefined
          ? runShow(receipt, options, store.ledger, config, frame.now(), frame.output)
          : runShowWhole(campaign, options, store, config, frame.output, sleep),
      );
    }),
  );
}

function recallCommand(frame: Frame): Command {
  const command = new Command("recall")
    .summary("list what reached people and is to be withdrawn at home")
    .argument("[case]", "a campaign's id, such as c41; without it, of all")
    .option("--limit <n>", "how many at most", recallsShown);
  withHelp(withJson(withState(withConfig(command))), "breakwater cases recall c41");
  return command.action(
    ending(frame, (named: string | undefined, options: ListOptions) =>
      withStore(frame, options, "complain", ({ ledger }) => {
        const campaign = named === undefined ? undefined : campaignIn(named);
        if (named !== undefined && campaign === undefined)
          throw new Complaint(`"${printable(named)}" is no case; cases are named like c41.`);
        return runRecall(campaign, limitIn(options.limit), options, ledger, frame.output);
      }),
    ),
  );
}

function rulingCommand(verb: "release" | "refuse", frame: Frame): Command {
  const summary = verb === "release" ? "not spam: let it in" : "spam: it will not be let in";
  const command = new Command(verb)
    .summary(summary)
    .argument("<receipts...>", "as `cases list` shows them; c41 is a campaign's whole case");
  if (verb === "release")
    command.option("--late", "even where the home server may no longer take it");
  else command.option("--all", "of a whole case also those whose senders people here know");
  withHelp(withJson(withState(withConfig(command))), `breakwater cases ${verb} c41`);
  return command.action(
    ending(frame, (receipts: string[], options: RulingOptions) =>
      withStore(frame, options, "complain", async ({ ledger }, folder) => {
        const hand = handOf(frame);
        const code = await runRuling(verb, receipts, options, ledger, hand, frame.output);
        if (code === exitCodes.done) tellFolder(folder, options, frame.output);
        return code;
      }),
    ),
  );
}

/** Holds that are looked at for whether they are about to go. */
const expiringMax = 1000;

/** Cases of reports that are shown beside what is kept: of the last days, the newest. */
const [week, reportsMax] = [7 * day, 20];

/** Exit code 1 if there are none. */
export async function runList(
  ledger: Pick<Ledger, "cases" | "single" | "list" | "reports">,
  options: ListOptions,
  now: EpochMs,
  output: Output,
): Promise<ExitCode> {
  const found = await listed(ledger, options, now);
  const reports = await ledger.reports(after(now, -week), reportsMax);
  if (options.json) printJson(output, [...found.map(listedAsJson), ...reports.map(reportAsJson)]);
  else if (found.length === 0) output.line("Nothing is kept back.");
  else for (const line of listTable(found, now, output)) output.line(line);
  if (!options.json) for (const one of reports) output.line(reportLine(one));
  return found.length + reports.length === 0 ? exitCodes.no : exitCodes.done;
}

async function listed(
  ledger: Pick<Ledger, "cases" | "single" | "list">,
  options: ListOptions,
  now: EpochMs,
): Promise<readonly Listed[]> {
  const [states, limit] = [statesIn(options.states), limitIn(options.limit)];
  if (options.each)
    return (await ledger.list(states, limit)).map((kept): Listed => ({ kind: "single", kept }));
  const cases = await ledger.cases(states, limit, now);
  const single = await ledger.single(states, limit);
  const all: Listed[] = [
    ...cases.map((found): Listed => ({ kind: "case", found })),
    ...single.map((kept): Listed => ({ kind: "single", kept })),
  ];
  return all.sort((a, b) => latestOf(b) - latestOf(a)).slice(0, limit);
}

function latestOf(one: Listed): EpochMs {
  return one.kind === "case" ? one.found.lastAt : one.kept.arrivedAt;
}

/** Exit code 1 if nothing was kept under that receipt. */
export async function runShow(
  receipt: string,
  options: ShowOptions,
  ledger: Pick<Ledger, "find">,
  config: Config,
  now: EpochMs,
  output: Output,
): Promise<ExitCode> {
  const kept = await ledger.find(receipt as Receipt);
  if (kept === undefined) {
    output.aside(
      `Nothing was kept under ${printable(receipt)}; "breakwater cases list" shows what was.`,
    );
    return exitCodes.no;
  }
  const body = new TextDecoder().decode(kept.delivery.body);
  if (options.json) {
    const summary = { ...kept, receipt: kept.delivery.receipt, arrivedAt: kept.delivery.at };
    printJson(output, { ...asJson(summary), ...(options.body ? { body } : {}) });
    return exitCodes.done;
  }
  for (const line of envelope(kept, now)) output.line(line);
  output.line();
  for (const line of explain(kept.verdict, config.policy, output)) output.line(line);
  if (options.body) for (const line of bodyLines(body)) output.line(line);
  return exitCodes.done;
}

/** Exit code 1 if one of them can't be ruled on any more. */
export async function runRuling(
  verb: "release" | "refuse",
  named: readonly string[],
  options: RulingOptions,
  ledger: Pick<Ledger, "rule" | "find"> & WholeLedger,
  hand: Hand,
  output: Output,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<ExitCode> {
  const done: object[] = [];
  let all = true;
  for (const name of named) {
    const campaign = campaignIn(name);
    if (campaign === undefined) {
      const one = await ruleSingle(verb, name as Receipt, options, ledger, hand);
      all &&= one.ruled;
      done.push(ruledAsJson(one));
      if (!options.json) output.line(rulingLine(verb, one));
    } else {
      const whole = await ruleWhole(verb, campaign, options, ledger, hand, wait);
      all &&= whole.found;
      done.push(wholeAsJson(whole));
      if (!options.json) for (const line of wholeLines(verb, whole)) output.line(line);
    }
  }
  if (options.json) printJson(output, done);
  return all ? exitCodes.done : exitCodes.no;
}

async function ruleSingle(
  verb: "release" | "refuse",
  receipt: Receipt,
  { late }: RulingOptions,
  ledger: Pick<Ledger, "rule" | "find">,
  hand: Hand,
): Promise<Ruled> {
  const ruling = verb === "release" ? "ham" : "spam";
  const outlook =
    verb === "release" ? await outlookFor(receipt, ledger, hand.at) : { way: undefined };
  const waits = outlook.lateSince !== undefined && !late;
  const ruled = !waits && (await ledger.rule({ receipt, ruling, ...hand }));
  return { receipt, ruled, ...outlook };
}

/** How what waits would come in now. */
interface Outlook {
  readonly way: Rung | undefined;
  /** No way is open, and the home server took the request only until then. */
  readonly lateSince?: EpochMs;
  /** What people can do instead. */
  readonly instead?: string | undefined;
}

interface Ruled extends Outlook {
  readonly receipt: Receipt;
  readonly ruled: boolean;
}

async function outlookFor(
  receipt: Receipt,
  ledger: Pick<Ledger, "find">,
  now: EpochMs,
): Promise<Outlook> {
  const kept = await ledger.find(receipt);
  if (kept?.state !== "settling" && kept?.state !== "held") return { way: undefined };
  const way = openWay(kept, now);
  if (way !== undefined) return { way };
  return { way, lateSince: kept.replayUntil, instead: byHand(kept, now) };
}

function ruledAsJson({ receipt, ruled, way, lateSince }: Ruled): object {
  const lateAt = lateSince === undefined ? null : new Date(lateSince).toISOString();
  return { receipt, ruled, way: way ?? null, lateSince: lateAt };
}

function rulingLine(verb: string, { receipt, ruled, way, lateSince, instead }: Ruled): string {
  const name = printable(receipt);
  if (lateSince !== undefined) {
    const until = `the home server took this request until ${shortTime(lateSince)} UTC`;
    if (ruled)
      return `${name}: is passed on, but ${until}; "breakwater cases show" tells its answer.`;
    const other = instead === undefined ? "" : ` Or ${printable(instead)}.`;
    return `${name}: ${until}; it may refuse it now.${other} Release it all the same with --late.`;
  }
  if (!ruled) return `${name}: nothing waits under this receipt; "breakwater cases show" says why.`;
  if (verb === "refuse") return `${name}: will not be let in.`;
  return `${name}: will be let in by ${wayNames[way ?? "replay"]}.`;
}

function statesIn(text = "settling,held,releasing"): KeptState[] {
  return text.split(",").map((name) => {
    const state = keptStates.find((one) => one === name.trim());
    if (state !== undefined) return state;
    throw new Complaint(`"${printable(name)}" is no state; known are ${keptStates.join(", ")}.`);
  });
}

function limitIn(text = "50"): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new Complaint("--limit must be a number from 1 to 99999.");
}

function envelope(kept: Kept, now: EpochMs): string[] {
  const { delivery } = kept;
  const [firstWay, ...otherWays] = wayLines(kept, now);
  const beyond = waits(kept) && isBeyondReach(kept, now);
  const facts: [string, string | undefined][] = [
    ["receipt", delivery.receipt],
    ["case", kept.verdict.campaign],
    ["sender", kept.sender],
    ["activity", kept.activityId],
    ["object", kept.objectId],
    ["inbox", delivery.path],
    ["arrived", shortTime(delivery.at)],
    ["state", `${kept.state} since ${shortTime(kept.since)}`],
    ["ruled by", kept.ruledBy],
    ["due", kept.dueAt === undefined ? undefined : shortTime(kept.dueAt)],
    ["let in", firstWay],
    ...otherWays.map((way): [string, string] => ["or", way]),
    ["too late", beyond ? "whom it was for was not notified of it" : undefined],
    ["by hand", waits(kept) && openWay(kept, now) === undefined ? byHand(kept, now) : undefined],
    ["tried", kept.triedBy === undefined ? undefined : `by ${wayNames[kept.triedBy]}`],
    ["answer", answerOf(kept)],
  ];
  return facts
    .filter((fact): fact is [string, string] => fact[1] !== undefined)
    .map(([name, value]) => `${name.padEnd(11)}${printable(value)}`);
}

function waits({ state }: Kept): boolean {
  return state === "settling" || state === "held";
}

function answerOf({ answer }: Kept): string | undefined {
  if (answer === undefined) return undefined;
  return answer.kind === "answered" ? `${answer.status}` : `unreachable: ${answer.because}`;
}

/** More would scroll the verdict away; `--json` has it all. */
const bodyLinesMax = 200;

function bodyLines(body: string): string[] {
  if (body === "") return ["", "Its bytes are gone."];
  let text = body;
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    text = body;
  }
  return ["", ...text.split("\n").slice(0, bodyLinesMax).map(indented)];
}

/** Printable alone would flatten the indentation that JSON.stringify gave. */
function indented(line: string): string {
  const spaces = /^ */.exec(line)?.[0] ?? "";
  return spaces + printable(line.slice(spaces.length));
}

function listedAsJson(one: Listed): object {
  return one.kind === "single" ? asJson(one.kept) : caseAsJson(one.found);
}

function asJson(kept: KeptSummary): object {
  const { receipt, sender, state, verdict, activityId, objectId, ruledBy } = kept;
  const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  return {
    receipt,
    state,
    sender,
    activityId: activityId ?? null,
    objectId: objectId ?? null,
    arrivedAt: iso(kept.arrivedAt),
    since: iso(kept.since),
    dueAt: iso(kept.dueAt),
    replayUntil: iso(kept.replayUntil),
    laterWays: kept.laterWays.map(({ rung, until }) => ({ rung, until: iso(until) })),
    triedBy: kept.triedBy ?? null,
    ruledBy: ruledBy ?? null,
    verdict,
  };
}

// `cases`: what was kept back, and a moderator's word on it.

import { Command } from "commander";
import { after, day, type EpochMs } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import { type KeptState, keptStates } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import { pendingRulings } from "../services/cases/pending.ts";
import { campaignIn, type RulingWord } from "../services/cases/preview.ts";
import { configInForce } from "../services/tuning.ts";
import { handOf, tellFolder } from "./allow.ts";
import { gateOn } from "./ask-of-campaign.ts";
import { drawnLine } from "./cases-drawn.ts";
import { expiringLine } from "./cases-expiring.ts";
import { tellIdle } from "./cases-idle.ts";
import { runOrders } from "./cases-orders.ts";
import { pendingLines, runUndo } from "./cases-pending.ts";
import { quotaLines } from "./cases-quotas.ts";
import { recallsShown, runRecall } from "./cases-recall.ts";
import { reportAsJson, reportLine } from "./cases-reports.ts";
import { type RulingOptions, runRuling } from "./cases-rule.ts";
import { runShow, type ShowOptions, type TellWords } from "./cases-show.ts";
import { runShowWhole } from "./cases-show-whole.ts";
import { caseAsJson, keptAsJson, type Listed, listTable } from "./cases-table.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";
import { withStore } from "./with-store.ts";

export interface ListOptions extends CommonOptions {
  readonly each?: boolean;
  readonly states?: string;
  readonly limit?: string;
}

export function casesCommand(frame: Frame): Command {
  const cases = new Command("cases")
    .summary("list what was kept back, and rule on it")
    .description("What was kept back, why, and what became of it.");
  withHelp(cases, "breakwater cases list --states held");
  cases.addCommand(listCommand(frame));
  cases.addCommand(showCommand(frame));
  cases.addCommand(rulingCommand("release", frame));
  cases.addCommand(rulingCommand("refuse", frame));
  cases.addCommand(undoCommand(frame));
  cases.addCommand(recallCommand(frame));
  cases.addCommand(ordersCommand(frame));
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
      withStore(frame, options, "complain", async ({ ledger, ownRecords }) => {
        const { config } = await readConfig({ config: options.config }, frame);
        const code = await runList(ledger, options, frame.now(), frame.output);
        if (options.json) return code;
        if (code === exitCodes.no) await tellIdle(config.mode, ledger, frame.output);
        const found = await ledger.list(statesIn(options.states), expiringMax);
        const expiring = expiringLine(found, config.expireAfterMs, frame.now());
        if (expiring !== undefined) frame.output.aside(expiring);
        const drawn = drawnLine(found, (await ledger.setting("seed")) ?? "");
        if (drawn !== undefined && config.tune !== "off") frame.output.aside(drawn);
        for (const line of pendingLines(await pendingRulings(ownRecords))) frame.output.aside(line);
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
      return withStore(frame, options, "complain", async (store) => {
        const { ledger } = store;
        const inForce = await configInForce(config, ledger);
        const { output } = frame;
        if (campaign !== undefined)
          return runShowWhole(
            campaign,
            options,
            store,
            inForce,
            frame.now(),
            output,
            gateOn(ledger),
          );
        return runShow(receipt, options, ledger, inForce, frame.now(), output, tellIn(store));
      });
    }),
  );
}

/** Loaded when it is asked for: it brings what is shipped to learn with. */
function tellIn({ lessonBook }: Pick<Store, "lessonBook">): TellWords {
  return async (kept) => {
    const { spamWordsOf } = await import("../services/spam-words-of.ts");
    return spamWordsOf(kept, lessonBook);
  };
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
        const campaign = caseNamed(named);
        return runRecall(campaign, limitIn(options.limit), options, ledger, frame.output);
      }),
    ),
  );
}

function ordersCommand(frame: Frame): Command {
  const command = new Command("orders")
    .summary("list what moderators ordered on campaigns for what comes later")
    .option("--end <case>", "end the order on it: what comes is judged as ever");
  withHelp(withJson(withState(withConfig(command))), "breakwater cases orders --end c41");
  return command.action(
    ending(frame, (options: CommonOptions & { readonly end?: string }) =>
      withStore(frame, options, "complain", (store) => {
        const hand = { ...handOf(frame), through: "command" } as const;
        return runOrders(caseNamed(options.end), options, store, hand, frame.output);
      }),
    ),
  );
}

function caseNamed(text: string | undefined): CampaignId | undefined {
  const campaign = text === undefined ? undefined : campaignIn(text);
  if (text !== undefined && campaign === undefined)
    throw new Complaint(`"${printable(text)}" is no case; cases are named like c41.`);
  return campaign;
}

function rulingCommand(verb: RulingWord, frame: Frame): Command {
  const summary = verb === "release" ? "not spam: let it in" : "spam: it will not be let in";
  const command = new Command(verb)
    .summary(summary)
    .argument("<receipts...>", "as `cases list` shows them; c41 is a campaign's whole case");
  if (verb === "release")
    command.option("--late", "even where the home server may no longer take it");
  else command.option("--all", "of a whole case also those whose senders people here know");
  if (verb === "refuse") command.option("--keep", "and refuse copies of it that come later");
  else command.option("--never-again", "and let in copies of it that come later");
  command.option("--until <when>", "when that order ends: a while (30d) or a day (2026-12-24)");
  command.option("--dry-run", "say what it would do and to whom, and do nothing");
  command.option("--now", "at once: also in a terminal, where half a minute is left to undo it");
  withHelp(withJson(withState(withConfig(command))), `breakwater cases ${verb} c41`);
  return command.action(
    ending(frame, (receipts: string[], options: RulingOptions) =>
      withStore(frame, options, "complain", async (store, folder) => {
        const hand = { ...handOf(frame), through: "command" } as const;
        const code = await runRuling(verb, receipts, options, store, hand, frame.output);
        if (code === exitCodes.done && !options.dryRun) tellFolder(folder, options, frame.output);
        return code;
      }),
    ),
  );
}

function undoCommand(frame: Frame): Command {
  const command = new Command("undo")
    .summary("take back a ruling in its first half minute")
    .argument("[name]", "a case or receipt that it was given for; without it, your last one");
  withHelp(withJson(withState(withConfig(command))), "breakwater cases undo c41");
  return command.action(
    ending(frame, (named: string | undefined, options: CommonOptions) =>
      withStore(frame, options, "complain", (store) => {
        const hand = { ...handOf(frame), through: "command" } as const;
        return runUndo(named, options, store, hand, frame.output);
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

function listedAsJson(one: Listed): object {
  return one.kind === "single" ? keptAsJson(one.kept) : caseAsJson(one.found);
}

// `cases`: what was kept back, and a moderator's word on it.

import { Command } from "commander";
import type { CampaignId } from "../model/campaign.ts";
import { pendingRulings } from "../services/cases/pending.ts";
import { campaignIn, type RulingWord } from "../services/cases/preview.ts";
import { configInForce } from "../services/tuning.ts";
import { handOf, tellFolder } from "./allow.ts";
import { gateOn } from "./ask-of-campaign.ts";
import { drawnLine } from "./cases-drawn.ts";
import { expiringLine } from "./cases-expiring.ts";
import { tellIdle } from "./cases-idle.ts";
import { type ListOptions, limitIn, runList, statesIn, whoseIn } from "./cases-list.ts";
import { runAssign, runNote } from "./cases-notes.ts";
import { runOrders } from "./cases-orders.ts";
import { pendingLines, runUndo } from "./cases-pending.ts";
import { quotaLines } from "./cases-quotas.ts";
import { recallsShown, runRecall } from "./cases-recall.ts";
import { type RulingOptions, runRuling } from "./cases-rule.ts";
import { runShow, type ShowOptions, type TellWords } from "./cases-show.ts";
import { runShowWhole } from "./cases-show-whole.ts";
import { runSplit, type SplitOptions } from "./cases-split.ts";
import type { Frame } from "./context.ts";
import { Complaint, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";
import { withStore } from "./with-store.ts";

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
  cases.addCommand(splitCommand(frame));
  cases.addCommand(noteCommand(frame));
  cases.addCommand(assignCommand(frame));
  return cases;
}

function listCommand(frame: Frame): Command {
  const command = new Command("list")
    .summary("list cases: kept deliveries, those of a campaign on one line, most urgent first")
    .option("--states <states>", "which, separated by commas", "settling,held,releasing")
    .option("--limit <n>", "how many at most", "50")
    .option("--each", "each delivery on a line of its own, also those of one campaign")
    .option("--waves", "only campaigns")
    .option("--singles", "only what stands by itself")
    .option("--symbol <symbol>", "only what a signal or reason of that name spoke of")
    .option("--host <host>", "only what came from there, or from below that domain")
    .option("--text <text>", "only what has it in sender, domain, receipt or case")
    .option("--assigned [name]", "only what you, or somebody else, look after")
    .option("--unassigned", "only what nobody looks after");
  withHelp(withJson(withState(withConfig(command))), "breakwater cases list --states held");
  return command.action(
    ending(frame, (options: ListOptions) =>
      withStore(frame, options, "complain", async ({ ledger, ownRecords }) => {
        const { config } = await readConfig({ config: options.config }, frame);
        const whose = await whoseIn(options, handOf(frame).by, ownRecords);
        const code = await runList(ledger, options, frame.now(), frame.output, whose);
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
        const hand = handOf(frame);
        return runOrders(caseNamed(options.end), options, store, hand, frame.output);
      }),
    ),
  );
}

function splitCommand(frame: Frame): Command {
  const command = new Command("split")
    .summary("say what of a case does not belong: it becomes a case of its own")
    .argument("<case>", "a campaign's id, such as c41")
    .argument("[receipts...]", "those that don't belong")
    .option("--domain <domain>", "all of it that came from there");
  withHelp(withJson(withState(withConfig(command))), "breakwater cases split c41 01J9ZK");
  return command.action(
    ending(frame, (named: string, receipts: string[], options: SplitOptions & CommonOptions) =>
      withStore(frame, options, "complain", ({ ledger }) => {
        const hand = handOf(frame);
        const from = caseNamed(named) as CampaignId;
        return runSplit(from, receipts, options, ledger, hand, frame.output, gateOn(ledger));
      }),
    ),
  );
}

function noteCommand(frame: Frame): Command {
  const command = new Command("note")
    .summary("write something about a case for the other moderators, or read what they wrote")
    .argument("<receipt>", "as `cases list` shows it, such as 01J9ZK or c41")
    .argument("[text...]", "plain text; without it, what was noted is listed");
  const example = 'breakwater cases note c41 "asked their admin, no answer yet"';
  withHelp(withJson(withState(withConfig(command))), example);
  return command.action(
    ending(frame, (named: string, words: string[], options: CommonOptions) =>
      withStore(frame, options, "complain", (store) => {
        const hand = handOf(frame);
        const text = words.length === 0 ? undefined : words.join(" ");
        return runNote(named, text, options, store, hand, frame.output);
      }),
    ),
  );
}

function assignCommand(frame: Frame): Command {
  const command = new Command("assign")
    .summary("say that you, or somebody else, look after a case")
    .argument("<receipt>", "as `cases list` shows it, such as 01J9ZK or c41")
    .option("--to <name>", "somebody else, by the name that they sign in with")
    .option("--drop", "nobody looks after it");
  withHelp(withJson(withState(withConfig(command))), "breakwater cases assign c41");
  return command.action(
    ending(frame, (named: string, options: CommonOptions & { to?: string; drop?: boolean }) =>
      withStore(frame, options, "complain", (store) => {
        const hand = handOf(frame);
        return runAssign(named, options, store, hand, frame.output);
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
        const hand = handOf(frame);
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
        const hand = handOf(frame);
        return runUndo(named, options, store, hand, frame.output);
      }),
    ),
  );
}

/** Holds that are looked at for whether they are about to go. */
const expiringMax = 1000;

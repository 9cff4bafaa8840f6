// `rules`: what an admin wrote to catch a kind of mail by, tried before it does anything.

import { Command } from "commander";
import type { WrittenRule } from "../model/admin-rule.ts";
import type { Hand } from "../model/hand.ts";
import {
  adminRule,
  adminRules,
  confirmRule,
  endRule,
  triedAgain,
  writeRule,
} from "../services/admin-rules.ts";
import { dropRuleOn } from "../services/governing.ts";
import { hitsOf } from "../services/rule-hits.ts";
import { type RuleTried, tryRule } from "../services/rule-trial.ts";
import { handOf, tellFolder } from "./allow.ts";
import type { Context, Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { proposeCommand } from "./rules-propose.ts";
import { rulesSources } from "./rules-sources.ts";
import { confirmedLine, nextLines, ruleAsJson, rulesTable, triedLines } from "./rules-text.ts";
import { type WrittenOptions, withEffect, withPattern, writtenFrom } from "./rules-written.ts";
import { shownSubject } from "./subject.ts";
import { withStore } from "./with-store.ts";

export interface ListRulesOptions extends CommonOptions {
  readonly all?: boolean;
}

export interface AddOptions extends WrittenOptions {
  readonly byItself?: boolean;
}

export interface ConfirmOptions extends CommonOptions {
  readonly code?: string;
}

export interface EndOptions extends CommonOptions {
  readonly why?: string;
}

export function rulesCommand(frame: Frame): Command {
  const rules = new Command("rules")
    .summary("rules of your own, on words, links and names")
    .description(
      "What you write to catch a kind of mail by. Each rule is tried on kept and recorded mail " +
        "first, and does nothing until you confirm it.",
    );
  withHelp(rules, 'breakwater rules try --words "casino bonus"');
  rules.addCommand(listCommand(frame));
  rules.addCommand(tryCommand(frame));
  rules.addCommand(addCommand(frame));
  rules.addCommand(confirmCommand(frame));
  rules.addCommand(endCommand(frame));
  rules.addCommand(proposeCommand(frame));
  return rules;
}

function withCommon(command: Command, example: string): Command {
  return withHelp(withJson(withState(withConfig(command))), example);
}

function listCommand(frame: Frame): Command {
  const command = new Command("list")
    .summary("list the rules that stand, and whom they met")
    .option("--all", "also those that ended within a year");
  return withCommon(command, "breakwater rules list").action(
    ending(frame, (options: ListRulesOptions) =>
      withStore(frame, options, "complain", (store) =>
        runRulesList(options, store, frame.now(), frame.output),
      ),
    ),
  );
}

/** Exit code 1 if there is none. */
export async function runRulesList(
  { json, all }: ListRulesOptions,
  { ownRecords, ledger }: Pick<Store, "ownRecords" | "ledger">,
  now: ReturnType<Context["now"]>,
  output: Output,
): Promise<ExitCode> {
  const rules = await adminRules(ownRecords, all ? "all" : "standing");
  const listed = await Promise.all(
    rules.map(async (rule) => ({ rule, hits: await hitsOf(ownRecords, rule.id) })),
  );
  const senders = await ledger.rules();
  const isEmpty = listed.length + senders.length === 0;
  if (json) printJson(output, listed.map(ruleAsJson));
  else if (isEmpty) output.line("There are no rules.");
  else for (const line of rulesTable(listed, senders, now, output)) output.line(line);
  return isEmpty ? exitCodes.no : exitCodes.done;
}

function tryCommand(frame: Frame): Command {
  const command = new Command("try")
    .summary("say whom a rule would have met, and keep nothing")
    .argument("[rule]", "one that was written already, such as r3");
  return withCommon(withPattern(command), 'breakwater rules try --words "casino bonus"').action(
    ending(frame, (id: string | undefined, options: WrittenOptions) =>
      withStore(frame, options, "complain", (store, _, { home }) => {
        const { now, output } = frame;
        if (id !== undefined) return runTryAgain(id, options, store, now(), output, frame);
        return runTry(writtenFrom(options, home, now()), options, store, now(), output, frame);
      }),
    ),
  );
}

type Moment = ReturnType<Context["now"]>;
type Reading = Pick<Context, "input" | "directory">;

export async function runTry(
  written: WrittenRule,
  options: WrittenOptions,
  store: Store,
  now: Moment,
  output: Output,
  place: Reading,
): Promise<ExitCode> {
  const tried = await triedHere(written, options, store, now, place);
  if (options.json) printJson(output, tried);
  else for (const line of triedLines(tried, output)) output.line(line);
  return exitCodes.done;
}

/** What came out stands with the rule from now on. */
export async function runTryAgain(
  id: string,
  options: WrittenOptions,
  store: Store,
  now: Moment,
  output: Output,
  place: Reading,
): Promise<ExitCode> {
  const rule = await adminRule(store.ownRecords, id);
  if (rule === undefined) throw noSuchRule(id);
  const tried = await triedHere(rule, options, store, now, place);
  await triedAgain(store.ownRecords, rule.id, tried);
  if (options.json) printJson(output, tried);
  else for (const line of triedLines(tried, output)) output.line(line);
  const next = await adminRule(store.ownRecords, id);
  if (!options.json && next?.state === "shadow")
    for (const line of ["", ...nextLines(next, now)]) output.line(line);
  return exitCodes.done;
}

async function triedHere(
  written: WrittenRule,
  { on }: WrittenOptions,
  store: Store,
  now: Moment,
  place: Reading,
): Promise<RuleTried> {
  const tried = await tryRule(written, await rulesSources(store, on, place), now);
  if (!tried.ok) throw new Complaint(`${printable(tried.error)}.`);
  return tried.value;
}

function addCommand(frame: Frame): Command {
  const command = new Command("add")
    .summary("write a rule; it is tried, and waits in the shadow")
    .option("--by-itself", "in force after a day, if nothing that it meets is let in");
  return withCommon(
    withEffect(withPattern(command)),
    'breakwater rules add --words "casino bonus" --do hold --note "wave of Friday"',
  ).action(
    ending(frame, (options: AddOptions) =>
      withStore(frame, options, "make", async (store, folder, { home }) => {
        const written = writtenFrom(options, home, frame.now());
        const code = await runAdd(written, options, store, handOf(frame), frame.output, frame);
        tellFolder(folder, options, frame.output);
        return code;
      }),
    ),
  );
}

export async function runAdd(
  written: WrittenRule,
  options: AddOptions,
  store: Store,
  hand: Hand,
  output: Output,
  place: Reading,
): Promise<ExitCode> {
  const trial = await triedHere(written, options, store, hand.at, place);
  const writing = { written, trial, byItself: options.byItself ?? false };
  const rule = await writeRule(store.ownRecords, writing, hand);
  if (!rule.ok) throw new Complaint(`${printable(rule.error)}.`);
  const asJson = ruleAsJson({ rule: rule.value, hits: undefined });
  if (options.json) printJson(output, { ...asJson, tried: trial });
  else
    for (const line of [...triedLines(trial, output), "", ...nextLines(rule.value, hand.at)])
      output.line(line);
  return exitCodes.done;
}

function confirmCommand(frame: Frame): Command {
  const command = new Command("confirm")
    .summary("put a rule in force")
    .argument("<rule>", "as `rules list` names it, such as r3")
    .option("--code <letters>", "from the end of its dry run, where it rejects or allows");
  return withCommon(command, "breakwater rules confirm r3").action(
    ending(frame, (id: string, options: ConfirmOptions) =>
      withStore(frame, options, "complain", (store) =>
        runConfirm(id, options, store, handOf(frame), frame.output),
      ),
    ),
  );
}

/** Exit code 1 where it can't be in force yet. */
export async function runConfirm(
  id: string,
  { code, json }: ConfirmOptions,
  { ownRecords }: Pick<Store, "ownRecords">,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  if ((await adminRule(ownRecords, id)) === undefined) throw noSuchRule(id);
  const confirmed = await confirmRule(ownRecords, id, code, hand);
  if (!confirmed.ok) {
    output.aside(`${printable(confirmed.error)}.`);
    return exitCodes.no;
  }
  if (json) printJson(output, ruleAsJson({ rule: confirmed.value, hits: undefined }));
  else output.line(confirmedLine(confirmed.value));
  return exitCodes.done;
}

function endCommand(frame: Frame): Command {
  const command = new Command("end")
    .summary("end a rule at once")
    .argument("<rule>", "as `rules list` names it: r3, or the host or actor of an old one")
    .option("--why <reason>", "for those who read it later");
  return withCommon(command, 'breakwater rules end r3 --why "it held the film club"').action(
    ending(frame, (id: string, options: EndOptions) =>
      withStore(frame, options, "complain", (store) =>
        runEnd(id, options, store, handOf(frame), frame.output),
      ),
    ),
  );
}

/** Exit code 1 if none stands by that name. */
export async function runEnd(
  id: string,
  { why, json }: EndOptions,
  { ownRecords, ledger }: Pick<Store, "ownRecords" | "ledger">,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const onSender = (await ledger.rules()).find(({ subject }) => shownSubject(subject) === id);
  const done =
    onSender === undefined
      ? await endRule(ownRecords, id, why ?? "", hand)
      : await dropRuleOn({ ledger, ownRecords }, onSender.subject, hand);
  const name = printable(id);
  if (json) printJson(output, { rule: id, ended: done });
  else output.line(done ? `${name} has ended.` : `No rule stands by the name ${name}.`);
  return done ? exitCodes.done : exitCodes.no;
}

function noSuchRule(id: string): Complaint {
  return new Complaint(`there is no rule ${printable(id)}; "breakwater rules list" shows them.`);
}

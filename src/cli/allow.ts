// `allow` and `refuse`: an admin's rule on a host or an actor, which wins over every signal.

import { Command } from "commander";
import { domainOf } from "../engine/text/domain.ts";
import type { Hand } from "../model/hand.ts";
import { hostOf } from "../model/ids.ts";
import type { Rule } from "../model/rule.ts";
import type { Shelf } from "../ports/documents.ts";
import type { Config } from "../services/config.ts";
import { dropRuleOn, makeRule } from "../services/governing.ts";
import { presenceIn } from "../services/presence.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { momentAhead, shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { formOf, shownSubject, subjectOf } from "./subject.ts";
import { table } from "./table.ts";
import { withStore } from "./with-store.ts";

export interface RuleOptions extends CommonOptions {
  readonly until?: string;
  readonly why?: string;
  readonly drop?: boolean;
}

/** Who rules and when: what a rule is audited by. */
type Decision = Rule["decision"];

export function ruleCommand(decision: Decision, frame: Frame): Command {
  const effect = decision === "allow" ? "always let in" : "always refuse";
  const command = new Command(decision)
    .summary(`${effect} a host or an actor`)
    .description(
      `From now on, ${effect} what a host or an actor sends, whatever it says. A rule on a whole ` +
        "domain (spam.example) covers every host below it. " +
        "Without a subject: list these rules.",
    )
    .argument("[subject]", "a host, or an actor's URL")
    .option("--until <when>", "a while (30d) or a day (2026-12-24, to its end, UTC)")
    .option("--why <reason>", "for those who read the rule later")
    .option("--drop", "take the rule back");
  withHelp(
    withJson(withState(withConfig(command))),
    decision === "allow"
      ? 'breakwater allow https://news.example/users/daily --why "our local paper"'
      : 'breakwater refuse spam.example --until 30d --why "open sign-ups, no moderator"',
  );
  return command.action(
    ending(frame, async (subject: string | undefined, options: RuleOptions) => {
      if (subject === undefined)
        return withStore(frame, options, "complain", (store) =>
          listRules(decision, options, store, frame.output),
        );
      const hand = handOf(frame);
      refuseTypos(subject, options, hand);
      return withStore(frame, options, options.drop ? "complain" : "make", async (...opened) => {
        const [store, folder, config] = opened;
        if (!options.drop) await refuseOwn(subject, config, store);
        const code = await runRule(decision, subject, options, store, hand, frame.output);
        tellFolder(folder, options, frame.output);
        return code;
      });
    }),
  );
}

/** Before a store is opened: a folder is made for a rule, not for a mistyped one. */
function refuseTypos(subject: string, { until }: RuleOptions, { at }: Hand): void {
  formOf(subject);
  if (until !== undefined) momentAhead(until, at);
}

export function handOf(frame: Pick<Frame, "environment" | "now">): Hand {
  const { environment } = frame;
  const by = environment["USER"] || environment["LOGNAME"] || "admin";
  return { by, at: frame.now(), through: "command" };
}

/** A rule in a folder that no gate reads helps nobody, and looks just like one that does. */
export function tellFolder(folder: string, { json }: CommonOptions, output: Output): void {
  if (!json) output.aside(`This stands in ${printable(folder)}.`);
}

/** Mail of our own people does not come this way, so a rule on them would only seem to help. */
async function refuseOwn(
  text: string,
  { home, publicUrl }: Config,
  { ledger, documents }: Pick<Store, "ledger" | "documents">,
): Promise<void> {
  const subject = await subjectOf(text, documents);
  const host = subject.kind === "host" ? subject.host : hostOf(subject.actor);
  const origins = [home.origin, publicUrl].flatMap((one) => (one === undefined ? [] : [one]));
  const own = [...origins.map(hostOf), ...((await presenceIn(ledger))?.hosts ?? [])];
  if (host === undefined || !own.includes(host)) return;
  throw new Complaint(
    `${printable(host)} is this server itself: mail of its own people does not come through the ` +
      "gate, so a rule on it would do nothing.",
  );
}

type RuleStores = Pick<Store, "ledger" | "ownRecords"> & { readonly documents: Shelf };

export async function runRule(
  decision: Decision,
  text: string,
  options: RuleOptions,
  { ledger, documents, ownRecords }: RuleStores,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const subject = await subjectOf(text, documents);
  const shown = printable(shownSubject(subject));
  if (options.drop) {
    const dropped = await dropRuleOn({ ledger, ownRecords }, subject, hand);
    output.line(dropped ? `The rule on ${shown} is gone.` : `There was no rule on ${shown}.`);
    return dropped ? exitCodes.done : exitCodes.no;
  }
  const expiresAt = options.until === undefined ? undefined : momentAhead(options.until, hand.at);
  const why = options.why ?? "";
  const rule: Rule = { decision, subject, by: hand.by, why, madeAt: hand.at, expiresAt };
  await makeRule({ ledger, ownRecords }, rule, hand);
  if (options.json) printJson(output, ruleAsJson(rule));
  else output.line(sentence(rule));
  return exitCodes.done;
}

/** Exit code 1 if there is none. */
export async function listRules(
  decision: Decision,
  options: CommonOptions,
  { ledger }: Pick<Store, "ledger">,
  output: Output,
): Promise<ExitCode> {
  const rules = (await ledger.rules()).filter((rule) => rule.decision === decision);
  if (options.json) printJson(output, rules.map(ruleAsJson));
  else if (rules.length === 0) output.line(`Nobody is ${past(decision)} by a rule.`);
  else for (const line of rulesTable(rules, output)) output.line(line);
  return rules.length === 0 ? exitCodes.no : exitCodes.done;
}

function rulesTable(rules: readonly Rule[], output: Output): string[] {
  const titles = ["subject", "since", "until", "by", "why"].map((title) => ({ title }));
  const rows = rules.map((rule) => [
    shownSubject(rule.subject),
    shortTime(rule.madeAt),
    rule.expiresAt === undefined ? "for good" : shortTime(rule.expiresAt),
    rule.by,
    rule.why,
  ]);
  return table(titles, rows, output.width);
}

function sentence(rule: Rule): string {
  const until = rule.expiresAt === undefined ? "" : ` until ${shortTime(rule.expiresAt)} UTC`;
  const { subject } = rule;
  const whole = subject.kind === "host" && isDomain(subject.host);
  const below = whole ? ", with every host below it," : "";
  const alone = subject.kind === "host" && !whole ? " This is about that host alone." : "";
  const name = printable(shownSubject(subject));
  return `${name}${below} is ${past(rule.decision)}${until}.${alone}`;
}

/** Whether all below it is one owner's: not so for `co.uk`, an address, or a host of a domain. */
function isDomain(host: string): boolean {
  return domainOf(`below.${host}`) === host;
}

function past(decision: Decision): string {
  return decision === "allow" ? "allowed" : "refused";
}

function ruleAsJson(rule: Rule): object {
  const { decision, by, why } = rule;
  const until = rule.expiresAt === undefined ? null : new Date(rule.expiresAt).toISOString();
  const madeAt = new Date(rule.madeAt).toISOString();
  return { decision, subject: shownSubject(rule.subject), by, why, madeAt, until };
}

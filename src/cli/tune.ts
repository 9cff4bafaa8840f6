// `tune`: a better threshold or better weights, what they would have done, and the way back.

import { Command } from "commander";
import { after, day } from "../base/units.ts";
import { whyUnlawful } from "../engine/calibrate/proposed.ts";
import type { Hand } from "../model/hand.ts";
import type { Config } from "../services/config.ts";
import { applyTuning, rollBackTuning } from "../services/governing.ts";
import { type Outlook, outlookOf } from "../services/tune.ts";
import { type Effect, effectOn } from "../services/tune-effect.ts";
import { tuningIn } from "../services/tuning.ts";
import { handOf, tellFolder } from "./allow.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { type Recorded, recordedEffect } from "./tune-recorded.ts";
import { historyLines, outlookAsJson, outlookLines } from "./tune-text.ts";
import { withStore } from "./with-store.ts";

export interface TuneOptions extends CommonOptions {
  readonly days?: string;
  readonly on?: string;
  readonly holdAt?: string;
  readonly apply?: boolean;
  readonly rollback?: boolean;
  readonly history?: boolean;
}

/** What is older is deleted: services/chronicler.ts. */
const daysMax = 14;

export function tuneCommand(frame: Frame): Command {
  const command = new Command("tune")
    .summary("see, apply or undo a better threshold and better weights")
    .description(
      "The hold threshold that keeps to the budget, and weights fitted to your rulings: what may " +
        "be promised of them, and what they would have done otherwise with the mail of the last " +
        "days. Nothing changes before --apply, unless the configuration says tune: automatic.",
    )
    .option("--apply", "put it in force, also in a gate that runs")
    .option("--rollback", "take back what was applied last")
    .option("--history", "list what was applied, taken back, or ended by an alarm")
    .option("--hold-at <decibans>", "look at this threshold instead of the budget's")
    .option("--days <n>", `try it on so many days of remembered mail, 1 to ${daysMax}`, "7")
    .option("--on <log>", "try it on a recorded traffic log instead");
  withHelp(withJson(withState(withConfig(command))), "breakwater tune --hold-at 11");
  return command.action(
    ending(frame, (options: TuneOptions) =>
      withStore(frame, options, "complain", (store, folder, config) =>
        runTune(options, { store, folder, config, hand: handOf(frame) }, frame),
      ),
    ),
  );
}

interface Place {
  readonly store: Pick<Store, "ledger" | "chronicle" | "ownRecords">;
  readonly folder: string;
  readonly config: Config;
  readonly hand: Hand;
}

/** Exit code 1 if there is nothing better, nothing to take back, or no history. */
export async function runTune(
  options: TuneOptions,
  place: Place,
  frame: Pick<Frame, "now" | "output" | "input" | "directory" | "parts">,
): Promise<ExitCode> {
  mustBeOneThing(options);
  if (options.history) return tellHistory(options, place, frame.output);
  if (options.rollback) return undo(options, place, frame.output);
  const { ledger, chronicle } = place.store;
  const parts = { ledger, chronicle, seed: (await ledger.setting("seed")) ?? "" };
  const wish = holdAtIn(options.holdAt, place.config);
  const now = frame.now();
  const days = daysIn(options.days);
  const outlook = await outlookOf(parts, place.config, now, wish);
  const { proposed } = outlook;
  const stretch = { since: after(now, -days * day), until: now };
  const { inForce, rulings } = outlook;
  const effect =
    proposed && options.on === undefined
      ? await effectOn(stretch, chronicle, inForce, proposed.settings, rulings)
      : undefined;
  const recorded =
    proposed && options.on !== undefined
      ? await recordedEffect(options.on, place.config, inForce, proposed.settings, frame)
      : undefined;
  if (options.apply) await putInForce(outlook, place);
  tell({ outlook, effect, recorded, days }, options, place, frame.output);
  return proposed === undefined ? exitCodes.no : exitCodes.done;
}

interface Found {
  readonly outlook: Outlook;
  readonly effect: Effect | undefined;
  readonly recorded: Recorded | undefined;
  readonly days: number;
}

function tell(
  { outlook, effect, recorded, days }: Found,
  options: TuneOptions,
  { folder, config }: Place,
  output: Output,
): void {
  if (options.json) {
    const applied = options.apply === true && outlook.proposed !== undefined;
    const json = outlookAsJson(outlook, config.policy, effect, recorded);
    printJson(output, { ...json, days, applied });
    return;
  }
  const tried = { days, effect, recorded };
  for (const line of outlookLines(outlook, tried, output)) output.line(line);
  if (outlook.proposed === undefined) {
    tellUntried(options, output);
    return;
  }
  output.line();
  if (!options.apply) {
    const wish = options.holdAt === undefined ? "" : ` --hold-at ${options.holdAt}`;
    output.line(`To put it in force: breakwater tune${wish} --apply`);
    return;
  }
  output.line("It is in force. A gate that runs follows within a second or two.");
  output.line("To take it back: breakwater tune --rollback");
  tellFolder(folder, options, output);
}

/** Somebody who named a log would else take the silence for its answer. */
function tellUntried({ on: log }: TuneOptions, output: Output): void {
  if (log === undefined) return;
  output.line(`There is nothing to try on ${printable(log)}.`);
  output.line("A threshold of your own: breakwater tune --hold-at N --on LOG");
}

function mustBeOneThing({ apply: wantsApply, rollback, history }: TuneOptions): void {
  const asked = [wantsApply, rollback, history].filter((one) => one === true).length;
  if (asked > 1)
    throw new Complaint("--apply, --rollback and --history are three things: ask for one.");
}

async function putInForce({ proposed }: Outlook, { store, config, hand }: Place): Promise<void> {
  if (proposed === undefined) return;
  if (config.tune === "off")
    throw new Complaint(
      'nothing tuned is in force while the configuration says "tune: off": set it to propose.',
    );
  await applyTuning(store, proposed.proposal, config.policy, hand);
}

async function undo(
  options: TuneOptions,
  { store, folder, config, hand }: Place,
  output: Output,
): Promise<ExitCode> {
  const back = await rollBackTuning(store, hand);
  if (back === false) {
    if (options.json) printJson(output, { rolledBack: false });
    else output.line("Nothing that was applied is left: the configuration counts.");
    return exitCodes.no;
  }
  const holdAt = back?.proposal.holdAt ?? config.policy.holdAt;
  if (options.json) {
    printJson(output, { rolledBack: true, holdAt, appliedBy: back?.by ?? null });
    return exitCodes.done;
  }
  const whose = back === undefined ? "the configuration" : `what ${printable(back.by)} applied`;
  output.line(`Taken back: ${whose} counts again, with hold_at ${holdAt}.`);
  tellFolder(folder, options, output);
  return exitCodes.done;
}

async function tellHistory(
  options: TuneOptions,
  { store }: Place,
  output: Output,
): Promise<ExitCode> {
  const { history } = await tuningIn(store.ledger);
  if (options.json)
    printJson(
      output,
      history.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    );
  else for (const line of historyLines(history, output)) output.line(line);
  return history.length === 0 ? exitCodes.no : exitCodes.done;
}

function holdAtIn(text: string | undefined, { policy }: Config): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,4}(?:\.\d)?$/.test(text))
    throw new Complaint("--hold-at must be a number with one decimal at most, such as 11.5.");
  const holdAt = Number(text);
  const unlawful = whyUnlawful(policy, { weights: {}, holdAt });
  if (unlawful === undefined) return holdAt;
  throw new Complaint(`${unlawful}: change hold_at in the configuration for that.`);
}

function daysIn(text = "7"): number {
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= daysMax) return days;
  throw new Complaint(`--days must be a number from 1 to ${daysMax}: what is older is deleted.`);
}

// `week`: what was kept back or would have been, what became of its senders, and whether to guard.

import { Command } from "commander";
import { after, day, type EpochMs } from "../base/units.ts";
import { settlesUntil } from "../engine/settle-window.ts";
import { profileOf, unknownServer } from "../model/server-profile.ts";
import { adviceOn } from "../services/advice.ts";
import type { Config } from "../services/config.ts";
import { policyFrom } from "../services/config-policy.ts";
import { neglectedHosts } from "../services/host-ladder.ts";
import { contactOrdered, modeOrdered } from "../services/orders.ts";
import { configInForce } from "../services/tuning.ts";
import { type WeekParts, weekOf } from "../services/week.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { weekNotes } from "./week-notes.ts";
import { promiseAsJson, promiseIn } from "./week-promise.ts";
import { weekLines } from "./week-text.ts";
import { withStore } from "./with-store.ts";

export interface WeekOptions extends CommonOptions {
  readonly days?: string;
}

/** What is older is deleted: services/chronicler.ts. */
const daysMax = 14;

export function weekCommand(frame: Frame): Command {
  const command = new Command("week")
    .summary("what a week was like, and whether to guard")
    .description(
      "Says how much mail by strangers was kept back, or would have been in watch mode, with the " +
        "leading reasons and what became of its senders since; whom it disturbed; and the " +
        "command for guard, or why not yet.",
    )
    .option("--days <n>", `how many days back, 1 to ${daysMax}`, "7");
  withHelp(withJson(withState(withConfig(command))), "breakwater week --days 14");
  return command.action(
    ending(frame, (options: WeekOptions) =>
      withStore(frame, options, "complain", (store, _, config) =>
        runWeek(options, store, config, frame.now(), frame.output),
      ),
    ),
  );
}

/** Exit code 1 if no contact was seen. */
export async function runWeek(
  options: WeekOptions,
  { ledger, chronicle }: Pick<Store, "ledger" | "chronicle">,
  config: Config,
  now: EpochMs,
  output: Output,
): Promise<ExitCode> {
  const days = daysIn(options.days);
  const mode = (await modeOrdered(ledger))?.mode ?? config.mode;
  const contact = (await contactOrdered(ledger))?.contact ?? config.policy.contact;
  const hosts = await neglectedHosts(ledger);
  const seed = (await ledger.setting("seed")) ?? "";
  const stretch = { since: after(now, -days * day), until: now };
  const wouldWaitMs = waitingUnder(await configInForce(config, ledger), seed);
  const week = await weekOf(stretch, { ledger, chronicle, mode, wouldWaitMs });
  const promise = await promiseIn({ ledger, chronicle, seed }, config, now);
  const advice = adviceOn(week, mode, config.budget);
  if (options.json) {
    const more = { days, contact, hosts, promise: promiseAsJson(promise), advice };
    printJson(output, { ...week, ...momentsOf(week), ...more });
  } else {
    const beside = { notes: weekNotes(week, contact, hosts), promise };
    for (const line of weekLines(week, days, advice, beside, output)) output.line(line);
  }
  return week.contacts === 0 ? exitCodes.no : exitCodes.done;
}

/** As the gate would draw it. What it learned of the home server is not known here. */
function waitingUnder(config: Config, seed: string): WeekParts["wouldWaitMs"] {
  const policy = policyFrom(config, seed);
  const { name, version, replayWindowMs } = config.software;
  const profile = name === undefined ? unknownServer : profileOf(name, version ?? "");
  const windowMs = replayWindowMs ?? profile.replayWindowMs;
  return (decision) => {
    const { receipt, at } = decision;
    return settlesUntil(receipt, at, decision, after(at, windowMs), policy) - at;
  };
}

function momentsOf({ since, until, firstAt }: Record<"since" | "until", EpochMs> & FirstAt) {
  const iso = (at: EpochMs): string => new Date(at).toISOString();
  return {
    since: iso(since),
    until: iso(until),
    firstAt: firstAt === undefined ? null : iso(firstAt),
  };
}

interface FirstAt {
  readonly firstAt: EpochMs | undefined;
}

function daysIn(text = "7"): number {
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= daysMax) return days;
  throw new Complaint(`--days must be a number from 1 to ${daysMax}: what is older is deleted.`);
}

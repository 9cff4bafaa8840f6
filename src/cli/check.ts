// `check`: what would be done with this activity?

import { Command } from "commander";
import { bodyBytesMax } from "../base/limits.ts";
import { type EpochMs, parseTime } from "../base/units.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Config } from "../services/config.ts";
import type { BuildReplayHouse } from "../services/replay.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { headline } from "./explain-table.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { readConfig } from "./read-config.ts";
import { readAll } from "./read-input.ts";
import { table } from "./table.ts";

export interface QuestionOptions extends CommonOptions {
  readonly inbox?: string;
  readonly signedBy?: string;
  readonly at?: string;
}

export function checkCommand(frame: Frame): Command {
  const command = new Command("check")
    .summary("judge one activity")
    .description(
      "Says what would be done with one activity, on the gate's own path, as if a stranger " +
        "had sent it now to a server that remembers nobody. Changes nothing and asks nobody.",
    )
    .argument("<file>", "the activity, in JSON; - for standard input");
  withHelp(
    withJson(withConfig(withQuestion(command))),
    "breakwater check note.json --inbox https://home.example/users/alice/inbox",
  );
  return command.action(
    ending(frame, async (file: string, options: QuestionOptions) => {
      const { config } = await readConfig(options, frame);
      const activity = await readAll(file, bodyBytesMax, frame);
      const { replayHouse } = await frame.parts();
      return runCheck(activity, options, config, replayHouse(config), frame.now(), frame.output);
    }),
  );
}

/** Options about how a delivery came, for `check` and `explain`. */
export function withQuestion(command: Command): Command {
  return command
    .option("--inbox <url>", "the inbox it comes to", "/inbox")
    .option("--signed-by <actor>", "who signed it, where that is not its author")
    .option("--at <time>", "when it comes, such as 2026-01-05T10:04:00Z (usually now)");
}

/** Exit code 1 if it would be kept back or refused. */
export async function runCheck(
  activity: Uint8Array,
  options: QuestionOptions,
  config: Config,
  build: BuildReplayHouse,
  now: EpochMs,
  output: Output,
): Promise<ExitCode> {
  const { verdict } = await askAbout(activity, options, config, build, now);
  if (options.json) printJson(output, verdict);
  else for (const line of shortly(verdict, output)) output.line(line);
  return verdict.action === "accept" || verdict.action === "flag" ? exitCodes.done : exitCodes.no;
}

export async function askAbout(
  activity: Uint8Array,
  options: QuestionOptions,
  config: Config,
  build: BuildReplayHouse,
  now: EpochMs,
) {
  const at = options.at === undefined ? now : parseTime(options.at);
  if (at === undefined) throw new Complaint("--at must be a time such as 2026-01-05T10:04:00Z.");
  const { inbox = "/inbox", signedBy } = options;
  const { judgeFile } = await import("./judge-file.ts");
  return judgeFile({ activity, at, inbox, signedBy }, config, build);
}

function shortly(verdict: Verdict, output: Output): string[] {
  const reasons = verdict.evidence.map((one) => [one.symbol, one.because]);
  const lines = [headline(verdict, output)];
  if (reasons.length === 0) return [...lines, "Nothing spoke for or against it."];
  return [...lines, ...table([{ title: "" }, { title: "" }], reasons, output.width).slice(1)];
}

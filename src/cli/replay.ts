// `replay`: a traffic log judged again, under these settings, on a clock of its own.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { finished } from "node:stream/promises";
import { Command } from "commander";
import type { Config } from "../services/config.ts";
import type { Replay, Step } from "../services/replay.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { ending, withConfig, withHelp } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { withProgress } from "./progress.ts";
import { readConfig, whyNot } from "./read-config.ts";
import { readLines, shownName } from "./read-input.ts";
import { type Answer, type Fate, makeAnswer } from "./replay-answer.ts";
import { table } from "./table.ts";

export interface ReplayOptions {
  readonly config?: string;
  readonly out?: string;
  readonly stream?: boolean;
  readonly json?: boolean;
}

export function replayCommand(frame: Frame): Command {
  const command = new Command("replay")
    .summary("judge a recorded traffic log again")
    .description(
      "Answers what would have been done with the deliveries of a traffic log " +
        "(docs/traffic-log.md), as in guard mode and from an empty memory. " +
        "The same log and settings give the same bytes.",
    )
    .argument("<log>", "a .jsonl or .jsonl.gz file; - for standard input")
    .option("--out <file>", "write one line a delivery there; the summary goes to the terminal")
    .option("--stream", "answer each event as it is read, each answer ended by an empty line");
  withHelp(
    withConfig(command).option("--json", "one line a delivery, or with --out the summary, in JSON"),
    "breakwater replay yesterday.jsonl.gz --out verdicts.jsonl",
  );
  return command.action(
    ending(frame, async (log: string, options: ReplayOptions) => {
      const { config } = await readConfig({ config: options.config }, frame);
      const { replayHouse } = await frame.parts();
      const { makeReplay } = await import("../services/replay.ts");
      return runReplay(log, options, makeReplay(replayHouse(config)), frame);
    }),
  );
}

/** Throws a Complaint that names file and line for a log that can't be read. */
export async function runReplay(
  log: string,
  options: ReplayOptions,
  replay: Replay,
  frame: Pick<Frame, "input" | "directory" | "output">,
): Promise<ExitCode> {
  const { output } = frame;
  if (options.stream) {
    if (options.out !== undefined)
      throw new Complaint("--stream answers on standard output: leave --out away.");
    await feed(log, replay, frame, (step) => output.write(streamed(step)));
    output.write(streamed(await replay.finish()));
    tellSkipped(replay, output);
    return exitCodes.done;
  }
  await refuseOverwriting(log, options.out, frame.directory);
  const answer = await answerTo(log, replay, frame);
  if (options.out !== undefined) await writeLines(resolve(frame.directory, options.out), answer);
  tellSkipped(replay, output);
  if (options.json && options.out === undefined)
    for (const line of answer.lines()) output.line(line);
  else if (options.json) printJson(output, Object.fromEntries(answer.counts));
  else for (const line of summary(answer, output)) output.line(line);
  return exitCodes.done;
}

/** A whole log under these settings, for whoever compares. Throws as `runReplay` does. */
export async function replayOf(
  log: string,
  config: Config,
  frame: Pick<Frame, "input" | "directory" | "parts" | "output">,
): Promise<ReadonlyMap<string, Fate>> {
  const { replayHouse } = await frame.parts();
  const { makeReplay } = await import("../services/replay.ts");
  const replay = makeReplay(replayHouse(config));
  return new Map((await answerTo(log, replay, frame)).fates());
}

/** What a log comes to as a whole, with its progress told meanwhile. */
async function answerTo(
  log: string,
  replay: Replay,
  frame: Pick<Frame, "input" | "directory" | "output">,
): Promise<Answer> {
  const answer = makeAnswer();
  await withProgress(log, frame, (watch) =>
    feed(log, replay, frame, (step, bytes) => {
      answer.take(step);
      watch(bytes);
    }),
  );
  answer.take(await replay.finish());
  return answer;
}

/** A log is often the only copy there is. */
async function refuseOverwriting(
  log: string,
  out: string | undefined,
  directory: string,
): Promise<void> {
  if (log === "-" || out === undefined) return;
  const [input, output] = await Promise.all(
    [log, out].map((name) => realpath(resolve(directory, name)).catch(() => undefined)),
  );
  if (input !== undefined && input === output)
    throw new Complaint(`${printable(out)} is the log itself: write the answer somewhere else.`);
}

async function feed(
  log: string,
  replay: Replay,
  frame: Pick<Frame, "input" | "directory">,
  take: (step: Step, bytes: number) => void,
): Promise<void> {
  let number = 0;
  for await (const line of readLines(log, frame)) {
    number += 1;
    if (line.trim() === "") continue;
    const fed = await replay.feed(line);
    if (!fed.ok)
      throw new Complaint(`${shownName(log)}:${number}: ${printable(fed.error.because)}.`);
    take(fed.value, line.length + 1);
  }
  if (number === 0)
    throw new Complaint(`${shownName(log)} is empty: a log begins with its header.`);
}

/** What one event caused, and the empty line that says: send the next. */
function streamed(step: Step): string {
  const lines = [...step.verdicts, ...step.outcomes].map((one) => JSON.stringify(one));
  return [...lines, ""].map((line) => `${line}\n`).join("");
}

async function writeLines(path: string, answer: Answer): Promise<void> {
  const file = createWriteStream(path);
  try {
    for (const line of answer.lines()) if (!file.write(`${line}\n`)) await once(file, "drain");
    file.end();
    await finished(file);
  } catch (error) {
    throw new Complaint(`can't write ${printable(path)}: ${whyNot(error)}.`);
  }
}

function tellSkipped(replay: Replay, output: Output): void {
  for (const [type, times] of replay.skipped)
    output.aside(`Skipped ${times} events of the unknown type "${printable(type)}".`);
}

function summary(answer: Answer, output: Output): string[] {
  const rows = [...answer.counts].map(([key, count]) => [...key.split(" "), String(count)]);
  const sorted = rows.sort((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1));
  const columns = [{ title: "" }, { title: "" }, { title: "deliveries", align: "right" }] as const;
  return table(columns, sorted, output.width);
}

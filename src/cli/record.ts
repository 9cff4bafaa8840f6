// `record`: a traffic log from the gate that runs, to be replayed under other settings.

import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { parseSize } from "../base/quantity.ts";
import { second } from "../base/units.ts";
import type { Hand } from "../model/hand.ts";
import type { Ledger } from "../ports/ledger.ts";
import {
  orderRecording,
  type RecordingOrder,
  type RecordingState,
  recordingOrdered,
  recordingState,
} from "../services/recording-orders.ts";
import { handOf } from "./allow.ts";
import { awaitAnswer } from "./await-answer.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { momentAhead, shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { showBytes } from "./status-table.ts";
import { withStore } from "./with-store.ts";

export interface RecordOptions extends CommonOptions {
  readonly for?: string;
  readonly max?: string;
  readonly private?: boolean;
  readonly stop?: boolean;
}

export function recordCommand(frame: Frame): Command {
  const command = new Command("record")
    .summary("record a traffic log from the gate that runs")
    .description(
      "The gate writes what it sees into a traffic log (docs/traffic-log.md) that replay judges " +
        "again: deliveries, documents fetched, what local people did as far as it hears of it, " +
        "and rulings. Private posts and reports are left out unless you ask for them. It ends by " +
        "its time, its size, or --stop, and goes on after a restart. Without a file: how it " +
        "stands.",
    )
    .argument("[file]", "a new .jsonl or .jsonl.gz file that the gate may write")
    .option("--for <while>", "how long", "24h")
    .option("--max <size>", "how large at most", "1GiB")
    .option("--private", "direct and followers-only posts and reports as well")
    .option("--stop", "end the recording under way");
  withHelp(withJson(withState(withConfig(command))), "breakwater record day.jsonl.gz --for 24h");
  return command.action(
    ending(frame, (file: string | undefined, options: RecordOptions) =>
      withStore(frame, options, "complain", ({ ledger }) =>
        runRecord(file, options, ledger, handOf(frame), frame),
      ),
    ),
  );
}

/** Exit code 1 where nothing is recorded, 3 if no gate answers. */
export async function runRecord(
  file: string | undefined,
  options: RecordOptions,
  ledger: Ledger,
  hand: Hand,
  { output, directory }: Pick<Frame, "output" | "directory">,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<ExitCode> {
  if (options.stop) return stop(ledger, options, output, wait);
  const order = await recordingOrdered(ledger);
  const state = await recordingState(ledger);
  if (file === undefined) return show(order, state, options, output);
  const isUnderWay = order !== undefined && !order.stop && state?.id === order.id;
  if (isUnderWay && state.state !== "ended")
    throw new Complaint(
      `${printable(order.path)} is being recorded: end that first with breakwater record --stop.`,
    );
  const wanted = orderFor(file, options, hand, directory);
  await orderRecording(ledger, wanted);
  const answer = await answerTo(wanted, ledger, wait, () => true);
  if (answer === undefined) {
    await orderRecording(ledger, { ...wanted, stop: true });
    throw noGate();
  }
  if (answer.state === "ended")
    throw new Complaint(`${printable(wanted.path)}: ${printable(answer.because)}.`);
  return show(wanted, answer, options, output);
}

function orderFor(
  file: string,
  options: RecordOptions,
  hand: Hand,
  directory: string,
): RecordingOrder {
  if (!/\.jsonl(?:\.gz)?$/.test(file))
    throw new Complaint(`${printable(file)} must end in .jsonl or .jsonl.gz.`);
  const bytesMax = parseSize(options.max ?? "1GiB");
  if (bytesMax === undefined || bytesMax <= 0)
    throw new Complaint(`"${printable(options.max ?? "")}" is no size: write one such as 1GiB.`);
  const until = momentAhead(options.for ?? "24h", hand.at);
  const withPrivate = options.private ?? false;
  const path = resolve(directory, file);
  return { id: randomUUID(), path, until, bytesMax, withPrivate, by: hand.by, stop: false };
}

async function stop(
  ledger: Ledger,
  options: RecordOptions,
  output: Output,
  wait: (ms: number) => Promise<unknown>,
): Promise<ExitCode> {
  const order = await recordingOrdered(ledger);
  const state = await recordingState(ledger);
  if (order === undefined || order.stop || state?.state === "ended")
    return show(undefined, undefined, options, output);
  const stopped = { ...order, stop: true };
  await orderRecording(ledger, stopped);
  const answer = await answerTo(order, ledger, wait, (one) => one.state === "ended");
  if (answer === undefined) throw noGate();
  return show(stopped, answer, options, output);
}

const answerTimeMs = 8 * second;

async function answerTo(
  { id }: RecordingOrder,
  ledger: Ledger,
  wait: (ms: number) => Promise<unknown>,
  isIt: (state: RecordingState) => boolean,
): Promise<RecordingState | undefined> {
  const look = async (): Promise<RecordingState | undefined> => {
    const state = await recordingState(ledger);
    return state?.id === id && isIt(state) ? state : undefined;
  };
  return awaitAnswer(answerTimeMs, look, wait);
}

function noGate(): Complaint {
  return new Complaint(
    "no gate answered: is one running with this state folder? Nothing is recorded.",
    exitCodes.down,
  );
}

function show(
  order: RecordingOrder | undefined,
  state: RecordingState | undefined,
  { json }: RecordOptions,
  output: Output,
): ExitCode {
  const stands = state !== undefined && state.id === order?.id ? state : undefined;
  if (json) printJson(output, stands && order ? { ...asJson(order), ...stands } : null);
  else if (order === undefined || stands === undefined) output.line("Nothing is recorded.");
  else for (const line of lines(order, stands)) output.line(line);
  return stands === undefined ? exitCodes.no : exitCodes.done;
}

function asJson({ path, until, bytesMax, withPrivate, by }: RecordingOrder): object {
  return { path, until: new Date(until).toISOString(), bytesMax, withPrivate, by };
}

function lines(order: RecordingOrder, state: RecordingState): string[] {
  const { deliveries, bytes, privateLeft, lost, because } = state;
  const what = `${deliveries} deliveries, ${showBytes(bytes)}`;
  const path = printable(order.path);
  const found: string[] = [];
  switch (state.state) {
    case "waiting":
      found.push(`${path} waits until the home server's name is known, or set as home.origin.`);
      break;
    case "recording":
      found.push(
        `Recording to ${path} until ${shortTime(order.until)} UTC, or ` +
          `${showBytes(order.bytesMax)}; so far ${what}.`,
        "It can be ended with breakwater record --stop.",
      );
      break;
    case "ended":
      found.push(`${path} has ended, because ${printable(because)}: ${what}.`);
  }
  if (privateLeft > 0) found.push(`${privateLeft} private deliveries were left out.`);
  if (lost > 0) found.push(`${lost} events were lost: the disk could not follow.`);
  return found;
}

// The command line: which commands there are, and how every one of them ends.

import { Command, CommanderError } from "commander";
import { AssertionFailed } from "../base/assert.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { MemoryDown } from "../ports/memory.ts";
import { ruleCommand } from "./allow.ts";
import { backupCommand, restoreCommand } from "./backup.ts";
import { casesCommand } from "./cases.ts";
import { checkCommand } from "./check.ts";
import { configCommand } from "./config.ts";
import { contactCommand } from "./contact.ts";
import type { Context, Frame } from "./context.ts";
import { demoCommand } from "./demo-command.ts";
import { deskCommand } from "./desk.ts";
import { doctorCommand } from "./doctor/doctor.ts";
import { drainCommand } from "./drain.ts";
import { Complaint, type ExitCode, exitCodes, exitCodesHelp } from "./exit-code.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { forgetCommand } from "./forget.ts";
import { learnCommand } from "./learn.ts";
import { modeCommand } from "./mode.ts";
import { notifyCommand } from "./notify.ts";
import { printable } from "./printable.ts";
import { recipientCommand } from "./recipient.ts";
import { recordCommand } from "./record.ts";
import { reloadCommand } from "./reload.ts";
import { replayCommand } from "./replay.ts";
import { rulesCommand } from "./rules.ts";
import { signalsCommand } from "./signals.ts";
import { startCommand } from "./start.ts";
import { statusCommand } from "./status.ts";
import { tuneCommand } from "./tune.ts";
import { weekCommand } from "./week.ts";

/** Runs one command line, without the program's name. Never throws. */
export async function runCommandLine(
  words: readonly string[],
  version: string,
  context: Context,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const ended = (reported: ExitCode) => {
    code = reported;
  };
  try {
    await makeProgram(version, { ...context, ended }).parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    return endWith(error, context);
  }
}

export function makeProgram(version: string, frame: Frame): Command {
  const program = new Command("breakwater")
    .description("Breaks spam waves before they reach the people on a fediverse server.")
    .version(version)
    .addHelpText(
      "after",
      `\nExample:\n  breakwater start --upstream http://127.0.0.1:3000\n\n${exitCodesHelp}`,
    );
  program.addCommand(startCommand(frame));
  program.addCommand(demoCommand(frame));
  program.addCommand(statusCommand(frame));
  program.addCommand(doctorCommand(frame));
  program.addCommand(modeCommand(frame));
  program.addCommand(contactCommand(frame));
  program.addCommand(reloadCommand(frame));
  program.addCommand(backupCommand(frame));
  program.addCommand(restoreCommand(frame));
  program.addCommand(drainCommand(frame));
  program.addCommand(ruleCommand("allow", frame));
  program.addCommand(ruleCommand("refuse", frame));
  program.addCommand(rulesCommand(frame));
  program.addCommand(recipientCommand(frame));
  program.addCommand(casesCommand(frame));
  program.addCommand(deskCommand(frame));
  program.addCommand(notifyCommand(frame));
  program.addCommand(learnCommand(frame));
  program.addCommand(weekCommand(frame));
  program.addCommand(tuneCommand(frame));
  program.addCommand(explainCommand(frame));
  program.addCommand(exportCommand(frame));
  program.addCommand(forgetCommand(frame));
  program.addCommand(checkCommand(frame));
  program.addCommand(recordCommand(frame));
  program.addCommand(replayCommand(frame));
  program.addCommand(signalsCommand(frame));
  program.addCommand(configCommand(frame));
  for (const command of withSubcommands(program)) settle(command, frame);
  return program;
}

/** Every command of a program, itself first. */
export function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** Commander would end the process and write to its streams by itself. */
function settle(command: Command, { output }: Frame): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => output.write(text),
    writeErr: (text) => output.aside(text.trimEnd()),
    outputError: (text, write) => write(`breakwater: ${complaintOf(text, fullName(command))}`),
    getOutHelpWidth: () => output.width,
    getErrHelpWidth: () => output.width,
    getOutHasColors: () => output.colours,
    getErrHasColors: () => output.colours,
  });
}

/** Commander's "error: unknown option '--jsn'\n(Did you mean --json?)" in one line. */
function complaintOf(text: string, command: string): string {
  const [line = "", ...rest] = text
    .trim()
    .replace(/^error: /, "")
    .replace(notAChoice, '$2 must be one of $3, not "$1"')
    .split("\n");
  const first = line.replace(/\.$/, "");
  const verb = aboutCases.exec(first)?.[1];
  if (verb !== undefined && command === "breakwater")
    return `${first}. Did you mean "breakwater cases ${verb}"?`;
  const hint = rest.join(" ").replace(/^\((.*)\)$/, ". $1");
  return `${printable(first)}${printable(hint)}${hint === "" ? `. Try "${command} --help".` : ""}`;
}

/** The nearest name of one of these would be another command, such as refuse for release. */
const aboutCases = /^unknown command '(list|show|release|recall)'$/;

const notAChoice =
  /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*?)\.?$/;

/** As it is typed: `breakwater cases show`. */
export function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

function endWith(error: unknown, { output, environment }: Context): ExitCode {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrong;
  for (const line of complaintLines(error)) output.aside(line);
  if (environment["BREAKWATER_DEBUG"] && error instanceof Error) output.aside(stackOf(error));
  if (error instanceof Complaint) return error.exitCode;
  return isDown(error) ? exitCodes.down : exitCodes.ours;
}

function complaintLines(error: unknown): string[] {
  if (error instanceof Complaint)
    return error.message.split("\n").map((line) => `breakwater: ${line}`);
  const message = printable(error instanceof Error ? error.message : String(error));
  if (isDown(error)) return [`breakwater: a part is down: ${message}`];
  const kind = error instanceof AssertionFailed ? "" : "unexpected: ";
  return [
    `breakwater: a mistake of ours: ${kind}${message}. ` +
      "BREAKWATER_DEBUG=1 shows where; please report it.",
  ];
}

function isDown(error: unknown): boolean {
  return error instanceof LedgerDown || error instanceof MemoryDown;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : "";
  return `${(error.stack ?? error.message).split("\n").map(printable).join("\n")}${cause}`;
}

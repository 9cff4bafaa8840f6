// What every command's help ends with, and how its answer becomes an exit code.

import type { Command } from "commander";
import type { Frame } from "./context.ts";
import { type ExitCode, exitCodesHelp } from "./exit-code.ts";

/** Every command shows one example that runs, and what its exit codes say. */
export function withHelp(command: Command, example: string): Command {
  return command.addHelpText("after", `\nExample:\n  ${example}\n\n${exitCodesHelp}`);
}

/** Runs a command's work and passes on how it ended. */
export function ending<Args extends readonly unknown[]>(
  frame: Frame,
  work: (...args: Args) => Promise<ExitCode>,
): (...args: Args) => Promise<void> {
  return async (...args) => frame.ended(await work(...args));
}

/** Options of every command that reads the configuration. */
export interface CommonOptions {
  readonly config?: string;
  readonly state?: string;
  readonly json?: boolean;
}

export function withConfig(command: Command): Command {
  return command.option("--config <file>", "the configuration (usually ./breakwater.yaml)");
}

export function withState(command: Command): Command {
  return command.option("--state <folder>", "the folder of the durable stores");
}

export function withJson(command: Command): Command {
  return command.option("--json", "answer in JSON, for scripts");
}

// `demo`: how the demonstration is asked for; demo.ts shows it.

import { Command } from "commander";
import type { Context, Frame } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { ending, withHelp, withJson } from "./frame.ts";

export interface DemoFlags {
  readonly seed?: string;
  readonly fast?: boolean;
  readonly json?: boolean;
}

const usualSeed = "breakwater";

export function demoCommand(frame: Frame): Command {
  const command = new Command("demo")
    .summary("see it work, on a pretend server")
    .description(
      "Starts the gate in front of a small pretend home server and sends it a calm hour and " +
        "then a wave, over real HTTP with real signatures, on this machine only.",
    )
    .option("--seed <text>", "the same seed gives the same traffic", usualSeed)
    .option("--fast", "as fast as it goes, for scripts");
  withHelp(withJson(command), "breakwater demo --seed 7");
  return command.action(ending(frame, (flags: DemoFlags) => demonstrate(flags, frame)));
}

/** The lab is loaded only now: other commands need not wait for it. */
export async function demonstrate(
  { seed = usualSeed, fast = false, json = false }: DemoFlags,
  { output, stopping }: Pick<Context, "output" | "stopping">,
): Promise<ExitCode> {
  const { runDemo } = await import("./demo.ts");
  return runDemo({ seed, fast, json, stopped: stopping() }, output);
}

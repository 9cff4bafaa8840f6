// `config`: make a configuration, see what stands, find what is wrong.

import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import { LedgerDown } from "../ports/ledger.ts";
import type { LoadedConfig } from "../services/config.ts";
import { describeSource } from "../services/config-given.ts";
import { configJsonSchema } from "../services/config-leaves.ts";
import { dangerOf } from "../services/config-problems.ts";
import { shownInForce, type Tuning, tuningIn } from "../services/tuning.ts";
import { configTemplate } from "./config-template.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { readConfig, usualConfigFile, whyNot } from "./read-config.ts";
import { table } from "./table.ts";

export interface ShowOptions extends CommonOptions {
  readonly changed?: boolean;
}

export function configCommand(frame: Frame): Command {
  const config = new Command("config")
    .summary("make, show and check the configuration")
    .description(
      "The configuration: a YAML file, the environment and options; see docs/config.md.",
    );
  withHelp(config, "breakwater config check breakwater.yaml");
  config.addCommand(initCommand(frame));
  config.addCommand(showCommand(frame));
  config.addCommand(checkCommand(frame));
  config.addCommand(schemaCommand(frame));
  return config;
}

function initCommand(frame: Frame): Command {
  const command = new Command("init")
    .summary("write a file with every setting in it")
    .argument("[file]", "where to; - prints it", usualConfigFile)
    .option("--force", "replace a file that is there");
  withHelp(command, "breakwater config init");
  return command.action(
    ending(frame, (file: string, options: { readonly force?: boolean }) =>
      runInit(file, options, frame),
    ),
  );
}

function showCommand(frame: Frame): Command {
  const command = new Command("show")
    .summary("print each value with where it came from")
    .option("--changed", "only what is not the default");
  withHelp(withJson(withState(withConfig(command))), "breakwater config show --changed");
  return command.action(
    ending(frame, async (options: ShowOptions) => {
      const settings = { state: options.state };
      const loaded = await readConfig({ config: options.config, settings }, frame);
      const shown = shownInForce(loaded, await tuningOf(loaded, frame));
      return runShow({ ...loaded, shown }, options, frame.output);
    }),
  );
}

/** None where no gate has ever started, or its stores can't be read. */
async function tuningOf({ config }: LoadedConfig, frame: Frame): Promise<Tuning> {
  const nothing = { stack: [], history: [] };
  if (!existsSync(config.state)) return nothing;
  const parts = await frame.parts();
  if (!parts.holdsLedger(config.state)) return nothing;
  try {
    const store = await parts.openStore(config.state);
    try {
      return await tuningIn(store.ledger);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof LedgerDown)) throw error;
    frame.output.aside(`Warning: what was tuned is not known: ${printable(error.message)}`);
    return nothing;
  }
}

function checkCommand(frame: Frame): Command {
  const command = new Command("check")
    .summary("find what is wrong with a configuration")
    .argument("[file]", `usually ${usualConfigFile}`);
  withHelp(command, "breakwater config check breakwater.yaml");
  return command.action(
    ending(frame, async (file: string | undefined) =>
      runCheckConfig(await readConfig({ config: file }, frame), frame.output),
    ),
  );
}

function schemaCommand(frame: Frame): Command {
  const command = new Command("schema").summary("print the JSON Schema of the file, for editors");
  withHelp(command, "breakwater config schema > breakwater.schema.json");
  return command.action(
    ending(frame, async () => {
      printJson(frame.output, configJsonSchema());
      return exitCodes.done;
    }),
  );
}

export async function runInit(
  file: string,
  options: { readonly force?: boolean },
  { directory, output }: Pick<Frame, "directory" | "output">,
): Promise<ExitCode> {
  if (file === "-") {
    output.write(configTemplate());
    return exitCodes.done;
  }
  try {
    const flag = options.force ? "w" : "wx";
    await writeFile(resolve(directory, file), configTemplate(), { flag });
  } catch (error) {
    const hint = (error as NodeJS.ErrnoException).code === "EEXIST" ? " --force replaces it." : "";
    throw new Complaint(`can't write ${printable(file)}: ${whyNot(error)}.${hint}`);
  }
  output.line(`Wrote ${printable(file)}. Nothing changes until you take a "#" away in it.`);
  return exitCodes.done;
}

export async function runShow(
  loaded: LoadedConfig,
  options: ShowOptions,
  output: Output,
): Promise<ExitCode> {
  const shown = loaded.shown.filter((one) => !options.changed || one.source.kind !== "default");
  if (options.json) printJson(output, shown.map(asJson));
  else if (shown.length === 0) output.line("Everything is as shipped.");
  else {
    const rows = shown.map((one) => [one.name, asText(one.value), describeSource(one.source)]);
    const titles = ["setting", "value", "from"].map((title) => ({ title }));
    for (const line of table(titles, rows, output.width)) output.line(line);
  }
  warn(loaded, output);
  return exitCodes.done;
}

export async function runCheckConfig(loaded: LoadedConfig, output: Output): Promise<ExitCode> {
  const danger = dangerOf(loaded.config.policy);
  if (danger !== undefined) throw new Complaint(`${danger}.`);
  const changed = loaded.shown.filter((one) => one.source.kind !== "default").length;
  output.line(
    `Nothing is wrong: ${changed} of ${loaded.shown.length} settings are not the default.`,
  );
  warn(loaded, output);
  return exitCodes.done;
}

export function warn({ warnings }: LoadedConfig, output: Output): void {
  for (const warning of warnings)
    output.aside(`Warning: ${printable(warning).replace(/(?<![.?])$/, ".")}`);
}

function asJson(one: LoadedConfig["shown"][number]): object {
  return { setting: one.name, value: one.value ?? null, from: describeSource(one.source) };
}

function asText(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ") || "(none)";
  return typeof value === "string" ? value : JSON.stringify(value);
}

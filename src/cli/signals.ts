// `signals`: who speaks, with what weight, and whom each wrongs.

import { Command } from "commander";
import { nearest } from "../base/nearest.ts";
import { formatDuration } from "../base/quantity.ts";
import type { Setting } from "../base/settings.ts";
import { signals } from "../engine/signals/index.ts";
import type { AnySignal } from "../engine/signals/signal.ts";
import type { Config } from "../services/config.ts";
import type { Frame } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";
import { table } from "./table.ts";
import { wrap } from "./width.ts";

export function signalsCommand(frame: Frame): Command {
  const command = new Command("signals")
    .summary("list the signals, or show one")
    .description("The signals with their weights as configured; one with all it can be set to.")
    .argument("[symbol]", "a signal's symbol");
  withHelp(withJson(withConfig(command)), "breakwater signals");
  return command.action(
    ending(frame, async (symbol: string | undefined, options: CommonOptions) => {
      const { config } = await readConfig({ config: options.config }, frame);
      return runSignals(signals, symbol, options, config, frame.output);
    }),
  );
}

/** Exit code 1 if there is no such signal. */
export async function runSignals(
  all: readonly AnySignal[],
  symbol: string | undefined,
  options: CommonOptions,
  config: Config,
  output: Output,
): Promise<ExitCode> {
  const wanted = symbol?.toUpperCase();
  const found = wanted === undefined ? all : all.filter((one) => one.symbol === wanted);
  if (wanted !== undefined && found.length === 0) {
    const meant = nearest(
      wanted,
      all.map((one) => one.symbol),
    );
    const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
    output.aside(`There is no signal ${printable(wanted)}.${hint}`);
    return exitCodes.no;
  }
  if (options.json)
    printJson(
      output,
      found.map((one) => asJson(one, config)),
    );
  else for (const line of shown(found, wanted !== undefined, config, output)) output.line(line);
  return exitCodes.done;
}

function shown(
  found: readonly AnySignal[],
  whole: boolean,
  config: Config,
  output: Output,
): string[] {
  if (whole) return found.flatMap((one) => page(one, config, output));
  const columns = [
    { title: "symbol" },
    { title: "group" },
    { title: "decibans", align: "right" },
    { title: "speaks when" },
  ] as const;
  const rows = found.map((one) => [one.symbol, one.group, weightOf(one, config), one.summary]);
  return table(columns, rows, output.width);
}

function weightOf(signal: AnySignal, config: Config): string {
  const settings = config.policy.signals[signal.symbol];
  if (settings?.enabled === false) return "off";
  return String(settings?.decibans ?? signal.decibans);
}

function page(signal: AnySignal, config: Config, output: Output): string[] {
  const values = config.policy.signals[signal.symbol]?.values ?? {};
  const rows = Object.entries(signal.settings).map(([name, setting]) => [
    name,
    shownValue(setting, values[name] ?? setting.default),
    setting.doc,
  ]);
  const titles = ["setting", "value", ""].map((title) => ({ title }));
  return [
    `${signal.symbol} (${signal.group}, ${weightOf(signal, config)} decibans)`,
    ...wrap(signal.summary, output.width),
    ...wrap(`Weight: ${signal.weightBecause}`, output.width),
    ...wrap(`Misfires on: ${signal.misfiresOn}`, output.width),
    ...(rows.length === 0 ? [] : ["", ...table(titles, rows, output.width)]),
  ];
}

function shownValue(setting: Setting, value: number): string {
  return setting.kind === "duration" ? formatDuration(value) : String(value);
}

function asJson(signal: AnySignal, config: Config): object {
  const { symbol, group, summary, misfiresOn, weightBecause, needs } = signal;
  const { decibans, enabled, values } = config.policy.signals[symbol] ?? {};
  return { symbol, group, decibans, enabled, summary, misfiresOn, weightBecause, needs, values };
}

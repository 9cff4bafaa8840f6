// `start`: the gate in front of a home server, until it is told to stop.

import { Command } from "commander";
import type { Logger } from "pino";
import { inheritedSockets } from "../adapters/systemd.ts";
import { showSocketAddress } from "../base/socket-address.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { MemoryDown } from "../ports/memory.ts";
import type { LoadedConfig } from "../services/config.ts";
import { warn } from "./config.ts";
import type { Context, Frame } from "./context.ts";
import { demonstrate } from "./demo-command.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { ending, withConfig, withHelp } from "./frame.ts";
import { type LogLevel, logLevels, makeLogger } from "./logging.ts";
import type { House, Parts } from "./parts.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";

export interface StartOptions {
  readonly config?: string;
  readonly mode?: string;
  readonly upstream?: string;
  readonly listen?: string;
  readonly admin?: string;
  readonly state?: string;
}

export function startCommand(frame: Frame): Command {
  const command = new Command("start")
    .summary("stand in front of a home server")
    .description(
      "Starts the gate in front of the home server that --upstream or the configuration names. " +
        "It watches and stops nothing until the mode is guard. SIGHUP has it read the " +
        "configuration again. Without a home server it gives a demonstration.",
    )
    .option("--upstream <address>", "the home server: http://127.0.0.1:3000 or unix:/path")
    .option("--mode <mode>", "watch (judge only), guard (act on verdicts) or off (a plain proxy)")
    .option("--listen <address>", "where the gate listens (usually 127.0.0.1:8090)")
    .option("--admin <address>", "where health and metrics are (usually 127.0.0.1:8091)")
    .option("--state <folder>", "the folder of the durable stores");
  withHelp(withConfig(command), "breakwater start --upstream http://127.0.0.1:3000");
  return command.action(
    ending(frame, async ({ config: file, ...settings }: StartOptions) => {
      refuseEmpty(settings, frame.environment);
      const read = () => readConfig({ config: file, settings }, frame);
      const loaded = await read();
      if (loaded.config.upstream === undefined) return demonstrate({}, frame);
      return runStart(loaded, await frame.parts(), frame, read);
    }),
  );
}

/**
 * An empty value would count as none given, and a variable that a script forgot to fill would
 * start the demonstration, or watch, where an admin believes to be guarded.
 */
export function refuseEmpty(
  settings: Omit<StartOptions, "config">,
  environment: Context["environment"],
): void {
  for (const name of ["upstream", "mode", "listen", "admin", "state"] as const) {
    const variable = `BREAKWATER_${name.toUpperCase()}`;
    const empty =
      settings[name]?.trim() === ""
        ? `--${name}`
        : settings[name] === undefined && environment[variable]?.trim() === ""
          ? variable
          : undefined;
    if (empty !== undefined)
      throw new Complaint(`${empty} is empty: give it a value, or leave it away.`);
  }
}

/** Runs until the context is stopped, then drains. Exit code 3 if a part can't be had. */
export async function runStart(
  loaded: LoadedConfig,
  { buildHouse, supervise }: Pick<Parts, "buildHouse" | "supervise">,
  context: Pick<Context, "output" | "environment" | "stopping" | "onHangup" | "pid">,
  reread: () => Promise<LoadedConfig> = async () => loaded,
): Promise<ExitCode> {
  const { output, environment, stopping } = context;
  const { config, shown } = loaded;
  const log = makeLogger(output, levelIn(environment["BREAKWATER_LOG"]));
  warn(loaded, output);
  const stopped = stopping();
  const sockets = handedOver(context);
  const house = await building(buildHouse(config, log, { origin: { shown, reread }, sockets }));
  context.onHangup(() => void house.reload());
  await building(house.start()).catch(async (error: unknown) => {
    await house.stop();
    throw error;
  });
  const { upstream } = config;
  const mode = house.mode();
  const gate = showSocketAddress(house.gateAddress);
  const admin = showSocketAddress(house.adminAddress);
  const home = upstream === undefined ? "" : showSocketAddress(upstream);
  log.info({ mode, gate, admin, home }, "the gate is open");
  const supervision = supervise(config, environment, log);
  await supervision.ready();
  await aborted(stopped);
  await supervision.stopping();
  await drain(house, log);
  await supervision.ended();
  return exitCodes.done;
}

/** What systemd holds open for us, so that a restart is no gap. */
function handedOver({ environment, pid }: Pick<Context, "environment" | "pid">) {
  const sockets = inheritedSockets(environment, pid);
  if (sockets.ok) return sockets.value;
  throw new Complaint(`${sockets.error}; see docs/cli.md.`);
}

async function drain(house: House, log: Logger): Promise<void> {
  log.info("draining: nothing new is taken, what is under way is finished");
  await house.stop();
  log.info("the gate is closed");
}

function levelIn(text: string | undefined): LogLevel {
  if (text === undefined || text === "") return "info";
  const level = logLevels.find((one) => one === text);
  if (level !== undefined) return level;
  throw new Complaint(`BREAKWATER_LOG must be ${logLevels.join(", ")}, not "${printable(text)}".`);
}

function aborted(stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    stopped.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** What the machine or another process denies us is no mistake of ours. */
async function building<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw partDown(error) ?? error;
  }
}

function partDown(error: unknown): Complaint | undefined {
  if (!(error instanceof Error)) return undefined;
  const down = (message: string) => new Complaint(message, exitCodes.down, error);
  if (error.name === "TracesMissing") return new Complaint(error.message, exitCodes.wrong, error);
  if (error instanceof LedgerDown || error instanceof MemoryDown) {
    const why = printable(error.message).replace(/^The /, "the ").replace(/\.$/, "");
    return down(`the stores can't be used: ${why}.`);
  }
  const { code, address, port, path } = error as Partial<NodeJS.ErrnoException> & {
    readonly address?: string;
    readonly port?: number;
  };
  const place = printable(port === undefined ? (path ?? address ?? "") : `${address}:${port}`);
  if (code === "EADDRINUSE")
    return down(
      `something else listens on ${place}: stop it, or choose another with --listen or --admin.`,
    );
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return down(`can't listen on ${place}: choose another with --listen or --admin.`);
  return undefined;
}

// `doctor`: looks at everything that has to fit together, and says what does not.

import { access } from "node:fs/promises";
import { Command } from "commander";
import { parseSocketAddress, showSocketAddress } from "../../base/socket-address.ts";
import type { LoadedConfig } from "../../services/config.ts";
import { dangerOf } from "../../services/config-problems.ts";
import type { GateStatus } from "../../services/gate-status.ts";
import { type Presence, presenceIn } from "../../services/presence.ts";
import { packageVersion } from "../../wire/version.ts";
import { askGate } from "../ask-gate.ts";
import type { Context, Frame } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "../frame.ts";
import { type Colour, type Output, paint, printJson } from "../output.ts";
import type { Parts, Store } from "../parts.ts";
import { printable } from "../printable.ts";
import { readConfig } from "../read-config.ts";
import { wrap } from "../width.ts";
import { bad, type Finding, type Level, ok, warn } from "./finding.ts";
import { lookAtAdmin, lookAtGate } from "./look-at-gate.ts";
import { lookAtHome } from "./look-at-home.ts";
import { lookAtHosts } from "./look-at-hosts.ts";
import { lookAtName } from "./look-at-name.ts";
import { lookAtDates, lookAtProofs, lookAtStore } from "./look-at-store.ts";
import { lookAtWay } from "./look-at-way.ts";
import { askPublic } from "./public-question.ts";

export function doctorCommand(frame: Frame): Command {
  const command = new Command("doctor")
    .summary("look at everything that has to fit together")
    .description(
      "Looks at configuration, gate, home server, clocks, stores, the way through the web " +
        "server and the gate's own name, and says what to do about what does not fit. Asks the " +
        "home server, and both public addresses. Exit code 1 if something is bad.",
    );
  withHelp(withJson(withState(withConfig(command))), "breakwater doctor");
  return command.action(
    ending(frame, async ({ config: file, state, json = false }: CommonOptions) => {
      const loaded = await readConfig({ config: file, settings: { state } }, frame);
      return runDoctor(loaded, json, await frame.parts(), frame);
    }),
  );
}

type DoctorParts = Pick<Parts, "openStore" | "holdsLedger" | "askingHome" | "troubleIn">;

/** Exit code 1 if something is bad. */
export async function runDoctor(
  loaded: LoadedConfig,
  json: boolean,
  parts: DoctorParts,
  { output, now }: Pick<Context, "output" | "now">,
): Promise<ExitCode> {
  const findings = await examine(loaded, parts, now);
  if (json)
    printJson(
      output,
      findings.map(({ todo, ...rest }) => ({ ...rest, todo: todo ?? null })),
    );
  else for (const line of findings.flatMap((one) => linesOf(one, output))) output.line(line);
  const count = (level: Level) => findings.filter((one) => one.level === level).length;
  if (!json) output.line(conclusion(count("bad"), count("warn")));
  return count("bad") > 0 ? exitCodes.no : exitCodes.done;
}

async function examine(
  loaded: LoadedConfig,
  parts: DoctorParts,
  now: Context["now"],
): Promise<Finding[]> {
  const { upstream, findings } = await inFolder(loaded, parts, now);
  return [...configured(loaded, upstream), ...lookAtAdmin(loaded.config), ...findings];
}

type Upstream = LoadedConfig["config"]["upstream"];

/** `upstream` is the home server that was looked at: of the file, or of the gate that runs. */
function configured({ warnings, config }: LoadedConfig, upstream: Upstream): Finding[] {
  if (upstream === undefined)
    return [bad("configuration", "it names no home server", "set upstream")];
  const danger = dangerOf(config.policy);
  if (danger !== undefined)
    return [bad("configuration", danger, "raise hold_at or lower settle_band")];
  if (warnings.length === 0) return [ok("configuration", "nothing is wrong with it")];
  return warnings.map((one) => warn("configuration", one, "breakwater config check"));
}

/** What `start --upstream` was told stands in no file, but on the card of the gate that runs. */
function upstreamOf(config: LoadedConfig["config"], card: Presence | undefined): Upstream {
  if (config.upstream !== undefined || card === undefined) return config.upstream;
  const told = parseSocketAddress(card.upstream);
  return told.ok ? told.value : undefined;
}

async function inFolder(
  loaded: LoadedConfig,
  parts: DoctorParts,
  now: Context["now"],
): Promise<{ upstream: Upstream; findings: Finding[] }> {
  const { config } = loaded;
  const home = async (upstream: Upstream, status?: GateStatus): Promise<Finding[]> =>
    upstream === undefined
      ? []
      : parts.askingHome(upstream, (ask) => lookAtHome({ ...config, upstream }, status, ask, now));
  const opened = await openIn(config.state, parts);
  if (!opened.ok) {
    const { upstream } = config;
    return { upstream, findings: [opened.finding, ...(await home(upstream))] };
  }
  const { store } = opened;
  try {
    const card = await presenceIn(store.ledger);
    const upstream = upstreamOf(config, card);
    const status = await askGate(card?.admin ?? showSocketAddress(config.admin));
    const way =
      status === undefined || card === undefined || card.run !== status.run
        ? []
        : await lookAtWay(config, status, card.password, askPublic);
    const findings = [
      ...lookAtGate(card, status, packageVersion()),
      ...(await home(upstream, status)),
      ...(await lookAtDates(store.ledger)),
      ...(await lookAtHosts(store.ledger)),
      ...(await lookAtStore(config.state, store.ledger, parts.troubleIn)),
      ...way,
      ...(await lookAtName(config, store.ledger, askPublic)),
      ...(await lookAtProofs(store.ledger)),
    ];
    return { upstream, findings };
  } finally {
    await store.close();
  }
}

async function openIn(
  folder: string,
  { openStore, holdsLedger }: DoctorParts,
): Promise<{ ok: true; store: Store } | { ok: false; finding: Finding }> {
  const start = "start the gate once, or name its folder with --state or --config";
  try {
    await access(folder);
  } catch {
    return { ok: false, finding: bad("state", `there is no state folder ${folder}`, start) };
  }
  if (!holdsLedger(folder))
    return { ok: false, finding: bad("state", `no gate has started with ${folder}`, start) };
  try {
    return { ok: true, store: await openStore(folder) };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { ok: false, finding: bad("state", says, "free it, or name another with --state") };
  }
}

const colourOf: Readonly<Record<Level, Colour>> = { ok: "green", warn: "yellow", bad: "red" };
const indent = " ".repeat(6);

function linesOf({ level, about, says, todo }: Finding, output: Output): string[] {
  const head = paint(output, colourOf[level], level.padEnd(5));
  const fit = (text: string): string[] =>
    output.interactive ? wrap(text, output.width - indent.length) : [text];
  const [first = "", ...more] = fit(`${about}: ${printable(says)}`);
  const lines = [`${head} ${first}`, ...more.map((line) => `${indent}${line}`)];
  if (todo === undefined) return lines;
  return [...lines, ...fit(`→ ${printable(todo)}`).map((line) => `${indent}${line}`)];
}

function conclusion(bads: number, warnings: number): string {
  if (bads + warnings === 0) return "Everything fits.";
  const parts = [bads > 0 ? `${bads} bad` : "", warnings > 0 ? `${warnings} to look at` : ""];
  return `${parts.filter((one) => one !== "").join(", ")}.`;
}

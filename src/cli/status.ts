// `status`: how is it doing? Asks the gate and the ledger; also where the gate is down.

import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { showSocketAddress } from "../base/socket-address.ts";
import { after, day, type EpochMs, epochMs, hour, isoTime } from "../base/units.ts";
import type { Census } from "../model/kept.ts";
import type { Mode } from "../model/mode.ts";
import type { Proposal } from "../model/proposal.ts";
import type { Chronicle, Totals } from "../ports/chronicle.ts";
import type { Config } from "../services/config.ts";
import { driftSeen } from "../services/drift-watch.ts";
import type { GateStatus } from "../services/gate-status.ts";
import { type NeglectedHost, neglectedHosts } from "../services/host-ladder.ts";
import { modeOrdered } from "../services/orders.ts";
import { type Presence, presenceIn } from "../services/presence.ts";
import { type ShadowSays, shadowSays } from "../services/shadow-tally.ts";
import { offeredIn } from "../services/tuner.ts";
import {
  type Change,
  settingsInForce,
  standingOf,
  type TunedStanding,
  tuningIn,
} from "../services/tuning.ts";
import { askGate } from "./ask-gate.ts";
import type { Frame } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { statusLines } from "./status-table.ts";
import { withStore } from "./with-store.ts";

/** Everything that is known, whether from the gate or from what it left behind. */
export interface Status {
  readonly at: EpochMs;
  readonly folder: string;
  /** Undefined: nobody answers. */
  readonly gate: GateStatus | undefined;
  /** Of the gate that started last. */
  readonly card: Presence | undefined;
  /** Of the gate, else what it would be if it started now. */
  readonly mode: Mode;
  readonly lastHour: Totals;
  readonly lastDay: Totals;
  readonly kept: readonly Census[];
  /** What the shadow configuration would have done otherwise, where one was counted. */
  readonly shadow: ShadowSays | undefined;
  /** On the ladder of hosts that nobody looks after. */
  readonly hosts: readonly NeglectedHost[];
  /** What was tuned, whether it counts, and what is proposed. */
  readonly tuned: TunedStatus;
  readonly disk: Disk | undefined;
}

export interface TunedStatus {
  readonly budget: number;
  readonly holdAt: number;
  readonly standing: TunedStanding;
  readonly offer: Proposal | undefined;
  /** What was watched for a change of mail; 1 is an alarm. */
  readonly watched: { readonly seen: number; readonly near: number } | undefined;
  /** The last thing that happened, if it was an alarm. */
  readonly alarm: Change | undefined;
}

export interface Disk {
  readonly usedBytes: number;
  readonly freeBytes: number;
}

export function statusCommand(frame: Frame): Command {
  const command = new Command("status")
    .summary("say how the gate is doing")
    .description(
      "Mode, home server, what went through, what is kept, disk, memory, the last troubles. Exit " +
        "code 1 if a part of a running gate is unwell, 3 if no gate answers.",
    );
  withHelp(withJson(withState(withConfig(command))), "breakwater status");
  return command.action(
    ending(frame, (options: CommonOptions) =>
      withStore(frame, options, "complain", async (store, folder, config) => {
        const status = await statusOf(store, folder, config, frame.now());
        if (options.json) printJson(frame.output, asJson(status));
        else for (const line of statusLines(status, frame.output)) frame.output.line(line);
        return exitCodeOf(status);
      }),
    ),
  );
}

async function statusOf(
  { ledger, chronicle }: Pick<Store, "ledger" | "chronicle">,
  folder: string,
  config: Config,
  at: EpochMs,
): Promise<Status> {
  const card = await presenceIn(ledger);
  const admin = card?.admin ?? showSocketAddress(config.admin);
  const [gate, order, kept, disk] = await Promise.all([
    askGate(admin),
    modeOrdered(ledger),
    ledger.census(at),
    diskOf(folder),
  ]);
  const shadow = await shadowSays(ledger);
  const hosts = await neglectedHosts(ledger);
  const mode = gate?.mode ?? order?.mode ?? config.mode;
  const [lastHour, lastDay] = [await totals(chronicle, hour, at), await totals(chronicle, day, at)];
  const tuned = await tunedStatus(ledger, config, at);
  return { at, folder, gate, card, mode, lastHour, lastDay, kept, shadow, hosts, tuned, disk };
}

async function tunedStatus(
  ledger: Pick<Store["ledger"], "setting">,
  config: Config,
  now: EpochMs,
): Promise<TunedStatus> {
  const tuning = await tuningIn(ledger);
  const last = tuning.history.at(-1);
  return {
    budget: config.budget,
    holdAt: settingsInForce(config, tuning).holdAt,
    standing: standingOf(tuning, config),
    offer: config.tune === "off" ? undefined : await offeredIn(ledger),
    watched: await driftSeen(ledger, now),
    alarm: last?.did === "alarm" ? last : undefined,
  };
}

function totals(chronicle: Chronicle, ms: number, at: EpochMs): Promise<Totals> {
  return chronicle.totals({ since: after(at, -ms), until: after(at, 1) });
}

/** Undefined where the system does not tell. */
export async function diskOf(folder: string): Promise<Disk | undefined> {
  try {
    const names = await readdir(folder);
    const sizes = await Promise.all(
      names.map(async (name) => (await stat(join(folder, name))).size),
    );
    const { bavail, bsize } = await statfs(folder);
    return { usedBytes: sizes.reduce((sum, one) => sum + one, 0), freeBytes: bavail * bsize };
  } catch {
    return undefined; // A file went away meanwhile, or the folder is none of ours.
  }
}

export function exitCodeOf({ gate }: Pick<Status, "gate">): ExitCode {
  if (gate === undefined) return exitCodes.down;
  return Object.values(gate.checks).every((well) => well) ? exitCodes.done : exitCodes.no;
}

function asJson({ gate, card, lastHour, lastDay, kept, ...rest }: Status): unknown {
  const left = card && { ...card, password: undefined };
  return withTimes({
    ...rest,
    runs: gate !== undefined,
    gate: gate ?? null,
    lastStart: left ?? null,
    lastHour: countsOf(lastHour),
    lastDay: countsOf(lastDay),
    kept: Object.fromEntries(kept.map(({ state, ...about }) => [state, about])),
  });
}

const momentName = /(?:^at|At|[Ss]ince|Until)$/;

/** Moments as RFC 3339 has them: their names end in one of these words. A threshold is none. */
function withTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTimes);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, below]) => {
    const isMoment = typeof below === "number" && key !== "holdAt" && momentName.test(key);
    return [key, isMoment ? isoTime(epochMs(below)) : withTimes(below)];
  });
  return Object.fromEntries(entries);
}

function countsOf({ judged, passed }: Totals): object {
  const verdicts = judged.map(({ action, done, count }) => ({ action, done, count }));
  return { judged: verdicts, passedUnread: passed };
}

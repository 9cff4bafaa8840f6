// `drain`: nothing new is kept, and what is kept goes, so that the gate can be taken out.

import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { minute } from "../base/units.ts";
import type { Hand } from "../model/hand.ts";
import type { KeptState } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import { orderMode } from "../services/orders.ts";
import { byDraining } from "../services/rulings.ts";
import { handOf } from "./allow.ts";
import { gateRuns } from "./ask-gate.ts";
import type { Context, Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { exportKept } from "./export-kept.ts";
import { type CommonOptions, ending, withConfig, withHelp, withState } from "./frame.ts";
import type { Output } from "./output.ts";
import { printable } from "./printable.ts";
import { withStore } from "./with-store.ts";

export interface DrainOptions extends CommonOptions {
  readonly release?: boolean;
  readonly export?: string;
}

export function drainCommand(frame: Frame): Command {
  const command = new Command("drain")
    .summary("let everything go that is kept, before the gate is taken out")
    .description(
      "Switches the gate off (as breakwater mode off does) and has it pass on what settles. What " +
        "is held for a moderator is passed on too with --release, or written to a file with " +
        "--export. Can be ended and run again. The gate must be running: it does the delivering.",
    )
    .option("--release", "pass on what is held as well, spam or not")
    .option("--export <file>", "write what is held, refused or rejected as JSON lines, with bytes");
  withHelp(withState(withConfig(command)), "breakwater drain --export held.jsonl");
  return command.action(
    ending(frame, (options: DrainOptions) =>
      withStore(frame, options, "complain", ({ ledger }) =>
        runDrain(options, ledger, handOf(frame), frame, {
          isUp: () => gateRuns(ledger),
          wait: sleep,
        }),
      ),
    ),
  );
}

export interface DrainSurroundings {
  /** Whether a gate runs on these stores. */
  isUp(): Promise<boolean>;
  wait(ms: number): Promise<unknown>;
}

const lookEveryMs = 500;
/** A running gate looks for orders every second. */
const noticedAfterMs = 2000;
/** The home server is asked again every half minute. */
const patienceMs = 3 * minute;

/** Exit code 1 if something is left, 3 if nobody delivers it. */
export async function runDrain(
  options: DrainOptions,
  ledger: Ledger,
  hand: Hand,
  { output, directory, stopping }: Pick<Context, "output" | "directory" | "stopping">,
  surroundings: DrainSurroundings,
): Promise<ExitCode> {
  const before = await countsIn(ledger, hand);
  await orderMode(ledger, { mode: "off", ...hand });
  const isUp = await surroundings.isUp();
  // What it keeps until it has noticed is let go as well.
  if (isUp) await surroundings.wait(noticedAfterMs);
  output.line("The mode is off: nothing new is kept.");
  if (options.export !== undefined) {
    const count = await exportKept(ledger, resolve(directory, options.export));
    output.line(
      `Wrote ${count} to ${printable(options.export)}, with their bytes. Only you can read it.`,
    );
  }
  const states: KeptState[] = options.release ? ["settling", "held"] : ["settling"];
  const leaving = await letGo(states, ledger, hand);
  if (leaving > 0 && !isUp)
    throw new Complaint(
      "no gate runs on these stores, so nobody delivers what is kept: start it, then drain again.",
      exitCodes.down,
    );
  await allGone(states, ledger, hand, output, stopping(), surroundings.wait);
  return conclude(options, before, await countsIn(ledger, hand), output);
}

/** Answers how many are on their way by now. */
async function letGo(states: readonly KeptState[], ledger: Ledger, hand: Hand): Promise<number> {
  const by = byDraining(hand.by);
  for (const { receipt, ruledBy } of await ledger.list(states, 100_000))
    if (ruledBy === undefined) await ledger.rule({ receipt, ruling: "ham", by, at: hand.at });
  const counts = await countsIn(ledger, hand);
  return [...states, "releasing" as const].reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
}

type Counts = ReadonlyMap<KeptState, number>;

async function countsIn(ledger: Ledger, { at }: Hand): Promise<Counts> {
  return new Map((await ledger.census(at)).map(({ state, count }) => [state, count]));
}

/** Resolves when nothing of it waits any more; throws where it does not get on. */
async function allGone(
  states: readonly KeptState[],
  ledger: Ledger,
  hand: Hand,
  output: Output,
  stopped: AbortSignal,
  wait: DrainSurroundings["wait"],
): Promise<void> {
  let left = Number.POSITIVE_INFINITY;
  for (let waited = 0; ; waited += lookEveryMs) {
    const now = await letGo(states, ledger, hand);
    if (now === 0) return;
    if (now < left) {
      output.aside(`${now} still to be delivered …`);
      waited = 0;
    }
    left = now;
    if (stopped.aborted)
      throw new Complaint(`ended with ${now} undelivered: run it again to go on.`, exitCodes.no);
    if (waited > patienceMs)
      throw new Complaint(
        `${now} can't be delivered: does the home server answer? "breakwater status" says so. ` +
          "The gate goes on trying; run this again later.",
        exitCodes.down,
      );
    await wait(lookEveryMs);
  }
}

function conclude(options: DrainOptions, before: Counts, after: Counts, output: Output): ExitCode {
  const came = (state: KeptState) => (after.get(state) ?? 0) - (before.get(state) ?? 0);
  const [delivered, refused] = [came("delivered"), came("refused")];
  const held = after.get("held") ?? 0;
  if (delivered > 0) output.line(`${delivered} were delivered.`);
  if (refused > 0)
    output.line(
      `${refused} were refused by the home server, most likely because their signatures are too ` +
        'old by now: "breakwater cases list --states refused" shows them, --export writes them.',
    );
  if (held > 0 && options.export === undefined) {
    output.line(
      `${held} are still held: pass them on with --release, or write them to a file with --export.`,
    );
    return exitCodes.no;
  }
  output.line(held > 0 ? "What is held is in the file." : "Nothing waits here any more.");
  output.line(
    "The gate can go: take the include line out of your web server and reload it, then stop the " +
      "gate. docs/operators/removal.md says what to delete. To go on instead: " +
      '"breakwater mode configured".',
  );
  return refused > 0 && options.export === undefined ? exitCodes.no : exitCodes.done;
}

// `mode`: what the gate does with its verdicts, seen and changed while it runs.

import { Argument, Command } from "commander";
import type { Hand } from "../model/hand.ts";
import { type Mode, modes } from "../model/mode.ts";
import type { Ledger } from "../ports/ledger.ts";
import { changeMode, type Governed } from "../services/governing.ts";
import { modeOrdered } from "../services/orders.ts";
import { presenceIn } from "../services/presence.ts";
import { handOf, tellFolder } from "./allow.ts";
import { askGate } from "./ask-gate.ts";
import type { Frame } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { withStore } from "./with-store.ts";

/** `configured`: the order is taken back, and the configuration's mode counts again. */
type Wish = Mode | "configured";

export function modeCommand(frame: Frame): Command {
  const command = new Command("mode")
    .summary("see or change the mode, also of a gate that runs")
    .description(
      "watch: judge everything, stop nothing. guard: act on the verdicts. off: a plain proxy, at " +
        "once. An order stands over restarts and wins over the configuration, until another or " +
        '"configured" takes it back. Without an argument: what stands.',
    )
    .addArgument(new Argument("[mode]").choices([...modes, "configured"]));
  withHelp(withJson(withState(withConfig(command))), "breakwater mode guard");
  return command.action(
    ending(frame, (wish: Wish | undefined, options: CommonOptions) =>
      withStore(frame, options, "complain", async (store, folder, config) => {
        const { ledger } = store;
        const fallback = await withoutOrder(config.mode, ledger);
        if (wish === undefined) return showMode(fallback, options, ledger, frame.output);
        await giveOrder(wish, fallback, options, store, handOf(frame), frame.output);
        tellFolder(folder, options, frame.output);
        return exitCodes.done;
      }),
    ),
  );
}

/** The mode that counts while nobody ordered one, and whose word it is. */
interface Fallback {
  readonly mode: Mode;
  readonly says: string;
}

/** `start --mode` wins over the file, and only the gate that runs knows of it. */
async function withoutOrder(mode: Mode, ledger: Ledger): Promise<Fallback> {
  const card = await presenceIn(ledger);
  const gate = card === undefined ? undefined : await askGate(card.admin);
  if (gate === undefined || gate.configuredMode === mode)
    return { mode, says: "as the configuration says" };
  const says = `as the gate that runs was started; the configuration says ${mode}`;
  return { mode: gate.configuredMode, says };
}

/** What is in force: an order, what the gate that runs was started with, or the configuration's. */
export async function modeInForce(configured: Mode, ledger: Ledger): Promise<Mode> {
  return (await modeOrdered(ledger))?.mode ?? (await withoutOrder(configured, ledger)).mode;
}

async function giveOrder(
  wish: Wish,
  configured: Fallback,
  options: CommonOptions,
  store: Governed,
  hand: Hand,
  output: Output,
): Promise<void> {
  await changeMode(store, wish === "configured" ? undefined : wish, hand);
  const mode = wish === "configured" ? configured.mode : wish;
  if (options.json) return printJson(output, await modeAsJson(configured.mode, store.ledger));
  const says = wish === "configured" ? `, ${configured.says}` : "";
  output.line(`The mode is ${mode}${says}. A gate that runs follows within a second or two.`);
  output.line(meanings[mode]);
}

const meanings: Readonly<Record<Mode, string>> = {
  watch:
    "Everything is judged and passed on. What is kept: settling goes on to its end and is then " +
    "passed on, held waits for a ruling.",
  guard: "Verdicts are acted on: the doubtful settles, what looks like spam is held.",
  off:
    "Nothing is judged or read any more. What is kept: settling is passed on at once, held waits " +
    "for a ruling (breakwater drain releases it), also if its author deletes it meanwhile.",
};

async function showMode(
  configured: Fallback,
  options: CommonOptions,
  ledger: Ledger,
  output: Output,
): Promise<ExitCode> {
  const order = await modeOrdered(ledger);
  if (options.json) {
    printJson(output, await modeAsJson(configured.mode, ledger));
  } else if (order === undefined) {
    output.line(`${configured.mode}, ${configured.says}.`);
  } else {
    const when = `${shortTime(order.at)} UTC`;
    output.line(`${order.mode}, by an order of ${printable(order.by)} since ${when}.`);
    output.line(
      `Without it the mode is ${configured.mode}; "breakwater mode configured" takes it back.`,
    );
  }
  return exitCodes.done;
}

async function modeAsJson(configured: Mode, ledger: Ledger): Promise<object> {
  const order = await modeOrdered(ledger);
  const at = order && new Date(order.at).toISOString();
  return {
    mode: order?.mode ?? configured,
    configured,
    order: order === undefined ? null : { mode: order.mode, by: order.by, at },
  };
}

// `reload`: a running gate reads its configuration again, and says what came of it.

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { second } from "../base/units.ts";
import type { Hand } from "../model/hand.ts";
import type { Ledger } from "../ports/ledger.ts";
import { orderReload, type ReloadAnswer, reloadAnswered } from "../services/orders.ts";
import { handOf } from "./allow.ts";
import { awaitAnswer } from "./await-answer.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { withStore } from "./with-store.ts";

/** A gate looks every second; one that has not answered by then is not there, or hangs. */
const answerTimeMs = 10 * second;

export function reloadCommand(frame: Frame): Command {
  const command = new Command("reload")
    .summary("have a running gate read its configuration again")
    .description(
      "The gate that runs with this state folder reads its configuration again, as on SIGHUP. " +
        "It says what changed and what needs a restart. A wrong configuration changes nothing.",
    );
  withHelp(withJson(withState(withConfig(command))), "breakwater reload");
  return command.action(
    ending(frame, (options: CommonOptions) =>
      withStore(frame, options, "complain", ({ ledger }) =>
        runReload(options, ledger, handOf(frame), frame.output),
      ),
    ),
  );
}

/** Exit code 2 if the gate's configuration is wrong, 3 if no gate answers. */
export async function runReload(
  options: CommonOptions,
  ledger: Ledger,
  hand: Hand,
  output: Output,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<ExitCode> {
  const id = randomUUID();
  await orderReload(ledger, { id, ...hand });
  const answer = await awaitAnswer(answerTimeMs, () => reloadAnswered(ledger, id), wait);
  if (answer !== undefined) return tell(answer, options, output);
  throw new Complaint(
    "no gate answered: is one running with this state folder? " +
      "One that starts reads its configuration anyway.",
    exitCodes.down,
  );
}

function tell(answer: ReloadAnswer, { json }: CommonOptions, output: Output): ExitCode {
  const { problems, changed, restart } = answer;
  const code = problems.length > 0 ? exitCodes.wrong : exitCodes.done;
  if (json) {
    printJson(output, { problems, changed, restart });
    return code;
  }
  for (const problem of problems) output.aside(`breakwater: ${printable(problem)}`);
  if (problems.length > 0) output.aside("Nothing was changed.");
  else if (changed.length + restart.length === 0) output.line("Read again: nothing is different.");
  if (changed.length > 0) output.line(`In force now: ${listed(changed)}.`);
  if (restart.length > 0) output.line(`After a restart: ${listed(restart)}.`);
  return code;
}

function listed(names: readonly string[]): string {
  return names.map(printable).join(", ");
}

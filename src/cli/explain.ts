// `explain`: why was this decided, and what would change it?

import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import type { Receipt } from "../model/ids.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Ledger } from "../ports/ledger.ts";
import { campaignIn } from "../services/cases/preview.ts";
import type { Config } from "../services/config.ts";
import { configInForce } from "../services/tuning.ts";
import { askAbout, type QuestionOptions, withQuestion } from "./check.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { asExplained, whatWasDone } from "./explain-decision.ts";
import { type Explained, explain } from "./explain-table.ts";
import { ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";
import { readAll } from "./read-input.ts";
import { verdictIn, verdictsIn } from "./read-verdict.ts";
import { withStore } from "./with-store.ts";

export interface ExplainOptions extends QuestionOptions {
  readonly delivery?: string;
}

/** A replay's answers to a day of a large server. */
const fileBytesMax = 256 * 1024 * 1024;

export function explainCommand(frame: Frame): Command {
  const command = new Command("explain")
    .summary("show why something was decided")
    .description(
      "Prints a verdict as a table that adds up, and what would change it. Takes the receipt of " +
        "something judged within the last 14 days or kept, a file with a verdict (from check " +
        "--json or replay --out), or an activity, which is judged first.",
    )
    .argument("<file-or-receipt>", "a file, - for standard input, or a receipt")
    .option("--delivery <id>", "which line of a replay's answer");
  withHelp(
    withJson(withState(withConfig(withQuestion(command)))),
    "breakwater explain verdicts.jsonl --delivery d000123",
  );
  return command.action(
    ending(frame, async (named: string, options: ExplainOptions) => {
      const settings = { state: options.state };
      const { config } = await readConfig({ config: options.config, settings }, frame);
      if (await isInput(named, frame)) {
        const verdict = await verdictOfFile(named, options, config, frame);
        return show(verdict, options, config, frame.output);
      }
      return withStore(frame, options, "complain", async (store) => {
        const inForce = await configInForce(config, store.ledger);
        return runExplainReceipt(named, options, store, inForce, frame.output);
      });
    }),
  );
}

/** Exit code 1 if nothing was kept or judged under that receipt. */
export async function runExplainReceipt(
  named: string,
  options: ExplainOptions,
  { ledger, chronicle }: Written,
  config: Config,
  output: Output,
): Promise<ExitCode> {
  const receipt = named as Receipt;
  const kept = await ledger.find(receipt);
  if (kept !== undefined) return show(kept.verdict, options, config, output);
  const decision = await chronicle.find(receipt);
  if (decision !== undefined) {
    if (!options.json) for (const line of whatWasDone(decision, output)) output.line(line);
    return show(asExplained(decision), options, config, output);
  }
  const name = printable(named);
  if (campaignIn(named) !== undefined) {
    output.aside(`${name} is a case, not a receipt: "breakwater cases show ${name}" tells of it.`);
    return exitCodes.no;
  }
  output.aside(
    `There is no file ${name}, and nothing was kept or judged under that receipt. What passes ` +
      "unread is only counted, and decisions are kept for 14 days.",
  );
  return exitCodes.no;
}

interface Written {
  readonly ledger: Pick<Ledger, "find">;
  readonly chronicle: Pick<Chronicle, "find">;
}

function show(
  verdict: Explained,
  options: ExplainOptions,
  config: Config,
  output: Output,
): ExitCode {
  if (options.json) printJson(output, verdict);
  else for (const line of explain(verdict, config.policy, output)) output.line(line);
  return exitCodes.done;
}

async function verdictOfFile(
  name: string,
  options: ExplainOptions,
  config: Config,
  frame: Frame,
): Promise<Explained> {
  const bytes = await readAll(name, fileBytesMax, frame);
  const text = new TextDecoder().decode(bytes);
  if (options.delivery === undefined && verdictsIn(text) > 1)
    throw new Complaint(
      "that file has more than one verdict: name one with --delivery, such as --delivery d000123.",
    );
  const found = verdictIn(text, options.delivery);
  if (found !== undefined) return found;
  if (options.delivery !== undefined)
    throw new Complaint(`there is no verdict on ${printable(options.delivery)} in that file.`);
  const { replayHouse } = await frame.parts();
  return (await askAbout(bytes, options, config, replayHouse(config), frame.now())).verdict;
}

async function isInput(named: string, frame: Frame): Promise<boolean> {
  if (named === "-") return true;
  return access(resolve(frame.directory, named)).then(
    () => true,
    () => false,
  );
}

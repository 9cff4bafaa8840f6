// `rules propose`: what a confirmed case suggests, with a command that writes it.

import { Command } from "commander";
import { hostOf } from "../model/ids.ts";
import { campaignIn } from "../services/cases/preview.ts";
import type { Config } from "../services/config.ts";
import { presenceIn } from "../services/presence.ts";
import { proposalsFor, type RuleProposal } from "../services/rule-proposals.ts";
import type { Context, Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { rulesSources } from "./rules-sources.ts";
import { table } from "./table.ts";
import { withStore } from "./with-store.ts";

export interface ProposeOptions extends CommonOptions {
  readonly on?: string;
}

export function proposeCommand(frame: Frame): Command {
  const command = new Command("propose")
    .summary("rules that a case suggests which was ruled spam")
    .argument("<case>", "a campaign's id, such as c41")
    .option("--on <log>", "try them on this traffic log, not on what was recorded last");
  withHelp(withJson(withState(withConfig(command))), "breakwater rules propose c41");
  return command.action(
    ending(frame, (named: string, options: ProposeOptions) =>
      withStore(frame, options, "complain", async (store, _, config) => {
        const own = await ownHosts(config, store);
        return runPropose(named, options, store, own, frame.output, frame);
      }),
    ),
  );
}

async function ownHosts(
  { home, publicUrl }: Config,
  { ledger }: Pick<Store, "ledger">,
): Promise<readonly string[]> {
  const named = [home.origin, publicUrl].map((url) =>
    url === undefined ? undefined : hostOf(url),
  );
  const present = (await presenceIn(ledger))?.hosts ?? [];
  return [...named.filter((host) => host !== undefined), ...present];
}

/** Exit code 1 where it suggests none. */
export async function runPropose(
  named: string,
  { on, json }: ProposeOptions,
  store: Pick<Store, "ledger" | "documents" | "chronicle">,
  own: readonly string[],
  output: Output,
  place: Pick<Context, "input" | "directory">,
): Promise<ExitCode> {
  const campaign = campaignIn(named);
  if (campaign === undefined)
    throw new Complaint(`"${printable(named)}" is no case; cases are named like c41.`);
  const sources = await rulesSources(store, on, place);
  const found = await proposalsFor(campaign, { ...sources, ledger: store.ledger }, own);
  if (!found.ok) throw new Complaint(`${printable(found.error)}.`);
  if (json) printJson(output, found.value);
  else for (const line of proposalLines(named, found.value, output)) output.line(line);
  return found.value.length === 0 ? exitCodes.no : exitCodes.done;
}

function proposalLines(
  named: string,
  proposals: readonly RuleProposal[],
  output: Output,
): readonly string[] {
  if (proposals.length === 0)
    return [
      `${printable(named)} has nothing in common that a rule could say and wanted mail has not.`,
    ];
  const titles = ["in the case", "in wanted mail", "spam of what it meets", "rule"];
  const rows = proposals.map(({ pattern, inCase, wanted, precision }) => [
    `${inCase.part} of ${inCase.of}`,
    wanted.of === 0 ? "nothing to try it on" : `${wanted.part} of ${wanted.of}`,
    `${percent(precision.low)} to ${percent(precision.high)} %`,
    `--${pattern.kind} ${JSON.stringify(pattern.text)}`,
  ]);
  return [
    ...table(
      titles.map((title) => ({ title })),
      rows,
      output.width,
    ),
    "",
    'Write one with "breakwater rules add" and what stands in the last column.',
  ];
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}

// `backup` and `restore`: everything of a state folder in one file, also while the gate runs.

import { access, mkdir, rmdir } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import type { Holdings } from "../adapters/sqlite/backup.ts";
import { amount } from "../base/amount.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { printJson } from "./output.ts";
import type { Parts } from "./parts.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";

type CopyParts = Pick<Parts, "backUp" | "restore" | "reasonOf">;

export function backupCommand(frame: Frame): Command {
  const command = new Command("backup")
    .summary("copy everything of a state folder into one file, while the gate runs")
    .description(
      "Writes one file with all that must not be lost: kept mail, rulings and rules, keys, what " +
        "memory knows. The gate may run meanwhile; what it acknowledged before is in the file. " +
        "Only you can read it. It holds private posts and the gate's key: keep it like them.",
    )
    .argument("<file>", "where to; never replaced");
  withHelp(withJson(withState(withConfig(command))), "breakwater backup /backups/gate-today.db");
  return command.action(
    ending(frame, async (file: string, options: CommonOptions) => {
      const folder = await folderOf(options, frame);
      await mustHaveLedger(folder);
      return runBackup(file, folder, options, await frame.parts(), frame);
    }),
  );
}

export async function runBackup(
  file: string,
  folder: string,
  options: CommonOptions,
  parts: CopyParts,
  { output, directory }: Pick<Frame, "output" | "directory">,
): Promise<ExitCode> {
  const holdings = trying(`can't back up to ${printable(file)}`, parts, () =>
    parts.backUp(folder, resolve(directory, file)),
  );
  if (options.json) printJson(output, { file, folder, ...holdings });
  else output.line(`Wrote ${printable(file)}: ${told(holdings)}. Only you can read it.`);
  return exitCodes.done;
}

export function restoreCommand(frame: Frame): Command {
  const command = new Command("restore")
    .summary("make a state folder from a backup")
    .description(
      "Puts a backup into the state folder, which must hold no ledger yet, and is made where it " +
        "is missing. Start the gate on it afterwards.",
    )
    .argument("<file>", "what backup wrote");
  withHelp(
    withJson(withState(withConfig(command))),
    "breakwater restore /backups/gate-today.db --state /var/lib/breakwater",
  );
  return command.action(
    ending(frame, async (file: string, options: CommonOptions) => {
      const folder = await folderOf(options, frame);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        return await runRestore(file, folder, options, await frame.parts(), frame);
      } catch (error) {
        if (made !== undefined) await rmdir(folder).catch(() => undefined); // Only if it is empty.
        throw error;
      }
    }),
  );
}

export async function runRestore(
  file: string,
  folder: string,
  options: CommonOptions,
  parts: CopyParts,
  { output, directory }: Pick<Frame, "output" | "directory">,
): Promise<ExitCode> {
  const what = `can't restore ${printable(file)} into ${printable(folder)}`;
  const holdings = trying(what, parts, () => parts.restore(resolve(directory, file), folder));
  if (options.json) printJson(output, { file, folder, ...holdings });
  else {
    output.line(`Restored into ${printable(folder)}: ${told(holdings)}.`);
    output.line(
      "What was settling goes on when a gate starts there; never start two on one backup.",
    );
  }
  return exitCodes.done;
}

function told({ kept, rules, files }: Holdings): string {
  const memory = files.length > 0 ? ", what memory knows" : "";
  return `${amount(kept, "kept delivery", "kept deliveries")}, ${rules} rules, keys${memory}`;
}

function trying(what: string, { reasonOf }: CopyParts, work: () => Holdings): Holdings {
  try {
    return work();
  } catch (error) {
    const reason = printable(reasonOf(error));
    const { code, name } = error as { code?: unknown; name?: unknown };
    const isTheirs = code === "EEXIST" || name === "UnusableFile";
    throw new Complaint(`${what}: ${reason}.`, isTheirs ? exitCodes.wrong : exitCodes.down, error);
  }
}

async function folderOf(options: CommonOptions, frame: Frame): Promise<string> {
  const settings = { state: options.state };
  const { config } = await readConfig({ config: options.config, settings }, frame);
  return config.state;
}

/** A folder that is not ours to look into is told apart from a mistyped one. */
async function mustHaveLedger(folder: string): Promise<void> {
  try {
    await access(resolve(folder, "breakwater.db"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === "EACCES"
        ? `can't look into ${printable(folder)}: run this as the account that the gate runs as.`
        : `there is no ledger in ${printable(folder)}: name the folder that the gate uses with ` +
          "--state or --config.";
    throw new Complaint(message, exitCodes.down, error);
  }
}

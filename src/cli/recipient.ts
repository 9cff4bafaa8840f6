// `recipient`: how mail to one of our own people is treated.

import { Command } from "commander";
import type { Hand } from "../model/hand.ts";
import type { ActorId } from "../model/ids.ts";
import type { RecipientRule } from "../model/rule.ts";
import type { Config } from "../services/config.ts";
import { changeRecipient } from "../services/governing.ts";
import { recipientNamed } from "../services/recipient-named.ts";
import { handOf, tellFolder } from "./allow.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";
import { table } from "./table.ts";
import { withStore } from "./with-store.ts";

export interface RecipientOptions extends CommonOptions {
  readonly why?: string;
}

const modes = ["off", "normal", "consent"] as const;
type Mode = (typeof modes)[number];

export function recipientCommand(frame: Frame): Command {
  const command = new Command("recipient")
    .summary("filter one of our own people's mail not at all, or strictly")
    .description(
      "off: what reaches only such people is not judged. consent: whoever they don't know waits " +
        "for a ruling. normal: as for everybody. Without an actor: list who is not normal.",
    )
    .argument("[actor]", "one of our own: an actor's URL, or a name where home.actors is set")
    .argument("[mode]", modes.join(", "))
    .option("--why <reason>", "for those who read it later");
  withHelp(
    withJson(withState(withConfig(command))),
    "breakwater recipient https://home.example/users/alice consent",
  );
  return command.action(
    ending(frame, async (named: string | undefined, mode: string | undefined, options) =>
      runCommand(named, mode, options as RecipientOptions, frame),
    ),
  );
}

async function runCommand(
  named: string | undefined,
  mode: string | undefined,
  options: RecipientOptions,
  frame: Frame,
): Promise<ExitCode> {
  if (named === undefined) {
    return withStore(frame, options, "complain", ({ ledger }) =>
      listRecipients(options, ledger, frame.output),
    );
  }
  const { config } = await readConfig({ config: options.config }, frame);
  const recipient = recipientIn(named, config.home);
  const wanted = modeNamed(mode);
  return withStore(frame, options, "make", async (store, folder) => {
    const code = await runRecipient(recipient, wanted, options, store, handOf(frame), frame.output);
    tellFolder(folder, options, frame.output);
    return code;
  });
}

export async function runRecipient(
  recipient: ActorId,
  mode: Mode,
  options: RecipientOptions,
  store: Pick<Store, "ledger" | "ownRecords">,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const why = options.why ?? "";
  await changeRecipient(store, recipient, mode, why, hand);
  if (options.json) printJson(output, { recipient, mode, by: hand.by, why });
  else output.line(sentence(recipient, mode));
  return exitCodes.done;
}

/** Exit code 1 if there is nobody. */
export async function listRecipients(
  options: CommonOptions,
  ledger: Pick<Store["ledger"], "recipients">,
  output: Output,
): Promise<ExitCode> {
  const rules = await ledger.recipients();
  if (options.json) printJson(output, rules.map(asJson));
  else if (rules.length === 0) output.line("Everybody's mail is treated alike.");
  else for (const line of tableOf(rules, output)) output.line(line);
  return rules.length === 0 ? exitCodes.no : exitCodes.done;
}

function tableOf(rules: readonly RecipientRule[], output: Output): string[] {
  const titles = ["recipient", "mode", "since", "by", "why"].map((title) => ({ title }));
  const rows = rules.map(({ recipient, mode, madeAt, by, why }) => [
    recipient,
    mode,
    shortTime(madeAt),
    by,
    why,
  ]);
  return table(titles, rows, output.width);
}

function asJson({ recipient, mode, by, why, madeAt }: RecipientRule): object {
  return { recipient, mode, by, why, madeAt: new Date(madeAt).toISOString() };
}

function sentence(recipient: ActorId, mode: Mode): string {
  const name = printable(recipient);
  switch (mode) {
    case "off":
      return `What reaches only ${name}, or others like it, is not judged from now on.`;
    case "normal":
      return `Mail to ${name} is treated as everybody's from now on.`;
    case "consent":
      return `Whoever ${name} does not know waits for a ruling from now on.`;
  }
}

function modeNamed(text: string | undefined): Mode {
  const mode = modes.find((one) => one === text);
  if (mode !== undefined) return mode;
  const given = text === undefined ? "" : `, not "${printable(text.slice(0, 40))}"`;
  throw new Complaint(`the mode must be ${modes.join(", ")}${given}.`);
}

/** Throws Complaint where it names nobody. */
export function recipientIn(text: string, home: Config["home"]): ActorId {
  const recipient = recipientNamed(text, home);
  if (recipient !== undefined) return recipient;
  throw new Complaint(
    `"${printable(text.slice(0, 100))}" names nobody here: pass the actor's URL, such as ` +
      "https://home.example/users/alice (a name is enough where home.actors is set).",
  );
}

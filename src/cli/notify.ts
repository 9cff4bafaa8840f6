// `notify`: who is told of waves and troubles, over which channel, and whether that works.

import { Argument, Command, Option } from "commander";
import type { Hand } from "../model/hand.ts";
import { type Address, languages, type Subscription, topics } from "../model/subscription.ts";
import type { Notifiers, Sent } from "../ports/notifier.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { Config } from "../services/config.ts";
import { testLetter } from "../services/notify/letter.ts";
import { newLetterId } from "../services/notify/outbox.ts";
import { sendTo } from "../services/notify/send-to.ts";
import {
  addSubscription,
  dropSubscription,
  shownAddress,
  subscriptionOf,
} from "../services/notify/subscriptions.ts";
import { typedChannels } from "../services/notify/typed.ts";
import { handOf, tellFolder } from "./allow.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { type AddOptions, wantedFrom } from "./notify-add.ts";
import { type ListedSubscription, listed, listedJson, listedTable } from "./notify-list.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { withStore } from "./with-store.ts";

export function notifyCommand(frame: Frame): Command {
  const command = new Command("notify")
    .summary("say who is told of waves and troubles, and where")
    .description(
      "Notices to moderators by e-mail, webhook or ntfy; browsers subscribe at the desk. One " +
        "notice a wave, all else in a digest; see docs/operators/notifications.md.",
    );
  withHelp(command, "breakwater notify add email alice@home.example --what wave,alarm");
  command.addCommand(listCommand(frame));
  command.addCommand(addCommand(frame));
  command.addCommand(testCommand(frame));
  command.addCommand(dropCommand(frame));
  return command;
}

function listCommand(frame: Frame): Command {
  const command = new Command("list")
    .summary("who is told of what, and how sending goes")
    .option("--for <person>", "only this person's");
  withHelp(withJson(withState(withConfig(command))), "breakwater notify list");
  return command.action(
    ending(frame, (options: CommonOptions & { readonly for?: string }) =>
      withStore(frame, options, "complain", async ({ ownRecords }) =>
        runList(await listed(ownRecords, options.for), options, frame.output),
      ),
    ),
  );
}

function addCommand(frame: Frame): Command {
  const command = new Command("add")
    .summary("have somebody told")
    .addArgument(new Argument("<channel>", "how").choices(typedChannels))
    .argument("<address>", "an e-mail address, a URL, or an ntfy topic or its URL")
    .option("--for <person>", "whose it is (usually you)")
    .option(
      "--what <topics>",
      `told at once: ${topics.join(", ")}, all or none`,
      "wave,appeal,alarm",
    )
    .option("--urgent <topics>", "of these, what is told in quiet hours as well", "none")
    .option("--quiet <hours>", "when nothing else is told, such as 22:00-07:00")
    .option("--digest <times>", "when a digest goes: 08:00 or 08:00,18:00, or none", "08:00")
    .option("--zone <zone>", "the time zone of these times", "UTC")
    .addOption(new Option("--language <language>").choices(languages).default("en"));
  withHelp(
    withJson(withState(withConfig(command))),
    "breakwater notify add email alice@home.example --quiet 22:00-07:00 --zone Europe/Berlin",
  );
  return command.action(
    ending(frame, (channel: string, address: string, options: AddOptions) => {
      const hand = handOf(frame);
      const wanted = wantedFrom(channel, address, options, hand.by);
      return withStore(frame, options, "make", async ({ ownRecords }, folder, config) => {
        const code = await runAdd(wanted, options, ownRecords, hand, frame.output);
        const missing = missingFor(wanted.to, config.notify);
        if (missing !== undefined && !options.json)
          frame.output.aside(`Nothing goes there yet: set ${missing} (docs/config.md).`);
        tellFolder(folder, options, frame.output);
        return code;
      });
    }),
  );
}

function testCommand(frame: Frame): Command {
  const command = new Command("test")
    .summary("send one now, and print what the other side answered")
    .argument("<id>", 'as "breakwater notify list" shows it');
  withHelp(withJson(withState(withConfig(command))), "breakwater notify test s1f0c3a2");
  return command.action(
    ending(frame, (id: string, options: CommonOptions) =>
      withStore(frame, options, "complain", async ({ ledger, ownRecords }, _folder, config) => {
        const notifiers = (await frame.parts()).notifiersFor(config, ledger, frame);
        return runTest(id, options, { ownRecords, notifiers, desk: config.desk.url }, frame.output);
      }),
    ),
  );
}

function dropCommand(frame: Frame): Command {
  const command = new Command("drop")
    .summary("tell somebody nothing more")
    .argument("<id>", 'as "breakwater notify list" shows it');
  withHelp(withJson(withState(withConfig(command))), "breakwater notify drop s1f0c3a2");
  return command.action(
    ending(frame, (id: string, options: CommonOptions) =>
      withStore(frame, options, "complain", ({ ownRecords }) =>
        runDrop(id, options, ownRecords, handOf(frame), frame.output),
      ),
    ),
  );
}

/** The setting without which its channel sends nothing. */
export function missingFor(to: Address, { email, ntfy }: Config["notify"]): string | undefined {
  if (to.channel === "email" && (email.server === undefined || email.from === undefined))
    return "notify.email.server and notify.email.from";
  if (to.channel === "ntfy" && to.server === undefined && ntfy.url === undefined)
    return "notify.ntfy.url";
  return undefined;
}

/** Exit code 1 if there is none. */
export function runList(
  found: readonly ListedSubscription[],
  { json }: CommonOptions,
  output: Output,
): ExitCode {
  if (json) printJson(output, found.map(listedJson));
  else if (found.length === 0)
    output.line('Nobody is told of anything: "breakwater notify add" changes that.');
  else for (const line of listedTable(found, output.width)) output.line(line);
  return found.length === 0 ? exitCodes.no : exitCodes.done;
}

export async function runAdd(
  wanted: Subscription,
  { json }: CommonOptions,
  records: OwnRecords,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const added = await addSubscription(records, wanted, hand);
  if (!added.ok) throw new Complaint(`not added: ${printable(added.error)}.`);
  const { id, value } = added.value;
  const { to } = value;
  if (json) {
    const secret = to.channel === "webhook" ? to.secret : null;
    printJson(output, { ...listedJson({ ...added.value, said: undefined, waiting: 0 }), secret });
    return exitCodes.done;
  }
  output.line(`${id}: ${printable(value.by)} is told by ${to.channel} at ${shown(to)}.`);
  if (to.channel === "webhook")
    output.line(`Signed with ${to.secret}, which is shown only now: give it to the receiver.`);
  output.line(`"breakwater notify test ${id}" tries it.`);
  return exitCodes.done;
}

interface TestParts {
  readonly ownRecords: OwnRecords;
  readonly notifiers: Notifiers;
  readonly desk: string | undefined;
}

/** Exit code 1 if it was not taken. */
export async function runTest(
  id: string,
  { json }: CommonOptions,
  { ownRecords, notifiers, desk }: TestParts,
  output: Output,
): Promise<ExitCode> {
  const found = await subscriptionOf(ownRecords, id);
  if (found === undefined) throw nothingBy(id);
  const { to } = found.value;
  const sent = await sendTo(to, testLetter(newLetterId(), found.value, desk), notifiers);
  if (json) printJson(output, { id, channel: to.channel, address: shownAddress(to), ...sent });
  else output.line(`${to.channel} ${shown(to)}: ${sentence(sent)}`);
  return sent.kind === "taken" ? exitCodes.done : exitCodes.no;
}

function sentence(sent: Sent): string {
  switch (sent.kind) {
    case "taken":
      return `taken; the other side said: ${printable(sent.answer)}`;
    case "failed":
      return `not taken: ${printable(sent.because)}`;
    case "gone":
      return `gone for good: ${printable(sent.because)}`;
  }
}

/** Exit code 1 if there was none. */
export async function runDrop(
  id: string,
  { json }: CommonOptions,
  records: OwnRecords,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const dropped = await dropSubscription(records, id, hand);
  if (json) printJson(output, { id, dropped });
  else if (dropped) output.line(`${id} is told nothing more.`);
  else output.line(nothingBy(id).message);
  return dropped ? exitCodes.done : exitCodes.no;
}

function nothingBy(id: string): Complaint {
  const named = printable(id.slice(0, 40));
  const message = `no subscription goes by ${named}: "breakwater notify list" shows them.`;
  return new Complaint(message, exitCodes.no);
}

function shown(to: Address): string {
  return printable(shownAddress(to));
}

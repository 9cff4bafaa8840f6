// `contact`: how first contacts of strangers are taken, seen and changed while the gate runs.

import { Argument, Command } from "commander";
import { type ContactMode, contactModes } from "../model/contact-mode.ts";
import type { Ledger } from "../ports/ledger.ts";
import { changeContact } from "../services/governing.ts";
import { contactOrdered } from "../services/orders.ts";
import { handOf, tellFolder } from "./allow.ts";
import type { Frame } from "./context.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { modeInForce } from "./mode.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { wrap } from "./width.ts";
import { withStore } from "./with-store.ts";

/** `configured`: the order is taken back, and the configuration's word counts again. */
type Wish = ContactMode | "configured";

export function contactCommand(frame: Frame): Command {
  const command = new Command("contact")
    .summary("see or change how first contacts of strangers are taken")
    .description(
      "open: as they are judged. wave: while a campaign is recognised they settle longer, which " +
        "ends by itself. consent: each waits for a ruling. It follows within a second or two. An " +
        "order stands over restarts and wins over the configuration, until another or " +
        '"configured" takes it back. Without an argument: what stands.',
    )
    .addArgument(new Argument("[contact]").choices([...contactModes, "configured"]));
  withHelp(withJson(withState(withConfig(command))), "breakwater contact wave");
  return command.action(
    ending(frame, (wish: Wish | undefined, options: CommonOptions) =>
      withStore(frame, options, "complain", async (store, folder, config) => {
        const { ledger } = store;
        const configured = config.policy.contact;
        if (wish === undefined) return show(configured, options, ledger, frame.output);
        const order = wish === "configured" ? undefined : wish;
        await changeContact(store, order, handOf(frame));
        const contact = order ?? configured;
        if (options.json) printJson(frame.output, await asJson(configured, ledger));
        else {
          const whose = order === undefined ? ", as the configuration says" : "";
          frame.output.line(
            `First contacts: ${contact}${whose}. A gate that runs follows at once.`,
          );
          for (const line of wrap(meanings[contact], frame.output.width)) frame.output.line(line);
          if ((await modeInForce(config.mode, ledger)) !== "guard" && contact !== "open")
            for (const line of wrap(onlyInGuard, frame.output.width)) frame.output.line(line);
        }
        tellFolder(folder, options, frame.output);
        return exitCodes.done;
      }),
    ),
  );
}

const onlyInGuard =
  "Now nothing waits, as the mode is not guard; breakwater week tells what would have.";

const meanings: Readonly<Record<ContactMode, string>> = {
  open: "Strangers are judged, and nothing else. What waits for a ruling goes on waiting for it.",
  wave:
    "While a campaign is recognised, strangers' first contacts wait about half an hour to three " +
    "quarters; hours after its last copy that ends by itself.",
  consent:
    "Strangers' first contacts, also likes and follows, wait for your ruling (breakwater cases " +
    "list). What nobody rules on is not seen by whom it was for.",
};

async function show(
  configured: ContactMode,
  options: CommonOptions,
  ledger: Ledger,
  output: Output,
): Promise<ExitCode> {
  const order = await contactOrdered(ledger);
  if (options.json) {
    printJson(output, await asJson(configured, ledger));
  } else if (order === undefined) {
    output.line(`${configured}, as the configuration says.`);
  } else {
    const when = `${shortTime(order.at)} UTC`;
    output.line(`${order.contact}, by an order of ${printable(order.by)} since ${when}.`);
    output.line(`Without it: ${configured}; "breakwater contact configured" takes it back.`);
  }
  return exitCodes.done;
}

async function asJson(configured: ContactMode, ledger: Ledger): Promise<object> {
  const order = await contactOrdered(ledger);
  const at = order && new Date(order.at).toISOString();
  return {
    contact: order?.contact ?? configured,
    configured,
    order: order === undefined ? null : { contact: order.contact, by: order.by, at },
  };
}

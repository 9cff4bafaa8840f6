// `desk`: the way in for whoever can use the command line, and tokens for others.

import { Command } from "commander";
import type { EpochMs } from "../base/units.ts";
import { type Role, roles } from "../model/desk.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { Config } from "../services/config.ts";
import {
  dropEntryTokens,
  type EntryToken,
  entryTokens,
  isEntryName,
  linkExpiresAt,
  makeEntryToken,
} from "../services/entry-tokens.ts";
import { presenceIn } from "../services/presence.ts";
import { endSessionsOf } from "../services/sessions.ts";
import { handOf } from "./allow.ts";
import type { Frame } from "./context.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type CommonOptions, ending, withConfig, withHelp, withJson, withState } from "./frame.ts";
import { momentAhead, shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { table } from "./table.ts";
import { withStore } from "./with-store.ts";

interface LinkOptions extends CommonOptions {
  readonly as?: string;
  readonly role?: string;
}

interface TokenOptions extends CommonOptions {
  readonly role?: string;
  readonly until?: string;
}

export function deskCommand(frame: Frame): Command {
  const desk = new Command("desk")
    .summary("sign in at the desk, and let others in")
    .description("The moderators' desk: pages in a browser, where the running gate serves them.");
  withHelp(desk, "breakwater desk link");
  desk.addCommand(linkCommand(frame));
  const token = new Command("token")
    .summary("tokens for people whom the home server's accounts can't let in")
    .description("A token lets somebody in until it is dropped. It is shown once.");
  withHelp(token, "breakwater desk token add anna --role moderator");
  token.addCommand(addCommand(frame));
  token.addCommand(tokensCommand(frame));
  token.addCommand(dropCommand(frame));
  desk.addCommand(token);
  return desk;
}

function linkCommand(frame: Frame): Command {
  const command = new Command("link")
    .summary("print a link that signs you in, once, within 15 minutes")
    .option("--as <name>", "the name that your acts are written down under (usually yours here)")
    .option("--role <role>", "admin or moderator", "admin");
  withHelp(withJson(withState(withConfig(command))), "breakwater desk link");
  return command.action(
    ending(frame, (options: LinkOptions) =>
      withStore(frame, options, "complain", async ({ ledger, ownRecords }, _folder, config) => {
        const hand = handOf(frame);
        const presence = await presenceIn(ledger);
        const running = presence?.stoppedAt === undefined ? presence : undefined;
        const origin = config.desk.url ?? running?.desk;
        if (origin === undefined) {
          const why = whyNoDesk(config, running !== undefined);
          throw new Complaint(`there is no desk: ${why}.`, exitCodes.down);
        }
        const visitor = { who: nameIn(options.as ?? hand.by), role: roleIn(options.role) };
        const lasting = { once: true, expiresAt: linkExpiresAt(hand.at) };
        const token = await makeEntryToken(ownRecords, visitor, lasting, hand);
        const url = `${originOf(origin)}/sign-in?token=${token}`;
        if (options.json) printJson(frame.output, { url, ...visitor });
        else {
          frame.output.line(url);
          frame.output.aside(
            `It signs you in as ${visitor.who} (role ${visitor.role}): once, within 15 min.`,
          );
          if (config.desk.url === undefined)
            frame.output.aside("From elsewhere, such as a phone: docs/operators/desk.md says how.");
        }
        return exitCodes.done;
      }),
    ),
  );
}

export function whyNoDesk({ desk }: Config, gateRuns: boolean): string {
  if (!desk.enabled) return "desk.enabled is false";
  if (!gateRuns) return 'no gate runs here; "breakwater start" starts one';
  return "the gate runs without one, and its log says why: desk.listen may be another's port";
}

function addCommand(frame: Frame): Command {
  const command = new Command("add")
    .summary("make a token and print it")
    .argument("<name>", "whose it is: what that person does is written down under this name")
    .option("--role <role>", "admin or moderator", "moderator")
    .option("--until <when>", "when it ends, such as 90d or 2027-01-31 (usually: when dropped)");
  withHelp(withJson(withState(withConfig(command))), "breakwater desk token add anna");
  return command.action(
    ending(frame, (name: string, options: TokenOptions) =>
      withStore(frame, options, "make", async ({ ownRecords }) => {
        const hand = handOf(frame);
        const visitor = { who: nameIn(name), role: roleIn(options.role) };
        const expiresAt =
          options.until === undefined ? undefined : momentAhead(options.until, hand.at);
        const token = await makeEntryToken(ownRecords, visitor, { once: false, expiresAt }, hand);
        if (options.json) printJson(frame.output, { token, ...visitor });
        else frame.output.line(token);
        return exitCodes.done;
      }),
    ),
  );
}

function tokensCommand(frame: Frame): Command {
  const command = new Command("list").summary("list tokens: whose, until when");
  withHelp(withJson(withState(withConfig(command))), "breakwater desk token list");
  return command.action(
    ending(frame, (options: CommonOptions) =>
      withStore(frame, options, "complain", ({ ownRecords }) =>
        listTokens(ownRecords, options, frame.now(), frame.output),
      ),
    ),
  );
}

async function listTokens(
  records: OwnRecords,
  options: CommonOptions,
  now: EpochMs,
  output: Output,
): Promise<ExitCode> {
  const standing = (await entryTokens(records)).filter((one) => isOpen(one, now));
  if (options.json) printJson(output, standing.map(tokenAsJson));
  else if (standing.length === 0) output.line("There are no tokens.");
  else for (const line of tokenTable(standing, output)) output.line(line);
  return standing.length === 0 ? exitCodes.no : exitCodes.done;
}

function isOpen({ expiresAt }: EntryToken, now: EpochMs): boolean {
  return expiresAt === undefined || expiresAt > now;
}

function tokenTable(tokens: readonly EntryToken[], output: Output): string[] {
  const titles = ["name", "role", "made (UTC)", "until"].map((title) => ({ title }));
  const rows = tokens.map(({ who, role, madeAt, expiresAt, once }) => {
    const until = expiresAt === undefined ? "dropped" : shortTime(expiresAt);
    return [printable(who), role, shortTime(madeAt), once ? `${until}, once` : until];
  });
  return table(titles, rows, output.width);
}

function tokenAsJson({ who, role, once, madeAt, expiresAt }: EntryToken): object {
  const iso = (ms: EpochMs | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  return { who, role, once, madeAt: iso(madeAt), expiresAt: iso(expiresAt) };
}

function dropCommand(frame: Frame): Command {
  const command = new Command("drop")
    .summary("drop somebody's tokens, and end their sessions")
    .argument("<name>", "as `desk token list` shows it");
  withHelp(withJson(withState(withConfig(command))), "breakwater desk token drop anna");
  return command.action(
    ending(frame, (name: string, options: CommonOptions) =>
      withStore(frame, options, "complain", async ({ ownRecords }) => {
        const tokens = await dropEntryTokens(ownRecords, name, handOf(frame));
        const sessions = await endSessionsOf(ownRecords, name);
        if (options.json) printJson(frame.output, { name, tokens, sessions });
        else frame.output.line(droppedLine(name, tokens, sessions));
        return tokens + sessions === 0 ? exitCodes.no : exitCodes.done;
      }),
    ),
  );
}

function droppedLine(name: string, tokens: number, sessions: number): string {
  const who = printable(name);
  if (tokens + sessions === 0) return `${who} has neither a token nor a session.`;
  return `${who} is out: tokens dropped: ${tokens}, sessions ended: ${sessions}.`;
}

function nameIn(text: string): string {
  if (isEntryName(text)) return text;
  throw new Complaint(`"${printable(text)}" is no name: letters, digits and . _ @ - only.`);
}

function roleIn(text: string | undefined): Role {
  const role = roles.find((one) => one === text && one !== "recipient");
  if (role !== undefined) return role;
  throw new Complaint(`--role must be admin or moderator, not "${printable(text ?? "")}".`);
}

/** Whoever listens everywhere is also here. A unix socket has no address in a browser. */
function originOf(address: string): string {
  if (/^https?:/.test(address)) return address;
  if (address.startsWith("unix:"))
    throw new Complaint(
      "the desk listens on a unix socket: set desk.url to where your proxy serves it.",
      exitCodes.down,
    );
  return `http://${address.replace(/^(?:0\.0\.0\.0|\[::\])/, "127.0.0.1")}`;
}

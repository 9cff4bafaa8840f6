// `cases recall`: what reached people before anybody knew, for who withdraws it by hand.

import { amount } from "../base/amount.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Recalled } from "../model/recall.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { table } from "./table.ts";

export interface RecallOptions {
  readonly json?: boolean;
}

/** More by hand is nobody's evening; `--limit` asks for more. */
export const recallsShown = "200";

/** Exit code 1 if nothing is listed. */
export async function runRecall(
  named: CampaignId | undefined,
  limit: number,
  options: RecallOptions,
  ledger: Pick<Ledger, "recalls" | "caseRecord">,
  output: Output,
): Promise<ExitCode> {
  const record = named && (await ledger.caseRecord(named));
  const found = await ledger.recalls(record?.campaign ?? named, limit);
  if (options.json) printJson(output, found.map(asJson));
  else if (found.length === 0) output.line(nothingFor(named));
  else for (const line of lines(found, output)) output.line(line);
  return found.length === 0 ? exitCodes.no : exitCodes.done;
}

function nothingFor(named: CampaignId | undefined): string {
  const what = named === undefined ? "Nothing" : `Nothing of ${named}`;
  return `${what} is listed for recall: it takes a ruling of spam, and some seconds.`;
}

function lines(found: readonly Recalled[], output: Output): string[] {
  const open = found.filter(({ recalledAt }) => recalledAt === undefined).length;
  const note =
    open === 0
      ? []
      : ["", `${amount(open, "post")} to withdraw by hand: delete such posts at home.`];
  return [...(output.interactive ? forPeople(found) : forPipes(found)), ...note];
}

const titles = ["case", "arrived (UTC)", "to", "from", "now", "post"];

/** An address stands on a line of its own, where it can be copied whole. */
function forPeople(found: readonly Recalled[]): string[] {
  const rows = found.map((post) => cellsOf(post).slice(0, -1));
  const [head = "", ...lines] = linesOf(titles.slice(0, -1), rows);
  return [head, ...lines.flatMap((line, at) => [line, `  ${addressOf(found[at])}`])];
}

function forPipes(found: readonly Recalled[]): string[] {
  return linesOf(titles, found.map(cellsOf));
}

/** Without a width: nothing wraps. */
function linesOf(named: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return table(
    named.map((title) => ({ title })),
    rows,
    Number.POSITIVE_INFINITY,
  );
}

function cellsOf(post: Recalled): string[] {
  return [
    post.campaign,
    shortTime(post.at),
    amount(post.recipients.length, "person", "people"),
    shortSender(post.sender),
    post.recalledAt === undefined ? "to withdraw" : "withdrawn",
    addressOf(post),
  ];
}

function addressOf(post: Recalled | undefined): string {
  return printable(post?.objectId ?? post?.activityId ?? post?.receipt ?? "");
}

function asJson(post: Recalled): object {
  const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  const { receipt, campaign, sender, activityId, objectId, recipients } = post;
  return {
    ...{ receipt, campaign, sender, recipients },
    activityId: activityId ?? null,
    objectId: objectId ?? null,
    at: iso(post.at),
    listedAt: iso(post.listedAt),
    recalledAt: iso(post.recalledAt),
  };
}

// What `cases show RECEIPT` prints: one kept delivery, its ways in, and its verdict.

import type { EpochMs } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import { type Kept, summaryOf } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import { openWay } from "../services/cases/ways.ts";
import type { Config } from "../services/config.ts";
import { isBeyondReach } from "../services/ladder/deadline.ts";
import { keptAsJson } from "./cases-table.ts";
import { byHand, wayLines, wayNames } from "./cases-ways.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { explain } from "./explain-table.ts";
import type { CommonOptions } from "./frame.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";

export interface ShowOptions extends CommonOptions {
  readonly body?: boolean;
}

/** Words of what was kept that occur in spam; they are part of its text. */
export type TellWords = (kept: Kept) => Promise<readonly string[]>;

/** Exit code 1 if nothing was kept under that receipt. */
export async function runShow(
  receipt: string,
  options: ShowOptions,
  ledger: Pick<Ledger, "find">,
  config: Config,
  now: EpochMs,
  output: Output,
  tellWords: TellWords = async () => [],
): Promise<ExitCode> {
  const kept = await ledger.find(receipt as Receipt);
  if (kept === undefined) {
    output.aside(
      `Nothing was kept under ${printable(receipt)}; "breakwater cases list" shows what was.`,
    );
    return exitCodes.no;
  }
  const body = new TextDecoder().decode(kept.delivery.body);
  const words = options.body && spokeOfWords(kept) ? await tellWords(kept) : [];
  if (options.json) {
    printJson(output, { ...keptAsJson(summaryOf(kept)), ...(options.body ? { body, words } : {}) });
    return exitCodes.done;
  }
  for (const line of envelope(kept, now)) output.line(line);
  output.line();
  for (const line of explain(kept.verdict, config.policy, output)) output.line(line);
  if (words.length > 0) output.line(`Words that occur in spam: ${printable(words.join(", "))}.`);
  if (options.body) for (const line of bodyLines(body)) output.line(line);
  return exitCodes.done;
}

function spokeOfWords({ verdict }: Kept): boolean {
  return verdict.evidence.some(({ symbol }) => symbol === "SPAM_WORDS");
}

function envelope(kept: Kept, now: EpochMs): string[] {
  const { delivery } = kept;
  const [firstWay, ...otherWays] = wayLines(kept, now);
  const beyond = waits(kept) && isBeyondReach(kept, now);
  const facts: [string, string | undefined][] = [
    ["receipt", delivery.receipt],
    ["case", kept.verdict.campaign],
    ["sender", kept.sender],
    ["activity", kept.activityId],
    ["object", kept.objectId],
    ["inbox", delivery.path],
    ["arrived", shortTime(delivery.at)],
    ["state", `${kept.state} since ${shortTime(kept.since)}`],
    ["ruled by", kept.ruledBy],
    ["due", kept.dueAt === undefined ? undefined : shortTime(kept.dueAt)],
    ["let in", firstWay],
    ...otherWays.map((way): [string, string] => ["or", way]),
    ["too late", beyond ? "whom it was for was not notified of it" : undefined],
    ["by hand", waits(kept) && openWay(kept, now) === undefined ? byHand(kept, now) : undefined],
    ["tried", kept.triedBy === undefined ? undefined : `by ${wayNames[kept.triedBy]}`],
    ["answer", answerOf(kept)],
  ];
  return facts
    .filter((fact): fact is [string, string] => fact[1] !== undefined)
    .map(([name, value]) => `${name.padEnd(11)}${printable(value)}`);
}

function waits({ state }: Kept): boolean {
  return state === "settling" || state === "held";
}

function answerOf({ answer }: Kept): string | undefined {
  if (answer === undefined) return undefined;
  return answer.kind === "answered" ? `${answer.status}` : `unreachable: ${answer.because}`;
}

/** More would scroll the verdict away; `--json` has it all. */
const bodyLinesMax = 200;

function bodyLines(body: string): string[] {
  if (body === "") return ["", "Its bytes are gone."];
  let text = body;
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    text = body;
  }
  return ["", ...text.split("\n").slice(0, bodyLinesMax).map(indented)];
}

/** Printable alone would flatten the indentation that JSON.stringify gave. */
function indented(line: string): string {
  const spaces = /^ */.exec(line)?.[0] ?? "";
  return spaces + printable(line.slice(spaces.length));
}

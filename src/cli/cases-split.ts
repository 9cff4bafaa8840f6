// `cases split`: what does not belong to a case becomes a case of its own.

import { amount } from "../base/amount.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Hand } from "../model/hand.ts";
import type { Receipt } from "../model/ids.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type NotSplit, namedMax, splitAnswerIn, splitInWords } from "../services/cases/split.ts";
import type { AskedGate } from "./ask-of-campaign.ts";
import { busyTimeMs } from "./ask-of-campaign.ts";
import { awaitAnswer } from "./await-answer.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { type Output, printJson } from "./output.ts";

export interface SplitOptions {
  readonly domain?: string;
  readonly json?: boolean;
}

/** Exit code 1 where there was nothing to split. */
export async function runSplit(
  from: CampaignId,
  receipts: readonly string[],
  { domain, json }: SplitOptions,
  ledger: Pick<Ledger, "ask" | "takeAnswer" | "answerErrand">,
  hand: Hand,
  output: Output,
  gate: AskedGate,
): Promise<ExitCode> {
  if (receipts.length === 0 && domain === undefined)
    throw new Complaint("name what does not belong: receipts, or --domain spam.example.");
  if (receipts.length > namedMax)
    throw new Complaint(`at most ${namedMax} receipts at once: name the rest in a second command.`);
  const asked = { from, receipts: receipts as readonly Receipt[], domain };
  const errand = { kind: "split", about: splitInWords(asked, hand.by) } as const;
  await ledger.ask(errand);
  const answer = await awaitAnswer(busyTimeMs, () => ledger.takeAnswer(errand), gate.wait);
  if (answer === undefined) {
    await ledger.answerErrand(errand, undefined);
    throw new Complaint(
      "no gate answers, and only one that runs knows what belongs together: start it.",
      exitCodes.down,
    );
  }
  const done = splitAnswerIn(answer);
  if (json) printJson(output, typeof done === "string" ? { not: done } : done);
  else if (typeof done === "string") output.line(`${from}: ${notSplit[done]}`);
  else {
    const what = amount(done.moved.length, "delivery is", "deliveries are");
    output.line(`${what} the case ${done.into} now, apart from ${done.from} for good.`);
  }
  return typeof done === "string" ? exitCodes.no : exitCodes.done;
}

const notSplit: Readonly<Record<NotSplit, string>> = {
  "no such case": 'no case goes by that; "breakwater cases list" shows them.',
  "none of it": "none of that is kept in this case.",
  "all of it": "that is all of the case: there is nothing to split.",
  forgotten: "memory knows none of these any more: rule on them one by one.",
};

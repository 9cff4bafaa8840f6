// A decision from the chronicle, as `explain` shows it: what was not written down is said anew.

import { amount } from "../base/amount.ts";
import { signals } from "../engine/signals/index.ts";
import type { Decision } from "../ports/chronicle.ts";
import type { Explained } from "./explain-table.ts";
import { shortTime } from "./moment.ts";
import type { Output } from "./output.ts";
import { printable } from "./printable.ts";
import { reasonSays } from "./reason-words.ts";
import { shortSender } from "./short-sender.ts";
import { wrap } from "./width.ts";

/** Sentences are not kept, for they may name what a post links to: the signal's own stand in. */
export function asExplained(decision: Decision): Explained {
  const evidence = decision.evidence.map((one) => ({ ...one, because: summaryOf(one.symbol) }));
  return { ...decision, evidence };
}

/** Who, when and what was really done, and an empty line. */
export function whatWasDone(decision: Decision, { width }: Output): string[] {
  const { at, sender, recipients, done, why, state, stateAt, answer } = decision;
  const people = amount(recipients, "person", "people");
  const sentence = [
    `${decision.activity} by ${shortSender(sender)} to ${people} here, ${shortTime(at)} UTC:`,
    why === undefined ? `${done}.` : `${done} (${why}).`,
    answer === undefined ? "" : `The home server answered ${answer}.`,
    state === undefined || stateAt === undefined ? "" : `It is ${state}: ${shortTime(stateAt)}.`,
  ];
  return [...wrap(printable(sentence.filter((one) => one !== "").join(" ")), width), ""];
}

function summaryOf(symbol: string): string {
  return signals.find((signal) => signal.symbol === symbol)?.summary ?? reasonSays(symbol);
}

// A moderator's word on what was kept: on one delivery, or through cases-whole.ts on a whole case.

import type { EpochMs } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import type { Rung } from "../model/rung.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Hand } from "./allow.ts";
import { type AskedGate, gateOn } from "./ask-of-campaign.ts";
import { byHand, openWay, wayNames } from "./cases-ways.ts";
import {
  campaignIn,
  ruleWhole,
  type Verb,
  type WholeLedger,
  type WholeOptions,
  wholeAsJson,
  wholeLines,
} from "./cases-whole.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { CommonOptions } from "./frame.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";

export interface RulingOptions extends CommonOptions, WholeOptions {}

/** Exit code 1 if one of them can't be ruled on any more. */
export async function runRuling(
  verb: Verb,
  named: readonly string[],
  options: RulingOptions,
  ledger: Pick<Ledger, "rule" | "find" | "setting"> & WholeLedger,
  hand: Hand,
  output: Output,
  gate: AskedGate = gateOn(ledger),
): Promise<ExitCode> {
  const done: object[] = [];
  let all = true;
  for (const name of named) {
    const campaign = campaignIn(name);
    if (campaign === undefined) {
      const one = await ruleSingle(verb, name as Receipt, options, ledger, hand);
      all &&= one.ruled;
      done.push({ ...ruledAsJson(one), ...(options.dryRun ? { dryRun: true } : {}) });
      if (!options.json) output.line(rulingLine(verb, one, options));
    } else {
      const whole = await ruleWhole(verb, campaign, options, ledger, hand, gate, output);
      all &&= whole.found;
      done.push(wholeAsJson(whole, options));
      if (!options.json) for (const line of wholeLines(verb, whole, options)) output.line(line);
    }
  }
  if (options.json) printJson(output, done);
  return all ? exitCodes.done : exitCodes.no;
}

async function ruleSingle(
  verb: Verb,
  receipt: Receipt,
  { late, dryRun }: RulingOptions,
  ledger: Pick<Ledger, "rule" | "find">,
  hand: Hand,
): Promise<Ruled> {
  const ruling = verb === "release" ? "ham" : "spam";
  const outlook =
    verb === "release" ? await outlookFor(receipt, ledger, hand.at) : { way: undefined };
  const waits = outlook.lateSince !== undefined && !late;
  const ruled =
    !waits &&
    (dryRun ? await waitsStill(receipt, ledger) : await ledger.rule({ receipt, ruling, ...hand }));
  return { receipt, ruled, ...outlook };
}

async function waitsStill(receipt: Receipt, ledger: Pick<Ledger, "find">): Promise<boolean> {
  const state = (await ledger.find(receipt))?.state;
  return state === "settling" || state === "held";
}

/** How what waits would come in now. */
interface Outlook {
  readonly way: Rung | undefined;
  /** No way is open, and the home server took the request only until then. */
  readonly lateSince?: EpochMs;
  /** What people can do instead. */
  readonly instead?: string | undefined;
}

interface Ruled extends Outlook {
  readonly receipt: Receipt;
  readonly ruled: boolean;
}

async function outlookFor(
  receipt: Receipt,
  ledger: Pick<Ledger, "find">,
  now: EpochMs,
): Promise<Outlook> {
  const kept = await ledger.find(receipt);
  if (kept?.state !== "settling" && kept?.state !== "held") return { way: undefined };
  const way = openWay(kept, now);
  if (way !== undefined) return { way };
  return { way, lateSince: kept.replayUntil, instead: byHand(kept, now) };
}

function ruledAsJson({ receipt, ruled, way, lateSince }: Ruled): object {
  const lateAt = lateSince === undefined ? null : new Date(lateSince).toISOString();
  return { receipt, ruled, way: way ?? null, lateSince: lateAt };
}

function rulingLine(verb: Verb, one: Ruled, { dryRun }: RulingOptions): string {
  const { receipt, ruled, way, lateSince, instead } = one;
  const name = printable(receipt);
  const [will, is] = dryRun ? ["would", "would be"] : ["will", "is"];
  if (lateSince !== undefined) {
    const until = `the home server took this request until ${shortTime(lateSince)} UTC`;
    if (ruled)
      return `${name}: ${is} passed on, but ${until}; "breakwater cases show" tells its answer.`;
    const other = instead === undefined ? "" : ` Or ${printable(instead)}.`;
    return `${name}: ${until}; it may refuse it now.${other} Release it all the same with --late.`;
  }
  if (!ruled) return `${name}: nothing waits under this receipt; "breakwater cases show" says why.`;
  if (verb === "refuse") return `${name}: ${will} not be let in.`;
  return `${name}: ${will} be let in by ${wayNames[way ?? "replay"]}.`;
}

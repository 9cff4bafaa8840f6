// The dry run of a rule: whom it would have met, of what is kept and what was recorded.

import { hash32 } from "../base/prng.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { EpochMs } from "../base/units.ts";
import { wilson } from "../base/wilson.ts";
import {
  type CompiledPattern,
  compilePattern,
  quotesTheirs,
} from "../engine/rules/compile-rule.ts";
import { sightOf } from "../engine/rules/sight.ts";
import {
  type PatternKind,
  type RuleTrial,
  type TriedCounts,
  type TriedFate,
  triedFates,
  type WrittenRule,
} from "../model/admin-rule.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { type Tried, type TriedSources, type TriedText, triedOn } from "./tried-texts.ts";

export interface TriedExample {
  readonly receipt: Receipt;
  readonly sender: ActorId;
  readonly fate: TriedFate;
  /** What in it the rule met. */
  readonly met: string;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface RuleTried extends RuleTrial {
  readonly examples: readonly TriedExample[];
  /** Of those it met that are known as spam or as wanted, the share of spam. */
  readonly precision: Interval;
  /** The share of wanted mail that it met. */
  readonly wantedHit: Interval;
}

/** Shown at most. Chosen by us. */
const examplesMax = 20;

/**
 * Whoever knows whom: what a rule on first contacts would have met of mail that was asked for is
 * counted too. So it is met at most so often. The error says what is wrong with the rule.
 */
export async function tryRule(
  written: Pick<WrittenRule, "pattern" | "acts" | "recipient">,
  sources: TriedSources,
  at: EpochMs,
): Promise<Result<RuleTried, string>> {
  const compiled = compilePattern(written.pattern);
  if (!compiled.ok) return err(compiled.error);
  const all = await triedOn(sources, (text) => lookFor(compiled.value, written, text));
  const looked = countsOf(all);
  const met = all.filter(({ found }) => found.met !== undefined);
  const hit = countsOf(met);
  const known = { of: hit.spam + hit.ham + hit.passed, part: hit.spam };
  const wanted = { of: looked.ham + looked.passed, part: hit.ham + hit.passed };
  return ok({
    at,
    looked,
    hit,
    code: codeFor(written, looked, hit),
    examples: examplesOf(met),
    precision: wilson(known),
    wantedHit: wilson(wanted),
  });
}

interface Look {
  readonly met: string | undefined;
}

/** Undefined: it is not about such mail, or the mail has no such thing. */
function lookFor(
  compiled: CompiledPattern,
  { pattern, acts, recipient }: Pick<WrittenRule, "pattern" | "acts" | "recipient">,
  text: TriedText,
): Look | undefined {
  if (acts.length > 0 && !acts.includes(text.act)) return undefined;
  if (recipient !== undefined && !text.names(recipient)) return undefined;
  const { comparable, links, mentions } = text.sighted.reading;
  const says = comparable !== "" || links.length > 0 || mentions.length > 0;
  if (looksAtText.has(pattern.kind) && !says) return undefined;
  const met = compiled.find(sightOf(text.sighted));
  const isTold = text.isOpen || !quotesTheirs(pattern);
  return { met: met === undefined || isTold ? met : "" };
}

const looksAtText: ReadonlySet<PatternKind> = new Set(["words", "fuzzy", "expression", "link"]);

function countsOf(all: readonly Pick<Tried<unknown>, "fate">[]): TriedCounts {
  const counts = { spam: 0, ham: 0, kept: 0, passed: 0 };
  for (const { fate } of all) counts[fate]++;
  return counts;
}

/** Wanted mail first: that is what to look at. */
function examplesOf(met: readonly Tried<Look>[]): readonly TriedExample[] {
  const order: readonly TriedFate[] = ["ham", "passed", "kept", "spam"];
  return [...met]
    .sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate))
    .slice(0, examplesMax)
    .map(({ receipt, sender, fate, found }) => ({
      receipt,
      sender,
      fate,
      met: (found.met ?? "").slice(0, 80),
    }));
}

/** Four letters that can only be read where the counts are. */
function codeFor(written: object, looked: TriedCounts, hit: TriedCounts): string {
  const counts = triedFates.flatMap((fate) => [looked[fate], hit[fate]]);
  const text = JSON.stringify([written, counts]);
  return (hash32(text) % 26 ** 4)
    .toString(26)
    .padStart(4, "0")
    .replace(/[0-9a-p]/g, letterFor);
}

/** Digits and letters of base 26, as letters alone. */
function letterFor(digit: string): string {
  return String.fromCharCode(97 + Number.parseInt(digit, 26));
}

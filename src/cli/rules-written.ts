// What an admin writes on the command line, as a rule.

import type { Command } from "commander";
import type { EpochMs } from "../base/units.ts";
import { after } from "../base/units.ts";
import {
  type PatternKind,
  patternKinds,
  type RuledAct,
  type RuleEffect,
  type RulePattern,
  type RuleReach,
  ruledActs,
  ruleEffects,
  ruleReaches,
  type WrittenRule,
} from "../model/admin-rule.ts";
import { ruleLastsMs } from "../services/admin-rules.ts";
import type { Config } from "../services/config.ts";
import { Complaint } from "./exit-code.ts";
import type { CommonOptions } from "./frame.ts";
import { momentAhead } from "./moment.ts";
import { printable } from "./printable.ts";
import { recipientIn } from "./recipient.ts";

export type PatternOptions = { readonly [K in PatternKind]?: string };

export interface WrittenOptions extends CommonOptions, PatternOptions {
  readonly do?: string;
  readonly reach?: string;
  readonly acts?: string;
  readonly for?: string;
  readonly until?: string;
  readonly forever?: boolean;
  readonly note?: string;
  readonly on?: string;
}

export function withPattern(command: Command): Command {
  return command
    .option(
      "--words <phrase>",
      "these words, whole, in whatever letters; ends in * for a beginning",
    )
    .option("--fuzzy <phrase>", "the same, misspelled or pulled apart")
    .option("--expression <re2>", "an RE2 expression, on the visible text and where links lead")
    .option("--link <host>", "a link to a host; a domain is meant with all below it")
    .option("--host <host>", "signed by somebody of a host")
    .option("--actor <url>", "signed by this actor")
    .option("--name <pattern>", "a handle or display name; * is anything, # a number")
    .option("--acts <kinds>", `only on some of ${ruledActs.join(", ")}`)
    .option("--for <actor>", "only what reaches this one of our own people")
    .option("--on <log>", "try it on this traffic log, not on what was recorded last");
}

export function withEffect(command: Command): Command {
  return command
    .option("--do <what>", ruleEffects.join(", "), "hold")
    .option("--reach <whose>", `whose mail: ${ruleReaches.join(", ")}`, "first")
    .option("--until <when>", "a while (30d) or a day (2026-12-24, to its end, UTC)", "30d")
    .option("--forever", "it does not end by itself")
    .option("--note <text>", "for those who read the rule later");
}

export function writtenFrom(options: WrittenOptions, home: Config["home"], at: EpochMs) {
  return {
    pattern: patternIn(options),
    reach: oneOf("--reach", ruleReaches, options.reach ?? "first"),
    acts: actsIn(options.acts),
    recipient: options.for === undefined ? undefined : recipientIn(options.for, home),
    does: oneOf("--do", ruleEffects, options.do ?? "hold"),
    note: options.note ?? "",
    expiresAt: endIn(options, at),
  } satisfies WrittenRule;
}

function patternIn(options: WrittenOptions): RulePattern {
  const given = patternKinds.flatMap((kind): RulePattern[] => {
    const text = options[kind];
    return text === undefined ? [] : [{ kind, text }];
  });
  const [pattern, ...more] = given;
  if (pattern !== undefined && more.length === 0) return pattern;
  const names = patternKinds.map((kind) => `--${kind}`).join(", ");
  throw new Complaint(`a rule needs one of ${names}${more.length > 0 ? ", not several" : ""}.`);
}

function actsIn(text: string | undefined): readonly RuledAct[] {
  if (text === undefined) return [];
  return text.split(",").map((name) => oneOf("--acts", ruledActs, name.trim()));
}

function endIn({ until, forever }: WrittenOptions, at: EpochMs): EpochMs | undefined {
  if (forever) return undefined;
  return until === undefined || until === "30d" ? after(at, ruleLastsMs) : momentAhead(until, at);
}

function oneOf<const T extends RuleEffect | RuleReach | RuledAct>(
  option: string,
  all: readonly T[],
  text: string,
): T {
  const found = all.find((one) => one === text);
  if (found !== undefined) return found;
  const given = printable(text.slice(0, 40));
  throw new Complaint(`${option} must be ${all.join(", ")}, not "${given}".`);
}

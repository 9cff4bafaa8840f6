// An admin's rules as they are kept: written into the shadow, put in force by a second word, ended.

import { z } from "zod";
import { err, ok, type Result } from "../base/result.ts";
import { after, day, type EpochMs, epochMs, minute } from "../base/units.ts";
import { compilePattern } from "../engine/rules/compile-rule.ts";
import { stepsOfAllMax } from "../engine/rules/expression.ts";
import {
  type AdminRule,
  patternKinds,
  type RuleEffect,
  type RuleId,
  type RulePattern,
  type RuleTrial,
  ruledActs,
  ruleEffects,
  ruleReaches,
  ruleStateAt,
  ruleStates,
  type WrittenRule,
} from "../model/admin-rule.ts";
import type { AuditedAct } from "../model/audited.ts";
import type { Hand } from "../model/hand.ts";
import type { ActorId } from "../model/ids.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { noteAudit } from "./audit.ts";
import { recordsOf } from "./own-records.ts";

const moment = z.number().transform((ms) => epochMs(ms));
const counts = z.object({ spam: z.int(), ham: z.int(), kept: z.int(), passed: z.int() });
const trialShape = z.object({ at: moment, looked: counts, hit: counts, code: z.string() });

const shape = z.object({
  pattern: z.object({ kind: z.enum(patternKinds), text: z.string() }),
  reach: z.enum(ruleReaches),
  acts: z.array(z.enum(ruledActs)).readonly(),
  recipient: z.optional(z.string().transform((actor) => actor as ActorId)),
  does: z.enum(ruleEffects),
  note: z.string(),
  expiresAt: z.optional(moment),
  by: z.string(),
  madeAt: moment,
  state: z.enum(ruleStates),
  since: moment,
  stateBy: z.string(),
  because: z.string(),
  readyAt: moment,
  byItself: z.boolean(),
  trial: trialShape,
});

type Kept = z.infer<typeof shape>;

/** Apart, so that those that stand are few to read, and what ended can be forgotten in time. */
const standing = recordsOf("rule", shape);
const ended = recordsOf("rule-ended", shape);

/** Rules that stand at once; chosen by us: a post is matched with all of them. */
export const standingMax = 200;

/** How long a rule that ended is still listed. Chosen by us. */
export const endedKeptMs = 365 * day;

/** Unless somebody asks for another time, or for none. Chosen by us: waves are over by then. */
export const ruleLastsMs = 30 * day;

/** What a rule does in the shadow, where there was too little to try it on. */
export const shadowMs = day;

/**
 * Wanted texts that a rule must have been tried on. Of 200 none met leaves at most one in 66 that
 * might be (the rule of three: 3/n with 95 of 100); a night of the shadow shows the rest.
 */
export const wantedTextsMin = 200;

/** It was tried on as many texts of wanted mail as say something. */
export function isTriedEnough({ looked }: Pick<RuleTrial, "looked">): boolean {
  return looked.ham + looked.passed >= wantedTextsMin;
}

/** Nobody comes back from what these do to wanted mail, or lets in: that takes a second look. */
export function needsCode(does: RuleEffect): boolean {
  return does === "reject" || does === "allow";
}

/** In the order of writing; `ended`: also what ended, up to a year ago. Throws LedgerDown. */
export async function adminRules(
  records: OwnRecords,
  which: "standing" | "all" = "standing",
): Promise<readonly AdminRule[]> {
  const stand = await standing.list(records, { limit: standingMax });
  const over = which === "all" ? await ended.list(records, { limit: 2 * standingMax }) : [];
  const all = new Map<string, Kept>();
  for (const { id, value } of [...stand, ...over]) all.set(id, value);
  const rules = [...all].map(([id, value]) => ruleOf(id, value));
  return rules.sort((a, b) => numberOf(a.id) - numberOf(b.id));
}

function ruleOf(id: string, kept: Kept): AdminRule {
  const { recipient, expiresAt, ...rest } = kept;
  return { ...rest, id: id as RuleId, recipient, expiresAt };
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** Changes with whatever is written of rules that stand, and costs two short questions. */
export async function rulesMark(records: OwnRecords): Promise<string> {
  const [newest] = await records.records("rule", { limit: 1 });
  return `${newest?.number ?? 0} ${await records.countRecords("rule")}`;
}

/** By what admins call it: `r12` or `12`. */
export async function adminRule(records: OwnRecords, id: string): Promise<AdminRule | undefined> {
  const name = /^\d+$/.test(id) ? `r${id}` : id;
  const found = (await standing.get(records, name)) ?? (await ended.get(records, name));
  return found && ruleOf(found.id, found.value);
}

export interface Writing {
  readonly written: WrittenRule;
  readonly trial: RuleTrial;
  readonly byItself: boolean;
}

/** It is in the shadow from now on. The error says what to do. Throws LedgerDown. */
export async function writeRule(
  records: OwnRecords,
  { written, trial, byItself }: Writing,
  hand: Hand,
): Promise<Result<AdminRule, string>> {
  const wrong = await whyNoMore(records, written);
  if (wrong !== undefined) return err(wrong);
  if (byItself && needsCode(written.does))
    return err(`a rule that is to ${written.does} comes in force by somebody's word alone`);
  const compiled = compilePattern(written.pattern);
  if (!compiled.ok) return compiled;
  const readyAt = isTriedEnough(trial) ? hand.at : after(hand.at, shadowMs);
  const kept = {
    ...{ ...written, note: written.note.slice(0, noteMax), pattern: compiled.value.pattern },
    ...{ by: hand.by, madeAt: hand.at, state: "shadow" as const, since: hand.at },
    ...{ stateBy: hand.by, because: "", readyAt, byItself },
    trial: { at: trial.at, looked: trial.looked, hit: trial.hit, code: trial.code },
  };
  const rule = await addNumbered(records, kept, hand.at);
  await note(records, rule, "wrote a rule", hand, `${describe(rule)}; in the shadow first`);
  return ok(rule);
}

/** Of what is written beside a rule, or why it ended. */
const noteMax = 500;

async function whyNoMore(records: OwnRecords, { pattern }: WrittenRule) {
  if ((await standing.count(records)) >= standingMax)
    return `there are ${standingMax} rules, and no more may stand at once: end some first`;
  if (pattern.kind !== "expression") return undefined;
  const rules = await adminRules(records);
  const all = [pattern, ...rules.map((one) => one.pattern)].map(stepsOf);
  return all.reduce((sum, one) => sum + one, 0) > stepsOfAllMax
    ? "the expressions of all rules together are too large: end some first"
    : undefined;
}

function stepsOf(pattern: RulePattern): number {
  if (pattern.kind !== "expression") return 0;
  const compiled = compilePattern(pattern);
  return compiled.ok ? compiled.value.steps : 0;
}

/** Another process may write one at the same moment: who comes second takes the next number. */
async function addNumbered(records: OwnRecords, kept: Kept, at: EpochMs): Promise<AdminRule> {
  const limit = 2 * standingMax;
  const stand = await records.records("rule", { limit });
  const over = await records.records("rule-ended", { limit });
  const last = [...stand, ...over].reduce((most, { id }) => Math.max(most, numberOf(id)), 0);
  for (let number = last + 1; ; number++) {
    const id = `r${number}`;
    if (await standing.add(records, { id, about: "", at }, kept)) return ruleOf(id, kept);
  }
}

/** Tried again, on what there is by now. False where it stands no more. Throws LedgerDown. */
export async function triedAgain(
  records: OwnRecords,
  id: string,
  trial: RuleTrial,
): Promise<boolean> {
  const rule = await adminRule(records, id);
  if (rule === undefined || rule.state === "ended") return false;
  const readyAt = isTriedEnough(trial) ? epochMs(Math.min(rule.readyAt, trial.at)) : rule.readyAt;
  const { at, looked, hit, code } = trial;
  await put(records, { ...rule, readyAt, trial: { at, looked, hit, code } });
  return true;
}

/** It waits for somebody's word after all. Throws LedgerDown. */
export function staysInShadow(
  records: OwnRecords,
  rule: AdminRule,
  because: string,
): Promise<void> {
  return put(records, { ...rule, byItself: false, because });
}

/**
 * In force from now on. `code`: what the dry run ended with, where the rule rejects or allows.
 * The error says why not. Throws LedgerDown.
 */
export async function confirmRule(
  records: OwnRecords,
  id: string,
  code: string | undefined,
  hand: Hand,
): Promise<Result<AdminRule, string>> {
  const rule = await adminRule(records, id);
  if (rule === undefined) return err(`there is no rule ${id}`);
  const wrong = whyNotYet(rule, code, hand.at);
  if (wrong !== undefined) return err(wrong);
  const next = {
    ...rule,
    state: "in force",
    since: hand.at,
    stateBy: hand.by,
    because: "",
  } as const;
  await put(records, next);
  await note(records, next, "put a rule in force", hand, describe(next));
  return ok(next);
}

function whyNotYet(rule: AdminRule, code: string | undefined, now: EpochMs): string | undefined {
  const { id, does, readyAt, trial } = rule;
  const state = ruleStateAt(rule, now);
  if (state === "ended") return `${id} has ended: write it anew`;
  if (state === "in force") return `${id} is in force already`;
  if (now < readyAt)
    return (
      `${id} was tried on too few texts of wanted mail, and stays in the shadow for ` +
      `${Math.ceil((readyAt - now) / (60 * minute))} hours more: what it meets is counted meanwhile`
    );
  if (needsCode(does) && code !== trial.code)
    return (
      `${id} would ${does} what it meets: look at its dry run again, ` +
      "and confirm with the code that stands at its end"
    );
  return undefined;
}

/** False where none stands by that name. Throws LedgerDown. */
export async function endRule(
  records: OwnRecords,
  id: string,
  because: string,
  hand: Hand,
): Promise<boolean> {
  const rule = await adminRule(records, id);
  if (rule === undefined || rule.state === "ended") return false;
  const why = because.slice(0, noteMax);
  const over = { ...rule, state: "ended", since: hand.at, stateBy: hand.by, because: why } as const;
  const { id: name, ...kept } = over;
  await ended.put(records, { id: name, about: "", at: hand.at }, kept);
  await standing.take(records, name);
  await note(records, over, "ended a rule", hand, why === "" ? describe(over) : why);
  return true;
}

/** Ends what is past its time. Throws LedgerDown. */
export async function expireRules(records: OwnRecords, now: EpochMs): Promise<void> {
  const hand = { by: "gate", at: now, through: "gate" } as const;
  for (const rule of await adminRules(records)) {
    if (ruleStateAt(rule, now) !== "ended") continue;
    const why = rule.state === "shadow" ? "nobody put it in force" : "its time was over";
    await endRule(records, rule.id, why, hand);
  }
}

async function put(records: OwnRecords, rule: AdminRule): Promise<void> {
  const { id, ...kept } = rule;
  await standing.put(records, { id, about: "", at: rule.since }, kept);
}

function note(
  records: OwnRecords,
  { id }: AdminRule,
  did: AuditedAct,
  { by, at, through }: Hand,
  details: string,
): Promise<void> {
  return noteAudit(records, { by, at, through, did, about: id, details });
}

function describe({ does, pattern }: WrittenRule): string {
  return `${does} by ${pattern.kind}: ${pattern.text}`;
}

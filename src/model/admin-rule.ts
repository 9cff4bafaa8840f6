// What an admin wrote to catch a kind of mail by: words, an expression, a link host, a name. It is
// tried before it is in force, and ends by itself.

import type { Brand, EpochMs } from "../base/units.ts";
import type { ActorId } from "./ids.ts";

/** `r12`, in the order of writing. */
export type RuleId = Brand<string, "RuleId">;

/**
 * `words`: these, in this order, whole, whatever letters they are disguised in. `fuzzy`: the same,
 * misspelled or pulled apart. `expression`: RE2. `link`: where a link leads. `host`, `actor`: who
 * signed it. `name`: a handle or display name, with `*` for anything and `#` for a number.
 */
export const patternKinds = [
  ...(["words", "fuzzy", "expression", "link", "host", "actor", "name"] as const),
] as const;
export type PatternKind = (typeof patternKinds)[number];

export interface RulePattern {
  readonly kind: PatternKind;
  readonly text: string;
}

/**
 * Whose mail it is about. `first`: of whom nothing was ever taken here, and whom nobody here
 * welcomed. `unasked`: whatever is read because somebody here did not ask for it, of regulars
 * too. `all`: everything that carries anything, whoever asked for it.
 */
export const ruleReaches = ["first", "unasked", "all"] as const;
export type RuleReach = (typeof ruleReaches)[number];

/** What mail may be about; an Undo, an Accept and the like fall under no rule of words. */
export const ruledActs = ["post", "boost", "like", "follow", "profile", "other"] as const;
export type RuledAct = (typeof ruledActs)[number];

export const ruleEffects = ["flag", "settle", "hold", "reject", "allow"] as const;
export type RuleEffect = (typeof ruleEffects)[number];

/** `shadow`: it is matched and counted, and nothing is done by it. */
export const ruleStates = ["shadow", "in force", "ended"] as const;
export type RuleState = (typeof ruleStates)[number];

/** What an admin writes. */
export interface WrittenRule {
  readonly pattern: RulePattern;
  readonly reach: RuleReach;
  /** Empty: all of them. */
  readonly acts: readonly RuledAct[];
  /** One of our own people; undefined: whoever it reaches. */
  readonly recipient: ActorId | undefined;
  readonly does: RuleEffect;
  readonly note: string;
  /** Undefined: it was asked to stand for good. */
  readonly expiresAt: EpochMs | undefined;
}

export interface AdminRule extends WrittenRule {
  readonly id: RuleId;
  readonly by: string;
  readonly madeAt: EpochMs;
  readonly state: RuleState;
  /** Of the state: since when, by whom, why. */
  readonly since: EpochMs;
  readonly stateBy: string;
  readonly because: string;
  /** From when on it may come in force. */
  readonly readyAt: EpochMs;
  /** It comes in force by itself then, if nothing it met in the shadow was let in. */
  readonly byItself: boolean;
  readonly trial: RuleTrial;
}

/**
 * What a text it was tried on is known as. `spam`, `ham`: somebody ruled so. `kept`: it waits for
 * a ruling, or nobody gave one. `passed`: it was let in and nobody minded, which is weak ham.
 */
export const triedFates = ["spam", "ham", "kept", "passed"] as const;
export type TriedFate = (typeof triedFates)[number];

export type TriedCounts = Readonly<Record<TriedFate, number>>;

/** What came out of a dry run; no word of whom it met. */
export interface RuleTrial {
  readonly at: EpochMs;
  readonly looked: TriedCounts;
  readonly hit: TriedCounts;
  /** Whoever writes this has seen what came out. */
  readonly code: string;
}

/** As it stands at a moment: what is past its time has ended, whatever is written. */
export function ruleStateAt({ state, expiresAt }: AdminRule, now: EpochMs): RuleState {
  return expiresAt !== undefined && expiresAt <= now ? "ended" : state;
}

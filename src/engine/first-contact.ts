// First contacts of strangers, where the operator has them wait whatever their score says.

import type { Audience } from "../model/arrival.ts";
import type { Acquaintance } from "../model/observation.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import type { Policy } from "./policy.ts";

type ContactPolicy = Pick<Policy, "contact">;

/**
 * It reaches somebody here who did not ask for it, from somebody of whom nothing was ever taken
 * here and whom nobody here welcomed. One accepted word ends that: who was let in once by a
 * moderator does not wait again.
 */
export function isFirstContact(met: Acquaintance, { notified, notifiedTotal }: Audience): boolean {
  const { goodDays, welcomedBy } = met.actor;
  if (goodDays > 0 || welcomedBy > 0) return false;
  return notifiedTotal > notified.length || met.ties.some(({ solicited }) => !solicited);
}

/** No fast path leads past a moderator's word: posts that come here are credit for sale. */
export function waitsForRuling(
  met: Acquaintance,
  audience: Audience,
  { contact }: ContactPolicy,
): boolean {
  return contact === "consent" && isFirstContact(met, audience);
}

/** The verdict as the contact mode has it: what is held stays held, and no score is changed. */
export function underContactMode(
  verdict: Verdict,
  met: Acquaintance,
  audience: Audience,
  { contact }: ContactPolicy,
): Verdict {
  if (contact === "open" || verdict.action === "reject") return verdict;
  if (!isFirstContact(met, audience)) return verdict;
  if (contact === "consent") return untilRuled(verdict);
  return met.waveUnderWay ? untilWaveIsSeen(verdict) : verdict;
}

function untilRuled(verdict: Verdict): Verdict {
  const because = "first contacts of strangers wait for a ruling here (contact: consent)";
  const evidence = reason("FIRST_CONTACT", because);
  return { ...verdict, action: "hold", evidence: [evidence, ...verdict.evidence] };
}

function untilWaveIsSeen(verdict: Verdict): Verdict {
  const because = "a wave is under way, and strangers' first contacts wait longer (contact: wave)";
  return settlingLonger(verdict, reason("WAVE_UNDER_WAY", because));
}

/** It settles at least; what is held already needs no more. */
export function settlingLonger(verdict: Verdict, evidence: ReturnType<typeof reason>): Verdict {
  if (verdict.action === "hold" || verdict.action === "reject") return verdict;
  // Behind the others: what is settling for something that was not read yet goes by its first.
  if (verdict.action === "settle") return { ...verdict, evidence: [...verdict.evidence, evidence] };
  return { ...verdict, action: "settle", evidence: [evidence, ...verdict.evidence] };
}

/** Nothing that it shows holds it, only who is to be heard here: no reason to lose a word of it. */
export function waitsByChoice(
  { action, score, evidence }: Verdict,
  { holdAt }: Pick<Policy, "holdAt">,
): boolean {
  const [first] = evidence;
  return action === "hold" && score < holdAt && first !== undefined && choices.has(first.symbol);
}

const choices: ReadonlySet<string> = new Set(["CONSENT", "FIRST_CONTACT", "HOST_NEGLECTED"]);

// An admin's rules asked about a contact: with what was read of it, or, where a rule is about
// everything, of what would pass unread.

import type { BroughtIn } from "../engine/brought-in.ts";
import { passReasonOf } from "../engine/fast-path.ts";
import { read } from "../engine/read.ts";
import { underRules } from "../engine/rules/under-rules.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Acquaintance, Observation } from "../model/observation.ts";
import type { Sighted } from "../model/ruled-contact.ts";
import type { Verdict } from "../model/verdict.ts";
import type { RuleBook } from "../ports/ports.ts";

export function underAdminRules(
  verdict: Verdict,
  met: Acquaintance,
  seen: Observation,
  broughtIn: readonly BroughtIn[],
  ruleBook: Pick<RuleBook, "ruled">,
): Verdict {
  const all = [seen, ...broughtIn.map(({ observation }) => observation)];
  const hits = ruleBook.ruled({ arrival: seen.arrival, met, seen: all.map(sightedIn) });
  return hits.length === 0 ? verdict : underRules(verdict, hits, isRuledSpam(seen));
}

/** Nobody pays for it but who has a rule on everything; what the home server refuses, it does. */
export function readForRules(
  verdict: Verdict,
  arrival: Arrival,
  ruleBook: Pick<RuleBook, "ruled" | "readsAll">,
): Verdict {
  const because = verdict.evidence[0]?.because ?? "";
  if (!ruleBook.readsAll() || passReasonOf(because) === "refused at home") return verdict;
  const seen = [{ sender: arrival.sender, reading: read(arrival), profile: undefined }];
  const hits = ruleBook.ruled({ arrival, met: undefined, seen });
  return hits.length === 0 ? verdict : underRules(verdict, hits, false);
}

function sightedIn({ arrival: { sender, reading }, facts: { profile } }: Observation): Sighted {
  return { sender, reading, profile: profile.known ? profile.value : undefined };
}

/** A moderator condemned what it belongs to. */
function isRuledSpam({ facts: { campaign } }: Observation): boolean {
  return campaign.known && campaign.value.ruled === "spam";
}

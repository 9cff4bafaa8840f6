// Rules that a confirmed case suggests, each tried on wanted mail before anybody sees it.

import { err, ok, type Result } from "../base/result.ts";
import { type Counted, wilson } from "../base/wilson.ts";
import { type CaseMember, candidatesIn } from "../engine/rules/candidates.ts";
import { type CompiledPattern, compilePattern } from "../engine/rules/compile-rule.ts";
import { sightOf } from "../engine/rules/sight.ts";
import type { RulePattern } from "../model/admin-rule.ts";
import type { CampaignId } from "../model/campaign.ts";
import { keptStates } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Interval } from "./rule-trial.ts";
import { type TriedSources, textUnder, triedOn } from "./tried-texts.ts";

export interface RuleProposal {
  readonly pattern: RulePattern;
  /** Of the case's posts that were read, those that it meets. */
  readonly inCase: Counted;
  /** The same of wanted mail. */
  readonly wanted: Counted;
  /** Of what it would meet, the share of spam, as far as these tell. */
  readonly precision: Interval;
}

/** Posts of a case that are read; more tell no more. Chosen by us. */
const membersMax = 100;

/** Of wanted mail, what a proposal may meet. Chosen by us: the usual budget, 1 in 1,000. */
const wantedShareMax = 0.001;

/** `own`: hosts of our people. The error says what to do. Throws LedgerDown. */
export async function proposalsFor(
  campaign: CampaignId,
  sources: TriedSources & { readonly ledger: Pick<Ledger, "caseRecord" | "ofCase"> },
  own: readonly string[],
): Promise<Result<readonly RuleProposal[], string>> {
  const record = await sources.ledger.caseRecord(campaign);
  if (record === undefined) return err(`no case goes by ${campaign}`);
  if (record.ruled?.ruling !== "spam")
    return err(`${campaign} was not ruled spam as a whole: refuse it first`);
  const members = await membersOf(record.campaign, sources);
  const candidates = candidatesIn(members, own).flatMap((pattern) => {
    const compiled = compilePattern(pattern);
    return compiled.ok ? [compiled.value] : [];
  });
  if (candidates.length === 0) return ok([]);
  return ok(await triedProposals(candidates, members, sources));
}

async function membersOf(
  campaign: CampaignId,
  { ledger, documents }: Parameters<typeof proposalsFor>[1],
): Promise<readonly CaseMember[]> {
  const members: CaseMember[] = [];
  for (const { receipt, bytes } of await ledger.ofCase(campaign, keptStates, 10 * membersMax)) {
    if (bytes === 0) continue;
    if (members.length === membersMax) break;
    const text = await textUnder(receipt, { ledger, documents });
    if (text !== undefined) members.push(text);
  }
  return members;
}

async function triedProposals(
  candidates: readonly CompiledPattern[],
  members: readonly CaseMember[],
  sources: TriedSources,
): Promise<readonly RuleProposal[]> {
  const senders = new Set<string>();
  const tried = await triedOn(sources, ({ sighted }) => {
    const sight = sightOf(sighted);
    return { met: candidates.map((one) => one.find(sight) !== undefined), sighted };
  });
  const wanted = tried.filter(({ fate }) => fate === "ham" || fate === "passed");
  for (const { found } of wanted) senders.add(found.sighted.sender.domain);
  return candidates.flatMap((one, index) => {
    const { pattern } = one;
    // Whoever writes from there is no spammer for it.
    if (pattern.kind === "link" && senders.has(pattern.text)) return [];
    const inCase = counted(members, ({ sighted }) => one.find(sightOf(sighted)) !== undefined);
    const hit = counted(wanted, ({ found }) => found.met[index] === true);
    if (hit.part > wantedShareMax * hit.of) return [];
    const precision = wilson({ of: inCase.part + hit.part, part: inCase.part });
    return [{ pattern, inCase, wanted: hit, precision }];
  });
}

function counted<T>(all: readonly T[], isMet: (one: T) => boolean): Counted {
  return { of: all.length, part: all.filter(isMet).length };
}

// Who belongs to a case, kept or passed on, with those first on whom a word needs a look.

import type { EpochMs } from "../../base/units.ts";
import { type StandsOut, standingOut } from "../../engine/campaigns/standing-out.ts";
import type { CaseRecord } from "../../model/case.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { KeptState, KeptSummary } from "../../model/kept.ts";
import { type CampaignTold, knownAmong } from "../campaign-told.ts";
import type { PendingWords } from "./preview.ts";

/** Why one stands first. */
export type MemberNote = "known here" | StandsOut | "ruled ham by itself" | "ruled spam by itself";

export interface Member {
  readonly receipt: Receipt;
  readonly at: EpochMs;
  /** `passed`: nothing of it is kept, it went on. */
  readonly fate: KeptState | "passed";
  readonly sender: ActorId;
  /** Local people whom it was for, as far as they are named. */
  readonly recipients: readonly ActorId[];
  /** Undefined of what passed. */
  readonly score: number | undefined;
  readonly note: MemberNote | undefined;
  readonly isPending: boolean;
}

/** The newest first, those with a note before all others. */
export function membersOf(
  kept: readonly KeptSummary[],
  told: CampaignTold | undefined,
  record: CaseRecord,
  pending: PendingWords,
): readonly Member[] {
  const known = knownAmong(told?.members ?? []);
  const out = standingOutOf(kept);
  const inLedger = kept.map((one): Member => {
    const apart = ruledApart(one, record) ?? out.get(one.receipt);
    const note = known.has(one.sender) ? "known here" : apart;
    const { receipt, arrivedAt: at, state: fate, sender, recipients, verdict } = one;
    const isPending = pending.onOne(one);
    return { receipt, at, fate, sender, recipients, score: verdict.score, note, isPending };
  });
  const all = [...inLedger, ...passedOf(kept, told)].sort((a, b) => b.at - a.at);
  return [
    ...all.filter(({ note }) => note !== undefined),
    ...all.filter(({ note }) => note === undefined),
  ];
}

/** Of those that wait: on whom a word on the whole would fall, or not (preview.ts). */
function standingOutOf(kept: readonly KeptSummary[]): ReadonlyMap<Receipt, StandsOut | undefined> {
  const waiting = kept.filter(({ state }) => state === "settling" || state === "held");
  const out = standingOut(waiting.map(({ verdict }) => verdict));
  return new Map(waiting.map(({ receipt }, index) => [receipt, out[index]]));
}

function passedOf(kept: readonly KeptSummary[], told: CampaignTold | undefined): readonly Member[] {
  const names = new Set<string>(kept.map(({ receipt }) => receipt));
  const others = (told?.members ?? []).filter(({ receipt }) => !names.has(receipt));
  return others.map(({ receipt, at, actor: sender, known, recipients }): Member => {
    const note = known ? "known here" : undefined;
    const rest = { score: undefined, note, isPending: false } as const;
    return { receipt, at, fate: "passed", sender, recipients, ...rest };
  });
}

function ruledApart(
  { state, ruledBy }: KeptSummary,
  { ruled }: CaseRecord,
): MemberNote | undefined {
  if (ruled === undefined || ruledBy === undefined) return undefined;
  const word = state === "rejected" ? "spam" : "ham";
  return word === ruled.ruling ? undefined : `ruled ${word} by itself`;
}

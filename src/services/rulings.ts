// What a moderator ruled reaches memory, whichever program it was ruled in: the next mail of that
// sender, of its host and of the campaign is judged by it.

import { type EpochMs, second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId } from "../model/ids.ts";
import type { LearnableRuling, Ledger, Ruling } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";
import { knownAmong } from "./campaign-told.ts";
import type { RuledText } from "./learn.ts";

/** A moderator in the middle of a wave rules on several; the next copy comes in seconds. */
export const rulingsEveryMs = second;

const leaving = ", draining";

/** Whose word it is when everything is let out to leave: it says nothing of any sender. */
export function byDraining(name: string): string {
  return name + leaving;
}

function isDraining(by: string): boolean {
  return by.endsWith(leaving);
}

const own = ", for themselves";

/** Somebody's word on what was held for them alone: it says nothing to anybody else. */
export function byOwnWord(name: string): string {
  return name + own;
}

/** Whether a ruling teaches nothing: who gave it did not judge it for others. */
export function teachesNothing(by: string): boolean {
  return isDraining(by) || by.endsWith(own);
}

/** Taken from the ledger at once. */
const rulingsMax = 100;

/** Called in the order of rulings, once each had its effect on memory. */
export interface RulingListener {
  /** A word on one delivery, alone or as part of a case. */
  ruled(ruling: Ruling): void;
  /** A campaign goes by this ruling from now on. */
  ruledOnCampaign(campaign: CampaignId, ruling: "spam" | "ham"): Promise<void>;
  /** What all of a round say of texts; nobody is named of whom people here know. */
  teach(ruled: readonly RuledText[]): Promise<void>;
}

/**
 * Answers a function that learns what was ruled since it was called last, also before a restart:
 * at least once, again only after a crash in between. Throws LedgerDown and MemoryDown.
 */
export function makeRulingLessons(
  ports: { readonly ledger: Ledger; readonly memory: Memory },
  listener: Partial<RulingListener> = {},
): () => Promise<void> {
  const { ledger, memory } = ports;
  let under: Promise<void> | undefined;
  const learn = async (): Promise<void> => {
    const rulings = await ledger.unlearned(rulingsMax);
    const known = makeKnownIn(memory);
    const texts: RuledText[] = [];
    for (const one of rulings) {
      if (teachesNothing(one.by)) continue;
      const { campaign, teaches } = await learnOne(one, memory, known);
      const { receipt, ruling, at } = one;
      if (receipt !== undefined) listener.ruled?.({ ...one, receipt });
      if (campaign !== undefined) await listener.ruledOnCampaign?.(campaign, ruling);
      const isPart = one.campaign !== undefined;
      const of = one.campaign ?? campaign;
      if (teaches) texts.push({ receipt, campaign: of, isPart, ruling, at });
    }
    if (texts.length > 0) await listener.teach?.(texts);
    const last = rulings.at(-1);
    if (last !== undefined) await ledger.learned(last.number);
  };
  // Two at once would learn the same twice: who comes second waits, and looks again.
  return async () => {
    while (under !== undefined) await under.catch(() => undefined);
    under = learn().finally(() => {
      under = undefined;
    });
    await under;
  };
}

interface Learned {
  /** The campaign that it is a lesson of, if it is one. */
  readonly campaign: CampaignId | undefined;
  /** It says something of the words, too. */
  readonly teaches: boolean;
}

async function learnOne(
  { campaign, receipt, sender, ruling, at }: LearnableRuling,
  memory: Memory,
  knownIn: KnownIn,
): Promise<Learned> {
  if (campaign !== undefined && receipt === undefined) {
    await memory.ruledOnAll(campaign, ruling, at);
    return { campaign, teaches: true };
  }
  if (sender === undefined) return { campaign: undefined, teaches: false };
  const isPart = campaign !== undefined;
  // Whoever people here know quoted it, or was taken for one of them: that is no word on them.
  const spared = isPart && ruling === "spam" && (await knownIn(campaign, at)).has(sender);
  if (!spared) await memory.ruled(sender, ruling, at);
  const single = !isPart && receipt !== undefined;
  const of = single ? await memory.ruledOn(receipt, ruling, at) : undefined;
  return { campaign: of, teaches: !spared };
}

type KnownIn = (campaign: CampaignId, at: EpochMs) => Promise<ReadonlySet<ActorId>>;

/** Who of a campaign has standing here, asked once a round. */
function makeKnownIn(memory: Memory): KnownIn {
  const asked = new Map<CampaignId, ReadonlySet<ActorId>>();
  return async (campaign, at) => {
    const before = asked.get(campaign);
    if (before !== undefined) return before;
    const known = knownAmong(await memory.members(campaign, at));
    asked.set(campaign, known);
    return known;
  };
}

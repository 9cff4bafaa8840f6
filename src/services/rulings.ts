// What a moderator ruled reaches memory, whichever program it was ruled in: the next mail of that
// sender, of its host and of the campaign is judged by it.

import { type EpochMs, second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId } from "../model/ids.ts";
import type { LearnableRuling, Ledger, Ruling } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";

/** A moderator in the middle of a wave rules on several; the next copy comes in seconds. */
export const rulingsEveryMs = second;

const leaving = ", draining";

/** Whose word it is when everything is let out to leave: it says nothing of any sender. */
export function byDraining(name: string): string {
  return name + leaving;
}

/** Taken from the ledger at once. */
const rulingsMax = 100;

/** Called in the order of rulings, once each had its effect on memory. */
export interface RulingListener {
  /** A word on one delivery, alone or as part of a case. */
  ruled(ruling: Ruling): void;
  /** A campaign goes by this ruling from now on. */
  ruledOnCampaign(campaign: CampaignId, ruling: "spam" | "ham"): Promise<void>;
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
    for (const one of rulings) {
      if (one.by.endsWith(leaving)) continue;
      const campaign = await learnOne(one, memory, known);
      const { receipt } = one;
      if (receipt !== undefined) listener.ruled?.({ ...one, receipt });
      if (campaign !== undefined) await listener.ruledOnCampaign?.(campaign, one.ruling);
    }
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

/** Answers the campaign that it is a lesson of, if it is one. */
async function learnOne(
  { campaign, receipt, sender, ruling, at }: LearnableRuling,
  memory: Memory,
  knownIn: KnownIn,
): Promise<CampaignId | undefined> {
  if (campaign !== undefined && receipt === undefined) {
    await memory.ruledOnAll(campaign, ruling, at);
    return campaign;
  }
  if (sender === undefined) return undefined;
  const isPart = campaign !== undefined;
  // Whoever people here know quoted it, or was taken for one of them: that is no word on them.
  const spared = isPart && ruling === "spam" && (await knownIn(campaign, at)).has(sender);
  if (!spared) await memory.ruled(sender, ruling, at);
  return isPart || receipt === undefined ? undefined : memory.ruledOn(receipt, ruling, at);
}

type KnownIn = (campaign: CampaignId, at: EpochMs) => Promise<ReadonlySet<ActorId>>;

/** Who of a campaign has standing here, asked once a round. */
function makeKnownIn(memory: Memory): KnownIn {
  const asked = new Map<CampaignId, ReadonlySet<ActorId>>();
  return async (campaign, at) => {
    const before = asked.get(campaign);
    if (before !== undefined) return before;
    const members = await memory.members(campaign, at);
    const known = new Set(members.filter((one) => one.known).map(({ actor }) => actor));
    asked.set(campaign, known);
    return known;
  };
}

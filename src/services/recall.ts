// Recall: what of a campaign reached people before anybody knew is listed once it is ruled spam,
// and withdrawn where a connector to the home server can. Never what somebody sent whom people
// here know, and never the person: only the post.

import { after, type EpochMs, second } from "../base/units.ts";
import type { CampaignId, CampaignMember } from "../model/campaign.ts";
import type { Receipt } from "../model/ids.ts";
import type { PassedOn, Recalled, RecallSetting } from "../model/recall.ts";
import type { Verdict } from "../model/verdict.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Ports } from "../ports/ports.ts";
import type { Recall } from "../ports/recall.ts";

export interface RecallParts extends Pick<Ports, "ledger" | "memory" | "clock"> {
  readonly recall: Recall;
  readonly setting: () => RecallSetting;
  /** Which of these the home server took. Throws LedgerDown. */
  passedOn(receipts: readonly Receipt[]): Promise<readonly PassedOn[]>;
  /** Until what is passed on can be told by `passedOn`. */
  readonly waitMs: number;
  /** Hears of what was withdrawn. */
  withdrawn(receipt: Receipt, at: EpochMs): void;
}

export interface Recalls {
  /** Hears what is delivered although it belongs to what was ruled spam. */
  readonly journal: Journal;
  ruledOnCampaign(campaign: CampaignId, ruling: "spam" | "ham"): Promise<void>;
  /** Lists what is due. Throws LedgerDown and MemoryDown, and then does it the next time. */
  round(): Promise<void>;
}

/** Between two rounds. */
export const recallEveryMs = second;

/** Until a decision is written down for sure. Chosen by us: chronicleEveryMs, and some. */
export const recallWaitMs = 5 * second;

/** Asked about at once; and noted between two rounds, of more a ruling finds the rest. */
const askedAtOnce = 500;
const notedMax = 10_000;

/** A campaign that is recalled without a ruling has to be as plain as that. Chosen by us. */
const beyondDoubt = 0.99;

interface Due {
  readonly at: EpochMs;
  /** Undefined: all its members. */
  readonly only: Set<Receipt> | undefined;
}

export function makeRecalls(parts: RecallParts): Recalls {
  const { ledger, clock } = parts;
  const due = new Map<CampaignId, Due>();
  const released = new Set<Receipt>();
  let underWay = Promise.resolve();

  function wants(campaign: CampaignId, receipt: Receipt | undefined): void {
    const at = after(clock.now(), parts.waitMs);
    const before = due.get(campaign) ?? { at, only: new Set() };
    due.set(campaign, receipt === undefined ? { at, only: undefined } : before);
    if (receipt !== undefined && (before.only?.size ?? 0) < notedMax) before.only?.add(receipt);
  }

  /** A port was down: later, with what came since. */
  function wantsStill(campaign: CampaignId, { at, only }: Due): void {
    const since = due.get(campaign) ?? { at, only };
    const both = only && since.only && [...only, ...since.only].slice(0, notedMax);
    due.set(campaign, { at: since.at, only: both && new Set(both) });
  }

  /** What is wanted while this runs is not written down yet, or ruled anew: due by itself. */
  async function serve(campaign: CampaignId, one: Due): Promise<void> {
    due.delete(campaign);
    try {
      await list(await parts.memory.campaignNamed(campaign), one);
    } catch (error) {
      wantsStill(campaign, one);
      throw error;
    }
  }

  /** Without a ruling: where the operator said so, and nobody would say otherwise. */
  function wantsUnruled(verdict: Verdict | undefined): void {
    if (parts.setting() !== "automatic" || verdict?.campaign === undefined) return;
    // Who asks again while that is due puts nothing off: else a trickle of copies would.
    const before = due.get(verdict.campaign);
    if (before !== undefined && before.only === undefined) return;
    if (isBeyondDoubt(verdict)) wants(verdict.campaign, undefined);
  }

  async function list(campaign: CampaignId, { only }: Due): Promise<void> {
    const now = clock.now();
    const members = await parts.memory.members(campaign, now);
    const strangers = members.filter((one) => !one.known && (only?.has(one.receipt) ?? true));
    for (let from = 0; from < strangers.length; from += askedAtOnce)
      await listSome(campaign, strangers.slice(from, from + askedAtOnce), now);
  }

  async function listSome(
    campaign: CampaignId,
    members: readonly CampaignMember[],
    listedAt: EpochMs,
  ): Promise<void> {
    const recipients = new Map(members.map((one) => [one.receipt, one.recipients]));
    const passed = await parts.passedOn([...recipients.keys()]);
    const posts = passed.map((one): Recalled => {
      const people = recipients.get(one.receipt) ?? [];
      return { ...one, campaign, recipients: people, listedAt, recalledAt: undefined };
    });
    const fresh = new Set(await ledger.listRecalls(posts));
    for (const post of posts) {
      if (!fresh.has(post.receipt) || !(await parts.recall.withdraw(post))) continue;
      await ledger.recalled(post.receipt, listedAt);
      parts.withdrawn(post.receipt, listedAt);
    }
  }

  /** What settled and was let in: its last verdict lies in the ledger. */
  async function lookAtReleased(): Promise<void> {
    for (const receipt of released) {
      const kept = await ledger.find(receipt);
      const { campaign } = kept?.verdict ?? {};
      if (campaign !== undefined && kept?.ruledBy === undefined && isCondemned(kept?.verdict))
        wants(campaign, receipt);
      released.delete(receipt);
    }
  }

  return {
    journal: {
      ...deaf,
      judged({ delivery }, verdict, done) {
        wantsUnruled(verdict);
        const { campaign } = verdict;
        if (done === "passed" && campaign !== undefined && isCondemned(verdict))
          wants(campaign, delivery.receipt);
      },
      moved(receipt, state, verdict) {
        wantsUnruled(verdict);
        if (state === "delivered" && released.size < notedMax) released.add(receipt);
      },
    },

    async ruledOnCampaign(campaign, ruling) {
      if (ruling === "spam") return wants(campaign, undefined);
      // What is just being listed would stand there again.
      await underWay.catch(() => undefined);
      due.delete(campaign);
      await ledger.dropRecalls(campaign);
    },

    async round() {
      if (parts.setting() === "off") {
        due.clear();
        released.clear();
        return;
      }
      await lookAtReleased();
      for (const [campaign, one] of due) {
        if (one.at > clock.now()) continue;
        underWay = serve(campaign, one);
        await underWay;
      }
    },
  };
}

function isCondemned(verdict: Verdict | undefined): boolean {
  return verdict?.evidence.some(({ symbol }) => symbol === "CONDEMNED_CAMPAIGN") ?? false;
}

function isBeyondDoubt({ action, probability, evidence }: Verdict): boolean {
  if (action !== "hold" || probability < beyondDoubt) return false;
  return evidence.some(({ symbol, strength }) => symbol === "WAVE" && strength === 1);
}

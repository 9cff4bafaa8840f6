// Keeping back: settle, judge again, hold, release. The rest of the house may forget; this may not.

import { after, type EpochMs } from "../base/units.ts";
import { waitsByChoice } from "../engine/first-contact.ts";
import { withdrawnIds } from "../engine/named-objects.ts";
import { read } from "../engine/read.ts";
import type { Arrival } from "../model/arrival.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt, ViewKey } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import type { Mode } from "../model/mode.ts";
import type { Campaign } from "../model/observation.ts";
import { makeCaseFiling } from "./case-filing.ts";
import type { Checked } from "./check.ts";
import { makeKeepIndex } from "./keep-index.ts";
import { keptFrom, keptUnjudged } from "./kept.ts";
import { makeKinFinder, waitingBehind } from "./kin.ts";
import { makeHeldDecision } from "./ladder/decide-held.ts";
import type { Ladder } from "./ladder/ladder.ts";
import { letSettlingGo } from "./let-go.ts";
import {
  makeQuotas,
  type Overrun,
  type QuotaBounds,
  type QuotaState,
  withoutText,
} from "./quotas.ts";
import { makeRelease } from "./release.ts";
import { makeSettling, type SettlingParts } from "./settling.ts";

/** Kept deliveries taken from the ledger, and worked on side by side, at once. */
const batch = 8;

/** Stirred deliveries judged in one round; what is due must not wait for a wave's whole length. */
const stirredAtOnce = 64;

export interface Keep {
  /** Takes up what was settling when we last stopped. Call once, before anything arrives. */
  resume(): Promise<void>;
  /**
   * What stands here and that this one belongs with: the same at another inbox, or what it must
   * not overtake. Throws LedgerDown.
   */
  kinOf(arrival: Arrival): Promise<Receipt | undefined>;
  /**
   * Keeps a contact, with what it belongs with, on disk once it returns; also what would pass by
   * itself. Throws LedgerDown.
   */
  keep(checked: Checked, kin: Receipt | undefined): Promise<Keeping>;
  /** Keeps what a mistake of ours left unjudged. Throws LedgerDown. */
  keepUnjudged(delivery: Delivery): Promise<Keeping>;
  /** How much is kept, and how much may be. */
  quotaState(): QuotaState;
  /**
   * Something has arrived: `tick` judges again what settles and shares one of its keys or its
   * campaign, and files what belongs to that.
   */
  stir(keys: readonly ViewKey[], campaign: Campaign | undefined, arrived: Receipt): void;
  /** Ends what the signer of this Delete or Undo has kept here under the ids it names. */
  withdraw(arrival: Arrival): Promise<void>;
  /** Does everything that is due now, and judges again what was stirred. Throws LedgerDown. */
  tick(): Promise<void>;
  nextDueAt(): Promise<EpochMs | undefined>;
  /** Ends holds that nobody ruled on for so long, and forgets what ended before that. */
  clean(afterMs: number): Promise<void>;
}

/**
 * Where a quota leaves no room: what is held is written down without its text and not passed on,
 * or only counted; what is merely doubtful is not kept, and its sender is to ask again.
 */
export type Keeping =
  | { readonly did: "kept" }
  | { readonly did: "recorded" | "counted" | "turned-away"; readonly over: Overrun };

export interface KeepParts extends SettlingParts {
  readonly quotas: () => QuotaBounds;
  /** Only `guard` holds: else what settles is passed on when its time ends; at once when off. */
  readonly mode: () => Mode;
  readonly ladder: Ladder;
  /** Hears of two cases that become one. */
  readonly caseMoves?: (was: CampaignId, is: CampaignId) => Promise<void>;
}

export function makeKeep(parts: KeepParts): Keep {
  const { mode, policy, ladder, ports, journal } = parts;
  const { ledger, clock } = ports;
  const index = makeKeepIndex();
  const filing = makeCaseFiling(ports, parts.caseMoves);
  const kinFinder = makeKinFinder(ledger);
  const quotas = makeQuotas(parts.quotas, ledger, clock);
  const stirred = new Set<Receipt>();
  const drop = (receipt: Receipt): void => index.drop(receipt);
  const release = makeRelease(ports, ladder, journal, drop);
  const { judge, end } = makeSettling(parts, { release, drop });
  const decideHeld = makeHeldDecision({ policy, ports, journal, release, end });

  async function put(kept: Kept, kin?: Receipt): Promise<Keeping> {
    const over = await quotas.take(kept);
    if (over !== undefined && !(await isHere(kept, kin))) return putOver(kept, over);
    await putWhole(kept, kin);
    return { did: "kept" };
  }

  /** What is tried again takes no more room. */
  async function isHere({ delivery }: Kept, kin: Receipt | undefined): Promise<boolean> {
    const had = kin === undefined ? undefined : (await ledger.find(kin))?.delivery;
    return had?.path === delivery.path && Buffer.compare(had.body, delivery.body) === 0;
  }

  async function putOver(kept: Kept, over: Overrun): Promise<Keeping> {
    const doubtful = kept.state === "settling" || waitsByChoice(kept.verdict, policy());
    const did = doubtful ? "turned-away" : over.recorded ? "recorded" : "counted";
    journal.overQuota(kept.delivery, over.quota, did);
    if (did === "recorded") await putWhole(withoutText(kept, over), undefined);
    return { did, over };
  }

  async function putWhole(kept: Kept, kin: Receipt | undefined): Promise<void> {
    kinFinder.keeps(kept.sender);
    const receipt = await ledger.keep(kept);
    if (receipt !== kept.delivery.receipt) return tellRepeat(kept, receipt, parts);
    // What it belongs with may have decided for it.
    const stands = kin === undefined ? kept : ((await ledger.find(receipt)) ?? kept);
    journal.moved(receipt, stands.state, stands.verdict, clock.now());
    if (stands.state === "settling") index.add(receipt, stands.keys);
  }

  async function finishDue(receipt: Receipt): Promise<void> {
    const kept = await ledger.find(receipt);
    if (kept === undefined || kept.ruledBy !== undefined) return release(receipt);
    if (kept.state === "held") return decideHeld(kept);
    const judges = mode() === "guard" && kept.state === "settling";
    return judges ? judge(kept, true) : release(receipt);
  }

  async function finishAllDue(): Promise<void> {
    const done = new Set<Receipt>();
    for (;;) {
      const due = await ledger.due(clock.now(), batch);
      const fresh = due.filter((receipt) => !done.has(receipt));
      if (fresh.length === 0) return;
      for (const receipt of fresh) done.add(receipt);
      await Promise.all(fresh.map(finishDue));
    }
  }

  /** What waits for its key has nothing new to say before its end, and no key is fetched here. */
  async function judgeStirred(): Promise<void> {
    if (mode() !== "guard") return stirred.clear();
    for (const receipt of [...stirred].slice(0, stirredAtOnce)) {
      const kept = await ledger.find(receipt);
      stirred.delete(receipt);
      if (kept?.state !== "settling") index.drop(receipt);
      else if (kept.authenticity.kind !== "unknown") await judge(kept, false);
    }
  }

  return {
    async resume() {
      await Promise.all([kinFinder.refresh(), quotas.refresh()]);
      for (const kept of await ledger.settling()) index.add(kept.receipt, kept.keys);
      await filing.join();
    },

    quotaState: () => quotas.state(),
    kinOf: (arrival) => kinFinder.kinOf(arrival),
    keepUnjudged: (delivery) => put(keptUnjudged(delivery, policy(), ports)),

    keep(checked, kin) {
      const { arrival, verdict } = checked;
      if (kin === undefined) return put(keptFrom(checked, policy(), ports, ladder));
      const waits = { ...checked, verdict: waitingBehind(verdict, kin) };
      // Read now, whatever path it took: what it says decides which rulings cover it.
      return put({ ...keptFrom(waits, policy(), ports, ladder), keys: read(arrival).keys }, kin);
    },

    stir(keys, campaign, arrived) {
      const alike = campaign?.settling.filter((receipt) => index.has(receipt)) ?? [];
      for (const receipt of [...index.sharing(keys), ...alike]) {
        if (receipt !== arrived) stirred.add(receipt);
      }
      if (campaign?.id !== undefined && mode() === "guard")
        filing.belong(campaign.id, [...campaign.linked, arrived]);
    },
    async withdraw(arrival) {
      const at = clock.now();
      for (const object of withdrawnIds(arrival.activity)) {
        for (const receipt of await ledger.withdraw(arrival.sender.actor, object, at)) {
          index.drop(receipt);
          journal.moved(receipt, "withdrawn", undefined, at);
        }
      }
    },
    async tick() {
      if (mode() === "off") await letSettlingGo(ledger, clock);
      await finishAllDue();
      await judgeStirred();
      await filing.round();
    },
    async nextDueAt() {
      return stirred.size > 0 ? clock.now() : ledger.nextDueAt();
    },
    async clean(afterMs) {
      const at = clock.now();
      const before = after(at, -afterMs);
      for (const receipt of await ledger.expire(before, at)) {
        journal.moved(receipt, "expired", undefined, at);
      }
      await ledger.forget(before);
      await Promise.all([kinFinder.refresh(), quotas.refresh()]);
    },
  };
}

/** It shares the fate of the one that is kept already. */
async function tellRepeat(
  kept: Kept,
  first: Receipt,
  { ports, journal }: KeepParts,
): Promise<void> {
  const stands = await ports.ledger.find(first);
  if (stands === undefined) return;
  journal.repeated(kept.delivery.receipt, first, stands.state, ports.clock.now());
}

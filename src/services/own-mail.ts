// What was held for somebody, as they may see it themselves, and their own word on it.
//
// It lets in one person's copy and no other. It is weaker than a moderator's: the sender is thanked
// by one person, as by a like; of words, campaign, host and thresholds it teaches nothing, so that
// an account here that a spammer has opens no way but into itself.

import type { Hand } from "../model/hand.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { type KeptSummary, summaryOf } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { noteAudit } from "./audit.ts";
import type { Glimpse, HeldLately } from "./held-lately.ts";
import { byOwnWord } from "./rulings.ts";

/** Why somebody can't let something in by themselves. */
export type NotOwn = "not here" | "reaches others";

export interface OwnMail {
  /** Of the latest that are held in all, those for this person; the last first. */
  of(person: ActorId): Promise<readonly Glimpse[]>;
  /** Undefined where it is not held, or not for this person. */
  find(receipt: Receipt, person: ActorId): Promise<KeptSummary | undefined>;
  /** Whether it reaches nobody else here. */
  isAlone(kept: KeptSummary): Promise<boolean>;
  /** Undefined: it comes in. */
  release(receipt: Receipt, person: ActorId, hand: Hand): Promise<NotOwn | undefined>;
}

export interface OwnMailParts {
  readonly ledger: Pick<Ledger, "find" | "of" | "rule">;
  readonly held: HeldLately;
  readonly memory: Pick<Memory, "notice">;
  readonly records: OwnRecords;
}

/** All throw LedgerDown; `release` also MemoryDown, once it has released. */
export function makeOwnMail({ ledger, held, memory, records }: OwnMailParts): OwnMail {
  const find = async (receipt: Receipt, person: ActorId): Promise<KeptSummary | undefined> => {
    const kept = await ledger.find(receipt);
    const isTheirs = kept?.state === "held" && kept.recipients.includes(person);
    return isTheirs && kept.ruledBy === undefined ? summaryOf(kept) : undefined;
  };
  /** The same at other inboxes shares its fate: whoever is reached by those is reached. */
  const isAlone = async (kept: KeptSummary): Promise<boolean> => {
    if (kept.recipients.length !== 1 || kept.eldest !== undefined) return false;
    const others = await ledger.of(kept.sender);
    return !others.some(({ eldest }) => eldest === kept.receipt);
  };
  return {
    find,
    isAlone,
    async of(person) {
      const theirs = (await held.read()).filter(
        ({ state, isRuled, recipients }) =>
          state === "held" && !isRuled && recipients.includes(person),
      );
      return theirs.slice(0, shownMax);
    },
    async release(receipt, person, hand) {
      const kept = await find(receipt, person);
      if (kept === undefined) return "not here";
      if (!(await isAlone(kept))) return "reaches others";
      const { by, at } = hand;
      const done = await ledger.rule({ receipt, ruling: "ham", by: byOwnWord(by), at });
      if (!done) return "not here";
      held.forget();
      const line = { ...hand, did: "released own mail", about: receipt, details: "" } as const;
      await noteAudit(records, line);
      if (kept.authenticity.kind === "proven")
        await memory.notice({ at, action: "like", by: person, actor: kept.sender });
      return undefined;
    },
  };
}

const shownMax = 200;

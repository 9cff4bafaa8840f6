// What a command asks of the gate that runs: to forget an actor, or to tell what it has in mind
// of one, or of a campaign. What lies in the stores the command removes and reads itself.

import { second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { SplitWords } from "../model/case.ts";
import type { ActorId } from "../model/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import type { Errand, Ledger } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { tellOfCampaign } from "./campaign-told.ts";
import { splitByWords } from "./cases/split.ts";
import type { Learning } from "./learn.ts";
import { forgetInRecords } from "./record-keeping.ts";

/** A person waits for it. */
export const errandsEveryMs = second;

export interface ErrandParts {
  readonly ledger: Ledger;
  readonly documents: Documents;
  readonly chronicler: { forget(actor: ActorId): Promise<number> };
  readonly memory: Memory;
  readonly learning: Pick<Learning, "forget">;
  readonly clock: Pick<Clock, "now">;
  /** Where moderators give orders on cases. */
  readonly ownRecords?: OwnRecords;
}

/** Does what is asked; call it before anything arrives, then every so often. Throws LedgerDown. */
export function makeErrands(parts: ErrandParts): () => Promise<void> {
  const { ledger } = parts;
  const forget = async (actor: ActorId): Promise<undefined> => {
    // What came in since the command looked goes as well.
    await ledger.forgetSender(actor);
    await parts.documents.forget(actor);
    await parts.chronicler.forget(actor);
    await parts.memory.forget(actor);
    await parts.learning.forget(actor);
    if (parts.ownRecords !== undefined) await forgetInRecords(parts.ownRecords, actor);
  };
  const tell = async (actor: ActorId): Promise<string> =>
    JSON.stringify((await parts.memory.about(actor, parts.clock.now())) ?? {});
  const split = async (words: SplitWords): Promise<string | undefined> => {
    const records = parts.ownRecords;
    return records && splitByWords(words, parts.clock.now(), { ...parts, records });
  };
  const answerTo = ({ kind, about }: Errand): Promise<string | undefined> => {
    switch (kind) {
      case "forget":
        return forget(about as ActorId);
      case "tell":
        return tell(about as ActorId);
      case "campaign":
        return tellOfCampaign(about as CampaignId, parts.memory, parts.clock.now());
      case "split":
        return split(about as SplitWords);
    }
  };
  return async () => {
    for (const errand of await ledger.errands()) {
      await ledger.answerErrand(errand, await answerTo(errand));
    }
  };
}

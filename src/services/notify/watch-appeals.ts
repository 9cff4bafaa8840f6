// Appeals that found something here: told once each, and those of one campaign as one. Looked for
// beside whoever files them, so that the sender's page takes no longer where there is something.

import { after, day, type EpochMs, hour } from "../../base/units.ts";
import type { Appeal } from "../../model/appeal.ts";
import type { Clock } from "../../ports/clock.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { newestAppealNumber, openAppeals } from "../appeals.ts";
import { noteNotice } from "./notices.ts";

/** Anybody may appeal, in masses: the page of appeals has all of them. Chosen by us. */
const toldAnHourMax = 20;

/** What is older was told of before, or to nobody. */
const newsMs = day;

/** Answers a function to be called now and then. It throws LedgerDown. */
export function makeAppealWatch(
  records: OwnRecords,
  clock: Pick<Clock, "now">,
): () => Promise<void> {
  let seen = 0;
  let lately: EpochMs[] = [];

  async function tell(one: Appeal, at: EpochMs): Promise<void> {
    const about = one.campaigns[0] ?? one.receipts[0] ?? "";
    const id = `appeal ${one.campaigns[0] ?? `${one.id} ${one.firstAt}`}`;
    const appeal = { kind: "appeal", sender: one.subject.text, about } as const;
    if (await noteNotice(records, id, appeal, at)) lately.push(at);
  }

  return async () => {
    const newest = await newestAppealNumber(records);
    if (newest <= seen) return;
    const at = clock.now();
    lately = lately.filter((one) => one > after(at, -hour));
    const news = (await openAppeals(records)).filter(
      ({ receipts, firstAt }) => receipts.length > 0 && at - firstAt < newsMs,
    );
    for (const one of news.toReversed()) {
      if (lately.length >= toldAnHourMax) return;
      await tell(one, at);
    }
    seen = newest;
  };
}

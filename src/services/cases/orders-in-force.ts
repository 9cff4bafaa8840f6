// Moderators' standing orders on campaigns as the gate that runs goes by them: looked at every
// second, asked on every delivery that belongs to a campaign.

import { after, type EpochMs, second } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { CaseOrder } from "../../model/case-order.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { Clock } from "../../ports/clock.ts";
import { deaf, type Journal } from "../../ports/journal.ts";
import type { Memory } from "../../ports/memory.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { endOrder, orderState, tallyOrder, writtenOrders } from "./orders.ts";

export interface OrdersInForce {
  /** The latest first. */
  ordersOn(campaign: CampaignId): readonly CaseOrder[];
  /** Takes up what was given, ended or has ended since. Throws LedgerDown and MemoryDown. */
  refresh(): Promise<void>;
  /** Hears what was taken by an order. */
  readonly journal: Journal;
}

/** Where nobody gives any. */
export const noOrders: Pick<OrdersInForce, "ordersOn" | "refresh"> = {
  ordersOn: () => [],
  refresh: async () => undefined,
};

/** Between two writings of how many were taken; a crash costs what came since. Chosen by us. */
const tallyEveryMs = 10 * second;

type Written = Awaited<ReturnType<typeof writtenOrders>>;

interface Taken {
  readonly taken: number;
  readonly lastAt: EpochMs;
}

/** Who ends what has ended by itself. */
const byItself = { by: "gate", through: "gate" } as const;

export function makeOrdersInForce(
  records: OwnRecords,
  { memory, clock }: { readonly memory: Pick<Memory, "campaignNamed">; readonly clock: Clock },
): OrdersInForce {
  let state = "";
  let written: Written = [];
  let byCampaign: ReadonlyMap<CampaignId, Written> = new Map();
  let taken = new Map<CampaignId, Taken>();
  let tallyAt = clock.now();

  async function tally(): Promise<void> {
    if (taken.size === 0 || clock.now() < tallyAt) return;
    tallyAt = after(clock.now(), tallyEveryMs);
    const counted = taken;
    taken = new Map();
    for (const [campaign, more] of counted)
      if (written.some((one) => one.campaign === campaign))
        await tallyOrder(records, campaign, more);
    written = await writtenOrders(records);
  }

  async function endOld(): Promise<void> {
    const at = clock.now();
    const ended = written.filter(({ endsAt }) => endsAt <= at);
    for (const one of ended) await endOrder(records, one, { ...byItself, at });
    if (ended.length > 0) written = written.filter(({ endsAt }) => endsAt > at);
  }

  /** Campaigns meet: an order follows to what its campaign goes by now. */
  async function file(): Promise<void> {
    const filed = new Map<CampaignId, Written[number][]>();
    for (const order of [...written].sort((a, b) => b.at - a.at)) {
      const name = await memory.campaignNamed(order.campaign);
      filed.set(name, [...(filed.get(name) ?? []), order]);
    }
    byCampaign = filed;
  }

  return {
    ordersOn(campaign) {
      if (byCampaign.size === 0) return [];
      const at = clock.now();
      return byCampaign.get(campaign)?.filter(({ endsAt }) => endsAt > at) ?? [];
    },

    async refresh() {
      const now = await orderState(records);
      if (now !== state) written = await writtenOrders(records);
      state = now;
      await tally();
      await endOld();
      await file();
    },

    journal: {
      ...deaf,
      judged({ delivery }, verdict) {
        const decision = decisionIn(verdict);
        if (decision === undefined || verdict.campaign === undefined) return;
        const order = byCampaign.get(verdict.campaign)?.find((one) => one.decision === decision);
        if (order === undefined) return;
        const before = taken.get(order.campaign)?.taken ?? 0;
        taken.set(order.campaign, { taken: before + 1, lastAt: delivery.at });
      },
    },
  };
}

function decisionIn({ evidence }: Verdict): CaseOrder["decision"] | undefined {
  const [first] = evidence;
  if (first?.symbol === "CASE_REFUSED") return "refuse";
  return first?.symbol === "CASE_ALLOWED" ? "allow" : undefined;
}

// Standing orders on campaigns, as they are written down: "refuse and keep refusing", "not spam
// and never again". Given and ended by moderators, ended by themselves where nothing comes.

import { z } from "zod";
import { after, day, type EpochMs, epochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { CaseOrder, OrderedCopy } from "../../model/case-order.ts";
import type { Hand } from "../../model/hand.ts";
import type { ActorId } from "../../model/ids.ts";
import type { CaseBook } from "../../ports/case-book.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { noteAudit } from "../audit.ts";
import { type Recorded, recordsOf } from "../own-records.ts";
import type { ReadCopy } from "./order-copies.ts";

export type Decision = CaseOrder["decision"];

const orderShape = z.object({
  decision: z.enum(["refuse", "allow"]),
  by: z.string(),
  through: z.enum(["desk", "command", "gate"]),
  /** When it ends whatever comes; null: `quietMs` after the last that it took. */
  until: z.number().transform(epochMs).nullable(),
});

/** By the campaign that it was given on, which may have met another since: that is `about`. */
const orders = recordsOf("case-order", orderShape);

const copyShape = z.object({
  order: z.string(),
  sketch: z.string().transform(wordsIn),
  keys: z.string().transform(wordsIn),
  leads: z.array(z.number()),
});

/** About whoever sent it, so that it goes with all else of theirs. */
const copies = recordsOf<z.infer<typeof copyShape>>("case-order-copy", copyShape as never);

/** Apart from the order itself, so that who counts never writes what another has ended. */
const tallies = recordsOf(
  "case-order-tally",
  z.object({ taken: z.number(), lastAt: z.number().transform(epochMs) }),
);

/** Chosen by us: as long as memory knows a campaign that nothing is added to. */
export const quietMs = 30 * day;

/** However much comes: nobody keeps an order alive for ever by feeding it. Chosen by us. */
export const longestMs = 180 * day;

/** Each is looked up for what belongs to its campaign. Chosen by us: a year of waves. */
export const ordersMax = 100;

/** What belongs to an ordered campaign is compared with all of its order's. Chosen by us. */
const copiesOfOneMax = 64;

export interface StandingOrder {
  readonly decision: Decision;
  /** What it was given on. */
  readonly campaign: CampaignId;
  /** What that goes by now. */
  readonly now: CampaignId;
  readonly by: string;
  readonly at: EpochMs;
  readonly endsAt: EpochMs;
  /** How many it has taken, and when the last. */
  readonly taken: number;
  readonly lastAt: EpochMs | undefined;
}

export interface OrderGiven {
  readonly order: StandingOrder;
  /** Orders on the same campaign that said otherwise: the later word counts. */
  readonly ended: readonly StandingOrder[];
}

export type OrderRefused = "no copies" | "too many";

type Cases = Pick<CaseBook, "caseRecord">;

/**
 * Takes the place of what was ordered on this campaign, and adds its copies to those of an order
 * that said the same. On disk once it returns. Throws LedgerDown.
 */
export async function giveOrder(
  given: {
    readonly campaign: CampaignId;
    readonly decision: Decision;
    readonly copies: readonly ReadCopy[];
    readonly until: EpochMs | undefined;
  },
  hand: Hand,
  records: OwnRecords,
  ledger: Cases,
): Promise<OrderGiven | OrderRefused> {
  if (given.copies.length === 0) return "no copies";
  const { campaign, decision, until } = given;
  const before = (await standingOrders(records, hand.at, ledger)).filter(
    (one) => one.now === campaign,
  );
  const others = await orders.count(records);
  if (before.length === 0 && others >= ordersMax) return "too many";
  const ended = before.filter((one) => one.decision !== decision);
  for (const one of ended) await drop(records, one.campaign);
  const place = { id: campaign, about: campaign, at: hand.at };
  for (const copy of given.copies) await putCopy(records, campaign, copy, hand.at);
  const { by, through } = hand;
  await orders.put(records, place, { decision, by, through, until: until ?? null });
  await trim(records, campaign);
  const did = decision === "refuse" ? "ordered to refuse a case" : "ordered to allow a case";
  const details = ended.map((one) => `instead of ${sayingOf(one)}`).join("; ");
  await noteAudit(records, { ...hand, did, about: campaign, details });
  const order = await orders.get(records, campaign);
  if (order === undefined) return "no copies";
  return { order: await standingOf(order, records, ledger), ended };
}

/** Ends all orders on what goes by this campaign now; answers them. Throws LedgerDown. */
export async function endOrders(
  campaign: CampaignId,
  hand: Hand,
  records: OwnRecords,
  ledger: Cases,
): Promise<readonly StandingOrder[]> {
  const now = (await ledger.caseRecord(campaign))?.campaign ?? campaign;
  const all = await standingOrders(records, hand.at, ledger);
  const meant = all.filter((one) => one.now === now || one.campaign === campaign);
  for (const one of meant) await endOrder(records, one, hand);
  return meant;
}

export async function endOrder(
  records: OwnRecords,
  order: Pick<StandingOrder, "campaign" | "decision" | "by">,
  hand: Hand,
): Promise<void> {
  await drop(records, order.campaign);
  const line = { about: order.campaign, details: sayingOf(order) };
  await noteAudit(records, { ...hand, did: "ended an order on a case", ...line });
}

/** Those in force at `at`, the latest first. Throws LedgerDown. */
export async function standingOrders(
  records: OwnRecords,
  at: EpochMs,
  ledger: Cases,
): Promise<readonly StandingOrder[]> {
  const found: StandingOrder[] = [];
  for (const order of await orders.list(records, { limit: ordersMax }))
    found.push(await standingOf(order, records, ledger));
  return found.filter(({ endsAt }) => endsAt > at);
}

/** Those that are written down, whether in force or not. For the gate, which ends them. */
export async function writtenOrders(
  records: OwnRecords,
): Promise<readonly (CaseOrder & { readonly endsAt: EpochMs })[]> {
  const all = await orders.list(records, { limit: ordersMax });
  if (all.length === 0) return [];
  const read = await copies.list(records, { limit: ordersMax * copiesOfOneMax });
  return Promise.all(
    all.map(async (order) => {
      const own = read.filter(({ value }) => value.order === order.id).map(({ value }) => value);
      const { decision, by } = order.value;
      const campaign = order.id as CampaignId;
      const { endsAt } = endOf(order, await tallies.get(records, order.id));
      return { decision, campaign, by, at: order.at, copies: own.map(copyIn), endsAt };
    }),
  );
}

/** Changes with what is written down of orders and their copies, but for their tallies. */
export async function orderState(records: OwnRecords): Promise<string> {
  const all = await orders.list(records, { limit: ordersMax });
  if (all.length === 0) return "";
  return [await copies.count(records), ...all.map(({ number }) => number)].join(" ");
}

export async function tallyOrder(
  records: OwnRecords,
  campaign: CampaignId,
  more: { readonly taken: number; readonly lastAt: EpochMs },
): Promise<void> {
  const taken = ((await tallies.get(records, campaign))?.value.taken ?? 0) + more.taken;
  const place = { id: campaign, about: campaign, at: more.lastAt };
  await tallies.put(records, place, { taken, lastAt: more.lastAt });
}

/** What somebody sent is no copy any more: they are to be forgotten. */
export async function forgetCopiesOf(records: OwnRecords, sender: ActorId): Promise<number> {
  return copies.dropAbout(records, sender);
}

async function putCopy(
  records: OwnRecords,
  campaign: CampaignId,
  { receipt, sender, copy }: ReadCopy,
  at: EpochMs,
): Promise<void> {
  const place = { id: `${campaign} ${receipt}`, about: sender, at };
  const value = {
    order: campaign,
    sketch: textOf(copy.sketch),
    keys: textOf(copy.keys),
    leads: [...copy.leads],
  };
  await copies.put(records, place, value as never);
}

async function trim(records: OwnRecords, campaign: CampaignId): Promise<void> {
  const all = await copies.list(records, { limit: ordersMax * copiesOfOneMax });
  const own = all.filter(({ value }) => value.order === campaign);
  for (const { id } of own.slice(copiesOfOneMax)) await copies.take(records, id);
}

async function drop(records: OwnRecords, campaign: CampaignId): Promise<void> {
  await orders.take(records, campaign);
  await tallies.take(records, campaign);
  const all = await copies.list(records, { limit: ordersMax * copiesOfOneMax });
  for (const { id, value } of all) if (value.order === campaign) await copies.take(records, id);
}

type Order = Recorded<z.infer<typeof orderShape>>;
type Tally = Recorded<{ readonly taken: number; readonly lastAt: EpochMs }> | undefined;

async function standingOf(
  order: Order,
  records: OwnRecords,
  ledger: Cases,
): Promise<StandingOrder> {
  const campaign = order.id as CampaignId;
  const now = (await ledger.caseRecord(campaign))?.campaign ?? campaign;
  const tally = await tallies.get(records, order.id);
  const { decision, by } = order.value;
  return { decision, campaign, now, by, at: order.at, ...endOf(order, tally) };
}

function endOf({ at, value }: Order, tally: Tally) {
  const lastAt = tally?.value.lastAt;
  const quietFrom = epochMs(Math.max(at, lastAt ?? 0));
  const quiet = Math.min(after(quietFrom, quietMs), after(at, longestMs));
  return { endsAt: value.until ?? epochMs(quiet), taken: tally?.value.taken ?? 0, lastAt };
}

function sayingOf({ campaign, decision, by }: Pick<StandingOrder, "campaign" | "decision" | "by">) {
  return `to ${decision} ${campaign}, by ${by}`;
}

function copyIn({ sketch, keys, leads }: z.infer<typeof copyShape>): OrderedCopy {
  return { sketch, keys, leads };
}

function textOf(words: Uint32Array): string {
  return Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString("base64");
}

function wordsIn(text: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Uint32Array(bytes.buffer, 0, bytes.byteLength >>> 2);
}

// What a gate that runs has in mind of a campaign, told to a command that asks.

import { z } from "zod";
import { day, type EpochMs, epochMs, hour, minute } from "../base/units.ts";
import type { CampaignId, CampaignMember } from "../model/campaign.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { Memory } from "../ports/memory.ts";

/** Named one by one: those with standing first, then the newest. The rest is counted. */
const namedMax = 1000;

const memberShape = z.object({
  receipt: z.string().transform((text) => text as Receipt),
  actor: z.string().transform((text) => text as ActorId),
  domain: z.string(),
  recipients: z.array(z.string().transform((text) => text as ActorId)),
  at: z.number().transform(epochMs),
  known: z.boolean(),
});

const toldShape = z.object({
  campaign: z.string().transform((text) => text as CampaignId),
  size: z.number(),
  actors: z.number(),
  domains: z.number(),
  recipients: z.number(),
  firstAt: z.number().transform(epochMs).nullable(),
  lastAt: z.number().transform(epochMs).nullable(),
  /** Contacts of the last ten minutes, six hours, seven and thirty days. */
  grown: z.object({
    tenMinutes: z.number(),
    sixHours: z.number(),
    sevenDays: z.number(),
    thirtyDays: z.number(),
  }),
  members: z.array(memberShape),
});

export type CampaignTold = Readonly<z.infer<typeof toldShape>>;

/** JSON, for `campaignTold`. Throws MemoryDown. */
export async function tellOfCampaign(
  asked: CampaignId,
  memory: Pick<Memory, "members" | "campaignNamed">,
  now: EpochMs,
): Promise<string> {
  return JSON.stringify(await toldOf(asked, memory, now));
}

/** Throws MemoryDown. */
export async function toldOf(
  asked: CampaignId,
  memory: Pick<Memory, "members" | "campaignNamed">,
  now: EpochMs,
): Promise<CampaignTold> {
  const campaign = await memory.campaignNamed(asked);
  const members = await memory.members(campaign, now);
  const since = (ms: number): number => members.filter(({ at }) => now - at < ms).length;
  return {
    campaign,
    size: members.length,
    actors: new Set(members.map(({ actor }) => actor)).size,
    domains: new Set(members.map(({ domain }) => domain)).size,
    recipients: new Set(members.flatMap(({ recipients }) => recipients)).size,
    firstAt: members[0]?.at ?? null,
    lastAt: members.at(-1)?.at ?? null,
    grown: {
      tenMinutes: since(10 * minute),
      sixHours: since(6 * hour),
      sevenDays: since(7 * day),
      thirtyDays: members.length,
    },
    members: named(members).map((one) => ({ ...one, recipients: [...one.recipients] })),
  };
}

export function campaignTold(json: string): CampaignTold {
  return toldShape.parse(JSON.parse(json));
}

/** Those who sent some of it and whom people here know. */
export function knownAmong(
  members: readonly Pick<CampaignMember, "actor" | "known">[],
): ReadonlySet<ActorId> {
  return new Set(members.filter(({ known }) => known).map(({ actor }) => actor));
}

function named(members: readonly CampaignMember[]): readonly CampaignMember[] {
  const newestFirst = [...members].reverse();
  const known = newestFirst.filter((one) => one.known);
  return [...known, ...newestFirst.filter((one) => !one.known)].slice(0, namedMax);
}

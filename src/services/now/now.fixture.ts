// Arrivals for what counts them: of who sent them and whom they reach, and nothing else.

import { type EpochMs, epochMs } from "../../base/units.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Action, Verdict } from "../../model/verdict.ts";
import { doubt } from "../../ports/kept.fixture.ts";

export const moment: EpochMs = epochMs(Date.UTC(2026, 10, 28, 12));

/** The `number`-th stranger, of one of three hosts, writes to as many people. */
export function arrivalOf(number: number, people = 1): Arrival {
  const domain = `host${number % 3}.example`;
  const notified = Array.from({ length: people }, (_, index) => ({
    actor: `https://home.example/users/${number + index}`,
    via: "mention",
  }));
  return {
    sender: { actor: `https://${domain}/users/${number}`, host: domain, domain, proven: true },
    audience: { notified, notifiedTotal: people, elsewhere: 0 },
  } as unknown as Arrival;
}

export function verdictOf(
  action: Action,
  campaign?: string,
  path: Verdict["path"] = "judged",
): Verdict {
  return { ...doubt, action, path, campaign: campaign as CampaignId | undefined };
}

export function stoppedClock(at: EpochMs) {
  return {
    at,
    now(): EpochMs {
      return this.at;
    },
  };
}

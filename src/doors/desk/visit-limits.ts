// How often those may ask who have not signed in: by their network, in bounded room.
//
// A bucket each for the client's own block and for the wider network around it, the emptier
// deciding: who has many blocks to change between still shares the wider one.

import ipaddr from "ipaddr.js";
import { Recent } from "../../base/recent.ts";
import { type EpochMs, minute, second } from "../../base/units.ts";
import { clientBlockOf } from "../../engine/client-block.ts";

/** What is asked for: a way in, an appeal, or a page that anyone may see. */
export type Visit = "entry" | "appeal" | "look";

interface Rate {
  /** So many at once. */
  readonly burst: number;
  /** Then one more after each of these. */
  readonly everyMs: number;
}

/**
 * A person who mistypes, or a household that appeals, stays below; whoever tries in masses does
 * not. Chosen by us.
 */
const rates: Readonly<Record<Visit, Rate>> = {
  entry: { burst: 20, everyMs: 30 * second },
  appeal: { burst: 5, everyMs: 10 * minute },
  // A page costs some milliseconds of the processor that judges mail.
  look: { burst: 60, everyMs: second },
};

/** A wider network, and whoever comes without a public address, counts as so many. */
const widerTimes = 10;

/** Networks that are remembered; the longest unseen are forgotten first. */
const networksMax = 20_000;

interface Bucket {
  readonly left: number;
  readonly at: EpochMs;
}

export interface VisitLimits {
  /** Takes one; 0, or how long to wait until there is one. */
  take(visit: Visit, client: string, now: EpochMs): number;
}

export function makeVisitLimits(): VisitLimits {
  const buckets = new Recent<string, Bucket>(networksMax);
  const left = (key: string, burst: number, everyMs: number, now: EpochMs): number => {
    const bucket = buckets.get(key);
    if (bucket === undefined) return burst;
    return Math.min(burst, bucket.left + Math.max(0, now - bucket.at) / everyMs);
  };
  return {
    take(visit, client, now) {
      const { burst, everyMs } = rates[visit];
      const shares = networksOf(client).map(({ network, times }) => {
        const key = `${visit} ${network}`;
        return { key, pace: everyMs / times, left: left(key, burst * times, everyMs / times, now) };
      });
      const waits = shares.map((one) => (one.left >= 1 ? 0 : (1 - one.left) * one.pace));
      const wait = Math.max(...waits);
      if (wait > 0) return Math.ceil(wait);
      for (const one of shares) buckets.set(one.key, { left: one.left - 1, at: now });
      return 0;
    },
  };
}

/** What isn't public, such as a proxy that tells no client's address, is many people. */
function networksOf(client: string): readonly { network: string; times: number }[] {
  const block = clientBlockOf(client);
  if (block === undefined) return [{ network: client.slice(0, 64), times: widerTimes }];
  const [address = ""] = block.split("/");
  const wider = ipaddr.IPv4.isValid(address)
    ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/16`)
    : ipaddr.IPv6.networkAddressFromCIDR(`${address}/32`);
  return [
    { network: block, times: 1 },
    { network: `wider ${wider.toString()}`, times: widerTimes },
  ];
}

// How many fetches one stranger can make us do: a bucket of tokens for its host, one for its
// registrable domain, the emptier deciding. Subdomains are free, domains are not.

import { Recent } from "../base/recent.ts";
import { type EpochMs, minute } from "../base/units.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { Host } from "../model/ids.ts";

export interface FetchBudget {
  /** Takes one token; false, and none taken, if the host or its domain has none left. */
  take(host: Host, at: EpochMs): boolean;
}

export interface BudgetSettings {
  /** Fetches at once after a quiet time. */
  readonly burst: number;
  readonly perMinute: number;
}

/**
 * Chosen by us. A large honest host is seen with a few new people a minute, and with hundreds when
 * a gate starts with an empty cache or a post of ours goes round; a flood of made-up key ids on
 * one domain costs 600 fetches and then 4 a second, at four in flight.
 */
export const shippedBudget = {
  host: { burst: 300, perMinute: 120 },
  domain: { burst: 600, perMinute: 240 },
} as const satisfies Record<string, BudgetSettings>;

/**
 * Wrong signatures of one client network, after which no key is fetched for it: whoever forges
 * must not spend the fetches of the host that is forged. Chosen by us: a server that lost its
 * keys makes a few hundred wrong ones a day, and its next network starts anew.
 */
export const shippedForgeries = { burst: 60, perMinute: 30 } as const satisfies BudgetSettings;

export interface ForgeryBudget {
  /** Whether a key may be fetched for this network; without one there is no limit. */
  allows(network: string | undefined, at: EpochMs): boolean;
  /** A fetched key was not there, or was the wrong one. */
  failed(network: string | undefined, at: EpochMs): void;
}

export function makeForgeryBudget(settings: BudgetSettings = shippedForgeries): ForgeryBudget {
  const networks = new Recent<string, Bucket>(bucketsMax);
  const left = (network: string, at: EpochMs): Bucket =>
    filled(networks.get(network), settings, at);
  return {
    allows: (network, at) => network === undefined || left(network, at).tokens >= 1,
    failed(network, at) {
      if (network === undefined) return;
      const bucket = left(network, at);
      networks.set(network, { ...bucket, tokens: Math.max(0, bucket.tokens - 1) });
    },
  };
}

/** Hosts and domains remembered; who is forgotten starts with a full bucket. */
const bucketsMax = 10_000;

export function makeFetchBudget(
  settings: { readonly host: BudgetSettings; readonly domain: BudgetSettings } = shippedBudget,
): FetchBudget {
  const hosts = new Recent<string, Bucket>(bucketsMax);
  const domains = new Recent<string, Bucket>(bucketsMax);
  return {
    take(host, at) {
      const domain = domainOf(host);
      const ofHost = filled(hosts.get(host), settings.host, at);
      const ofDomain = filled(domains.get(domain), settings.domain, at);
      const left = ofHost.tokens >= 1 && ofDomain.tokens >= 1;
      hosts.set(host, left ? { ...ofHost, tokens: ofHost.tokens - 1 } : ofHost);
      domains.set(domain, left ? { ...ofDomain, tokens: ofDomain.tokens - 1 } : ofDomain);
      return left;
    },
  };
}

interface Bucket {
  readonly tokens: number;
  readonly at: EpochMs;
}

function filled(bucket: Bucket | undefined, { burst, perMinute }: BudgetSettings, at: EpochMs) {
  if (bucket === undefined) return { tokens: burst, at };
  const gained = (Math.max(0, at - bucket.at) * perMinute) / minute;
  return { tokens: Math.min(burst, bucket.tokens + gained), at };
}

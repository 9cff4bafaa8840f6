// Who owns a host name: the registrable domain, by the public suffix list.

import { getDomain } from "tldts";

/** Hosts looked up lately; a server hears from a few thousand. */
const cacheMax = 4096;
const cache = new Map<string, string>();

/**
 * The registrable domain of a host, with private suffixes kept apart: each customer of
 * `github.io` is a domain of its own, and all subdomains of one owner are the same. The
 * host itself where there is none, as for addresses and for a suffix alone.
 */
export function domainOf(host: string): string {
  const known = cache.get(host);
  if (known !== undefined) return known;
  const domain = getDomain(host, { allowPrivateDomains: true }) ?? host;
  if (cache.size >= cacheMax) forgetOldest();
  cache.set(host, domain);
  return domain;
}

/** A Map keeps its order of insertion, so the first key is the oldest. */
function forgetOldest(): void {
  for (const oldest of cache.keys()) {
    cache.delete(oldest);
    return;
  }
}

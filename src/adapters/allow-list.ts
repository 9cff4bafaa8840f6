// Where the operator lets our fetches go although a stranger must never send them there: peers on
// a private network, a laboratory on loopback. The setting is `network.allow`.

import ipaddr from "ipaddr.js";

export interface AllowList {
  /** Whether this host may be spoken to without TLS, on any port, at any address. */
  host(name: string): boolean;
  /** Whether this address may be connected to whatever it is. */
  address(address: string): boolean;
}

/** Entries are host names, `*.domain` for all below one, addresses, or CIDR ranges. */
export function makeAllowList(entries: readonly string[]): AllowList {
  const ranges = entries.flatMap(rangeOf);
  const names = entries.filter((entry) => rangeOf(entry).length === 0).map(lower);
  const address = (text: string): boolean => {
    if (!ipaddr.isValid(text)) return false;
    const parsed = ipaddr.process(text);
    return ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
  };
  const host = (name: string): boolean =>
    names.some((entry) =>
      entry.startsWith("*.") ? lower(name).endsWith(entry.slice(1)) : entry === lower(name),
    ) || address(name);
  return { host, address };
}

/** Whether an address is of the public internet: what a stranger may make us speak to. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

function rangeOf(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number][] {
  if (ipaddr.isValidCIDR(entry)) return [ipaddr.parseCIDR(entry)];
  if (!ipaddr.isValid(entry)) return [];
  const one = ipaddr.process(entry);
  return [[one, one.kind() === "ipv4" ? 32 : 128]];
}

function lower(text: string): string {
  return text.toLowerCase();
}

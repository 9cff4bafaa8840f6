// Whose network a client is in: one customer has a whole block of addresses, and changes freely
// within it.

import ipaddr from "ipaddr.js";

/** What a provider gives one customer: a /56 of IPv6; a /24 is the least that is routed of IPv4. */
const bits = { ipv4: 24, ipv6: 56 } as const;

/**
 * The block of a public address, as `203.0.113.0/24`. Undefined for our own networks, for what is
 * no address, and for a proxy that tells nothing: those would make one client of everybody.
 */
export function clientBlockOf(client: string): string | undefined {
  if (!ipaddr.isValid(client)) return undefined;
  const address = ipaddr.process(client);
  if (address.range() !== "unicast" && !isDocumentation(address)) return undefined;
  const length = bits[address.kind()];
  const network =
    address.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address.toString()}/${length}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${length}`);
  return `${network.toString()}/${length}`;
}

/** Reserved for examples, and routed like any other where they are used. */
function isDocumentation(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.kind() === "ipv6") return address.match(ipaddr.parseCIDR("2001:db8::/32"));
  const examples = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"];
  return examples.some((range) => address.match(ipaddr.parseCIDR(range)));
}

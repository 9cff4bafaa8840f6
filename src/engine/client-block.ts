// Whose network a client is in: one customer has a whole block of addresses, and changes freely
// within it.

import ipaddr from "ipaddr.js";
import { Recent } from "../base/recent.ts";

/** What a provider gives one customer: a /56 of IPv6; a /24 is the least that is routed of IPv4. */
const bits = { ipv4: 24, ipv6: 56 } as const;

/** Asked several times for each delivery that is kept, and clients come again. */
const blocksLately = new Recent<string, string>(4096);
const noBlock = "";

/** Of an IPv6 address with IPv4's numbers at its end, and a zone. */
const clientLengthMax = 64;

/**
 * The block of a public address, as `203.0.113.0/24`. Undefined for our own networks, for what is
 * no address, and for a proxy that tells nothing: those would make one client of everybody.
 */
export function clientBlockOf(client: string): string | undefined {
  const before = blocksLately.get(client);
  const block = before ?? blockOf(client) ?? noBlock;
  if (before === undefined && client.length <= clientLengthMax) blocksLately.set(client, block);
  return block === noBlock ? undefined : block;
}

function blockOf(client: string): string | undefined {
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
const documentation = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"].map(
  (range) => ipaddr.parseCIDR(range),
);

function isDocumentation(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return documentation.some(
    ([range, length]) => range.kind() === address.kind() && address.match(range, length),
  );
}

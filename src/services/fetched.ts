// What the network says of an address, for who can do without.

import { type FetchAnswer, type Network, NetworkDown } from "../ports/network.ts";

/** Undefined while the network is down. */
export async function fetched(network: Network, url: string): Promise<FetchAnswer | undefined> {
  try {
    return await network.get(url);
  } catch (error) {
    if (error instanceof NetworkDown) return undefined;
    throw error;
  }
}

// Under whose name something that is kept is counted: subdomains, accounts and addresses are free
// to whoever floods us; a domain, a network and a text that repeats are not.

import type { ViewKey } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import { clientBlockOf } from "./client-block.ts";
import { domainOf } from "./text/domain.ts";

export interface Accounts {
  /** Registrable domain of the proven signer. */
  readonly domain: string | undefined;
  /** Network of the client; what nobody proved and comes from nowhere shares one. */
  readonly block: string | undefined;
  /** What it looks like, by its first view. */
  readonly view: ViewKey | undefined;
}

export function accountsOf(kept: Pick<Kept, "authenticity" | "delivery" | "keys">): Accounts {
  const { authenticity, delivery, keys } = kept;
  const proven = authenticity.kind === "proven";
  return {
    domain: proven ? domainOf(authenticity.signerHost) : undefined,
    block: clientBlockOf(delivery.client) ?? (proven ? undefined : "unproven"),
    view: keys[0],
  };
}

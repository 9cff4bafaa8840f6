// The way out to moderators: one letter over one channel.

import type { Letter } from "../model/letter.ts";
import type { Address, AddressOn, Channel } from "../model/subscription.ts";

/** What became of it. Each sentence is for an admin, short and printable. */
export type Sent =
  /** `answer`: what the other side said. */
  | { readonly kind: "taken"; readonly answer: string }
  /** Not now: it is worth trying again. */
  | { readonly kind: "failed"; readonly because: string }
  /** Never again at this address: who gave it has taken it back. */
  | { readonly kind: "gone"; readonly because: string };

/**
 * Sends as long as it takes, bounded in time and in what it reads of the answer. Never rejects.
 * The same letter may be sent again, where nobody knows whether it arrived: it goes under the same
 * id. Every adapter must pass notifier.contract.ts.
 */
export interface Notifier<A extends Address = Address> {
  send(to: A, letter: Letter): Promise<Sent>;
}

/** One for each channel; one that is not set up says so in its answer. */
export type Notifiers = { readonly [C in Channel]: Notifier<AddressOn<C>> };

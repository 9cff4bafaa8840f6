// How much is kept, in all and under each name that it is counted under.

import type { Delivery } from "./delivery.ts";

export interface Used {
  /** Kept with their bytes. */
  readonly deliveries: number;
  readonly bytes: number;
  /** Recorded without their bytes, and not passed on. */
  readonly summaries: number;
}

export const unused: Used = { deliveries: 0, bytes: 0, summaries: 0 };

/** `block`: a client network. */
export type AccountKind = "domain" | "block" | "view";

/** A bound on what is kept: under one name, in all, or of the disk. */
export type Quota = AccountKind | "all" | "disk";

/** One line of the account book. */
export interface Account extends Used {
  readonly kind: AccountKind;
  readonly name: string;
}

export interface Usage {
  readonly all: Used;
  /** Largest first, of each kind, none that is empty; small ones may be left out. */
  readonly accounts: readonly Account[];
}

/** What a delivery takes of the disk, without the rest of its row. */
export function bytesOf({ headers, body }: Pick<Delivery, "headers" | "body">): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, body.length);
}

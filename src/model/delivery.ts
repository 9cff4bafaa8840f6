// What came over the socket: one POST to an inbox, before anybody understood it.

import type { EpochMs } from "../base/units.ts";
import type { Receipt } from "./ids.ts";

/** A header field as it came: name in the sender's spelling, value untouched. */
export type HeaderField = readonly [name: string, value: string];

export interface Delivery {
  readonly receipt: Receipt;
  /** When its last byte was here. */
  readonly at: EpochMs;
  /** The request target: path and query, byte for byte. */
  readonly path: string;
  /** In the order of the wire, with equal names apart: signatures cover them. */
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
  /** The delivering machine as our own proxy saw it. */
  readonly client: string;
  /** How the sender reached us: RFC 9421's `@target-uri` names it. */
  readonly scheme: "https" | "http";
}

/** The values of a field, joined with ", " as RFC 9110 section 5.3 allows; undefined if absent. */
export function headerOf(delivery: Pick<Delivery, "headers">, name: string): string | undefined {
  const wanted = name.toLowerCase();
  let joined: string | undefined;
  for (const [field, value] of delivery.headers) {
    if (field.length !== wanted.length || field.toLowerCase() !== wanted) continue;
    joined = joined === undefined ? value : `${joined}, ${value}`;
  }
  return joined;
}

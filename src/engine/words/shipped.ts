// The classifier as it is shipped: docs/models/words.md says of what it was learned.

import { type Prior, unpackPrior } from "./prior.ts";
import { shippedWords } from "./shipped-words.ts";

let unpacked: Prior | undefined;

/** The file as it is packed. */
export function shippedBytes(): Uint8Array {
  return Uint8Array.from(atob(shippedWords), (one) => one.charCodeAt(0));
}

/** One for all, a megabyte; unpacked when it is first asked for. */
export function shippedPrior(): Prior {
  unpacked ??= unpackPrior(shippedBytes());
  return unpacked;
}

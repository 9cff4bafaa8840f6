import { randomFillSync } from "node:crypto";
import type { EpochMs } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";

/** Crockford's: no I, L, O, U, so that a receipt survives being read out on the telephone. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeDigits = 10;
const chanceDigits = 16;

/** Fills what it is given with random bytes. */
export type Chance = (bytes: Uint8Array) => unknown;

export type ReceiptMaker = (at: EpochMs) => Receipt;

/**
 * A receipt: 48 bits of milliseconds, then 80 random bits, as 26 base-32 digits. Receipts of
 * different milliseconds sort by time as text (the ULID's layout); within one, by chance.
 */
export const receiptByChance: ReceiptMaker = receiptsBy(randomFillSync);

/** The chance of a lab has a seed; a gate's has none. */
export function receiptsBy(chance: Chance): ReceiptMaker {
  // Drawn by the page: asking for each receipt would cost more than the rest.
  const page = new Uint8Array(chanceDigits * 256);
  let used = page.length;
  return (at) => {
    if (used === page.length) {
      chance(page);
      used = 0;
    }
    used += chanceDigits;
    return (timeText(at) + chanceText(page.subarray(used - chanceDigits, used))) as Receipt;
  };
}

function timeText(at: EpochMs): string {
  let text = "";
  for (let rest = Math.floor(at), i = 0; i < timeDigits; i++, rest = Math.floor(rest / 32)) {
    text = digits.charAt(rest % 32) + text;
  }
  return text;
}

/** Five bits of each byte: 32 divides 256, so every digit is equally likely. */
function chanceText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += digits.charAt(byte % 32);
  return text;
}

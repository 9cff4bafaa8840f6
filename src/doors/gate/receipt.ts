import { randomFillSync } from "node:crypto";
import type { EpochMs } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";

/** Crockford's: no I, L, O, U, so that a receipt survives being read out on the telephone. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeDigits = 10;
const chanceDigits = 16;

/** Random bytes are drawn by the page: asking for each receipt would cost more than the rest. */
const chance = new Uint8Array(chanceDigits * 256);
let used = chance.length;

/**
 * A receipt: 48 bits of milliseconds, then 80 random bits, as 26 base-32 digits. Receipts of
 * different milliseconds sort by time as text (the ULID's layout); within one, by chance.
 */
export function makeReceipt(at: EpochMs): Receipt {
  let time = "";
  for (let rest = Math.floor(at), i = 0; i < timeDigits; i++, rest = Math.floor(rest / 32)) {
    time = digits.charAt(rest % 32) + time;
  }
  return (time + drawDigits()) as Receipt;
}

/** Five bits of each byte: 32 divides 256, so every digit is equally likely. */
function drawDigits(): string {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  let text = "";
  for (const end = used + chanceDigits; used < end; used++) {
    text += digits.charAt((chance[used] ?? 0) % 32);
  }
  return text;
}

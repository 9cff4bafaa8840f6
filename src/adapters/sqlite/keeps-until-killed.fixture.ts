// A gate in small, to be killed: keeps deliveries as fast as it can and says each receipt that
// was acknowledged. Its parent ends it in the middle of a sentence.
//
//   node keeps-until-killed.fixture.ts FILE ROUND   keeps without end
//   node keeps-until-killed.fixture.ts FILE claim   claims what is due, and hangs in delivery

import { writeSync } from "node:fs";
import { minute } from "../../base/units.ts";
import { bytes, later, someKept } from "../../ports/kept.fixture.ts";
import type { Ledger } from "../../ports/ledger.ts";
import { openSqliteLedger } from "./store.ts";

/** The body that belongs to a receipt: some small, some over many pages. */
export function bodyOf(number: number): Uint8Array {
  return bytes(`delivery ${number} `.repeat(1 + ((number * 7919) % 600)));
}

/** Each of many concurrent keepers: one acknowledged delivery after the other, for ever. */
async function keepOn(ledger: Ledger, first: number, step: number): Promise<never> {
  for (let number = first; ; number += step) {
    const receipt = await ledger.keep(someKept(number, { body: bodyOf(number) }));
    // Straight into the pipe: what a killed process had buffered was never said.
    writeSync(1, `${receipt}\n`);
  }
}

async function claimAll(ledger: Ledger): Promise<void> {
  for (const receipt of await ledger.due(later(minute), 5)) {
    await ledger.claim(receipt, minute, later(minute));
    writeSync(1, `${receipt}\n`);
  }
  await keepOn(ledger, 900_000_000, 1);
}

if (import.meta.main) {
  const [path = "", round = ""] = process.argv.slice(2);
  const ledger = await openSqliteLedger(path);
  if (round === "claim") await claimAll(ledger);
  const from = Number(round) * 10_000_000;
  await Promise.all([0, 1, 2, 3].map((keeper) => keepOn(ledger, from + keeper, 4)));
}

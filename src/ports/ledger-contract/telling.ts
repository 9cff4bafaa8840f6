// How the stories of a ledger are told, and what many of them begin with.

import { ok } from "node:assert/strict";
import { hour, minute } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { answered, later } from "../kept.fixture.ts";
import type { Ledger } from "../ledger.ts";

export type Story = (ledger: Ledger) => Promise<void>;
export type Tell = (name: string, story: Story) => void;

export async function keepAll(ledger: Ledger, ...all: readonly Kept[]): Promise<void> {
  for (const kept of all) await ledger.keep(kept);
}

export async function claimed(ledger: Ledger, kept: Kept): Promise<Receipt> {
  const receipt = await ledger.keep(kept);
  const lease = await ledger.claim(receipt, minute, later(minute));
  ok(lease !== undefined, "a due delivery can be claimed");
  return receipt;
}

export async function deliver(ledger: Ledger, kept: Kept): Promise<void> {
  const receipt = await claimed(ledger, kept);
  await ledger.finish(receipt, answered(202), later(minute), later(hour));
}

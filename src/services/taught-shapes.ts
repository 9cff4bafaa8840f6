/**
 * What the home server taught us by its answers: that it takes a shape of delivery which its
 * profile said it would refuse. A shape is a kind of signature, and, where we could refute the
 * signature, in which way. From then on contacts of that shape are ours to judge and to keep.
 *
 * Written down in the ledger: a restart must not open that door for one more contact, and
 * `doctor` shows it.
 */

import { z } from "zod";
import { type EpochMs, epochMs } from "../base/units.ts";
import { type Refutation, refutations, type SignatureKind } from "../model/authenticity.ts";
import type { Ledger } from "../ports/ledger.ts";
import { ownValue } from "./own-value.ts";

export interface TaughtShape {
  /** Of the home server when it took it: another software teaches anew. */
  readonly software: string;
  readonly signature: SignatureKind;
  /** Undefined: the kind itself. */
  readonly why: Refutation | undefined;
  readonly at: EpochMs;
}

const shapes = z.array(
  z.object({
    software: z.string(),
    signature: z.enum(["draft-cavage", "rfc9421", "none"]),
    why: z.enum(refutations).optional(),
    at: z.number(),
  }),
);

const own = ownValue("taught-shapes", shapes);

/** What was written down. Throws LedgerDown. */
export async function readTaught(ledger: Pick<Ledger, "setting">): Promise<readonly TaughtShape[]> {
  const found = (await own.read(ledger)) ?? [];
  return found.map((one) => ({ ...one, why: one.why, at: epochMs(one.at) }));
}

/** Throws LedgerDown. */
export function writeTaught(
  all: readonly TaughtShape[],
  ledger: Pick<Ledger, "putSetting">,
): Promise<void> {
  return own.write(ledger, [...all]);
}

/** What was taught, in words, each once: two shapes may differ in what no person tells apart. */
export function namesOf(all: readonly TaughtShape[]): string[] {
  return [...new Set(all.map(nameOf))];
}

/** As it may follow "the home server takes". */
export function nameOf({ signature, why }: TaughtShape): string {
  const kind = signature === "none" ? "unsigned deliveries" : `${signature} signatures`;
  return why === undefined || why === "absent" ? kind : `${kind} that we refute (${why})`;
}

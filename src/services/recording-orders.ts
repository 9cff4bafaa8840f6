// Orders to record, and how the recording stands: in the ledger's settings, as orders.ts has it,
// so that a restarted gate goes on where it was.

import { z } from "zod";
import type { EpochMs } from "../base/units.ts";
import type { Ledger } from "../ports/ledger.ts";
import { ownValue } from "./own-value.ts";

type Settings = Pick<Ledger, "setting" | "putSetting">;

const orderShape = z.object({
  /** Each order has its own. */
  id: z.string(),
  path: z.string(),
  until: z.number().transform((ms) => ms as EpochMs),
  bytesMax: z.number(),
  withPrivate: z.boolean(),
  by: z.string(),
  /** Somebody ends it early. */
  stop: z.boolean(),
});

export type RecordingOrder = z.infer<typeof orderShape>;

const stateShape = z.object({
  id: z.string(),
  /** `waiting`: for the home server's name. */
  state: z.enum(["waiting", "recording", "ended"]),
  /** Whole on disk. */
  bytes: z.number(),
  deliveries: z.number(),
  privateLeft: z.number(),
  lost: z.number(),
  /** Why it ended. */
  because: z.string(),
});

export type RecordingState = z.infer<typeof stateShape>;

const ordered = ownValue("order-record", orderShape);
const stands = ownValue("record-state", stateShape);

/** All throw LedgerDown. */
export function recordingOrdered(ledger: Settings): Promise<RecordingOrder | undefined> {
  return ordered.read(ledger);
}

export function orderRecording(ledger: Settings, order: RecordingOrder): Promise<void> {
  return ordered.write(ledger, order);
}

export function recordingState(ledger: Settings): Promise<RecordingState | undefined> {
  return stands.read(ledger);
}

export function putRecordingState(ledger: Settings, state: RecordingState): Promise<void> {
  return stands.write(ledger, state);
}

// Orders to record, and how the recording stands: in the ledger's settings, as orders.ts has it,
// so that a restarted gate goes on where it was.

import { z } from "zod";
import type { EpochMs } from "../base/units.ts";
import type { Ledger } from "../ports/ledger.ts";

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

const names = { order: "order-record", state: "record-state" } as const;

/** All throw LedgerDown. What can't be read, such as a newer version's, counts as none. */
export async function recordingOrdered(ledger: Settings): Promise<RecordingOrder | undefined> {
  return read(await ledger.setting(names.order), orderShape);
}

export function orderRecording(ledger: Settings, order: RecordingOrder): Promise<void> {
  return ledger.putSetting(names.order, JSON.stringify(order));
}

export async function recordingState(ledger: Settings): Promise<RecordingState | undefined> {
  return read(await ledger.setting(names.state), stateShape);
}

export function putRecordingState(ledger: Settings, state: RecordingState): Promise<void> {
  return ledger.putSetting(names.state, JSON.stringify(state));
}

function read<T>(text: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (text === undefined || text === "") return undefined;
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // Written by somebody else: no order of ours.
  }
}

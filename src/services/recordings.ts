// Recording as ordered: begins, goes on after a restart, and ends by its time, its size, an order
// or a file that can't be written.

import { type EpochMs, epochMs, second } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger, Ruling } from "../ports/ledger.ts";
import { RecordingFailed, type RecordingFile, type RecordingFiles } from "../ports/recording.ts";
import { type Header, type Recorder, settledAfterMs } from "./recorder.ts";
import {
  putRecordingState,
  type RecordingOrder,
  type RecordingState,
  recordingOrdered,
  recordingState,
} from "./recording-orders.ts";

/** Chosen by us: what a crash may cost, and about what gzip needs to work with. */
export const recordingsEveryMs = 2 * second;

export interface RecordingParts {
  readonly recorder: Recorder;
  readonly files: RecordingFiles;
  readonly ledger: Ledger;
  readonly clock: Pick<Clock, "now">;
  /** Undefined while the home server's own name is not known. */
  readonly header: () => Header | undefined;
  /** For the log of the gate. */
  readonly say: (fields: object, sentence: string) => void;
}

export interface Recordings {
  /** Does what is ordered by now. Throws LedgerDown. */
  round(): Promise<void>;
  /** A moderator ruled on something. */
  ruled(ruling: Ruling): void;
  /** The gate ends; the recording goes on with the next. */
  pause(): Promise<void>;
}

interface Under {
  readonly order: RecordingOrder;
  readonly file: RecordingFile;
  deliveries: number;
}

export function makeRecordings(parts: RecordingParts): Recordings {
  const { recorder, ledger, clock } = parts;
  let under: Under | undefined;
  let told = "";

  const tell = async (
    { id }: RecordingOrder,
    state: RecordingState["state"],
    because = "",
  ): Promise<void> => {
    const { private: privateLeft, lost } = recorder.left;
    const { file, deliveries = 0 } = under ?? {};
    const counts = { bytes: file?.bytes ?? 0, deliveries, privateLeft, lost };
    const stands: RecordingState = { id, state, ...counts, because };
    if (JSON.stringify(stands) === told) return;
    await putRecordingState(ledger, stands);
    told = JSON.stringify(stands);
  };

  async function begin(order: RecordingOrder, before: RecordingState | undefined): Promise<void> {
    const resumes = before?.id === order.id && before.state === "recording";
    const header = resumes ? undefined : parts.header();
    if (!resumes && header === undefined) return tell(order, "waiting");
    const { files } = parts;
    const { path } = order;
    const file = await (resumes ? files.resume(path, before.bytes) : files.create(path));
    under = { order, file, deliveries: resumes ? before.deliveries : 0 };
    recorder.begin(header, order.withPrivate, clock.now());
    parts.say({ path, by: order.by, resumes }, "recording");
    await tell(order, "recording");
  }

  async function write(under: Under, before: EpochMs): Promise<void> {
    const lines = recorder.take(before);
    await under.file.append(lines);
    under.deliveries += lines.filter((line) => line.startsWith('{"type":"delivery"')).length;
  }

  async function end({ order, file }: Under, because: string): Promise<void> {
    await tell(order, "ended", because);
    recorder.end();
    under = undefined;
    parts.say({ path: order.path, bytes: file.bytes, because }, "the recording has ended");
    await file.close();
  }

  async function goOn(now: Under, order: RecordingOrder | undefined): Promise<void> {
    const why = whyEnds(now, order, clock.now());
    const all = epochMs(Number.MAX_SAFE_INTEGER);
    await write(now, why === undefined ? epochMs(clock.now() - settledAfterMs) : all);
    if (why === undefined) await tell(now.order, "recording");
    else await end(now, why);
  }

  async function round(): Promise<void> {
    const order = await recordingOrdered(ledger);
    try {
      if (under !== undefined) return await goOn(under, order);
      if (order === undefined) return;
      const state = await recordingState(ledger);
      if (state?.id === order.id && state.state === "ended") return;
      if (!order.stop) await begin(order, state);
      else if (state?.id === order.id) await tell(order, "ended", "it was stopped");
    } catch (error) {
      if (!(error instanceof RecordingFailed)) throw error;
      if (under !== undefined) await end(under, error.message);
      else if (order !== undefined) await tell(order, "ended", error.message);
    }
  }

  return {
    round,
    ruled: (ruling) => recorder.ruled(ruling),
    async pause() {
      if (under === undefined) return;
      await write(under, epochMs(Number.MAX_SAFE_INTEGER));
      await tell(under.order, "recording");
      await under.file.close();
    },
  };
}

function whyEnds(
  { order, file }: Under,
  ordered: RecordingOrder | undefined,
  now: EpochMs,
): string | undefined {
  if (ordered?.id !== order.id) return "another was ordered";
  if (ordered.stop) return "it was stopped";
  if (now >= order.until) return "its time is over";
  return file.bytes >= order.bytesMax ? "it has reached its size" : undefined;
}

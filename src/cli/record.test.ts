import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { after, hour } from "../base/units.ts";
import { makeRecorder } from "../services/recorder.ts";
import { recordingOrdered } from "../services/recording-orders.ts";
import { makeRecordings } from "../services/recordings.ts";
import { type RecordOptions, runRecord } from "./record.ts";
import { fakeOutput, testMoment } from "./testing.ts";

/** A gate that does what is ordered while the command waits. */
function place(header: () => { origin: string; actors: string; software: string } | undefined) {
  const ledger = new ProcessLedger();
  const clock = { now: () => testMoment };
  const file = { bytes: 2048, append: async () => undefined, close: async () => undefined };
  const files = { create: async () => file, resume: async () => file };
  const recorder = makeRecorder(clock);
  const gate = makeRecordings({ recorder, files, ledger, clock, header, say: () => undefined });
  const record = async (file: string | undefined, options: RecordOptions, wait = gate.round) => {
    const output = fakeOutput();
    const hand = { by: "alice", at: testMoment, through: "command" } as const;
    const frame = { output, directory: "/here" };
    const code = await runRecord(file, options, ledger, hand, frame, wait);
    return { code, text: output.text() };
  };
  return { ledger, record };
}

const header = () => ({
  origin: "https://home.example",
  actors: "https://home.example/u/",
  software: "x",
});
const noGate = async (): Promise<void> => undefined;

test("a recording is ordered, looked at and ended", async () => {
  const { ledger, record } = place(header);
  const begun = await record("day.jsonl.gz", { for: "2h", max: "1MiB" });
  assert.equal(begun.code, 0);
  assert.match(
    begun.text,
    /^Recording to \/here\/day\.jsonl\.gz until 2026-11-23 14:00 UTC, or 1\.0 MiB; so far 0 del/,
  );
  const order = await recordingOrdered(ledger);
  assert.deepEqual(
    [order?.until, order?.bytesMax, order?.withPrivate, order?.by],
    [after(testMoment, 2 * hour), 1024 * 1024, false, "alice"],
  );
  assert.equal((await record(undefined, {})).code, 0);
  await assert.rejects(record("more.jsonl", {}), /day\.jsonl\.gz is being recorded: end that/);
  const stopped = await record(undefined, { stop: true });
  assert.match(stopped.text, /has ended, because it was stopped: 0 deliveries, 2.* KiB/);
  assert.match((await record(undefined, { stop: true })).text, /Nothing is recorded/);
  assert.equal((await record("more.jsonl", { private: true })).code, 0);
  assert.equal((await recordingOrdered(ledger))?.withPrivate, true);
});

test("without a gate nothing is recorded, not even later", async () => {
  const { ledger, record } = place(header);
  await assert.rejects(record("day.jsonl", {}, noGate), /no gate answered/);
  assert.equal((await recordingOrdered(ledger))?.stop, true);
  assert.equal((await record(undefined, {})).code, 1);
});

test("a server whose name is not known is waited for, and can be given up", async () => {
  const { record } = place(() => undefined);
  assert.match((await record("day.jsonl", {})).text, /waits until the home server's name is known/);
  assert.match((await record(undefined, { stop: true })).text, /has ended, because it was stopped/);
});

test("what can't be a recording is refused", async () => {
  const { record } = place(header);
  await assert.rejects(record("day.txt", {}), /must end in \.jsonl or \.jsonl\.gz/);
  await assert.rejects(record("day.jsonl", { max: "lots" }), /is no size/);
  await assert.rejects(record("day.jsonl", { for: "soon" }), /is no time/);
});

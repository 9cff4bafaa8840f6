import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, type EpochMs, hour, minute, second } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import { RecordingFailed, type RecordingFiles } from "../ports/recording.ts";
import { note, start, testHouse } from "./house.fixture.ts";
import { makeRecorder } from "./recorder.ts";
import { orderRecording, type RecordingOrder, recordingState } from "./recording-orders.ts";
import { makeRecordings } from "./recordings.ts";
import { makeRulingLessons } from "./rulings.ts";

/** Files in memory; what was appended is whole at once. */
function testFiles(): RecordingFiles & { readonly files: Map<string, string[]>; full: boolean } {
  const files = new Map<string, string[]>();
  const fileOn = (lines: string[]) => ({
    get bytes() {
      return lines.join("\n").length;
    },
    async append(more: readonly string[]) {
      if (all.full) throw new RecordingFailed("the disk is full");
      lines.push(...more);
    },
    close: async () => undefined,
  });
  const all = {
    files,
    full: false,
    async create(path: string) {
      if (files.has(path)) throw new RecordingFailed("there is such a file already: name another");
      files.set(path, []);
      return fileOn(files.get(path) ?? []);
    },
    resume: async (path: string) => fileOn(files.get(path) ?? []),
  };
  return all;
}

const home = { origin: "https://home.example", actors: "https://home.example/users/" };
const header = () => ({ ...home, software: "mastodon" });

function recording(ledger = new ProcessLedger()) {
  const clock = makeVirtualClock(start);
  const recorder = makeRecorder(clock);
  const house = testHouse({ mood: "doubtful", ledger, onlooker: recorder.journal });
  const files = testFiles();
  const parts = { recorder, files, ledger, clock, header, say: () => undefined };
  const { round, pause } = makeRecordings(parts);
  const order = (more: Partial<RecordingOrder> = {}): Promise<void> => {
    const bounds = { until: after(start, hour), bytesMax: 1e6, withPrivate: false };
    const wanted = { id: "1", path: "/day.jsonl", ...bounds, by: "alice", stop: false, ...more };
    return orderRecording(ledger, wanted);
  };
  const passTo = async (at: EpochMs) => {
    clock.set(at);
    await house.passTo(at);
    await round();
  };
  const send = (name: string, at: EpochMs, more: object = {}) => house.send(note(name, at, more));
  const events = () =>
    (files.files.get("/day.jsonl") ?? []).map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
  return { clock, recorder, house, files, ledger, round, pause, order, passTo, send, events };
}

const open = { object: { type: "Note", to: ["https://www.w3.org/ns/activitystreams#Public"] } };

test("a recording begins with its header and ends by its time", async () => {
  const { round, order, passTo, send, events, ledger } = recording();
  await send("before", start, open);
  await order();
  await round();
  await send("r1", after(start, minute), open);
  await passTo(after(start, hour));
  const all = events();
  assert.deepEqual(
    all.map(({ type, id }) => id ?? type),
    ["traffic-log", "r1"],
  );
  assert.deepEqual(all[0]?.["home"], header());
  assert.equal(all[1]?.["at"], new Date(after(start, minute)).toISOString());
  assert.equal(all[1]?.["signature"], "valid");
  const state = await recordingState(ledger);
  assert.deepEqual(
    [state?.state, state?.because, state?.deliveries],
    ["ended", "its time is over", 1],
  );
  await send("r2", after(start, hour), open);
  await passTo(after(start, 2 * hour));
  assert.equal(events().length, 2);
});

test("time never goes back in a log, whatever order things were heard in", async () => {
  const { round, order, passTo, send, events, recorder, clock } = recording();
  await order();
  await round();
  const documents = recorder.overhear(new ProcessDocuments());
  const body = '{"type":"Person"}';
  clock.set(after(start, 20 * second));
  await send("late", after(start, 18 * second), open);
  const url = "https://harbor.example/users/late";
  const outcome = { kind: "found", body } as const;
  await documents.put({ url, fetchedAt: clock.now(), outcome });
  await documents.get(url);
  const by = "https://home.example/users/alice" as ActorId;
  const actor = url as ActorId;
  recorder.noticed({ at: after(start, 15 * second), action: "follow", by, actor });
  await passTo(after(start, 2 * minute));
  assert.deepEqual(
    events().map(({ type }) => type),
    ["traffic-log", "document", "local", "delivery"],
  );
  await passTo(after(start, hour));
  const times = events().map(({ at }) => String(at));
  assert.deepEqual(times, times.toSorted());
});

test("private posts are left out and counted, unless they are asked for", async () => {
  for (const withPrivate of [false, true]) {
    const { round, order, passTo, send, events, ledger } = recording();
    await order({ withPrivate });
    await round();
    await send("direct", after(start, minute));
    await send("public", after(start, 2 * minute), open);
    await passTo(after(start, hour));
    const ids = events().flatMap(({ id }) => id ?? []);
    assert.deepEqual(ids, withPrivate ? ["direct", "public"] : ["public"]);
    assert.equal((await recordingState(ledger))?.privateLeft, withPrivate ? 0 : 1);
  }
});

test("a ruling on what is in the log is in the log", async () => {
  const { round, order, passTo, send, events, ledger, house, recorder } = recording();
  await order();
  await round();
  await send("r1", after(start, second), open);
  await passTo(after(start, minute));
  const { receipt } = note("r1", start);
  await ledger.rule({ receipt, ruling: "spam", by: "alice", at: after(start, minute) });
  const memory = new ProcessMemory();
  await makeRulingLessons({ ledger, memory }, { ruled: (ruling) => recorder.ruled(ruling) })();
  await house.passTo(after(start, 2 * minute));
  await passTo(after(start, hour));
  const labels = events().filter(({ type }) => type === "label");
  assert.deepEqual(
    labels.map(({ delivery, label, by }) => [delivery, label, by]),
    [["r1", "spam", "moderator"]],
  );
});

test("it goes on after a restart, with the documents told again", async () => {
  const first = recording();
  await first.order();
  await first.round();
  await first.send("r1", after(start, second), open);
  await first.pause();
  const { ledger, files } = first;
  const clock = makeVirtualClock(after(start, minute));
  const recorder = makeRecorder(clock);
  const house = testHouse({ ledger, onlooker: recorder.journal });
  const again = makeRecordings({ recorder, files, ledger, clock, header, say: () => undefined });
  await again.round();
  await house.send(note("r2", after(start, 2 * minute), open));
  clock.set(after(start, hour));
  await again.round();
  assert.deepEqual(
    first.events().map(({ type, id }) => id ?? type),
    ["traffic-log", "r1", "resumed", "r2"],
  );
  assert.equal((await recordingState(ledger))?.deliveries, 2);
});

test("it ends by its size, an order, another order, or a full disk, and says which", async () => {
  const endings: readonly (readonly [RegExp, (one: ReturnType<typeof recording>) => unknown])[] = [
    [/reached its size/, ({ order }) => order({ bytesMax: 10 })],
    [/it was stopped/, ({ order }) => order({ stop: true })],
    [/another was ordered/, ({ order }) => order({ id: "2", path: "/other.jsonl" })],
    [/the disk is full/, ({ files }) => Object.assign(files, { full: true })],
  ];
  for (const [because, happen] of endings) {
    const one = recording();
    await one.order(because.source.includes("size") ? { bytesMax: 10 } : {});
    await one.round();
    await one.send("r1", after(start, second), open);
    await happen(one);
    await one.passTo(after(start, 2 * minute));
    if (because.source.includes("size")) await one.round();
    const state = await recordingState(one.ledger);
    assert.deepEqual(
      [state?.state, because.test(state?.because ?? "")],
      ["ended", true],
      state?.because,
    );
  }
});

test("a file that is there is not written over, and a nameless server is waited for", async () => {
  const { files, order, round, ledger } = recording();
  files.files.set("/day.jsonl", ["mine"]);
  await order();
  await round();
  assert.match((await recordingState(ledger))?.because ?? "", /such a file already/);
  assert.deepEqual(files.files.get("/day.jsonl"), ["mine"]);
  const nameless = recording();
  const { recorder, clock } = nameless;
  let known = false;
  const parts = { recorder, clock, files: nameless.files, ledger: nameless.ledger };
  const say = () => undefined;
  const later = makeRecordings({ ...parts, say, header: () => (known ? header() : undefined) });
  await nameless.order();
  await later.round();
  assert.equal((await recordingState(nameless.ledger))?.state, "waiting");
  known = true;
  await later.round();
  assert.equal((await recordingState(nameless.ledger))?.state, "recording");
});

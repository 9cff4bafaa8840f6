import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { after, epochMs, hour, minute, second } from "../../base/units.ts";
import type { Verdict } from "../../model/verdict.ts";
import { deaf } from "../../ports/journal.ts";
import { loadConfig } from "../../services/config.ts";
import { orderRecording, recordingState } from "../../services/recording-orders.ts";
import { makeReplay } from "../../services/replay.ts";
import { replayHouse } from "../../wire/replay-house.ts";
import { mentionWave } from "../attackers/mention-wave.ts";
import { dice } from "../dice.ts";
import { openLab, play } from "../lab.ts";
import { castOf, oldTies, ordinaryMail } from "../people.ts";
import { inOrder } from "../plan.ts";

const morning = epochMs(Date.UTC(2026, 1, 14, 7));

/** Every first decision of a gate, by receipt. */
async function recordedDay(path: string): Promise<ReadonlyMap<string, Verdict>> {
  const said = new Map<string, Verdict>();
  const journal = {
    ...deaf,
    judged: ({ delivery }: { delivery: { receipt: string } }, verdict: Verdict) =>
      void said.set(delivery.receipt, verdict),
  };
  // Of a replay's own seed, so that both draw the same edges.
  const lab = await openLab({ seed: "replay", start: morning, journal });
  try {
    const bounds = { until: after(morning, 4 * hour), bytesMax: 1e9, withPrivate: true };
    const order = { id: "1", path, ...bounds, by: "alice", stop: false };
    await orderRecording(lab.gate.ledger, order);
    await lab.pass(5 * second);
    const start = lab.clock.now();
    const cast = castOf(lab.world, dice("recorded"), start);
    const until = after(start, 2 * hour);
    const mail = ordinaryMail(cast, start, until, 6);
    const [host] = cast.hosts;
    assert.ok(host);
    const shape = { from: after(start, hour), until: after(start, hour + 20 * minute), posts: 12 };
    const wave = mentionWave(lab.world, dice("wave"), {
      ...shape,
      hosts: 6,
      guests: { host, accounts: 2 },
    });
    await play(lab, inOrder([...oldTies(cast, start), ...mail, ...wave]));
    await lab.passTo(after(morning, 4 * hour + minute));
    assert.equal((await recordingState(lab.gate.ledger))?.state, "ended");
  } finally {
    await lab.stop();
  }
  return said;
}

test("a replay of what was recorded decides as the gate did", { timeout: 60_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "breakwater-recording-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "day.jsonl.gz");
  const said = await recordedDay(path);
  assert.equal((await stat(path)).mode & 0o777, 0o600);

  const loaded = loadConfig({});
  assert.ok(loaded.ok);
  const replay = makeReplay(replayHouse(loaded.value.config));
  const again = new Map<string, { readonly action: string; readonly score: number }>();
  const lines = gunzipSync(await readFile(path))
    .toString()
    .trimEnd()
    .split("\n");
  for (const line of lines) {
    const fed = await replay.feed(line);
    assert.ok(fed.ok, line);
    for (const { delivery, action, score } of fed.value.verdicts)
      again.set(delivery, { action, score });
  }
  const judged = [...said].filter(([, { path }]) => path === "judged");
  const held = judged.filter(([, { action }]) => action === "hold");
  assert.ok(said.size > 20 && judged.length > 10 && held.length > 5, `${said.size} deliveries`);
  assert.deepEqual(replay.skipped.size, 0);
  for (const [receipt, verdict] of said) {
    const { action, score } = verdict;
    assert.deepEqual(again.get(receipt), { action, score }, receipt);
  }
});

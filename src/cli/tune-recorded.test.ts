import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { replayHouse } from "../wire/replay-house.ts";
import type { Parts } from "./parts.ts";
import { fakeContext, shippedConfig } from "./testing.ts";
import { recordedEffect } from "./tune-recorded.ts";

const at = "2026-01-05T00:00:00.000Z";
const home = { origin: "https://home.example", actors: "https://home.example/users/" };

/** A stranger, whom nothing is known of, mentions five people here. */
function delivery(id: string, words: string): object {
  const actor = `https://far.example/users/${id}`;
  const people = ["alice", "bob", "carol", "dan", "eve"].map((name) => `${home.actors}${name}`);
  const tag = people.map((href) => ({ type: "Mention", href, name: href }));
  const post = { id: `${actor}/1`, type: "Note", attributedTo: actor, content: words, tag };
  const object = { ...post, to: people, published: at };
  const activity = { id: `${actor}/1/a`, type: "Create", actor, to: people, object };
  const from = { ip: "192.0.2.7", signature: "valid", signedBy: `${actor}#key` };
  const inbox = "/inbox";
  return { type: "delivery", at, id, inbox, ...from, activity };
}

test("a log is replayed under both, and who would fare otherwise is named", async () => {
  const directory = mkdtempSync(join(tmpdir(), "breakwater-"));
  const log = join(directory, "log.jsonl");
  const lines = [
    { type: "traffic-log", version: 1, at, home },
    delivery("d1", "<p>Good morning to you</p>"),
    delivery("d2", "<p>Meet us at the harbour on Sunday</p>"),
  ];
  writeFileSync(log, lines.map((line) => JSON.stringify(line)).join("\n"));
  const frame = { ...fakeContext(), parts: async () => ({ replayHouse }) as unknown as Parts };
  try {
    const config = shippedConfig();
    const same = await recordedEffect(log, config, config.policy, config.policy, frame);
    assert.deepEqual([same.deliveries, same.differences], [2, []]);
    const mild = { ...config.policy, holdAt: 39, settleBand: 1 };
    const { differences } = await recordedEffect(log, config, config.policy, mild, frame);
    assert.deepEqual(differences.map((one) => one.delivery).toSorted(), ["d1", "d2"]);
    assert.ok(differences.every((one) => one.after === "delivered" && /held$/.test(one.before)));
  } finally {
    rmSync(directory, { recursive: true });
  }
});

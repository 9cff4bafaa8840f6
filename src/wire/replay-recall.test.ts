import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, type EpochMs, epochMs, hour, isoTime } from "../base/units.ts";
import { loadConfig } from "../services/config.ts";
import { makeReplay, type ReplayedOutcome } from "../services/replay.ts";
import { replayHouse } from "./replay-house.ts";

const start = epochMs(Date.UTC(2026, 0, 5, 10));
const home = { origin: "https://home.example", actors: "https://home.example/users/" };
const offer = "I put in six hundred and got eighteen thousand out, it is real, ask the company";

function delivery(name: string, at: EpochMs, content: string): object {
  const actor = `https://${name}.example/users/${name}`;
  const to = [`${home.actors}alice`];
  const id = `${actor}/1`;
  const object = { id, type: "Note", attributedTo: actor, to, content };
  const activity = { id: `${id}/activity`, type: "Create", actor, to, object };
  return { type: "delivery", at: isoTime(at), id: name, inbox: "/inbox", activity };
}

/** Two copies get in, days apart, from two hosts; then somebody says what the second was. */
async function outcomes(label: object, text = ""): Promise<readonly ReplayedOutcome[]> {
  const loaded = loadConfig({ file: { name: "breakwater.yaml", text } });
  assert.ok(loaded.ok);
  const replay = makeReplay(replayHouse(loaded.value.config));
  const events = [
    { type: "traffic-log", version: 1, at: isoTime(start), home },
    delivery("anna", start, offer),
    delivery("carl", after(start, hour), "what a lovely morning by the lighthouse, is it not"),
    delivery("ben", after(start, 2 * day), `Hello! ${offer}`),
    { type: "label", at: isoTime(after(start, 3 * day)), delivery: "ben", ...label },
  ];
  const told: ReplayedOutcome[] = [];
  for (const event of events) {
    const step = await replay.feed(JSON.stringify(event));
    assert.ok(step.ok);
    told.push(...step.value.outcomes);
  }
  return told;
}

async function recalledAfter(label: object, text?: string): Promise<string[]> {
  const told = await outcomes(label, text);
  const delivered = told.filter(({ outcome }) => outcome === "delivered");
  assert.deepEqual(delivered.map((one) => one.delivery).sort(), ["anna", "ben", "carl"]);
  return told
    .filter(({ outcome }) => outcome === "recalled")
    .map((one) => one.delivery)
    .sort();
}

test("a moderator's word on one copy recalls all that belong with it", async () => {
  const moderator = { label: "spam", by: "moderator" };
  assert.deepEqual(await recalledAfter(moderator), ["anna", "ben"]);
  assert.deepEqual(await recalledAfter(moderator, "recall: off"), []);
});

test("nobody else's word recalls anything, nor does a word of ham", async () => {
  assert.deepEqual(await recalledAfter({ label: "spam", by: `${home.actors}alice` }), []);
  assert.deepEqual(await recalledAfter({ label: "ham", by: "moderator" }), []);
});

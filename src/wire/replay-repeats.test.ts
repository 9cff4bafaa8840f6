import assert from "node:assert/strict";
import { test } from "node:test";
import { after, epochMs, isoTime, minute } from "../base/units.ts";
import { loadConfig } from "../services/config.ts";
import { makeReplay, type ReplayedOutcome } from "../services/replay.ts";
import { replayHouse } from "./replay-house.ts";

const start = epochMs(Date.UTC(2026, 0, 5, 10));
const home = { origin: "https://home.example", actors: "https://home.example/users/" };

function delivery(id: string, minutes: number): object {
  const actor = "https://harbor.example/users/ann";
  const to = [`${home.actors}alice`];
  const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, to, content: "hello" };
  const activity = { id: `${actor}/1/activity`, type: "Create", actor, to, object };
  return { type: "delivery", at: isoTime(after(start, minutes * minute)), id, activity };
}

/** The same three times: twice while the first is kept, once a day later. */
async function outcomes(prior: number): Promise<readonly ReplayedOutcome[]> {
  const loaded = loadConfig({ file: { name: "breakwater.yaml", text: `prior: ${prior}` } });
  assert.ok(loaded.ok);
  const replay = makeReplay(replayHouse(loaded.value.config));
  const header = { type: "traffic-log", version: 1, at: isoTime(start), home };
  const told: ReplayedOutcome[] = [];
  const events = [header, delivery("first", 0), delivery("again", 1), delivery("late", 1440)];
  for (const event of events) {
    const line = { inbox: "/inbox", ...event };
    const step = await replay.feed(JSON.stringify(line));
    assert.ok(step.ok);
    told.push(...step.value.outcomes);
  }
  return [...told, ...(await replay.finish()).outcomes];
}

test("what is delivered again while it settles shares the fate of the first", async () => {
  const told = await outcomes(-5);
  assert.deepEqual(
    told.map((one) => `${one.delivery} ${one.outcome}`),
    ["first delivered", "again delivered", "late delivered"],
  );
  assert.equal(told[0]?.at, told[1]?.at);
  assert.ok((told[0]?.at ?? "") > isoTime(after(start, minute)));
});

test("so does what is delivered again while it is held", async () => {
  const told = await outcomes(20);
  const held = told.filter(({ outcome }) => outcome === "held").map((one) => one.delivery);
  assert.deepEqual(held, ["first", "again", "late"]);
});

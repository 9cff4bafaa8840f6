import assert from "node:assert/strict";
import { test } from "node:test";
import { after, epochMs, isoTime, minute } from "../base/units.ts";
import { loadConfig } from "../services/config.ts";
import { makeReplay, type ReplayedOutcome } from "../services/replay.ts";
import { replayHouse } from "./replay-house.ts";

const start = epochMs(Date.UTC(2026, 0, 5, 10));
const home = { origin: "https://home.example", actors: "https://home.example/users/" };

const offer = "I put in six hundred and got eighteen thousand out, it is real, ask the company";

function delivery(id: string, minutes: number): object {
  const actor = "https://harbor.example/users/ann";
  const to = [`${home.actors}alice`];
  const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, to, content: offer };
  const activity = { id: `${actor}/1/activity`, type: "Create", actor, to, object };
  return { type: "delivery", at: isoTime(after(start, minutes * minute)), id, activity };
}

function edit(id: string, minutes: number): object {
  const line = delivery(id, minutes) as { activity: { object: object } };
  const object = { ...line.activity.object, content: "what a lovely morning by the sea" };
  const activity = {
    ...line.activity,
    id: "https://harbor.example/edits/1",
    type: "Update",
    object,
  };
  return { ...line, activity };
}

/** The same three times: twice while the first is kept, once a day later. */
function thrice(prior: number): Promise<readonly ReplayedOutcome[]> {
  const events = [delivery("first", 0), delivery("again", 1), delivery("late", 1440)];
  return outcomes(prior, events);
}

async function outcomes(
  prior: number,
  deliveries: readonly object[],
): Promise<readonly ReplayedOutcome[]> {
  const loaded = loadConfig({ file: { name: "breakwater.yaml", text: `prior: ${prior}` } });
  assert.ok(loaded.ok);
  const replay = makeReplay(replayHouse(loaded.value.config));
  const header = { type: "traffic-log", version: 1, at: isoTime(start), home };
  const told: ReplayedOutcome[] = [];
  for (const event of [header, ...deliveries]) {
    const line = { inbox: "/inbox", ...event };
    const step = await replay.feed(JSON.stringify(line));
    assert.ok(step.ok);
    told.push(...step.value.outcomes);
  }
  return [...told, ...(await replay.finish()).outcomes];
}

test("what is delivered again while it settles shares the fate of the first", async () => {
  const told = await thrice(-5);
  assert.deepEqual(
    told.map((one) => `${one.delivery} ${one.outcome}`),
    ["first delivered", "again delivered", "late delivered"],
  );
  assert.equal(told[0]?.at, told[1]?.at);
  assert.ok((told[0]?.at ?? "") > isoTime(after(start, minute)));
});

test("so does what is delivered again while it is held", async () => {
  const told = await thrice(20);
  const held = told.filter(({ outcome }) => outcome === "held").map((one) => one.delivery);
  assert.deepEqual(held, ["first", "again", "late"]);
});

/** The same words, by strangers on other hosts to other people. */
function copies(count: number): readonly object[] {
  return Array.from({ length: count }, (_, i) => {
    const actor = `https://h${i}.example/users/s${i}`;
    const to = [`${home.actors}person${i}`];
    const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, to, content: offer };
    const activity = { id: `${actor}/1/activity`, type: "Create", actor, to, object };
    return { ...delivery(`copy${i}`, 2 + i), activity };
  });
}

test("an edit that waits behind what is found to be held has the same end", async () => {
  const told = await outcomes(-7, [delivery("first", 0), edit("edit", 1), ...copies(6)]);
  const ends = new Map(told.map((one) => [one.delivery, one.outcome]));
  assert.deepEqual([ends.get("first"), ends.get("edit")], ["held", "held"]);
  assert.equal(told.find((one) => one.delivery === "first")?.at === isoTime(start), false);
});

// What a memory knows of how a host's newcomers come here.

import assert from "node:assert/strict";
import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import { nobodyClicked } from "../../model/observation.ts";
import type { Memory } from "../memory.ts";
import { act, contact, delivered, history, judged, type Story, status, t0 } from "./contacts.ts";

export function habits(story: Story): void {
  usualNewcomers(story);
  answers(story);
  clicks(story);
}

async function hostAt(memory: Memory, at: EpochMs) {
  return (await history(memory, at, "asker@a.example")).host;
}

async function clickedAt(memory: Memory, at: EpochMs) {
  const asking = contact({ from: "asker@a.example", to: ["nobody"], kind: "follow", at });
  return (await memory.acquaint(asking, at)).host.clicked;
}

function usualNewcomers(story: Story): void {
  story("what a host's days before brought is usual on the next", async (memory) => {
    for (let on = 0; on < 12; on++)
      for (const name of ["a", "b", "c"])
        await judged(memory, { from: `${name}${on}@a.example`, at: after(t0, on * day) });
    const noon = await hostAt(memory, after(t0, 12 * day + 3 * hour));
    const night = await hostAt(memory, after(t0, 12 * day + 12 * hour));
    assert.ok(noon.usual.mean > 1 && noon.usual.mean < 3, `${noon.usual.mean}`);
    assert.ok(night.usual.mean < noon.usual.mean / 4, `${night.usual.mean}`);
  });

  story("a known host's old posts are no newcomers of now, a new host's are", async (memory) => {
    const old = { published: t0 };
    for (let on = 0; on < 3; on++)
      await delivered(memory, { from: "regular@a.example", at: after(t0, on * day) });
    const at = after(t0, 3 * day);
    await judged(memory, { from: "late@a.example", at, ...old });
    await judged(memory, { from: "prompt@a.example", at, published: after(at, -hour) });
    await judged(memory, { from: "late@b.example", at, ...old });
    const newcomers = async (domain: string) => {
      const { host } = await history(memory, at, `asker@${domain}`);
      return host.newContacts.sixHours;
    };
    assert.deepEqual([await newcomers("a.example"), await newcomers("b.example")], [1, 1]);
  });
}

function answers(story: Story): void {
  story("newcomers whom people here welcome are answered, two of each person's", async (memory) => {
    for (const name of ["a", "b", "c"]) await judged(memory, { from: `${name}@a.example` });
    for (const name of ["a", "b", "c", "unheard"])
      await act(memory, "alice", "follow", after(t0, minute), `${name}@elsewhere.example`);
    const at = after(t0, 2 * minute);
    assert.equal((await hostAt(memory, at)).answered.sixHours, 0);
    for (const name of ["a", "b", "c"])
      await act(memory, "alice", "follow", at, `${name}@a.example`);
    assert.equal((await hostAt(memory, at)).answered.sixHours, 2);
    await act(memory, "bob", "like", at, "c@a.example");
    assert.equal((await hostAt(memory, at)).answered.sixHours, 3);
  });
}

function clicks(story: Story): void {
  story("whom a host's strangers click is counted, each person once", async (memory) => {
    await judged(memory, { from: "a@a.example", to: ["alice", "bob"], kind: "follow" });
    await judged(memory, { from: "b@a.example", to: ["alice"], kind: "like" });
    await judged(memory, { from: "b@a.example", to: ["carol"], kind: "announce" });
    await judged(memory, { from: "b@a.example", to: ["dave"] });
    assert.equal((await clickedAt(memory, t0)).tenMinutes, 3);
    assert.deepEqual(await hostAt(memory, t0).then(({ clicked }) => clicked), nobodyClicked);
    assert.deepEqual(await clickedAt(memory, after(t0, 5 * hour)), {
      tenMinutes: 3,
      sixHours: 3,
      sevenDays: 3,
    });
    assert.deepEqual(await clickedAt(memory, after(t0, 7 * day)), nobodyClicked);
  });

  story("clicks of those known here, and of whom we follow, count for no host", async (memory) => {
    for (let on = 0; on < 3; on++)
      await delivered(memory, { from: "regular@a.example", at: after(t0, on * day) });
    await act(memory, "alice", "follow", t0, "friend@a.example");
    const at = after(t0, 2 * day);
    for (const from of ["regular@a.example", "friend@a.example"])
      await judged(memory, { from, to: ["bob"], kind: "follow", at });
    assert.deepEqual(await clickedAt(memory, at), nobodyClicked);
  });

  story("a click that the home server refuses was none", async (memory) => {
    const refused = contact({ from: "a@a.example", to: ["alice"], kind: "follow" });
    await memory.record(refused);
    await memory.answered(refused.delivery.receipt, status(401), t0);
    assert.deepEqual(await clickedAt(memory, t0), nobodyClicked);
  });
}

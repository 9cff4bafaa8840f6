// What becomes of actors and their hosts: met, condemned, closed, silent.

import assert from "node:assert/strict";
import { after, day, hour } from "../../base/units.ts";
import type { Memory } from "../memory.ts";
import { asked, offer } from "./campaigns.ts";
import { act, contact, delivered, history, judged, remote, type Story, t0 } from "./contacts.ts";

const sam = "sam@a.example";

async function hostOf(memory: Memory, at = t0): Promise<readonly number[]> {
  const { met, bad, tended } = (await history(memory, at)).host;
  return [met, bad, tended];
}

/** Something that all others write as well, counted as a check counts it. */
async function copied(memory: Memory, from: string): Promise<void> {
  const arrival = contact({ from });
  await memory.witness(arrival, []);
  await memory.gather(arrival, offer);
  await memory.record(arrival);
}

/** As servers send it when an account is closed. */
async function deletes(memory: Memory, from: string, at = t0): Promise<void> {
  const { activity, ...arrival } = contact({ from, to: [], at, kind: "delete" });
  const itself = { kind: "reference", id: activity.actor } as const;
  const objects = [itself] as unknown as typeof activity.objects;
  await memory.record({ ...arrival, activity: { ...activity, objects } });
}

export function records(story: Story): void {
  story("a history is told without a delivery, and of nobody who never came", async (memory) => {
    await judged(memory, { to: ["alice", "bob"] });
    await act(memory, "carol", "follow");
    const { actor } = await history(memory);
    const { host } = await history(memory, t0, "tom@a.example");
    assert.deepEqual(await memory.histories(remote(sam), "a.example", t0), { actor, host });
    const nobody = { actor: undefined, host: undefined };
    assert.deepEqual(await memory.histories(remote("una@a.example"), "b.example", t0), nobody);
  });

  story("an actor is met once: when it writes unasked, or is welcomed", async (memory) => {
    await judged(memory, { to: ["alice"] });
    await judged(memory, { to: ["bob"] });
    await act(memory, "carol", "follow");
    assert.deepEqual(await hostOf(memory), [1, 0, 0]);
    await act(memory, "carol", "like", t0, "tom@a.example");
    await judged(memory, { from: "tom@a.example" });
    await judged(memory, { from: "una@a.example", kind: "like" });
    assert.deepEqual(await hostOf(memory), [2, 0, 0]);
    assert.deepEqual(await hostOf(memory, after(t0, 60 * day)), [1, 0, 0]);
  });

  story("a host's condemned are counted once each, until a ham ruling", async (memory) => {
    for (const from of [sam, "tom@a.example", "una@a.example"]) await judged(memory, { from });
    await memory.ruled(remote(sam), "spam", t0);
    await memory.ruled(remote(sam), "spam", after(t0, hour));
    await memory.ruled(remote("tom@a.example"), "spam", after(t0, 10 * day));
    assert.equal((await hostOf(memory, after(t0, 10 * day)))[1], 1.89);
    const { expected } = (await history(memory, after(t0, 10 * day))).host;
    assert.ok(expected.decibans > 5 && expected.error > 2, JSON.stringify(expected));
    await memory.ruled(remote(sam), "ham", after(t0, 12 * day));
    assert.equal((await hostOf(memory, after(t0, 10 * day)))[1], 1);
  });

  story("a host that closes whom we condemned, before or after, looks after it", async (memory) => {
    for (const from of [sam, "tom@a.example", "una@a.example"]) await judged(memory, { from });
    await memory.ruled(remote(sam), "spam", t0);
    await memory.ended(remote(sam), after(t0, day));
    await memory.ended(remote(sam), after(t0, 2 * day));
    assert.deepEqual(await hostOf(memory), [3, 1, 1]);
    await memory.ended(remote("tom@a.example"), t0);
    await memory.ruled(remote("tom@a.example"), "spam", after(t0, hour));
    assert.deepEqual(await hostOf(memory), [3, 2, 2]);
    await memory.ruled(remote("una@a.example"), "spam", t0);
    await memory.ended(remote("una@a.example"), after(t0, 20 * day));
    assert.deepEqual(await hostOf(memory), [3, 3, 2]);
    await memory.ruled(remote(sam), "ham", after(t0, day));
    assert.deepEqual(await hostOf(memory), [3, 2, 1]);
  });

  story("accounts that were closed soon speak against who wrote alike", async (memory) => {
    for (const from of [sam, "tom@b.example", "una@b.example", "vic@c.example"])
      await copied(memory, from);
    const ended = async () => {
      const { ended, endedDomains } = await asked(memory);
      return [ended, endedDomains];
    };
    assert.deepEqual(await ended(), [0, 0]);
    await deletes(memory, "tom@b.example");
    await deletes(memory, "una@b.example");
    await memory.ended(remote(sam), t0);
    await memory.ended(remote("nobody@d.example"), t0);
    assert.deepEqual(await ended(), [3, 2]);
    await act(memory, "alice", "follow", t0, "una@b.example");
    assert.deepEqual(await ended(), [2, 2]);
  });

  story("an end that came late, or was taken back, speaks against nobody", async (memory) => {
    for (const from of [sam, "tom@b.example"]) await copied(memory, from);
    await memory.ended(remote(sam), after(t0, 8 * day));
    await memory.ended(remote("tom@b.example"), after(t0, hour));
    const at = after(t0, 9 * day);
    assert.equal((await asked(memory, undefined, at)).ended, 1);
    await judged(memory, { from: "tom@b.example", at });
    assert.equal((await asked(memory, undefined, at)).ended, 0);
  });

  story("after a month of silence an actor and its host are new again", async (memory) => {
    await delivered(memory, { to: [] });
    const back = after(t0, 45 * day);
    const seen = async (at = back) => {
      const { actor, host } = await history(memory, at);
      return [actor.firstSeenAt, host.firstSeenAt];
    };
    assert.deepEqual(await seen(after(t0, 20 * day)), [t0, t0]);
    assert.deepEqual(await seen(), [undefined, undefined]);
    assert.equal((await history(memory, back)).actor.lastHeardAt, t0);
    await delivered(memory, { at: back });
    assert.deepEqual(await seen(after(back, hour)), [back, back]);
    assert.equal((await history(memory, back)).host.actors, 1);
  });

  story("who comes by now and then was never silent", async (memory) => {
    for (let i = 0; i < 6; i++) await delivered(memory, { to: [], at: after(t0, i * 20 * day) });
    const { actor, host } = await history(memory, after(t0, 110 * day));
    assert.deepEqual([actor.firstSeenAt, host.firstSeenAt], [t0, t0]);
  });
}

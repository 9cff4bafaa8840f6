// What complaints of our own people weigh.

import assert from "node:assert/strict";
import { after, day } from "../../base/units.ts";
import type { Memory } from "../memory.ts";
import { act, history, judged, local, remote, type Story, t0 } from "./contacts.ts";

/** It writes to each of them, a day after the other, and each minds that. */
async function bothers(memory: Memory, people: readonly string[], from: string): Promise<void> {
  for (const [i, name] of people.entries()) {
    const at = after(t0, i * day);
    await judged(memory, { from, to: [name], at });
    await act(memory, name, "report", at, from);
  }
}

const sam = "sam@a.example";

async function weighed(memory: Memory, from = sam, at = after(t0, 2 * day)): Promise<number> {
  const { actor } = await history(memory, at, from);
  return Math.round(actor.complaintWeight * 10) / 10;
}

async function follow(memory: Memory, by: string, whom: string): Promise<void> {
  await memory.notice({ at: t0, action: "follow", by: local(by), actor: local(whom) });
}

export function complaints(story: Story): void {
  story("whom it bothered on days of their own complain for themselves", async (memory) => {
    await bothers(memory, ["alice", "bob", "carol"], sam);
    assert.equal(await weighed(memory), 3);
  });

  story("people whom it never wrote to, and people of one day, are one voice", async (memory) => {
    for (const [i, name] of ["alice", "bob", "carol"].entries())
      await act(memory, name, "block", after(t0, i * day));
    assert.equal(await weighed(memory), 1);
    for (const name of ["dave", "erin"]) await judged(memory, { to: [name], body: name });
    for (const name of ["dave", "erin"]) await act(memory, name, "mute", after(t0, 5 * day));
    assert.equal(await weighed(memory, sam, after(t0, 5 * day)), 2);
  });

  story("people who follow each other are one voice, one way is no friendship", async (memory) => {
    await follow(memory, "alice", "bob");
    await bothers(memory, ["alice", "bob"], sam);
    assert.equal(await weighed(memory), 2);
    await follow(memory, "bob", "alice");
    assert.equal(await weighed(memory), 1);
  });

  story("what was taken back weighs nothing, what is said twice weighs once", async (memory) => {
    await act(memory, "alice", "mute");
    await act(memory, "alice", "report", after(t0, day));
    assert.equal(await weighed(memory), 1);
    await act(memory, "bob", "block", after(t0, day));
    await act(memory, "bob", "unblock", after(t0, day));
    assert.equal(await weighed(memory), 1);
  });

  story("a ruling is one on who complained before, and on nobody after", async (memory) => {
    await bothers(memory, ["alice"], sam);
    await memory.ruled(remote(sam), "ham", after(t0, day));
    await act(memory, "bob", "report", after(t0, day));
    assert.equal(await weighed(memory), 1);
    await bothers(memory, ["alice"], "tom@b.example");
    await bothers(memory, ["bob"], "una@c.example");
    const { actor: tom } = await history(memory, t0, "tom@b.example");
    const { actor: una } = await history(memory, t0, "una@c.example");
    assert.deepEqual([tom.complaintWeight, una.complaintWeight], [0.86, 1]);
    await memory.ruled(remote(sam), "spam", after(t0, day));
    await memory.ruled(remote(sam), "spam", after(t0, day));
    const { actor } = await history(memory, t0, "tom@b.example");
    assert.equal(actor.complaintWeight, 1.07);
  });

  story("who is forgotten has been neither right nor wrong", async (memory) => {
    await bothers(memory, ["alice"], sam);
    await memory.ruled(remote(sam), "ham", after(t0, day));
    await memory.forget(local("alice"));
    await bothers(memory, ["alice"], "tom@b.example");
    assert.equal((await history(memory, t0, "tom@b.example")).actor.complaintWeight, 1);
  });
}

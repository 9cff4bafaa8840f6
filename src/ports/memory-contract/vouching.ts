// Credit one step further: whom those boost and answer whom somebody here follows.

import assert from "node:assert/strict";
import { after, day } from "../../base/units.ts";
import type { Memory } from "../memory.ts";
import { act, contact, history, local, remote, type Story, status, t0 } from "./contacts.ts";

/** Somebody followed here, or not, boosts a post of somebody else. */
async function boosts(memory: Memory, by: string, whom: string, at = t0, code = 202) {
  const { activity, ...arrival } = contact({ from: by, to: [], at, kind: "announce" });
  const post = `${remote(whom)}/posts/1`;
  const addressed = { to: [], cc: [remote(whom)], audience: [], total: 1 };
  const objects = [{ kind: "reference", id: post }] as unknown as typeof activity.objects;
  await memory.record({ ...arrival, activity: { ...activity, addressed, objects } });
  await memory.answered(arrival.delivery.receipt, status(code), at);
}

async function vouched(memory: Memory, whom: string, at = t0): Promise<number> {
  return (await history(memory, at, whom)).actor.vouchedBy;
}

const carol = "carol@c.example";

export function vouching(story: Story): void {
  story("whom somebody followed here boosts is vouched for, a month long", async (memory) => {
    await act(memory, "alice", "follow", t0, "bob@b.example");
    await boosts(memory, "bob@b.example", carol);
    assert.equal(await vouched(memory, carol), 1);
    assert.equal((await history(memory, t0, carol)).actor.firstSeenAt, undefined);
    assert.equal(await vouched(memory, carol, after(t0, 30 * day)), 0);
  });

  story("who is only liked here, unknown, or refused vouches for nobody", async (memory) => {
    await act(memory, "alice", "like", t0, "bob@b.example");
    await act(memory, "alice", "follow", t0, "dan@d.example");
    await boosts(memory, "bob@b.example", carol);
    await boosts(memory, "eve@e.example", carol);
    await boosts(memory, "dan@d.example", carol, t0, 401);
    assert.equal(await vouched(memory, carol), 0);
  });

  story("an unfollowed or condemned one vouches no more", async (memory) => {
    for (const bob of ["bob@b.example", "ben@b.example"]) {
      await act(memory, "alice", "follow", t0, bob);
      await act(memory, bob, "follow", t0, bob);
      await boosts(memory, bob, carol);
    }
    assert.equal(await vouched(memory, carol), 2);
    await memory.ruled(remote("ben@b.example"), "spam", t0);
    assert.equal(await vouched(memory, carol), 1);
    for (const name of ["alice", "bob@b.example"])
      await act(memory, name, "unfollow", t0, "bob@b.example");
    assert.equal(await vouched(memory, carol), 0);
  });

  story("one person here who follows many speaks once", async (memory) => {
    for (const name of ["a@x.example", "b@y.example", "c@z.example"]) {
      await act(memory, "sock", "follow", t0, name);
      await boosts(memory, name, carol);
    }
    assert.equal(await vouched(memory, carol), 1);
  });

  story("k bought follows buy 8k hints at most, and the latest stand", async (memory) => {
    const bought = ["a@x.example", "b@y.example", "c@z.example"];
    const gang = Array.from({ length: 40 }, (_, i) => `s${i}@h${i}.example`);
    for (const [i, name] of bought.entries()) await act(memory, `sock${i}`, "follow", t0, name);
    for (const [i, whom] of gang.entries()) {
      for (const name of bought.slice(i % 2)) await boosts(memory, name, whom);
    }
    const counts = await Promise.all(gang.map((whom) => vouched(memory, whom)));
    assert.ok(counts.reduce((sum, one) => sum + one, 0) <= 8 * bought.length);
    assert.deepEqual([counts[0], counts.at(-1)], [0, 2]);
  });

  story("who is forgotten neither vouches nor is vouched for", async (memory) => {
    await act(memory, "alice", "follow", t0, "bob@b.example");
    for (const whom of [carol, "dora@d.example"]) await boosts(memory, "bob@b.example", whom);
    await memory.forget(remote(carol));
    assert.equal(await vouched(memory, carol), 0);
    await memory.forget(local("alice"));
    assert.equal(await vouched(memory, "dora@d.example"), 0);
  });
}

// What our own people did.

import assert from "node:assert/strict";
import { after, day, type EpochMs } from "../../base/units.ts";
import {
  act,
  contact,
  history,
  judged,
  local,
  remote,
  type Story,
  solicited,
  t0,
} from "./contacts.ts";

export function ties(story: Story): void {
  story("a follower has asked for it, until they unfollow", async (memory) => {
    await act(memory, "alice", "follow");
    assert.deepEqual(await solicited(memory, t0, ["alice", "bob"]), [true, false]);
    assert.deepEqual(await solicited(memory, after(t0, 400 * day)), [true]);
    await act(memory, "alice", "unfollow");
    assert.deepEqual(await solicited(memory), [false]);
  });

  for (const action of ["reply", "mention"] as const) {
    story(`whom we addressed with a ${action} may answer for thirty days`, async (memory) => {
      await act(memory, "alice", action);
      assert.deepEqual(await solicited(memory, after(t0, 30 * day - 1)), [true]);
      assert.deepEqual(await solicited(memory, after(t0, 30 * day)), [false]);
    });
  }

  story("a like or boost welcomes, and asks for nothing", async (memory) => {
    await act(memory, "alice", "like");
    await act(memory, "alice", "boost");
    assert.deepEqual(await solicited(memory), [false]);
    assert.equal((await history(memory)).actor.welcomedBy, 1);
  });

  story("a block ends a tie for good, a mute while it lasts", async (memory) => {
    await act(memory, "alice", "follow");
    await act(memory, "alice", "mute");
    assert.deepEqual(await solicited(memory), [false]);
    await act(memory, "alice", "unmute");
    assert.deepEqual(await solicited(memory), [true]);
    await act(memory, "alice", "block");
    assert.deepEqual(await solicited(memory), [false]);
    await act(memory, "alice", "unblock");
    assert.deepEqual(await solicited(memory), [false]);
  });

  story("people are counted once, for or against", async (memory) => {
    await act(memory, "alice", "follow");
    await act(memory, "alice", "like");
    await act(memory, "bob", "reply");
    await act(memory, "carol", "mute");
    await act(memory, "carol", "report");
    const counts = async () => {
      const { actor, host } = await history(memory);
      return [actor.welcomedBy, actor.complaints, host.welcomed];
    };
    assert.deepEqual(await counts(), [2, 1, 1]);
    await act(memory, "bob", "block");
    assert.deepEqual(await counts(), [1, 2, 1]);
    await act(memory, "bob", "unblock");
    await act(memory, "alice", "block");
    assert.deepEqual(await counts(), [0, 2, 0]);
  });

  story("a hint is a hint, never a tie, and a block ends it", async (memory) => {
    await memory.hint(local("alice"), remote("sam@a.example"));
    const alice = { recipient: local("alice"), solicited: false, writtenTo: false };
    const tie = async () => (await memory.acquaint(contact(), t0)).ties[0];
    assert.deepEqual(await tie(), { ...alice, hint: true, opaque: true });
    await act(memory, "alice", "block");
    assert.deepEqual(await tie(), { ...alice, hint: false, opaque: false });
  });

  story("who did anything is opaque no more, whomever it concerned", async (memory) => {
    const opaque = async () => {
      const { ties } = await memory.acquaint(contact({ to: ["alice", "bob"] }), t0);
      return ties.map((one) => one.opaque);
    };
    await memory.hint(local("bob"), remote("sam@a.example"));
    assert.deepEqual(await opaque(), [true, true]);
    await act(memory, "alice", "follow", t0, "other@b.example");
    assert.deepEqual(await opaque(), [false, true]);
  });

  story("whom it wrote to on an earlier day is known, each by themselves", async (memory) => {
    await judged(memory, { to: ["alice"] });
    await judged(memory, { to: ["alice", "bob"], at: after(t0, day) });
    const writtenTo = async (at: EpochMs) => {
      const { ties } = await memory.acquaint(contact({ to: ["alice", "bob"] }), at);
      return ties.map((one) => one.writtenTo);
    };
    assert.deepEqual(await writtenTo(t0), [false, false]);
    assert.deepEqual(await writtenTo(after(t0, day)), [true, false]);
    assert.deepEqual(await writtenTo(after(t0, 2 * day)), [true, true]);
  });
}

// Somebody asks to be forgotten, or what is known of them.

import assert from "node:assert/strict";
import {
  act,
  delivered,
  heard,
  history,
  judged,
  local,
  remote,
  type Story,
  solicited,
  t0,
} from "./contacts.ts";

export function forgetting(story: Story): void {
  story("a forgotten actor is a total stranger again", async (memory) => {
    await delivered(memory, { from: "sam@a.example", to: ["alice"] });
    await act(memory, "alice", "follow");
    await memory.ruled(remote("sam@a.example"), "spam", t0);
    await memory.forget(remote("sam@a.example"));
    const { actor, host } = await history(memory);
    assert.deepEqual(
      [actor.firstSeenAt, actor.goodDays, actor.welcomedBy, actor.condemned, host.condemned],
      [undefined, 0, 0, 0, 0],
    );
    assert.equal(actor.contacts.thirtyDays, 0);
    assert.deepEqual(await solicited(memory), [false]);
    assert.equal(await memory.about(remote("sam@a.example"), t0), undefined);
  });

  story("what it wrote is seen by nobody any more, what others wrote is", async (memory) => {
    for (const from of ["sam@a.example", "tom@b.example", "una@c.example"]) {
      await judged(memory, { from, to: ["alice", "bob"] });
    }
    await memory.forget(remote("sam@a.example"));
    const repeats = await heard(memory);
    assert.deepEqual(
      [repeats?.strangers.sixHours, repeats?.domains.sixHours, repeats?.recipients.sixHours],
      [2, 2, 2],
    );
    await memory.forget(remote("tom@b.example"));
    await memory.forget(remote("una@c.example"));
    assert.equal(await heard(memory), undefined);
  });

  story("a forgotten sender's retry counts as new", async (memory) => {
    const said = { from: "sam@a.example", to: ["alice"], body: "once" };
    await judged(memory, said);
    await memory.forget(remote("sam@a.example"));
    await judged(memory, said);
    assert.equal((await heard(memory))?.strangers.sixHours, 1);
  });

  story("one of our own is forgotten as well", async (memory) => {
    await judged(memory, { from: "sam@a.example", to: ["alice", "bob"] });
    await act(memory, "alice", "block");
    await memory.forget(local("alice"));
    assert.equal(await memory.about(local("alice"), t0), undefined);
    const { actor } = await history(memory);
    assert.deepEqual([actor.complaints, actor.firstSeenAt], [0, t0]);
  });

  story("what is remembered of an actor can be told", async (memory) => {
    await judged(memory, { from: "sam@a.example", to: ["alice"] });
    await act(memory, "bob", "follow");
    const told = await memory.about(remote("sam@a.example"), t0);
    assert.equal(told?.history?.firstSeenAt, t0);
    assert.deepEqual(told?.wroteTo, [local("alice")]);
    assert.deepEqual(
      told?.ties.map(({ between }) => between),
      [[local("bob"), remote("sam@a.example")]],
    );
    assert.equal(told?.views.length, 1);
    assert.equal(await memory.about(remote("tom@a.example"), t0), undefined);
  });
}

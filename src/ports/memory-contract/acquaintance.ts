// What a memory knows of an actor and its domain.

import assert from "node:assert/strict";
import { after, day, type EpochMs, hour } from "../../base/units.ts";
import { noWindows } from "../../model/observation.ts";
import {
  act,
  contact,
  delivered,
  heard,
  history,
  judged,
  local,
  remote,
  type Story,
  t0,
} from "./contacts.ts";

export function acquaintance(story: Story): void {
  story("a stranger is unknown in every fact", async (memory) => {
    const met = await memory.acquaint(contact({ to: ["alice", "bob"] }), t0);
    assert.equal(met.actor.firstSeenAt, undefined);
    assert.equal(met.host.firstSeenAt, undefined);
    assert.deepEqual(met.actor.contacts, noWindows);
    assert.deepEqual(
      met.ties.map((tie) => tie.recipient),
      [local("alice"), local("bob")],
    );
  });

  story("first sight is kept, of actor and domain", async (memory) => {
    await judged(memory, { to: [], at: t0 });
    await judged(memory, { at: after(t0, day) });
    await judged(memory, { from: "new@a.example", at: after(t0, day) });
    const { actor, host } = await history(memory, after(t0, 2 * day));
    assert.equal(actor.firstSeenAt, t0);
    assert.equal(host.firstSeenAt, t0);
    assert.equal(host.actors, 2);
  });

  story("a sender that is not proven gets no credit and moves nothing", async (memory) => {
    await delivered(memory, {});
    await act(memory, "alice", "follow");
    const refuted = { kind: "refuted", signature: "none", why: "expired", because: "" } as const;
    const claimed = { ...contact({ proven: false }), authenticity: refuted };
    const met = await memory.acquaint(claimed, t0);
    assert.equal(met.actor.firstSeenAt, undefined);
    assert.equal(met.host.firstSeenAt, undefined);
    assert.deepEqual(
      met.ties.map((tie) => tie.solicited),
      [false],
    );
    await delivered(memory, { from: "ghost@g.example", proven: false, to: ["bob"] });
    assert.equal((await heard(memory))?.strangers.tenMinutes ?? 0, 1);
    assert.equal((await history(memory, t0, "ghost@g.example")).actor.firstSeenAt, undefined);
  });

  story(
    "a key that was not to be had leaves a claimed tie, and no other credit",
    async (memory) => {
      await delivered(memory, {});
      await act(memory, "alice", "follow");
      const met = await memory.acquaint(contact({ proven: false }), t0);
      assert.equal(met.actor.firstSeenAt, undefined);
      assert.deepEqual(
        met.ties.map((tie) => tie.solicited),
        [true],
      );
    },
  );

  story("a good day is a day on which something was said and taken", async (memory) => {
    await delivered(memory, { at: t0 });
    await delivered(memory, { at: after(t0, hour) });
    await delivered(memory, { at: after(t0, day) }, 403);
    await delivered(memory, { at: after(t0, 2 * day), kind: "like" });
    await delivered(memory, { at: after(t0, 3 * day), to: [] });
    const { actor, host } = await history(memory, after(t0, 3 * day));
    assert.equal(actor.goodDays, 1);
    assert.equal(host.goodDays, 1);
  });

  story("posts for everybody are counted by earlier days, once taken", async (memory) => {
    const stream = { to: [], public: true };
    const streamedDays = async (at: EpochMs) => (await history(memory, at)).actor.streamedDays;
    await delivered(memory, { ...stream, at: t0 });
    await delivered(memory, { ...stream, at: after(t0, hour) });
    assert.equal(await streamedDays(after(t0, hour)), 0);
    await delivered(memory, { ...stream, at: after(t0, day) }, 403);
    await delivered(memory, { ...stream, at: after(t0, 2 * day) });
    await delivered(memory, { ...stream, to: ["alice"], at: after(t0, 3 * day) });
    assert.equal(await streamedDays(after(t0, 2 * day)), 1);
    assert.equal(await streamedDays(after(t0, 4 * day)), 2);
  });

  story("what nobody asked for is counted in its quarter of a day", async (memory) => {
    await act(memory, "friend", "follow");
    await judged(memory, { to: ["friend"], kind: "like" });
    await judged(memory, { kind: "like", receipt: "r", body: "once" });
    await judged(memory, { kind: "like", body: "once" });
    await judged(memory, { kind: "follow" });
    await delivered(memory, { kind: "like", from: "other@a.example" });
    await delivered(memory, { kind: "like", from: "other@a.example" }, 401);
    const unasked = async (at: EpochMs) => {
      const { actor, host } = await history(memory, at);
      return [actor.unasked, host.unasked];
    };
    assert.deepEqual(await unasked(t0), [2, 3]);
    assert.deepEqual(await unasked(after(t0, 6 * hour)), [0, 0]);
  });

  story("a domain's good days are days, not actors", async (memory) => {
    await delivered(memory, { from: "a@x.example" });
    await delivered(memory, { from: "b@x.example", at: after(t0, hour) });
    await delivered(memory, { from: "b@x.example", at: after(t0, day) });
    const { actor, host } = await history(memory, after(t0, day), "a@x.example");
    assert.equal(actor.goodDays, 1);
    assert.equal(host.goodDays, 2);
  });

  story("standing fades by half in sixty days of silence", async (memory) => {
    for (let i = 0; i < 10; i++) await delivered(memory, { at: after(t0, i * day) });
    const last = after(t0, 9 * day);
    const fresh = (await history(memory, last)).actor.goodDays;
    const later = (await history(memory, after(last, 60 * day))).actor.goodDays;
    assert.ok(fresh >= 9 && fresh <= 10, `${fresh}`);
    assert.ok(later >= 4 && later <= 5, `${later}`);
  });

  story("contacts are distinct people who did not ask, this arrival's left out", async (memory) => {
    await act(memory, "friend", "follow");
    await judged(memory, { to: ["alice", "bob", "friend"] });
    await judged(memory, { to: ["alice"], at: after(t0, day) });
    const { actor } = await memory.acquaint(contact({ to: ["bob", "carol"] }), after(t0, day));
    assert.equal(actor.contacts.sixHours, 1);
    assert.equal(actor.contacts.thirtyDays, 1);
    assert.equal((await history(memory, after(t0, day))).actor.contacts.thirtyDays, 2);
  });

  story("contacts on the fast path count too", async (memory) => {
    await memory.record(contact({ to: ["alice", "bob"] }));
    assert.equal((await history(memory)).actor.contacts.tenMinutes, 2);
  });

  story("likes and follows write to nobody, a thread's reply to two at most", async (memory) => {
    await judged(memory, { to: ["alice"], kind: "like" });
    await judged(memory, { to: ["bob"], kind: "follow" });
    assert.deepEqual((await history(memory)).actor.contacts, noWindows);
    const thread = ["alice", "bob", "carol", "dave", "erin"];
    await judged(memory, { to: thread, replyTo: "https://home.example/1" });
    assert.equal((await history(memory)).actor.contacts.tenMinutes, 2);
  });

  story("a domain's new contacts are its other actors' first ones", async (memory) => {
    await judged(memory, { from: "a@x.example", to: ["alice"] });
    await judged(memory, { from: "a@x.example", to: ["bob"], at: after(t0, hour) });
    await judged(memory, { from: "b@x.example", at: after(t0, hour) });
    const at = after(t0, hour);
    const newContacts = async (from: string) => (await history(memory, at, from)).host.newContacts;
    assert.deepEqual(await newContacts("c@x.example"), {
      tenMinutes: 1,
      sixHours: 2,
      sevenDays: 2,
      thirtyDays: 2,
    });
    assert.equal((await newContacts("a@x.example")).sixHours, 1);
  });

  story("a spam ruling stands for thirty days, or until a ham ruling", async (memory) => {
    await memory.ruled(remote("sam@a.example"), "spam", t0);
    const condemned = async (at: EpochMs) => {
      const { actor, host } = await history(memory, at);
      return [actor.condemned, host.condemned];
    };
    assert.deepEqual(await condemned(after(t0, 30 * day - 1)), [1, 1]);
    assert.deepEqual(await condemned(after(t0, 30 * day)), [0, 0]);
    await memory.ruled(remote("sam@a.example"), "ham", after(t0, day));
    assert.deepEqual(await condemned(after(t0, day)), [0, 0]);
  });

  story("a domain counts condemned actors, not rulings", async (memory) => {
    await memory.ruled(remote("sam@a.example"), "spam", t0);
    await memory.ruled(remote("sam@a.example"), "spam", t0);
    await memory.ruled(remote("tom@a.example"), "spam", t0);
    const { actor, host } = await history(memory);
    assert.equal(actor.condemned, 2);
    assert.equal(host.condemned, 2);
  });
}

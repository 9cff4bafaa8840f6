// What counts once, and what is taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day, hour, minute } from "../../base/units.ts";
import type { Receipt, ViewKey } from "../../model/ids.ts";
import { noWindows } from "../../model/observation.ts";
import type { Memory } from "../memory.ts";
import {
  act,
  contact,
  delivered,
  heard,
  history,
  judged,
  key,
  type Said,
  type Story,
  status,
  t0,
} from "./contacts.ts";

export function repetition(story: Story): void {
  story("a retried delivery is counted once, at its first time", async (memory) => {
    await judged(memory, { id: "one", at: t0 });
    await judged(memory, { id: "one", at: after(t0, 5 * hour) });
    const repeats = await heard(memory, after(t0, 5 * hour));
    assert.equal(repeats?.strangers.tenMinutes, 0);
    assert.equal(repeats?.strangers.sixHours, 1);
    const { actor } = await history(memory, after(t0, 5 * hour));
    assert.equal(actor.contacts.tenMinutes, 0);
    assert.equal(actor.contacts.sixHours, 1);
  });

  story("the same activity at another inbox adds that inbox's owner", async (memory) => {
    await judged(memory, { id: "one", to: ["alice"], path: "/users/alice/inbox" });
    await judged(memory, { id: "one", to: ["bob"], path: "/users/bob/inbox" });
    assert.equal((await heard(memory))?.recipients.tenMinutes, 2);
    assert.equal((await history(memory)).actor.contacts.tenMinutes, 2);
  });

  story("one id for everything hides no second text", async (memory) => {
    const [first, second] = ["text:first" as ViewKey, "text:second" as ViewKey];
    await judged(memory, { id: "one", body: "first" }, [first]);
    const at = after(t0, 10 * hour);
    await judged(memory, { id: "one", body: "second", at }, [second]);
    assert.equal((await heard(memory, at, second))?.strangers.tenMinutes, 1);
  });

  for (const [label, id] of [
    ["one id for everything", "one"],
    ["an id for nothing", undefined],
  ] as const) {
    story(`${label} hides no contact: another body is another post`, async (memory) => {
      await tenHours(memory, (i) => ({ id, body: `post ${i}` }));
      assert.equal((await history(memory, after(t0, 10 * hour))).actor.contacts.sixHours, 17);
      assert.equal((await heard(memory, after(t0, 10 * hour)))?.strangers.sixHours, 1);
    });
  }

  story("one post to thirty inboxes is written to each when it comes there", async (memory) => {
    await tenHours(memory, (i) => ({ id: "one", path: `/users/p${i}/inbox` }));
    assert.equal((await history(memory, after(t0, 10 * hour))).actor.contacts.sixHours, 17);
  });

  story("an activity without an id that is retried is counted once", async (memory) => {
    await judged(memory, { id: undefined, body: "same", at: t0 });
    await judged(memory, { id: undefined, body: "same", at: after(t0, 5 * hour) });
    const { actor } = await history(memory, after(t0, 5 * hour));
    assert.deepEqual([actor.contacts.tenMinutes, actor.contacts.sixHours], [0, 1]);
  });

  story("mail that nobody had to ask for dates no post to a stranger", async (memory) => {
    await act(memory, "friend", "follow");
    await judged(memory, { id: "one", to: [] });
    await judged(memory, { id: "one", to: ["friend"] });
    const at = after(t0, 10 * hour);
    await judged(memory, { id: "one", to: ["alice"], at });
    assert.equal((await history(memory, at)).actor.contacts.tenMinutes, 1);
  });

  story("an id is filed under its sender: another's equal id is another's", async (memory) => {
    await judged(memory, { id: "one", from: "a@x.example" });
    await judged(memory, { id: "one", from: "b@y.example" });
    assert.equal((await heard(memory))?.strangers.tenMinutes, 2);
  });

  story("a knock that was refused and the one that follows count once", async (memory) => {
    await delivered(memory, { id: "one", at: t0 }, 401);
    assert.equal(await heard(memory), undefined);
    await delivered(memory, { id: "one", at: after(t0, 1000) }, 202);
    const { actor, host } = await history(memory, after(t0, 1000), "sam@a.example");
    assert.equal(actor.contacts.tenMinutes, 1);
    assert.equal(actor.goodDays, 1);
    assert.equal(host.actors, 1);
    assert.equal((await heard(memory, after(t0, 1000)))?.strangers.tenMinutes, 1);
  });

  story("a second knock that overtakes the refusal of the first still counts", async (memory) => {
    const [first, second] = [contact({ id: "one" }), contact({ id: "one" })];
    await memory.witness(first, [key]);
    await memory.witness(second, [key]);
    await memory.answered(first.delivery.receipt, status(401), t0);
    await memory.answered(second.delivery.receipt, status(202), t0);
    assert.equal((await heard(memory))?.strangers.tenMinutes, 1);
    assert.equal((await history(memory)).actor.goodDays, 1);
  });

  story("a refusal takes back every count, and an outage none", async (memory) => {
    const refused = contact({ from: "a@x.example" });
    await memory.witness(refused, [key]);
    await memory.record(refused);
    await memory.answered(refused.delivery.receipt, status(503), t0);
    await memory.answered(refused.delivery.receipt, { kind: "unreachable", because: "" }, t0);
    assert.notEqual(await heard(memory), undefined);
    await memory.answered(refused.delivery.receipt, status(403), t0);
    assert.equal(await heard(memory), undefined);
    const { actor, host } = await history(memory, t0, "a@x.example");
    assert.equal(actor.firstSeenAt, undefined);
    assert.deepEqual(actor.contacts, noWindows);
    assert.equal(host.firstSeenAt, undefined);
    assert.equal(host.actors, 0);
    assert.deepEqual((await history(memory, t0, "b@x.example")).host.newContacts, noWindows);
  });

  story("an answer to a receipt that nobody knows changes nothing", async (memory) => {
    await memory.answered("never" as Receipt, status(202), t0);
    await memory.answered("never" as Receipt, status(410), t0);
    assert.equal((await history(memory)).actor.goodDays, 0);
  });
}

/** Thirty posts to thirty people, one in twenty minutes; 17 of them in the last six hours. */
async function tenHours(memory: Memory, said: (i: number) => Said): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await judged(memory, { ...said(i), to: [`p${i}`], at: after(t0, i * 20 * minute) });
  }
}

/** Two memories, one of which never saw what the other had to take back, answer alike. */
export function refusals(name: string, create: () => Promise<Memory>): void {
  test(`${name}: what the home server refused was as if it had never come`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someContact, { maxLength: 25 }), async (said) => {
        const [whole, clean] = [await create(), await create()];
        for (const one of said) {
          await delivered(whole, one, one.refused ? 401 : 202);
          if (!one.refused) await delivered(clean, one, 202);
        }
        assert.deepEqual(await heard(whole), await heard(clean));
        for (const from of senders) {
          assert.deepEqual(await history(whole, t0, from), await history(clean, t0, from));
        }
      }),
      { numRuns: 40, examples: [[setBack]] },
    );
  });
}

const senders = ["a@x.example", "b@x.example", "c@y.example"];

/** A clock that was set back, to the quarter of a day before. */
const setBack = [
  { from: "a@x.example", to: ["carol"], at: t0, refused: false },
  { from: "a@x.example", to: ["carol"], at: after(t0, -1), refused: true },
];

const someContact = fc.record({
  from: fc.constantFrom(...senders),
  to: fc.subarray(["alice", "bob", "carol"], { minLength: 1 }),
  at: fc.integer({ min: 0, max: 20 * day }).map((ago) => after(t0, -ago)),
  refused: fc.boolean(),
});

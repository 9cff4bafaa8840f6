// What a view of a post tells of who else used it.

import assert from "node:assert/strict";
import { after, day, hour, minute } from "../../base/units.ts";
import type { ViewKey } from "../../model/ids.ts";
import { noWindows } from "../../model/observation.ts";
import { act, contact, delivered, heard, judged, key, type Story, t0 } from "./contacts.ts";

export function views(story: Story): void {
  story("of many copies at once each sees another number of others", async (memory) => {
    const copies = Array.from({ length: 20 }, (_, i) => contact({ from: `s${i}@h${i}.example` }));
    const answers = await Promise.all(copies.map((one) => memory.witness(one, [key])));
    const seen = answers.map(([repeats]) => repeats?.strangers.thirtyDays ?? 0);
    assert.deepEqual(
      seen.toSorted((a, b) => a - b),
      copies.map((_, i) => i),
    );
  });

  story("a view tells strangers, domains and recipients apart", async (memory) => {
    await judged(memory, { from: "a@x.example", to: ["alice", "bob"] });
    await judged(memory, { from: "b@x.example", to: ["alice"] });
    await judged(memory, { from: "c@y.example", to: ["carol"] });
    const repeats = await heard(memory);
    assert.equal(repeats?.view, "text");
    assert.equal(repeats?.strangers.tenMinutes, 3);
    assert.equal(repeats?.domains.tenMinutes, 2);
    assert.equal(repeats?.recipients.tenMinutes, 3);
    assert.deepEqual(repeats?.regulars, noWindows);
  });

  story("whoever asks is left out", async (memory) => {
    assert.deepEqual(await judged(memory, { from: "a@x.example", to: ["alice"] }), []);
    assert.deepEqual(await judged(memory, { from: "a@x.example", to: ["bob"] }), []);
    const [repeats] = await judged(memory, { from: "b@y.example", to: ["bob"] });
    assert.equal(repeats?.strangers.thirtyDays, 1);
    assert.equal(repeats?.recipients.thirtyDays, 2);
  });

  story("keys that nobody else used are not answered, the others are", async (memory) => {
    const shared = "link:aa" as ViewKey;
    await judged(memory, { from: "a@x.example" }, [key, shared]);
    const other = "text:bb" as ViewKey;
    const answer = await judged(memory, { from: "b@y.example" }, [other, shared]);
    assert.deepEqual(
      answer.map((one) => one.view),
      ["link"],
    );
  });

  for (const [label, length, window] of [
    ["ten minutes", 10 * minute, "tenMinutes"],
    ["six hours", 6 * hour, "sixHours"],
    ["seven days", 7 * day, "sevenDays"],
    ["thirty days", 30 * day, "thirtyDays"],
  ] as const) {
    story(`the window of ${label} ends to the millisecond`, async (memory) => {
      await judged(memory, {});
      const inside = await heard(memory, after(t0, length - 1));
      const outside = await heard(memory, after(t0, length));
      assert.equal(inside?.strangers[window], 1);
      assert.equal(outside?.strangers[window] ?? 0, 0);
      assert.equal(inside?.domains[window], 1);
      assert.equal(inside?.recipients[window], 1);
    });
  }

  story("asking for repeats counts nothing", async (memory) => {
    await heard(memory);
    assert.equal(await heard(memory), undefined);
    await memory.repeats(contact({ from: "b@y.example" }), [key], t0);
    assert.equal(await heard(memory), undefined);
  });

  story("a contact that everybody asked for leaves no trace in a view", async (memory) => {
    await act(memory, "alice", "follow");
    await judged(memory, { to: ["alice"] });
    assert.equal(await heard(memory), undefined);
    await judged(memory, { to: ["alice", "bob"] });
    assert.equal((await heard(memory))?.recipients.thirtyDays, 1);
  });

  story("who has standing here counts as a regular, not as a stranger", async (memory) => {
    for (let i = 0; i < 3; i++) await delivered(memory, { at: after(t0, i * day) });
    await judged(memory, { at: after(t0, 3 * day) }, ["text:meme" as ViewKey]);
    const repeats = await heard(memory, after(t0, 3 * day), "text:meme" as ViewKey);
    assert.equal(repeats?.regulars.tenMinutes, 1);
    assert.equal(repeats?.strangers.thirtyDays, 0);
  });

  story("one bought follower alone turns no stranger into a regular", async (memory) => {
    await act(memory, "sleeper", "follow");
    await judged(memory, { to: ["alice"] });
    assert.equal((await heard(memory))?.strangers.tenMinutes, 1);
  });
}

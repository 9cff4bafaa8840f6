// Which contacts belong together, whoever sent them.

import assert from "node:assert/strict";
import { hash32 } from "../../base/prng.ts";
import { after, day, minute } from "../../base/units.ts";
import type { Likeness, Trait } from "../../model/likeness.ts";
import { type Campaign, noWindows } from "../../model/observation.ts";
import type { Memory } from "../memory.ts";
import {
  act,
  contact,
  delivered,
  local,
  remote,
  type Said,
  type Story,
  status,
  t0,
} from "./contacts.ts";

export const offer = alike(
  "i started with doubts but i have received my payment and it is real, i got eighteen thousand " +
    "after investing six hundred, here is the company link below",
);
export const reworded = alike(
  "i started via doubts but i have gotten our payment plus it is real, i got eighteen thousand " +
    "after investing six hundred, here is the outfit page below",
);
export const smallTalk = alike(
  "has anybody read the new novel about the lighthouse keeper, is it good",
);

/** Much as engine/views/sketch.ts makes it: the 64 smallest hashes of four letters each. */
function alike(text: string, traits: readonly Trait[] = []): Likeness {
  const shingles = Array.from(text, (_, at) => hash32(text.slice(at, at + 4)));
  const sketch = Uint32Array.from(new Set(shingles)).sort().slice(0, 64);
  return { sketch, traits };
}

export async function gathered(memory: Memory, said: Said, likeness = offer): Promise<Campaign> {
  const arrival = contact(said);
  const campaign = await memory.gather(arrival, likeness);
  await memory.record(arrival);
  return campaign;
}

export function asked(memory: Memory, likeness = offer, at = t0): Promise<Campaign> {
  return memory.campaign(contact({ from: "asker@asking.example", at }), likeness, at);
}

export function campaigns(story: Story): void {
  story("variants of one text belong together, other words do not", async (memory) => {
    await gathered(memory, { from: "a@x.example", to: ["alice", "bob"] });
    await gathered(memory, { from: "b@y.example", to: ["carol"] }, reworded);
    await gathered(memory, { from: "c@z.example", to: ["dave"] }, smallTalk);
    const found = await asked(memory);
    assert.equal(found.strangers.tenMinutes, 2);
    assert.equal(found.domains.tenMinutes, 2);
    assert.equal(found.recipients.tenMinutes, 3);
    assert.deepEqual(found.views, ["text"]);
    assert.ok(found.bits > 15);
  });

  story("how alike it is to what is kept elsewhere is told without counting it", async (memory) => {
    const traces = [offer, reworded, smallTalk].map(({ sketch }) => ({
      sketch,
      keys: new Uint32Array(),
    }));
    const [same, near, far] = await memory.alikeTo(offer, traces);
    assert.ok(same && near && far && same.bits > near.bits && near.bits > 12 && far.bits < 12);
    assert.deepEqual([same.views, far.views], [["text"], []]);
    assert.equal((await asked(memory)).bits, 0);
  });

  story("who has no others is told so", async (memory) => {
    await gathered(memory, {}, smallTalk);
    const found = await asked(memory);
    assert.equal(found.bits, 0);
    assert.deepEqual([found.strangers, found.settling], [noWindows, []]);
  });

  story("a picture and how its accounts are made are enough", async (memory) => {
    const traits = ["media:banner", "profile:mixed 10", "shape:5 mentions"].map((content) => {
      const view = content.split(":")[0] as Trait["view"];
      return { view, key: hash32(content), usual: view === "media" ? 0.0002 : 0.05 };
    });
    await gathered(memory, { from: "a@x.example" }, alike("", traits));
    const found = await asked(memory, alike("", traits));
    assert.deepEqual(found.views, ["media", "profile", "shape"]);
    assert.equal((await asked(memory, alike("", traits.slice(1)))).bits, 0);
  });

  story("of many variants at once each sees another number of others", async (memory) => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        memory.gather(contact({ from: `s${i}@h${i}.example` }), i % 2 === 0 ? offer : reworded),
      ),
    );
    assert.deepEqual(
      answers.map((one) => one.strangers.thirtyDays).toSorted((a, b) => a - b),
      answers.map((_, i) => i),
    );
  });

  story("what a sender writes alike itself is counted apart", async (memory) => {
    await gathered(memory, { from: "a@x.example", to: ["alice"] });
    await gathered(memory, { from: "a@x.example", to: ["bob"] }, reworded);
    const again = await gathered(memory, { from: "a@x.example", to: ["carol"] });
    assert.equal(again.strangers.thirtyDays, 0);
    assert.equal(again.ownRecipients.tenMinutes, 2);
  });

  story("asking counts nothing, nor does who is not proven", async (memory) => {
    await asked(memory);
    await gathered(memory, { from: "forged@x.example", proven: false });
    assert.equal((await asked(memory)).strangers.thirtyDays, 0);
  });

  story("the same post at the same inbox counts once", async (memory) => {
    const said = { from: "a@x.example", id: "https://x.example/1" };
    await gathered(memory, said);
    await gathered(memory, { ...said, at: after(t0, minute) });
    assert.equal((await asked(memory)).strangers.tenMinutes, 1);
  });

  story("what the home server refused belongs to nothing", async (memory) => {
    const arrival = contact({ from: "a@x.example" });
    await memory.gather(arrival, offer);
    await memory.answered(arrival.delivery.receipt, status(401), t0);
    assert.equal((await asked(memory)).strangers.thirtyDays, 0);
  });

  story("after thirty days it is forgotten", async (memory) => {
    await gathered(memory, { from: "a@x.example" });
    assert.equal((await asked(memory, offer, after(t0, 30 * day - 1))).strangers.thirtyDays, 1);
    assert.equal((await asked(memory, offer, after(t0, 30 * day + 1))).strangers.thirtyDays, 0);
  });

  story("what everybody asked for belongs to nothing", async (memory) => {
    await act(memory, "alice", "follow");
    await gathered(memory, { to: ["alice"] });
    assert.equal((await asked(memory)).strangers.thirtyDays, 0);
  });

  story("whom people here have taken to since is no stranger any more", async (memory) => {
    await gathered(memory, { from: "sam@a.example" });
    await act(memory, "bob", "reply");
    const found = await asked(memory);
    assert.deepEqual([found.strangers.thirtyDays, found.regulars.thirtyDays], [0, 1]);
    assert.equal(found.domains.thirtyDays, 0);
  });

  story("who had standing when it wrote is a regular", async (memory) => {
    for (let i = 0; i < 3; i++) await delivered(memory, { at: after(t0, i * day) });
    await gathered(memory, { at: after(t0, 3 * day) });
    assert.equal((await asked(memory, offer, after(t0, 3 * day))).regulars.tenMinutes, 1);
  });

  story("what a forgotten actor wrote belongs with nothing any more", async (memory) => {
    await gathered(memory, { from: "sam@a.example", to: ["alice"] });
    await gathered(memory, { from: "tom@b.example", to: ["alice", "bob"] });
    assert.equal((await memory.about(remote("sam@a.example"), t0))?.compared, 1);
    await memory.forget(remote("sam@a.example"));
    await memory.forget(local("alice"));
    const found = await asked(memory);
    assert.deepEqual([found.strangers.tenMinutes, found.recipients.tenMinutes], [1, 1]);
    assert.equal(await memory.about(remote("sam@a.example"), t0), undefined);
  });

  story("those that may still settle are named", async (memory) => {
    await gathered(memory, { from: "a@x.example", receipt: "early" });
    await gathered(memory, { from: "b@y.example", receipt: "late", at: after(t0, 60 * minute) });
    const found = await asked(memory, offer, after(t0, 70 * minute));
    assert.deepEqual(found.settling, ["late"]);
  });

  story("a text that a wave repeats does not become common by it", async (memory) => {
    for (let i = 0; i < 60; i++) {
      await gathered(memory, { from: `s${i}@h${i}.example` }, i % 2 === 0 ? offer : reworded);
    }
    assert.ok((await asked(memory)).bits > 15);
  });
  story("nor by one sender who repeats it to teach us so", async (memory) => {
    for (let i = 0; i < 1500; i++) await gathered(memory, { from: "teacher@x.example" });
    await gathered(memory, { from: "a@y.example" }, reworded);
    assert.ok((await asked(memory)).bits > 15);
  });

  story("one sender's many copies hide nobody else's", async (memory) => {
    for (let i = 0; i < 6; i++) await gathered(memory, { from: `s${i}@h${i}.example` });
    for (let i = 0; i < 60; i++) await gathered(memory, { from: "screen@x.example" });
    assert.equal((await asked(memory)).strangers.thirtyDays, 7);
  });
}

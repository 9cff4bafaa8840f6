// Whose standing counts inside a campaign.

import assert from "node:assert/strict";
import { after, day, type EpochMs, hour } from "../../base/units.ts";
import type { Campaign } from "../../model/observation.ts";
import type { Memory } from "../memory.ts";
import { asked, gathered, offer } from "./campaigns.ts";
import { act, contact, delivered, type Story, t0 } from "./contacts.ts";

/** `count` newcomers who write alike, each welcomed by whom `welcomer` names. */
async function welcomed(
  memory: Memory,
  count: number,
  welcomer: (turn: number) => string,
): Promise<void> {
  for (let i = 0; i < count; i++) {
    const from = `s${i}@h${i}.example`;
    await act(memory, welcomer(i), "follow", t0, from);
    await gathered(memory, { from, to: ["victim"] });
  }
}

/** Writes something else on so many days in a row, which nobody minds. */
async function daily(memory: Memory, from: string, days: number, since: EpochMs): Promise<void> {
  for (let i = 0; i < days; i++) await delivered(memory, { from, at: after(since, i * day) });
}

const counts = ({ strangers, regulars }: Campaign) => [strangers.thirtyDays, regulars.thirtyDays];

export function credit(story: Story): void {
  story("one person's welcome speaks for two newcomers of a campaign", async (memory) => {
    await welcomed(memory, 2, () => "alice");
    assert.deepEqual(counts(await asked(memory)), [0, 2]);
  });

  story("and for none where there are more, so that it can't be sold", async (memory) => {
    await welcomed(memory, 20, (turn) => `sleeper${turn % 3}`);
    assert.deepEqual(counts(await asked(memory)), [20, 0]);
  });

  story("newcomers who were welcomed by people of their own are known", async (memory) => {
    await welcomed(memory, 6, (turn) => `friend${turn}`);
    assert.deepEqual(counts(await asked(memory)), [0, 6]);
  });

  story("a sender is told how many of its own welcomes are spent", async (memory) => {
    await welcomed(memory, 4, () => "sleeper");
    const arrival = contact({ from: "s0@h0.example" });
    assert.equal((await memory.campaign(arrival, offer, t0)).spentWelcomes, 1);
    for (const friend of ["bob", "carol"]) await act(memory, friend, "reply", t0, "s0@h0.example");
    assert.equal((await memory.campaign(arrival, offer, t0)).spentWelcomes, 1);
    assert.deepEqual(counts(await asked(memory)), [3, 1]);
  });

  story("who welcomes many that have nothing in common has spent nothing", async (memory) => {
    for (let i = 0; i < 9; i++) await act(memory, "alice", "follow", t0, `p${i}@q.example`);
    await welcomed(memory, 1, () => "alice");
    assert.deepEqual(counts(await asked(memory)), [0, 1]);
  });

  story("accounts that were warmed up together are no regulars together", async (memory) => {
    const turned = after(t0, 4 * day);
    for (let i = 0; i < 4; i++) {
      const from = `s${i}@h${i}.example`;
      await daily(memory, from, 4, after(t0, i * hour));
      await gathered(memory, { from, at: turned });
    }
    assert.deepEqual(counts(await asked(memory, offer, turned)), [4, 0]);
  });

  story("regulars who came one by one stay regulars", async (memory) => {
    const later = after(t0, 20 * day);
    for (let i = 0; i < 4; i++) {
      const from = `s${i}@h${i}.example`;
      await daily(memory, from, 4, after(t0, 4 * i * day));
      await gathered(memory, { from, at: later });
    }
    assert.deepEqual(counts(await asked(memory, offer, later)), [0, 4]);
  });

  story("and so do those who came together and have written for long", async (memory) => {
    const later = after(t0, 10 * day);
    for (let i = 0; i < 4; i++) {
      const from = `s${i}@h${i}.example`;
      await daily(memory, from, 9, t0);
      await gathered(memory, { from, at: later });
    }
    assert.deepEqual(counts(await asked(memory, offer, later)), [0, 4]);
  });

  story("of a crowd more are counted than can be compared", async (memory) => {
    for (let i = 0; i < 120; i++) await gathered(memory, { from: `s${i}@crowd.example` });
    const { strangers, domains } = await asked(memory);
    assert.ok(strangers.thirtyDays >= 100 && strangers.thirtyDays <= 120);
    assert.equal(domains.thirtyDays, 1);
  });
}

// That nobody can make a memory forget whom it knows by sending it very much.

import assert from "node:assert/strict";
import { after, day, type EpochMs, hour, minute, second } from "../../base/units.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { Receipt, ViewKey } from "../../model/ids.ts";
import type { Memory } from "../memory.ts";
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
  solicited,
  status,
  t0,
} from "./contacts.ts";

export function floods(story: Story, crowd: number): void {
  story(`${crowd} strangers whose mail is taken displace nobody`, async (memory) => {
    await settleIn(memory);
    const began = after(t0, 20 * day);
    for (let i = 0; i < crowd; i++) {
      const at = after(began, i * 50);
      const domain = `h${i % (crowd / 10)}.example`;
      await takenIn(memory, stranger(i, domain, at), `text:lone${i}` as ViewKey);
    }
    await assertAllRemembered(memory, began);
  });

  story("shared texts in any number wash out no wave", async (memory) => {
    await wave(memory, t0);
    for (let i = 0; i < crowd / 50; i++) {
      const keys = Array.from({ length: 64 }, (_, k) => `link:${i >> 1}/${k}` as ViewKey);
      const from = `s${i % 4}@h${i % 4}.example`;
      await memory.witness(contact({ from, at: after(t0, i * second) }), keys);
    }
    assert.equal((await heard(memory, after(t0, hour), waveKey))?.strangers.sixHours, 6);
  });

  story("forged hints in any number displace no tie", async (memory) => {
    await act(memory, "alice", "follow");
    const forger = remote("x@x.example");
    for (let i = 0; i < 0.3 * crowd; i++) await memory.hint(local(`made-up${i}`), forger);
    assert.deepEqual(await solicited(memory), [true]);
  });
}

const waveKey = "text:wave" as ViewKey;

/** A friend, a regular, a wave, a convict, and a host that only ever posted to its own readers. */
async function settleIn(memory: Memory): Promise<void> {
  await act(memory, "alice", "follow");
  for (let i = 0; i < 3; i++) {
    await delivered(memory, { from: "regular@r.example", at: after(t0, i * day) });
  }
  for (const at of [t0, after(t0, 10 * day)]) {
    await memory.record(contact({ from: "quiet@q.example", to: [], at }));
  }
  await memory.ruled(remote("bad@b.example"), "spam", after(t0, 19 * day));
  await wave(memory, after(t0, 19 * day));
}

async function wave(memory: Memory, at = t0): Promise<void> {
  for (let i = 0; i < 6; i++) {
    await judged(memory, { from: `w${i}@w${i % 3}.example`, at: after(at, i * minute) }, [waveKey]);
  }
}

const someone = contact();

/** Made of one arrival: to build them anew takes longer than what is tested. */
function stranger(i: number, domain: string, at: EpochMs): Arrival {
  const receipt = `flood${i}` as Receipt;
  const sender = { ...someone.sender, actor: remote(`s${i}@${domain}`), domain };
  return { ...someone, sender, delivery: { ...someone.delivery, receipt, at } };
}

async function takenIn(memory: Memory, arrival: Arrival, key: ViewKey): Promise<void> {
  await memory.witness(arrival, [key]);
  await memory.answered(arrival.delivery.receipt, accepted, arrival.delivery.at);
}

const accepted = status(202);

async function assertAllRemembered(memory: Memory, at = t0): Promise<void> {
  assert.deepEqual(await solicited(memory, at), [true]);
  assert.equal((await history(memory, at)).actor.welcomedBy, 1);
  const regular = await history(memory, at, "regular@r.example");
  // Three days, of which eighteen days of silence left two.
  assert.deepEqual([regular.actor.firstSeenAt, regular.actor.goodDays], [t0, 2]);
  assert.deepEqual([regular.host.firstSeenAt, regular.host.goodDays], [t0, 2]);
  const quiet = await history(memory, at, "quiet@q.example");
  assert.deepEqual([quiet.actor.firstSeenAt, quiet.host.firstSeenAt], [t0, t0]);
  assert.equal((await history(memory, at, "bad@b.example")).actor.condemned, 1);
  const repeats = await heard(memory, at, waveKey);
  assert.deepEqual([repeats?.strangers.sevenDays, repeats?.domains.sevenDays], [6, 3]);
}

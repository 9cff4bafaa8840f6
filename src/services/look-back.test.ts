import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { bodyBytesMax } from "../base/limits.ts";
import { after, day, type EpochMs, minute } from "../base/units.ts";
import { passing } from "../engine/judge.ts";
import { makePolicy, shippedSettings } from "../engine/policy.ts";
import { read } from "../engine/read.ts";
import { likenessOf } from "../engine/views/likeness.ts";
import type { ActivityKind } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import { absent, type Campaign } from "../model/observation.ts";
import type { PolicyDigest } from "../model/verdict.ts";
import { contact, delivered, t0 } from "../ports/memory-contract/contacts.ts";
import { isWorthALook, makeLookBack } from "./look-back.ts";

const policy = makePolicy(shippedSettings, "", "0" as PolicyDigest);
const fourth = after(t0, 4 * day);
const offer =
  "i started with doubts but i have received my payment and it is real, i got eighteen thousand " +
  "after investing six hundred, here is the company that did it";

function saying(text: string, from: string, to: string, at: EpochMs): Arrival {
  const arrival = contact({ from, to: [to], at });
  const [object] = arrival.activity.objects;
  if (object?.kind !== "post") assert.fail();
  const bodies = [{ format: "text" as const, text, language: undefined }];
  const objects = [{ ...object, post: { ...object.post, bodies } }];
  return { ...arrival, activity: { ...arrival.activity, objects } };
}

/** What a check leaves of what it let pass unread. */
function passed(arrival: Arrival, because = "has written here on 3 days and nobody minded") {
  return { arrival, observation: undefined, broughtIn: [], verdict: passing(because, policy) };
}

function looking() {
  const memory = new ProcessMemory();
  const stirred: string[] = [];
  const failed: string[] = [];
  const lookBack = makeLookBack({
    ports: {
      memory,
      directory: { profile: async () => absent },
      ledger: { otherBodies: async () => 0 },
      words: { weigh: () => undefined },
    },
    keep: { stir: (_, campaign) => void stirred.push(...(campaign?.settling ?? [])) },
    journal: { failed: (what) => void failed.push(what) },
  });
  const pass = async (arrival: Arrival): Promise<void> => {
    await memory.record(arrival);
    lookBack.add(arrival);
    await lookBack.round();
  };
  const alikeTo = async (arrival: Arrival): Promise<Campaign> => {
    const whole = { ...arrival, reading: read(arrival) };
    return memory.campaign(arrival, likenessOf(whole, absent, fourth), fourth);
  };
  return { memory, lookBack, stirred, failed, pass, alikeTo };
}

test("copies that passed unread are there for the next one to be compared with", async () => {
  const { memory, stirred, pass, alikeTo } = looking();
  for (const [i, from] of ["a@x.example", "b@y.example", "c@z.example"].entries()) {
    await delivered(memory, { from, at: t0 });
    await pass(saying(offer, from, `p${i}`, after(fourth, i * minute)));
  }
  const { strangers, domains } = await alikeTo(saying(offer, "d@w.example", "alice", fourth));
  assert.deepEqual([strangers.sixHours, domains.sixHours], [3, 3]);
  assert.ok(stirred.length > 0);
});

test("what is looked at counts as often as it came", async () => {
  const { memory, pass } = looking();
  const one = saying(offer, "a@x.example", "alice", fourth);
  await pass(one);
  await pass(one);
  const { actor } = await memory.acquaint(contact({ from: "a@x.example", to: ["bob"] }), fourth);
  assert.deepEqual([actor.unasked, actor.contacts.sixHours], [1, 1]);
});

test("people with standing count as those who pass a meme on", async () => {
  const { memory, pass, alikeTo } = looking();
  for (let i = 0; i < 3; i++) {
    await delivered(memory, { from: "a@x.example", at: after(t0, i * day) });
  }
  await pass(saying(offer, "a@x.example", "bob", fourth));
  const { strangers, regulars } = await alikeTo(saying(offer, "d@w.example", "alice", fourth));
  assert.deepEqual([strangers.thirtyDays, regulars.thirtyDays], [0, 1]);
});

test("only words to people who did not ask are worth a look", () => {
  const one = saying(offer, "a@x.example", "alice", fourth);
  const as = (kind: ActivityKind) => ({ ...one, activity: { ...one.activity, kind } });
  assert.equal(isWorthALook(passed(one)), true);
  assert.equal(isWorthALook(passed(as("like"))), false);
  assert.equal(isWorthALook(passed(one, "everybody it contacts here asked for it")), false);
  assert.equal(isWorthALook(passed(contact({ to: [] }), "it contacts nobody here")), false);
});

test("of a flood as much is read as there is time for, and a failure stops nothing", async () => {
  const { memory, lookBack, failed } = looking();
  let asked = 0;
  memory.acquaint = () => {
    asked++;
    return Promise.reject(new Error("down"));
  };
  const one = saying(offer, "a@x.example", "alice", fourth);
  for (let i = 0; i < 1000; i++) lookBack.add(one);
  for (let i = 0; i < 100; i++) await lookBack.round();
  assert.equal(asked, 256);
  assert.equal(failed.length, 256);
});

test("of large bodies fewer wait, and as many again once those were read", async () => {
  const { memory, lookBack } = looking();
  let asked = 0;
  memory.acquaint = () => {
    asked++;
    return Promise.reject(new Error("down"));
  };
  const one = saying(offer, "a@x.example", "alice", fourth);
  const large = { ...one, delivery: { ...one.delivery, body: new Uint8Array(bodyBytesMax) } };
  for (const total of [8, 16]) {
    for (let i = 0; i < 20; i++) lookBack.add(large);
    await lookBack.round();
    await lookBack.round();
    assert.equal(asked, total);
  }
});

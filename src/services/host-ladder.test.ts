import assert from "node:assert/strict";
import { test } from "node:test";
import { unknownDomain } from "../adapters/process/acquaintances.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { seeded } from "../base/prng.ts";
import { after, day, type EpochMs, hour, minute } from "../base/units.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { actor, provenBy, someKept } from "../ports/kept.fixture.ts";
import { makeHostLadder, neglectedHosts } from "./host-ladder.ts";
import {
  activity,
  start,
  type TestHouse,
  type TestHouseOptions,
  testHouse,
} from "./house.fixture.ts";

const alice = "https://home.example/users/alice" as ActorId;
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const bruno = "https://home.example/users/bruno" as ActorId;

/** A public post, signed in itself as well, so that it can be let in days later. */
function post(actor: string, whom: string, receipt: string, at: EpochMs): Delivery {
  const id = `${actor}/notes/${receipt}`;
  const to = [everybody, whom];
  const object = { id, type: "Note", attributedTo: actor, to, content: textOf(receipt) };
  const signature = { type: "RsaSignature2017", creator: `${actor}#main-key`, signatureValue: "A" };
  return activity(receipt, at, { id: `${id}/a`, type: "Create", actor, to, object, signature });
}

/** Nothing in common with another. */
function textOf(receipt: string): string {
  const random = seeded(receipt);
  const word = () => Math.floor(random() * 36 ** 6).toString(36);
  return Array.from({ length: 8 }, word).join(" ");
}

interface Drift {
  readonly house: TestHouse;
  readonly memory: ProcessMemory;
  readonly options: TestHouseOptions;
  /** A post by somebody of drift.example, at this moment. */
  say(name: string, to: ActorId, receipt: string): Promise<string>;
  /** So many days more on each of which two new accounts of it are ruled spam. */
  spam(days: number): Promise<void>;
  /** Without spam. */
  rest(days: number): Promise<void>;
}

/** Alice follows Frida of drift.example, and Gus of it wrote to Bruno once and was let in. */
async function drifting(): Promise<Drift> {
  const memory = new ProcessMemory();
  const resign = (delivery: Delivery): Delivery => delivery;
  const options: TestHouseOptions = { mood: "trusting", memory, actor: { resign } };
  const house = testHouse(options);
  let days = 0;
  const frida = "https://drift.example/users/frida" as ActorId;
  await memory.notice({ action: "follow", by: alice, actor: frida, at: start });

  const say = async (name: string, to: ActorId, receipt: string): Promise<string> => {
    const before = house.moves.length;
    const actor = `https://drift.example/users/${name}`;
    const { do: done } = await house.send(post(actor, to, receipt, house.now()));
    return done === "pass" ? "passed" : (house.moves[before] ?? "");
  };
  const rest = async (more: number): Promise<void> => {
    days += more;
    await house.passTo(after(start, days * day));
    await house.refreshRules();
    await house.passTo(house.now());
  };
  const spam = async (more: number): Promise<void> => {
    for (let i = 0; i < more; i++) {
      options.mood = "certain";
      for (const name of [`s${days}a`, `s${days}b`]) {
        assert.equal(await say(name, bruno, name), `${name} held`);
        const at = house.now();
        await house.ledger.rule({ receipt: name as Receipt, ruling: "spam", by: "mod", at });
        await memory.ruled(`https://drift.example/users/${name}` as ActorId, "spam", at);
      }
      options.mood = "trusting";
      await rest(1);
    }
  };
  assert.equal(await say("gus", bruno, "gus0"), "passed");
  return { house, memory, options, say, spam, rest };
}

async function knownOnesFlow({ say }: Drift, rung: string): Promise<void> {
  assert.equal(await say("frida", alice, `frida-${rung}`), "passed");
  assert.equal(await say("frida", bruno, `frida-to-bruno-${rung}`), "passed", "known to Alice");
  assert.equal(await say("gus", alice, `gus-${rung}`), "passed", "let in before");
}

test("strangers of a host wait, then are held; whom we know flows at every rung", async () => {
  const drift = await drifting();
  const { house, say, spam } = drift;
  const rungs = async () => (await neglectedHosts(house.ledger)).map(({ rung }) => rung);
  await spam(1);
  assert.equal(await say("one", bruno, "one"), "passed");
  await spam(1);
  assert.equal(await say("two", bruno, "two"), "two settling");
  await knownOnesFlow(drift, "waits");
  await spam(2);
  assert.ok(house.moves.includes("two delivered"), "who only waited got in");
  assert.equal(await say("three", bruno, "three"), "three held");
  await knownOnesFlow(drift, "holds");
  await spam(3);
  assert.equal(await say("four", bruno, "four"), "four held");
  await knownOnesFlow(drift, "suggested");
  await drift.rest(1);
  assert.deepEqual(await rungs(), ["suggested"]);
});

test("the ladder heals by itself, and lets go what it held for the host alone", async () => {
  const { house, say, spam, rest } = await drifting();
  await spam(4);
  assert.equal(await say("three", bruno, "three"), "three held");
  await rest(2);
  assert.equal(await say("four", bruno, "four"), "four held");
  const verdict = (await house.ledger.find("four" as Receipt))?.verdict;
  assert.equal(verdict?.evidence[0]?.symbol, "HOST_NEGLECTED");
  await rest(1);
  assert.equal(await say("five", bruno, "five"), "five settling", "four days after the last");
  await house.passTo(after(house.now(), 2 * hour));
  await house.refreshRules();
  await house.passTo(house.now());
  for (const receipt of ["three", "four", "five"])
    assert.ok(house.moves.includes(`${receipt} delivered`), receipt);
  const [why] = (await house.ledger.find("four" as Receipt))?.verdict.evidence ?? [];
  assert.equal(why?.symbol, "HOST_RECOVERED");
  await rest(4);
  assert.equal(await say("six", bruno, "six"), "passed");
  assert.deepEqual(await neglectedHosts(house.ledger), []);
});

test("an operator may have it told and nobody wait", async () => {
  const { say, spam, options, rest } = await drifting();
  options.neglectedHosts = "tell";
  await spam(5);
  assert.equal(await say("one", bruno, "one"), "passed");
  await rest(1);
});

test("an attacker's accounts on a large host move nobody of it", async () => {
  const { say, spam, rest } = await drifting();
  for (let i = 0; i < 60; i++) assert.equal(await say(`good${i}`, bruno, `good${i}`), "passed");
  await spam(7);
  assert.equal(await say("new", bruno, "new"), "passed");
  await rest(1);
});

test("whoever forges a host's name puts it on no ladder", async () => {
  const { house, say, spam, options } = await drifting();
  options.authenticity = () => unknownKey;
  await spam(5);
  delete options.authenticity;
  assert.equal(await say("one", bruno, "one"), "passed");
  assert.deepEqual(await neglectedHosts(house.ledger), []);
});

const unknownKey: Authenticity = {
  kind: "unknown",
  signature: "draft-cavage",
  keyId: "https://drift.example/x",
  why: "unavailable",
  because: "no answer",
};

test("where a host stands survives a restart, and each step is said once", async () => {
  const { house, say, spam } = await drifting();
  await spam(4);
  await say("one", bruno, "one");
  await house.passTo(after(house.now(), 2 * hour));
  await house.refreshRules();
  const said: string[] = [];
  const clock = makeVirtualClock(after(house.now(), 10 * minute));
  const again = makeHostLadder(house.ledger, clock, (_, sentence) => void said.push(sentence));
  await again.refresh();
  assert.deepEqual(said, []);
  clock.set(after(house.now(), 9 * day));
  await again.refresh();
  await again.refresh();
  assert.deepEqual(said, ["drift.example is off the ladder of hosts that nobody looks after"]);
  assert.deepEqual(await neglectedHosts(house.ledger), []);
});

test("an empty ledger has no ladder", async () => {
  const ladder = makeHostLadder(new ProcessLedger(), makeVirtualClock(start));
  await ladder.refresh();
  assert.equal(ladder.neglectOf("drift.example", {} as never), undefined);
});

test("hosts whose people were ruled spam are asked once a week who may sign up there", async () => {
  const { house, spam } = await drifting();
  await spam(2);
  const clock = makeVirtualClock(house.now());
  const ladder = makeHostLadder(house.ledger, clock);
  assert.equal(ladder.toAsk(), undefined);
  await ladder.refresh();
  assert.equal(ladder.toAsk(), "drift.example");
  ladder.told("drift.example", true);
  assert.equal(ladder.toAsk(), undefined);
  clock.set(after(house.now(), 8 * day));
  assert.equal(ladder.toAsk(), "drift.example");
});

test("one case of thousands that a moderator refuses takes no host off the ladder", async () => {
  const { house, say, spam } = await drifting();
  await spam(4);
  const at = house.now();
  for (let number = 0; number < 5001; number++) {
    const flood = someKept(number, { at, state: "held", authenticity: provenBy(actor(number)) });
    const receipt = await house.ledger.keep({ ...flood, sender: actor(number) });
    await house.ledger.rule({ receipt, ruling: "spam", by: "mod", at });
  }
  await house.passTo(after(house.now(), 2 * hour));
  await house.refreshRules();
  assert.equal(await say("three", bruno, "three"), "three held");
});

/** Two accounts of a host a day, each ruled spam by a word of its own. */
async function overrun(ledger: ProcessLedger, name: string, days: number): Promise<void> {
  for (let number = 0; number < 2 * days; number++) {
    const sender = `https://${name}/users/${number}` as ActorId;
    const receipt = `${name}-${number}` as Receipt;
    const at = after(start, Math.floor(number / 2) * day);
    const kept = someKept(0, { receipt, at, state: "held", authenticity: provenBy(sender) });
    await ledger.keep({ ...kept, sender });
    await ledger.rule({ receipt, ruling: "spam", by: "mod", at: after(at, number) });
  }
}

test("where the ladder is full, one to hold takes the place of one that waits", async () => {
  const ledger = new ProcessLedger();
  const clock = makeVirtualClock(after(start, 5 * day));
  for (let host = 0; host < 200; host++) await overrun(ledger, `h${host}.example`, 2);
  for (const name of ["more.example", "worse.example"])
    await overrun(ledger, name, name === "more.example" ? 2 : 4);
  const ladder = makeHostLadder(ledger, clock);
  await ladder.refresh();
  const rungOf = (name: string) => ladder.neglectOf(name, unknownDomain)?.rung;
  for (let host = 0; host < 200; host++) assert.equal(rungOf(`h${host}.example`), "waits");
  assert.equal(rungOf("more.example"), undefined, "what is not listed is only judged");
  assert.equal(rungOf("worse.example"), "holds");
  assert.equal(rungOf("h0.example"), undefined);
});

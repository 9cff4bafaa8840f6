import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { AssertionFailed } from "../base/assert.ts";
import { after, hour, minute } from "../base/units.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { LedgerBusy, LedgerDown } from "../ports/ledger.ts";
import { MemoryDown } from "../ports/memory.ts";
import {
  activity,
  note,
  proven,
  start,
  type TestHouseOptions,
  testHouse,
} from "./house.fixture.ts";

const one = "one" as Receipt;

/** With the fields of an RFC 9421 request; whether it verifies, the authenticator says. */
function rfc9421(delivery: Delivery): Delivery {
  return {
    ...delivery,
    headers: [
      ["Host", "home.example"],
      ["Signature-Input", 'sig1=("@method");keyid="https://harbor.example/users/x#main-key"'],
      ["Signature", "sig1=:AA==:"],
    ],
  };
}

class BrokenLedger extends ProcessLedger {
  override async keep(): Promise<Receipt> {
    throw new LedgerDown("the disk is full");
  }
}

class BrokenMemory extends ProcessMemory {
  readonly #error: Error;
  constructor(error: Error) {
    super();
    this.#error = error;
  }
  override async acquaint(): Promise<never> {
    throw this.#error;
  }
}

test("watching stops nothing, whatever it thinks", async () => {
  const house = testHouse({ mood: "certain", mode: "watch" });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  assert.deepEqual(house.reached, [one]);
  assert.equal(await house.ledger.find(one), undefined);
});

test("switched off, nothing is judged or told to knock again, and nothing fails", async () => {
  const house = testHouse({
    mode: "off",
    mood: "certain",
    authenticity: () => assert.fail("nobody looks at it"),
  });
  house.watch.learned("snac", "2.75", undefined);
  for (const delivery of [
    note("one", start),
    rfc9421(note("two", start)),
    activity("3", start, "{"),
  ]) {
    assert.deepEqual(await house.send(delivery), { do: "pass" });
  }
  assert.equal(house.gatekeeper.standsAside(), true);
  assert.deepEqual(house.failed, []);
});

test("the mode may change between two deliveries", async () => {
  const options: TestHouseOptions = { mood: "certain", mode: "watch" };
  const house = testHouse(options);
  await house.send(note("one", start));
  options.mode = "guard";
  await house.send(note("two", start));
  options.mode = "off";
  await house.send(note("three", start));
  assert.deepEqual(house.reached, ["one", "three"]);
  assert.equal(house.gatekeeper.standsAside(), true);
});

test("outside the guarded share all is judged and passes, and the verdict says so", async () => {
  const told: string[] = [];
  const house = testHouse({
    mood: "certain",
    guards: (domain) => domain !== "harbor.example",
    judged: (_, verdict, done, why) =>
      told.push(`${verdict.action} ${done} ${why} ${verdict.evidence.at(-1)?.symbol}`),
  });
  const elsewhere = { actor: "https://quay.example/users/x" };
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  assert.equal((await house.send(note("two", start, elsewhere))).do, "answer");
  assert.deepEqual(told, ["hold passed watching only UNGUARDED", "hold held undefined undefined"]);
});

test("a shadow is told beside each weighed contact, and decides nothing", async () => {
  const told: string[] = [];
  const options: TestHouseOptions = {
    mood: "trusting",
    shadow: "certain",
    shadowed: (_, verdict, shadow) => told.push(`${verdict.action} ${shadow.action}`),
  };
  const house = testHouse(options);
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  options.mood = "certain";
  options.shadow = "trusting";
  assert.equal((await house.send(note("two", start))).do, "answer");
  options.shadow = undefined;
  await house.send(note("three", start));
  assert.deepEqual(told, ["accept hold", "hold accept"]);
});

test("a shadow that fails is told, and the delivery goes its way", async () => {
  const house = testHouse({
    mood: "trusting",
    shadow: "certain",
    shadowed: () => {
      throw new AssertionFailed("a shadow's mistake");
    },
  });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  assert.deepEqual(house.failed, ["judging in the shadow"]);
  assert.equal(await house.ledger.find(one), undefined);
});

test("whose post is kept hears what the home server says to an accepted one", async () => {
  const options: TestHouseOptions = { mood: "trusting" };
  const house = testHouse(options);
  const body = Buffer.from("thanks");
  options.answer = () => ({ kind: "answered", status: 200, headers: [["X-By", "home"]], body });
  await house.send(note("one", start));
  options.mood = "certain";
  const told = await house.send(note("two", start));
  assert.deepEqual(told, { do: "answer", status: 200, headers: [["X-By", "home"]], body });
});

test("a signature kind that the home server has its own word on is passed on", async () => {
  const house = testHouse({
    mood: "certain",
    authenticity: (delivery, actor) => ({ ...proven(delivery, actor), signature: "rfc9421" }),
  });
  house.watch.learned("gotosocial", "0.19.2", undefined);
  assert.deepEqual(await house.send(rfc9421(note("one", start))), { do: "pass" });
});

test("a kind that the home server would drop in silence hears 401 in any mode", async () => {
  for (const mode of ["watch", "guard"] as const) {
    const house = testHouse({ mood: "trusting", mode });
    house.watch.learned("snac", "2.75", undefined);
    const told = await house.send(rfc9421(note("one", start)));
    assert(told.do === "answer" && told.status === 401);
    assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  }
});

test("nothing new settles while the home server is down", async () => {
  const house = testHouse({ mood: "certain" });
  house.watch.answeredUs(false);
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
});

test("what can't be replayed is not kept for a mistake of ours either", async () => {
  const house = testHouse({ memory: new BrokenMemory(new AssertionFailed("never so")) });
  house.watch.learned("gotosocial", "0.19.2", undefined);
  assert.deepEqual(await house.send(rfc9421(note("one", start))), { do: "pass" });
  house.watch.answeredUs(false);
  assert.deepEqual(await house.send(note("two", start)), { do: "pass" });
});

test("a body that nobody can read hears why, and in watch mode passes", async () => {
  const guard = testHouse({ mode: "guard" });
  const told = await guard.send(activity("one", start, "{"));
  assert(told.do === "answer" && told.status === 400);
  assert.match(String(Buffer.from(told.body)), /Not an activity/);
  assert.deepEqual(await testHouse({ mode: "watch" }).send(activity("one", start, "{")), {
    do: "pass",
  });
});

test("a signature that proves nothing is the home server's to refuse", async () => {
  const forged: Authenticity = {
    kind: "refuted",
    signature: "draft-cavage",
    why: "wrong-key",
    because: "another key",
  };
  const house = testHouse({ mood: "certain", authenticity: () => forged });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
});

test("what only we call expired is an unproven stranger's, and no way round", async () => {
  const expired: Authenticity = {
    kind: "refuted",
    signature: "draft-cavage",
    why: "expired",
    because: "an old date",
  };
  const house = testHouse({ mood: "certain", authenticity: () => expired });
  assert.equal((await house.send(note("one", start))).do, "answer");
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, []);
});

test("a stranger whose key can't be had settles and is verified meanwhile", async () => {
  const missing: Authenticity = {
    kind: "unknown",
    signature: "draft-cavage",
    keyId: "https://harbor.example/users/x#main-key",
    why: "late",
    because: "its host is slow",
  };
  const options: TestHouseOptions = { mood: "trusting", authenticity: () => missing };
  const house = testHouse(options);
  const told = await house.send(note("one", start));
  assert.equal(told.do, "answer");
  options.authenticity = (delivery, actor) => proven(delivery, actor);
  options.mood = "certain";
  await house.passTo(after(start, hour));
  assert.deepEqual(house.moves, ["one settling", "one held"]);
});

test("what contacts nobody here passes although its key can't be had", async () => {
  const house = testHouse({
    mood: "certain",
    authenticity: () => ({
      kind: "unknown",
      signature: "draft-cavage",
      keyId: "https://harbor.example/k",
      why: "unavailable",
      because: "refused",
    }),
  });
  const to = ["https://www.w3.org/ns/activitystreams#Public"];
  const object = { type: "Note", to, content: "to the world" };
  assert.deepEqual(await house.send(note("one", start, { to, object })), { do: "pass" });
});

test("a friend whose key can't be had is not kept waiting", async () => {
  const memory = new ProcessMemory();
  const actor = "https://harbor.example/users/one" as ActorId;
  const by = "https://home.example/users/alice" as ActorId;
  await memory.notice({ at: start, action: "follow", by, actor });
  const keyId = `${actor}#main-key`;
  const why = { why: "late", because: "its host is slow" } as const;
  const missing = { kind: "unknown", signature: "draft-cavage", keyId, ...why } as const;
  const house = testHouse({ mood: "certain", memory, authenticity: () => missing });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
});

test("a ledger that can't follow a flood opens no door", async () => {
  class BusyLedger extends ProcessLedger {
    override async keep(): Promise<Receipt> {
      throw new LedgerBusy("20,000 calls are waiting");
    }
  }
  const house = testHouse({ mood: "certain", ledger: new BusyLedger() });
  const told = await house.send(note("one", start));
  assert(told.do === "answer" && told.status === 503);
});

test("a lost ledger lets mail in", async () => {
  const house = testHouse({ mood: "certain", ledger: new BrokenLedger() });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  assert.deepEqual(house.failed, ["judging a delivery"]);
});

test("a lost memory lets mail in, or has it settle where the operator says so", async () => {
  const memory = new BrokenMemory(new MemoryDown("gone"));
  const open = testHouse({ memory });
  assert.deepEqual(await open.send(note("one", start)), { do: "pass" });
  const strict = testHouse({ memory, onFailure: "settle" });
  assert.equal((await strict.send(note("one", start))).do, "answer");
});

test("a memory that stays lost lets mail in at last, as long as it is still good", async () => {
  const memory = new BrokenMemory(new MemoryDown("gone"));
  const house = testHouse({ memory, onFailure: "settle" });
  await house.send(note("one", start));
  await house.passTo(after(start, 50 * minute));
  assert.deepEqual(house.reached, []);
  await house.passTo(after(start, 65 * minute));
  assert.deepEqual(house.reached, [one]);
});

test("our own mistake settles a stranger's post unjudged; it alone passes at its end", async () => {
  const house = testHouse({ memory: new BrokenMemory(new AssertionFailed("never so")) });
  assert.equal((await house.send(note("one", start))).do, "answer");
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, [one]);
});

test("no body is a key: where many strangers' posts fail, they are held", async () => {
  const house = testHouse({ memory: new BrokenMemory(new AssertionFailed("never so")) });
  await house.send(note("one", start));
  await house.send({ ...note("two", after(start, minute)), client: "203.0.113.77" });
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, []);
  assert.equal((await house.ledger.find(one))?.state, "held");
});

test("an admin's rule wins over every signal, the narrowest over the wider", async () => {
  const house = testHouse({ mood: "certain" });
  const made = { by: "admin", why: "", madeAt: start, expiresAt: after(start, hour) };
  const actor = "https://harbor.example/users/one" as ActorId;
  const host = "harbor.example" as never;
  await house.ledger.addRule({ ...made, decision: "allow", subject: { kind: "actor", actor } });
  await house.ledger.addRule({ ...made, decision: "refuse", subject: { kind: "host", host } });
  await house.refreshRules();
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  const told = await house.send(note("two", start));
  assert(told.do === "answer" && told.status === 202);
  assert.equal((await house.ledger.find("two" as Receipt))?.state, "rejected");
  await house.passTo(after(start, 2 * hour));
  assert.equal((await house.ledger.find("two" as Receipt))?.state, "rejected");
});

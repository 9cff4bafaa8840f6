import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { second } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/ids.ts";
import { openStore } from "../wire/store.ts";
import {
  type BreakwaterOptions,
  createBreakwater,
  type Incoming,
  MemoryDown,
  type UpstreamAnswer,
  WrongOptions,
} from "./breakwater.ts";
import { alice, home, makeWall, mention, signedRequest, type TestWall } from "./wall.fixture.ts";

const taken: UpstreamAnswer = {
  kind: "answered",
  status: 202,
  headers: [],
  body: new Uint8Array(),
};

function incoming(wall: TestWall): Incoming {
  const { body } = mention();
  const headers = [...signedRequest(body, wall).headers];
  return { path: "/users/alice/inbox", headers, body, client: "192.0.2.1", scheme: "https" };
}

async function opened(...given: Parameters<typeof makeWall>) {
  const delivered: Delivery[] = [];
  const test = await makeWall(...given);
  await test.wall.open(async (delivery) => {
    delivered.push(delivery);
    return taken;
  });
  return { ...test, delivered };
}

test("what it watches passes, with the verdict it would have acted on", async () => {
  const watching = await opened("certain", { mode: "watch" });
  const judged = await watching.wall.judge(incoming(watching));
  assert.equal(judged.do, "pass");
  assert.equal(judged.verdict?.action, "hold");
  assert.equal(judged.why, "watching only");
  await watching.wall.close();
});

test("what is held explains itself, and a ruling lets its very bytes go on, once", async () => {
  const guarding = await opened("certain");
  const sent = incoming(guarding);
  const judged = await guarding.wall.judge(sent);
  assert.ok(judged.do === "answer");
  assert.equal(judged.status, 202);
  const explained = await guarding.wall.explain(judged.receipt);
  assert.equal(explained?.state, "held");
  assert.match(explained?.text ?? "", /^hold: \+\d+\.\d decibans, [\d.]+ % likely spam\n/);
  await guarding.pass(second);
  assert.equal(guarding.delivered.length, 0);

  assert.equal(await guarding.wall.rule(judged.receipt, "ham", "mia"), true);
  await guarding.pass(2 * second);
  await guarding.pass(2 * second);
  assert.deepEqual(
    guarding.delivered.map(({ body }) => Buffer.from(body).toString()),
    [Buffer.from(sent.body).toString()],
  );
  assert.equal((await guarding.wall.explain(judged.receipt))?.state, "delivered");
  assert.equal(await guarding.wall.rule(judged.receipt, "spam", "mia"), false);
  await guarding.wall.close();
});

test("whom a person of ours follows comes in, whatever else is thought", async () => {
  const guarding = await opened("certain");
  const actor = "https://harbor.example/users/sam";
  await guarding.wall.notice({ action: "follow", by: alice, actor });
  const judged = await guarding.wall.judge(incoming(guarding));
  assert.ok(judged.do === "pass");
  assert.equal(judged.verdict?.evidence[0]?.because, "everybody it contacts here asked for it");
  await judged.answered(taken);
  await guarding.wall.close();
});

test("a part of one's own that is down lets mail pass, unjudged", async () => {
  const memory = new ProcessMemory();
  memory.acquaint = () => Promise.reject(new MemoryDown("gone"));
  const failures: string[] = [];
  const journal = { failed: (what: string) => void failures.push(what) };
  const guarding = await opened("certain", { ports: { memory, journal } });
  const judged = await guarding.wall.judge(incoming(guarding));
  assert.equal(judged.do, "pass");
  assert.equal(judged.verdict, undefined);
  assert.deepEqual(failures, ["judging a delivery"]);
  await guarding.wall.close();
});

test("a body that nobody can read is answered, and says why", async () => {
  const guarding = await opened("certain");
  const body = new TextEncoder().encode("[]");
  const judged = await guarding.wall.judge({ ...incoming(guarding), body });
  assert.ok(judged.do === "answer");
  assert.deepEqual([judged.status, judged.verdict], [400, undefined]);
  assert.match(judged.why ?? "", /not a JSON object/);
  await guarding.wall.close();
});

test("before it is open it judges nothing, and it opens once", async () => {
  const closed = await makeWall("trusting");
  await assert.rejects(closed.wall.judge(incoming(closed)), /open the breakwater/);
  await closed.wall.open(async () => taken);
  await assert.rejects(
    closed.wall.open(async () => taken),
    /open already/,
  );
  await closed.wall.close();
});

test("a state folder has what is kept, why, and who asked for whom", async () => {
  const state = mkdtempSync(join(tmpdir(), "breakwater embed-"));
  const options = { home, mode: "guard", state, settings: "prior: 30" } as const;
  const first = await createBreakwater(options);
  await first.open(async () => taken);
  const guarding = await makeWall("certain");
  const kept = await first.judge({ ...incoming(guarding), headers: [] });
  assert.equal(kept.do, "answer");
  await first.notice({ action: "follow", by: alice, actor: "https://harbor.example/users/sam" });
  await first.close();

  const again = await createBreakwater({ ...options, ports: { network: guarding.network } });
  await again.open(async () => taken);
  assert.equal((await again.explain(kept.receipt))?.state, "held");
  const judged = await again.judge(incoming(guarding));
  assert.equal(judged.verdict?.evidence[0]?.because, "everybody it contacts here asked for it");
  await again.close();

  const store = await openStore(state);
  const decision = await store.chronicle.find(kept.receipt as Receipt);
  assert.deepEqual([decision?.action, decision?.done], ["hold", "held"]);
  await store.close();
  rmSync(state, { recursive: true });
});

test("options that promise what can't be kept are refused, with their place", async () => {
  // @ts-expect-error to guard without a place that survives does not compile either
  const lost: BreakwaterOptions = { home, mode: "guard" };
  await assert.rejects(createBreakwater(lost), WrongOptions);
  const cases: [settings: string, complaint: RegExp][] = [
    ["mode: guard", /a state folder or a ledger/],
    ["hold_att: 3", /^settings:1:1: .*hold_at/],
    ["listen: 127.0.0.1:80", /listen belongs to the gate/],
  ];
  for (const [settings, complaint] of cases) {
    await assert.rejects(createBreakwater({ home, settings }), (error) => {
      assert.ok(error instanceof WrongOptions);
      assert.match(error.message, complaint);
      return true;
    });
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, minute } from "../base/units.ts";
import { loadConfig } from "./config.ts";
import { start } from "./house.fixture.ts";
import { makeInForce } from "./in-force.ts";
import { modeOrdered, orderContact, orderMode } from "./orders.ts";
import { changesTo } from "./reload.ts";

function configured(flags: Readonly<Record<string, string>>) {
  const loaded = loadConfig({ flags });
  assert.ok(loaded.ok);
  return loaded.value;
}

const guard = { mode: "guard", by: "alice", at: start } as const;

test("an order wins over the configuration until it is taken back", async () => {
  const ledger = new ProcessLedger();
  const { config } = configured({ mode: "watch" });
  const inForce = makeInForce(config, "seed", ledger, makeVirtualClock(start));
  assert.equal(inForce.mode(), "watch");
  await orderMode(ledger, guard);
  assert.equal(inForce.mode(), "watch");
  await inForce.refresh();
  assert.deepEqual([inForce.mode(), inForce.order()], ["guard", guard]);
  inForce.adopt(configured({ mode: "off" }).config);
  assert.equal(inForce.mode(), "guard");
  await orderMode(ledger, undefined);
  await inForce.refresh();
  assert.deepEqual([inForce.mode(), inForce.order()], ["off", undefined]);
});

test("an order stands over a restart", async () => {
  const ledger = new ProcessLedger();
  await orderMode(ledger, guard);
  const { config } = configured({});
  const restarted = makeInForce(config, "seed", ledger, makeVirtualClock(after(start, minute)));
  await restarted.refresh();
  assert.deepEqual([restarted.mode(), restarted.since()], ["guard", start]);
});

test("an order that we can't read is none", async () => {
  const ledger = new ProcessLedger();
  for (const text of ["", "{", "null", "[]", '{"mode":"paranoid"}', '"guard"']) {
    await ledger.putSetting("order-mode", text);
    assert.equal(await modeOrdered(ledger), undefined, text);
  }
});

test("guard_share keeps each domain on its side, and a larger share only adds", async () => {
  const ledger = new ProcessLedger();
  const domains = Array.from({ length: 2000 }, (_, index) => `host${index}.example`);
  const guarded = (share: string, seed = "seed") => {
    const { config } = configured({ guard_share: share });
    const { guards } = makeInForce(config, seed, ledger, makeVirtualClock(start));
    return domains.filter(guards);
  };
  const tenth = guarded("10%");
  assert.ok(tenth.length > 140 && tenth.length < 260, `${tenth.length} of 2000`);
  assert.deepEqual(guarded("10%"), tenth);
  const fifth = new Set(guarded("20%"));
  assert.ok(tenth.every((one) => fifth.has(one)));
  assert.notDeepEqual(guarded("10%", "another"), tenth);
  assert.deepEqual([guarded("0%").length, guarded("100%").length], [0, 2000]);
});

test("a shadow sees all that it needs, and changes no verdict's name", () => {
  const { config } = configured({ "signals.WAVE.enabled": "false" });
  const policy = configured({ hold_at: "15" }).config.policy;
  const clock = makeVirtualClock(start);
  const alone = makeInForce(config, "seed", new ProcessLedger(), clock);
  const shadowed = { ...config, shadow: { file: "b.yaml", policy } };
  const beside = makeInForce(shadowed, "seed", new ProcessLedger(), clock);
  assert.equal(alone.shadow(), undefined);
  assert.equal(beside.shadow()?.holdAt, 15);
  assert.equal(beside.policy().digest, alone.policy().digest);
  const needs = [...(beside.shadow()?.needs ?? [])];
  assert.ok(needs.length > 0 && needs.every((one) => beside.policy().needs.has(one)));
});

test("another configuration brings another policy, named by another digest", () => {
  const clock = makeVirtualClock(start);
  const inForce = makeInForce(configured({}).config, "seed", new ProcessLedger(), clock);
  const { digest } = inForce.policy();
  clock.set(after(start, minute));
  inForce.adopt(configured({ hold_at: "14", mode: "guard" }).config);
  assert.equal(inForce.policy().holdAt, 14);
  assert.notEqual(inForce.policy().digest, digest);
  assert.equal(inForce.since(), after(start, minute));
});

test("what can't change in a running gate is named until it is restarted", () => {
  const began = configured({ upstream: "http://127.0.0.1:1" }).shown;
  const edited = configured({ upstream: "http://127.0.0.1:2", hold_at: "13" }).shown;
  assert.deepEqual(changesTo(edited, began, began), {
    changed: ["hold_at"],
    restart: ["upstream"],
  });
  assert.deepEqual(changesTo(edited, edited, began), { changed: [], restart: ["upstream"] });
});

test("an order on first contacts is part of the policy until it ends", async () => {
  const ledger = new ProcessLedger();
  const inForce = makeInForce(configured({}).config, "seed", ledger, makeVirtualClock(start));
  const shipped = inForce.policy().digest;
  await orderContact(ledger, { contact: "consent", by: "alice", at: start });
  await inForce.refresh();
  assert.equal(inForce.contact(), "consent");
  assert.notEqual(inForce.policy().digest, shipped, "a verdict names what it was made under");
  inForce.adopt(configured({ contact: "wave" }).config);
  assert.equal(inForce.policy().contact, "consent");
  await orderContact(ledger, undefined);
  await inForce.refresh();
  assert.equal(inForce.policy().contact, "wave");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { epochMs } from "../base/units.ts";
import { nameOf, namesOf, readTaught, type TaughtShape, writeTaught } from "./taught-shapes.ts";

const at = epochMs(Date.UTC(2026, 0, 5));
const kind: TaughtShape = { software: "gotosocial", signature: "rfc9421", why: undefined, at };
const forged: TaughtShape = { ...kind, signature: "draft-cavage", why: "wrong-key" };

test("what the home server taught is written down and read again", async () => {
  const ledger = new ProcessLedger();
  assert.deepEqual(await readTaught(ledger), []);
  await writeTaught([kind, forged], ledger);
  assert.deepEqual(await readTaught(ledger), [kind, forged]);
});

test("what another version wrote and we can't read teaches nothing", async () => {
  const ledger = new ProcessLedger();
  await ledger.putSetting("taught-shapes", '[{"signature":"quantum"}]');
  assert.deepEqual(await readTaught(ledger), []);
});

test("a shape has a name that an admin understands", () => {
  assert.equal(nameOf(kind), "rfc9421 signatures");
  assert.equal(nameOf(forged), "draft-cavage signatures that we refute (wrong-key)");
  assert.equal(nameOf({ ...kind, signature: "none", why: "absent" }), "unsigned deliveries");
  assert.deepEqual(namesOf([kind, { ...kind, why: "absent" }]), ["rfc9421 signatures"]);
});

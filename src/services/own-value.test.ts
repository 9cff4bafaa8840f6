import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ownValue } from "./own-value.ts";

const beads = ownValue("beads", z.object({ count: z.int() }));

test("what is written is read again, until it is taken away", async () => {
  const ledger = new ProcessLedger();
  assert.equal(await beads.read(ledger), undefined);
  await beads.write(ledger, { count: 3 });
  assert.deepEqual(await beads.read(ledger), { count: 3 });
  await beads.write(ledger, undefined);
  assert.equal(await beads.read(ledger), undefined);
});

test("what somebody else wrote under the name counts as none", async () => {
  const ledger = new ProcessLedger();
  for (const text of ["", "{", "null", '"three"', '{"count":"three"}', '{"strings":[]}']) {
    await ledger.putSetting("beads", text);
    assert.equal(await beads.read(ledger), undefined, text);
  }
});

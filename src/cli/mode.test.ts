import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { answerReload, modeOrdered, reloadOrdered } from "../services/orders.ts";
import { exitCodes } from "./exit-code.ts";
import { runReload } from "./reload.ts";
import { runOver } from "./run-over.fixture.ts";
import { fakeOutput, testMoment } from "./testing.ts";

test("the mode is changed under the name of who changes it, and its meaning is said", async () => {
  const ledger = new ProcessLedger();
  const { code, text, asides } = await runOver("mode off", ledger);
  assert.equal(code, 0);
  assert.match(text, /^The mode is off\. A gate that runs follows within a second or two\.$/m);
  assert.match(text, /settling is passed on at once, held waits for a ruling/);
  assert.match(asides, /This stands in \/tmp\./);
  assert.deepEqual(await modeOrdered(ledger), { mode: "off", by: "alice", at: testMoment });
});

test("the present mode says whose word it is", async () => {
  const ledger = new ProcessLedger();
  assert.equal((await runOver("mode", ledger)).text, "watch, as the configuration says.\n");
  await runOver("mode guard", ledger);
  const { text } = await runOver("mode", ledger);
  assert.match(text, /^guard, by an order of alice since 2026-11-23 12:00 UTC\.$/m);
  assert.match(text, /Without it the mode is watch; "breakwater mode configured" takes it back/);
  assert.deepEqual(JSON.parse((await runOver("mode --json", ledger)).text), {
    mode: "guard",
    configured: "watch",
    order: { mode: "guard", by: "alice", at: "2026-11-23T12:00:00.000Z" },
  });
});

test("an order is taken back", async () => {
  const ledger = new ProcessLedger();
  await runOver("mode guard", ledger);
  assert.match((await runOver("mode configured", ledger)).text, /The mode is watch, as the config/);
  assert.equal(await modeOrdered(ledger), undefined);
});

test("there are three modes and no other", async () => {
  const { code, asides } = await runOver("mode paranoid", new ProcessLedger());
  assert.equal(code, 2);
  assert.match(asides, /mode must be one of watch, guard, off, configured, not "paranoid"/);
});

const hand = { by: "alice", at: testMoment, through: "command" } as const;

/** A gate that answers at its second look. */
async function reloadedWith(answer: {
  problems?: string[];
  changed?: string[];
  restart?: string[];
}) {
  const ledger = new ProcessLedger();
  const output = fakeOutput();
  let looks = 0;
  const wait = async () => {
    looks += 1;
    const id = (await reloadOrdered(ledger))?.id ?? "";
    const rest = { problems: [], changed: [], restart: [], ...answer };
    if (looks === 2) await answerReload(ledger, { id, ...rest });
  };
  const code = await runReload({}, ledger, hand, output, wait);
  return { code, text: output.text(), asides: output.asides() };
}

test("a reload says what stands now and what waits for a restart", async () => {
  assert.deepEqual(await reloadedWith({ changed: ["hold_at", "mode"], restart: ["listen"] }), {
    code: exitCodes.done,
    text: "In force now: hold_at, mode.\nAfter a restart: listen.\n",
    asides: "",
  });
  assert.match((await reloadedWith({})).text, /nothing is different/);
});

test("a reload of a wrong file says where it is wrong, and that nothing changed", async () => {
  const { code, asides } = await reloadedWith({ problems: ["breakwater.yaml:1:1: no setting"] });
  assert.equal(code, exitCodes.wrong);
  assert.equal(asides, "breakwater: breakwater.yaml:1:1: no setting\nNothing was changed.\n");
});

test("a reload that no gate answers says so", async () => {
  const asking = runReload({}, new ProcessLedger(), hand, fakeOutput(), async () => undefined);
  await assert.rejects(asking, /no gate answered/);
  await assert.rejects(asking, { exitCode: exitCodes.down });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { pino } from "pino";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { epochMs } from "../base/units.ts";
import { loadConfig } from "../services/config.ts";
import { makeInForce } from "../services/in-force.ts";
import { orderMode, orderReload, reloadAnswered } from "../services/orders.ts";
import { apply } from "../services/tuning.ts";
import { makeControls } from "./controls.ts";

const at = epochMs(1_800_000_000_000);
const by = "alice";

/** A running gate's controls over a file that the test may edit. */
function running() {
  const file = { text: "" };
  const read = async () => {
    const loaded = loadConfig({ file: { name: "breakwater.yaml", text: file.text } });
    if (!loaded.ok) throw new Error(loaded.error.map((one) => one.problem).join("\n"));
    return loaded.value;
  };
  const ledger = new ProcessLedger();
  const said: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void said.push(line) });
  const open = async () => {
    const { config, shown } = await read();
    const inForce = makeInForce(config, "seed", ledger, systemClock);
    return { inForce, controls: makeControls(inForce, ledger, log, { shown, reread: read }) };
  };
  return { file, ledger, said, open };
}

test("a mode ordered beside the gate is in force at its next look, and said", async () => {
  const { ledger, said, open } = running();
  const { inForce, controls } = await open();
  await controls.refresh();
  await orderMode(ledger, { mode: "off", by, at });
  await controls.refresh();
  await controls.refresh();
  assert.equal(inForce.mode(), "off");
  assert.deepEqual(
    said.map((line) => JSON.parse(line).msg),
    ["the mode has changed"],
  );
});

test("a reload is done once, and answered to who asked", async () => {
  const { file, ledger, said, open } = running();
  const { inForce, controls } = await open();
  await controls.refresh();
  file.text = "hold_at: 15\nlisten: 127.0.0.1:1\n";
  await orderReload(ledger, { id: "one", by, at });
  assert.equal(await reloadAnswered(ledger, "one"), undefined);
  await controls.refresh();
  await controls.refresh();
  const answer = { id: "one", problems: [], changed: ["hold_at"], restart: ["listen"] };
  assert.deepEqual(await reloadAnswered(ledger, "one"), answer);
  assert.equal(inForce.policy().holdAt, 15);
  assert.equal(said.length, 1);
});

test("a wrong file changes nothing and says what is wrong with it", async () => {
  const { file, ledger, open } = running();
  const { inForce, controls } = await open();
  const before = inForce.config();
  file.text = "mode: guard\nhold_att: 3\n";
  const { problems, changed } = await controls.reload();
  assert.match(problems.join(), /"hold_att"; did you mean "hold_at"\?/);
  assert.deepEqual(changed, []);
  assert.equal(inForce.config(), before);
  file.text = "mode: guard\n";
  assert.deepEqual((await controls.reload()).changed, ["mode"]);
  assert.equal((await ledger.setting("reload-answer")) ?? "", "");
});

test("a file that was just emptied by an editor changes nothing", async () => {
  const { file, open } = running();
  file.text = "upstream: http://127.0.0.1:3000\nmode: guard\n";
  const { inForce, controls } = await open();
  file.text = "";
  assert.match((await controls.reload()).problems.join(), /names no home server any more/);
  assert.equal(inForce.mode(), "guard");
});

test("what was ordered before the start is done by starting", async () => {
  const { ledger, said, open } = running();
  await orderReload(ledger, { id: "old", by, at });
  const { controls } = await open();
  await controls.refresh();
  assert.deepEqual(said, []);
});

test("what was tuned is told once, with who did it, and when it counts no more", async () => {
  const { file, ledger, said, open } = running();
  const { inForce, controls } = await open();
  await controls.refresh();
  const proposal = { weights: {}, holdAt: 10.5, at, because: [] };
  await apply(ledger, proposal, inForce.config().policy, { by, at });
  await controls.refresh();
  await controls.refresh();
  file.text = "hold_at: 13\n";
  await controls.reload();
  await controls.refresh();
  const told = said.map((line) => JSON.parse(line)).filter(({ msg }) => /^tuned/.test(msg));
  assert.deepEqual(
    told.map((one) => [one.msg, one.by, one.holdAt, one.because]),
    [
      ["tuned weights and thresholds: in force", by, 10.5, undefined],
      ["tuned weights and thresholds: out of force", by, 13, "it was made for other settings"],
    ],
  );
});

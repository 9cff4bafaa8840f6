import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { shippedSettings } from "../engine/policy.ts";
import type { ActorId } from "../model/ids.ts";
import { reason } from "../model/verdict.ts";
import { someDecision } from "../ports/chronicle.fixture.ts";
import { runExplainReceipt } from "./explain.ts";
import { explain, whatWouldChange } from "./explain-table.ts";
import { verdictIn, verdictsIn } from "./read-verdict.ts";
import { fakeOutput, shippedConfig, testVerdict } from "./testing.ts";

const weights = { REPEATED_TEXT: 12, NEW_HOST: 8, STRANGER: 3, REPLY: -1.5 };
const settings = {
  ...shippedSettings,
  prior: -13,
  holdAt: 12,
  settleBand: 12,
  groupMax: { ...shippedSettings.groupMax, repetition: 9 },
  signals: Object.fromEntries(
    Object.entries(weights).map(([symbol, decibans]) => [
      symbol,
      { decibans, enabled: true, values: {} },
    ]),
  ),
};

/** The "adds" column: the last signed number of each line of the table. */
function column(lines: readonly string[]): number[] {
  return lines.flatMap((line) => {
    const found = /^(?:\(prior\)|score|[A-Z_]+) .*?([+−]\d+\.\d\d)\*? {2}\S/.exec(line);
    const last = [...line.matchAll(/([+−]\d+\.\d\d)/g)].at(-1)?.[1];
    return found === null || last === undefined ? [] : [Number(last.replace("−", "-"))];
  });
}

test("the table adds up", () => {
  const lines = explain(testVerdict, settings, fakeOutput());
  const numbers = column(lines);
  const score = numbers.pop();
  assert.equal(numbers.length, 5);
  assert.equal(
    numbers.reduce((sum, one) => sum + one, 0),
    score,
  );
  assert.equal(numbers[0], -13);
});

test("a cap is visible, and says which group", () => {
  const text = explain(testVerdict, settings, fakeOutput()).join("\n");
  assert.match(text, /REPEATED_TEXT +repetition +1\.00 +\+12\.00 +\+9\.00\* /);
  assert.match(text, /The group "repetition" counts for at most 9/);
  assert.match(text, /NEW_HOST +acquaintance +0\.50 +\+8\.00 +\+4\.00 /);
});

test("a verdict made under other settings says so", () => {
  const text = (prior: number) => explain(testVerdict, { ...settings, prior }, fakeOutput()).join();
  assert.match(text(-10), /settings have changed/);
  assert.doesNotMatch(text(-13), /settings have changed/);
});

test("what decides beside the score is said before it, and a preset instead of it", () => {
  const by = (symbol: string) => {
    const { evidence } = testVerdict;
    const because = [reason(symbol as "CRITERIA", "so"), ...evidence];
    return whatWouldChange({ ...testVerdict, score: -5, evidence: because }, settings);
  };
  assert.match(by("FIRST_CONTACT").join(" "), /^It waits for a ruling, .* 17\.00 decibans more/);
  assert.deepEqual(by("CRITERIA").length, 1);
  assert.match(by("CRITERIA")[0] ?? "", /^A preset decides, not the score/);
});

test("it is told what would change the action", () => {
  const change = (score: number) => whatWouldChange({ ...testVerdict, score }, settings).join(" ");
  assert.match(change(-5), /5\.00 decibans more would have it settle .* 17\.00 .* held/);
  assert.match(change(1.5), /10\.50 decibans more .* Without REPEATED_TEXT it would be let in/);
  assert.match(change(13), /^Without REPEATED_TEXT it would not be held/);
  assert.match(change(13), /Without REPEATED_TEXT, NEW_HOST, STRANGER it would be let in/);
});

test("what settles for want of a key needs no decibans to settle", () => {
  const [first] = testVerdict.evidence;
  assert.ok(first);
  const evidence = [{ ...first, symbol: "KEY_UNKNOWN", decibans: 0 }];
  const text = whatWouldChange({ ...testVerdict, evidence, score: -13 }, settings).join(" ");
  assert.doesNotMatch(text, /have it settle/);
  assert.match(text, /^It settles until the sender's key can be had.* would have it held/);
});

test("the fast path shows its one reason", () => {
  const evidence = [{ ...testVerdict.evidence[0], symbol: "PASSES", because: "it is a Delete" }];
  const fast = { ...testVerdict, path: "fast", action: "accept", evidence } as typeof testVerdict;
  const text = explain(fast, settings, fakeOutput()).join("\n");
  assert.match(text, /^accept · decided without weighing anything/);
  assert.match(text, /PASSES +it is a Delete/);
});

test("a hostile reason repaints nothing", () => {
  const text = explain(testVerdict, settings, fakeOutput()).join("\n");
  assert.ok(!text.includes("\u001b"));
  assert.match(text, /\\u\{1b\}\[2Jno one/);
});

test("verdicts are read from check's answer and from a replay's", () => {
  const whole = JSON.stringify(testVerdict, null, 2);
  assert.equal(verdictIn(whole, undefined)?.score, 1.5);
  const lines = ["d1", "d2"].map((delivery, score) =>
    JSON.stringify({ ...testVerdict, delivery, score, campaign: null, outcome: "held" }),
  );
  assert.equal(verdictsIn(whole), 0);
  assert.equal(verdictsIn(lines.join("\n")), 2);
  assert.equal(verdictIn(lines.join("\n"), "d2")?.score, 1);
  assert.equal(verdictIn(lines.join("\n"), "d3"), undefined);
  assert.equal(verdictIn('{"type":"Create"}', undefined), undefined);
  assert.equal(verdictIn("[".repeat(10_000), undefined), undefined);
});

test("what was accepted is explained by what the chronicle says of it", async () => {
  const chronicle = new ProcessChronicle();
  const sender = "https://spam.example/users/\u001b[2Jbob" as ActorId;
  const decision = someDecision(1, { action: "accept", score: -9.5, answer: 202, sender });
  await chronicle.write([{ kind: "judged", decision, lookAt: undefined }]);
  const stores = { ledger: new ProcessLedger(), chronicle };
  const output = fakeOutput({ width: 80 });
  assert.equal(await runExplainReceipt("r1", {}, stores, shippedConfig(), output), 0);
  const text = output.text();
  assert.match(text, /create by .*bob@spam\.example to 3 people here, 2026-03-02 09:00/);
  assert.match(text, /passed\s\(watching\s+only\)\.\s+The\s+home\s+server\s+answered\s+202\./);
  assert.match(text, /STRANGER_MENTIONS +reach +0\.50 .* Addresses many people here/);
  assert.ok(!text.includes("\u001b"));
  assert.equal(await runExplainReceipt("r2", {}, stores, shippedConfig(), output), 1);
  assert.match(output.asides(), /nothing was kept or judged under that receipt.*14 days/);
});

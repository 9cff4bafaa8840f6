import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, type EpochMs, hour } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import { runList } from "./cases-list.ts";
import { runRuling } from "./cases-rule.ts";
import { runShow } from "./cases-show.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeOutput, heldDelivery, shippedConfig, testMoment } from "./testing.ts";

const hand = { by: "alice", at: testMoment, through: "command" } as const;

function storesOf(ledger: ProcessLedger) {
  return { ledger, ownRecords: new ProcessOwnRecords(), documents: new ProcessDocuments() };
}

async function ledgerWith(...receipts: string[]): Promise<ProcessLedger> {
  const ledger = new ProcessLedger();
  for (const receipt of receipts) await ledger.keep(heldDelivery(receipt));
  return ledger;
}

test("what is kept is listed, one line each", async () => {
  const output = fakeOutput({ width: 40 });
  assert.equal(await runList(await ledgerWith("r1", "r2"), {}, testMoment, output), exitCodes.done);
  assert.match(
    output.text(),
    /^r1 +2026-11-23 12:00 +held +2026-11-23 13:00 +1\.5 +https:\/\/spam\.example\/users\/bob/m,
  );
  assert.match(output.text(), /three others sent this/);
});

test("on a terminal each case is one line, cut to its width", async () => {
  const output = fakeOutput({ width: 80, interactive: true });
  const receipt = "01KAXGZ5M0ABCDEFGHJKMNPQRS";
  await runList(await ledgerWith(receipt), { states: "held" }, testMoment, output);
  const lines = output.text().split("\n");
  assert.match(
    lines[1] ?? "",
    /^01KAXGZ5M0\w+ +0min +held +13:00 +bob@spam\.exam… +three others s…$/,
  );
  assert.ok(lines.every((line) => line.length <= 80));
  assert.match(output.text(), /let in until/);
});

test("what the home server may no longer take is released only on demand", async () => {
  const ledger = await ledgerWith("r1");
  const late = { ...hand, at: after(testMoment, hour) };
  const first = fakeOutput();
  assert.equal(await runRuling("release", ["r1"], {}, storesOf(ledger), late, first), exitCodes.no);
  assert.match(first.text(), /took this request until 2026-11-23 13:00 UTC; it may refuse it now/);
  assert.match(first.text(), /with --late\.$/m);
  assert.equal((await ledger.find("r1" as Receipt))?.ruledBy, undefined);
  const second = fakeOutput();
  const code = await runRuling("release", ["r1"], { late: true }, storesOf(ledger), late, second);
  assert.equal(code, exitCodes.done);
  assert.doesNotMatch(second.text(), /will be let in/);
  assert.equal((await ledger.find("r1" as Receipt))?.ruledBy, "alice");
});

test("an empty list says so, and scripts hear it", async () => {
  const output = fakeOutput();
  assert.equal(await runList(new ProcessLedger(), {}, testMoment, output), exitCodes.no);
  assert.equal(output.text(), "Nothing is kept back.\n");
  const json = fakeOutput();
  await runList(new ProcessLedger(), { json: true }, testMoment, json);
  assert.deepEqual(JSON.parse(json.text()), []);
});

test("unknown states and limits are named", async () => {
  const ledger = new ProcessLedger();
  await assert.rejects(
    runList(ledger, { states: "hold" }, testMoment, fakeOutput()),
    /"hold" is no state/,
  );
  await assert.rejects(
    runList(ledger, { limit: "0" }, testMoment, fakeOutput()),
    /--limit must be/,
  );
});

test("a private text is shown only when asked for, and steers nothing", async () => {
  const ledger = await ledgerWith("r1");
  const config = shippedConfig();
  const without = fakeOutput();
  await runShow("r1", {}, ledger, config, testMoment, without);
  assert.match(without.text(), /held since 2026-11-23 12:00/);
  assert.doesNotMatch(without.text(), /content/);
  const withBody = fakeOutput();
  await runShow("r1", { body: true }, ledger, config, testMoment, withBody);
  assert.match(withBody.text(), /"content": "a \\u001b\[2J b"/);
  assert.ok(!withBody.text().includes("\u001b"));
});

test("words of spam are named with the text alone, and where they were a reason", async () => {
  const ledger = new ProcessLedger();
  const kept = heldDelivery("r1");
  const spoke = { symbol: "SPAM_WORDS", group: "content", strength: 1, decibans: 8, because: "b" };
  await ledger.keep({ ...kept, verdict: { ...kept.verdict, evidence: [spoke] } });
  await ledger.keep({ ...heldDelivery("r2"), sender: "https://other.example/u" as never });
  const tell = async () => ["free", "coins\u001b[2J"];
  const shown = async (receipt: string, body: boolean): Promise<string> => {
    const output = fakeOutput();
    await runShow(receipt, { body }, ledger, shippedConfig(), testMoment, output, tell);
    return output.text();
  };
  assert.match(await shown("r1", true), /^Words that occur in spam: free, coins.*2J\.$/m);
  assert.doesNotMatch(await shown("r1", false), /Words that occur/);
  assert.doesNotMatch(await shown("r2", true), /Words that occur/);
});

test("a receipt that nobody knows is an answer", async () => {
  const output = fakeOutput();
  const config = shippedConfig();
  const code = await runShow("\u001b[2J", {}, new ProcessLedger(), config, testMoment, output);
  assert.equal(code, exitCodes.no);
  assert.match(output.asides(), /Nothing was kept under \\u\{1b\}\[2J/);
});

test("a held delivery is released by a word, a refused one stays out", async () => {
  const ledger = await ledgerWith("r1", "r2");
  assert.equal(
    await runRuling("release", ["r1"], {}, storesOf(ledger), hand, fakeOutput()),
    exitCodes.done,
  );
  assert.equal((await ledger.find("r1" as Receipt))?.ruledBy, "alice");
  const output = fakeOutput();
  const code = await runRuling("refuse", ["r2", "r3"], {}, storesOf(ledger), hand, output);
  assert.equal(code, exitCodes.no);
  assert.match(output.text(), /^r2: will not be let in\.\nr3: nothing waits/);
  assert.equal((await ledger.find("r2" as Receipt))?.state, "rejected");
});

const signed = { rung: "own-proof", until: undefined } as const;
const fetched = { rung: "resolve", until: after(testMoment, 6 * hour) } as const;

test("a case shows its ways in, and when they close", async () => {
  const ledger = new ProcessLedger();
  await ledger.keep({ ...heldDelivery("r1"), laterWays: [signed, fetched] });
  await ledger.keep({ ...heldDelivery("r2"), laterWays: [fetched] });
  const show = async (receipt: string, now: EpochMs): Promise<string> => {
    const output = fakeOutput();
    await runShow(receipt, {}, ledger, shippedConfig(), now, output);
    return output.text();
  };
  const early = await show("r1", testMoment);
  assert.match(early, /^let in +by its original request: until 2026-11-23 13:00$/m);
  assert.match(early, /^or +by its signed body, .* own actor: as long as it is kept$/m);
  assert.match(
    early,
    /^or +by having the home server fetch it: until 2026-11-23 18:00; nothing is/m,
  );
  assert.doesNotMatch(early, /not notified|by hand +look/);
  const late = await show("r2", after(testMoment, 7 * hour));
  assert.match(late, /^too late +whom it was for was not notified/m);
  assert.match(late, /^by hand +look https:\/\/spam\.example\/n\/r2 up/m);
});

test("a release says by which way it goes, or what people can do instead", async () => {
  const ledger = new ProcessLedger();
  await ledger.keep({ ...heldDelivery("r1"), laterWays: [signed] });
  await ledger.keep({ ...heldDelivery("r2"), laterWays: [fetched] });
  await ledger.keep(heldDelivery("r3"));
  const early = fakeOutput();
  await runRuling("release", ["r3"], {}, storesOf(ledger), hand, early);
  assert.match(early.text(), /^r3: will be let in by its original request\.$/m);
  const late = { ...hand, at: after(testMoment, 2 * hour) };
  const output = fakeOutput();
  assert.equal(
    await runRuling("release", ["r1", "r2"], {}, storesOf(ledger), late, output),
    exitCodes.no,
  );
  assert.match(output.text(), /^r1: will be let in by its signed body, delivered by the gate/m);
  assert.match(
    output.text(),
    /^r2: .* Or look https:.* up in .* until 2026-11-23 18:00 UTC\. Rel/m,
  );
  const list = fakeOutput({ width: 80, interactive: true });
  await runList(ledger, { states: "held" }, late.at, list);
  assert.match(list.text(), /held +open/);
  assert.match(list.text(), /held +passed/);
});

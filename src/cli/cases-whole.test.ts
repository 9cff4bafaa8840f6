import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, day, hour, minute, second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { LocalAct } from "../model/local-act.ts";
import { answered } from "../ports/kept.fixture.ts";
import { gathered } from "../ports/memory-contract/campaigns.ts";
import { local, remote, t0 } from "../ports/memory-contract/contacts.ts";
import { inMind } from "../services/cases/knowing.ts";
import { standingOrders } from "../services/cases/orders.ts";
import { pendingRulings } from "../services/cases/pending.ts";
import { makePendingChore } from "../services/cases/pending-chore.ts";
import { makeErrands } from "../services/errands.ts";
import type { AskedGate } from "./ask-of-campaign.ts";
import { runList } from "./cases-list.ts";
import { pendingLines, runUndo } from "./cases-pending.ts";
import { runRuling } from "./cases-rule.ts";
import { runShowWhole } from "./cases-show-whole.ts";
import { runSplit } from "./cases-split.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeOutput, heldDelivery, shippedConfig } from "./testing.ts";

const shop = '<a href="https://xn--bcher-kva.example/a">there</a>';
const hand = { by: "mona", at: after(t0, hour), through: "command" } as const;
const open = { to: "https://www.w3.org/ns/activitystreams#Public" };

/** A wave of four, all held, of which somebody here follows the last; and one by itself. */
async function wave() {
  const ledger = new ProcessLedger();
  const memory = new ProcessMemory();
  let campaign: CampaignId | undefined;
  for (let i = 1; i <= 4; i++) {
    const from = `s${i}@h${i}.example`;
    const found = await gathered(memory, { from, receipt: `r${i}`, at: after(t0, i * minute) });
    campaign = found.id ?? campaign;
    const object = { type: "Note", ...open, content: `Buy ${i} now, it is cheap ${shop}` };
    const body = JSON.stringify({ type: "Create", actor: remote(from), ...open, object });
    await ledger.keep({ ...held(`r${i}`, remote(from), body), recipients: [local("alice")] });
  }
  assert.ok(campaign !== undefined);
  await ledger.file(
    campaign,
    [1, 2, 3, 4].map((i) => `r${i}` as Receipt),
  );
  await ledger.keep(held("r9", remote("else@where.example"), "{}"));
  const follows: LocalAct = {
    ...{ action: "follow", by: local("bob"), actor: remote("s4@h4.example") },
    ...{ object: undefined, at: t0 },
  };
  await memory.notice(follows);
  const parts = { documents: new ProcessDocuments(), chronicler: { forget: async () => 0 } };
  const learning = { forget: async () => undefined };
  const ownRecords = new ProcessOwnRecords();
  const errands = makeErrands({
    ledger,
    memory,
    learning,
    ownRecords,
    ...parts,
    clock: { now: () => hand.at },
  });
  const stores = { ledger, ownRecords, documents: parts.documents };
  return { ledger, stores, memory, campaign, gate: { wait: errands, isUp: async () => true } };
}

function held(receipt: string, sender: ActorId, body: string) {
  const kept = heldDelivery(receipt);
  const at = after(t0, Number(receipt.slice(1)) * minute);
  const authenticity = {
    ...(kept.authenticity as typeof kept.authenticity & { kind: "proven" }),
    signer: sender,
    signerHost: new URL(sender).host as never,
  };
  const delivery = { ...kept.delivery, at, body: new TextEncoder().encode(body) };
  return { ...kept, sender, authenticity, delivery, replayUntil: after(at, hour) };
}

const nobody: AskedGate = { wait: async () => undefined, isUp: async () => false };
const busy: AskedGate = { ...nobody, isUp: async () => true };

test("what is kept of a campaign is one line, and the rest stands by itself", async () => {
  const { ledger, campaign } = await wave();
  const output = fakeOutput();
  await runList(ledger, {}, after(t0, 30 * minute), output);
  const lines = output.text().trim().split("\n");
  assert.equal(lines.length, 3);
  assert.match(
    lines[1] ?? "",
    new RegExp(`^${campaign} +2026-.* +4 held +.*from 4 domains +to 1 p`),
  );
  const narrow = fakeOutput({ width: 80, interactive: true });
  await runList(ledger, {}, after(t0, 30 * minute), narrow);
  assert.ok(
    narrow
      .text()
      .split("\n")
      .every((line) => line.length <= 80),
  );
  assert.match(narrow.text(), /4 held .* 4 domains +to 1 person; /);
  assert.match(narrow.text(), new RegExp(`^${campaign} is a wave: "breakwater cases show`, "m"));
  const json = fakeOutput();
  await runList(ledger, { json: true }, after(t0, 30 * minute), json);
  const [one] = JSON.parse(json.text()) as Record<string, unknown>[];
  assert.deepEqual([one?.["kind"], one?.["kept"], one?.["ruled"]], ["case", 4, null]);
  const each = fakeOutput();
  await runList(ledger, { json: true, each: true }, after(t0, 30 * minute), each);
  const receipts = (JSON.parse(each.text()) as Record<string, unknown>[]).map(
    (row) => row["receipt"],
  );
  assert.ok(["r1", "r2", "r3", "r4"].every((receipt) => receipts.includes(receipt)));
});

test("a refusal of the whole spares whom people here know, and names them", async () => {
  const { ledger, stores, campaign, gate } = await wave();
  const output = fakeOutput();
  const code = await runRuling("refuse", [campaign], {}, stores, hand, output, gate);
  assert.equal(code, exitCodes.done);
  assert.match(output.text(), new RegExp(`^${campaign}: 3 deliveries will not be let in; .* spam`));
  assert.match(output.text(), /^1 delivery stays as it was: .*--all.*\n {2}r4 {2}s4@h4\.example$/m);
  assert.equal((await ledger.find("r4" as Receipt))?.state, "held");
  assert.equal((await ledger.find("r1" as Receipt))?.ruledBy, "mona");
  const again = fakeOutput();
  await runRuling("refuse", [campaign], { all: true, json: true }, stores, hand, again, nobody);
  assert.deepEqual(JSON.parse(again.text()), [
    { kind: "case", campaign, found: true, ruled: 1, left: [], more: false },
  ]);
});

test("without a gate nobody can say whom people know, and nothing is refused", async () => {
  const { ledger, stores, campaign } = await wave();
  const refusing = runRuling("refuse", [campaign], {}, stores, hand, fakeOutput(), nobody);
  await assert.rejects(refusing, /no gate answers.*--all/);
  assert.equal((await ledger.find("r1" as Receipt))?.state, "held");
  assert.deepEqual(await ledger.errands(), [], "nobody is asked any more");
});

test("a gate that is busy is waited for, and nobody is told to do without it", async () => {
  const { stores, campaign, gate } = await wave();
  const output = fakeOutput();
  const refusing = runRuling("refuse", [campaign], {}, stores, hand, output, busy);
  await assert.rejects(refusing, (error: Error) => {
    assert.match(error.message, /did not say within 30 s .* nothing was refused/);
    assert.doesNotMatch(error.message, /--all/);
    return true;
  });
  assert.match(output.asides(), /^The gate runs, but is busy: waiting up to 30 s/);
  const files = { ...stores, documents: new ProcessDocuments() };
  const shown = fakeOutput();
  await runShowWhole(campaign, {}, files, shippedConfig(), hand.at, shown, busy);
  assert.match(shown.text(), /^seen +the gate is too busy to answer: only what is kept/m);

  let waitedMs = 0;
  const late: AskedGate = {
    ...gate,
    wait: async (ms) => {
      waitedMs += ms;
      if (waitedMs > 9000) await gate.wait();
    },
  };
  const waited = fakeOutput();
  await runRuling("refuse", [campaign], {}, stores, hand, waited, late);
  assert.match(waited.text(), /3 deliveries will not be let in/);
});

test("a dry run says what would become of whom, and does nothing", async () => {
  const { ledger, stores, campaign, gate } = await wave();
  const output = fakeOutput();
  const dry = { dryRun: true };
  await runRuling("refuse", [campaign, "r9"], dry, stores, hand, output, gate);
  const text = output.text();
  assert.match(text, /: 3 deliveries from 3 domains would not be let in:\n {2}r1 {2}s1@/);
  assert.match(text, /^1 delivery stays as it was: .*\n {2}r4 {2}s4@h4\.example$/m);
  assert.match(
    text,
    /^Nothing was done: give the command without --dry-run\.\nr9: would not be let/m,
  );
  await runRuling("release", [campaign, "r9"], dry, stores, hand, output, gate);
  assert.match(output.text(), /^r9: would be let in by its original request\.$/m);
  const json = fakeOutput();
  await runRuling("refuse", [campaign], { ...dry, json: true }, stores, hand, json, gate);
  const [told] = JSON.parse(json.text()) as { ruled: number; would: { receipt: string }[] }[];
  assert.deepEqual(
    [told?.ruled, told?.would.map(({ receipt }) => receipt)],
    [0, ["r1", "r2", "r3"]],
  );
  for (const receipt of ["r1", "r9"] as Receipt[])
    assert.equal((await ledger.find(receipt))?.state, "held");
  assert.equal((await ledger.caseRecord(campaign))?.ruled, undefined);
});

test("in a terminal a word waits half a minute, shows as such, and can be undone", async () => {
  const { ledger, stores, memory, campaign, gate } = await wave();
  const output = fakeOutput({ interactive: true });
  const say = (verb: "release" | "refuse", ...named: string[]) =>
    runRuling(verb, named, {}, stores, hand, output, gate);
  assert.equal(await say("refuse", campaign, "r9"), exitCodes.done);
  assert.match(output.text(), /: 3 deliveries from 3 domains would not be let in:\n {2}r1 {2}s1@/);
  assert.match(output.text(), /^1 delivery stays as it was: people here know .*\n {2}r4 /m);
  const taken = new RegExp(`takes effect at 13:00:30 UTC.*cases undo ${campaign}`, "i");
  assert.match(output.text(), taken);
  const clock = { now: () => after(hand.at, 29 * second) };
  const mind = { campaigns: inMind(memory, clock), clock };
  const parts = { ...stores, records: stores.ownRecords, ...mind };
  await makePendingChore(parts)();
  assert.equal((await ledger.find("r1" as Receipt))?.state, "held");
  const [line] = pendingLines(await pendingRulings(stores.ownRecords));
  assert.match(
    line ?? "",
    new RegExp(`^refuse of ${campaign} and 1 more \\(4 deliveries\\) by mona`),
  );
  await say("release", campaign, "r9", "r1");
  assert.match(
    output.text(),
    new RegExp(`^${campaign}: another ruling is about to fall on it;`, "m"),
  );
  assert.equal((await pendingRulings(stores.ownRecords)).length, 1);
  assert.match(output.text(), /^r9: another ruling is about to fall on it; .*cases undo/m);

  const undo = async (named?: string, by = "mona") => {
    const said = fakeOutput();
    const code = await runUndo(named, {}, stores, { ...hand, by }, said);
    return `${code} ${said.text()}`;
  };
  assert.match(await undo(undefined, "eve"), /^1 No ruling of yours waits/);
  assert.match(await undo(campaign), /^0 Taken back: refuse of c\d+ and 1 more \(4 deliveries\)/);
  assert.match(await undo(campaign), /^1 c\d+: no ruling waits.*\nWhat was let in can't be unsent/);
  await makePendingChore({ ...parts, clock: { now: () => after(hand.at, minute) } })();
  assert.equal((await ledger.find("r1" as Receipt))?.state, "held");
  assert.equal((await ledger.caseRecord(campaign))?.ruled, undefined);
});

test("second thoughts on a refused case let it in after all", async () => {
  const { ledger, stores, campaign } = await wave();
  await runRuling("refuse", ["r3"], {}, stores, { ...hand, at: t0 }, fakeOutput(), nobody);
  await runRuling("refuse", [campaign], { all: true }, stores, hand, fakeOutput(), nobody);
  const undone = fakeOutput();
  await runUndo(campaign, {}, stores, hand, undone);
  assert.match(undone.text(), /4 refused deliveries are still here: "breakwater cases release c/);
  const output = fakeOutput();
  await runRuling("release", [campaign], {}, stores, hand, output, nobody);
  assert.match(output.text(), /: 3 deliveries will be let in, 3 of them refused before; .* as ham/);
  assert.deepEqual(await ledger.due(hand.at, 9), ["r1", "r2", "r4"]);
  assert.equal((await ledger.find("r3" as Receipt))?.state, "rejected", "by a word of its own");
  const single = fakeOutput();
  await runRuling("release", ["r3"], {}, stores, hand, single, nobody);
  assert.match(single.text(), /^r3: will be let in, after all, by its original request\.$/m);
});

test("a word on a case of which nothing waits is a lesson, and moves nothing", async () => {
  const { ledger, stores, campaign } = await wave();
  await runRuling("release", [campaign], {}, stores, hand, fakeOutput(), nobody);
  for (const receipt of ["r1", "r2", "r3", "r4"] as Receipt[]) {
    await ledger.claim(receipt, minute, hand.at);
    await ledger.finish(receipt, answered(202), hand.at, hand.at);
  }
  const output = fakeOutput();
  await runRuling("refuse", [campaign], { all: true }, stores, hand, output, nobody);
  assert.match(output.text(), /: nothing of it waited that could be ruled on; .* as spam\.$/m);
  assert.equal((await ledger.find("r1" as Receipt))?.state, "delivered", "what got in stays so");
});

test("a release of the whole lets in what still can come in", async () => {
  const { ledger, stores, campaign } = await wave();
  const late = { ...hand, at: after(t0, hour + 2.5 * minute) };
  const output = fakeOutput();
  await runRuling("release", [campaign, "c999"], {}, stores, late, output, nobody);
  assert.match(output.text(), /2 deliveries will be let in; .* ham/);
  assert.match(output.text(), /2 deliveries stay as they were: .*--late.*\n {2}r1 .*\n {2}r2 /);
  assert.match(output.text(), /^c999: no case goes by that/m);
  assert.deepEqual((await ledger.caseRecord(campaign))?.ruled, {
    ...{ campaign, ruling: "ham", by: "mona", at: late.at },
  });
});

test("a case shows what is constant, what varies, and whom people here know first", async () => {
  const { ledger, stores: some, campaign, gate } = await wave();
  const stores = { ...some, documents: new ProcessDocuments() };
  const ids = { sender: remote("early@e.example"), activityId: undefined, objectId: undefined };
  const post = { ...ids, receipt: "r0" as Receipt, campaign, recipients: [], at: t0 };
  await ledger.listRecalls([{ ...post, listedAt: t0, recalledAt: undefined }]);
  const output = fakeOutput();
  const config = shippedConfig();
  assert.equal(
    await runShowWhole(campaign, {}, stores, config, hand.at, output, gate),
    exitCodes.done,
  );
  const text = output.text();
  assert.match(text, /^seen +4 contacts by 4 senders from 4 domains, to 1 person here$/m);
  assert.match(text, /^grown +0 in 10 minutes, 4 in 6 hours, 4 in 7 days, 4 in 30 days$/m);
  assert.match(text, /^recall +1 reached people; 0 withdrawn since$/m);
  assert.match(text, /^ {2}Buy \[4 \| 3 \| 2\] now, it is cheap there$/m);
  assert.match(text, /^ {2}links to {2}bücher\.example, xn--bcher-kva\.example \(4 of 4\)$/m);
  assert.match(text, /^receipt .*\nr4 .* s4@h4\.example +known here\nr3 /m);
  assert.match(text, new RegExp(`^Spam: "breakwater cases refuse ${campaign}" `, "m"));
  assert.match(text, /lets all of it in\.\nWith --dry-run either says .*\.\n$/);
  const alone = fakeOutput();
  await runShowWhole(campaign, { json: true }, stores, config, hand.at, alone, nobody);
  const shown = JSON.parse(alone.text()) as Record<string, unknown>;
  assert.deepEqual([shown["seen"], (shown["members"] as []).length], [null, 4]);
  const none = fakeOutput();
  const code = await runShowWhole("c999" as CampaignId, {}, stores, config, hand.at, none, nobody);
  assert.equal(code, exitCodes.no);
});

test("a refusal with --keep refuses what comes later, and says until when", async () => {
  const { ledger, stores, campaign, gate } = await wave();
  const output = fakeOutput();
  const options = { keep: true, until: "7d" };
  await runRuling("refuse", [campaign], options, stores, hand, output, gate);
  assert.match(
    output.text(),
    new RegExp(
      `^${campaign}: from now on copies of it are refused when they come, until 2026-`,
      "m",
    ),
  );
  const [order] = await standingOrders(stores.ownRecords, hand.at, ledger);
  assert.deepEqual([order?.decision, order?.campaign, order?.by], ["refuse", campaign, hand.by]);
  assert.equal(order?.endsAt, after(hand.at, 7 * day));
  const again = fakeOutput();
  const other = { neverAgain: true };
  await runRuling("release", [campaign], other, stores, hand, again, gate);
  assert.match(again.text(), new RegExp(`^The order to refuse ${campaign}, by .*, has ended`, "m"));
});

test("what is let in for good is read before it goes", async () => {
  const { ledger, stores, campaign, gate } = await wave();
  const output = fakeOutput({ interactive: true });
  const options = { neverAgain: true, late: true };
  await runRuling("release", [campaign], options, stores, hand, output, gate);
  assert.match(output.text(), /^The order on what comes later comes with the ruling\.$/m);
  const clock = { now: () => after(hand.at, minute) };
  const mind = { campaigns: inMind(new ProcessMemory(), clock), clock };
  await makePendingChore({ ...stores, records: stores.ownRecords, ...mind })();
  const [order] = await standingOrders(stores.ownRecords, clock.now(), ledger);
  assert.deepEqual([order?.decision, order?.by], ["allow", hand.by]);
  assert.equal((await ledger.find("r1" as Receipt))?.ruledBy, hand.by);
});

test("an order is on a whole case, and its end is said with it", async () => {
  const { stores, gate } = await wave();
  const say = (named: string, options: object) =>
    runRuling("refuse", [named], options, stores, hand, fakeOutput(), gate);
  await assert.rejects(say("r9", { keep: true }), /"r9" is no case: an order is on a whole case/);
  await assert.rejects(say("c1", { until: "7d" }), /give it with --keep or --never-again/);
});

test("the gate that runs splits a case, and says what became of it", async () => {
  const { ledger, campaign, gate } = await wave();
  const said = async (receipts: string[], options: object = {}, asked: AskedGate = gate) => {
    const output = fakeOutput();
    await runSplit(campaign, receipts, options, ledger, hand, output, asked);
    return output.text();
  };
  assert.match(
    await said(["r2"]),
    /^1 delivery is the case c\d+ now, apart from c\d+ for good\.\n$/,
  );
  assert.notEqual((await ledger.find("r2" as Receipt))?.verdict.campaign, campaign);
  assert.match(await said(["r2"]), /none of that is kept in this case/);
  await assert.rejects(said([]), /name what does not belong/);
  await assert.rejects(said(["r1"], {}, nobody), /only one that runs knows/);
});

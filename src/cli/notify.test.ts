import assert from "node:assert/strict";
import { test } from "node:test";
import { startSmtpReceiver } from "../adapters/notify/smtp-receiver.fixture.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, minute } from "../base/units.ts";
import { down, fakeNotifiers, subscription } from "../services/notify/notifiers.fixture.ts";
import { freshState, putState } from "../services/notify/subscription-state.ts";
import { addSubscription, subscriptionsIn } from "../services/notify/subscriptions.ts";
import { notifiersFor } from "../wire/notify.ts";
import { Complaint, exitCodes } from "./exit-code.ts";
import { missingFor, runAdd, runDrop, runList, runTest } from "./notify.ts";
import { wantedFrom } from "./notify-add.ts";
import { listed } from "./notify-list.ts";
import { fakeOutput, shippedConfig, testMoment } from "./testing.ts";

const usual = { what: "wave,alarm", urgent: "none", digest: "08:00", zone: "UTC" } as const;
const hand = { by: "alice", at: testMoment, through: "command" } as const;

function wanted(channel: string, address: string, more: object = {}) {
  return wantedFrom(channel, address, { ...usual, language: "en", ...more }, "alice");
}

test("who is told, of what, when not, and how sending goes stands in one list", async () => {
  const records = new ProcessOwnRecords();
  const output = fakeOutput({ width: 140 });
  assert.equal(runList(await listed(records, undefined), {}, output), exitCodes.no);
  assert.match(output.text(), /Nobody is told of anything: "breakwater notify add" changes that\./);
  const more = { quiet: "22:00-7:00", urgent: "alarm", zone: "Europe/Berlin", language: "de" };
  const mail = wanted("email", "alice@home.example", more);
  assert.equal(await runAdd(mail, {}, records, hand, output), exitCodes.done);
  const [{ id } = assert.fail()] = await subscriptionsIn(records);
  const said = { at: after(testMoment, minute), taken: false, words: "nobody listens there" };
  const state = { ...freshState(1, testMoment), waiting: ["wave c41"], said };
  await putState(records, id, state, testMoment);
  const list = fakeOutput({ width: 140 });
  assert.equal(runList(await listed(records, "alice"), {}, list), exitCodes.done);
  const text = list.text().replace(/\s+/g, " ");
  assert.match(text, /alice email wave, alarm! 22:00-07:00 08:00 FAILED 2026-11-23 12:01, 1 wait/);
  assert.match(text, /to alice@home\.example, Europe\/Berlin, de/);
  const json = fakeOutput();
  runList(await listed(records, undefined), { json: true }, json);
  const [one] = JSON.parse(json.text());
  assert.deepEqual(
    [one.for, one.quiet, one.last.taken, one.waiting],
    ["alice", { from: "22:00", until: "07:00" }, false, 1],
  );
});

test("a webhook's secret is shown once, when it is added", async () => {
  const records = new ProcessOwnRecords();
  const [output, list] = [fakeOutput(), fakeOutput()];
  await runAdd(wanted("webhook", "https://chat.example/h"), {}, records, hand, output);
  assert.match(output.text(), /Signed with whsec_\S+, which is shown only now/);
  runList(await listed(records, undefined), { json: true }, list);
  assert.doesNotMatch(list.text(), /whsec_/);
});

test("what is mistyped is said, with what to write instead", () => {
  const wrong: [string, string, object, RegExp][] = [
    ["email", "alice", {}, /the address must be such as alice@home\.example, not "alice"/],
    ["webhook", "chat.example", {}, /a URL such as/],
    ["ntfy", "a topic", {}, /a topic such as wall-4f1c/],
    ["email", "a@b.example", { what: "waves" }, /--what must be wave, .* all or none, not "waves"/],
    ["email", "a@b.example", { quiet: "22-7" }, /--quiet must be two times of the day/],
    ["email", "a@b.example", { digest: "8" }, /--digest must be times such as/],
    ["email", "a@b.example", { zone: "Berlin" }, /--zone must be an IANA time zone/],
  ];
  for (const [channel, address, more, pattern] of wrong)
    assert.throws(() => wanted(channel, address, more), { name: "Complaint", message: pattern });
  const ntfy = wanted("ntfy", "https://push.example/base/wall").to;
  assert.deepEqual(ntfy, { channel: "ntfy", server: "https://push.example/base", topic: "wall" });
  assert.deepEqual(wanted("ntfy", "wall", { what: "all", digest: "none" }).digestAt, []);
});

test("what makes no sense together is refused, and nothing is kept", async () => {
  const records = new ProcessOwnRecords();
  const none = wanted("email", "a@b.example", { what: "none", digest: "none" });
  const refused = runAdd(none, {}, records, hand, fakeOutput());
  await assert.rejects(refused, { name: "Complaint", message: /neither a topic nor a digest/ });
  assert.deepEqual(await subscriptionsIn(records), []);
});

test("a test says what the other side answered, and exits by it", async () => {
  const ownRecords = new ProcessOwnRecords();
  const added = await addSubscription(ownRecords, subscription(), hand);
  const id = added.ok ? added.value.id : assert.fail();
  const sent = fakeNotifiers();
  const parts = { ownRecords, notifiers: sent.notifiers, desk: "https://desk.example" };
  const output = fakeOutput();
  assert.equal(await runTest(id, {}, parts, output), exitCodes.done);
  assert.match(output.text(), /email alice@home\.example: taken; the other side said: 202 thank/);
  assert.equal(sent.taken[0]?.letter.kind, "test");
  sent.answer(down);
  const failed = fakeOutput();
  assert.equal(await runTest(id, { json: true }, parts, failed), exitCodes.no);
  assert.deepEqual(JSON.parse(failed.text()), {
    ...{ id, channel: "email", address: "alice@home.example" },
    ...{ kind: "failed", because: "nobody listens there" },
  });
  await assert.rejects(runTest("s0", {}, parts, output), Complaint);
});

test("with a configured mail server a test arrives there", async () => {
  const receiver = await startSmtpReceiver();
  const shipped = shippedConfig();
  const server = { host: "127.0.0.1", port: receiver.port, tls: false };
  const email = { ...shipped.notify.email, server, from: "wall@home.example" };
  const config = { ...shipped, notify: { ...shipped.notify, email } };
  const ownRecords = new ProcessOwnRecords();
  const added = await addSubscription(ownRecords, subscription(), hand);
  const id = added.ok ? added.value.id : assert.fail();
  const clock = { now: () => testMoment };
  const notifiers = notifiersFor(config, new ProcessLedger(), clock);
  const output = fakeOutput();
  const parts = { ownRecords, notifiers, desk: undefined };
  assert.equal(await runTest(id, {}, parts, output), exitCodes.done);
  assert.match(output.text(), /the other side said: 250/);
  assert.match(receiver.mails[0]?.raw ?? "", /^Subject: Breakwater: A test\r$/m);
  await receiver.stop();
});

test("a dropped one is gone, and dropping it twice says so", async () => {
  const records = new ProcessOwnRecords();
  const added = await addSubscription(records, subscription(), hand);
  const id = added.ok ? added.value.id : assert.fail();
  const output = fakeOutput();
  assert.equal(await runDrop(id, {}, records, hand, output), exitCodes.done);
  assert.equal(await runDrop(id, {}, records, hand, output), exitCodes.no);
  assert.equal(output.text().includes(`no subscription goes by ${id}`), true);
});

test("whoever adds a channel without a server hears at once what to set", () => {
  const { notify } = shippedConfig();
  const { to } = wanted("email", "alice@home.example");
  assert.equal(missingFor(to, notify), "notify.email.server and notify.email.from");
  assert.equal(missingFor(wanted("ntfy", "wall").to, notify), "notify.ntfy.url");
  assert.equal(missingFor(wanted("ntfy", "https://ntfy.example/wall").to, notify), undefined);
});

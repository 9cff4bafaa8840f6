import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Registry } from "prom-client";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { showSocketAddress } from "../base/socket-address.ts";
import { after, epochMs, hour, minute } from "../base/units.ts";
import { startAdmin } from "../doors/admin/admin.ts";
import type { Receipt } from "../model/ids.ts";
import type { Decision } from "../ports/chronicle.ts";
import type { GateStatus } from "../services/gate-status.ts";
import { type Presence, putPresence } from "../services/presence.ts";
import type { Parts } from "./parts.ts";
import { runCommandLine } from "./program.ts";
import { showBytes } from "./status-table.ts";
import { fakeContext, heldDelivery, testMoment } from "./testing.ts";

const status: GateStatus = {
  run: "one",
  pid: 4711,
  version: "9.9.9",
  startedAt: after(testMoment, -hour),
  mode: "guard",
  modeSince: after(testMoment, -minute),
  orderedBy: "alice",
  configuredMode: "watch",
  guardShare: 0.1,
  shadow: "bolder.yaml",
  homeServer: {
    hosts: ["home.example"],
    software: "mastodon",
    version: "4.5.2",
    accepts: ["draft-cavage", "rfc9421"],
    learned: [],
    drops: [],
    refusesPlainly: true,
    replayWindowMs: 65 * minute,
  },
  checks: { ledger: true, upstream: true },
  memoryBytes: 90 * 1024 * 1024,
  troubles: [
    { at: testMoment, what: "judging a delivery", because: "\u001b[2J is full", times: 3 },
  ],
};

const card: Presence = {
  run: "one",
  pid: 4711,
  version: "9.9.9",
  startedAt: after(testMoment, -90 * minute),
  gate: "127.0.0.1:8090",
  admin: "127.0.0.1:1",
  upstream: "127.0.0.1:3000",
  hosts: ["home.example"],
  password: "secret word",
};

/** A command line over stores that a gate has left, or runs on. */
function place() {
  const ledger = new ProcessLedger();
  const chronicle = new ProcessChronicle();
  const documents = { get: async () => undefined, put: async () => undefined };
  const store = { ledger, chronicle, documents, close: async () => undefined };
  const parts = async () =>
    ({ openStore: async () => store, holdsLedger: () => true }) as unknown as Parts;
  const run = async (line: string) => {
    const context = fakeContext({ directory: "/", parts });
    const code = await runCommandLine(`${line} --state tmp`.split(" "), "0", context);
    return { code, text: context.output.text() };
  };
  return { ledger, chronicle, run };
}

/** The real admin port, saying what is given. */
async function running(t: TestContext, ledger: ProcessLedger, says: object): Promise<void> {
  const admin = await startAdmin({
    listen: { kind: "tcp", host: "127.0.0.1", port: 0 },
    registry: new Registry(),
    checks: async () => ({}),
    status: async () => says,
  });
  t.after(() => admin.close());
  await putPresence(ledger, { ...card, admin: showSocketAddress(admin.address) });
}

test("a gate that runs says how it is doing", async (t) => {
  const { ledger, run } = place();
  await running(t, ledger, status);
  const { code, text } = await run("status");
  assert.equal(code, 0);
  assert.match(text, /^gate +runs since 2026-11-23 11:00 UTC, version 9\.9\.9, pid 4711$/m);
  assert.match(text, /^mode +guard for 10% of the sending domains since 2026-11-23 11:59 UTC, by/m);
  assert.match(text, /an order of alice \(configured: watch\); in the shadow: bolder/);
  assert.match(text, /^home server +mastodon 4\.5\.2 at 127\.0\.0\.1:3000 answers$/m);
  assert.match(text, /takes draft-cavage and rfc9421; a post can wait 1h 5m/);
  assert.match(text, /^memory +90 MiB$/m);
  assert.match(
    text,
    /^troubles +3 times, last 2026-11-23 12:00 UTC while judging a delivery: \\u/m,
  );
});

test("the mode that a gate was started with counts where nobody ordered one", async (t) => {
  const { ledger, run } = place();
  await running(t, ledger, { ...status, orderedBy: null, configuredMode: "guard" });
  const line = "guard, as the gate that runs was started; the configuration says watch.\n";
  assert.equal((await run("mode")).text, line);
  assert.equal(JSON.parse((await run("mode --json")).text).mode, "guard");
});

test("what a shadow would have done otherwise is told while there is one", async (t) => {
  const { ledger, run } = place();
  const tally = { policy: "a", shadow: "b", since: testMoment };
  const counts = { "accept accept": 90, "accept hold": 3, "settle accept": 7 };
  await ledger.putSetting("shadow-tally", JSON.stringify({ ...tally, counts }));
  await running(t, ledger, status);
  const line = "100 weighed since 2026-11-23 12:00 UTC: 7 accept instead of settle, 3 hold instead";
  assert.match((await run("status")).text, new RegExp(`^shadow +${line} of accept$`, "m"));
  await running(t, ledger, { ...status, shadow: null });
  assert.doesNotMatch((await run("status")).text, /^shadow/m);
});

test("a part that is unwell is named, and is an exit code of its own", async (t) => {
  const { ledger, run } = place();
  await running(t, ledger, { ...status, checks: { ledger: true, upstream: false } });
  const { code, text } = await run("status");
  assert.equal(code, 1);
  assert.match(text, /at 127\.0\.0\.1:3000 does not answer$/m);
});

test("where no gate answers, what the ledger has is told all the same", async () => {
  const { ledger, run } = place();
  const never = await run("status");
  assert.equal(never.code, 3);
  assert.match(
    never.text,
    /^gate +does not answer: none has ever started with this state folder$/m,
  );
  await putPresence(ledger, { ...card, stoppedAt: testMoment });
  assert.match((await run("status")).text, /it was stopped at 2026-11-23 12:00 UTC/);
  await putPresence(ledger, card);
  await ledger.keep(heldDelivery("r1"));
  const { code, text } = await run("status");
  assert.equal(code, 3);
  assert.match(text, /started 1h 30m ago, it was killed or hangs \(pid 4711\)/);
  assert.match(text, /^mode +watch, once it starts$/m);
  assert.match(text, /^held +1, the oldest of .*; the first deadline .* is 2026-11-23 13:00 UTC$/m);
});

test("somebody else on the gate's port is no gate", async (t) => {
  const { ledger, run } = place();
  await running(t, ledger, { status: "fine" });
  assert.equal((await run("status")).code, 3);
});

test("what went through is told by what was done with it", async () => {
  const { chronicle, run } = place();
  const decided = (receipt: string, more: Partial<Decision>) => ({
    kind: "judged" as const,
    lookAt: undefined,
    decision: { ...decision, ...more, receipt: receipt as Receipt },
  });
  await chronicle.write([
    decided("1", { action: "accept", done: "passed" }),
    decided("2", { action: "hold", done: "held" }),
    decided("3", { action: "hold", done: "passed" }),
    decided("4", { action: "settle", done: "settling", at: after(testMoment, -3 * hour) }),
    { kind: "passed", hour: after(testMoment, -30 * minute), reason: "asked for", count: 40 },
  ]);
  const { text } = await run("status");
  const hourly = "40 passed unread, 1 judged and let in, 1 held, 1 only watched and let in";
  assert.match(text, new RegExp(`^last hour +${hourly}$`, "m"));
  assert.match(text, /^last day +.*, 1 settled, 1 held, /m);
});

test("for scripts there are whole moments and no secret", async (t) => {
  const { ledger, run } = place();
  await running(t, ledger, status);
  const { text } = await run("status --json");
  const told = JSON.parse(text);
  assert.deepEqual([told.runs, told.at], [true, "2026-11-23T12:00:00.000Z"]);
  assert.equal(told.gate.modeSince, "2026-11-23T11:59:00.000Z");
  assert.doesNotMatch(text, /secret word/);
  assert.equal(told.tuned.holdAt, 12);
});

test("sizes are told to the eye", () => {
  const shown = [0, 1023, 1536, 20 * 1024 ** 2, 3.2 * 1024 ** 4].map(showBytes);
  assert.deepEqual(shown, ["0 B", "1023 B", "1.5 KiB", "20 MiB", "3.2 TiB"]);
});

const decision: Decision = {
  receipt: "" as Receipt,
  at: epochMs(testMoment - minute),
  sender: "https://a.example/b" as Decision["sender"],
  host: "a.example" as Decision["host"],
  proven: true,
  activity: "create",
  activityId: undefined,
  objectId: undefined,
  recipients: 1,
  action: "accept",
  score: 0,
  probability: 0.5,
  path: "judged",
  evidence: [],
  policy: "0" as Decision["policy"],
  done: "passed",
  why: undefined,
  state: undefined,
  stateAt: undefined,
  answer: undefined,
  campaign: undefined,
  last: undefined,
};

test("a status says when strangers wait, and whose word that is", async (t) => {
  const { ledger, run } = place();
  const waited = { since: testMoment, lastAt: testMoment, contacts: 7 };
  const contacts = { mode: "consent", configured: "open", orderedBy: "alice", waited } as const;
  await running(t, ledger, { ...status, contacts });
  const { text } = await run("status");
  assert.match(
    text,
    /^contact +consent, by an order of alice \(configured: open\); first contacts/m,
  );
  assert.match(text, /wait for a ruling: 7 since 2026-11-23 12:00 UTC$/m);
});

test("a status names hosts that nobody looks after, with the command", async () => {
  const { ledger, run } = place();
  const counts = { spammers: 14, others: 6, days: 7, words: 9, welcomed: 0 };
  const since = { lastAt: testMoment, since: testMoment };
  const one = { domain: "drift.example", rung: "suggested", ...counts, ...since };
  await ledger.putSetting("host-ladder", JSON.stringify([one]));
  const { text } = await run("status");
  assert.match(text, /^hosts +nobody seems to look after drift\.example \(strangers are held/m);
  assert.match(text, /to refuse one: breakwater refuse drift\.example --until 30d$/m);
});

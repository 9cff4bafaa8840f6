import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { inheritedSockets, makeNotifier } from "./systemd.ts";

const none = { gate: undefined, admin: undefined };

test("sockets are told apart by name, else by their order", () => {
  const handed = (LISTEN_FDS: string, LISTEN_FDNAMES?: string) =>
    inheritedSockets({ LISTEN_PID: "7", LISTEN_FDS, LISTEN_FDNAMES }, 7);
  const cases: [string, string | undefined, object][] = [
    ["1", undefined, { ...none, gate: 3 }],
    ["2", undefined, { gate: 3, admin: 4 }],
    ["2", "admin:gate", { gate: 4, admin: 3 }],
    ["1", "admin", { ...none, admin: 3 }],
    ["2", "breakwater.socket:breakwater.socket", { gate: 3, admin: 4 }],
    ["1", "unknown", { ...none, gate: 3 }],
    ["0", "", none],
    ["", undefined, none],
  ];
  for (const [count, names, value] of cases)
    assert.deepEqual(handed(count, names), { ok: true, value }, `${count} ${names}`);
  assert.equal(handed("3").ok, false);
});

test("sockets that were meant for another process are none of ours", () => {
  const environment = { LISTEN_PID: "8", LISTEN_FDS: "1" };
  assert.deepEqual(inheritedSockets(environment, 7), { ok: true, value: none });
  assert.deepEqual(inheritedSockets({}, 7), { ok: true, value: none });
});

/** A `systemd-notify` that writes down what it is told. */
function listener(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const program = join(folder, "systemd-notify");
  writeFileSync(program, '#!/bin/sh\necho "$@ to $NOTIFY_SOCKET" >> "$0.said"\n');
  chmodSync(program, 0o755);
  const environment = { PATH: `${folder}:/usr/bin:/bin`, NOTIFY_SOCKET: "/run/notify" };
  return { environment, said: () => readFileSync(`${program}.said`, "utf8") };
}

test("systemd is told through its own program", async (t) => {
  const { environment, said } = listener(t);
  const { notify } = makeNotifier(environment, (why) => assert.fail(why));
  await notify("READY=1");
  await notify("STOPPING=1");
  assert.equal(said(), "READY=1 to /run/notify\nSTOPPING=1 to /run/notify\n");
});

test("the watchdog hears of us twice in its time, and only if it asked this process", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const failures: string[] = [];
  const beats = (more: object) => {
    const environment = {
      PATH: "/nowhere",
      NOTIFY_SOCKET: "/x",
      WATCHDOG_USEC: "8000000",
      ...more,
    };
    const notifier = makeNotifier(environment, (why) => failures.push(why));
    return notifier.beat();
  };
  beats({ WATCHDOG_PID: "1" })();
  const stop = beats({ WATCHDOG_PID: String(process.pid) });
  t.mock.timers.tick(3999);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(failures, []);
  t.mock.timers.tick(1);
  while (failures.length === 0) await new Promise((resolve) => setImmediate(resolve));
  assert.match(failures[0] ?? "", /systemd-notify/);
  stop();
});

test("where nobody listens nothing is said, and who can't say it complains once", async () => {
  const complaints: string[] = [];
  const failed = (why: string): void => void complaints.push(why);
  await makeNotifier({ PATH: "/nowhere" }, failed).notify("READY=1");
  assert.deepEqual(complaints, []);
  const mute = makeNotifier({ PATH: "/nowhere", NOTIFY_SOCKET: "/x" }, failed);
  await mute.notify("READY=1");
  await mute.notify("STOPPING=1");
  assert.equal(complaints.length, 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { LedgerDown } from "../ports/ledger.ts";
import { loadConfig } from "../services/config.ts";
import { exitCodes } from "./exit-code.ts";
import type { House, Parts } from "./parts.ts";
import { refuseEmpty, runStart } from "./start.ts";
import { fakeContext } from "./testing.ts";

function loaded() {
  const result = loadConfig({ flags: { upstream: "http://127.0.0.1:3000" } });
  assert.ok(result.ok);
  return result.value;
}

type StartParts = Pick<Parts, "buildHouse" | "supervise">;

function houseThat(start: () => Promise<void>, done: string[] = []): StartParts {
  const house: House = {
    gateAddress: { kind: "tcp", host: "127.0.0.1", port: 8090 },
    adminAddress: { kind: "tcp", host: "127.0.0.1", port: 8091 },
    mode: () => "watch",
    async reload() {
      done.push("read again");
    },
    async start() {
      await start();
      done.push("started");
    },
    async stop() {
      done.push("stopped");
    },
  };
  const supervision = {
    ready: async () => void done.push("ready"),
    stopping: async () => void done.push("stopping"),
    ended: async () => void done.push("ended"),
  };
  return { buildHouse: async () => house, supervise: () => supervision };
}

test("the gate runs until it is told to stop, then drains", async () => {
  const stop = new AbortController();
  const done: string[] = [];
  const context = fakeContext({ stopping: () => stop.signal });
  const running = runStart(
    loaded(),
    houseThat(async () => undefined, done),
    context,
  );
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(done, ["started", "ready"]);
  stop.abort();
  assert.equal(await running, exitCodes.done);
  assert.deepEqual(done, ["started", "ready", "stopping", "stopped", "ended"]);
  assert.match(context.output.text(), /"gate":"127\.0\.0\.1:8090".*"the gate is open"/);
});

test("SIGHUP has the gate read its configuration again", async () => {
  const stop = new AbortController();
  const done: string[] = [];
  let hangUp = (): void => assert.fail("nobody listens for it");
  const context = fakeContext({
    stopping: () => stop.signal,
    onHangup: (reload) => {
      hangUp = reload;
    },
  });
  const running = runStart(
    loaded(),
    houseThat(async () => undefined, done),
    context,
  );
  await new Promise((resolve) => setImmediate(resolve));
  hangUp();
  stop.abort();
  await running;
  assert.ok(done.includes("read again"));
});

test("sockets that were handed over are used; too many of them are a mistake", async () => {
  const stop = new AbortController();
  const given: unknown[] = [];
  const { buildHouse, supervise } = houseThat(async () => undefined);
  const parts: StartParts = {
    supervise,
    buildHouse: (config, log, more) => {
      given.push(more?.sockets);
      return buildHouse(config, log);
    },
  };
  stop.abort();
  const start = (LISTEN_FDS: string) =>
    runStart(
      loaded(),
      parts,
      fakeContext({
        environment: { LISTEN_PID: "4711", LISTEN_FDS },
        stopping: () => stop.signal,
      }),
    );
  await start("2");
  assert.deepEqual(given, [{ gate: 3, admin: 4 }]);
  await assert.rejects(start("3"), /3 sockets were handed over: one for the gate, one for admin/);
});

test("a taken port and a lost store say what to do", async () => {
  const taken = Object.assign(new Error("listen EADDRINUSE"), {
    code: "EADDRINUSE",
    address: "127.0.0.1",
    port: 8090,
  });
  const failing = (error: Error) =>
    runStart(
      loaded(),
      houseThat(() => Promise.reject(error)),
      fakeContext(),
    );
  await assert.rejects(failing(taken), /something else listens on 127\.0\.0\.1:8090: stop it/);
  await assert.rejects(failing(taken), { exitCode: exitCodes.down });
  await assert.rejects(failing(new LedgerDown("locked")), /the stores can't be used: locked\.$/);
  await assert.rejects(failing(new Error("a bug")), /^Error: a bug$/);
});

test("a house that could not start whole is taken down again", async () => {
  const done: string[] = [];
  const failing = houseThat(() => Promise.reject(new Error("half open")), done);
  await assert.rejects(runStart(loaded(), failing, fakeContext()), /half open/);
  assert.deepEqual(done, ["stopped"]);
});

test("an empty address or mode is a mistake, not the demonstration", () => {
  assert.throws(() => refuseEmpty({ upstream: "" }, {}), { exitCode: exitCodes.wrong });
  assert.throws(() => refuseEmpty({ upstream: "" }, {}), /--upstream is empty/);
  assert.throws(() => refuseEmpty({ mode: " " }, {}), /--mode is empty/);
  assert.throws(() => refuseEmpty({}, { BREAKWATER_UPSTREAM: "" }), /BREAKWATER_UPSTREAM is empty/);
  const upstream = "http://127.0.0.1:3000";
  assert.doesNotThrow(() => refuseEmpty({ upstream }, { BREAKWATER_UPSTREAM: "" }));
  assert.doesNotThrow(() => refuseEmpty({}, {}));
});

test("a level that does not exist is refused", async () => {
  const context = fakeContext({ environment: { BREAKWATER_LOG: "loud" } });
  const running = runStart(
    loaded(),
    houseThat(async () => undefined),
    context,
  );
  await assert.rejects(running, /BREAKWATER_LOG must be debug, info, .* not "loud"/);
});

import assert from "node:assert/strict";
import { request } from "node:http";
import { type TestContext, test } from "node:test";
import { Counter, Registry } from "prom-client";
import { startAdmin } from "./admin.ts";

interface Heard {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

async function openAdmin(
  t: TestContext,
  checks: () => Promise<Record<string, boolean>> = async () => ({ ledger: true, upstream: true }),
): Promise<(path: string, method?: string) => Promise<Heard>> {
  const registry = new Registry();
  new Counter({ name: "deliveries_total", help: "All of them.", registers: [registry] }).inc(3);
  const admin = await startAdmin({
    listen: { kind: "tcp", host: "127.0.0.1", port: 0 },
    registry,
    checks,
    status: async () => ({ mode: "watch" }),
  });
  t.after(() => admin.close());
  const port = admin.address.kind === "tcp" ? admin.address.port : 0;
  return (path, method = "GET") =>
    new Promise((resolve) => {
      request({ host: "127.0.0.1", port, path, method, agent: false }, (answer) => {
        const { statusCode: status, headers } = answer;
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status, type: headers["content-type"], text }));
      }).end();
    });
}

test("a process that runs is healthy, whatever else is wrong", async (t) => {
  const ask = await openAdmin(t, () => Promise.reject(new Error("ledger")));
  assert.equal((await ask("/-/healthz")).status, 200);
});

test("ready means that every check is well, and says which is not", async (t) => {
  const checks = { ledger: true, upstream: true };
  const ask = await openAdmin(t, async () => checks);
  assert.equal((await ask("/-/readyz")).status, 200);
  checks.upstream = false;
  const heard = await ask("/-/readyz?verbose");
  assert.equal(heard.status, 503);
  assert.deepEqual(JSON.parse(heard.text), {
    ready: false,
    checks: { ledger: true, upstream: false },
  });
});

test("a check that fails is not ready", async (t) => {
  const ask = await openAdmin(t, () => Promise.reject(new Error("ledger")));
  assert.equal((await ask("/-/readyz")).status, 503);
});

test("it says of itself what it is asked for", async (t) => {
  const ask = await openAdmin(t);
  assert.deepEqual(JSON.parse((await ask("/-/status")).text), { mode: "watch" });
});

test("metrics are told in Prometheus' words", async (t) => {
  const ask = await openAdmin(t);
  const heard = await ask("/-/metrics");
  assert.match(heard.type ?? "", /^text\/plain; version=0\.0\.4/);
  assert.match(heard.text, /^deliveries_total 3$/m);
});

test("there is nothing else here, and nothing to change", async (t) => {
  const ask = await openAdmin(t);
  for (const path of ["/", "/metrics", "/-/", "/-/healthz/x", "/inbox"]) {
    assert.equal((await ask(path)).status, 404);
  }
  assert.equal((await ask("/-/healthz", "POST")).status, 405);
  const head = await ask("/-/healthz", "HEAD");
  assert.deepEqual([head.status, head.text], [200, ""]);
});

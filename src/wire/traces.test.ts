import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pino } from "pino";
import { loadConfig } from "../services/config.ts";
import { buildHouse } from "./house.ts";
import { openTraces } from "./traces.ts";

interface SpanSent {
  readonly name: string;
  readonly spanId: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** What takes traces: everything that was sent to it, as text. */
async function takeTraces(t: TestContext): Promise<{ at: string; sent: string[] }> {
  const sent: string[] = [];
  const at = await serve(t, (request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", () => {
      sent.push(text);
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
  });
  return { at: `${at}/v1/traces`, sent };
}

const author = "https://harbor.example/users/bob";
const note = {
  ...{ id: `${author}/1#create`, type: "Create", actor: author },
  to: ["https://home.example/users/alice"],
  object: {
    ...{ id: `${author}/1`, type: "Note", attributedTo: author, content: "<p>a private word</p>" },
    to: ["https://home.example/users/alice"],
    tag: [{ type: "Mention", href: "https://home.example/users/alice", name: "@alice" }],
  },
};
const body = JSON.stringify(note);
const signed = {
  "Content-Type": "application/activity+json",
  Date: new Date().toUTCString(),
  Digest: `SHA-256=${createHash("sha256").update(body).digest("base64")}`,
  Signature:
    `keyId="${author}#main-key",algorithm="rsa-sha256",` +
    `headers="(request-target) host date digest",signature="${"A".repeat(342)}=="`,
};

async function deliver(t: TestContext, endpoint: string): Promise<void> {
  const upstream = await serve(t, (request, response) => {
    request.resume().on("end", () => response.writeHead(202).end());
  });
  const state = await mkdtemp(join(tmpdir(), "breakwater-traces-"));
  t.after(() => rm(state, { recursive: true }));
  const places = {
    upstream,
    listen: "127.0.0.1:0",
    admin: "127.0.0.1:0",
    state,
    desk: { enabled: false },
  };
  const home = { origin: "https://home.example" };
  const text = JSON.stringify({ ...places, home, traces: { endpoint } });
  const loaded = loadConfig({ file: { name: "breakwater.yaml", text } });
  assert.ok(loaded.ok);
  const resolve = () => Promise.reject(new Error("there are no names here"));
  const house = await buildHouse(loaded.value.config, pino({ level: "silent" }), {
    network: { resolve },
  });
  await house.start();
  const { gateAddress } = house;
  assert.ok(gateAddress.kind === "tcp");
  const answer = await fetch(`http://127.0.0.1:${gateAddress.port}/users/alice/inbox`, {
    method: "POST",
    headers: signed,
    body,
  });
  assert.equal(answer.status, 202);
  await house.stop();
}

test("a delivery's trace names its parts, and nobody and nothing that was written", async (t) => {
  const { at, sent } = await takeTraces(t);
  await deliver(t, at);
  const spans = sent.flatMap(spansIn);
  const [receive, ...more] = spans.filter(({ name }) => name === "receive");
  assert.ok(receive !== undefined && more.length === 0);
  assert.equal(receive.parentSpanId, undefined);
  const inside = spans.filter(({ traceId }) => traceId === receive.traceId);
  const named = (name: string) => inside.find((span) => span.name === name);
  for (const name of ["authenticate", "memory.acquaint", "memory.witness", "upstream"]) {
    assert.equal(named(name)?.parentSpanId, receive.spanId, name);
  }
  const fetched = inside.filter(({ name }) => name === "fetch");
  assert.ok(fetched.some(({ parentSpanId }) => parentSpanId === named("authenticate")?.spanId));
  const keys = receive.attributes.map(({ key }) => key);
  for (const key of ["receipt", "action", "path", "score", "done", "admission"]) {
    assert.ok(keys.includes(`breakwater.${key}`), key);
  }
  for (const word of ["harbor", "bob", "alice", "private", "home.example", "AAAA"]) {
    assert.ok(!sent.some((text) => text.includes(word)), word);
  }
});

function spansIn(text: string): readonly SpanSent[] {
  const { resourceSpans } = JSON.parse(text) as {
    resourceSpans: { scopeSpans: { spans: SpanSent[] }[] }[];
  };
  return resourceSpans.flatMap((one) => one.scopeSpans.flatMap(({ spans }) => spans));
}

test("a gate whose traces find no taker works and ends all the same", async (t) => {
  await deliver(t, "http://127.0.0.1:1/v1/traces");
});

test("without traces every part stays as it is", async () => {
  const off = { endpoint: undefined, share: 1 };
  const part = { get: () => Promise.reject(new Error("never asked")) };
  const port = "http://127.0.0.1:1";
  for (const environment of [
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: "" },
    { OTEL_EXPORTER_OTLP_ENDPOINT: port, OTEL_SDK_DISABLED: "true" },
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: port, OTEL_TRACES_EXPORTER: "none" },
  ]) {
    const traces = await openTraces(off, environment);
    assert.equal(traces.network(part), part);
    assert.deepEqual(traces.journals, []);
  }
  const traces = await openTraces(off, { OTEL_EXPORTER_OTLP_ENDPOINT: port });
  assert.notEqual(traces.network(part), part);
  await traces.close();
});

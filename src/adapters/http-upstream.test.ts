import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { answerBytesMax, checkTimeMs, keyWaitMs } from "../base/limits.ts";
import { epochMs } from "../base/units.ts";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import type { Receipt } from "../model/ids.ts";
import { type HttpUpstream, type HttpUpstreamOptions, makeHttpUpstream } from "./http-upstream.ts";
import { proxyReadTimeoutMs, upstreamTimes } from "./upstream-times.ts";

function delivery(
  body = "{}",
  headers: readonly HeaderField[] = [["Host", "h.example"]],
): Delivery {
  const at = epochMs(0);
  const bytes = new TextEncoder().encode(body);
  const receipt = "01" as Receipt;
  return { receipt, at, path: "/inbox", headers, body: bytes, client: "local", scheme: "https" };
}

async function openServer(t: TestContext, answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

function upstreamOf(
  t: TestContext,
  server: Server,
  options: Partial<HttpUpstreamOptions> = {},
): HttpUpstream {
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const address = { kind: "tcp", host: "127.0.0.1", port } as const;
  const upstream = makeHttpUpstream({ address, ...options });
  t.after(() => upstream.close());
  return upstream;
}

/** Answers the first `kept` requests on each connection, and resets it at the next. */
function resettingAfter(kept: number): { answer: RequestListener; seen: Map<Socket, number> } {
  const seen = new Map<Socket, number>();
  const answer: RequestListener = (request, response) => {
    const nth = (seen.get(request.socket) ?? 0) + 1;
    seen.set(request.socket, nth);
    if (nth > kept) request.socket.resetAndDestroy();
    else response.writeHead(202).end();
  };
  return { answer, seen };
}

test("a delivery goes out byte for byte, and its answer comes back as it was", async (t) => {
  let raw: readonly string[] = [];
  const server = await openServer(t, (request, response) => {
    raw = request.rawHeaders;
    response.sendDate = false;
    response.writeHead(202, "Taken", ["X", "caf\xe9", "b", "1"]);
    response.write(`${request.method} ${request.url} `);
    request.pipe(response);
  });
  const headers: HeaderField[] = [
    ["hOsT", "h.example"],
    ["Sig-B", "2"],
    ["sig-a", "\xfc1"],
    ["Content-Length", "9"],
    ["Expect", "100-continue"],
    ["Connection", "sig-c"],
    ["sig-c", "x"],
    ["Sig-B", "1"],
  ];
  const answer = await upstreamOf(t, server).relay(delivery('{"a": 1 }', headers));
  assert.ok(answer.kind === "answered");
  assert.deepEqual([answer.status, answer.reason], [202, "Taken"]);
  assert.deepEqual(answer.headers.slice(0, 2), [
    ["X", "caf\xe9"],
    ["b", "1"],
  ]);
  assert.equal(String(Buffer.from(answer.body)), 'POST /inbox {"a": 1 }');
  const sent = raw.filter((_, i) => i % 2 === 0).map((name, i) => `${name}=${raw[i * 2 + 1]}`);
  assert.deepEqual(sent, [
    "host=h.example",
    "connection=keep-alive",
    "Sig-B=2",
    "sig-a=\xfc1",
    "Sig-B=1",
    "content-length=9",
  ]);
});

test("a reset of a kept-alive socket costs nothing: one more try, afresh", async (t) => {
  const { answer, seen } = resettingAfter(1);
  const upstream = upstreamOf(t, await openServer(t, answer));
  for (let i = 0; i < 2; i++) {
    const heard = await upstream.deliver(delivery());
    assert.equal(heard.kind === "answered" && heard.status, 202);
    // A socket is free again one turn after its answer.
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.deepEqual([...seen.values()], [2, 1]);
});

test("no second try after the reset of a new socket: this delivery may be the cause", async (t) => {
  const { answer, seen } = resettingAfter(0);
  const upstream = upstreamOf(t, await openServer(t, answer));
  assert.equal((await upstream.deliver(delivery())).kind, "unreachable");
  assert.deepEqual([...seen.values()], [1]);
});

test("once an answer has begun nothing is sent twice", async (t) => {
  let seen = 0;
  const server = await openServer(t, (request, response) => {
    seen += 1;
    request.resume();
    if (seen === 1) response.end();
    else
      response
        .writeHead(200, { "Content-Length": 5 })
        .write("a", () => request.socket.resetAndDestroy());
  });
  const upstream = upstreamOf(t, server);
  await upstream.deliver(delivery());
  assert.equal((await upstream.deliver(delivery())).kind, "unreachable");
  assert.equal(seen, 2);
});

test("a silent server is unreachable after its time, for those in the queue too", async (t) => {
  const server = await openServer(t, (request) => request.resume());
  const options = { times: { deliveryMs: 30 }, connectionsMax: 1 };
  const upstream = upstreamOf(t, server, options);
  const answers = await Promise.all([upstream.deliver(delivery()), upstream.deliver(delivery())]);
  for (const answer of answers) {
    assert.ok(answer.kind === "unreachable");
    assert.match(answer.because, /^127\.0\.0\.1:\d+: no answer within 30 ms$/);
  }
});

test("a server that is down says which address refused", async (t) => {
  const server = await openServer(t, (_, response) => response.end());
  const upstream = upstreamOf(t, server);
  await new Promise((resolve) => server.close(resolve));
  const answer = await upstream.deliver(delivery());
  assert.ok(answer.kind === "unreachable");
  assert.match(answer.because, /connect ECONNREFUSED 127\.0\.0\.1:\d+/);
});

test("what is kept of an answer is cut; what goes back to the sender is whole", async (t) => {
  const length = answerBytesMax + 1000;
  const server = await openServer(t, (request, response) => {
    request.resume();
    response.end(Buffer.alloc(length, "x"));
  });
  const upstream = upstreamOf(t, server);
  const [kept, whole] = [await upstream.deliver(delivery()), await upstream.relay(delivery())];
  assert.equal(kept.kind === "answered" && kept.body.length, answerBytesMax);
  assert.equal(whole.kind === "answered" && whole.body.length, length);
});

test("an answer that is no HTTP is no answer", async (t) => {
  const server = await openServer(t, (_, response) => response.socket?.end("hello there\r\n\r\n"));
  assert.equal((await upstreamOf(t, server).deliver(delivery())).kind, "unreachable");
});

test("whatever a delivery holds, delivering it ends in an answer", async (t) => {
  const server = await openServer(t, (_, response) => response.end());
  const upstream = upstreamOf(t, server);
  for (const odd of [
    [
      ["Host", "a"],
      ["host", "b"],
    ],
    [["X\n", "1"]],
    [["X", "a\r\nb"]],
  ] as const) {
    assert.equal((await upstream.deliver(delivery("{}", odd))).kind, "unreachable");
  }
  const nowhere = { ...delivery(), path: "no slash" };
  assert.equal((await upstream.deliver(nowhere)).kind, "unreachable");
});

test("our longest answer comes before the proxy in front of us stops waiting", () => {
  const { connectMs, deliveryMs, silenceMs } = upstreamTimes;
  assert.ok(connectMs + silenceMs < proxyReadTimeoutMs);
  assert.ok(keyWaitMs + checkTimeMs + deliveryMs < proxyReadTimeoutMs);
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import fc from "fast-check";
import { Client } from "undici";
import { pairFields } from "../../model/header-fields.ts";
import { dial, eventually, latch, openHouse, request, speak, trust } from "./house.fixture.ts";

function post(body: string, ...more: string[]): string {
  const head = ["POST /inbox HTTP/1.1", "Host: home.example", `Content-Length: ${body.length}`];
  return request([...head, ...more], body);
}

const close = "Connection: close";

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("a delivery is judged, passed on, and the server's own answer goes back", async (t) => {
  const { port, admitted, passedOn, ended } = await openHouse(t, {
    home(_, response) {
      response.sendDate = false;
      response.writeHead(202, "Sure", ["X-One", "1", "x-two", "a", "X-Two", "b"]).end("fine");
    },
  });
  const heard = await speak(port, post("{}", "Signature: s", close));
  assert.match(heard, /^HTTP\/1\.1 202 Sure\r\nX-One: 1\r\nx-two: a\r\nX-Two: b\r\n/);
  assert.ok(!/\r\n(date|server|x-powered-by):/i.test(heard));
  assert.ok(heard.includes("fine"));
  await eventually(() => passedOn.length === 1 && ended.length === 1);
  assert.equal(admitted[0]?.path, "/inbox");
  assert.equal(admitted[0]?.at, 1_790_000_000_000);
  assert.equal(passedOn[0]?.kind, "answered");
  assert.equal(ended[0]?.way, "judged");
  assert.equal(ended[0]?.status, 202);
  assert.equal(ended[0]?.receipt, admitted[0]?.receipt);
});

test("a gate that stands aside lets deliveries flow through unread, however long", async (t) => {
  const { port, admitted, passedOn, ended } = await openHouse(t, {
    standsAside: () => true,
    limits: { bodyBytesMax: 10 },
    home: async (incoming, response) => {
      response.writeHead(202).end(await bodyOf(incoming));
    },
  });
  const body = "longer than what is judged";
  const heard = await speak(port, post(body, "Content-Encoding: gzip", close));
  assert.match(heard, /^HTTP\/1\.1 202 /);
  assert.ok(heard.includes(body));
  await eventually(() => ended.length === 1);
  assert.equal(ended[0]?.way, "passed");
  assert.deepEqual([admitted, passedOn], [[], []]);
});

test("the server's 401 stays a 401, so that the sender knocks again", async (t) => {
  const { port } = await openHouse(t, {
    home: (_, response) => response.writeHead(401, ["WWW-Authenticate", "Signature"]).end(),
  });
  const heard = await speak(port, post("{}", close));
  assert.match(heard, /^HTTP\/1\.1 401 Unauthorized\r\nWWW-Authenticate: Signature\r\n/);
});

test("a kept delivery is answered as the server would, which hears nothing", async (t) => {
  let visits = 0;
  const { port, passedOn } = await openHouse(t, {
    home: (_, response) => {
      visits += 1;
      response.end();
    },
    admit: () => ({
      do: "answer",
      status: 202,
      headers: [["X-Kept", "no"]],
      body: Buffer.from("ok"),
    }),
  });
  const heard = await speak(port, post("{}", close));
  assert.match(heard, /^HTTP\/1\.1 202 Accepted\r\nX-Kept: no\r\nContent-Length: 2\r\nDate: /);
  assert.ok(heard.endsWith("\r\n\r\nok"));
  assert.equal(visits, 0);
  assert.deepEqual(passedOn, []);
});

test("body bytes and header fields reach the server exactly as they came", async (t) => {
  const arrivals: { digest: string; raw: readonly string[] }[] = [];
  const house = await openHouse(t, {
    home: async (message, response) => {
      const digest = sha256(await bodyOf(message));
      arrivals.push({ digest, raw: message.rawHeaders });
      response.end();
    },
  });
  const client = new Client(`http://127.0.0.1:${house.port}`);
  t.after(() => client.close());
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), fields(), async (body, odd) => {
      arrivals.length = 0;
      const headers = ["Host", "home.example", ...odd.flat()];
      const options = { method: "POST", path: "/users/a/inbox?x=%41", headers } as const;
      const answer = await client.request({ ...options, body: Buffer.from(body) });
      await answer.body.dump();
      assert.equal(answer.statusCode, 200);
      assert.equal(arrivals.length, 1);
      assert.equal(arrivals[0]?.digest, sha256(body));
      assert.deepEqual(
        pairs(arrivals[0]?.raw ?? []).filter(([name]) => name.startsWith("X")),
        odd,
      );
    }),
    { numRuns: 60 },
  );
  assert.equal(house.admitted.at(-1)?.path, "/users/a/inbox?x=%41");
});

function fields(): fc.Arbitrary<[string, string][]> {
  const name = fc.stringMatching(/^X[A-Za-z0-9!#$%&'*+.^_`|~-]{0,12}$/);
  const value = fc.stringMatching(
    /^(?:[!-~\x80-\xff](?:[\t !-~\x80-\xff]{0,20}[!-~\x80-\xff])?)?$/,
  );
  return fc.array(fc.tuple(name, value), { maxLength: 12 });
}

function pairs(raw: readonly string[]): [string, string][] {
  return pairFields(raw).map(([name, value]) => [name, value]);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

test("Connection ends here with what it names, except what proves the sender", async (t) => {
  const { port, server } = await openHouse(t);
  const raw = latch<string[]>();
  server.on("request", (message) => raw.open(message.rawHeaders));
  const own = ["TE: trailers", "X-Mine: 1", "Signature: s", "Keep-Alive: 9"];
  await speak(port, post("{}", ...own, "Connection: close, X-Mine, Signature, Host"));
  const names = pairs(await raw.wait).map(([name]) => name.toLowerCase());
  assert.deepEqual(names.sort(), ["connection", "content-length", "host", "signature"]);
});

test("a chunked delivery arrives whole, with its length", async (t) => {
  const { port, server, admitted } = await openHouse(t);
  const length = latch<string | undefined>();
  server.on("request", (message) => length.open(message.headers["content-length"]));
  const head = ["POST /inbox HTTP/1.1", "Host: home.example", "Transfer-Encoding: chunked", close];
  await speak(port, request(head, "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"));
  assert.equal(await length.wait, "5");
  assert.equal(Buffer.from(admitted[0]?.body ?? []).toString(), "abcde");
});

test("pipelined deliveries are each judged, and answered in order", async (t) => {
  const { port, admitted } = await openHouse(t, {
    async home(message, response) {
      response.end(`<${(await bodyOf(message)).toString()}>`);
    },
  });
  const heard = await speak(port, post("one") + post("two") + post("three", close));
  assert.deepEqual(
    [...heard.matchAll(/<(\w+)>/g)].map((match) => match[1]),
    ["one", "two", "three"],
  );
  assert.equal(admitted.length, 3);
});

test("a delivery held back until 100 is asked for, then judged", async (t) => {
  const { port, admitted } = await openHouse(t);
  const heard = await askFirst(port, 2, "{}");
  assert.match(heard, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 202 /);
  assert.equal(admitted.length, 1);
});

/** Sends the body only after "100 Continue", as a client should. */
function askFirst(port: number, length: number, body: string): Promise<string> {
  const head = ["POST /inbox HTTP/1.1", "Host: home.example", `Content-Length: ${length}`];
  return new Promise((resolve) => {
    const socket = dial(port);
    let heard = "";
    socket.on("data", (chunk: Buffer) => {
      const first = heard === "";
      heard += chunk.toString("latin1");
      if (first && heard.startsWith("HTTP/1.1 100")) socket.write(body);
    });
    socket.on("close", () => resolve(heard));
    socket.write(request([...head, "Expect: 100-continue", close]));
  });
}

test("a delivery that is too long hears so, before it is sent or while", async (t) => {
  const { port, admitted } = await openHouse(t, { limits: { bodyBytesMax: 10 } });
  const declared = await speak(port, post("eleven bytes", close));
  assert.match(
    declared,
    /^HTTP\/1\.1 413 [\s\S]*\{"error":"A delivery may have 10 bytes, not more\."\}/,
  );
  const head = ["POST /inbox HTTP/1.1", "Host: h.example", "Transfer-Encoding: chunked", close];
  const chunked = await speak(port, request(head, "b\r\nhello world\r\n0\r\n\r\n"));
  assert.match(chunked, /^HTTP\/1\.1 413 /);
  assert.match(await askFirst(port, 11, "never sent"), /^HTTP\/1\.1 413 /);
  assert.deepEqual(admitted, []);
});

test("after a 413 the connection serves its next request", async (t) => {
  const { port, admitted } = await openHouse(t, { limits: { bodyBytesMax: 10 } });
  const heard = await speak(port, post("eleven bytes") + post("short", close));
  assert.match(heard, /^HTTP\/1\.1 413 [\s\S]*HTTP\/1\.1 202 /);
  assert.equal(admitted.length, 1);
});

test("a compressed delivery is refused: what can't be read can't be judged", async (t) => {
  const { port, admitted } = await openHouse(t);
  assert.match(await speak(port, post("??", "Content-Encoding: gzip", close)), /^HTTP\/1\.1 415 /);
  assert.match(
    await speak(port, post("{}", "Content-Encoding: Identity", close)),
    /^HTTP\/1\.1 202 /,
  );
  assert.equal(admitted.length, 1);
});

test("a delivery whose sender left in the middle is not judged", async (t) => {
  const { port, admitted, ended } = await openHouse(t);
  const socket = dial(port);
  socket.write(post("{}").slice(0, -1), () => socket.destroy());
  await eventually(() => ended.length === 1);
  assert.equal(ended[0]?.status, undefined);
  assert.deepEqual(admitted, []);
});

test("a delivery that is all here is passed on though its sender has left", async (t) => {
  const judging = latch();
  const { port, admitted, passedOn } = await openHouse(t, {
    admit: () => judging.wait.then(() => ({ do: "pass" })),
  });
  const socket = dial(port);
  socket.write(post("{}"));
  await eventually(() => admitted.length === 1);
  socket.destroy();
  judging.open();
  await eventually(() => passedOn.length === 1);
  assert.equal(passedOn[0]?.kind === "answered" && passedOn[0].status, 202);
});

test("a body that trickles in is given up", async (t) => {
  const { port, admitted } = await openHouse(t, { limits: { bodyTimeMs: 30 } });
  const heard = await speak(port, post("{}").slice(0, -1));
  assert.match(heard, /^HTTP\/1\.1 408 [\s\S]*did not arrive in time/);
  assert.deepEqual(admitted, []);
});

test("with the home server down the sender hears 502, the log who refused", async (t) => {
  const { port, server, troubles, passedOn } = await openHouse(t);
  await new Promise((resolve) => server.close(resolve));
  const heard = await speak(port, post("{}", close));
  assert.match(
    heard,
    /^HTTP\/1\.1 502 [\s\S]*\{"error":"The server behind this gate gave no answer\."\}/,
  );
  await eventually(() => passedOn.length === 1);
  const [trouble] = troubles;
  assert.ok(trouble?.kind === "upstream");
  assert.match(trouble.because, /127\.0\.0\.1:\d+: connect ECONNREFUSED 127\.0\.0\.1:\d+/);
  assert.equal(passedOn[0]?.kind, "unreachable");
});

test("a mistake of ours costs one request a 500, with its receipt in the log", async (t) => {
  const { port, admitted, troubles } = await openHouse(t, {
    admit: () => {
      throw new Error("a bug");
    },
  });
  assert.match(await speak(port, post("{}", close)), /^HTTP\/1\.1 500 /);
  const [trouble] = troubles;
  assert.ok(trouble?.kind === "ours" && trouble.receipt === admitted[0]?.receipt);
});

test("a forged X-Forwarded-For reaches neither the judgement nor the server", async (t) => {
  const { port, server, admitted } = await openHouse(t, {
    options: { trustedProxies: trust("192.0.2.1") },
  });
  const raw = latch<string[]>();
  server.on("request", (message) => raw.open(message.rawHeaders));
  const forged = [
    "X-Forwarded-For: 198.51.100.7",
    "X_Forwarded_For: 8.8.8.8",
    "Client-IP: 8.8.8.8",
  ];
  await speak(port, post("{}", ...forged, "X-Forwarded-Proto: https", "X-Real-IP: 8.8.4.4", close));
  const fields = pairs(await raw.wait).filter(([name]) => /^x|^client/i.test(name));
  assert.deepEqual(fields, [
    ["X-Forwarded-For", "127.0.0.1"],
    ["X-Forwarded-Proto", "http"],
    ["X-Real-IP", "127.0.0.1"],
  ]);
  assert.equal(admitted[0]?.client, "127.0.0.1");
  assert.equal(admitted[0]?.scheme, "http");
});

test("a trusted proxy names the client, and its fields pass unchanged", async (t) => {
  const { port, server, admitted } = await openHouse(t);
  const raw = latch<string[]>();
  server.on("request", (message) => raw.open(message.rawHeaders));
  const told = ["x-forwarded-for: 6.6.6.6, 198.51.100.7", "X-Forwarded-Proto: https"];
  await speak(port, post("{}", ...told, close));
  assert.deepEqual(
    pairs(await raw.wait).filter(([name]) => /^x/i.test(name)),
    [
      ["x-forwarded-for", "6.6.6.6, 198.51.100.7"],
      ["X-Forwarded-Proto", "https"],
    ],
  );
  assert.equal(admitted[0]?.client, "198.51.100.7");
  assert.equal(admitted[0]?.scheme, "https");
});

test("bodies that find no room wait for it; all are judged", async (t) => {
  const judging = latch();
  const { port, admitted } = await openHouse(t, {
    limits: { roomBytes: 100_000 },
    admit: () => judging.wait.then(() => ({ do: "pass" })),
  });
  const body = "x".repeat(300_000);
  const heard = [1, 2, 3].map(() => speak(port, post(body, close)));
  await eventually(() => admitted.length === 3);
  judging.open();
  for (const answer of await Promise.all(heard)) assert.match(answer, /^HTTP\/1\.1 202 /);
});

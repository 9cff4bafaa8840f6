import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import {
  dial,
  eventually,
  latch,
  openHouse,
  request,
  speak,
  untilServed,
} from "./house.fixture.ts";

const host = "Host: home.example";
const close = "Connection: close";

// Each of these could be read as one request here and as two behind us.
const smuggled: readonly (readonly [string, string])[] = [
  [
    "a length and chunks",
    request(
      ["POST /inbox HTTP/1.1", host, "Content-Length: 4", "Transfer-Encoding: chunked"],
      "0\r\n\r\nGET /admin HTTP/1.1\r\n\r\n",
    ),
  ],
  ["two lengths", request(["POST /x HTTP/1.1", host, "Content-Length: 0", "Content-Length: 30"])],
  ["two lengths in one", request(["POST /x HTTP/1.1", host, "Content-Length: 0, 30"])],
  ["a signed length", request(["POST /x HTTP/1.1", host, "Content-Length: +2"], "{}")],
  ["chunks not last", request(["POST /x HTTP/1.1", host, "Transfer-Encoding: chunked, x"], "{}")],
  ["odd chunks", request(["POST /x HTTP/1.1", host, "Transfer-Encoding: xchunked"], "{}")],
  [
    "chunks twice",
    request(["POST /x HTTP/1.1", host, "Transfer-Encoding: chunked, chunked"], "0\r\n\r\n"),
  ],
  ["a space before the colon", request(["POST /x HTTP/1.1", host, "Content-Length : 2"], "{}")],
  ["a folded line", request(["POST /x HTTP/1.1", host, "X: 1", " Transfer-Encoding: chunked"])],
  ["bare line feeds", "GET / HTTP/1.1\nHost: home.example\n\n"],
  ["a bare carriage return", request(["GET / HTTP/1.1", host, "X: a\rTransfer-Encoding: chunked"])],
  ["a NUL", request(["GET / HTTP/1.1", host, "X: a\0b"])],
  ["two hosts", request(["GET / HTTP/1.1", host, "Host: other.example"])],
  ["no host", request(["GET / HTTP/1.1"])],
  ["a space in the path", request(["GET /a b HTTP/1.1", host])],
  ["another protocol", request(["GET / HTCPCP/1.0", host])],
];

for (const [name, text] of smuggled) {
  test(`refused at the door: ${name}`, async (t) => {
    let heardBehind = 0;
    const { port } = await openHouse(t, {
      home: (message, response) => {
        heardBehind += 1;
        message.resume();
        response.end();
      },
    });
    const heard = await speak(port, text, (answer) => answer.includes("\r\n\r\n"));
    // Where the fields were still good, an answer was due: then the door just closes.
    assert.ok(heard === "" || heard.startsWith("HTTP/1.1 400 "), heard);
    assert.equal(heardBehind, 0);
  });
}

test("a chunk whose size is a lie reaches nobody as a request", async (t) => {
  const { port, admitted } = await openHouse(t);
  const head = ["POST /inbox HTTP/1.1", host, "Transfer-Encoding: chunked"];
  const heard = await speak(port, request(head, "2\r\n{}GET /admin HTTP/1.1\r\n\r\n"));
  assert.ok(heard === "" || heard.startsWith("HTTP/1.1 400 "), heard);
  assert.deepEqual(admitted, []);
});

test("CONNECT is not for a gate", async (t) => {
  const { port } = await openHouse(t);
  const heard = await speak(port, request(["CONNECT other.example:25 HTTP/1.1", host]));
  assert.match(heard, /^HTTP\/1\.1 405 /);
});

test("header fields have a limit, and nothing falls off unseen below it", async (t) => {
  const { port, server } = await openHouse(t, { limits: { headerBytesMax: 64 * 1024 } });
  let count = 0;
  server.maxHeadersCount = 0;
  server.on("request", (message) => {
    count = message.rawHeaders.filter((name) => name === "a").length;
  });
  const many = Array.from({ length: 2500 }, () => "a: ");
  assert.match(
    await speak(port, request(["GET / HTTP/1.1", host, ...many, close])),
    /^HTTP\/1\.1 431 |^HTTP\/1\.1 202 /,
  );
  assert.equal(count, 2500);
  const long = `X: ${"x".repeat(70_000)}`;
  assert.match(await speak(port, request(["GET / HTTP/1.1", host, long])), /^HTTP\/1\.1 431 /);
});

test("whoever says nothing, or never finishes a header, is shown out", async (t) => {
  const { port } = await openHouse(t, { limits: { headerTimeMs: 20, lookMs: 5 } });
  const [silent, slow] = await Promise.all([
    speak(port, ""),
    untilServed(
      () => speak(port, "POST /inbox HTTP/1.1\r\nHo"),
      (heard) => heard !== "",
    ),
  ]);
  assert.match(silent, /^HTTP\/1\.1 408 |^$/);
  assert.match(slow, /^HTTP\/1\.1 408 /);
});

test("an upload that stops in the middle is ended, with its request upstream", async (t) => {
  let [begun, brokenOff] = [0, 0];
  const { port, ended } = await openHouse(t, {
    limits: { stallMs: 20 },
    home(message) {
      begun += 1;
      message.on("error", () => {
        brokenOff += 1;
      });
    },
  });
  const head = ["POST /upload HTTP/1.1", host, "Content-Length: 1000"];
  const upload = () => speak(port, request(head, "some"));
  assert.equal(await untilServed(upload, () => begun > 0), "");
  await eventually(() => brokenOff > 0 && ended.length > 0);
  assert.equal(ended.at(-1)?.status, undefined);
});

test("a client that stops reading is ended; one that waits for a slow server is not", async (t) => {
  let answerLate: (() => void) | undefined;
  const asked = latch();
  const { port, ended } = await openHouse(t, {
    limits: { stallMs: 20 },
    home(message, response) {
      if (message.url === "/big") return void response.end(Buffer.alloc(64 * 1024 * 1024));
      answerLate = () => response.end("late");
      asked.open();
    },
  });
  let waiting = Promise.resolve("");
  const ask = (): Promise<unknown> => {
    waiting = speak(port, request(["GET /slow HTTP/1.1", host, close]));
    return Promise.race([waiting, asked.wait]);
  };
  await untilServed(ask, () => answerLate !== undefined);
  const deaf = await untilServed(
    () => dialDeaf(port, request(["GET /big HTTP/1.1", host, close])),
    (one) => !one.destroyed,
  );
  await eventually(() => ended.length === 1);
  assert.equal(ended[0]?.status, undefined);
  answerLate?.();
  assert.ok((await waiting).endsWith("late"));
  deaf.destroy();
});

/** Reads the first of the answer and then no more; destroyed if there was none. */
function dialDeaf(port: number, asked: string): Promise<Socket> {
  const socket = dial(port);
  socket.on("error", () => socket.destroy());
  socket.write(asked);
  return new Promise((resolve) => {
    socket.once("close", () => resolve(socket));
    socket.once("data", () => resolve(socket.pause()));
  });
}

test("a reset in the middle of anything ends only itself", async (t) => {
  const { port, admitted } = await openHouse(t);
  const whole = request(["POST /inbox HTTP/1.1", host, "Content-Length: 2", close], "{}");
  for (let cut = 1; cut < whole.length; cut += 9) {
    const socket = dial(port);
    socket.on("error", () => socket.destroy());
    await new Promise<void>((resolve) => {
      socket.on("close", () => resolve());
      socket.write(whole.slice(0, cut), () => socket.resetAndDestroy());
    });
  }
  assert.match(await speak(port, whole), /^HTTP\/1\.1 202 /);
  assert.equal(admitted.length, 1);
});

test("any bytes get an answer or a closed door, and the next visitor is served", async (t) => {
  const { port } = await openHouse(t, { limits: { headerTimeMs: 20, lookMs: 5, bodyTimeMs: 20 } });
  const start = fc.constantFrom("", "GET / HTTP/1.1\r\n", "POST /inbox HTTP/1.1\r\nHost: a\r\n");
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, noise) => {
      const heard = await speak(
        port,
        Buffer.concat([Buffer.from(head), noise, Buffer.from("\r\n\r\n")]),
        (text) => text !== "",
      );
      assert.ok(heard === "" || heard.startsWith("HTTP/1.1 "), heard);
    }),
    { numRuns: 60 },
  );
  const next = () => speak(port, request(["GET / HTTP/1.1", host, close]));
  await untilServed(next, (heard) => heard.startsWith("HTTP/1.1 202 "));
});

test("an inbox in disguise is judged", async (t) => {
  const { port, admitted } = await openHouse(t);
  const targets = ["/users/a/../a/INBOX/", "/%69nbox", "//inbox.json", "http://home.example/inbox"];
  for (const target of targets) {
    await speak(port, request([`POST ${target} HTTP/1.1`, host, "Content-Length: 2", close], "{}"));
  }
  assert.deepEqual(
    admitted.map(({ path }) => path),
    targets,
  );
});

test("answers that wait behind another one end with their connection", async (t) => {
  const { port, ended, server } = await openHouse(t, {
    home(message, response) {
      if (message.url !== "/held") response.end();
    },
  });
  let seen = 0;
  server.on("request", () => {
    seen += 1;
  });
  const socket = dial(port);
  const paths = ["/held", "/next", "/last"];
  socket.write(paths.map((path) => request([`GET ${path} HTTP/1.1`, host])).join(""));
  await eventually(() => seen === 3);
  socket.destroy();
  await eventually(() => ended.length === 3);
  assert.deepEqual(
    ended.map(({ status }) => status),
    [undefined, undefined, undefined],
  );
});

test("a peer that reset its connection at once is no trusted proxy for that", async (t) => {
  const { port, admitted } = await openHouse(t, { options: { trustedProxies: [] } });
  const forged = "X-Forwarded-For: 198.51.100.7";
  const text = request(["POST /inbox HTTP/1.1", host, forged, "Content-Length: 2"], "{}");
  for (let i = 0; i < 20; i++) {
    const socket = dial(port);
    socket.on("error", () => socket.destroy());
    await new Promise<void>((resolve) => {
      socket.on("close", () => resolve());
      socket.write(text, () => socket.resetAndDestroy());
    });
  }
  await speak(
    port,
    request(["POST /inbox HTTP/1.1", host, forged, "Content-Length: 2", close], "{}"),
  );
  assert.ok(admitted.length > 0);
  assert.ok(admitted.every(({ client }) => client === "127.0.0.1" || client === "unknown"));
});

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { request as ask, createServer, type IncomingMessage } from "node:http";
import { createServer as createNetServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  anyPort,
  dial,
  eventually,
  latch,
  listenOn,
  openHouse,
  request,
  speak,
} from "./house.fixture.ts";

const host = "Host: home.example";
const close = "Connection: close";

test("any method and path pass unjudged, with the target as it was written", async (t) => {
  const { port, admitted, ended } = await openHouse(t, {
    home: (message, response) => response.end(`[${message.method} ${message.url}]`),
  });
  const targets = [
    "GET /inbox?page=1",
    "PUT /a%2Fb//c/../d?x=%zz&y=[1]",
    "POST /api/v1/statuses",
    "OPTIONS *",
  ];
  for (const target of targets) {
    const heard = await speak(port, request([`${target} HTTP/1.1`, host, close]));
    assert.ok(heard.includes(`[${target}]`), heard);
  }
  assert.deepEqual(admitted, []);
  await eventually(() => ended.length === targets.length);
  assert.ok(ended.every(({ way }) => way === "passed"));
});

test("who asks only us hears that we are here; the home server hears nothing", async (t) => {
  const asked: string[] = [];
  const { port, ended } = await openHouse(t, {
    home: (message, response) => {
      asked.push(`${message.method} ${String(message.headers["max-forwards"])}`);
      response.end();
    },
  });
  const ask = (method: string, hops: number) =>
    speak(port, request([`${method} /inbox HTTP/1.1`, host, close, `Max-Forwards: ${hops}`]));
  assert.match(await ask("HEAD", 0), /^HTTP\/1\.1 204 /);
  assert.match(await ask("HEAD", 1), /^HTTP\/1\.1 200 /);
  assert.match(await ask("GET", 0), /^HTTP\/1\.1 200 /);
  assert.deepEqual(asked, ["HEAD 1", "GET 0"]);
  await eventually(() => ended.length === 3);
  assert.deepEqual(ended.map(({ way }) => way).sort(), ["own", "passed", "passed"]);
});

test("status, reason, field order and spelling come back; nothing is added", async (t) => {
  const fields = "x-B: 2\r\nX-a: 1\r\nSet-Cookie: a=1\r\nx-b: 3\r\nset-cookie: b\r\n";
  const head = `HTTP/1.1 299 Odd but so\r\n${fields}Content-Length: 2\r\n`;
  const { port } = await openHouse(t, { home: rawServer(`${head}\r\nhi`) });
  const heard = await speak(port, request(["GET / HTTP/1.1", host, close]));
  assert.equal(heard, `${head}Connection: close\r\n\r\nhi`);
});

/** Says `answer` to whoever has sent a header section, byte for byte. */
function rawServer(answer: string, then: "close" | "stay" = "stay") {
  const server = createServer();
  server.removeAllListeners("connection");
  server.on("connection", (socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write(Buffer.from(answer, "latin1"));
      if (then === "close") socket.end();
    });
  });
  return server;
}

test("HEAD has the length and no body; Range and its 206 pass", async (t) => {
  const { port } = await openHouse(t, {
    home(message, response) {
      if (message.method === "HEAD") response.writeHead(200, { "Content-Length": 12 }).end();
      else response.writeHead(206, { "Content-Range": "bytes 1-2/9" }).end(message.headers.range);
    },
  });
  const head = await speak(port, request(["HEAD /x HTTP/1.1", host, close]));
  assert.match(head, /^HTTP\/1\.1 200 OK\r\n[\s\S]*Content-Length: 12\r\n[\s\S]*\r\n\r\n$/);
  const part = await speak(port, request(["GET /x HTTP/1.1", host, "Range: bytes=1-2", close]));
  assert.match(part, /^HTTP\/1\.1 206 [\s\S]*Content-Range: bytes 1-2\/9[\s\S]*bytes=1-2/);
});

test("a big upload comes through whole, whoever is slow", async (t) => {
  const digest = latch<string>();
  const { port } = await openHouse(t, {
    async home(message, response) {
      const hash = createHash("sha256");
      // One chunk a turn: the server is slower than its client.
      for await (const chunk of message) {
        hash.update(chunk);
        await new Promise((resolve) => setImmediate(resolve));
      }
      digest.open(hash.digest("hex"));
      response.end();
    },
  });
  const upload = randomBytes(5_000_000);
  const head = ["POST /api/v2/media HTTP/1.1", host, `Content-Length: ${upload.length}`, close];
  const heard = await speak(port, Buffer.concat([Buffer.from(request(head)), upload]));
  assert.match(heard, /^HTTP\/1\.1 200 /);
  assert.equal(await digest.wait, createHash("sha256").update(upload).digest("hex"));
});

test("what is not read is not fetched: a slow client holds back the server", async (t) => {
  let written = 0;
  const { port } = await openHouse(t, {
    home(_, response) {
      const chunk = Buffer.alloc(64 * 1024);
      const pump = (): void => {
        while (written < 64 * 1024 * 1024) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once("drain", pump);
        }
        response.end();
      };
      pump();
    },
  });
  const socket = dial(port);
  socket.write(request(["GET /big HTTP/1.1", host, close]));
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  let before = -1;
  for (let calm = 0; calm < 50; calm = written === before ? calm + 1 : 0) {
    before = written;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  assert.ok(written < 48 * 1024 * 1024, `${written} bytes written`);
  socket.destroy();
});

test("chunks and trailers pass both ways", async (t) => {
  const trailers = latch<string[]>();
  const { port } = await openHouse(t, {
    home(message, response) {
      message.on("end", () => {
        trailers.open(message.rawTrailers);
        response.writeHead(200, { Trailer: "X-Sum" });
        response.write("abc");
        response.addTrailers([["X-Sum", "7"]]);
        response.end();
      });
      message.resume();
    },
  });
  const head = [
    "POST /upload HTTP/1.1",
    host,
    "Transfer-Encoding: chunked",
    "Trailer: X-End",
    close,
  ];
  const heard = await speak(
    port,
    request(head, "2\r\nhi\r\n0\r\nX-Forwarded-For: 8.8.8.8\r\nX-End: yes\r\n\r\n"),
  );
  assert.deepEqual(await trailers.wait, ["X-End", "yes"]);
  assert.match(heard, /Trailer: X-Sum\r\n[\s\S]*\r\n3\r\nabc\r\n0\r\nX-Sum: 7\r\n\r\n$/);
});

test("a Trailer field without chunks is no reason to fail", async (t) => {
  const { port, troubles } = await openHouse(t, {
    home: rawServer("HTTP/1.1 200 OK\r\nTrailer: X\r\nContent-Length: 2\r\n\r\nhi"),
  });
  const heard = await speak(port, request(["GET / HTTP/1.1", host, "Trailer: X", close]));
  assert.ok(heard.startsWith("HTTP/1.1 200 OK") && heard.endsWith("hi"), heard);
  assert.deepEqual(troubles, []);
});

test("events are heard as they happen, the head before the first of them", async (t) => {
  const next = latch();
  const { port } = await openHouse(t, {
    async home(_, response) {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
      await next.wait;
      response.write("data: 1\n\n");
    },
  });
  const head = await speak(port, request(["GET /streaming HTTP/1.1", host]), (heard) => {
    if (!heard.includes("event-stream")) return false;
    next.open();
    return heard.includes("data: 1");
  });
  assert.ok(head.includes("data: 1"));
});

test("Expect travels to the server, and its 100 back", async (t) => {
  const server = createServer();
  server.on("checkContinue", (message, response) => {
    response.writeContinue();
    message.on("end", () => response.end("thanks")).resume();
  });
  const { port } = await openHouse(t, { home: server });
  const head = ["POST /upload HTTP/1.1", host, "Content-Length: 2", "Expect: 100-continue", close];
  const socket = dial(port);
  let heard = "";
  socket.on("data", (chunk) => {
    if (heard === "") socket.write("hi");
    heard += String(chunk);
  });
  socket.write(request(head));
  await new Promise((resolve) => socket.on("close", resolve));
  assert.match(heard, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK[\s\S]*thanks/);
});

test("a server that says no instead of 100 is heard, and the connection ends", async (t) => {
  const server = createServer();
  server.on("checkContinue", (_, response) => response.writeHead(413).end("no"));
  const { port } = await openHouse(t, { home: server });
  const head = ["POST /upload HTTP/1.1", host, "Content-Length: 2", "Expect: 100-continue"];
  const heard = await speak(port, request(head));
  assert.match(heard, /^HTTP\/1\.1 413 [\s\S]*Connection: close\r\n[\s\S]*no/);
});

test("an answer that comes before the upload ends is heard", async (t) => {
  const { port } = await openHouse(t, {
    home: (message, response) => {
      response.writeHead(403).end("enough");
      message.resume();
    },
  });
  const head = ["POST /upload HTTP/1.1", host, "Content-Length: 1000000"];
  const heard = await speak(port, request(head, "only the start"), (text) =>
    text.includes("enough"),
  );
  assert.match(heard, /^HTTP\/1\.1 403 /);
});

test("early hints pass", async (t) => {
  const { port } = await openHouse(t, {
    home(_, response) {
      response.writeEarlyHints({ link: "</style.css>; rel=preload" });
      response.end("page");
    },
  });
  const heard = await speak(port, request(["GET / HTTP/1.1", host, close]));
  assert.match(
    heard,
    /^HTTP\/1\.1 103 Early Hints\r\nlink: <\/style\.css>; rel=preload\r\n\r\nHTTP\/1\.1 200 /i,
  );
});

test("pipelined requests of all kinds are answered in order", async (t) => {
  const { port } = await openHouse(t, {
    home(message, response) {
      message.resume();
      response.end(`<${message.url}>`);
    },
  });
  const heard = await speak(
    port,
    request(["GET /1 HTTP/1.1", host]) +
      request(["POST /inbox HTTP/1.1", host, "Content-Length: 2"], "{}") +
      request(["POST /3 HTTP/1.1", host, "Transfer-Encoding: chunked"], "1\r\nx\r\n0\r\n\r\n") +
      request(["GET /4 HTTP/1.1", host, close]),
  );
  assert.deepEqual(
    [...heard.matchAll(/<(\S+)>/g)].map((match) => match[1]),
    ["/1", "/inbox", "/3", "/4"],
  );
});

test("an answer that breaks off does not look whole", async (t) => {
  const home = rawServer(
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    "close",
  );
  const { port } = await openHouse(t, { home });
  const heard = await speak(port, request(["GET / HTTP/1.1", host]));
  assert.ok(heard.includes("abc") && !heard.includes("\r\n0\r\n"), heard);
});

test("a client that leaves ends its request upstream", async (t) => {
  const begun = latch();
  const left = latch();
  const { port, troubles } = await openHouse(t, {
    home(message) {
      message.on("close", () => left.open());
      begun.open();
    },
  });
  const socket = dial(port);
  socket.write(request(["GET /long HTTP/1.1", host]));
  await begun.wait;
  socket.destroy();
  await left.wait;
  assert.deepEqual(troubles, []);
});

function sayNothing(message: IncomingMessage): void {
  message.resume();
}

test("a server that says nothing is given up after its time", async (t) => {
  const { port, troubles } = await openHouse(t, { home: sayNothing, times: { silenceMs: 20 } });
  const heard = await speak(port, request(["GET / HTTP/1.1", host, close]));
  assert.match(heard, /^HTTP\/1\.1 502 /);
  assert.ok(troubles[0]?.kind === "upstream" && troubles[0].because.includes("no answer in time"));
});

test("a request on a kept-alive socket that the server had closed is sent once more", async (t) => {
  const seen = new Map<Socket, number>();
  const { port } = await openHouse(t, {
    home(message, response) {
      const nth = (seen.get(message.socket) ?? 0) + 1;
      seen.set(message.socket, nth);
      if (nth > 1) message.socket.resetAndDestroy();
      else response.end("here");
    },
  });
  for (let i = 0; i < 2; i++) {
    const heard = await speak(port, request(["GET / HTTP/1.1", host, close]));
    assert.ok(heard.startsWith("HTTP/1.1 200") && heard.endsWith("here"), heard);
  }
  assert.deepEqual([...seen.values()], [2, 1]);
});

test("gate and home server may both speak through unix sockets", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "gate-"));
  t.after(() => rm(folder, { recursive: true }));
  const near = { kind: "unix", path: join(folder, "gate") } as const;
  const far = { kind: "unix", path: join(folder, "home") } as const;
  await abandonSocket(near.path);
  const { admitted } = await openHouse(t, { at: far, options: { listen: near } });
  for (const path of ["/about", "/inbox"]) {
    const status = await new Promise((resolve) => {
      const headers = { "X-Forwarded-For": "198.51.100.9", Host: "home.example" };
      ask({ socketPath: near.path, path, method: "POST", headers }, (answer) => {
        resolve(answer.resume().statusCode);
      }).end();
    });
    assert.equal(status, 202);
  }
  assert.deepEqual(
    admitted.map(({ client }) => client),
    ["198.51.100.9"],
  );
});

/** What a gate that was killed leaves behind: a socket file that nobody listens on. */
async function abandonSocket(path: string): Promise<void> {
  const killed = createNetServer();
  await new Promise<void>((resolve) => killed.listen(path, resolve));
  await rename(path, `${path}.aside`);
  await new Promise((resolve) => killed.close(resolve));
  await rename(`${path}.aside`, path);
}

test("the gate's own host name is answered by the gate", async (t) => {
  const { port } = await openHouse(t, {
    parts: {
      answerOwn: (name, method, path) =>
        name === "gate.example"
          ? { status: 200, headers: [["X-Own", "1"]], body: Buffer.from(`${method} ${path}`) }
          : undefined,
    },
  });
  const own = await speak(port, request(["GET /actor HTTP/1.1", "Host: gate.example", close]));
  assert.match(own, /^HTTP\/1\.1 200 OK\r\nX-Own: 1\r\n[\s\S]*GET \/actor$/);
  const other = await speak(port, request(["GET /actor HTTP/1.1", host, close]));
  assert.match(other, /^HTTP\/1\.1 202 /);
});

test("a server whose address leads nowhere is named in the log", async (t) => {
  const server = createServer();
  const gone = await listenOn(server, anyPort);
  await new Promise((resolve) => server.close(resolve));
  const { port, troubles, server: home } = await openHouse(t, { at: gone });
  await new Promise((resolve) => home.close(resolve));
  assert.match(await speak(port, request(["GET / HTTP/1.1", host, close])), /^HTTP\/1\.1 502 /);
  assert.ok(troubles[0]?.kind === "upstream" && /ECONNREFUSED/.test(troubles[0].because));
});

// The documented nginx file with gates that fail in every way we could think of: mail goes
// round a gate whose socket refuses, and round no other.

import assert from "node:assert/strict";
import { request } from "node:https";
import { connect, createServer, type Server, type Socket } from "node:net";
import { after, afterEach, test } from "node:test";
import { startHouse } from "./house.ts";
import { answers, homeHost, start } from "./network.ts";
import { gatePort, homePort } from "./nginx.ts";

const house = await startHouse("gate");
after(house.close);

let gate: Server | undefined;
afterEach(() => gate?.close());

// Takes 75 s: begun first, looked at last.
const taken = new Promise<void>((resolve) => void startGate(() => resolve()));
const slow = post("/slow/inbox");
await taken;

const endless = `HTTP/1.1 202 Accepted\r\nX-Long: ${"x".repeat(100_000)}\r\n\r\n`;

/** Ways of failing that a stranger might find out how to cause. */
const broken: readonly (readonly [string, (socket: Socket) => void, number])[] = [
  ["hangs up after the request", hearing((socket) => socket.destroy()), 502],
  ["resets after the request", hearing((socket) => socket.resetAndDestroy()), 502],
  ["breaks off in its header", hearing((socket) => socket.end("HTTP/1.1 202 Acc")), 502],
  ["answers with no HTTP", hearing((socket) => socket.end("what?\r\n\r\n")), 9],
  ["answers with an endless header", hearing((socket) => socket.end(endless)), 502],
  ["says 502 itself", hearing((socket) => socket.end(saying(502))), 502],
  ["says 503 itself", hearing((socket) => socket.end(saying(503))), 503],
  ["says 504 itself", hearing((socket) => socket.end(saying(504))), 504],
  ["says 401 itself", hearing((socket) => socket.end(saying(401))), 401],
  ["says 404 itself", hearing((socket) => socket.end(saying(404))), 404],
];

for (const [way, behave, status] of broken) {
  test(`mail does not go round a gate that ${way}`, async () => {
    await startGate(behave);
    for (const path of ["/alice/inbox", "/shared-inbox"]) {
      const [passage] = await house.nginx.during(() => post(path));
      assert.equal(passage?.status, status);
      assert.equal(passage.went, `127.0.0.1:${gatePort}`);
    }
  });
}

test("mail does not go round a gate that hangs with a full queue", async () => {
  const listen = `net.createServer().listen(${gatePort}, "127.0.0.1", 1)`;
  const hung = await start("hung-gate", ["node", "-e", listen], gatePort);
  hung.signal("SIGSTOP");
  const queued = Array.from({ length: 4 }, () => connect(gatePort, "127.0.0.1"));
  for (const socket of queued) socket.on("error", () => undefined);
  const [passage] = await house.nginx.during(() => post("/alice/inbox"));
  for (const socket of queued) socket.destroy();
  await hung.stop("SIGKILL");
  assert.equal(passage?.status, 504);
  assert.equal(passage.went, `127.0.0.1:${gatePort}`);
});

test("mail goes round a gate whose socket refuses, and keeps its path and body", async () => {
  assert.equal(await answers(gatePort), false);
  for (const path of ["/alice/inbox", "/shared-inbox?page=%41", "/alice/%69nbox"]) {
    const [passage] = await house.nginx.during(() => post(path));
    assert.equal(passage?.went, `127.0.0.1:${gatePort} : 127.0.0.1:${homePort}`);
    assert.equal(passage.path, path);
  }
});

test("every spelling of an inbox goes to the gate, and nothing else does", async () => {
  await startGate(hearing((socket) => socket.end(saying(202))));
  const inboxes = ["/inbox", "/a/inbox/", "/a//inbox", "/a/%69nbox", "/inbox.json", "/x/../inbox"];
  for (const path of [...inboxes, "/wp-json/activitypub/1.0/actors/1/inbox", "/inbox/ann"]) {
    const [passage] = await house.nginx.during(() => post(path));
    assert.equal(passage?.went, `127.0.0.1:${gatePort}`, path);
  }
  const [other] = await house.nginx.during(() => post("/oauth/token"));
  assert.equal(other?.went, `127.0.0.1:${homePort}`);
});

test("mail does not go round a gate that is slow", async () => {
  assert.equal(await slow, 504);
  const passage = house.nginx.posts().find(({ path }) => path === "/slow/inbox");
  assert.equal(passage?.went, `127.0.0.1:${gatePort}`);
});

async function startGate(behave: (socket: Socket) => void): Promise<void> {
  gate?.close();
  const server = createServer(behave);
  // nginx may well hang up on what it hears.
  server.on("connection", (socket) => socket.on("error", () => undefined));
  gate = server;
  await new Promise<void>((resolve) => {
    server.listen(gatePort, "127.0.0.1", resolve);
  });
}

/** Behaves so once the whole small request is here. */
function hearing(behave: (socket: Socket) => void): (socket: Socket) => void {
  return (socket) => socket.once("data", () => behave(socket));
}

function saying(status: number): string {
  return `HTTP/1.1 ${status} So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
}

/** Posts to the path as it is written here, which fetch would tidy; 0 if the answer is no HTTP. */
function post(path: string): Promise<number> {
  const headers = { "Content-Type": "application/activity+json" };
  return new Promise((resolve) => {
    const asked = request({ host: homeHost, path, method: "POST", headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    asked.on("error", () => resolve(0)).end("{}");
  });
}

// The documented file of a web server, with gates that fail in every way we could think of:
// mail goes round a gate whose socket refuses, and round no other; and what passes, passes
// unchanged. The same stories for each web server.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import { answers, homeHost, labFolder, type Running, run, start, until } from "./network.ts";
import { isUnchanged, post } from "./post.ts";
import { type Recorder, startRecorder } from "./recorder.ts";

export interface WebServer {
  /** What operators include. It is used to the letter. */
  readonly file: string;
  /** Starts it with that file in front of home.test. */
  readonly start: () => Promise<Running>;
  /** Whether each request finds out by itself that the gate is gone; else it takes a moment. */
  readonly noticesAtOnce: boolean;
}

export async function tellWayRound(server: WebServer): Promise<void> {
  const lab = await openLab(server);
  // Takes 75 s: begun first, looked at last.
  const taken = new Promise<void>((resolve) => lab.behave(() => resolve()));
  const slow = post("/slow/inbox");
  await taken;

  for (const [way, behave, status] of broken) tellOfBroken(lab, way, behave, status);
  tellOfPaths(lab);
  tellOfBytes(lab);
  tellOfWebSockets(lab);
  tellOfHung(lab);
  tellOfGone(lab, server);
  tellOfRealGate(lab);
  test("mail does not go round a gate that is slow", async () => {
    assert.ok((await slow) >= 502);
    assert.deepEqual(lab.home.arrived("/slow/inbox"), []);
  });
}

interface Lab {
  readonly gatePort: number;
  readonly homePort: number;
  readonly home: Recorder;
  /** Whatever reached a gate that behaves by `record`. */
  readonly gate: Recorder;
  /** What the gate does with each new connection. */
  readonly behave: (how: (socket: Socket) => void) => void;
  /** From here on nothing listens where the gate did. */
  readonly closeGate: () => void;
}

async function openLab(server: WebServer): Promise<Lab> {
  const [gatePort, homePort] = portsIn(server.file);
  const home = await startRecorder(homePort);
  const gate = await startRecorder();
  let behave = gate.serve;
  const listening = createServer((socket) => {
    // A web server may well hang up on what it hears.
    socket.on("error", () => undefined);
    behave(socket);
  });
  await listen(listening, gatePort);
  const front = await server.start();
  await until("mail goes to the gate", async () => (await post("/first/inbox")) === 202);
  assert.deepEqual(home.arrived("/first/inbox"), []);
  after(async () => {
    await front.stop("SIGKILL");
    listening.close();
    home.stop();
    gate.stop();
  });
  return {
    ...{ gatePort, homePort, home, gate },
    behave: (how) => {
      behave = how;
    },
    closeGate: () => void listening.close(),
  };
}

/** The documented file names two addresses: the gate's first. */
function portsIn(file: string): readonly [gate: number, home: number] {
  const found = readFileSync(file, "utf8").matchAll(/127\.0\.0\.1:(\d+)/g);
  const [gate, home, ...more] = new Set([...found].map(([, port]) => Number(port)));
  assert.ok(gate !== undefined && home !== undefined && more.length === 0, file);
  return [gate, home];
}

const endless = `HTTP/1.1 202 Accepted\r\nX-Long: ${"x".repeat(2_000_000)}\r\n\r\n`;

/** Ways of failing that a stranger might find out how to cause. */
const broken: readonly (readonly [string, (socket: Socket) => void, number?])[] = [
  ["hangs up after the request", hearing((socket) => socket.destroy())],
  ["resets after the request", hearing((socket) => socket.resetAndDestroy())],
  ["breaks off in its header", hearing((socket) => socket.end("HTTP/1.1 202 Acc"))],
  ["answers with no HTTP", hearing((socket) => socket.end("what?\r\n\r\n"))],
  ["answers with an endless header", hearing((socket) => socket.end(endless))],
  ["says 500 itself", hearing((socket) => socket.end(saying(500))), 500],
  ["says 502 itself", hearing((socket) => socket.end(saying(502))), 502],
  ["says 503 itself", hearing((socket) => socket.end(saying(503))), 503],
  ["says 504 itself", hearing((socket) => socket.end(saying(504))), 504],
  ["says 401 itself", hearing((socket) => socket.end(saying(401))), 401],
  ["says 413 itself", hearing((socket) => socket.end(saying(413))), 413],
  ["says 404 itself", hearing((socket) => socket.end(saying(404))), 404],
];

function tellOfBroken(
  { behave, home }: Lab,
  way: string,
  how: (socket: Socket) => void,
  status: number | undefined,
): void {
  test(`mail does not go round a gate that ${way}`, async () => {
    behave(how);
    for (const path of [`/${way.replaceAll(" ", "-")}/inbox`, "/shared-inbox"]) {
      const heard = await post(path);
      if (status === undefined) assert.notEqual(heard, 202);
      else assert.equal(heard, status);
      assert.deepEqual(home.arrived(path), []);
    }
  });
}

function tellOfPaths({ behave, gate, home }: Lab): void {
  test("every spelling of an inbox goes to the gate, and nothing else does", async () => {
    behave(gate.serve);
    const odd = ["/inbox", "/a/inbox/", "/a//inbox", "/a/%69nbox", "/inbox.json", "/x/../inbox"];
    const other = ["/wp-json/activitypub/1.0/actors/1/inbox", "/inbox/ann", "/a%2Fb/INBOX?q=%41;b"];
    for (const path of [...odd, ...other, "/%C3%BC/%49%4e%42%4F%58", "/a%20b/inbox;v=1"]) {
      assert.equal(await post(path), 202, path);
      assert.equal(gate.arrived(path).length, 1, path);
      assert.deepEqual(home.arrived(path), [], path);
    }
    for (const path of ["/oauth/token", "/users/ann/outbox?page=%41", "/"]) {
      assert.equal(await post(path), 202);
      assert.deepEqual([gate.arrived(path).length, home.arrived(path).length], [0, 1], path);
    }
  });
}

function tellOfBytes({ behave, gate }: Lab): void {
  test("a delivery reaches the gate as it was sent", async () => {
    behave(gate.serve);
    const body = randomBytes(900 * 1024);
    assert.equal(await post("/users/ann/%69nbox?a=%2f", body), 202);
    isUnchanged(gate.arrived("/users/ann/%69nbox?a=%2f"), body);
  });
}

function tellOfWebSockets({ behave, gate, home }: Lab): void {
  test("a WebSocket goes to the home server, and both ways", async () => {
    behave(gate.serve);
    const socket = new WebSocket(`wss://${homeHost}/api/v1/streaming?stream=user`);
    await once(socket, "open");
    socket.send("are you there?");
    const [words] = await once(socket, "message");
    assert.equal(String(words), "are you there?");
    socket.terminate();
    assert.deepEqual(home.arrived("/api/v1/streaming?stream=user"), []);
  });
}

function tellOfHung({ gatePort, closeGate, home }: Lab): void {
  test("mail does not go round a gate that hangs with a full queue", async () => {
    closeGate();
    const listen = `net.createServer().listen(${gatePort}, "127.0.0.1", 1)`;
    const hung = await start("hung-gate", ["node", "-e", listen], gatePort);
    // It takes connections now, and answers none.
    const isNoticed = async () => (await post("/hanging/inbox", Buffer.from("{}"), 1000)) === 0;
    await until("it is noticed", isNoticed);
    const before = home.arrived("/hanging/inbox").length;
    hung.signal("SIGSTOP");
    const queued = Array.from({ length: 4 }, () => connect(gatePort, "127.0.0.1"));
    for (const socket of queued) socket.on("error", () => undefined);
    // Longer than those wait that give up by themselves; the others are still waiting then.
    const heard = await post("/hung/inbox", Buffer.from("{}"), 8000);
    for (const socket of queued) socket.destroy();
    await hung.stop("SIGKILL");
    assert.ok(heard === 0 || heard >= 502, `${heard}`);
    await pause(500);
    assert.deepEqual(home.arrived("/hung/inbox"), []);
    assert.equal(home.arrived("/hanging/inbox").length, before);
  });
}

function tellOfGone({ gatePort, home }: Lab, { noticesAtOnce }: WebServer): void {
  test("mail goes round a gate whose socket refuses, unchanged", async () => {
    assert.equal(await answers(gatePort), false);
    if (!noticesAtOnce) {
      await until("it is noticed", async () => (await post("/gone/inbox")) === 202, 10_000);
    }
    for (const path of ["/alice/inbox", "/shared-inbox?page=%41", "/alice/%69nbox"]) {
      const body = randomBytes(300 * 1024);
      assert.equal(await post(path, body), 202);
      isUnchanged(home.arrived(path), body);
    }
  });
}

function tellOfRealGate({ gatePort, homePort, home }: Lab): void {
  test("a delivery passes through the gate itself as it was sent; doctor finds the way", async () => {
    const configuration = join(labFolder, "breakwater.yaml");
    const settings = {
      upstream: `http://127.0.0.1:${homePort}`,
      listen: `127.0.0.1:${gatePort}`,
      state: join(labFolder, "state"),
      home: { origin: `https://${homeHost}` },
    };
    writeFileSync(configuration, JSON.stringify(settings));
    const command = ["bin/breakwater", "start", "--config", configuration] as const;
    const gate = await start("gate", command, gatePort);
    const before = await judged();
    let tries = 0;
    // Once it is noticed that there is a gate again.
    await until("the gate judges it", async () => {
      tries += 1;
      assert.equal(await post("/users/ann/inbox", note), 202);
      return (await judged()) > before;
    });
    isUnchanged(home.arrived("/users/ann/inbox").slice(tries - 1), note);
    const doctor = ["bin/breakwater", "doctor", "--config", configuration] as const;
    assert.match(await run(doctor, { mayEndWith: [0, 1] }), /^ok +way: /m);
    await gate.stop("SIGKILL");
  });
}

/** JSON as no serializer would write it. */
const note = Buffer.from(`{ "type" : "Create",\t"id":"https://alpha.test/1",
  "actor": "https://alpha.test/users/ann", "object": {"type":"Note", "content": "\\u00e9\\/ é"} }\n`);

/** How many deliveries the real gate has judged. */
async function judged(): Promise<number> {
  const text = await (await fetch("http://127.0.0.1:8091/-/metrics")).text();
  const lines = text.matchAll(/^breakwater_deliveries_total\{.*\} (\d+)$/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
}

/** Behaves so once something of the request is here. */
export function hearing(behave: (socket: Socket) => void): (socket: Socket) => void {
  return (socket) => socket.once("data", () => behave(socket));
}

function saying(status: number): string {
  return `HTTP/1.1 ${status} So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
}

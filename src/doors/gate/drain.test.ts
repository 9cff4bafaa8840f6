import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { WebSocket as WebSocketClient, WebSocketServer } from "ws";
import { dial, eventually, latch, openHouse, request, speak } from "./house.fixture.ts";

const inbox = ["POST /inbox HTTP/1.1", "Host: home.example", "Content-Length: 2"];

test("a closing gate finishes what is in flight, and takes nobody new", async (t) => {
  const judging = latch();
  const { gate, port, admitted, passedOn } = await openHouse(t, {
    admit: () => judging.wait.then(() => ({ do: "pass" })),
  });
  const inFlight = speak(port, request(inbox, "{}"));
  await eventually(() => admitted.length === 1);
  const closed = gate.close();
  assert.equal(await speak(port, request(inbox, "{}")), "");
  judging.open();
  assert.match(await inFlight, /^HTTP\/1\.1 202 [\s\S]*Connection: close\r\n/);
  await closed;
  assert.equal(passedOn.length, 1);
});

test("kept-alive connections and WebSockets end when the gate closes", async (t) => {
  const home = createServer((_, response) => response.end());
  const sockets = new WebSocketServer({ server: home });
  t.after(() => sockets.close());
  const { gate, port } = await openHouse(t, { home });
  const idle = dial(port);
  idle.write(request(["GET / HTTP/1.1", "Host: home.example"]));
  await new Promise((resolve) => idle.once("data", resolve));
  const tunnel = new WebSocketClient(`ws://127.0.0.1:${port}/streaming`);
  await new Promise((resolve) => tunnel.on("open", resolve));
  const ends = [idle, tunnel].map((one) => new Promise((resolve) => one.on("close", resolve)));
  await gate.close();
  await Promise.all(ends);
});

test("what does not finish within its time is ended", async (t) => {
  const { gate, port, admitted } = await openHouse(t, {
    limits: { drainMs: 10 },
    admit: () => latch<{ do: "pass" }>().wait,
  });
  const inFlight = speak(port, request(inbox, "{}"));
  await eventually(() => admitted.length === 1);
  await gate.close();
  assert.equal(await inFlight, "");
});

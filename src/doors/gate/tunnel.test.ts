import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { test } from "node:test";
import { type WebSocket, WebSocket as WebSocketClient, WebSocketServer } from "ws";
import { eventually, openHouse, request, speak } from "./house.fixture.ts";

const host = "Host: home.example";

test("a WebSocket works through the gate, both ways, in text and bytes", async (t) => {
  const home = createServer();
  const sockets = new WebSocketServer({ server: home });
  sockets.on("connection", (socket: WebSocket) => {
    socket.on("message", (text, binary) => socket.send(text, { binary }));
  });
  const { port, ended } = await openHouse(t, { home });
  const client = new WebSocketClient(`ws://127.0.0.1:${port}/api/v1/streaming?stream=user`);
  await new Promise((resolve) => client.on("open", resolve));
  const heard: unknown[] = [];
  client.on("message", (data, binary) =>
    heard.push(binary ? data : `${Buffer.isBuffer(data) && data.toString()}`),
  );
  const bytes = randomBytes(300_000);
  client.send("hello");
  client.send(bytes);
  await eventually(() => heard.length === 2);
  assert.deepEqual(heard, ["hello", bytes]);
  client.close();
  await eventually(() => ended.length === 1);
  assert.deepEqual([ended[0]?.way, ended[0]?.status], ["tunnelled", 101]);
});

test("a server that won't change protocols answers as to any request", async (t) => {
  const { port } = await openHouse(t, {
    home: (_, response) => response.writeHead(426, { "X-Why": "old" }).end("no sockets here"),
  });
  const handshake = ["GET /streaming HTTP/1.1", host, "Connection: Upgrade", "Upgrade: websocket"];
  const heard = await speak(port, request(handshake));
  assert.match(heard, /^HTTP\/1\.1 426 [\s\S]*X-Why: old[\s\S]*no sockets here/);
});

test("an inbox POST with an Upgrade field is a delivery; h2c is no way past", async (t) => {
  const { port, admitted, server } = await openHouse(t);
  let upgrades = 0;
  server.on("request", (message) => {
    if (message.headers.upgrade !== undefined) upgrades += 1;
  });
  for (const [method, protocol] of [
    ["POST", "websocket"],
    ["POST", "h2c"],
    ["GET", "h2c"],
  ]) {
    const lines = [
      `${method} /inbox HTTP/1.1`,
      host,
      "Connection: Upgrade, close",
      `Upgrade: ${protocol}`,
    ];
    const heard = await speak(port, request([...lines, "Content-Length: 2"], "{}"));
    assert.match(heard, /^HTTP\/1\.1 202 /);
  }
  assert.equal(admitted.length, 2);
  assert.equal(upgrades, 0);
});

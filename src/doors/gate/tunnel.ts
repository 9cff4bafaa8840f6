// WebSockets: after the handshake only bytes, both ways, until either side ends.

import { type IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Switched } from "../../ports/passage.ts";
import { answerThrough, refuse } from "./answers.ts";
import type { Client } from "./forwarded.ts";
import type { House } from "./house.ts";
import { passingOf } from "./passed.ts";
import type { Visit } from "./visit.ts";

/**
 * Only WebSocket, only by GET, only without a body. Through a tunnel nothing is judged: `h2c`
 * would carry deliveries past the gate, and an inbox POST with an Upgrade field is a delivery.
 */
export function mayTunnel(request: IncomingMessage): boolean {
  const { upgrade, "content-length": length, "transfer-encoding": chunked } = request.headers;
  if (request.method !== "GET" || chunked !== undefined || Number(length ?? 0) !== 0) return false;
  return upgrade?.trim().toLowerCase() === "websocket";
}

/** An answer object for a socket that node has already let go of; it ends with its answer. */
export function responseOn(request: IncomingMessage, socket: Socket): ServerResponse {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.on("finish", () => {
    response.detachSocket(socket);
    socket.end();
    response.emit("close");
  });
  return response;
}

/** `head`: what the client sent right behind its handshake. Resolves when the tunnel has ended. */
export async function tunnelThrough(
  visit: Visit,
  client: Client,
  house: House,
  socket: Socket,
  head: Uint8Array,
): Promise<void> {
  visit.way = "tunnelled";
  const { request, response } = visit;
  const protocol = request.headers.upgrade ?? "websocket";
  const outcome = await house.parts.passage.upgrade(passingOf(visit, client, house), protocol);
  switch (outcome.kind) {
    case "answered":
      return await answerThrough(response, outcome);
    case "unreachable":
      if (response.destroyed) return;
      house.parts.observer.trouble({ ...outcome, kind: "upstream", receipt: undefined });
      return refuse(response, 502, "The server behind this gate gave no answer.");
    case "switched":
      response.detachSocket(socket);
      response.statusCode = 101;
      await join(socket, outcome, head);
      response.emit("close");
  }
}

function join(near: Socket, switched: Switched, head: Uint8Array): Promise<void> {
  const far = switched.socket;
  near.setTimeout(0);
  near.write(handshakeOf(switched), "latin1");
  near.write(switched.head);
  far.write(head);
  near.pipe(far);
  far.pipe(near);
  return new Promise((resolve) => {
    endTogether(near, far, resolve);
    endTogether(far, near, resolve);
  });
}

function endTogether(one: Duplex, other: Duplex, ended: () => void): void {
  one.on("error", () => one.destroy());
  one.on("close", () => {
    other.destroy();
    ended();
  });
}

function handshakeOf({ reason, headers }: Switched): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 101 ${reason}\r\n${lines.join("")}\r\n`;
}

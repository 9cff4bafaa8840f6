// The gate: a reverse proxy that nobody notices, except at the inbox.
//
//   socket ─▶ own host name?  ─▶ the actor's answer
//          ─▶ POST to an inbox ─▶ judged ─▶ passed on, or answered
//          ─▶ WebSocket        ─▶ tunnel
//          ─▶ anything else    ─▶ flows through

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { SocketAddress } from "../../base/socket-address.ts";
import { valuesOf } from "../../model/header-fields.ts";
import { answerWith, refuse } from "./answers.ts";
import { type Client, clientOf } from "./forwarded.ts";
import { type GateLimits, type GateOptions, gateLimits } from "./gate-options.ts";
import type { GateParts, House } from "./house.ts";
import { mayBeInbox } from "./inbox-path.ts";
import { judgeDelivery } from "./judged.ts";
import { listen } from "./listen.ts";
import { refuseMalformed } from "./malformed.ts";
import { callsItselfPost } from "./overridden.ts";
import { passThrough } from "./passed.ts";
import { probeAnswer } from "./probe.ts";
import { Room } from "./room.ts";
import { mayTunnel, responseOn, tunnelThrough } from "./tunnel.ts";
import { beginVisit, methodOf, targetOf, type Visit } from "./visit.ts";

export interface Gate {
  /** Where it listens; with the port that the system chose where 0 was asked for. */
  readonly address: SocketAddress;
  /** Listens no more, finishes what is in flight within `drainMs`, ends the rest. */
  close(): Promise<void>;
}

/** Rejects if the address can't be listened on. */
export async function startGate(options: GateOptions, parts: GateParts): Promise<Gate> {
  const limits = { ...gateLimits, ...options.limits };
  let address = options.listen;
  const house: House = {
    parts,
    limits,
    behindSocketFile: () => address.kind === "unix",
    trustedProxies: options.trustedProxies,
    inboxes: options.inboxes ?? [],
    room: new Room(limits.roomBytes),
    awaitsContinue: new WeakSet(),
  };
  const floor = new Floor(house);
  address = await listen(floor.server, options.listen, limits.socketMode, options.inherited);
  // Such as too many open files: those who did not get in try again, the others stay.
  floor.server.on("error", (error) => {
    parts.observer.trouble({ kind: "ours", error, receipt: undefined });
  });
  return { address, close: () => floor.close() };
}

/** The listening server and everybody on it. */
class Floor {
  readonly server: Server;
  readonly #house: House;
  /** Requests that are being seen to. */
  #busy = 0;
  #atRest: () => void = () => undefined;
  /** Answers that each connection still waits for. */
  readonly #open = new Map<Duplex, Set<ServerResponse>>();
  readonly #tunnels = new Set<Socket>();
  #draining = false;

  constructor(house: House) {
    this.#house = house;
    this.server = makeServer(house.limits);
    // Asked now, the address is known for as long as the socket lives, and after.
    this.server.on("connection", (socket) => void socket.remoteAddress);
    this.server.on("request", (request, response) => this.#receive(request, response));
    this.server.on("checkContinue", (request, response) => {
      house.awaitsContinue.add(request);
      this.#receive(request, response);
    });
    this.server.on("upgrade", (request, socket, head) => this.#tunnel(request, socket, head));
    this.server.on("connect", (_, socket) => refuseMalformed(socket, "CONNECT"));
    this.server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
      this.#malformed(error.code ?? error.name, socket);
    });
  }

  async close(): Promise<void> {
    this.#draining = true;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const response of [...this.#open.values()].flatMap((waiting) => [...waiting])) {
      if (!response.headersSent) response.shouldKeepAlive = false;
    }
    for (const socket of this.#tunnels) socket.destroy();
    const done = closed.then(() => this.#rest());
    await within(this.#house.limits.drainMs, done);
    this.server.closeAllConnections();
    await closed;
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const visit = beginVisit(request, response, this.#house.parts.observer);
    this.#await(request.socket, response);
    endStalled(request, response);
    if (this.#draining) response.shouldKeepAlive = false;
    void this.#attend(visit, () => route(visit, this.#house));
  }

  #tunnel(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    const socket = request.socket;
    duplex.on("error", () => duplex.destroy());
    // A tunnel has no end of its own that a closing gate could wait for.
    if (this.#draining) return void duplex.destroy();
    this.#tunnels.add(socket);
    socket.on("close", () => this.#tunnels.delete(socket));
    const response = responseOn(request, socket);
    const visit = beginVisit(request, response, this.#house.parts.observer);
    void this.#attend(visit, async () => {
      // Where this Node asks nobody what may be upgraded, no delivery slips through a tunnel.
      if (!mayTunnel(request)) return refuse(response, 400, "Only WebSockets are tunnelled here.");
      const client = meet(visit, this.#house);
      if (client !== undefined) await tunnelThrough(visit, client, this.#house, socket, head);
    });
  }

  #rest(): Promise<void> {
    if (this.#busy === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#atRest = resolve;
    });
  }

  /** A mistake of ours costs one request a 500, never the process. */
  async #attend(visit: Visit, work: () => Promise<void>): Promise<void> {
    this.#busy += 1;
    try {
      await work();
    } catch (error) {
      const { receipt, response } = visit;
      this.#house.parts.observer.trouble({ kind: "ours", error, receipt });
      if (response.headersSent) response.destroy();
      else refuse(response, 500, "Something went wrong here.");
    }
    this.#busy -= 1;
    if (this.#busy === 0) this.#atRest();
  }

  #await(socket: Socket, response: ServerResponse): void {
    const waiting = this.#open.get(socket) ?? this.#meetConnection(socket);
    waiting.add(response);
    response.on("close", () => {
      waiting.delete(response);
      if (this.#draining) setImmediate(() => this.server.closeIdleConnections());
    });
  }

  #meetConnection(socket: Socket): Set<ServerResponse> {
    const waiting = new Set<ServerResponse>();
    this.#open.set(socket, waiting);
    socket.on("close", () => {
      this.#open.delete(socket);
      // Node tells the answer whose turn it is; those behind it in the pipeline hear it here.
      for (const response of waiting) response.destroy();
    });
    return waiting;
  }

  #malformed(code: string, socket: Duplex): void {
    // Between answers that are still going out, a refusal would be read as part of one.
    if ((this.#open.get(socket)?.size ?? 0) > 0) {
      socket.destroy();
      return;
    }
    this.#house.parts.observer.trouble({ kind: "malformed", code });
    refuseMalformed(socket, code);
  }
}

function makeServer(limits: GateLimits): Server {
  const server = createServer({
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.headerTimeMs,
    requestTimeout: limits.requestTimeMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.lookMs,
    shouldUpgradeCallback: mayTunnel,
    // Peers that vanished without a word are found out by TCP.
    keepAlive: true,
    keepAliveInitialDelay: limits.stallMs,
    noDelay: true,
  });
  server.timeout = limits.stallMs;
  // No field may fall off the end unseen; their bytes are bounded.
  server.maxHeadersCount = 0;
  return server;
}

async function route(visit: Visit, house: House): Promise<void> {
  const client = meet(visit, house);
  if (client === undefined) return;
  if (isDelivery(visit, house)) {
    if (methodOf(visit) === "POST") return await judgeDelivery(visit, client, house);
    return refuse(visit.response, 405, "Deliveries are sent by POST, under no other name.");
  }
  const probed = probeAnswer(visit, client, house.parts.password);
  if (probed !== undefined) {
    visit.way = "own";
    return answerWith(visit.response, probed);
  }
  if (asksOnlyUs(visit)) {
    visit.way = "own";
    return answerWith(visit.response, { status: 204, headers: [], body: new Uint8Array() });
  }
  await passThrough(visit, client, house);
}

function isDelivery(visit: Visit, { inboxes, parts }: House): boolean {
  if (parts.gatekeeper.standsAside()) return false;
  const isPost = methodOf(visit) === "POST" || callsItselfPost(visit);
  return isPost && mayBeInbox(targetOf(visit), inboxes);
}

/**
 * "Are you there?", from a web server that can't send a body twice and asks before it sends it:
 * docs' Caddy file. RFC 9110, section 7.6.2, has Max-Forwards for it.
 */
function asksOnlyUs({ request }: Visit): boolean {
  return request.method === "HEAD" && request.headers["max-forwards"] === "0";
}

/** Who is it? Undefined if the request is answered already. */
function meet(visit: Visit, house: House): Client | undefined {
  const [host = "", ...more] = valuesOf(visit.fields, "host");
  if (more.length > 0 || isOddlyFramed(visit)) {
    visit.response.shouldKeepAlive = false;
    refuse(visit.response, 400, "This request can be read in more than one way.");
    return undefined;
  }
  const own = house.parts.answerOwn?.(host, methodOf(visit), targetOf(visit));
  if (own !== undefined) {
    visit.way = "own";
    answerWith(visit.response, own);
    return undefined;
  }
  return clientOf(peerOf(visit, house), visit.fields, house.trustedProxies);
}

/** A TCP peer that has left already has no address: that must not make it a trusted one. */
function peerOf({ request }: Visit, house: House): string | undefined {
  if (house.behindSocketFile()) return undefined;
  return request.socket.remoteAddress ?? "unknown";
}

/** node's parser refuses the rest: two lengths, a length beside chunks, chunks not last. */
function isOddlyFramed({ request, fields }: Visit): boolean {
  const codings = valuesOf(fields, "transfer-encoding");
  if (codings.length === 0) return false;
  return request.httpVersion !== "1.1" || codings.join(",").toLowerCase() !== "chunked";
}

/** Silence ends a connection only where the client is the one who is silent. */
function endStalled(request: IncomingMessage, response: ServerResponse): void {
  request.on("timeout", () => {
    // Bytes that we have not taken yet: the server behind us is slow, not the client.
    if (request.readableLength === 0) request.destroy();
  });
  response.on("timeout", () => {
    if (response.writableLength > 0) response.destroy();
  });
}

/** Resolves when `work` does, or when its time is over. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}

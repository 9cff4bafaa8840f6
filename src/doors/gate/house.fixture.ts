// A gate in front of a home server of the test's own, on loopback, both over real sockets.

import { createServer, type RequestListener, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { type HttpUpstream, makeHttpUpstream } from "../../adapters/http-upstream.ts";
import type { UpstreamTimes } from "../../adapters/upstream-times.ts";
import type { SocketAddress } from "../../base/socket-address.ts";
import { epochMs } from "../../base/units.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { UpstreamAnswer } from "../../model/kept.ts";
import type { Admission } from "../../services/admit.ts";
import { parseTrustedProxies } from "./forwarded.ts";
import { type Gate, startGate } from "./gate.ts";
import type { GateLimits, GateOptions } from "./gate-options.ts";
import type { GateParts } from "./house.ts";
import type { Ended, Trouble } from "./observer.ts";
import { receiptByChance } from "./receipt.ts";

export interface House {
  readonly gate: Gate;
  readonly port: number;
  readonly upstream: HttpUpstream;
  readonly server: Server;
  /** What the gatekeeper saw, and what it was told afterwards. */
  readonly admitted: Delivery[];
  readonly passedOn: UpstreamAnswer[];
  readonly ended: Ended[];
  readonly troubles: Trouble[];
}

type Listener = (...given: Parameters<RequestListener>) => unknown;

export interface HouseWishes {
  /** The home server; 202 without a body unless wished otherwise. */
  readonly home?: Listener | Server;
  readonly standsAside?: () => boolean;
  readonly password?: string;
  readonly admit?: (delivery: Delivery) => Admission | Promise<Admission>;
  readonly limits?: Partial<GateLimits>;
  readonly times?: Partial<UpstreamTimes>;
  readonly options?: Partial<GateOptions>;
  readonly parts?: Partial<GateParts>;
  /** Where the home server listens. */
  readonly at?: SocketAddress;
}

export const anyPort: SocketAddress = { kind: "tcp", host: "127.0.0.1", port: 0 };

export function trust(...ranges: string[]): GateOptions["trustedProxies"] {
  const parsed = parseTrustedProxies(ranges);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

export async function openHouse(t: TestContext, wishes: HouseWishes = {}): Promise<House> {
  const server = homeServer(wishes.home);
  const address = await listenOn(server, wishes.at ?? anyPort);
  const upstream = makeHttpUpstream({ address, times: wishes.times ?? {} });
  const seen = { admitted: [], passedOn: [], ended: [], troubles: [] } as Pick<
    House,
    "admitted" | "passedOn" | "ended" | "troubles"
  >;
  const gate = await startGate(
    {
      listen: anyPort,
      trustedProxies: trust("127.0.0.1"),
      ...wishes.options,
      limits: { drainMs: 1000, ...wishes.limits },
    },
    { ...partsFor(seen, upstream, wishes), ...wishes.parts },
  );
  t.after(async () => {
    server.closeAllConnections();
    server.close();
    await gate.close();
    await upstream.close();
  });
  const port = gate.address.kind === "tcp" ? gate.address.port : 0;
  return { gate, port, upstream, server, ...seen };
}

function homeServer(home: HouseWishes["home"]): Server {
  if (typeof home === "object") return home;
  const answer: Listener = (request, response) => {
    request.resume();
    response.writeHead(202).end();
  };
  const listener = home ?? answer;
  return createServer((...given) => void listener(...given));
}

function partsFor(
  seen: Pick<House, "admitted" | "passedOn" | "ended" | "troubles">,
  upstream: HttpUpstream,
  { admit, standsAside, password }: HouseWishes,
): GateParts {
  return {
    gatekeeper: {
      standsAside: () => standsAside?.() ?? false,
      async admit(delivery) {
        seen.admitted.push(delivery);
        return (await admit?.(delivery)) ?? { do: "pass" };
      },
      async passedOn(_, answer) {
        seen.passedOn.push(answer);
      },
    },
    ...(password === undefined ? {} : { password }),
    passage: upstream,
    clock: { now: () => epochMs(1_790_000_000_000) },
    makeReceipt: receiptByChance,
    observer: {
      ended: (request) => seen.ended.push(request),
      trouble: (trouble) => seen.troubles.push(trouble),
    },
  };
}

export function listenOn(server: Server, address: SocketAddress): Promise<SocketAddress> {
  return new Promise((resolve) => {
    if (address.kind === "unix") {
      server.listen(address.path, () => resolve(address));
      return;
    }
    server.listen(address.port, address.host, () => {
      const bound = server.address();
      const port = typeof bound === "object" && bound !== null ? bound.port : 0;
      resolve({ ...address, port });
    });
  });
}

/** Everything one raw connection hears, as latin1, until the far end closes or `until` is met. */
export function speak(
  port: number,
  text: string | Uint8Array,
  until: (heard: string) => boolean = () => false,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = dial(port);
    let heard = "";
    socket.on("data", (chunk: Buffer) => {
      heard += chunk.toString("latin1");
      if (until(heard)) socket.destroy();
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(heard));
    socket.write(typeof text === "string" ? Buffer.from(text, "latin1") : text);
  });
}

export function dial(port: number): Socket {
  return connect({ port, host: "127.0.0.1" });
}

/** One request as text: lines, then a body. */
export function request(lines: readonly string[], body = ""): string {
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

/** Resolves when `holds` does, looking after each turn of the event loop; rejects after 30 s. */
export async function eventually(holds: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  while (!holds()) {
    if (performance.now() > giveUpAt) throw new Error(`never came true: ${holds.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * What a visitor hears, who comes again where he was not served: a gate with a patience of some
 * milliseconds may end him before it has read him, if the machine is busy.
 */
export async function untilServed<T>(
  visit: () => Promise<T>,
  served: (heard: T) => boolean,
): Promise<T> {
  for (let visits = 0; visits < 50; visits++) {
    const heard = await visit();
    if (served(heard)) return heard;
  }
  throw new Error("nobody was served");
}

/** A promise with its key. */
export function latch<T = void>(): { readonly wait: Promise<T>; open(value: T): void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { wait: promise, open: resolve };
}

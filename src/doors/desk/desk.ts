// The desk's door: pages for moderators, on an address of their own.

import { createServer } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { SocketAddress } from "../../base/socket-address.ts";
import { clientOf, type TrustedProxies } from "../gate/forwarded.ts";
import { gateLimits } from "../gate/gate-options.ts";
import { closeAtOnce, listen } from "../gate/listen.ts";
import { makeDeskApp } from "./app.ts";
import { loadAssets } from "./assets.ts";
import { type Challenges, makeChallenges } from "./challenges.ts";
import type { DeskParts } from "./desk-parts.ts";
import { routes } from "./routes.ts";

export interface DeskOptions {
  readonly listen: SocketAddress;
  /** The origin under which people reach it; undefined: the address itself. */
  readonly url: string | undefined;
  readonly trustedProxies: TrustedProxies;
  failed(what: string, error: unknown): void;
  /** What whoever has no account has to solve; a test has less time. */
  readonly challenges?: Challenges;
}

export interface Desk {
  /** With the port that the system chose where 0 was asked for. */
  readonly address: SocketAddress;
  close(): Promise<void>;
}

/** A page is asked for in one go: who takes longer only holds a connection. Chosen by us. */
const requestTimeMs = 15_000;

/**
 * At once, so that who only holds connections takes no descriptors from the gate: eight times the
 * streams that event-streams.ts allows. Chosen by us.
 */
const connectionsMax = 512;

/** Rejects if the address can't be listened on. */
export async function startDesk(options: DeskOptions, parts: DeskParts): Promise<Desk> {
  const { url, trustedProxies, failed, challenges = makeChallenges() } = options;
  // A proxy that does not say how people reach it, or is not trusted, must cost no cookie its mark.
  const isHttps = url?.startsWith("https://") === true;
  const clients = new WeakMap<Request, { readonly address: string; readonly isSecure: boolean }>();
  const app = makeDeskApp({
    ...{ parts, routes, url, failed, challenges },
    assets: await loadAssets(),
    client: (request) => clients.get(request) ?? { address: "unknown", isSecure: false },
  });
  const answer = getRequestListener((request, bindings) => {
    const { incoming } = bindings as HttpBindings;
    const named = [...request.headers].map(([name, value]) => [name, value] as const);
    const { address, scheme } = clientOf(incoming.socket.remoteAddress, named, trustedProxies);
    clients.set(request, { address, isSecure: isHttps || scheme === "https" });
    return app.fetch(request, bindings);
  });
  // Node looks each half minute by itself, which would be twice as long as we give.
  const looks = { connectionsCheckingInterval: gateLimits.lookMs };
  const limits = { requestTimeout: requestTimeMs, maxHeaderSize: 16 * 1024, ...looks };
  const server = createServer(limits, (request, response) => void answer(request, response));
  server.maxConnections = connectionsMax;
  const address = await listen(server, options.listen, gateLimits.socketMode);
  return { address, close: () => closeAtOnce(server) };
}

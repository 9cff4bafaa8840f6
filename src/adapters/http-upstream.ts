// The home server over HTTP/1.1. Deliveries, whose bytes are all here, go by undici's pool and
// may be sent twice; what streams goes by node:http, which knows 1xx, trailers and Upgrade.

import { type Client, Pool } from "undici";
import { type SocketAddress, showSocketAddress } from "../base/socket-address.ts";
import type { Delivery } from "../model/delivery.ts";
import { boundedAnswer } from "../model/kept.ts";
import type { Passage, RelayedAnswer } from "../ports/passage.ts";
import type { Upstream } from "../ports/upstream.ts";
import { makePassing } from "./http-passing.ts";
import { exchange, type Failed, type Outcome } from "./undici-exchange.ts";
import { freshClient, type MarkingConnector, markingConnector } from "./undici-sockets.ts";
import { describeError, type UpstreamTimes, upstreamTimes } from "./upstream-times.ts";

export interface HttpUpstreamOptions {
  readonly address: SocketAddress;
  readonly times?: Partial<UpstreamTimes>;
  /** Sockets for deliveries at once; what is beyond waits its turn. */
  readonly connectionsMax?: number;
}

/** Bytes of an answer that is passed back to a sender. Real ones have a few hundred. */
const relayedBytesMax = 8 * 1024 * 1024;

export type HttpUpstream = Upstream &
  Passage & {
    /** Ends idle sockets, lets exchanges in flight finish. */
    close(): Promise<void>;
  };

export function makeHttpUpstream(options: HttpUpstreamOptions): HttpUpstream {
  const { address } = options;
  const times = { ...upstreamTimes, ...options.times };
  const marking = markingConnector(address, times.connectMs);
  const pool = new Pool(marking.origin, {
    ...marking.options,
    connections: options.connectionsMax ?? 256,
  });
  const passing = makePassing(address, times);

  const limits = { timeMs: times.deliveryMs, answerBytesMax: relayedBytesMax };

  async function again(delivery: Delivery, first: Failed): Promise<Outcome> {
    if (first.begun || !marking.wasReset(first.error)) return first;
    return await withFreshClient(marking, (client) =>
      exchange(client, delivery, { ...limits, timeMs: Math.max(1, first.timeLeftMs) }),
    );
  }

  async function relay(delivery: Delivery): Promise<RelayedAnswer> {
    const first = await exchange(pool, delivery, limits);
    if (first.kind === "answered") return first;
    const outcome = await again(delivery, first);
    if (outcome.kind === "answered") return outcome;
    const where = showSocketAddress(address);
    return { kind: "unreachable", because: `${where}: ${describeError(outcome.error)}` };
  }

  return {
    relay,
    deliver: async (delivery) => boundedAnswer(await relay(delivery)),
    pass: passing.pass,
    upgrade: passing.upgrade,
    async close() {
      passing.close();
      await pool.close();
    },
  };
}

async function withFreshClient<T>(
  marking: MarkingConnector,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const client = freshClient(marking);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

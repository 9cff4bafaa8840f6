// Load for HTTP servers: prepared requests, so many at once, each timed.

import { Client } from "undici";
import type { SocketAddress } from "../../base/socket-address.ts";

/** A request that was made, and signed, before the clock started. */
export interface Prepared {
  readonly path: string;
  /** Flat, as undici takes them; without Content-Length. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

export interface Timed {
  readonly requestsPerSecond: number;
  /** Milliseconds that half, and all but a hundredth, of the requests took at most. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Sends each request once over `connections` kept-alive connections, one at a time on each.
 * Throws if one is answered with anything but 2xx: only work that was done may count.
 */
export async function measureLoad(
  address: SocketAddress,
  requests: readonly Prepared[],
  connections: number,
): Promise<Timed> {
  const clients = Array.from({ length: connections }, () => clientFor(address));
  const times: number[] = [];
  let next = 0;
  async function work(client: Client): Promise<void> {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const startedAt = performance.now();
      await send(client, request);
      times.push(performance.now() - startedAt);
    }
  }
  const startedAt = performance.now();
  try {
    await Promise.all(clients.map(work));
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: requests.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

async function send(client: Client, { path, headers, body }: Prepared): Promise<void> {
  const answer = await client.request({ method: "POST", path, headers: [...headers], body });
  const text = await answer.body.text();
  const { statusCode } = answer;
  if (statusCode < 200 || statusCode > 299) throw new Error(`answered ${statusCode}: ${text}`);
}

function clientFor(address: SocketAddress): Client {
  if (address.kind === "unix") return new Client("http://localhost", { socketPath: address.path });
  return new Client(`http://${address.host}:${address.port}`);
}

/** `sorted` ascending; 0 for none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

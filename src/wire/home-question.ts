// A question to the home server from a command, past the gate.

import { makeHttpUpstream } from "../adapters/http-upstream.ts";
import { askOver } from "../adapters/upstream-ask.ts";
import type { SocketAddress } from "../base/socket-address.ts";
import type { Ask } from "../services/node-info.ts";

/** Asks, and closes its connections when `work` is done. */
export async function askingHome<T>(
  address: SocketAddress,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const upstream = makeHttpUpstream({ address });
  try {
    return await work(askOver(upstream));
  } finally {
    await upstream.close();
  }
}

import { second } from "../base/units.ts";

/** How patient we are with the home server, in milliseconds. */
export interface UpstreamTimes {
  /** Until a socket is there. */
  readonly connectMs: number;
  /** A whole exchange of a delivery, both attempts and waiting for a socket included. */
  readonly deliveryMs: number;
  /** Silence of the server before its answer to anything else begins. */
  readonly silenceMs: number;
}

/**
 * Senders wait 10 to 30 s for a delivery's answer (from their sources), so a later one is heard
 * by nobody. Other requests that come through our nginx file have 75 s there, and less here:
 * the proxy before us must hear our answer, not its own timeout.
 */
export const upstreamTimes: UpstreamTimes = {
  connectMs: 5 * second,
  deliveryMs: 25 * second,
  silenceMs: 60 * second,
};

/** What docs' nginx file gives the gate (`proxy_read_timeout`): longer than any answer of ours. */
export const proxyReadTimeoutMs = 75 * second;

/** Node hides what it tried inside an AggregateError without a message of its own. */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describeError).join("; ");
  return error instanceof Error ? error.message : String(error);
}

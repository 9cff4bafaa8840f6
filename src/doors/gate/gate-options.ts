// What an operator may set of the gate; every bound has a default and a reason.

import { bodyBytesMax } from "../../base/limits.ts";
import type { SocketAddress } from "../../base/socket-address.ts";
import { hour, second } from "../../base/units.ts";
import type { TrustedProxies } from "./forwarded.ts";
import type { InboxPattern } from "./inbox-path.ts";

export interface GateOptions {
  readonly listen: SocketAddress;
  /** The descriptor of a socket that listens already, and is used instead. */
  readonly inherited?: number | undefined;
  readonly trustedProxies: TrustedProxies;
  /** Besides the usual inbox paths. */
  readonly inboxes?: readonly InboxPattern[];
  readonly limits?: Partial<GateLimits>;
}

export interface GateLimits {
  /** Of a judged body; 413 beyond. */
  readonly bodyBytesMax: number;
  /** Of all judged bodies together; beyond, reading waits. */
  readonly roomBytes: number;
  /** Of a request's header fields; 431 beyond. */
  readonly headerBytesMax: number;
  /** From a connection's, or a request's, first moment to the end of its header fields. */
  readonly headerTimeMs: number;
  /** For a judged body to be all here. */
  readonly bodyTimeMs: number;
  /** For any request to be all here. */
  readonly requestTimeMs: number;
  /** A client that neither sends what it announced nor reads what it asked for. */
  readonly stallMs: number;
  /** Between two requests of a kept-alive connection. */
  readonly keepAliveMs: number;
  /** How often connections are looked over for `headerTimeMs` and `requestTimeMs`. */
  readonly lookMs: number;
  /** For requests in flight when the gate closes. */
  readonly drainMs: number;
  /** File mode of a unix socket: the proxy before us shares a group with us. */
  readonly socketMode: number;
}

export const gateLimits: GateLimits = {
  bodyBytesMax,
  roomBytes: 64 * bodyBytesMax,
  // nginx forwards up to 4 × 8 KiB (large_client_header_buffers).
  headerBytesMax: 32 * 1024,
  headerTimeMs: 15 * second,
  // Senders give a whole delivery 10 to 30 s.
  bodyTimeMs: 20 * second,
  // 99 MB, Mastodon's largest upload, over a 28 kB/s line.
  requestTimeMs: hour,
  stallMs: 60 * second,
  // Longer than nginx's own 60 s: if we closed first, nginx could meet a closed socket, take it
  // for a refusal, and go round us.
  keepAliveMs: 75 * second,
  lookMs: 5 * second,
  drainMs: 20 * second,
  socketMode: 0o660,
};

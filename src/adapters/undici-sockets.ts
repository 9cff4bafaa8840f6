// Sockets to the home server that remember whether they had been used when they broke.

import type { Socket } from "node:net";
import { buildConnector, Client } from "undici";
import type { SocketAddress } from "../base/socket-address.ts";

/** Bytes of an answer's header fields. Rails with a long CSP sends 4 KiB. */
export const answerHeaderBytesMax = 64 * 1024;

export interface MarkingConnector {
  readonly origin: string;
  readonly options: Client.Options;
  /** It ended a socket that had carried an answer before: the server tidied up, or restarted. */
  wasReset(error: unknown): boolean;
}

/**
 * undici reports a reset without saying whether the socket was new. Each socket's errors are
 * marked here as they pass, so that only a kept-alive one's reset is tried again.
 */
export function markingConnector(address: SocketAddress, connectMs: number): MarkingConnector {
  const ofUsedSockets = new WeakSet<object>();
  const connect = buildConnector({
    timeout: connectMs,
    keepAlive: true,
    ...(address.kind === "unix" ? { socketPath: address.path } : {}),
  });
  const marking: buildConnector.connector = (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      markErrors(socket, ofUsedSockets);
      callback(null, socket);
    });
  return {
    origin: originOf(address),
    options: {
      connect: marking,
      // Ours runs the clock of a whole exchange; undici's would only cut it differently.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: answerHeaderBytesMax,
    },
    wasReset: (error) => error instanceof Error && ofUsedSockets.has(error),
  };
}

/** A client of its own whose first socket is new. */
export function freshClient(marking: MarkingConnector): Client {
  return new Client(marking.origin, marking.options);
}

function markErrors(socket: Socket, ofUsedSockets: WeakSet<object>): void {
  socket.prependListener("error", (error) => {
    if (socket.bytesRead > 0) ofUsedSockets.add(error);
  });
}

function originOf(address: SocketAddress): string {
  if (address.kind === "unix") return "http://localhost";
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `http://${host}:${address.port}`;
}

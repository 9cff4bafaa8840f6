import { chmod, unlink } from "node:fs/promises";
import type { Server as HttpServer } from "node:http";
import { connect, type Server } from "node:net";
import type { SocketAddress } from "../../base/socket-address.ts";

/**
 * Listens on `address` and says where: the system chooses the port for 0. A unix socket that a
 * killed gate left behind is taken over; one that somebody answers on is not. Where `inherited`
 * names the descriptor of a socket that whoever started us holds open, that one is listened on
 * instead, and callers wait in its queue while we are away. Rejects with node's error.
 */
export async function listen(
  server: Server,
  address: SocketAddress,
  socketMode: number,
  inherited?: number,
): Promise<SocketAddress> {
  if (inherited !== undefined) {
    await bind(server, { fd: inherited });
    const bound = boundTo(server);
    return bound ?? (address.kind === "unix" ? address : { kind: "unix", path: "/inherited" });
  }
  if (address.kind === "unix") {
    if (await isAbandoned(address.path)) await unlink(address.path);
    await bind(server, { path: address.path });
    await chmod(address.path, socketMode);
    return address;
  }
  await bind(server, { host: address.host, port: address.port });
  const bound = boundTo(server);
  return bound === undefined ? address : { ...address, port: bound.port };
}

/** Whoever is still being answered is cut off: for pages, which can be asked for again. */
export async function closeAtOnce(server: HttpServer): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** Undefined for a unix socket. */
function boundTo(server: Server) {
  const bound = server.address();
  if (typeof bound !== "object" || bound === null) return undefined;
  return { kind: "tcp", host: bound.address, port: bound.port } as const;
}

function bind(
  server: Server,
  where: { path: string } | { fd: number } | { host: string; port: number },
) {
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function isAbandoned(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = connect({ path });
    caller.on("connect", () => {
      caller.destroy();
      resolve(false);
    });
    caller.on("error", (error: NodeJS.ErrnoException) => resolve(error.code === "ECONNREFUSED"));
  });
}

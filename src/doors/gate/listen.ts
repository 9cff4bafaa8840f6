import { chmod, unlink } from "node:fs/promises";
import { connect, type Server } from "node:net";
import type { SocketAddress } from "../../base/socket-address.ts";

/**
 * Listens on `address` and says where: the system chooses the port for 0. A unix socket that a
 * killed gate left behind is taken over; one that somebody answers on is not. Rejects with
 * node's error.
 */
export async function listen(
  server: Server,
  address: SocketAddress,
  socketMode: number,
): Promise<SocketAddress> {
  if (address.kind === "unix") {
    if (await isAbandoned(address.path)) await unlink(address.path);
    await bind(server, { path: address.path });
    await chmod(address.path, socketMode);
    return address;
  }
  await bind(server, { host: address.host, port: address.port });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : address.port;
  return { ...address, port };
}

function bind(server: Server, where: { path: string } | { host: string; port: number }) {
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

// Where to listen, or whom to connect to: a host and port, or a unix socket's path.

import { err, ok, type Result } from "./result.ts";

export type SocketAddress =
  | { readonly kind: "tcp"; readonly host: string; readonly port: number }
  | { readonly kind: "unix"; readonly path: string };

const shape = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<name>[^:/\s[\]]+)):(?<port>\d{1,5})$/;

/** `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080` or `unix:/run/breakwater.sock`. */
export function parseSocketAddress(text: string): Result<SocketAddress, string> {
  if (text.startsWith("unix:")) {
    const path = text.slice("unix:".length);
    if (!path.startsWith("/")) return err(`"${text}" must name an absolute path after "unix:"`);
    return ok({ kind: "unix", path });
  }
  const groups = shape.exec(text)?.groups;
  const host = groups?.["v6"] ?? groups?.["name"];
  const port = Number(groups?.["port"]);
  if (host === undefined || port > 65_535) {
    return err(`"${text}" is neither host:port nor unix:/path`);
  }
  return ok({ kind: "tcp", host, port });
}

/** Whether only this machine can reach it. A unix socket is reached by whom its file lets in. */
export function isLoopback(address: SocketAddress): boolean {
  if (address.kind === "unix") return true;
  return /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/.test(address.host);
}

/** The way `parseSocketAddress` reads it. */
export function showSocketAddress(address: SocketAddress): string {
  if (address.kind === "unix") return `unix:${address.path}`;
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `${host}:${address.port}`;
}

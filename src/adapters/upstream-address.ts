import { err, ok, type Result } from "../base/result.ts";
import { parseSocketAddress, type SocketAddress } from "../base/socket-address.ts";

/**
 * Where the home server listens: `http://host:port` or `unix:/path`. No path, no https: the gate
 * stands beside its server, and whatever ends TLS stands in front of the gate.
 */
export function parseUpstreamAddress(text: string): Result<SocketAddress, string> {
  if (text.startsWith("unix:")) return parseSocketAddress(text);
  const url = URL.parse(text);
  const bare = url !== null && url.pathname === "/" && url.search === "" && url.hash === "";
  if (!bare || url.protocol !== "http:" || url.username !== "" || url.hostname === "") {
    return err(`upstream "${text}" must look like http://127.0.0.1:3000 or unix:/path`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return ok({ kind: "tcp", host, port: url.port === "" ? 80 : Number(url.port) });
}

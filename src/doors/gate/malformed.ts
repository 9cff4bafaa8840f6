import type { Duplex } from "node:stream";

const lines: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  CONNECT: "405 Method Not Allowed",
};

/** For what isn't a request we could answer: one line, and the connection ends. */
export function refuseMalformed(socket: Duplex, code: string): void {
  socket.on("error", () => socket.destroy());
  if (!socket.writable || code === "ECONNRESET" || code === "EPIPE") {
    socket.destroy();
    return;
  }
  const line = lines[code] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => {
    socket.destroy();
  });
}

// A server that answers 202 to everything and remembers what was posted to it, byte for byte.

import { createServer, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { WebSocketServer } from "ws";

export interface Arrived {
  readonly path: string;
  /** In lower case, in their order; the values of equal names too. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface Recorder {
  /** What came with this path; a path as it stood on the wire. */
  readonly arrived: (path: string) => readonly Arrived[];
  /** Serves one more connection, whoever accepted it. */
  readonly serve: (socket: Socket) => void;
  readonly stop: () => void;
}

/** On a port, or, without one, for whatever `serve` is given. WebSockets hear their own words. */
export async function startRecorder(port?: number): Promise<Recorder> {
  const all: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "POST") all.push(arrivedIn(request, Buffer.concat(chunks)));
      response.writeHead(202).end();
    });
  });
  new WebSocketServer({ server }).on("connection", (socket) => {
    socket.on("message", (words) => socket.send(words));
  });
  if (port !== undefined) {
    await new Promise<void>((resolve) => {
      server.listen(port, "127.0.0.1", resolve);
    });
  }
  return {
    arrived: (path) => all.filter((one) => one.path === path),
    serve: (socket) => void server.emit("connection", socket),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function arrivedIn({ url = "", rawHeaders }: IncomingMessage, body: Buffer): Arrived {
  const fields = rawHeaders.flatMap((name, i) =>
    i % 2 === 0 ? [[name.toLowerCase(), rawHeaders[i + 1] ?? ""] as const] : [],
  );
  return { path: url, fields, body };
}

// A server that takes what is posted to it, on loopback, as told.

import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Mood } from "../../ports/notifier.contract.ts";

export interface Request {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface HttpReceiver {
  readonly origin: string;
  readonly requests: readonly Request[];
  setMood(mood: Mood): void;
  /** What it answers where it does not take it. */
  setStatus(status: number): void;
  /** May be called twice. */
  stop(): Promise<void>;
}

const endless = "x".repeat(64 * 1024);

export async function startHttpReceiver(taken = 202): Promise<HttpReceiver> {
  const requests: Request[] = [];
  let mood: Mood = "takes";
  let refusal = 503;
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    if (mood === "hangs") return;
    if (mood === "refuses") return void response.writeHead(refusal).end("not today");
    requests.push({ path: request.url ?? "", headers: request.headers, body });
    if (mood === "takes") return void response.writeHead(taken).end("thank you");
    const pour = (): void => {
      while (!response.destroyed && response.write(endless));
    };
    response.writeHead(taken).on("drain", pour);
    pour();
  }
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    setMood: (next) => {
      mood = next;
    },
    setStatus: (status) => {
      refusal = status;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

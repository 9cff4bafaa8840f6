// Is it up, is it ready, how is it doing: for machines that ask, on a port of its own.

import { createServer, type ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import type { SocketAddress } from "../../base/socket-address.ts";
import { second } from "../../base/units.ts";
import { gateLimits } from "../gate/gate-options.ts";
import { closeAtOnce, listen } from "../gate/listen.ts";

export interface AdminOptions {
  readonly listen: SocketAddress;
  /** The descriptor of a socket that listens already, and is used instead. */
  readonly inherited?: number | undefined;
  readonly registry: Registry;
  /** What must be well before mail may come, by name; a rejection counts as unwell. */
  readonly checks: () => Promise<Readonly<Record<string, boolean>>>;
  /** What the gate says of itself; no secrets. */
  readonly status: () => Promise<object>;
}

export interface Admin {
  /** With the port that the system chose where 0 was asked for. */
  readonly address: SocketAddress;
  close(): Promise<void>;
}

/** A check that takes longer is no answer to whoever asks whether to send mail here. */
const checkTimeMs = 2 * second;

type Page = (response: ServerResponse) => Promise<void>;

/** Rejects if the address can't be listened on. */
export async function startAdmin(options: AdminOptions): Promise<Admin> {
  const { listen: where, inherited, registry, checks, status } = options;
  const pages: ReadonlyMap<string, Page> = new Map([
    ["/-/healthz", async (response) => say(response, 200, { up: true })],
    ["/-/readyz", (response) => sayReady(response, checks)],
    ["/-/status", async (response) => say(response, 200, await status())],
    ["/-/metrics", (response) => sayMetrics(response, registry)],
  ]);
  const server = createServer((request, response) => {
    const page = pages.get((request.url ?? "/").replace(/\?.*$/, ""));
    if (page === undefined) return say(response, 404, { error: "There is nothing here." });
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return say(response, 405, { error: "This can only be read." });
    }
    page(response).catch(() => say(response, 500, { error: "This can't be told right now." }));
  });
  const address = await listen(server, where, gateLimits.socketMode, inherited);
  return { address, close: () => closeAtOnce(server) };
}

async function sayReady(response: ServerResponse, checks: AdminOptions["checks"]): Promise<void> {
  const found = await withinTime(checks());
  const ready = found !== undefined && Object.values(found).every((well) => well);
  say(response, ready ? 200 : 503, { ready, checks: found ?? {} });
}

async function sayMetrics(response: ServerResponse, registry: Registry): Promise<void> {
  const text = await registry.metrics();
  response.writeHead(200, { "Content-Type": registry.contentType }).end(text);
}

function say(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
  response.end(`${JSON.stringify(value)}\n`);
}

/** Undefined if it failed or took too long. */
async function withinTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, checkTimeMs, undefined);
  });
  const done = work.catch(() => undefined);
  return await Promise.race([done, late]).finally(() => clearTimeout(timer));
}

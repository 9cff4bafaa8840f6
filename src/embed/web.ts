/**
 * Breakwater before a handler of the web's kind, Request in and Response out.
 *
 *   POST to an inbox ─judge▶ pass ─▶ handler, with the same bytes ─▶ its answer
 *                       └──▶ answer (kept) … later ─replay▶ handler
 *   anything else ─────────────────▶ handler
 *
 * A replayed request goes in where all requests go in, so it meets this again: it carries its
 * mark in the asynchronous context, where no stranger can write and no other middleware loses it.
 */

import { AsyncLocalStorage } from "node:async_hooks";
import { mayBeInbox, parseInboxPattern } from "../doors/gate/inbox-path.ts";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import { endToEnd } from "../model/header-fields.ts";
import type { Breakwater, Incoming, Judged, PassOn, UpstreamAnswer } from "./breakwater.ts";
import { type BodyTrouble, readRequest } from "./read-request.ts";

export type Handler = (request: Request) => Response | Promise<Response>;

/** The delivering machine's address, as your own proxy saw it. */
type ClientOf = () => string | undefined;

export interface InboxOptions {
  /** Paths that are inboxes besides those that look like one; `*` stands for one segment. */
  readonly inboxes?: readonly string[];
}

export interface Inboxes {
  /** The sender's answer. `clientOf` is not asked about what was kept and comes again. */
  receive(request: Request, clientOf: ClientOf, handler: Handler): Promise<Response>;
}

/** The replay that a request belongs to; only the first request in it is that delivery. */
interface Replay {
  readonly wall: Breakwater;
  taken: boolean;
}

const replays = new AsyncLocalStorage<Replay>();

/** An address that is nobody's, where the delivering machine is not known. */
const unknownClient = "::";

export function inboxesBehind(wall: Breakwater, { inboxes = [] }: InboxOptions): Inboxes {
  const patterns = inboxes.map(parseInboxPattern);
  return {
    async receive(request, clientOf, handler) {
      const { pathname, search } = new URL(request.url);
      if (request.method !== "POST" || !mayBeInbox(pathname + search, patterns))
        return handler(request);
      if (isReplayed(wall)) return handler(request);
      if (isEncoded(request)) return refuse(415);
      const read = await readRequest(request, wall.bodyBytesMax);
      if (!read.ok) return refuse(read.error);
      const incoming = incomingFrom(request, read.value, clientOf() ?? unknownClient);
      const judged = await wall.judge(incoming);
      if (judged.do === "answer") return responseOf(judged);
      return passOn(withBody(request, read.value), judged, handler);
    },
  };
}

async function passOn(
  request: Request,
  { answered }: Judged & { do: "pass" },
  handler: Handler,
): Promise<Response> {
  try {
    const response = await handler(request);
    await answered(await answerOf(response));
    return response;
  } catch (error) {
    await answered({ kind: "unreachable", because: String(error) });
    throw error;
  }
}

/** What leads kept deliveries into the handler again; goes to `open`. */
export function replayInto(wall: Breakwater, handler: Handler): PassOn {
  return async (delivery) => {
    try {
      const replay = { wall, taken: false };
      return await answerOf(await replays.run(replay, async () => handler(requestOf(delivery))));
    } catch (error) {
      return { kind: "unreachable", because: String(error) };
    }
  };
}

function isReplayed(wall: Breakwater): boolean {
  const replay = replays.getStore();
  if (replay === undefined || replay.wall !== wall || replay.taken) return false;
  replay.taken = true;
  return true;
}

/**
 * The address of the URL is the one that the sender used: a program behind a proxy has set it
 * right before anything verifies signatures.
 */
function incomingFrom(request: Request, body: Uint8Array, client: string): Incoming {
  const url = new URL(request.url);
  const sent = endToEnd([...request.headers]).filter(([name]) => name !== "host");
  return {
    path: url.pathname + url.search,
    headers: [["host", url.host], ...sent],
    body,
    client,
    scheme: url.protocol === "https:" ? "https" : "http",
  };
}

function requestOf({ scheme, path, headers, body }: Delivery): Request {
  const host = headers.find(([name]) => name === "host")?.[1] ?? "";
  const fields = headers.map(([name, value]): [string, string] => [name, value]);
  const copy = Uint8Array.from(body);
  return new Request(`${scheme}://${host}${path}`, { method: "POST", headers: fields, body: copy });
}

/** The same request with the body that was read; its bytes are the sender's own. */
function withBody({ url, headers, signal }: Request, body: Uint8Array<ArrayBuffer>): Request {
  return new Request(url, { method: "POST", headers, body, signal });
}

async function answerOf(response: Response): Promise<UpstreamAnswer> {
  const body = new Uint8Array(await response.clone().arrayBuffer());
  return { kind: "answered", status: response.status, headers: [...response.headers], body };
}

function responseOf(answer: {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}): Response {
  const headers = endToEnd(answer.headers).map(([name, value]): [string, string] => [name, value]);
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  const body = bodiless ? null : Uint8Array.from(answer.body);
  return new Response(body, { status: answer.status, headers });
}

function isEncoded(request: Request): boolean {
  const encoding = request.headers.get("content-encoding") ?? "";
  return encoding !== "" && encoding.trim().toLowerCase() !== "identity";
}

const refusals: Readonly<Record<BodyTrouble | 415, string>> = {
  400: "The body broke off.",
  408: "The body took too long.",
  413: "The delivery is too large.",
  415: "Deliveries are read as they are: send them without a content encoding.",
};

function refuse(status: BodyTrouble | 415): Response {
  return Response.json({ error: refusals[status] }, { status });
}

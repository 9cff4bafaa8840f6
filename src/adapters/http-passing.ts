// What only passes by, over node:http: bodies flow both ways while the other end takes them.

import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type SocketAddress, showSocketAddress } from "../base/socket-address.ts";
import type { HeaderField } from "../model/delivery.ts";
import {
  copyFields,
  endToEnd,
  flattenFields,
  hasField,
  pairFields,
} from "../model/header-fields.ts";
import type { PassedAnswer, Passing, Switched, Unreachable } from "../ports/passage.ts";
import { answerHeaderBytesMax } from "./undici-sockets.ts";
import { describeError, type UpstreamTimes } from "./upstream-times.ts";

type Outcome = Exclude<PassedAnswer, Unreachable> | Switched | Failed;

interface Failed {
  readonly kind: "failed";
  readonly error: NodeJS.ErrnoException;
}

export interface PassingLine {
  readonly pass: (passing: Passing) => Promise<PassedAnswer>;
  readonly upgrade: (passing: Passing, protocol: string) => Promise<PassedAnswer | Switched>;
  close(): void;
}

export function makePassing(address: SocketAddress, times: UpstreamTimes): PassingLine {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64, scheduling: "lifo" });
  const target =
    address.kind === "unix"
      ? { socketPath: address.path }
      : { host: address.host, port: address.port };

  function send(passing: Passing, agentOrNone: Agent | false, fields: readonly HeaderField[]) {
    const outgoing = request({
      ...target,
      agent: agentOrNone,
      method: passing.method,
      path: passing.path,
      headers: flattenFields(fields),
      maxHeaderSize: answerHeaderBytesMax,
      timeout: times.silenceMs,
    });
    // No field may fall off the end unseen; their bytes are bounded.
    outgoing.maxHeadersCount = 0;
    return outgoing;
  }

  async function pass(passing: Passing): Promise<PassedAnswer> {
    const fields = framed(passing);
    // What can't be sent twice gets a socket of its own: no kept-alive one can break under it.
    const first = send(passing, passing.body === undefined ? agent : false, fields);
    const outcome = await converse(first, passing);
    const afresh = first.reusedSocket && isReset(outcome) && !passing.signal.aborted;
    return answerOf(afresh ? await converse(send(passing, false, fields), passing) : outcome);
  }

  async function upgrade(passing: Passing, protocol: string): Promise<PassedAnswer | Switched> {
    const outcome = await converse(send(passing, false, handshake(passing, protocol)), passing);
    return outcome.kind === "switched" ? outcome : answerOf(outcome);
  }

  function answerOf(outcome: Outcome): PassedAnswer {
    switch (outcome.kind) {
      case "answered":
        return outcome;
      case "failed":
        return unreachable(outcome.error);
      case "switched":
        outcome.socket.destroy();
        return unreachable(new Error("it changed protocols without being asked"));
    }
  }

  function converse(outgoing: ClientRequest, passing: Passing): Promise<Outcome> {
    return new Promise((resolve) => {
      const fail = (error: Error): void => resolve({ kind: "failed", error });
      outgoing.on("error", fail);
      outgoing.on("close", () => fail(new Error("closed without an answer")));
      outgoing.on("response", (answer) => {
        outgoing.setTimeout(0);
        resolve(answered(answer));
      });
      outgoing.on("upgrade", (answer, socket, head) => {
        outgoing.socket?.setTimeout(0);
        resolve(switched(answer, socket, head));
      });
      outgoing.on("continue", () => passing.informed(100, []));
      outgoing.on("information", ({ statusCode, rawHeaders }) => {
        if (statusCode !== 100) passing.informed(statusCode, endToEnd(pairFields(rawHeaders)));
      });
      boundConnecting(outgoing, times);
      stopWith(outgoing, passing.signal);
      write(outgoing, passing);
    });
  }

  function unreachable(error: Error): Unreachable {
    const where = showSocketAddress(address);
    return { kind: "unreachable", because: `${where}: ${describeError(error)}` };
  }

  return { pass, upgrade, close: () => agent.destroy() };
}

/** Fields with the framing that this hop needs; without a body they stay as they came. */
function framed({ method, headers, body }: Passing): HeaderField[] {
  const fields = [...headers];
  if (body?.chunked) fields.push(["Transfer-Encoding", "chunked"]);
  // Node would announce chunks for a POST that has nothing to say.
  const bodiless = body === undefined && !hasField(headers, "content-length");
  if (bodiless && !withoutBody.has(method)) fields.push(["Content-Length", "0"]);
  return fields;
}

const withoutBody: ReadonlySet<string> = new Set(["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"]);

function handshake({ headers }: Passing, protocol: string): HeaderField[] {
  return [...headers, ["Connection", "Upgrade"], ["Upgrade", protocol]];
}

function answered(answer: IncomingMessage): Outcome {
  return {
    kind: "answered",
    status: answer.statusCode ?? 502,
    reason: answer.statusMessage ?? "",
    headers: endToEnd(pairFields(answer.rawHeaders)),
    body: answer,
    trailers: () => pairFields(answer.rawTrailers),
  };
}

function switched(answer: IncomingMessage, socket: Duplex, head: Uint8Array): Switched {
  const headers = pairFields(answer.rawHeaders);
  return { kind: "switched", reason: answer.statusMessage ?? "", headers, socket, head };
}

function write(outgoing: ClientRequest, { body }: Passing): void {
  if (body === undefined) {
    outgoing.end();
    return;
  }
  const { stream, trailers } = body;
  stream.pipe(outgoing, { end: false });
  stream.on("end", () => {
    if (body.chunked && !outgoing.destroyed) outgoing.addTrailers(copyFields(trailers()));
    outgoing.end();
  });
  // The upload is over, one way or the other: what still comes in is not ours to hold.
  outgoing.on("close", () => {
    stream.unpipe(outgoing);
    stream.resume();
  });
}

/** A silent server is given up; so is one whose socket does not come about. */
function boundConnecting(outgoing: ClientRequest, times: UpstreamTimes): void {
  outgoing.on("timeout", () => outgoing.destroy(new Error("no answer in time")));
  outgoing.on("socket", (socket: Socket) => {
    if (!socket.connecting) return;
    socket.setTimeout(times.connectMs);
    socket.once("connect", () => socket.setTimeout(times.silenceMs));
  });
}

function isReset(outcome: Outcome): boolean {
  if (outcome.kind !== "failed") return false;
  return outcome.error.code === "ECONNRESET" || outcome.error.code === "EPIPE";
}

function stopWith(outgoing: ClientRequest, signal: AbortSignal): void {
  const stop = (): void => {
    outgoing.destroy();
  };
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  outgoing.on("close", () => signal.removeEventListener("abort", stop));
}

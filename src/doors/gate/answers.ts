// Answers on the wire. What the home server said goes out as it said it; what we say ourselves
// names no software.

import type { ServerResponse } from "node:http";
import type { HeaderField } from "../../model/delivery.ts";
import { copyFields, endToEnd, flattenFields, hasField } from "../../model/header-fields.ts";
import type { PassedAnswer, RelayedAnswer } from "../../ports/passage.ts";

export interface OwnAnswer {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

/** Our word, in one sentence, as JSON. */
export function refuse(response: ServerResponse, status: number, error: string): void {
  const body = Buffer.from(`${JSON.stringify({ error })}\n`);
  const headers: HeaderField[] = [["Content-Type", "application/json; charset=utf-8"]];
  answerWith(response, { status, headers, body });
}

/** An answer of ours, whole. `Date` is added where it has none. */
export function answerWith(response: ServerResponse, { status, headers, body }: OwnAnswer): void {
  if (response.destroyed) return;
  const fields = endToEnd(headers);
  const bodiless = status === 204 || status === 304;
  if (!bodiless && !hasField(fields, "content-length")) {
    fields.push(["Content-Length", String(body.byteLength)]);
  }
  response.writeHead(status, flattenFields(fields));
  response.end(body);
}

/** The home server's answer to a judged delivery. */
export function answerAs(
  response: ServerResponse,
  answer: Extract<RelayedAnswer, { kind: "answered" }>,
): void {
  if (response.destroyed) return;
  const { status, reason, headers, body } = answer;
  writeHead(response, { status, reason, headers: endToEnd(headers) });
  // Nothing to add: the head leaves as one string, which is a third of the work of two pieces.
  if (body.byteLength === 0) response.end();
  else response.end(body);
}

/** The home server's answer to anything else, as it comes in; done when it is out or broken off. */
export function answerThrough(
  response: ServerResponse,
  answer: Extract<PassedAnswer, { kind: "answered" }>,
): Promise<void> {
  return new Promise((resolve) => {
    const { body, trailers } = answer;
    response.on("close", resolve);
    // A cut-off answer must not look whole: the connection breaks as it broke for us.
    body.on("error", () => response.destroy());
    body.on("end", () => {
      const fields = trailers();
      if (fields.length > 0) response.addTrailers(copyFields(fields));
      response.end();
    });
    if (response.destroyed) {
      body.destroy();
      resolve();
      return;
    }
    writeHead(response, answer);
    // Server-sent events: the head must not wait for the first of them.
    response.flushHeaders();
    body.pipe(response, { end: false });
  });
}

interface Head {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly HeaderField[];
}

function writeHead(response: ServerResponse, head: Head): void {
  response.sendDate = false;
  response.writeHead(head.status, head.reason, flattenFields(presentable(response, head)));
}

/** Without chunks there is no place for trailers, so they are not announced. */
function presentable(response: ServerResponse, { status, headers }: Head): readonly HeaderField[] {
  const { httpVersion, method } = response.req;
  const bodiless = method === "HEAD" || status === 204 || status === 304;
  const chunked = httpVersion === "1.1" && !bodiless && !hasField(headers, "content-length");
  if (chunked || !hasField(headers, "trailer")) return headers;
  return headers.filter(([name]) => name.toLowerCase() !== "trailer");
}

// What is not ours to judge: it flows through, both ways at once, and is never held whole.

import type { IncomingMessage } from "node:http";
import type { HeaderField } from "../../model/delivery.ts";
import {
  endToEnd,
  flattenFields,
  harmlessTrailers,
  pairFields,
} from "../../model/header-fields.ts";
import type { Passing } from "../../ports/passage.ts";
import { answerThrough, refuse } from "./answers.ts";
import type { Client } from "./forwarded.ts";
import type { House } from "./house.ts";
import { methodOf, targetOf, type Visit } from "./visit.ts";

export async function passThrough(visit: Visit, client: Client, house: House): Promise<void> {
  visit.way = "passed";
  const { response } = visit;
  const answer = await house.parts.passage.pass(passingOf(visit, client, house));
  if (answer.kind === "answered") return await answerThrough(response, answer);
  // A client that left ends its request upstream too: that is no trouble of the server's.
  if (response.destroyed) return;
  house.parts.observer.trouble({ kind: "upstream", because: answer.because, receipt: undefined });
  refuse(response, 502, "The server behind this gate gave no answer.");
}

export function passingOf(visit: Visit, client: Client, house: House): Passing {
  const { request, response } = visit;
  const body = bodyOf(request);
  return {
    method: methodOf(visit),
    path: targetOf(visit),
    headers: passedFields(client.headers, body?.chunked ?? false),
    body,
    signal: whileConnected(visit),
    informed(status, headers) {
      if (response.headersSent || response.destroyed || request.httpVersion !== "1.1") return;
      if (status !== 100) response.writeInformation(status, flattenFields(headers));
      else if (house.awaitsContinue.has(request)) response.writeContinue();
    },
  };
}

/** Without chunks there is no place for trailers, so they are not announced. */
function passedFields(fields: readonly HeaderField[], chunked: boolean): readonly HeaderField[] {
  const kept = endToEnd(fields);
  return chunked ? kept : kept.filter(([name]) => name.toLowerCase() !== "trailer");
}

function bodyOf(request: IncomingMessage): Passing["body"] {
  const chunked = request.headers["transfer-encoding"] !== undefined;
  if (!chunked && Number(request.headers["content-length"] ?? 0) === 0) return undefined;
  return {
    stream: request,
    chunked,
    trailers: () => harmlessTrailers(pairFields(request.rawTrailers)),
  };
}

function whileConnected({ response }: Visit): AbortSignal {
  const left = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { HeaderField } from "../../model/delivery.ts";
import { pairFields } from "../../model/header-fields.ts";
import type { Receipt } from "../../model/ids.ts";
import type { GateObserver, Way } from "./observer.ts";

/** One request and what became of it so far. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** As they came, all of them. */
  readonly fields: readonly HeaderField[];
  way: Way;
  receipt: Receipt | undefined;
}

/** The observer hears of it once, when the answer is out or its client gone. */
export function beginVisit(
  request: IncomingMessage,
  response: ServerResponse,
  observer: GateObserver,
): Visit {
  const startedAt = performance.now();
  const fields = pairFields(request.rawHeaders);
  const visit: Visit = { request, response, fields, way: "refused", receipt: undefined };
  response.once("close", () => {
    const told = response.writableFinished || response.statusCode === 101;
    const status = told ? response.statusCode : undefined;
    const ms = performance.now() - startedAt;
    observer.ended({ way: visit.way, status, ms, receipt: visit.receipt });
  });
  return visit;
}

/** The request target, byte for byte. */
export function targetOf({ request }: Visit): string {
  return request.url ?? "/";
}

export function methodOf({ request }: Visit): string {
  return request.method ?? "GET";
}

// One delivery there and its answer back, over a given undici dispatcher.

import type { Dispatcher } from "undici";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import { endToEnd } from "../model/header-fields.ts";
import type { RelayedAnswer } from "../ports/passage.ts";

export type Outcome = Extract<RelayedAnswer, { kind: "answered" }> | Failed;

export interface Failed {
  readonly kind: "failed";
  readonly error: unknown;
  /** Some of the answer had come: the request was acted on. */
  readonly begun: boolean;
  readonly timeLeftMs: number;
}

export interface ExchangeLimits {
  /** From the call to the answer's last byte. */
  readonly timeMs: number;
  readonly answerBytesMax: number;
}

/** Always resolves. */
export function exchange(
  dispatcher: Dispatcher,
  delivery: Delivery,
  limits: ExchangeLimits,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const listener = new AnswerListener(limits, resolve);
    try {
      dispatcher.dispatch(requestOf(delivery), listener);
    } catch (error) {
      listener.onResponseError(undefined, error);
    }
  });
}

/** undici counts the body itself, and what was expected of us has been answered by us. */
const notSent: ReadonlySet<string> = new Set(["content-length", "expect"]);

function requestOf(delivery: Delivery): Dispatcher.DispatchOptions {
  const { body } = delivery;
  const fields: string[] = [];
  for (const [name, value] of endToEnd(delivery.headers)) {
    if (!notSent.has(name.toLowerCase())) fields.push(name, value);
  }
  return {
    method: "POST",
    path: delivery.path,
    headers: fields,
    body: Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength),
  };
}

class AnswerListener implements Dispatcher.DispatchHandler {
  readonly #limits: ExchangeLimits;
  readonly #startedAt = performance.now();
  readonly #timer: NodeJS.Timeout;
  #resolve: ((outcome: Outcome) => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #head: { status: number; reason: string; headers: HeaderField[] } | undefined;
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(limits: ExchangeLimits, resolve: (outcome: Outcome) => void) {
    this.#limits = limits;
    this.#resolve = resolve;
    this.#timer = setTimeout(() => {
      this.#giveUp(new Error(`no answer within ${limits.timeMs} ms`));
    }, limits.timeMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#resolve === undefined) controller.abort(new Error("its time was over in the queue"));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    _headers: unknown,
    reason?: string,
  ): void {
    if (status < 200) return;
    this.#head = { status, reason: reason ?? "", headers: fieldsOf(controller.rawHeaders) };
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limits.answerBytesMax) {
      this.#giveUp(new Error(`answer longer than ${this.#limits.answerBytesMax} bytes`));
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#head === undefined) return;
    const body = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#settle({ kind: "answered", ...this.#head, body: body ?? new Uint8Array() });
  }

  onResponseError(_controller: unknown, error: unknown): void {
    const timeLeftMs = this.#limits.timeMs - (performance.now() - this.#startedAt);
    this.#settle({ kind: "failed", error, begun: this.#head !== undefined, timeLeftMs });
  }

  #giveUp(error: Error): void {
    this.onResponseError(undefined, error);
    this.#controller?.abort(error);
  }

  #settle(outcome: Outcome): void {
    clearTimeout(this.#timer);
    this.#resolve?.(outcome);
    this.#resolve = undefined;
  }
}

function fieldsOf(raw: Dispatcher.DispatchController["rawHeaders"]): HeaderField[] {
  if (!Array.isArray(raw)) return [];
  // latin1 keeps each byte: a field may hold any of 0x80 to 0xff.
  const fields: HeaderField[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) fields.push([textOf(raw[i]), textOf(raw[i + 1])]);
  return fields;
}

function textOf(part: Buffer | string | undefined): string {
  return typeof part === "string" ? part : (part?.toString("latin1") ?? "");
}

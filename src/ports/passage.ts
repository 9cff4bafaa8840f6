// The way to the home server for what is not ours to judge, as the gate needs it.

import type { Duplex, Readable } from "node:stream";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import type { UpstreamAnswer } from "../model/kept.ts";

/** A request on its way through: its body flows while it goes. */
export interface Passing {
  readonly method: string;
  /** The request target, byte for byte. */
  readonly path: string;
  /** What is to reach the server, in order; no hop-by-hop fields. */
  readonly headers: readonly HeaderField[];
  /** `undefined`: it has none. `chunked`: its length is not known beforehand. */
  readonly body:
    | {
        readonly stream: Readable;
        readonly chunked: boolean;
        /** Read when the stream has ended. */
        readonly trailers: () => readonly HeaderField[];
      }
    | undefined;
  /** Whoever asked has left: stop. */
  readonly signal: AbortSignal;
  /** An answer before the answer (1xx, never 101); 100 without fields. */
  informed(status: number, headers: readonly HeaderField[]): void;
}

/** What came back; `body` still flows. */
export type PassedAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly reason: string;
      readonly headers: readonly HeaderField[];
      readonly body: Readable;
      /** Read when the body has ended. */
      readonly trailers: () => readonly HeaderField[];
    }
  | Unreachable;

/** The server changed protocols: from here on only bytes, both ways. */
export interface Switched {
  readonly kind: "switched";
  readonly reason: string;
  /** With the hop-by-hop fields, which a handshake needs. */
  readonly headers: readonly HeaderField[];
  readonly socket: Duplex;
  /** The first bytes of the new protocol. */
  readonly head: Uint8Array;
}

export type Unreachable = Extract<UpstreamAnswer, { kind: "unreachable" }>;

/** An answer to a judged delivery, whole, with its reason phrase. */
export type RelayedAnswer =
  | (Extract<UpstreamAnswer, { kind: "answered" }> & { readonly reason: string })
  | Unreachable;

/** Methods never throw and never reject. */
export interface Passage {
  /** As Upstream's `deliver`, with the answer whole: it goes back to the sender. */
  relay(delivery: Delivery): Promise<RelayedAnswer>;

  /** Resolves when the answer begins. One retry, as `deliver`, where there is no body. */
  pass(passing: Passing): Promise<PassedAnswer>;

  /** Asks for another protocol; `protocol` is the Upgrade field's value. */
  upgrade(passing: Passing, protocol: string): Promise<PassedAnswer | Switched>;
}

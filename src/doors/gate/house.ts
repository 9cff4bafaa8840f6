// What every room of the gate shares while it stands.

import type { IncomingMessage } from "node:http";
import type { Clock } from "../../ports/clock.ts";
import type { Passage } from "../../ports/passage.ts";
import type { Gatekeeper } from "../../services/admit.ts";
import type { OwnAnswer } from "./answers.ts";
import type { TrustedProxies } from "./forwarded.ts";
import type { GateLimits } from "./gate-options.ts";
import type { InboxPattern } from "./inbox-path.ts";
import type { GateObserver } from "./observer.ts";
import type { ReceiptMaker } from "./receipt.ts";
import type { Room } from "./room.ts";

export interface GateParts {
  readonly gatekeeper: Gatekeeper;
  readonly passage: Passage;
  readonly clock: Pick<Clock, "now">;
  readonly makeReceipt: ReceiptMaker;
  readonly observer: GateObserver;
  /** Of this run, for `doctor`: whoever shows it is answered by the gate itself. */
  readonly password?: string;
  /** For the gate's own actor, on a host name of its own; undefined: not ours to answer. */
  readonly answerOwn?: (host: string, method: string, path: string) => OwnAnswer | undefined;
}

export interface House {
  readonly parts: GateParts;
  readonly limits: GateLimits;
  /** Whoever reaches us through a unix socket is our own proxy. */
  readonly behindSocketFile: () => boolean;
  readonly trustedProxies: TrustedProxies;
  readonly inboxes: readonly InboxPattern[];
  readonly room: Room;
  /** Requests whose client holds the body back until it hears 100. */
  readonly awaitsContinue: WeakSet<IncomingMessage>;
}

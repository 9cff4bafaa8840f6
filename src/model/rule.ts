// What an admin or moderator decided beforehand: it wins over every signal.

import type { EpochMs } from "../base/units.ts";
import type { ActorId, Host } from "./ids.ts";

export interface Rule {
  readonly decision: "allow" | "refuse";
  readonly subject:
    | { readonly kind: "host"; readonly host: Host }
    | { readonly kind: "actor"; readonly actor: ActorId };
  readonly by: string;
  readonly why: string;
  readonly madeAt: EpochMs;
  readonly expiresAt: EpochMs | undefined;
}

/**
 * How mail to one of our own people is treated. `off`: what reaches only such people is not judged.
 * `consent`: whoever they don't know waits for a ruling. Everybody else is `normal`.
 */
export interface RecipientRule {
  readonly recipient: ActorId;
  readonly mode: "off" | "consent";
  readonly by: string;
  readonly why: string;
  readonly madeAt: EpochMs;
}

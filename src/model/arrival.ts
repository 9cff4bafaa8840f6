// A delivery that was understood: what it says, who signed it, whom it reaches here.

import type { Activity } from "./activity.ts";
import type { Authenticity, AuthorProof } from "./authenticity.ts";
import type { Delivery } from "./delivery.ts";
import type { ActorId, Host } from "./ids.ts";
import type { Reading } from "./reading.ts";

export interface Arrival {
  readonly delivery: Delivery;
  readonly activity: Activity;
  readonly authenticity: Authenticity;
  readonly authorProof: AuthorProof;
  /**
   * Whose contact this is: the proven signer, or, while nothing is proven, who the body
   * names. Only a proven sender moves any counter.
   */
  readonly sender: Sender;
  readonly audience: Audience;
}

export interface Sender {
  readonly actor: ActorId;
  readonly host: Host;
  /** Registrable domain (public suffix list with its private section): subdomains are free. */
  readonly domain: string;
  readonly proven: boolean;
}

/** Whom here a delivery reaches, counted on the wire, resolved or not. */
export interface Audience {
  /** Local people that it addresses, answers, follows, reacts to … each once. Bounded. */
  readonly notified: readonly Recipient[];
  /** How many there were before the bound. */
  readonly notifiedTotal: number;
  /** Remote actors that it addresses beside them. */
  readonly elsewhere: number;
}

export interface Recipient {
  readonly actor: ActorId;
  /** The strongest way in which it reaches them. */
  readonly via: "mention" | "addressed" | "inbox" | "owner" | "followed" | "moved-to";
}

/** An arrival whose content was read: what signals see of it. */
export interface ReadArrival extends Arrival {
  readonly reading: Reading;
}

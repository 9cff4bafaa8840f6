// A contact by its words: what a lesson is made of, when somebody rules on it.

import type { ActorId } from "./ids.ts";

export interface WordedContact {
  /** Hashed, as the classifier packs them; empty where it says nothing. */
  readonly features: Uint8Array;
  readonly sender: ActorId;
  /** Registrable. */
  readonly domain: string;
  /** Everybody can read it. */
  readonly isPublic: boolean;
}

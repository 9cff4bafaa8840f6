// What a signature proved, and what it did not.

import type { EpochMs } from "../base/units.ts";
import type { ActorId, Host } from "./ids.ts";

/** How a request was signed. `none`: no signature header at all. */
export type SignatureKind = "draft-cavage" | "rfc9421" | "none";

/**
 * `proven`: this signer's key covers this body, within its time; and path and host, as far as
 * the signer chose to cover them, which real servers do.
 * `refuted`: it can't have been signed by the named key, whatever we fetch.
 * `unknown`: the key was not to be had (in time); nobody is to blame yet.
 */
export type Authenticity =
  | {
      readonly kind: "proven";
      readonly signature: SignatureKind;
      /** The actor that owns the key: the sender. A relay's is not the author's. */
      readonly signer: ActorId;
      readonly signerHost: Host;
      /** What the signature itself dates and ends, where it does: `Date`/`created`, `expires`. */
      readonly signedAt: EpochMs | undefined;
      readonly expiresAt: EpochMs | undefined;
    }
  | {
      readonly kind: "refuted";
      readonly signature: SignatureKind;
      readonly why: Refutation;
      readonly because: string;
    }
  | {
      readonly kind: "unknown";
      readonly signature: SignatureKind;
      readonly keyId: string;
      readonly why: "late" | "unavailable" | "gone";
      readonly because: string;
    };

export const refutations = [
  "absent",
  "malformed",
  "unsupported",
  "uncovered",
  "digest",
  "expired",
  "early",
  "wrong-key",
  "wrong-owner",
] as const;

export type Refutation = (typeof refutations)[number];

/** Whether the named author is who the signature speaks for. design: proof of signer and author. */
export type AuthorProof =
  | { readonly kind: "proven"; readonly author: ActorId; readonly host: Host }
  | { readonly kind: "relayed"; readonly author: ActorId; readonly because: string }
  | { readonly kind: "none" };

/**
 * What a signed request claims, read from its fields alone: which key, over which bytes, from
 * when until when. Reading is pure; whether it is true takes a hash and a key (services).
 *
 * One principle decides what is refused here. A claim that we refuse reaches the home server,
 * to hear its no. So as little as possible is refused that a home server may accept, as long
 * as the signature covers the body: strictness would not protect anybody, it would be a way
 * round the gate. Real senders all sign more than the least that is asked for here.
 */

import type { EpochMs } from "../../base/units.ts";
import type { Authenticity, Refutation, SignatureKind } from "../../model/authenticity.ts";
import type { Delivery } from "../../model/delivery.ts";
import { refutedShape, type ServerProfile } from "../../model/server-profile.ts";
import type { DigestClaim } from "./digests.ts";

/** How a key may have been used. Which one counts is the key's nature, not the sender's word. */
export type Scheme = "rsa-sha256" | "rsa-sha512" | "ed25519";

export interface SignatureClaim {
  readonly kind: SignatureKind;
  /** An absolute http(s) URL, or `acct:`; as the wire spells it. */
  readonly keyId: string;
  readonly signature: Uint8Array;
  /** Likeliest first. */
  readonly schemes: readonly Scheme[];
  /** What may have been signed, likeliest first. One character a byte (Latin-1), as HTTP has it. */
  readonly bases: readonly string[];
  /** Of the body; covered by the signature, one of them to be right. Never empty. */
  readonly digests: readonly DigestClaim[];
  readonly signedAt: EpochMs;
  readonly expiresAt: EpochMs | undefined;
}

/** Of these a server that insists on HTTP signatures says the same as we. */
const plain: ReadonlySet<Refutation> = new Set<Refutation>([
  "absent",
  "digest",
  "wrong-key",
  "wrong-owner",
]);

/**
 * Whether the home server refuses it too, so that nothing gets in by being passed on. Not so for
 * what we call expired, early, uncovered, unsupported or malformed: some servers look at no date,
 * some read a field that we can't. And some take a body's own proof instead, or fetch what an
 * unsigned request names. Such a delivery is an unproven stranger's like any other.
 */
export function isRefusedAtHome(
  authenticity: Authenticity,
  { refusesPlainly, takesRefuted }: Pick<ServerProfile, "refusesPlainly" | "takesRefuted">,
): boolean {
  if (authenticity.kind !== "refuted" || !refusesPlainly) return false;
  const { signature, why } = authenticity;
  return plain.has(why) && !takesRefuted.has(refutedShape(signature, why));
}

export interface Refused {
  readonly why: Refutation;
  readonly because: string;
}

/** The parts of a delivery that a signature may cover. */
export type SignedRequest = Pick<Delivery, "path" | "headers" | "scheme">;

/** Names in a signature's list before we stop looking; Mastodon signs 6, Fedify all it sends. */
export const coveredMax = 32;

export function refused(why: Refutation, because: string): { ok: false; error: Refused } {
  return { ok: false, error: { why, because } };
}

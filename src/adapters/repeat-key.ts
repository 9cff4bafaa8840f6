// When two deliveries are one, and when they are the same post at two inboxes: the same for
// every ledger.

import { createHash } from "node:crypto";
import { headerOf } from "../model/delivery.ts";
import { provenSenderOf } from "../model/kept.ts";
import type { Posted } from "../ports/ledger.ts";

/**
 * Equal for repeats of one delivery, as SHA-256 in hex. An id alone would let a stranger overwrite
 * what is kept. So would the sender that a body names: a forged copy that came first would answer
 * for the real post. What is proven by no key is therefore a repeat only of what came under the
 * same signature, and never of what is proven.
 */
export function repeatKeyOf(kept: Posted): string {
  return sha256(JSON.stringify([...contentOf(kept), kept.delivery.path]));
}

/** Equal for siblings: the same at any inbox. */
export function siblingKeyOf(kept: Posted): string {
  return sha256(JSON.stringify(contentOf(kept)));
}

function contentOf(kept: Posted): readonly (string | null)[] {
  const { delivery, activityId } = kept;
  return [...whoSentIt(kept), activityId ?? null, sha256(delivery.body)];
}

function whoSentIt(kept: Posted): readonly (string | null)[] {
  const signer = provenSenderOf(kept);
  if (signer !== undefined) return ["proven", signer];
  const signature = headerOf(kept.delivery, "signature") ?? null;
  return [kept.authenticity.kind, kept.sender, signature];
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

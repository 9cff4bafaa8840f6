// From a request to what its signatures claim, whichever way it was signed.

import { ok, type Result } from "../../base/result.ts";
import type { SignatureKind } from "../../model/authenticity.ts";
import { readCavageClaim } from "./cavage.ts";
import { readMessageClaims } from "./message-signatures.ts";
import {
  type Refused,
  refused,
  type SignatureClaim,
  type SignedRequest,
} from "./signature-claim.ts";
import { signatureKindOf } from "./signature-kind.ts";

/** One claim with draft-cavage; with RFC 9421 one for each signature, of which one must be true. */
export function readClaims(
  request: SignedRequest,
  kind: SignatureKind = signatureKindOf(request),
): Result<readonly SignatureClaim[], Refused> {
  switch (kind) {
    case "none":
      return refused("absent", "it is not signed");
    case "rfc9421":
      return readMessageClaims(request);
    case "draft-cavage": {
      const claim = readCavageClaim(request);
      return claim.ok ? ok([claim.value]) : claim;
    }
  }
}

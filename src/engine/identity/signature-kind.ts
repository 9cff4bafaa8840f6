// Which kind of signature a request carries, told by its fields alone.

import { type Delivery, headerOf } from "../../model/delivery.ts";
import type { SignatureKind } from "../../model/authenticity.ts";

/** RFC 9421 always has `Signature-Input` beside `Signature`; draft-cavage never has. */
export function signatureKindOf(delivery: Pick<Delivery, "headers">): SignatureKind {
  if (headerOf(delivery, "signature") === undefined) return "none";
  return headerOf(delivery, "signature-input") === undefined ? "draft-cavage" : "rfc9421";
}

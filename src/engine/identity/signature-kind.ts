// Which kind of signature a request carries, told by its fields alone.

import type { SignatureKind } from "../../model/authenticity.ts";
import { type Delivery, headerOf } from "../../model/delivery.ts";
import { parseDictionary } from "./structured-fields.ts";

/**
 * RFC 9421 has `Signature-Input` beside `Signature`. But a `Signature` that names a `keyId`, and so
 * is no dictionary of RFC 8941, is draft-cavage whatever stands beside it: servers that know only
 * the draft never look further.
 */
export function signatureKindOf(request: Pick<Delivery, "headers">): SignatureKind {
  const signature = cavageFieldOf(request);
  if (signature === undefined) return "none";
  if (headerOf(request, "signature-input") === undefined) return "draft-cavage";
  const isCavage = signature.includes("keyId=") && parseDictionary(signature) === undefined;
  return isCavage ? "draft-cavage" : "rfc9421";
}

/**
 * The draft's parameters: of `Signature`, or of `Authorization: Signature …`, which GoToSocial
 * reads too. Old senders write the scheme's name in the former as well (so Mastodon removes it).
 */
export function cavageFieldOf(request: Pick<Delivery, "headers">): string | undefined {
  const signature = headerOf(request, "signature");
  if (signature !== undefined) return signature.replace(/^Signature /, "");
  const authorization = headerOf(request, "authorization");
  return authorization?.startsWith("Signature ") ? authorization.slice(10) : undefined;
}

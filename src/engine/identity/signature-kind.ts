// Which kind of signature a request carries, told by its fields alone.

import type { SignatureKind } from "../../model/authenticity.ts";
import { type Delivery, headerOf } from "../../model/delivery.ts";
import { parseDictionary } from "./structured-fields.ts";

/**
 * RFC 9421 has `Signature-Input` beside `Signature`. But a field that names a `keyId`, and is no
 * dictionary of RFC 8941, is draft-cavage whatever stands beside it: servers that know only the
 * draft never look further.
 */
export function signatureKindOf(request: Pick<Delivery, "headers">): SignatureKind {
  const claim = cavageFieldOf(request);
  if (claim === undefined) return "none";
  if (headerOf(request, "signature-input") === undefined) return "draft-cavage";
  const isCavage = namesKey(claim) && parseDictionary(claim) === undefined;
  return isCavage ? "draft-cavage" : "rfc9421";
}

/**
 * The draft's parameters: of `Signature`, or of `Authorization`, which GoToSocial reads too and
 * which need not say `Signature` first: whichever names a key. Old senders write the scheme's name
 * in the former as well (so Mastodon removes it).
 */
export function cavageFieldOf(request: Pick<Delivery, "headers">): string | undefined {
  const signature = withoutScheme(headerOf(request, "signature"));
  if (signature !== undefined && namesKey(signature)) return signature;
  const authorization = withoutScheme(headerOf(request, "authorization"));
  if (authorization !== undefined && namesKey(authorization)) return authorization;
  return signature;
}

function withoutScheme(field: string | undefined): string | undefined {
  return field?.startsWith("Signature ") ? field.slice("Signature ".length) : field;
}

function namesKey(field: string): boolean {
  return field.startsWith("keyId=") || /keyid=/i.test(field);
}

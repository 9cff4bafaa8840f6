// What a request says its body's digest is, in the old field and the new one. Computing and
// comparing belongs to services: hashing needs a runtime.

import { signatureHeaderBytesMax } from "../../base/limits.ts";
import { decodeBase64 } from "./decode-base64.ts";
import { parseDictionary } from "./structured-fields.ts";

export interface DigestClaim {
  readonly algorithm: "sha256" | "sha512";
  readonly value: Uint8Array;
}

/**
 * `Digest: SHA-256=base64`, comma separated, the algorithm in any case (RFC 3230). Undefined if
 * none can be read that proves something.
 */
export function parseDigest(field: string): readonly DigestClaim[] | undefined {
  if (field.length > signatureHeaderBytesMax) return undefined;
  const claims: DigestClaim[] = [];
  for (const one of field.split(",")) {
    const [name, encoded] = splitOnce(one.trim());
    const algorithm = algorithmOf(name);
    if (algorithm === undefined) continue;
    const value = decodeBase64(encoded.trim());
    if (value !== undefined) claims.push({ algorithm, value });
  }
  return claims.length === 0 ? undefined : claims;
}

/** `Content-Digest: sha-256=:base64:` (RFC 9530), under the same terms. */
export function parseContentDigest(field: string): readonly DigestClaim[] | undefined {
  const members = parseDictionary(field);
  if (members === undefined) return undefined;
  const claims: DigestClaim[] = [];
  for (const [name, member] of members) {
    const algorithm = algorithmOf(name);
    if (algorithm === undefined) continue;
    if (member.kind === "item" && member.bare.kind === "bytes")
      claims.push({ algorithm, value: member.bare.value });
  }
  return claims.length === 0 ? undefined : claims;
}

function splitOnce(text: string): [string, string] {
  const cut = text.indexOf("=");
  return cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut + 1)];
}

/** SHA-1 and MD5 prove nothing, so they are passed over like names nobody knows. */
function algorithmOf(name: string): DigestClaim["algorithm"] | undefined {
  switch (name.toLowerCase()) {
    case "sha-256":
      return "sha256";
    case "sha-512":
      return "sha512";
    default:
      return undefined;
  }
}

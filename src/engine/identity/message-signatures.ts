/**
 * HTTP message signatures: RFC 9421 as Mastodon, Fedify and Hollo use it for deliveries.
 *
 *   Signature-Input: sig1=("@method" "@target-uri" "content-digest");created=1732400000;keyid="…"
 *   Signature: sig1=:base64:
 *
 * Signed is one line for each component, `"name": value`, and a last line with the list itself
 * (section 2.5).
 */

import { urlLengthMax } from "../../base/limits.ts";
import { ok, type Result } from "../../base/result.ts";
import { headerOf } from "../../model/delivery.ts";
import { parseContentDigest } from "./digests.ts";
import {
  coveredMax,
  type Refused,
  refused,
  type Scheme,
  type SignatureClaim,
  type SignedRequest,
} from "./signature-claim.ts";
import {
  type InnerList,
  type Item,
  parseDictionary,
  writeInnerList,
  writeItem,
} from "./structured-fields.ts";
import { momentOf } from "./time-window.ts";

/** Servers sign once; Mastodon takes only one, Fedify any that is true. More are not read. */
const signaturesMax = 3;

/** In the order of the field, without those that can't be true; an error if none is left. */
export function readMessageClaims(
  request: SignedRequest,
): Result<readonly SignatureClaim[], Refused> {
  const inputs = parseDictionary(headerOf(request, "signature-input") ?? "");
  const signatures = parseDictionary(headerOf(request, "signature") ?? "");
  if (!inputs?.size || signatures === undefined)
    return refused("unsupported", "its Signature-Input or Signature can't be read");
  if (inputs.size > signaturesMax)
    return refused("unsupported", `it has more than ${signaturesMax} signatures`);
  const claims: SignatureClaim[] = [];
  let last: Refused | undefined;
  for (const [label, input] of inputs) {
    const claim = readClaim(request, input, signatures.get(label));
    if (claim.ok) claims.push(claim.value);
    else last = claim.error;
  }
  return last !== undefined && claims.length === 0 ? { ok: false, error: last } : ok(claims);
}

function readClaim(
  request: SignedRequest,
  input: Item | InnerList,
  value: Item | InnerList | undefined,
): Result<SignatureClaim, Refused> {
  if (input.kind !== "list" || value?.kind !== "item" || value.bare.kind !== "bytes")
    return refused("malformed", "its signature is not what RFC 9421 says");
  const keyId = textOf(input, "keyid");
  if (!keyId || keyId.length > urlLengthMax) return refused("malformed", "it names no usable key");
  const signedAt = secondsOf(input, "created");
  if (signedAt === undefined) return refused("malformed", "it does not say when it was created");
  const expiresAt = secondsOf(input, "expires");
  if (expiresAt === undefined && input.parameters.has("expires"))
    return refused("malformed", "its end can't be read");
  const schemes = schemesOf(input);
  if (schemes === undefined) return refused("unsupported", `algorithm ${textOf(input, "alg")}`);

  const base = baseOf(request, input);
  if (!base.ok) return base;
  const digests = parseContentDigest(headerOf(request, "content-digest") ?? "");
  if (digests === undefined) return refused("digest", "its Content-Digest can't be read");
  const { value: signature } = value.bare;
  const bases = [base.value];
  return ok({ kind: "rfc9421", keyId, signature, schemes, bases, digests, signedAt, expiresAt });
}

function textOf({ parameters }: InnerList, name: string): string | undefined {
  const bare = parameters.get(name);
  return bare?.kind === "string" ? bare.value : undefined;
}

function secondsOf({ parameters }: InnerList, name: string): SignatureClaim["expiresAt"] {
  const bare = parameters.get(name);
  return bare?.kind === "integer" ? momentOf(bare.value) : undefined;
}

/** Section 3.3. Without `alg` the key decides; what the fediverse does not use is not offered. */
function schemesOf(input: InnerList): readonly Scheme[] | undefined {
  if (!input.parameters.has("alg")) return ["rsa-sha256", "ed25519"];
  switch ((textOf(input, "alg") ?? "").toLowerCase()) {
    case "rsa-v1_5-sha256":
      return ["rsa-sha256"];
    case "ed25519":
      return ["ed25519"];
    default:
      return undefined;
  }
}

function baseOf(request: SignedRequest, input: InnerList): Result<string, Refused> {
  const names = input.items.map(({ bare, parameters }) =>
    bare.kind === "string" && parameters.size === 0 ? bare.value : undefined,
  );
  if (names.length > coveredMax) return refused("malformed", `it signs over ${coveredMax} parts`);
  if (names.includes(undefined))
    return refused("unsupported", "it covers a component in a way that nobody uses");
  if (!names.includes("content-digest"))
    return refused("uncovered", "its signature does not cover the body");
  const lines: string[] = [];
  for (const item of input.items) {
    const name = String(item.bare.value);
    const value = contentOf(name, request);
    if (value === undefined) return refused("malformed", `it covers ${name}, which is not there`);
    lines.push(`${writeItem(item)}: ${value}`);
  }
  lines.push(`"@signature-params": ${writeInnerList(input)}`);
  return ok(lines.join("\n"));
}

/** Section 2.1 and 2.2; undefined for what is not there or says nothing about a request. */
function contentOf(name: string, request: SignedRequest): string | undefined {
  const { path } = request;
  const cut = path.indexOf("?");
  switch (name) {
    case "@method":
      return "POST";
    case "@target-uri":
      return `${request.scheme}://${authorityOf(request)}${path}`;
    case "@authority":
      return authorityOf(request);
    case "@scheme":
      return request.scheme;
    case "@request-target":
      return path;
    case "@path":
      return cut < 0 ? path : path.slice(0, cut);
    case "@query":
      return cut < 0 ? "?" : path.slice(cut);
    default:
      return name === name.toLowerCase() ? headerOf(request, name)?.trim() : undefined;
  }
}

/** Section 2.2.3: lower case, without the scheme's own port. */
function authorityOf(request: SignedRequest): string {
  const host = (headerOf(request, "host") ?? "").trim().toLowerCase();
  return host.replace(request.scheme === "https" ? /:443$/ : /:80$/, "");
}

/**
 * Signatures as the fediverse has always made them: draft-cavage-http-signatures-12,
 * with the habits of Mastodon, Misskey, Lemmy, GoToSocial and Pleroma.
 *
 *   Signature: keyId="https://a.example/u/ann#main-key",algorithm="rsa-sha256",
 *              headers="(request-target) host date digest",signature="base64"
 *
 * Signed is one line for each name in `headers`, `name: value`, joined by newlines.
 */

import { signatureHeaderBytesMax, urlLengthMax } from "../../base/limits.ts";
import { ok, type Result } from "../../base/result.ts";
import { type EpochMs, parseTime } from "../../base/units.ts";
import { headerOf } from "../../model/delivery.ts";
import { decodeBase64 } from "./decode-base64.ts";
import { parseDigest } from "./digests.ts";
import {
  coveredMax,
  type Refused,
  refused,
  type Scheme,
  type SignatureClaim,
  type SignedRequest,
} from "./signature-claim.ts";
import { cavageFieldOf } from "./signature-kind.ts";
import { momentOf } from "./time-window.ts";

type Parameters = ReadonlyMap<string, string>;

export function readCavageClaim(request: SignedRequest): Result<SignatureClaim, Refused> {
  const parameters = parseCavageParameters(cavageFieldOf(request) ?? "");
  if (parameters === undefined) return refused("malformed", "its Signature field is too long");
  const keyId = parameters.get("keyId");
  const signature = decodeBase64(parameters.get("signature") ?? "?");
  if (!keyId || keyId.length > urlLengthMax) return refused("malformed", "it names no usable key");
  if (!signature?.length) return refused("malformed", "its signature is not base64");
  const covered = coveredNames(parameters);
  if (covered.length > coveredMax)
    return refused("malformed", `it signs more than ${coveredMax} fields`);

  const dated = readDates(request, parameters, covered);
  if (!dated.ok) return dated;
  const digests = covered.includes("digest") && parseDigest(headerOf(request, "digest") ?? "");
  if (digests === false) return refused("uncovered", "its signature does not cover the body");
  if (digests === undefined) return refused("digest", "its Digest can't be read");

  const { signedAt, expiresAt } = dated.value;
  const bases = basesOf(request, parameters, covered);
  const schemes = schemesOf(parameters);
  const kind = "draft-cavage";
  return ok({ kind, keyId, signature, schemes, bases, digests, signedAt, expiresAt });
}

const parameterShape = /\s*([^\s=,"]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^",\s]+))\s*(?:,|$)/y;

/**
 * Section 2.1. The last of equal names counts, and what can't be read is passed over up to the
 * next comma, as Fedify does: what another server manages to read must not escape us.
 */
export function parseCavageParameters(field: string): Parameters | undefined {
  if (field.length > signatureHeaderBytesMax) return undefined;
  const parameters = new Map<string, string>();
  for (let place = 0; place < field.length; ) {
    parameterShape.lastIndex = place;
    const found = parameterShape.exec(field);
    if (found?.[1] !== undefined) parameters.set(found[1], found[2] ?? found[3] ?? "");
    const comma = field.indexOf(",", place);
    place = found !== null ? parameterShape.lastIndex : comma < 0 ? field.length : comma + 1;
  }
  return parameters;
}

/** Without a list the older drafts mean `date`; the body is then not covered, and all is said. */
function coveredNames(parameters: Parameters): readonly string[] {
  return (parameters.get("headers") ?? "date").toLowerCase().trim().split(/\s+/);
}

interface Dates {
  readonly signedAt: EpochMs;
  readonly expiresAt: EpochMs | undefined;
}

/** Only covered dates count: anybody can change the others. */
function readDates(
  request: SignedRequest,
  parameters: Parameters,
  covered: readonly string[],
): Result<Dates, Refused> {
  const created = momentCovered("created", parameters, covered);
  const expires = momentCovered("expires", parameters, covered);
  if (created === "unnamed" || expires === "unnamed")
    return refused("malformed", "it covers a moment that it does not name");
  if (created === undefined && !covered.includes("date"))
    return refused("uncovered", "its signature covers no date");
  const signedAt = created ?? parseTime(headerOf(request, "date") ?? "");
  if (signedAt === undefined) return refused("malformed", "its Date can't be read");
  return ok({ signedAt, expiresAt: expires });
}

function momentCovered(
  name: "created" | "expires",
  parameters: Parameters,
  covered: readonly string[],
): EpochMs | undefined | "unnamed" {
  if (!covered.includes(`(${name})`)) return undefined;
  return secondsOf(parameters.get(name)) ?? "unnamed";
}

function secondsOf(text: string | undefined): EpochMs | undefined {
  return text !== undefined && /^\d{1,12}(?:\.\d{1,9})?$/.test(text)
    ? momentOf(Number(text))
    : undefined;
}

/**
 * The label is the sender's word and says little: `hs2019` hides the method on purpose (section
 * 2.1.1) and means RSA with SHA-256 where GoToSocial and Lemmy write it. What a label rules out
 * is only a second attempt.
 */
function schemesOf(parameters: Parameters): readonly Scheme[] {
  return parameters.get("algorithm")?.toLowerCase() === "rsa-sha256"
    ? ["rsa-sha256", "ed25519"]
    : ["rsa-sha256", "rsa-sha512", "ed25519"];
}

/** With the query, as the draft says; then without, as old Mastodon and Fedify sign. */
function basesOf(
  request: SignedRequest,
  parameters: Parameters,
  covered: readonly string[],
): readonly string[] {
  const query = request.path.indexOf("?");
  const bare = query < 0 ? request.path : request.path.slice(0, query);
  const targets = bare === request.path ? [bare] : [request.path, bare];
  return targets.map((target) =>
    covered.map((name) => `${name}: ${contentOf(name, target, request, parameters)}`).join("\n"),
  );
}

/** A covered field that is not there counts as empty: Mastodon verifies it so. */
function contentOf(
  name: string,
  target: string,
  request: SignedRequest,
  parameters: Parameters,
): string {
  switch (name) {
    case "(request-target)":
      return `post ${target}`;
    case "(created)":
      return parameters.get("created") ?? "";
    case "(expires)":
      return parameters.get("expires") ?? "";
    default:
      return headerOf(request, name)?.trim() ?? "";
  }
}

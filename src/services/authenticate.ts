/**
 * Who signed this? Three questions, the cheap ones first, so that a forger can't make us work:
 *
 *   what does it claim?   (pure)   fields, coverage, dates
 *   is this its body?     (a hash) before any key is looked for
 *   is this its key?      (a key that we have, else a fetch) and the verification itself
 */

import { hash, type KeyObject, verify } from "node:crypto";
import { checkTimeMs, keyWaitMs } from "../base/limits.ts";
import { after } from "../base/units.ts";
import { clientBlockOf } from "../engine/client-block.ts";
import { deletesItself } from "../engine/identity/deletes-itself.ts";
import type { DigestClaim } from "../engine/identity/digests.ts";
import { readClaims } from "../engine/identity/read-claims.ts";
import type { Refused, SignatureClaim } from "../engine/identity/signature-claim.ts";
import { signatureKindOf } from "../engine/identity/signature-kind.ts";
import {
  mastodonWindows,
  outsideWindow,
  type SignatureWindows,
} from "../engine/identity/time-window.ts";
import type { Activity } from "../model/activity.ts";
import type { Authenticity, SignatureKind } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Authenticator } from "../ports/authenticator.ts";
import type { Clock } from "../ports/clock.ts";
import type { Shelf } from "../ports/documents.ts";
import type { Network } from "../ports/network.ts";
import { type FetchBudget, makeForgeryBudget } from "./fetch-budget.ts";
import { type KeyAnswer, type Keys, type KnownKey, makeKeys } from "./keys.ts";
import { makeLibrary } from "./library.ts";
import { type InTime, inTimeFor, within } from "./within.ts";

export interface AuthenticatorSettings {
  /** At least as wide as the home server's: what it takes and we call expired comes in unjudged. */
  readonly windows: () => SignatureWindows;
}

export const shippedAuthenticatorSettings: AuthenticatorSettings = {
  windows: () => mastodonWindows,
};

export interface AuthenticatorParts {
  readonly documents: Shelf;
  readonly network: Network;
  readonly clock: Clock;
  readonly settings?: AuthenticatorSettings;
  /** How much a stranger may make us fetch; shipped numbers where absent. */
  readonly budget?: FetchBudget;
}

export function makeAuthenticator(parts: AuthenticatorParts): Authenticator {
  const { clock, settings = shippedAuthenticatorSettings } = parts;
  const keys = makeKeys(makeLibrary(parts), clock);
  const forgeries = makeForgeryBudget();
  return {
    async authenticate(delivery, activity) {
      const network = clientBlockOf(delivery.client);
      const kind = signatureKindOf(delivery);
      const claims = readClaims(delivery, kind);
      if (!claims.ok) return refute(kind, claims.error);
      const until = after(clock.now(), keyWaitMs);
      const answers: Authenticity[] = [];
      for (const claim of claims.value) {
        const flaw = flawOf(claim, delivery, settings.windows());
        const answer = flaw
          ? refute(kind, flaw)
          : await prove(claim, activity, keys, {
              ours: inTimeFor(checkTimeMs, clock),
              theirs: (work) => within(until, work, clock),
              mayFetch: () => forgeries.allows(network, clock.now()),
              fetchedInVain: () => forgeries.failed(network, clock.now()),
            });
        if (answer.kind === "proven") return answer;
        answers.push(answer);
      }
      const open = answers.find((answer) => answer.kind === "unknown");
      return open ?? answers.at(-1) ?? refute(kind, { why: "malformed", because: "no signature" });
    },
  };
}

/** What can be said against a claim without any key. */
function flawOf(
  claim: SignatureClaim,
  delivery: Delivery,
  windows: SignatureWindows,
): Refused | undefined {
  const late = outsideWindow(claim.signedAt, claim.expiresAt, delivery.at, windows);
  if (late !== undefined) return late;
  return isOf(delivery.body, claim.digests)
    ? undefined
    : { why: "digest", because: "its digest is not its body's" };
}

/** One that is right proves the body, whatever stands beside it. Hashes at most twice. */
function isOf(body: Uint8Array, digests: readonly DigestClaim[]): boolean {
  return (["sha256", "sha512"] as const).some((algorithm) => {
    const claimed = digests.filter((digest) => digest.algorithm === algorithm);
    if (claimed.length === 0) return false;
    const actual = hash(algorithm, body, "base64");
    return claimed.some(({ value }) => Buffer.from(value).toString("base64") === actual);
  });
}

/** What we have is looked up in our own time; for what a stranger's host has, there is more. */
interface Waits {
  readonly ours: InTime;
  readonly theirs: InTime;
  readonly mayFetch: () => boolean;
  readonly fetchedInVain: () => void;
}

/** With the key we have; if that does not do, with the one its host has now. */
async function prove(
  claim: SignatureClaim,
  activity: Activity,
  keys: Keys,
  { ours, theirs, mayFetch, fetchedInVain }: Waits,
): Promise<Authenticity> {
  const known = await ours(keys.known(claim.keyId));
  if (known !== undefined && isSignedWith(known.key, claim)) return proven(claim, known);
  // Its document is gone by the time we hear of it, so nothing is fetched.
  if (deletesItself(activity)) return known ? wrongKey(claim) : gone(claim);
  if (!mayFetch()) return unknown(claim, "unavailable", "its network sent too many wrong ones");
  const asked = known === undefined ? findAnew(claim, keys) : renewOr(known, claim, keys);
  const answer = await theirs(asked);
  if (answer === undefined) return unknown(claim, "late", "its key did not come in time");
  const concluded = conclude(claim, answer);
  if (concluded.kind !== "proven") fetchedInVain();
  return concluded;
}

/** An actor's document on the shelf may be older than its key. */
async function findAnew({ keyId }: SignatureClaim, keys: Keys): Promise<KeyAnswer> {
  const found = await keys.find(keyId);
  return found.kind === "refused" ? ((await keys.renew(keyId)) ?? found) : found;
}

async function renewOr(known: KnownKey, { keyId }: SignatureClaim, keys: Keys): Promise<KeyAnswer> {
  return (await keys.renew(keyId)) ?? known;
}

function conclude(claim: SignatureClaim, answer: KeyAnswer): Authenticity {
  switch (answer.kind) {
    case "known":
      return isSignedWith(answer.key, claim) ? proven(claim, answer) : wrongKey(claim);
    case "unknown":
      return unknown(claim, answer.why, `its key ${answer.because}`);
    case "refused":
      return refute(claim.kind, { why: answer.why, because: `its key ${answer.because}` });
  }
}

/** Node throws for a key that does not fit the scheme; `schemes` are matched to it beforehand. */
function isSignedWith(key: KeyObject, claim: SignatureClaim): boolean {
  for (const scheme of claim.schemes) {
    const isEd25519 = scheme === "ed25519";
    if ((key.asymmetricKeyType === "ed25519") !== isEd25519) continue;
    const digest = isEd25519 ? undefined : scheme.slice("rsa-".length);
    for (const base of claim.bases)
      if (verify(digest, Buffer.from(base, "latin1"), key, claim.signature)) return true;
  }
  return false;
}

function proven(claim: SignatureClaim, { owner, host }: KnownKey): Authenticity {
  const { kind, signedAt, expiresAt } = claim;
  return { kind: "proven", signature: kind, signer: owner, signerHost: host, signedAt, expiresAt };
}

function refute(signature: SignatureKind, { why, because }: Refused): Authenticity {
  return { kind: "refuted", signature, why, because };
}

function wrongKey({ kind }: SignatureClaim): Authenticity {
  return refute(kind, { why: "wrong-key", because: "its signature is not by its key" });
}

function gone(claim: SignatureClaim): Authenticity {
  return unknown(claim, "gone", "its key is not known, and its actor is gone");
}

function unknown(
  { kind, keyId }: SignatureClaim,
  why: "late" | "unavailable" | "gone",
  because: string,
): Authenticity {
  return { kind: "unknown", signature: kind, keyId, why, because };
}

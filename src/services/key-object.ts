// From a published key to one that verifies, if it is of a kind and size worth verifying with.

import { createPublicKey, type KeyObject } from "node:crypto";
import { err, ok, type Result } from "../base/result.ts";
import { ed25519OfMultibase } from "../engine/identity/multibase.ts";
import type { PublicKey } from "../model/activity.ts";

/**
 * Bits of an RSA modulus. 1024 is what the oldest living accounts still have, home servers accept
 * it, and nobody has factored one; 8192 costs about ten times a usual key's 2048. An exponent is
 * 65537 nearly everywhere; a huge one would make each verification as dear as a signature.
 */
const rsaBitsMin = 1024;
const rsaBitsMax = 8192;
const rsaExponentMax = 2n ** 32n;

/** A PEM of 8192 bits has 1,500 characters. */
const pemLengthMax = 4096;

/** What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
const ed25519Prefix = Buffer.from("302a300506032b6570032100", "hex");

/** The error says why the key can't be used, as a clause. Takes up to 200 µs: keep its answer. */
export function makeKeyObject(material: PublicKey["material"]): Result<KeyObject, string> {
  const key = material.kind === "pem" ? ofPem(material.pem) : ofMultibase(material.multibase);
  if (key === undefined) return err("it is not a public key we can read");
  if (key.asymmetricKeyType === "ed25519") return ok(key);
  if (key.asymmetricKeyType !== "rsa") return err("it is neither RSA nor Ed25519");
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < rsaBitsMin || modulusLength > rsaBitsMax)
    return err(`RSA with ${modulusLength} bits`);
  if (publicExponent > rsaExponentMax) return err("RSA with an oversized exponent");
  return ok(key);
}

function ofPem(pem: string): KeyObject | undefined {
  if (pem.length > pemLengthMax || !/-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem))
    return undefined;
  return attempt(() => createPublicKey(pem));
}

function ofMultibase(multibase: string): KeyObject | undefined {
  const bytes = ed25519OfMultibase(multibase);
  if (bytes === undefined) return undefined;
  const key = Buffer.concat([ed25519Prefix, bytes]);
  return attempt(() => createPublicKey({ key, format: "der", type: "spki" }));
}

/** OpenSSL says no to malformed keys by throwing, in too many ways to tell apart. */
function attempt(make: () => KeyObject): KeyObject | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

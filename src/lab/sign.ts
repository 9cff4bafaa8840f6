// Signs deliveries as the servers of the fediverse do: draft-cavage-12, each with its
// own choice of header fields and its own name for the one algorithm, and RFC 9421.

import { createHash, generateKeyPair, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";
import type { EpochMs } from "../base/units.ts";

/** Server software with a manner of signing of its own. */
export type Software = CavageSoftware | "fedify";
type CavageSoftware = "mastodon" | "misskey" | "gotosocial" | "lemmy" | "pleroma";

interface Manner {
  readonly covered: readonly string[];
  readonly algorithm: "rsa-sha256" | "hs2019";
  readonly keyPath: "#main-key" | "/main-key";
}

const manners: Readonly<Record<CavageSoftware, Manner>> = {
  mastodon: {
    covered: ["(request-target)", "host", "date", "digest", "content-type"],
    algorithm: "rsa-sha256",
    keyPath: "#main-key",
  },
  misskey: {
    covered: ["(request-target)", "date", "host", "digest"],
    algorithm: "rsa-sha256",
    keyPath: "#main-key",
  },
  gotosocial: {
    covered: ["(request-target)", "host", "date", "digest"],
    algorithm: "hs2019",
    keyPath: "/main-key",
  },
  lemmy: {
    covered: ["(request-target)", "content-type", "date", "digest", "host"],
    algorithm: "hs2019",
    keyPath: "#main-key",
  },
  pleroma: {
    covered: ["(request-target)", "host", "content-length", "digest", "date"],
    algorithm: "rsa-sha256",
    keyPath: "#main-key",
  },
};

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicPem: string;
}

const generate = promisify(generateKeyPair);

/**
 * RSA-2048, what the fediverse signs with. One costs some 100 ms, so a lab makes a few and lets
 * its actors share them: a signature is still only valid for the actor whose document names the
 * key.
 */
export function makeKeys(count: number): Promise<KeyPair[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const { privateKey, publicKey } = await generate("rsa", { modulusLength: 2048 });
      return {
        privateKey,
        publicPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
      };
    }),
  );
}

export function keyIdOf(actor: string, software: Software): string {
  return actor + (software === "fedify" ? "#main-key" : manners[software].keyPath);
}

export interface ToSign {
  readonly actor: string;
  readonly software: Software;
  readonly key: KeyPair;
  readonly host: string;
  readonly path: string;
  readonly body: Uint8Array;
  readonly at: EpochMs;
}

type Fields = Readonly<Record<string, string>>;

/** All header fields of a signed delivery, in lower case. */
export function signedHeaders(request: ToSign): Fields {
  const { software } = request;
  const fields: Fields = {
    host: request.host,
    date: new Date(request.at).toUTCString(),
    "content-type": "application/activity+json",
    "content-length": String(request.body.byteLength),
    "user-agent": `${software} (lab; +http://${request.host}/)`,
  };
  return software === "fedify"
    ? messageSigned(request, fields)
    : cavageSigned(request, manners[software], fields);
}

function cavageSigned(request: ToSign, { covered, algorithm }: Manner, plain: Fields): Fields {
  const fields: Fields = { ...plain, digest: `SHA-256=${hashOf(request.body)}` };
  const target: Fields = { "(request-target)": `post ${request.path}` };
  const base = covered.map((name) => `${name}: ${target[name] ?? fields[name]}`).join("\n");
  const keyId = keyIdOf(request.actor, request.software);
  const about = `keyId="${keyId}",algorithm="${algorithm}",headers="${covered.join(" ")}"`;
  return { ...fields, signature: `${about},signature="${rsa(base, request.key)}"` };
}

function messageSigned(request: ToSign, plain: Fields): Fields {
  const digest = `sha-256=:${hashOf(request.body)}:`;
  const keyId = keyIdOf(request.actor, request.software);
  const created = Math.trunc(request.at / 1000);
  const parameters =
    `("@method" "@target-uri" "content-digest");created=${created}` +
    `;keyid="${keyId}";alg="rsa-v1_5-sha256"`;
  const base = [
    '"@method": POST',
    `"@target-uri": http://${request.host}${request.path}`,
    `"content-digest": ${digest}`,
    `"@signature-params": ${parameters}`,
  ].join("\n");
  return {
    ...plain,
    "content-digest": digest,
    "signature-input": `sig1=${parameters}`,
    signature: `sig1=:${rsa(base, request.key)}:`,
  };
}

function hashOf(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("base64");
}

/** RSA with SHA-256, in base64. */
export function rsa(text: string, { privateKey }: KeyPair): string {
  return sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64");
}

// Signs deliveries as the servers of the fediverse do: draft-cavage-12, each with
// its own choice of header fields and its own name for the one algorithm.

import { createHash, generateKeyPair, type KeyObject, sign } from "node:crypto";
import { promisify } from "node:util";
import type { EpochMs } from "../base/units.ts";

/** Server software with a manner of signing of its own. */
export type Software = "mastodon" | "misskey" | "gotosocial" | "lemmy" | "pleroma";

interface Manner {
  readonly covered: readonly string[];
  readonly algorithm: "rsa-sha256" | "hs2019";
  readonly keyPath: "#main-key" | "/main-key";
}

const manners: Readonly<Record<Software, Manner>> = {
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
  return actor + manners[software].keyPath;
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

/** All header fields of a signed delivery, in lower case. */
export function signedHeaders(request: ToSign): Record<string, string> {
  const { covered, algorithm } = manners[request.software];
  const fields: Record<string, string> = {
    host: request.host,
    date: new Date(request.at).toUTCString(),
    digest: `SHA-256=${createHash("sha256").update(request.body).digest("base64")}`,
    "content-type": "application/activity+json",
    "content-length": String(request.body.byteLength),
    "user-agent": `${request.software} (lab; +http://${request.host}/)`,
  };
  const target: Record<string, string> = { "(request-target)": `post ${request.path}` };
  const base = covered.map((name) => `${name}: ${target[name] ?? fields[name]}`).join("\n");
  const signature = sign("RSA-SHA256", Buffer.from(base), request.key.privateKey);
  const keyId = keyIdOf(request.actor, request.software);
  const names = covered.join(" ");
  const value = signature.toString("base64");
  return {
    ...fields,
    signature: `keyId="${keyId}",algorithm="${algorithm}",headers="${names}",signature="${value}"`,
  };
}

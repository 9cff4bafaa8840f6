// How the lab's home server makes up its own mind about a signature. It shares no
// line with the gate's verifier on purpose: if the two ever differ, one is wrong.

import { createHash, verify } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type EpochMs, hour, minute } from "../base/units.ts";

/** Mastodon's window around the signed Date: five minutes and an hour of skew, an hour ahead. */
const late = hour + 5 * minute;
const early = hour;

export type Opinion =
  | { readonly kind: "signed"; readonly by: string }
  /** Mastodon answers 401. */
  | { readonly kind: "doubted"; readonly because: string }
  /** The key could not be had: Mastodon answers 503. */
  | { readonly kind: "undecided"; readonly because: string };

export interface Posted {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** GETs the JSON document at a URL; undefined if its host gives none. */
export type Look = (url: string) => Promise<unknown>;

export async function opinionOf(posted: Posted, now: EpochMs, look: Look): Promise<Opinion> {
  const header = field(posted, "signature");
  if (header === "") return doubt("no signature");
  const said = parameters(header);
  const { keyId, signature } = said;
  if (keyId === undefined || signature === undefined) return doubt("signature is incomplete");
  const covered = (said.headers ?? "date").split(" ");
  const flaw = flawOf(posted, covered, now);
  if (flaw !== undefined) return doubt(flaw);
  const document = await look(keyId);
  if (document === undefined) return { kind: "undecided", because: `no key at ${keyId}` };
  const key = keyIn(document, keyId);
  if (key === undefined) return doubt("the document does not own that key");
  const base = covered.map((name) => `${name}: ${signedValue(posted, name)}`).join("\n");
  const holds = verify("sha256", Buffer.from(base), key.pem, Buffer.from(signature, "base64"));
  return holds ? { kind: "signed", by: key.owner } : doubt("signature does not match");
}

function doubt(because: string): Opinion {
  return { kind: "doubted", because };
}

interface Said {
  readonly keyId?: string;
  readonly signature?: string;
  readonly headers?: string;
}

function parameters(header: string): Said {
  return Object.fromEntries(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

/** What is wrong with it before any key is looked at. */
function flawOf(posted: Posted, covered: readonly string[], now: EpochMs): string | undefined {
  for (const name of ["(request-target)", "host", "date", "digest"]) {
    if (!covered.includes(name)) return `${name} is not signed`;
  }
  const hash = createHash("sha256").update(posted.body).digest("base64");
  if (field(posted, "digest") !== `SHA-256=${hash}`) return "body does not match its digest";
  const date = Date.parse(field(posted, "date"));
  if (!(date > now - late)) return "date is too old";
  if (date > now + early) return "date is in the future";
  return undefined;
}

function signedValue(posted: Posted, name: string): string {
  if (name === "(request-target)") return `${posted.method.toLowerCase()} ${posted.path}`;
  return field(posted, name);
}

function field(posted: Posted, name: string): string {
  return String(posted.headers[name] ?? "");
}

interface Document {
  readonly id?: unknown;
  readonly publicKey?: { id?: unknown; owner?: unknown; publicKeyPem?: unknown };
}

function keyIn(document: unknown, keyId: string): { pem: string; owner: string } | undefined {
  const { id, publicKey: key } = document as Document;
  if (key?.id !== keyId || key.owner !== id) return undefined;
  const { publicKeyPem: pem, owner } = key;
  return typeof pem === "string" && typeof owner === "string" ? { pem, owner } : undefined;
}

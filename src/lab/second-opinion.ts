// How the lab's home server makes up its own mind about a signature, of either kind
// that Mastodon 4.5 takes. It shares no line with the gate's verifier on purpose: if
// the two ever differ, one is wrong.

import { createHash, verify } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type EpochMs, hour, minute } from "../base/units.ts";

/** Mastodon's window around the signed date: five minutes and an hour of skew, an hour ahead. */
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

/** What a signature header says, of either kind. */
interface Claim {
  readonly keyId: string;
  readonly covered: readonly string[];
  /** What it must cover to be worth anything. */
  readonly needed: readonly string[];
  readonly base: string;
  readonly signature: string;
  readonly datedMs: number;
  readonly digest: string;
}

export async function opinionOf(posted: Posted, now: EpochMs, look: Look): Promise<Opinion> {
  const claim = messageClaim(posted) ?? cavageClaim(posted);
  if (claim === undefined) return doubt("no complete signature");
  const flaw = flawOf(claim, posted, now);
  if (flaw !== undefined) return doubt(flaw);
  const document = await look(claim.keyId);
  if (document === undefined) return { kind: "undecided", because: `no key at ${claim.keyId}` };
  const key = keyIn(document, claim.keyId);
  if (key === undefined) return doubt("the document does not own that key");
  const signature = Buffer.from(claim.signature, "base64");
  const holds = verify("sha256", Buffer.from(claim.base), key.pem, signature);
  return holds ? { kind: "signed", by: key.owner } : doubt("signature does not match");
}

/** Who signed a body, where somebody did: as the lab does it, over the plain JSON of the rest. */
export async function bodySigner(body: Uint8Array, look: Look): Promise<string | undefined> {
  const { signature, ...rest } = JSON.parse(Buffer.from(body).toString()) as {
    signature?: { creator?: unknown; signatureValue?: unknown };
  };
  const { creator, signatureValue } = signature ?? {};
  if (typeof creator !== "string" || typeof signatureValue !== "string") return undefined;
  const document = await look(creator);
  const key = document === undefined ? undefined : keyIn(document, creator);
  if (key === undefined) return undefined;
  const text = Buffer.from(JSON.stringify(rest));
  const holds = verify("sha256", text, key.pem, Buffer.from(signatureValue, "base64"));
  return holds ? key.owner : undefined;
}

function doubt(because: string): Opinion {
  return { kind: "doubted", because };
}

/** draft-cavage-http-signatures-12. */
function cavageClaim(posted: Posted): Claim | undefined {
  const header = field(posted, "signature");
  const said = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map((m) => [m[1], m[2]]));
  const [keyId, signature] = [said.get("keyId"), said.get("signature")];
  if (keyId === undefined || signature === undefined) return undefined;
  const covered = (said.get("headers") ?? "date").split(" ");
  const target = `${posted.method.toLowerCase()} ${posted.path}`;
  const saidBy = (name: string): string =>
    name === "(request-target)" ? target : field(posted, name);
  return {
    keyId,
    covered,
    needed: ["(request-target)", "host", "date", "digest"],
    base: covered.map((name) => `${name}: ${saidBy(name)}`).join("\n"),
    signature,
    datedMs: Date.parse(field(posted, "date")),
    digest: field(posted, "digest").replace(/^SHA-256=/, ""),
  };
}

/** RFC 9421, with one signature. The lab speaks plain http, so target URIs do too. */
function messageClaim(posted: Posted): Claim | undefined {
  const [, label, params, names, rest] =
    /^(\w+)=(\(([^)]*)\)(.*))$/.exec(field(posted, "signature-input")) ?? [];
  const keyId = /;keyid="([^"]*)"/.exec(rest ?? "")?.[1];
  const created = /;created=(\d+)/.exec(rest ?? "")?.[1];
  const signed = /^(\w+)=:([^:]*):$/.exec(field(posted, "signature"));
  if (keyId === undefined || created === undefined || signed?.[1] !== label) return undefined;
  const covered = [...(names ?? "").matchAll(/"([^"]+)"/g)].map((m) => m[1] ?? "");
  const own: Readonly<Record<string, string>> = {
    "@method": posted.method,
    "@target-uri": `http://${field(posted, "host")}${posted.path}`,
  };
  const lines = covered.map((name) => `"${name}": ${own[name] ?? field(posted, name)}`);
  return {
    keyId,
    covered,
    needed: ["@method", "@target-uri", "content-digest"],
    base: [...lines, `"@signature-params": ${params}`].join("\n"),
    signature: signed?.[2] ?? "",
    datedMs: Number(created) * 1000,
    digest: field(posted, "content-digest").replace(/^sha-256=:(.*):$/, "$1"),
  };
}

/** What is wrong with it before any key is looked at. */
function flawOf(claim: Claim, posted: Posted, now: EpochMs): string | undefined {
  const uncovered = claim.needed.find((name) => !claim.covered.includes(name));
  if (uncovered !== undefined) return `${uncovered} is not signed`;
  const hash = createHash("sha256").update(posted.body).digest("base64");
  if (claim.digest !== hash) return "body does not match its digest";
  if (!(claim.datedMs > now - late)) return "date is too old";
  if (claim.datedMs > now + early) return "date is in the future";
  return undefined;
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

/**
 * The gate's own actor: who asks, when the gate asks other servers for keys, and who delivers,
 * when a body that proves its own author comes in later than its request could.
 *
 * GoToSocial and servers with authorized fetch answer only signed requests, and look up the
 * signer before they do. So the gate has an actor with a key on a host name of its own
 * (`public_url`, beside the home domain), which the gate's door serves:
 *
 *   GET  /actor                      this document
 *   GET  /.well-known/webfinger      for acct:breakwater@HOST and for the actor's id
 *   GET  /outbox                     always empty
 *   POST /inbox                      the door answers 202 and forgets it: it follows nobody
 */

import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  hash,
  type KeyObject,
  sign,
} from "node:crypto";
import { promisify } from "node:util";
import type { EpochMs } from "../base/units.ts";
import { type Delivery, type HeaderField, headerOf } from "../model/delivery.ts";
import type { Ledger } from "../ports/ledger.ts";

export interface GateActor {
  readonly id: string;
  /**
   * What is said to a request for this path and query; undefined for what is not the actor's.
   * Whatever is sent to its inbox is acknowledged and not read: it follows nobody.
   */
  answerFor(method: string, path: string): ActorAnswer | undefined;
  /** The fields to add to a GET of `url` at `at`: Date, Host and a draft-cavage Signature. */
  signGet(url: string, at: EpochMs): readonly HeaderField[];
  /** The same body to the same inbox as a delivery of the gate's own, dated `at`. */
  resign(delivery: Delivery, at: EpochMs): Delivery;
}

export interface ActorAnswer {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  readonly body: string;
}

const username = "breakwater";

/** Under which name the ledger keeps the key: PKCS #8 as PEM. */
export const actorKeySetting = "gate-actor-key";

/** 2048 bits of RSA with SHA-256 is the one kind that every server verifies. */
const modulusLength = 2048;

/**
 * `publicUrl`: where the gate's door is reached from outside, such as `https://gate.example`.
 * Makes the key on first use and keeps it: other servers cache it. Throws LedgerDown.
 */
export async function makeGateActor(parts: {
  readonly publicUrl: string;
  readonly ledger: Pick<Ledger, "setting" | "putSetting">;
}): Promise<GateActor> {
  const base = new URL(parts.publicUrl).origin;
  const key = await keptKey(parts.ledger);
  const id = `${base}/actor`;
  const answers = new Map([
    ["/actor", json("application/activity+json", describe(base, key))],
    ["/outbox", json("application/activity+json", emptyOutbox(base))],
  ]);
  const finger = json("application/jrd+json", describeFinger(base));
  return {
    id,
    answerFor(method, path) {
      const [name = "", query] = path.split("?", 2);
      if (method === "POST") return name === "/inbox" ? acknowledged : undefined;
      if (method !== "GET" && method !== "HEAD") return undefined;
      if (name !== "/.well-known/webfinger") return answers.get(name);
      const resource = new URLSearchParams(query).get("resource");
      return resource === id || resource === accountAt(base) ? finger : notFound;
    },
    signGet(url, at) {
      const { host, pathname, search } = new URL(url);
      const fields: readonly HeaderField[] = [["Host", host]];
      return signed({ method: "get", target: pathname + search, fields }, at, key, id);
    },
    resign(delivery, at) {
      const { path: target, headers, body } = delivery;
      const digest = `SHA-256=${hash("sha256", body, "base64")}`;
      const fields: HeaderField[] = [["Host", headerOf(delivery, "host") ?? ""]];
      fields.push(["Digest", digest]);
      const own = signed({ method: "post", target, fields }, at, key, id);
      return { ...delivery, headers: [...headers.filter(isNotOfItsSigner), ...own] };
    },
  };
}

const acknowledged: ActorAnswer = { status: 202, headers: [], body: "" };

async function keptKey(ledger: Pick<Ledger, "setting" | "putSetting">): Promise<KeyObject> {
  const kept = await ledger.setting(actorKeySetting);
  if (kept !== undefined) return createPrivateKey(kept);
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength });
  await ledger.putSetting(
    actorKeySetting,
    String(privateKey.export({ format: "pem", type: "pkcs8" })),
  );
  // Two processes that start at once must end with one key: the one the ledger has now.
  const settled = await ledger.setting(actorKeySetting);
  return settled === undefined ? privateKey : createPrivateKey(settled);
}

function describe(base: string, key: KeyObject): object {
  const id = `${base}/actor`;
  const publicKeyPem = String(createPublicKey(key).export({ format: "pem", type: "spki" }));
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id,
    type: "Application",
    preferredUsername: username,
    name: "Breakwater",
    summary: "The inbound filter of this server. It reads keys and profiles, and follows nobody.",
    url: id,
    inbox: `${base}/inbox`,
    outbox: `${base}/outbox`,
    manuallyApprovesFollowers: true,
    discoverable: false,
    indexable: false,
    publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem },
  };
}

function emptyOutbox(base: string): object {
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${base}/outbox`,
    type: "OrderedCollection",
    totalItems: 0,
    orderedItems: [],
  };
}

function describeFinger(base: string): object {
  const href = `${base}/actor`;
  return {
    subject: accountAt(base),
    aliases: [href],
    links: [{ rel: "self", type: "application/activity+json", href }],
  };
}

function accountAt(base: string): string {
  return `acct:${username}@${new URL(base).host}`;
}

/** What the first signer's request said of itself: with our signature it would be untrue. */
const ofItsSigner: ReadonlySet<string> = new Set(
  (
    "host date digest content-digest signature signature-input authorization accept-signature " +
    "collection-synchronization user-agent"
  ).split(" "),
);

function isNotOfItsSigner([name]: HeaderField): boolean {
  return !ofItsSigner.has(name.toLowerCase());
}

interface ToSign {
  readonly method: "get" | "post";
  readonly target: string;
  readonly fields: readonly HeaderField[];
}

/** Its fields, the Date and a draft-cavage Signature over them and the request target. */
function signed(request: ToSign, at: EpochMs, key: KeyObject, actor: string): HeaderField[] {
  const { method, target } = request;
  const fields: HeaderField[] = [...request.fields, ["Date", new Date(at).toUTCString()]];
  const lines = fields.map(([name, value]) => `${name.toLowerCase()}: ${value}`);
  const base = [`(request-target): ${method} ${target}`, ...lines].join("\n");
  const signature = sign("sha256", Buffer.from(base, "latin1"), key).toString("base64");
  const names = fields.map(([name]) => name.toLowerCase());
  const parameters = [
    `keyId="${actor}#main-key"`,
    'algorithm="rsa-sha256"',
    `headers="${["(request-target)", ...names].join(" ")}"`,
    `signature="${signature}"`,
  ];
  return [...fields, ["Signature", parameters.join(",")]];
}

const notFound = json("application/json", { error: "no such resource" }, 404);

function json(type: string, value: object, status = 200): ActorAnswer {
  const headers: readonly HeaderField[] = [
    ["Content-Type", type],
    ["Cache-Control", "max-age=180, public"],
  ];
  return { status, headers, body: JSON.stringify(value) };
}

// People who sign, for tests: their keys, their documents, and requests signed as real servers do.

import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import type { EpochMs } from "../base/units.ts";
import { type Activity, nothingOfItsOwn } from "../model/activity.ts";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import type { ActorId, ObjectId, Receipt } from "../model/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { CachedDocument, Shelf } from "../ports/documents.ts";
import type { FetchAnswer, Network } from "../ports/network.ts";

/** 24 November 2026, noon UTC. */
export const noon = Date.UTC(2026, 10, 24, 12) as EpochMs;

export const ann = speaker("https://a.example/users/ann", "#main-key", rsa());
export const eve = speaker("https://e.example/users/eve", "#main-key", rsa());
export const ed = speaker("https://ed.example/users/ed", "#ed25519", ed25519());

export interface Speaker {
  readonly id: string;
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly pem: string;
}

export function speaker(id: string, fragment: string, privateKey: KeyObject): Speaker {
  const publicKey = createPublicKey(privateKey);
  const pem = String(publicKey.export({ format: "pem", type: "spki" }));
  return { id, keyId: id + fragment, privateKey, publicKey, pem };
}

export function rsa(modulusLength = 2048): KeyObject {
  return generateKeyPairSync("rsa", { modulusLength }).privateKey;
}

export function ed25519(): KeyObject {
  return generateKeyPairSync("ed25519").privateKey;
}

export function actorDocument(one: Speaker, more: object = {}): string {
  return JSON.stringify({
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id: one.id,
    type: "Person",
    preferredUsername: one.id.split("/").at(-1),
    inbox: `${one.id}/inbox`,
    publicKey: { id: one.keyId, owner: one.id, publicKeyPem: one.pem },
    ...more,
  });
}

/** What is signed, before it is: an ordinary delivery to an inbox of ours. */
export interface Draft {
  readonly path: string;
  readonly host: string;
  readonly body: string;
  readonly at: EpochMs;
}

export const draft: Draft = {
  path: "/inbox",
  host: "home.example",
  body: JSON.stringify({ id: "https://a.example/1", type: "Like", actor: ann.id, object: "x" }),
  at: noon,
};

export function digestOf(body: string, algorithm: "sha256" | "sha512" = "sha256"): string {
  return createHash(algorithm).update(body).digest("base64");
}

/** The fields that a sender of draft-cavage adds of itself; `more` takes their place or joins. */
export function cavageFields(
  { host, body, at }: Draft,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const date = new Date(at).toUTCString();
  const type = "application/activity+json";
  const digest = `SHA-256=${digestOf(body)}`;
  return { host, date, digest, "content-type": type, ...more };
}

export interface CavageStyle {
  readonly covered: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly algorithm?: string | undefined;
  readonly keyId?: string;
  readonly hash?: string | undefined;
  /** What `(request-target)` says, where it is not the path as sent. */
  readonly target?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** Mastodon's way, with all it can be varied in. */
export function signCavage(by: Speaker, what: Draft, style: CavageStyle): Delivery {
  const fields = style.fields ?? cavageFields(what);
  const values: Readonly<Record<string, string>> = {
    ...fields,
    "(request-target)": `post ${style.target ?? what.path}`,
    ...Object.fromEntries(
      Object.entries(style.parameters ?? {}).map(([name, value]) => [`(${name})`, String(value)]),
    ),
  };
  const names = style.covered.split(" ");
  const base = names.map((name) => `${name.toLowerCase()}: ${values[name] ?? ""}`).join("\n");
  const parameters = [
    `keyId="${style.keyId ?? by.keyId}"`,
    ...(style.algorithm === undefined ? [] : [`algorithm="${style.algorithm}"`]),
    ...Object.entries(style.parameters ?? {}).map(([name, value]) => `${name}=${value}`),
    `headers="${style.covered}"`,
    `signature="${signatureOf(by, base, style.hash)}"`,
  ];
  return deliver(what, { ...fields, signature: parameters.join(",") });
}

export interface MessageStyle {
  readonly covered: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** After the list: `;created=…;keyid="…"`. */
  readonly parameters?: string;
  readonly derived?: Readonly<Record<string, string>>;
}

/** RFC 9421, with the components that Mastodon covers. */
export function signMessage(by: Speaker, what: Draft, style: MessageStyle): Delivery {
  const fields = style.fields ?? messageFields(what);
  const values: Readonly<Record<string, string>> = {
    ...fields,
    "@method": "POST",
    "@target-uri": `https://${what.host}${what.path}`,
    "@authority": what.host,
    "@path": what.path.replace(/\?.*/, ""),
    ...style.derived,
  };
  const names = style.covered.split(" ");
  const parameters = style.parameters ?? `;created=${what.at / 1000};keyid="${by.keyId}"`;
  const list = `(${names.map((name) => `"${name}"`).join(" ")})${parameters}`;
  const lines = names.map((name) => `"${name}": ${values[name] ?? ""}`);
  const base = [...lines, `"@signature-params": ${list}`].join("\n");
  const signature = `sig1=:${signatureOf(by, base)}:`;
  return deliver(what, { ...fields, "signature-input": `sig1=${list}`, signature });
}

export function messageFields({ host, body }: Draft): Record<string, string> {
  const type = "application/activity+json";
  return { host, "content-digest": `sha-256=:${digestOf(body)}:`, "content-type": type };
}

function signatureOf({ privateKey }: Speaker, base: string, hash = "sha256"): string {
  const isRsa = privateKey.asymmetricKeyType === "rsa";
  return sign(isRsa ? hash : null, Buffer.from(base, "latin1"), privateKey).toString("base64");
}

export function deliver(what: Draft, fields: Readonly<Record<string, string>>): Delivery {
  return {
    receipt: "r1" as Receipt,
    at: what.at,
    path: what.path,
    headers: Object.entries(fields),
    body: new TextEncoder().encode(what.body),
    client: "192.0.2.7",
    scheme: "https",
  };
}

/** The same delivery with one field said otherwise, or (undefined) unsaid. */
export function withField(sent: Delivery, name: string, value: string | undefined): Delivery {
  const others = sent.headers.filter(([field]) => field !== name);
  const field: HeaderField[] = value === undefined ? [] : [[name, value]];
  return { ...sent, headers: [...others, ...field] };
}

export function fieldOf(sent: Delivery, name: string): string {
  return sent.headers.find(([field]) => field === name)?.[1] ?? "";
}

export function activity(by: Speaker = ann, more: Partial<Activity> = {}): Activity {
  return {
    kind: "like",
    type: "Like",
    id: `${by.id}/likes/1` as ObjectId,
    actor: by.id as ActorId,
    addressed: { to: [], cc: [], audience: [], total: 0 },
    published: undefined,
    objects: [{ kind: "reference", id: "https://home.example/p/1" as ObjectId }],
    target: undefined,
    instrument: undefined,
    content: undefined,
    carries: nothingOfItsOwn,
    ...more,
  };
}

/** A web of documents by address, that counts who asked for what. */
export interface FakeWeb extends Network {
  readonly asked: string[];
  readonly pages: Map<string, FetchAnswer | Promise<FetchAnswer>>;
  publish(url: string, body: string): void;
}

export function makeFakeWeb(...people: readonly Speaker[]): FakeWeb {
  const asked: string[] = [];
  const pages = new Map<string, FetchAnswer | Promise<FetchAnswer>>();
  const publish = (url: string, body: string): void => {
    pages.set(url, { kind: "found", url, body });
  };
  for (const one of people) publish(one.id, actorDocument(one));
  return {
    asked,
    pages,
    publish,
    async get(url) {
      asked.push(url);
      return pages.get(url) ?? { kind: "failed", because: "nobody there" };
    },
  };
}

export function makeShelf(): Shelf & { readonly held: Map<string, CachedDocument> } {
  const held = new Map<string, CachedDocument>();
  return {
    held,
    get: async (url) => held.get(url),
    put: async (document) => void held.set(document.url, document),
  };
}

/** Moves when told; whoever waits for a moment wakes once it has come. */
export interface SetClock extends Clock {
  pass(ms: number): void;
}

export function makeSetClock(start: EpochMs = noon): SetClock {
  let now = start;
  const bells = new Set<{ readonly at: EpochMs; readonly ring: () => void }>();
  return {
    now: () => now,
    wake: (at) =>
      at <= now
        ? Promise.resolve()
        : new Promise((resolve) => bells.add({ at, ring: () => resolve() })),
    pass(ms) {
      now = (now + ms) as EpochMs;
      for (const bell of bells) {
        if (bell.at > now) continue;
        bells.delete(bell);
        bell.ring();
      }
    },
  };
}

/** Lets everything happen that waits for nothing outside. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

// What it costs to know who is speaking, beside the one verification that nobody can avoid.

import { verify } from "node:crypto";
import { verifyRequest } from "@fedify/fedify/sig";
import { CryptographicKey } from "@fedify/vocab";
import { systemClock } from "../../adapters/system-clock.ts";
import { epochMs } from "../../base/units.ts";
import type { Delivery } from "../../model/delivery.ts";
import { makeAuthenticator } from "../../services/authenticate.ts";
import {
  activity,
  actorDocument,
  ann,
  type Draft,
  draft,
  ed,
  fieldOf,
  makeFakeWeb,
  makeShelf,
  messageFields,
  type Speaker,
  signCavage,
  signMessage,
} from "../../services/speakers.fixture.ts";
import type { BenchOptions, Row } from "./main.ts";

type Work = () => unknown;

const unit = "µs a request";

/** All keys are kept; the body has 700 bytes. Rounds are interleaved, to share the noise. */
export async function benchSignatures({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const [rounds, each] = smoke ? [2, 10] : [15, 300];
  const works = await worksToMeasure();
  const times = new Map<string, number[]>(works.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of works) times.get(name)?.push(await microsecondsOf(work, each));
  const rows = works.map(([name]) => rowOf(name, times.get(name) ?? []));
  const reference = rows[0]?.median ?? 1;
  const to = "bare RSA";
  return rows.map((row) => ({ ...row, ratio: { to, value: row.median / reference } }));
}

async function worksToMeasure(): Promise<readonly [name: string, work: Work][]> {
  const what: Draft = { ...draft, at: thisSecond(), body: "x".repeat(700) };
  const covered = "(request-target) host date digest content-type";
  const cavage = signCavage(ann, what, { covered, algorithm: "rsa-sha256" });
  const message = signMessage(ann, what, fedifyStyle(ann, what));
  const curved = signMessage(ed, what, fedifyStyle(ed, what));
  const ours = await makeOurs();
  const fedify = await makeFedify();
  return [
    ["bare RSA-2048 verification, key kept", bareVerification(ann, cavage)],
    ["bare RSA-2048 verification, on the thread pool", pooledVerification(ann, cavage)],
    ["bare Ed25519 verification, key kept", bareVerification(ed, curved)],
    ["draft-cavage, Breakwater", () => ours(cavage)],
    ["RFC 9421, Breakwater", () => ours(message)],
    ["RFC 9421 with Ed25519, Breakwater", () => ours(curved)],
    ["draft-cavage, Fedify", () => fedify(cavage)],
    ["RFC 9421, Fedify", () => fedify(message)],
  ];
}

function thisSecond(): Draft["at"] {
  return epochMs(Math.floor(systemClock.now() / 1000) * 1000);
}

function fedifyStyle(by: Speaker, what: Draft) {
  const fields = { ...messageFields(what), date: new Date(what.at).toUTCString() };
  const parameters = `;created=${what.at / 1000};keyid="${by.keyId}"`;
  const covered = "@method @target-uri @authority host date content-digest";
  return { covered, fields, parameters };
}

/** As long a text as a signature covers; what it says makes no difference to the time. */
function bareVerification({ publicKey }: Speaker, sent: Delivery): Work {
  const [text, signature] = signedBytes(sent);
  const scheme = publicKey.asymmetricKeyType === "rsa" ? "sha256" : null;
  return () => verify(scheme, text, publicKey, signature);
}

function pooledVerification({ publicKey }: Speaker, sent: Delivery): Work {
  const [text, signature] = signedBytes(sent);
  return () =>
    new Promise((resolve, reject) =>
      verify("sha256", text, publicKey, signature, (error, isRight) =>
        error === null ? resolve(isRight) : reject(error),
      ),
    );
}

function signedBytes(sent: Delivery): [text: Buffer, signature: Buffer] {
  const encoded = /[A-Za-z0-9+/]{80,}={0,2}/.exec(fieldOf(sent, "signature"))?.[0] ?? "";
  return [Buffer.alloc(250, "a"), Buffer.from(encoded, "base64")];
}

async function makeOurs(): Promise<(sent: Delivery) => Promise<unknown>> {
  const documents = makeShelf();
  for (const { id, ...one } of [ann, ed]) {
    const outcome = { kind: "found", body: actorDocument({ id, ...one }) } as const;
    await documents.put({ url: id, fetchedAt: systemClock.now(), outcome });
  }
  const parts = { documents, network: makeFakeWeb(), clock: systemClock };
  const authenticator = makeAuthenticator(parts);
  const said = activity();
  return async (sent) => {
    const answer = await authenticator.authenticate(sent, said);
    if (answer.kind !== "proven") throw new Error(`the bench is wrong: ${answer.because}`);
  };
}

async function makeFedify(): Promise<(sent: Delivery) => Promise<unknown>> {
  const der = ann.publicKey.export({ format: "der", type: "spki" });
  const scheme = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const publicKey = await crypto.subtle.importKey("spki", der, scheme, true, ["verify"]);
  const key = new CryptographicKey({ id: new URL(ann.keyId), publicKey });
  const keyCache = { get: async () => key, set: async () => undefined };
  return async (sent) => {
    const request = new Request(`https://${fieldOf(sent, "host")}${sent.path}`, {
      method: "POST",
      headers: sent.headers.map(([name, value]): [string, string] => [name, value]),
      body: Buffer.from(sent.body),
    });
    if ((await verifyRequest(request, { keyCache })) === null)
      throw new Error("the bench is wrong");
  };
}

async function microsecondsOf(work: Work, each: number): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < each; i++) await work();
  return ((performance.now() - started) * 1000) / each;
}

function rowOf(name: string, times: readonly number[]): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  return { name, median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0, unit };
}

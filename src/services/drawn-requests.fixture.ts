// Requests drawn by lot, for comparing two verifiers: signed in every way that senders sign, and
// then mutilated.

import { createPrivateKey, type webcrypto } from "node:crypto";
import { signRequest } from "@fedify/fedify/sig";
import { seeded } from "../base/prng.ts";
import type { EpochMs } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import {
  ann,
  cavageFields,
  type Draft,
  draft,
  ed,
  eve,
  fieldOf,
  messageFields,
  noon,
  type Speaker,
  signCavage,
  signMessage,
  withField,
} from "./speakers.fixture.ts";

/** A kind of request, drawn anew for each case. */
export interface Kind {
  readonly story: string;
  readonly make: (dice: Dice) => Delivery | Promise<Delivery>;
}

export interface Dice {
  /** 0 to below `sides`. */
  roll(sides: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(all: readonly T[]): T[];
}

export function makeDice(seed: string): Dice {
  const next = seeded(seed);
  const roll = (sides: number): number => Math.floor(next() * sides);
  return {
    roll,
    pick: <T>(from: readonly T[]) => from[roll(from.length)] as T,
    shuffle: <T>(all: readonly T[]) =>
      all
        .map((one) => [next(), one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one),
  };
}

const people = [ann, eve];
const paths = ["/inbox", "/users/bob/inbox", "/u/b%20b/inbox", "/actor/inbox"];

export function letter(dice: Dice): Draft {
  const length = dice.roll(400);
  const body = JSON.stringify({ text: "é".repeat(length), n: dice.roll(1e9) });
  return { ...draft, path: dice.pick(paths), body };
}

export const musts = ["(request-target)", "date", "digest"];
const extras = ["host", "content-type", "content-length", "user-agent"];

function someFields(what: Draft): Record<string, string> {
  const length = String(Buffer.byteLength(what.body));
  return cavageFields(what, { "content-length": length, "user-agent": "some/1.0" });
}

export const labels = [undefined, "rsa-sha256", "hs2019", "rsa-sha512", "hmac-sha256", "none"];

export function cavage(dice: Dice, what = letter(dice), by: Speaker = dice.pick(people)): Delivery {
  const covered = dice.shuffle([...musts, ...extras.filter(() => dice.roll(2) === 0)]).join(" ");
  return signCavage(by, what, { covered, algorithm: dice.pick(labels), fields: someFields(what) });
}

export function message(dice: Dice, what = letter(dice), by: Speaker = dice.pick([...people, ed])) {
  const some = ["@method", "@target-uri", "@authority", "@path", "@scheme", "host", "date"];
  const covered = dice.shuffle(["content-digest", ...some.filter(() => dice.roll(3) > 0)]);
  const fields = { ...messageFields(what), date: new Date(what.at).toUTCString() };
  const alg = by === ed ? "ed25519" : "rsa-v1_5-sha256";
  const parameters = dice
    .shuffle([
      `created=${what.at / 1000}`,
      `keyid="${by.keyId}"`,
      ...(dice.roll(2) === 0 ? [`alg="${alg}"`] : []),
      ...(dice.roll(4) === 0 ? ['nonce="a\\"b"', 'tag="x"'] : []),
    ])
    .map((one) => `;${one}`)
    .join("");
  const derived = { "@scheme": "https" };
  return signMessage(by, what, { covered: covered.join(" "), fields, parameters, derived });
}

/** Either kind. */
export function either(dice: Dice, what?: Draft): Delivery {
  return dice.roll(2) === 0 ? cavage(dice, what) : message(dice, what);
}

export function flip(text: string, dice: Dice): string {
  const at = dice.roll(text.length);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  let other = dice.pick([...letters]);
  if (other === text[at]) other = other === "A" ? "B" : "A";
  return text.slice(0, at) + other + text.slice(at + 1);
}

export function changeField(
  sent: Delivery,
  name: string,
  change: (old: string) => string,
): Delivery {
  if (fieldOf(sent, name) === "") return sent;
  return withField(sent, name, change(fieldOf(sent, name)));
}

/** In the middle of the signature, where every bit counts. */
export function spoilSignature(sent: Delivery, dice: Dice): Delivery {
  return changeField(sent, "signature", (old) => {
    const [start, length] = old.startsWith("sig1")
      ? [8, 60]
      : [old.indexOf('signature="') + 14, 60];
    const part = old.slice(start, start + length);
    return old.slice(0, start) + flip(part, dice) + old.slice(start + length);
  });
}

export function aged(dice: Dice, fromMs: number, toMs: number): Draft {
  const seconds = Math.round((fromMs + dice.roll(toMs - fromMs)) / 1000);
  return { ...letter(dice), at: (noon - seconds * 1000) as EpochMs };
}

export async function signedByFedify(dice: Dice): Promise<Delivery> {
  const what = letter(dice);
  const by = dice.pick(people);
  const request = new Request(`https://${what.host}${what.path}`, {
    method: "POST",
    headers: { "content-type": "application/activity+json" },
    body: what.body,
  });
  const spec = dice.pick(["rfc9421", "draft-cavage-http-signatures-12"] as const);
  const key = await privateKeyOf(by);
  const signed = await signRequest(request, key, new URL(by.keyId), { spec });
  return {
    ...cavage(dice, what),
    headers: [...signed.headers],
    body: new Uint8Array(await signed.arrayBuffer()),
  };
}

export const rsaSha256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const imported = new Map<Speaker, Promise<webcrypto.CryptoKey>>();

function privateKeyOf(by: Speaker): Promise<webcrypto.CryptoKey> {
  const had = imported.get(by);
  if (had !== undefined) return had;
  const der = createPrivateKey(by.privateKey.export({ format: "pem", type: "pkcs8" })).export({
    format: "der",
    type: "pkcs8",
  });
  const made = crypto.subtle.importKey("pkcs8", der, rsaSha256, true, ["sign"]);
  imported.set(by, made);
  return made;
}

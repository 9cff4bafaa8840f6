/**
 * A second opinion: Fedify's verifier says yes and no to the same requests, thousands of them, made
 * and then mutilated by a seed. Where the two differ on purpose, the mutation says so, and why;
 * nothing else differs.
 */

import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { mock, test } from "node:test";
import { type KeyCache, signRequest, verifyRequest } from "@fedify/fedify/sig";
import { CryptographicKey } from "@fedify/vocab";
import { seeded } from "../base/prng.ts";
import { type EpochMs, hour, minute } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import { makeAuthenticator } from "./authenticate.ts";
import {
  activity,
  actorDocument,
  ann,
  cavageFields,
  type Draft,
  digestOf,
  draft,
  ed,
  eve,
  fieldOf,
  makeFakeWeb,
  makeSetClock,
  makeShelf,
  messageFields,
  noon,
  type Speaker,
  signCavage,
  signMessage,
  withField,
} from "./speakers.fixture.ts";

/** Together about four thousand, in some five seconds. */
const casesEach = 80;

interface Dice {
  /** 0 to below `sides`. */
  roll(sides: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(all: readonly T[]): T[];
}

function makeDice(seed: string): Dice {
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

/** What Fedify says where we say the other thing, and why that is right. */
type Difference = { readonly fedify: "yes" | "no"; readonly because: string };

/** A kind of request, drawn anew for each case. */
interface Kind {
  readonly story: string;
  readonly make: (dice: Dice) => Delivery | Promise<Delivery>;
  readonly differs?: Difference;
}

const people = [ann, eve];
const paths = ["/inbox", "/users/bob/inbox", "/u/b%20b/inbox", "/actor/inbox"];

function letter(dice: Dice): Draft {
  const length = dice.roll(400);
  const body = JSON.stringify({ text: "é".repeat(length), n: dice.roll(1e9) });
  return { ...draft, path: dice.pick(paths), body };
}

const musts = ["(request-target)", "date", "digest"];
const extras = ["host", "content-type", "content-length", "user-agent"];

function someFields(what: Draft): Record<string, string> {
  const length = String(Buffer.byteLength(what.body));
  return cavageFields(what, { "content-length": length, "user-agent": "some/1.0" });
}

const labels = [undefined, "rsa-sha256", "hs2019", "rsa-sha512", "hmac-sha256", "none"];

function cavage(dice: Dice, what = letter(dice), by: Speaker = dice.pick(people)): Delivery {
  const covered = dice.shuffle([...musts, ...extras.filter(() => dice.roll(2) === 0)]).join(" ");
  return signCavage(by, what, { covered, algorithm: dice.pick(labels), fields: someFields(what) });
}

function message(dice: Dice, what = letter(dice), by: Speaker = dice.pick([...people, ed])) {
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
function either(dice: Dice, what?: Draft): Delivery {
  return dice.roll(2) === 0 ? cavage(dice, what) : message(dice, what);
}

function flip(text: string, dice: Dice): string {
  const at = dice.roll(text.length);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  let other = dice.pick([...letters]);
  if (other === text[at]) other = other === "A" ? "B" : "A";
  return text.slice(0, at) + other + text.slice(at + 1);
}

function changeField(sent: Delivery, name: string, change: (old: string) => string): Delivery {
  if (fieldOf(sent, name) === "") return sent;
  return withField(sent, name, change(fieldOf(sent, name)));
}

/** In the middle of the signature, where every bit counts. */
function spoilSignature(sent: Delivery, dice: Dice): Delivery {
  return changeField(sent, "signature", (old) => {
    const [start, length] = old.startsWith("sig1")
      ? [8, 60]
      : [old.indexOf('signature="') + 14, 60];
    const part = old.slice(start, start + length);
    return old.slice(0, start) + flip(part, dice) + old.slice(start + length);
  });
}

function aged(dice: Dice, fromMs: number, toMs: number): Draft {
  const seconds = Math.round((fromMs + dice.roll(toMs - fromMs)) / 1000);
  return { ...letter(dice), at: (noon - seconds * 1000) as EpochMs };
}

const leastCover = "Mastodon asks for less, and what it accepts must not pass unjudged";

const kinds: readonly Kind[] = [
  { story: "draft-cavage in any order and with any label", make: (dice) => cavage(dice) },
  { story: "RFC 9421 with any components", make: (dice) => message(dice) },
  { story: "signed by Fedify", make: (dice) => signedByFedify(dice) },
  {
    story: "signed by Fedify, then changed",
    make: async (dice) => spoilSignature(await signedByFedify(dice), dice),
  },
  { story: "a spoilt signature", make: (dice) => spoilSignature(either(dice), dice) },
  {
    story: "a shortened signature",
    make: (dice) =>
      changeField(either(dice), "signature", (old) => old.replace(/[A-Za-z0-9+/=]{8}("|:)$/, "$1")),
  },
  {
    story: "a changed body",
    make: (dice) => {
      const sent = either(dice);
      return { ...sent, body: sent.body.with(dice.roll(sent.body.length), 0x23) };
    },
  },
  {
    story: "a longer body",
    make: (dice) => {
      const sent = either(dice);
      return { ...sent, body: Buffer.concat([sent.body, Buffer.from(" ")]) };
    },
  },
  {
    story: "draft-cavage to another path",
    make: (dice) => ({ ...cavage(dice), path: "/users/eve/inbox" }),
  },
  {
    story: "RFC 9421 to another path",
    make: (dice) => ({ ...message(dice), path: "/users/eve/inbox" }),
  },
  {
    story: "sent to another host",
    make: (dice) => withField(either(dice), "host", "other.example"),
  },
  {
    story: "another Date",
    make: (dice) => {
      const date = new Date(noon - (1 + dice.roll(1000)) * 1000).toUTCString();
      return withField(either(dice), "date", date);
    },
  },
  { story: "no Date", make: (dice) => withField(cavage(dice), "date", undefined) },
  { story: "an unreadable Date", make: (dice) => withField(cavage(dice), "date", "yesterday") },
  {
    story: "two Dates",
    make: (dice) => {
      const sent = cavage(dice);
      return { ...sent, headers: [...sent.headers, ["date", fieldOf(sent, "date")]] };
    },
  },
  { story: "no Digest", make: (dice) => withField(cavage(dice), "digest", undefined) },
  {
    story: "no Content-Digest",
    make: (dice) => withField(message(dice), "content-digest", undefined),
  },
  {
    story: "another body's digest",
    make: (dice) => {
      const digest = digestOf(`${dice.roll(1e9)}`);
      return withField(
        withField(either(dice), "digest", `SHA-256=${digest}`),
        "content-digest",
        `sha-256=:${digest}:`,
      );
    },
  },
  {
    story: "SHA-512, alone and beside SHA-256, in any case",
    make: (dice) => {
      const what = letter(dice);
      const long = `${dice.pick(["SHA-512", "sha-512"])}=${digestOf(what.body, "sha512")}`;
      const short = `${dice.pick(["SHA-256", "sha-256"])}=${digestOf(what.body)}`;
      const digest = dice.pick([long, short, `${long},${short}`, `${short}, ${long}`]);
      const fields = cavageFields(what, { digest });
      return signCavage(ann, what, { covered: musts.join(" "), fields });
    },
  },
  {
    story: "one right digest beside a wrong one",
    make: (dice) => {
      const what = letter(dice);
      const both = dice.shuffle([
        `SHA-512=${digestOf("x", "sha512")}`,
        `SHA-256=${digestOf(what.body)}`,
      ]);
      const fields = cavageFields(what, { digest: both.join(",") });
      return signCavage(ann, what, { covered: musts.join(" "), fields });
    },
  },
  {
    story: "somebody else's key",
    make: (dice) => {
      const what = letter(dice);
      const covered = musts.join(" ");
      return signCavage(ann, what, { covered, keyId: eve.keyId, algorithm: dice.pick(labels) });
    },
  },
  {
    story: "a key that nobody knows",
    make: (dice) => {
      const rename = (old: string): string =>
        old.replace(/(keyid=")[^"]*/i, "$1https://x.example/key");
      const sent = changeField(either(dice), "signature", rename);
      return changeField(sent, "signature-input", rename);
    },
  },
  {
    story: "one character of one field changed",
    make: (dice) => {
      const sent = either(dice);
      const [name, value] = dice.pick(sent.headers);
      return withField(sent, name, flip(value, dice));
    },
  },
  {
    story: "the list of fields in another order than signed",
    make: (dice) =>
      changeField(cavage(dice), "signature", (old) =>
        old.replace(/headers="(\S+) (\S+)/, 'headers="$2 $1'),
      ),
  },
  {
    story: "a field dropped from the list",
    make: (dice) =>
      changeField(cavage(dice), "signature", (old) =>
        old.replace(/ (\S+)",signature=/, '",signature='),
      ),
  },
  {
    story: "a covered field twice",
    make: (dice) => {
      const sent = signCavage(ann, letter(dice), { covered: `${musts.join(" ")} content-type` });
      const name = dice.pick(["content-type", "digest"]);
      return { ...sent, headers: [...sent.headers, [name, fieldOf(sent, name)]] };
    },
  },
  {
    story: "a covered field twice, signed so",
    make: (dice) => {
      const what = letter(dice);
      const fields = cavageFields(what, { "x-tag": "a, b" });
      const sent = signCavage(ann, what, { covered: `${musts.join(" ")} x-tag`, fields });
      const others = sent.headers.filter(([name]) => name !== "x-tag");
      return { ...sent, headers: [...others, ["X-Tag", "a"], ["x-tag", "b"]] };
    },
  },
  {
    story: "changed parameters of RFC 9421",
    make: (dice) =>
      changeField(message(dice), "signature-input", (old) =>
        dice.pick([
          old.replace(/created=\d+/, `created=${noon / 1000 - 1 - dice.roll(100)}`),
          old.replace(/^sig1/, "sig2"),
          `${old};tag="y"`,
          old.replace(/;created=\d+/, ""),
          old.replace(/"content-digest" ?/, ""),
          old.replace("(", '("x-absent" '),
        ]),
      ),
  },
  {
    story: "RFC 9421 with `created` that is no whole number",
    make: (dice) =>
      signMessage(ann, letter(dice), {
        covered: "@method @target-uri content-digest",
        parameters: `;created=${dice.pick(['"1"', "1.5x", "a"])};keyid="${ann.keyId}"`,
      }),
  },
  { story: "up to 59 minutes old", make: (dice) => either(dice, aged(dice, 0, 59 * minute)) },
  { story: "up to 59 minutes ahead", make: (dice) => either(dice, aged(dice, -59 * minute, 0)) },
  { story: "hours old", make: (dice) => either(dice, aged(dice, 66 * minute, 20 * hour)) },
  { story: "hours ahead", make: (dice) => either(dice, aged(dice, -20 * hour, -61 * minute)) },
  {
    story: "60 to 65 minutes old",
    make: (dice) => either(dice, aged(dice, 60 * minute + 1000, 65 * minute - 1000)),
    differs: { fedify: "no", because: "Mastodon's five minutes of life and an hour of skew" },
  },
  {
    story: "no request target covered",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: dice.shuffle(["date", "digest", "host"]).join(" "),
      }),
    differs: { fedify: "no", because: leastCover },
  },
  {
    story: "(created) covered, Date not",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: "(request-target) (created) digest",
        algorithm: "hs2019",
        parameters: { created: noon / 1000 },
      }),
    differs: { fedify: "no", because: leastCover },
  },
  {
    story: "(created) and Date covered",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: dice.shuffle([...musts, "(created)"]).join(" "),
        algorithm: "hs2019",
        parameters: { created: noon / 1000 + dice.roll(100) - 50 },
      }),
  },
  {
    story: "(created) and Date covered, the former minutes ago",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: dice.shuffle([...musts, "(created)"]).join(" "),
        algorithm: "hs2019",
        parameters: { created: noon / 1000 - 61 - dice.roll(3500) },
      }),
    differs: { fedify: "no", because: "Fedify gives `created` a minute, Mastodon as much as Date" },
  },
  {
    story: "(expires) still to come",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: dice.shuffle([...musts, "(expires)"]).join(" "),
        algorithm: "hs2019",
        parameters: { expires: noon / 1000 + 1 + dice.roll(1000) },
      }),
  },
  {
    story: "(expires) within the last hour",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: `${musts.join(" ")} (expires)`,
        algorithm: "hs2019",
        parameters: { expires: noon / 1000 - 1 - dice.roll(3500) },
      }),
    differs: { fedify: "no", because: "Mastodon allows an hour of skew after the end, too" },
  },
  {
    story: "(expires) over an hour ago",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: `${musts.join(" ")} (expires)`,
        algorithm: "hs2019",
        parameters: { expires: noon / 1000 - 3601 - dice.roll(3500) },
      }),
  },
  {
    story: "RFC 9421 that ended over an hour ago",
    make: (dice) =>
      signMessage(ann, letter(dice), {
        covered: "@method @target-uri content-digest",
        parameters: `;created=${noon / 1000 - 600};expires=${noon / 1000 - 3601};keyid="${ann.keyId}"`,
      }),
    differs: {
      fedify: "yes",
      because: "Fedify does not read `expires` of RFC 9421; Mastodon does",
    },
  },
  {
    story: "RFC 9421 that covers no body",
    make: (dice) => signMessage(ann, letter(dice), { covered: "@method @target-uri" }),
    differs: { fedify: "yes", because: "nothing is proven of a body that is not covered" },
  },
  {
    story: "Content-Digest with one right and one wrong value",
    make: (dice) => {
      const what = letter(dice);
      const wrong = `sha-512=:${digestOf("x", "sha512")}:`;
      const right = messageFields(what)["content-digest"] ?? "";
      const fields = {
        ...messageFields(what),
        "content-digest": dice.shuffle([wrong, right]).join(", "),
      };
      return signMessage(ann, what, { covered: "@method @target-uri content-digest", fields });
    },
    differs: { fedify: "yes", because: "we and the home server could believe different ones" },
  },
  {
    story: "RFC 9421 labelled with an algorithm that its registry does not have",
    make: (dice) =>
      signMessage(ann, letter(dice), {
        covered: "@method @target-uri content-digest",
        parameters: `;created=${noon / 1000};keyid="${ann.keyId}";alg="rsa-v1_5-sha512"`,
      }),
    differs: { fedify: "yes", because: "Fedify verifies it as SHA-256, against the label" },
  },
  {
    story: "draft-cavage by an Ed25519 key",
    make: (dice) => cavage(dice, letter(dice), ed),
    differs: { fedify: "no", because: "GoToSocial accepts it" },
  },
  {
    story: "draft-cavage by RSA with SHA-512",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: musts.join(" "),
        hash: "sha512",
        algorithm: dice.pick(["hs2019", "rsa-sha512", undefined]),
      }),
    differs: { fedify: "no", because: "GoToSocial accepts it" },
  },
  {
    story: "a query that is not signed",
    make: (dice) => {
      const what = letter(dice);
      const query = { ...what, path: `${what.path}?a=${dice.roll(9)}` };
      return signCavage(ann, query, { covered: musts.join(" "), target: what.path });
    },
  },
  {
    story: "a query that is signed",
    make: (dice) => {
      const what = letter(dice);
      const query = { ...what, path: `${what.path}?a=${dice.roll(9)}` };
      return dice.roll(2) === 0 ? cavage(dice, query) : cavage(dice, query, ann);
    },
    differs: { fedify: "no", because: "the draft says so, and Mastodon signs so" },
  },
  {
    story: "a covered field that is not there",
    make: (dice) => signCavage(ann, letter(dice), { covered: `${musts.join(" ")} x-absent` }),
    differs: { fedify: "no", because: "Mastodon reads it as empty" },
  },
  {
    story: "the scheme's name before the parameters",
    make: (dice) =>
      changeField(cavage(dice, letter(dice), ann), "signature", (old) => `Signature ${old}`),
    differs: { fedify: "no", because: "Mastodon removes it, for old Pixelfed" },
  },
];

async function signedByFedify(dice: Dice): Promise<Delivery> {
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

const rsaSha256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const imported = new Map<Speaker, Promise<CryptoKey>>();

function privateKeyOf(by: Speaker): Promise<CryptoKey> {
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

async function fedifyKeys(): Promise<KeyCache> {
  const keys = new Map<string, CryptographicKey>();
  for (const one of [ann, eve, ed]) {
    const der = one.publicKey.export({ format: "der", type: "spki" });
    const publicKey = await crypto.subtle.importKey(
      "spki",
      der,
      one === ed ? "Ed25519" : rsaSha256,
      true,
      ["verify"],
    );
    const id = new URL(one.keyId);
    keys.set(one.keyId, new CryptographicKey({ id, owner: new URL(one.id), publicKey }));
  }
  return {
    get: async (keyId) => keys.get(keyId.href) ?? null,
    set: async () => undefined,
  };
}

/** Fedify throws for some of what it can't verify: that is a no. */
async function askFedify(sent: Delivery, keyCache: KeyCache): Promise<"yes" | "no"> {
  const host = fieldOf(sent, "host");
  const request = new Request(`https://${host}${sent.path}`, {
    method: "POST",
    headers: sent.headers.map(([name, value]): [string, string] => [name, value]),
    body: Buffer.from(sent.body),
  });
  const documentLoader = () => Promise.reject(new Error("no network here"));
  try {
    return (await verifyRequest(request, { keyCache, documentLoader })) === null ? "no" : "yes";
  } catch {
    return "no";
  }
}

function makeOurs(): (sent: Delivery) => Promise<"yes" | "no"> {
  const documents = makeShelf();
  for (const one of [ann, eve, ed]) {
    const outcome = { kind: "found", body: actorDocument(one) } as const;
    documents.held.set(one.id, { url: one.id, fetchedAt: noon, outcome });
  }
  const parts = { documents, network: makeFakeWeb(), clock: makeSetClock() };
  const authenticator = makeAuthenticator(parts);
  return async (sent) => {
    const answer = await authenticator.authenticate({ ...sent, at: noon }, activity());
    return answer.kind === "proven" ? "yes" : "no";
  };
}

test("Fedify says yes and no where we do, but for the differences that are named", async (t) => {
  mock.timers.enable({ apis: ["Date"], now: noon });
  t.after(() => mock.timers.reset());
  const keyCache = await fedifyKeys();
  const ours = makeOurs();
  for (const { story, make, differs } of kinds) {
    await t.test(story, async () => {
      const dice = makeDice(story);
      for (let i = 0; i < casesEach; i++) {
        const sent = await make(dice);
        const [we, they] = [await ours(sent), await askFedify(sent, keyCache)];
        if (differs === undefined) assert.equal(we, they, show(sent, we));
        else
          assert.deepEqual(
            [they, we],
            differs.fedify === "yes" ? ["yes", "no"] : ["no", "yes"],
            show(sent, we),
          );
      }
    });
  }
});

function show(sent: Delivery, we: string): string {
  const fields = sent.headers.map(([name, value]) => `${name}: ${value}`).join("\n");
  return `we say ${we} to ${sent.path}\n${fields}`;
}

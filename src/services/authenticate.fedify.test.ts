/**
 * A second opinion: Fedify's verifier says yes and no to the same requests, thousands of them, made
 * and then mutilated by a seed. Where the two differ on purpose, it is listed here, with its
 * reason; nothing else differs.
 */

import assert from "node:assert/strict";
import { mock, type TestContext, test } from "node:test";
import { type KeyCache, verifyRequest } from "@fedify/fedify/sig";
import { CryptographicKey } from "@fedify/vocab";
import { minute } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import { agreed } from "./agreed-requests.fixture.ts";
import { makeAuthenticator } from "./authenticate.ts";
import {
  aged,
  cavage,
  changeField,
  either,
  type Kind,
  letter,
  makeDice,
  musts,
  rsaSha256,
} from "./drawn-requests.fixture.ts";
import {
  activity,
  actorDocument,
  ann,
  cavageFields,
  digestOf,
  ed,
  eve,
  fieldOf,
  makeFakeWeb,
  makeSetClock,
  makeShelf,
  noon,
  signCavage,
  signMessage,
} from "./speakers.fixture.ts";

/** Together about four thousand, in some five seconds. */
const casesEach = 80;

/** What Fedify says where we say the other thing, and why that is right. */
interface Difference extends Kind {
  readonly differs: { readonly fedify: "yes" | "no"; readonly because: string };
}

const leastCover = "Mastodon asks for less, and what it accepts must not pass unjudged";

const differences: readonly Difference[] = [
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
    story: "RFC 9421 that ended over an hour ago",
    make: (dice) =>
      signMessage(ann, letter(dice), {
        covered: "@method @target-uri content-digest",
        parameters:
          `;created=${noon / 1000 - 600};expires=${noon / 1000 - 3601}` + `;keyid="${ann.keyId}"`,
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
    differs: { fedify: "no", because: "one digest proves a body; Mastodon reads one only" },
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

const ours = makeOurs();
const keyCache = fedifyKeys();

for (const { story, make } of agreed) {
  test(`Fedify and we say the same of: ${story}`, async (t) => {
    await compare(t, story, make, (sent, we, they) => assert.equal(we, they, show(sent, we)));
  });
}

for (const { story, make, differs } of differences) {
  test(`Fedify says ${differs.fedify} to ${story}: ${differs.because}`, async (t) => {
    const expected = differs.fedify === "yes" ? ["yes", "no"] : ["no", "yes"];
    await compare(t, story, make, (sent, we, they) =>
      assert.deepEqual([they, we], expected, show(sent, we)),
    );
  });
}

type Answer = "yes" | "no";

async function compare(
  t: TestContext,
  story: string,
  make: Kind["make"],
  check: (sent: Delivery, we: Answer, they: Answer) => void,
): Promise<void> {
  mock.timers.enable({ apis: ["Date"], now: noon });
  t.after(() => mock.timers.reset());
  const dice = makeDice(story);
  for (let i = 0; i < casesEach; i++) {
    const sent = await make(dice);
    check(sent, await ours(sent), await askFedify(sent, await keyCache));
  }
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

function show(sent: Delivery, we: string): string {
  const fields = sent.headers.map(([name, value]) => `${name}: ${value}`).join("\n");
  return `we say ${we} to ${sent.path}\n${fields}`;
}

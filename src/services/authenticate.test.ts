import assert from "node:assert/strict";
import { test } from "node:test";
import { hour, minute, second } from "../base/units.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import { makeAuthenticator } from "./authenticate.ts";
import { shippedForgeries } from "./fetch-budget.ts";
import {
  activity,
  ann,
  cavageFields,
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
  rsa,
  type Speaker,
  signCavage,
  signMessage,
  speaker,
  withField,
} from "./speakers.fixture.ts";

const mastodon = { covered: "(request-target) host date digest content-type" } as const;
const rfc = { covered: "@method @target-uri content-digest" } as const;

async function authenticate(sent: Delivery, ...people: readonly Speaker[]): Promise<Authenticity> {
  const web = makeFakeWeb(ann, eve, ed, ...people);
  const parts = { documents: makeShelf(), network: web, clock: makeSetClock() };
  return makeAuthenticator(parts).authenticate(sent, activity());
}

/** `proven`, or why not. */
async function answerTo(sent: Delivery, ...people: readonly Speaker[]): Promise<string> {
  const answer = await authenticate(sent, ...people);
  return answer.kind === "proven" ? "proven" : answer.why;
}

const signedAs: readonly [software: string, sent: Delivery][] = [
  ["Mastodon", signCavage(ann, draft, { ...mastodon, algorithm: "rsa-sha256" })],
  [
    "Mastodon, synchronizing followers",
    signCavage(ann, draft, {
      algorithm: "rsa-sha256",
      covered: "(request-target) host date digest content-type collection-synchronization",
      fields: cavageFields(draft, {
        "collection-synchronization": 'collectionId="https://a.example/f", digest="00", url="u"',
      }),
    }),
  ],
  ["Misskey", signCavage(ann, draft, { covered: "(request-target) date host digest" })],
  [
    "Lemmy",
    signCavage(ann, draft, {
      covered: "(request-target) content-type date digest host",
      algorithm: "hs2019",
    }),
  ],
  [
    "GoToSocial",
    signCavage(ann, draft, {
      covered: "(request-target) host date digest",
      algorithm: "hs2019",
    }),
  ],
  [
    "Pleroma",
    signCavage(ann, draft, {
      covered: "(request-target) host content-length digest date",
      algorithm: "rsa-sha256",
      fields: cavageFields(draft, { "content-length": String(draft.body.length) }),
    }),
  ],
  [
    "a server with SHA-512 throughout",
    signCavage(ann, draft, {
      ...mastodon,
      algorithm: "hs2019",
      hash: "sha512",
      fields: cavageFields(draft, { digest: `SHA-512=${digestOf(draft.body, "sha512")}` }),
    }),
  ],
  ["a server with Ed25519 keys", signCavage(ed, draft, { ...mastodon, algorithm: "hs2019" })],
  ["Mastodon 4.7, RFC 9421", signMessage(ann, draft, rfc)],
  [
    "Fedify, RFC 9421",
    signMessage(ann, draft, {
      covered: "@method @target-uri @authority host date content-digest",
      fields: { ...messageFields(draft), date: new Date(noon).toUTCString() },
      parameters: `;alg="rsa-v1_5-sha256";keyid="${ann.keyId}";created=${noon / 1000}`,
    }),
  ],
  ["a server with Ed25519 keys, RFC 9421", signMessage(ed, draft, rfc)],
  [
    "a server that covers authority and path apart",
    signMessage(ann, draft, { covered: "@method @authority @path content-digest" }),
  ],
];

for (const [software, sent] of signedAs) {
  test(`a delivery signed as ${software} signs is proven`, async () => {
    assert.equal(await answerTo(sent), "proven");
  });

  test(`one changed byte of a body refutes it, signed as ${software} signs`, async () => {
    const body = sent.body.with(5, 0x20);
    assert.equal(await answerTo({ ...sent, body }), "digest");
  });

  test(`another path refutes it, signed as ${software} signs`, async () => {
    assert.equal(await answerTo({ ...sent, path: "/users/bob/inbox" }), "wrong-key");
  });
}

test("what is proven names the key's owner, its host, and the signature's own dates", async () => {
  const expires = noon / 1000 + 60;
  const sent = signCavage(ann, draft, {
    covered: "(request-target) host (created) (expires) digest",
    algorithm: "hs2019",
    parameters: { created: noon / 1000 - 5, expires },
  });
  assert.deepEqual(await authenticate(sent), {
    kind: "proven",
    signature: "draft-cavage",
    signer: ann.id,
    signerHost: "a.example",
    signedAt: noon - 5 * second,
    expiresAt: noon + minute,
  });
});

test("a key in the draft's Authorization field counts like one in Signature", async () => {
  const sent = signCavage(ann, draft, mastodon);
  const moved = withField(sent, "authorization", `Signature ${fieldOf(sent, "signature")}`);
  assert.equal(await answerTo(withField(moved, "signature", undefined)), "proven");
});

test("junk beside a signature does not turn it into one that we can't read", async () => {
  const cavage = signCavage(ann, draft, mastodon);
  assert.equal(await answerTo(withField(cavage, "signature-input", "sig1=()")), "proven");
  const named = signMessage(ann, draft, rfc);
  const rename = (sent: Delivery, name: string) =>
    withField(sent, name, fieldOf(sent, name).replace("sig1=", "keyid="));
  const renamed = rename(rename(named, "signature-input"), "signature");
  assert.equal(await answerTo(renamed), "proven");
  const remarked = withField(named, "signature", `${fieldOf(named, "signature")};x="keyId=1"`);
  assert.equal(await answerTo(remarked), "proven");
});

test("names in capitals and fields that a proxy added change nothing", async () => {
  const sent = signCavage(ann, draft, mastodon);
  const capital = (name: string): string =>
    name.replace(/\b[a-z]/g, (first) => first.toUpperCase());
  const headers = [
    ["X-Real-IP", "192.0.2.7"],
    ["X-Forwarded-For", "192.0.2.7"],
    ["X-Forwarded-Proto", "https"],
    ["Connection", "close"],
    ["Accept-Encoding", "gzip"],
    ...sent.headers.map(([name, value]) => [capital(name), ` ${value} `] as const),
  ] as const;
  assert.equal(await answerTo({ ...sent, headers }), "proven");
});

test("a request target is proven with its query and without, as both are signed", async () => {
  const what = { ...draft, path: "/inbox?from=a" };
  assert.equal(await answerTo(signCavage(ann, what, mastodon)), "proven");
  assert.equal(await answerTo(signCavage(ann, what, { ...mastodon, target: "/inbox" })), "proven");
  assert.equal(
    await answerTo(signCavage(ann, what, { ...mastodon, target: "/inbox?from=b" })),
    "wrong-key",
  );
});

const refuted: readonly [story: string, sent: Delivery, why: string][] = [
  ["no signature", withField(signCavage(ann, draft, mastodon), "signature", undefined), "absent"],
  [
    "a signature by somebody else's key",
    signCavage(eve, draft, { ...mastodon, keyId: ann.keyId }),
    "wrong-key",
  ],
  [
    "a body that no signature covers",
    signCavage(ann, draft, { covered: "(request-target) host date" }),
    "uncovered",
  ],
  ["a date that is not covered", signCavage(ann, draft, { covered: "digest host" }), "uncovered"],
  ["no list of fields", signCavage(ann, draft, { covered: "" }), "uncovered"],
  [
    "a covered digest that is not sent",
    withField(signCavage(ann, draft, mastodon), "digest", undefined),
    "digest",
  ],
  [
    "a digest that proves nothing",
    signCavage(ann, draft, { ...mastodon, fields: cavageFields(draft, { digest: "MD5=AAAA" }) }),
    "digest",
  ],
  [
    "a Date that was changed afterwards",
    withField(signCavage(ann, draft, mastodon), "date", new Date(noon + 1000).toUTCString()),
    "wrong-key",
  ],
  [
    "an uncovered (created) beside an old covered Date",
    signCavage(
      ann,
      { ...draft, at: noon },
      {
        ...mastodon,
        algorithm: "hs2019",
        fields: cavageFields(draft, { date: new Date(noon - 2 * hour).toUTCString() }),
        parameters: { created: noon / 1000 },
      },
    ),
    "expired",
  ],
  [
    "(created) covered and not given",
    signCavage(ann, draft, { covered: "(created) digest" }),
    "malformed",
  ],
  [
    "an unreadable field",
    withField(signCavage(ann, draft, mastodon), "signature", "x"),
    "malformed",
  ],
  [
    "RFC 9421 over no body",
    signMessage(ann, draft, { covered: "@method @target-uri" }),
    "uncovered",
  ],
  [
    "RFC 9421 without created",
    signMessage(ann, draft, { ...rfc, parameters: `;keyid="${ann.keyId}"` }),
    "malformed",
  ],
  [
    "RFC 9421 with an algorithm nobody offers",
    signMessage(ann, draft, {
      ...rfc,
      parameters: `;created=${noon / 1000};keyid="${ann.keyId}";alg="hmac-sha256"`,
    }),
    "unsupported",
  ],
  [
    "RFC 9421 with another algorithm than its key's",
    signMessage(ann, draft, {
      ...rfc,
      parameters: `;created=${noon / 1000};keyid="${ann.keyId}";alg="ed25519"`,
    }),
    "wrong-key",
  ],
  [
    "RFC 9421 for another scheme than it came by",
    { ...signMessage(ann, draft, rfc), scheme: "http" },
    "wrong-key",
  ],
];

for (const [story, sent, why] of refuted) {
  test(`refuted: ${story}`, async () => {
    const answer = await authenticate(sent);
    assert.equal(answer.kind, "refuted");
    assert.equal(answer.kind === "refuted" && answer.why, why, JSON.stringify(answer));
  });
}

const windows: readonly [
  story: string,
  ageMs: number,
  expiresInMs: number | undefined,
  why: string,
][] = [
  ["64 minutes old, no end", 64 * minute, undefined, "proven"],
  ["66 minutes old, no end", 66 * minute, undefined, "expired"],
  ["59 minutes ahead", -59 * minute, undefined, "proven"],
  ["61 minutes ahead", -61 * minute, undefined, "early"],
  ["ended half an hour ago", 31 * minute, minute, "proven"],
  ["ended over an hour ago", 62 * minute, minute, "expired"],
  ["12 hours old with a day to go", 12 * hour, 36 * hour, "proven"],
  ["over 13 hours old with a day to go", 13 * hour + minute, 38 * hour, "expired"],
];

for (const [story, ageMs, expiresInMs, why] of windows) {
  test(`a signature ${story}: ${why}`, async () => {
    const created = (noon - ageMs) / 1000;
    const expires = expiresInMs === undefined ? {} : { expires: created + expiresInMs / 1000 };
    const dates = ["(created)", ...(expiresInMs === undefined ? [] : ["(expires)"])].join(" ");
    const cavage = signCavage(ann, draft, {
      covered: `(request-target) host digest ${dates}`,
      algorithm: "hs2019",
      parameters: { created, ...expires },
    });
    assert.equal(await answerTo(cavage), why);
    const ends = expires.expires === undefined ? "" : `;expires=${expires.expires}`;
    const parameters = `;created=${created};keyid="${ann.keyId}"${ends}`;
    assert.equal(await answerTo(signMessage(ann, draft, { ...rfc, parameters })), why);
  });
}

test("what can be refuted without a key never causes a fetch", async () => {
  const web = makeFakeWeb(ann);
  const parts = { documents: makeShelf(), network: web, clock: makeSetClock() };
  const authenticator = makeAuthenticator(parts);
  for (const [, sent, why] of refuted) {
    if (why === "wrong-key") continue;
    await authenticator.authenticate(sent, activity());
  }
  assert.deepEqual(web.asked, []);
});

test("who forges spends its own network's fetches, and nobody else's", async () => {
  const web = makeFakeWeb(ann);
  const clock = makeSetClock();
  const authenticator = makeAuthenticator({ documents: makeShelf(), network: web, clock });
  const good = signCavage(ann, draft, mastodon);
  const forged = (number: number): Delivery => {
    const signature = fieldOf(good, "signature").replaceAll("/users/ann", `/users/nobody${number}`);
    return withField(good, "signature", signature);
  };
  for (let number = 0; number < 80; number++) {
    await authenticator.authenticate(forged(number), activity());
  }
  assert.equal(web.asked.length, shippedForgeries.burst);
  assert.equal((await authenticator.authenticate(good, activity())).kind, "unknown");
  const elsewhere = { ...good, client: "198.51.100.9" };
  assert.equal((await authenticator.authenticate(elsewhere, activity())).kind, "proven");
});

test("of two signatures one that is true is enough", async () => {
  const good = signMessage(ann, draft, rfc);
  const bad = signMessage(eve, draft, { ...rfc, parameters: `;created=${noon / 1000};keyid="x"` });
  const join = (name: string) =>
    `${fieldOf(bad, name).replace("sig1", "sig0")}, ${fieldOf(good, name)}`;
  const input = withField(good, "signature-input", join("signature-input"));
  assert.equal(await answerTo(withField(input, "signature", join("signature"))), "proven");
});

test("old keys of 1024 bits still speak; smaller and oversized ones do not", async () => {
  const sizes = [
    [1024, "proven"],
    [768, "unsupported"],
  ] as const;
  for (const [bits, expected] of sizes) {
    const old = speaker("https://old.example/u/o", "#key", rsa(bits));
    assert.equal(await answerTo(signCavage(old, draft, mastodon), old), expected);
  }
});

// Whatever stands in a signature's fields: an answer, bounded work, never a throw.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Refutation } from "../../model/authenticity.ts";
import type { HeaderField } from "../../model/delivery.ts";
import { parseCavageParameters } from "./cavage.ts";
import { decodeBase64, encodeBase64 } from "./decode-base64.ts";
import { parseContentDigest, parseDigest } from "./digests.ts";
import { ed25519OfMultibase } from "./multibase.ts";
import { readClaims } from "./read-claims.ts";
import { isRefusedAtHome } from "./signature-claim.ts";
import { signatureKindOf } from "./signature-kind.ts";
import { parseDictionary, writeInnerList } from "./structured-fields.ts";

const pieces = fc.oneof(
  fc.constantFrom(
    ...['"', "\\", "=", ",", ";", ":", "(", ")", " ", "\t", "?1", "keyId", "headers", "signature"],
    ...["(request-target)", "(created)", "date", "digest", "sig1", "@method", "content-digest"],
    ...[
      "created",
      "expires",
      "keyid",
      "alg",
      "sha-256",
      "SHA-256",
      "1732400000",
      "https://a.example/",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const text = fc.array(pieces, { maxLength: 40 }).map((some) => some.join(""));
const names = ["signature", "signature-input", "digest", "content-digest", "date", "host"];
const fields = fc.array(
  fc.tuple(fc.constantFrom(...names, "authorization"), text) as fc.Arbitrary<HeaderField>,
  { maxLength: 8 },
);

test("any fields at all are read without a throw, under either kind", () => {
  fc.assert(
    fc.property(fields, text, (headers, path) => {
      for (const kind of ["draft-cavage", "rfc9421", "none", undefined] as const) {
        const claims = readClaims({ headers, path, scheme: "https" }, kind);
        if (!claims.ok) assert.notEqual(claims.error.because, "");
        else for (const claim of claims.value) assert.ok(claim.digests.length > 0);
      }
    }),
    { numRuns: 3000 },
  );
});

test("any text at all is read by each parser without a throw", () => {
  fc.assert(
    fc.property(text, (some) => {
      parseCavageParameters(some);
      parseDictionary(some);
      parseDigest(some);
      parseContentDigest(some);
      ed25519OfMultibase(some);
      ed25519OfMultibase(`z${some}`);
    }),
    { numRuns: 3000 },
  );
});

test("what another server may take is never counted as refused at home", () => {
  const insists = { refusesPlainly: true, takesRefuted: new Set<string>() };
  const isRefused = (why: Refutation, home = insists): boolean =>
    isRefusedAtHome({ kind: "refuted", signature: "none", why, because: "" }, home);
  const doubtful = ["expired", "early", "uncovered", "unsupported", "malformed"] as const;
  for (const why of doubtful) assert.equal(isRefused(why), false, why);
  for (const why of ["absent", "digest", "wrong-key", "wrong-owner"] as const) {
    assert.equal(isRefused(why), true, why);
    assert.equal(isRefused(why, { ...insists, refusesPlainly: false }), false, why);
  }
});

test("a key named anywhere is a claim of the draft, whatever stands beside it", () => {
  const kindOf = (...headers: HeaderField[]) => signatureKindOf({ headers });
  const input: HeaderField = ["Signature-Input", 'sig1=("@method")'];
  const dictionary: HeaderField = ["Signature", "sig1=:AA==:"];
  assert.equal(kindOf(input, dictionary), "rfc9421");
  const named: HeaderField = ["Authorization", 'Signature keyId="https://a.example/k"'];
  assert.equal(kindOf(input, dictionary, named), "draft-cavage");
  assert.equal(kindOf(["Authorization", 'x=y,keyId="https://a.example/k"']), "draft-cavage");
  assert.equal(kindOf(["Authorization", "Bearer x"]), "none");
});

test("a hostile field costs time in proportion to its length", () => {
  const hostile = [
    "a=b,".repeat(2048),
    `keyId=${'"\\'.repeat(4000)}`,
    `x=(${" ".repeat(8000)}`,
    `x${" ".repeat(8000)}y`,
    `x=a${" ".repeat(8000)}y`,
    `x=("a"${';a="b"'.repeat(1300)}`,
    `x=:${"A".repeat(8100)}`,
    `x="${"\\\\".repeat(4000)}`,
    "=".repeat(8000),
    `z${"1".repeat(8000)}`,
  ];
  const started = performance.now();
  for (const some of hostile) {
    for (let i = 0; i < 20; i++) {
      parseCavageParameters(some);
      parseDictionary(some);
      parseDigest(some);
      ed25519OfMultibase(some);
    }
  }
  const eachMs = (performance.now() - started) / (hostile.length * 20);
  assert.ok(eachMs < 10, `${eachMs} ms each`);
});

test("a field over its bound is not looked at", () => {
  assert.equal(parseDictionary(`a=${"1,a=".repeat(3000)}1`), undefined);
  assert.equal(parseCavageParameters(`keyId="${"a".repeat(9000)}"`), undefined);
  assert.equal(parseDigest(`SHA-256=${"A".repeat(9000)}`), undefined);
});

const lists: readonly [written: string, canonical: string][] = [
  ['("@method" "date");created=1;keyid="k"', '("@method" "date");created=1;keyid="k"'],
  ['(  "a"   "b" );  created=1', '("a" "b");created=1'],
  ["();created=-5", "();created=-5"],
  ['("a";req "b");tag="x\\"y\\\\"', '("a";req "b");tag="x\\"y\\\\"'],
  ['("a");d=1.50;t=tok/en:*;b=?0;c=?1;n=:AAE=:', '("a");d=1.5;t=tok/en:*;b=?0;c;n=:AAE=:'],
  ['("a");x=1;y=2;x=3', '("a");x=3;y=2'],
];

for (const [written, canonical] of lists) {
  test(`${written} is signed as ${canonical}`, () => {
    const member = parseDictionary(`sig1=${written}`)?.get("sig1");
    assert.ok(member?.kind === "list");
    assert.equal(writeInnerList(member), canonical);
  });
}

const broken = [
  "a=",
  "a=1,",
  "=1",
  "A=1",
  "a=(1",
  'a=("x""y")',
  "a=1 2",
  'a="\u00e9"',
  "a=:!:",
  "a=?2",
];

for (const field of broken) {
  test(`${field} is not a dictionary`, () => assert.equal(parseDictionary(field), undefined));
}

test("of equal names the last one counts", () => {
  assert.equal(parseDictionary("a=1, a=2")?.size, 1);
  assert.equal(parseCavageParameters('keyId="a",keyId="b"')?.get("keyId"), "b");
});

test("base64 comes out as it went in, and nothing else is base64", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      assert.deepEqual(decodeBase64(encodeBase64(bytes)), bytes);
    }),
  );
  for (const wrong of ["A", "AA=A", "A A=", "AA\n", "é", "AAAAA"])
    assert.equal(decodeBase64(wrong), undefined, wrong);
});

test("a Multikey is read for Ed25519 only", () => {
  // The example key of W3C's did:key specification.
  const known = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
  const bytes = ed25519OfMultibase(known);
  assert.equal(
    Buffer.from(bytes ?? []).toString("hex"),
    "2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6",
  );
  for (const other of [
    "",
    "z",
    "u7QEu",
    "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
    `${known}1`,
  ])
    assert.equal(ed25519OfMultibase(other), undefined, other);
});

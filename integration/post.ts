// Deliveries byte for byte: how they are posted to home.test, and whether they arrived so.

import assert from "node:assert/strict";
import { request } from "node:https";
import { homeHost } from "./network.ts";
import type { Arrived } from "./recorder.ts";

/** What signatures cover, and one name twice. */
const signed: readonly (readonly [string, string])[] = [
  ["Date", "Sun, 01 Nov 2026 10:00:00 GMT"],
  ["Digest", "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="],
  ["Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"],
  ["Content-Type", 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"'],
  ["Signature-Input", 'sig1=("@method" "@target-uri");created=1;keyid="https://alpha.test/k"'],
  ["Signature", "sig1=:AAAA:"],
  ["Collection-Synchronization", 'collectionId="https://alpha.test/f", digest="00"'],
  ["X-Odd", "two"],
  ["X-Odd", "one"],
];

/** That it arrived once, with the body and whatever of its head a signature might cover. */
export function isUnchanged(arrived: readonly Arrived[], body: Buffer): void {
  assert.equal(arrived.length, 1);
  const [{ fields, body: came }] = arrived as [Arrived];
  assert.ok(came.equals(body), "the body");
  const all = (name: string) => fields.flatMap(([one, value]) => (one === name ? [value] : []));
  for (const [name] of signed) {
    const sent = signed.flatMap(([one, value]) => (one === name ? [value] : []));
    // Equal names may become one, as signatures read them.
    assert.equal(all(name.toLowerCase()).join(", "), sent.join(", "), name);
  }
  assert.deepEqual(all("host"), [homeHost]);
  assert.deepEqual(all("content-length"), [String(body.length)]);
  assert.deepEqual(all("transfer-encoding"), []);
  // A web server that asks for a compressed answer of its own accord would have to undo it.
  assert.deepEqual(all("accept-encoding"), []);
  assert.deepEqual(all("x-forwarded-proto"), ["https"]);
  assert.deepEqual(all("x-real-ip"), ["127.0.0.1"]);
  assert.match(all("x-forwarded-for").join(), /(?:^|[ ,])127\.0\.0\.1$/);
}

/**
 * Posts to the path as it is written here, which fetch would tidy. 0 if the answer is no HTTP,
 * or none came in time.
 */
export function post(
  path: string,
  body = Buffer.from("{}"),
  patienceMs = 120_000,
): Promise<number> {
  const headers = [...signed.flat(), "Host", homeHost, "Content-Length", String(body.length)];
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((resolve) => {
    const options = { host: homeHost, path, method: "POST", headers, signal, agent: false };
    const asked = request(options, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
      answer.on("error", () => resolve(0));
    });
    asked.on("error", () => resolve(0)).end(body);
  });
}

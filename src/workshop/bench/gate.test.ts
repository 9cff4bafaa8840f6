import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { makeHttpUpstream } from "../../adapters/http-upstream.ts";
import { epochMs } from "../../base/units.ts";
import { startGate } from "../../doors/gate/gate.ts";
import { receiptByChance } from "../../doors/gate/receipt.ts";
import type { Running } from "./beside.ts";
import { cpuTimeOf } from "./cpu-time.ts";
import { compareGates } from "./gate.ts";
import type { Prepared } from "./load.ts";

const keyId = "https://remote.example/users/a#main-key";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

function prepare(text: string): Prepared {
  const body = Buffer.from(JSON.stringify({ type: "Create", content: text }));
  const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
  const base = `(request-target): post /inbox\nhost: home.example\ndigest: ${digest}`;
  const proof = sign("sha256", Buffer.from(base), privateKey).toString("base64");
  const signature = `keyId="${keyId}",headers="(request-target) host digest",signature="${proof}"`;
  return {
    path: "/inbox",
    headers: ["Host", "home.example", "Digest", digest, "Signature", signature],
    body,
  };
}

test("a gate, a bare gate and nginx where there is one are measured in the same run", async () => {
  const said: string[] = [];
  const rows = await compareGates({
    loads: [{ name: "mix", requests: Array.from({ length: 24 }, (_, i) => prepare(`${i}`)) }],
    rounds: 2,
    warmUps: 1,
    connections: 4,
    keys: { [keyId]: publicKey.export({ type: "spki", format: "pem" }).toString() },
    say: (sentence) => said.push(sentence),
    async openGate(address): Promise<Running> {
      const upstream = makeHttpUpstream({ address });
      const gate = await startGate(
        { listen: { kind: "tcp", host: "127.0.0.1", port: 0 }, trustedProxies: [] },
        {
          gatekeeper: {
            standsAside: () => false,
            admit: async () => ({ do: "pass" }),
            passedOn: async () => undefined,
          },
          passage: upstream,
          clock: { now: () => epochMs(0) },
          makeReceipt: receiptByChance,
          observer: { ended: () => undefined, trouble: (trouble) => assert.fail(trouble.kind) },
        },
      );
      return {
        address: gate.address,
        cpuTime: () => undefined,
        async stop() {
          await gate.close();
          await upstream.close();
        },
      };
    },
  });
  const servers = said.length === 0 ? 3 : 2;
  assert.equal(rows.filter(({ unit }) => unit === "requests/s").length, servers);
  const computed = rows.filter(({ unit }) => unit === "µs CPU a request");
  // The gate of this test has no process of its own.
  assert.equal(computed.length, cpuTimeOf(process.pid) === undefined ? 0 : servers - 1);
  assert.ok(rows.every(({ median, min, max }) => min > 0 && median >= min && max >= median));
  const [gate] = rows;
  assert.deepEqual(
    [gate?.name, gate?.unit, gate?.ratio?.to],
    ["mix: gate", "requests/s", "bare gate"],
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { HeaderField } from "../../model/delivery.ts";
import { clientOf, loopbackProxies, parseTrustedProxies } from "./forwarded.ts";
import { trust } from "./house.fixture.ts";

const proxies = trust(...loopbackProxies, "10.0.0.0/8", "2001:db8::/32");

function address(peer: string | undefined, ...headers: HeaderField[]): string {
  return clientOf(peer, headers, proxies).address;
}

test("the rightmost address that is no proxy of ours is the client", () => {
  assert.equal(address("127.0.0.1", ["X-Forwarded-For", "6.6.6.6, 8.8.8.8"]), "8.8.8.8");
  assert.equal(address("127.0.0.1", ["X-Forwarded-For", "6.6.6.6, 8.8.8.8, 10.1.1.1"]), "8.8.8.8");
  assert.equal(
    address("::1", ["x-forwarded-for", "6.6.6.6"], ["X-Forwarded-For", "8.8.8.8"]),
    "8.8.8.8",
  );
  assert.equal(address("127.0.0.1", ["X-Forwarded-For", "10.0.0.1, 10.0.0.2"]), "10.0.0.1");
});

test("addresses are read in all their spellings", () => {
  assert.equal(address("::ffff:127.0.0.1", ["X-Forwarded-For", "::ffff:8.8.8.8"]), "8.8.8.8");
  assert.equal(address("127.0.0.1", ["X-Forwarded-For", "8.8.8.8:4711"]), "8.8.8.8");
  assert.equal(address("127.0.0.1", ["X-Forwarded-For", "[2620:FE::9]:443"]), "2620:fe::9");
});

test("nonsense ends the walk: the last address that made sense is the client", () => {
  assert.equal(address("127.0.0.1", ["X-Forwarded-For", "8.8.8.8, unknown, 10.0.0.1"]), "10.0.0.1");
  assert.equal(address("127.0.0.1", ["X-Forwarded-For", "8.8.8.8, 0x7f.1"]), "127.0.0.1");
});

test("X-Real-IP counts where nothing else names the client", () => {
  assert.equal(address("127.0.0.1", ["X-Real-IP", "8.8.8.8"]), "8.8.8.8");
  assert.equal(
    address("127.0.0.1", ["X-Real-IP", "6.6.6.6"], ["X-Forwarded-For", "8.8.8.8"]),
    "8.8.8.8",
  );
  assert.equal(address(undefined, ["X-Real-IP", "8.8.8.8"]), "8.8.8.8");
  assert.equal(address(undefined), "local");
});

test("a stranger's word about itself is not believed, nor passed on", () => {
  const forged: HeaderField[] = [
    ["X-Forwarded-For", "127.0.0.1"],
    ["x_forwarded_proto", "https"],
    ["Forwarded", "for=127.0.0.1;proto=https"],
    ["True-Client-IP", "127.0.0.1"],
    ["Accept", "*/*"],
  ];
  const client = clientOf("::ffff:8.8.8.8", forged, proxies);
  assert.deepEqual([client.address, client.scheme], ["8.8.8.8", "http"]);
  assert.deepEqual(client.headers, [
    ["Accept", "*/*"],
    ["X-Forwarded-For", "8.8.8.8"],
    ["X-Forwarded-Proto", "http"],
    ["X-Real-IP", "8.8.8.8"],
  ]);
});

test("a trusted proxy's scheme is its own, the last one", () => {
  const scheme = (value: string) =>
    clientOf("127.0.0.1", [["X-Forwarded-Proto", value]], proxies).scheme;
  assert.equal(scheme("https"), "https");
  assert.equal(scheme("http, HTTPS"), "https");
  assert.equal(scheme("https, http"), "http");
  assert.equal(scheme("gopher"), "http");
});

test("only addresses and ranges can be trusted", () => {
  assert.equal(parseTrustedProxies(["127.0.0.1", "::1", "fd00::/8", "10.0.0.0/8"]).ok, true);
  for (const text of ["localhost", "10.0.0.0/40", "", "1.2", "*"]) {
    assert.equal(parseTrustedProxies([text]).ok, false, text);
  }
});

test("whatever the fields hold, a client behind a trusted proxy has some address", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (values) => {
      const headers = values.map((value): HeaderField => ["X-Forwarded-For", value]);
      assert.notEqual(clientOf("127.0.0.1", headers, proxies).address, "");
    }),
  );
});

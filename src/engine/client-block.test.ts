import assert from "node:assert/strict";
import { test } from "node:test";
import { clientBlockOf } from "./client-block.ts";

for (const [client, block] of [
  ["203.0.113.9", "203.0.113.0/24"],
  ["203.0.113.250", "203.0.113.0/24"],
  ["::ffff:203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:2ff:a::1", "2001:db8:1:200::/56"],
  ["2001:db8:1:200::9", "2001:db8:1:200::/56"],
  ["2a01:4f8:c0c:1234::1", "2a01:4f8:c0c:1200::/56"],
] as const) {
  test(`${client} is of ${block}`, () => {
    assert.equal(clientBlockOf(client), block);
  });
}

for (const client of [
  "127.0.0.1",
  "10.1.2.3",
  "192.168.0.9",
  "::1",
  "fd00::1",
  "local",
  "",
  "x.y",
]) {
  test(`"${client}" is nobody's block`, () => {
    assert.equal(clientBlockOf(client), undefined);
  });
}

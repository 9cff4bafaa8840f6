import assert from "node:assert/strict";
import { test } from "node:test";
import { after, epochMs, second } from "../base/units.ts";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import type { Receipt } from "../model/ids.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import { makeHomeServer } from "./home-server.ts";

const at = epochMs(1_800_000_000_000);

function watch() {
  return makeHomeServer({ origin: undefined, actors: undefined, profile: {} });
}

function from(domain: string): Delivery {
  return {
    receipt: "r1" as Receipt,
    at,
    path: "/inbox",
    headers: [["Signature", `keyId="https://${domain}/users/x#main-key",signature="AA=="`]],
    body: new Uint8Array(),
    client: "203.0.113.9",
    scheme: "https",
  };
}

function answered(status: number, more: Partial<UpstreamAnswer & { kind: "answered" }> = {}) {
  return { kind: "answered", status, headers: [], body: new Uint8Array(), ...more } as const;
}

test("what a delivery names as host is ours, without NodeInfo", () => {
  const home = watch().home("Home.Example");
  assert.deepEqual(home.hosts, ["home.example"]);
});

test("NodeInfo names the server's own host, so that a false Host hides nobody", () => {
  const server = watch();
  server.learned("mastodon", "4.5.3", "https://home.example/nodeinfo/2.0");
  assert.deepEqual(server.home("evil.example").hosts, ["home.example", "evil.example"]);
});

test("Mastodon takes RFC 9421 from 4.5 on, not before", () => {
  const server = watch();
  server.learned("mastodon", "4.4.9", undefined);
  assert.equal(server.profile().accepts.has("rfc9421"), false);
  server.learned("Mastodon", "4.5.0+glitch", undefined);
  assert.equal(server.profile().accepts.has("rfc9421"), true);
});

test("snac drops RFC 9421 in silence; an unknown server is taken to accept cavage only", () => {
  const server = watch();
  assert.deepEqual([...server.profile().accepts], ["draft-cavage"]);
  server.learned("snac", "2.75", undefined);
  assert.deepEqual([...server.profile().drops], ["rfc9421"]);
});

test("what we answer for the server is its last answer, without what was of that moment", () => {
  const server = watch();
  const headers = [
    ["Date", "Mon, 01 Jan 2029 00:00:00 GMT"],
    ["X-Served-By", "home"],
    ["Content-Length", "2"],
  ] as const;
  server.heard(answered(202, { headers, body: Buffer.from("ok") }), from("a.example"), at);
  assert.equal(server.profile().acceptance.status, 202);
  assert.deepEqual(server.profile().acceptance.headers, [["X-Served-By", "home"]]);
  assert.equal(String(server.profile().acceptance.body), "ok");
});

test("a long answer speaks of one delivery and is not learned", () => {
  const server = watch();
  server.heard(answered(200, { body: Buffer.alloc(2000) }), from("a.example"), at);
  assert.equal(server.profile().acceptance.status, 202);
});

test("a kind of signature that was passed on and taken is known from then on", () => {
  const server = watch();
  const input: HeaderField = ["Signature-Input", 'sig1=("@method")'];
  const signed = { ...from("a.example"), headers: [["Signature", "sig1=:AA==:"], input] as const };
  server.heard(answered(401), signed, at);
  assert.equal(server.profile().accepts.has("rfc9421"), false);
  server.heard(answered(202), signed, at);
  assert.equal(server.profile().accepts.has("rfc9421"), true);
  server.learned("gotosocial", "0.30", undefined);
  assert.equal(server.profile().accepts.has("rfc9421"), true);
});

test("what the operator says it accepts is not learned over", () => {
  const accepts = new Set(["draft-cavage"] as const);
  const server = makeHomeServer({ origin: undefined, actors: undefined, profile: { accepts } });
  const headers = [
    ["Signature", "sig1=:AA==:"],
    ["Signature-Input", "sig1=()"],
  ] as const;
  server.heard(answered(202), { ...from("a.example"), headers }, at);
  assert.equal(server.profile().accepts.has("rfc9421"), false);
});

test("a server that can't be reached is down until it answers, or for half a minute", () => {
  const server = watch();
  server.heard({ kind: "unreachable", because: "refused" }, from("a.example"), at);
  assert.equal(server.isDown(at), true);
  assert.equal(server.isDown(after(at, 31 * second)), false);
  server.heard({ kind: "unreachable", because: "refused" }, from("a.example"), at);
  server.heard(answered(202), from("a.example"), at);
  assert.equal(server.isDown(at), false);
});

test("one domain's 5xx never make it down, three domains' do", () => {
  const server = watch();
  for (let i = 0; i < 9; i++) server.heard(answered(500), from(`h${i}.one.example`), at);
  assert.equal(server.isDown(at), false);
  server.heard(answered(500), from("two.example"), at);
  server.heard(answered(503), from("three.example"), at);
  assert.equal(server.isDown(at), true);
  assert.equal(server.isDown(after(at, 31 * second)), false);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, epochMs, second } from "../base/units.ts";
import { isRefusedAtHome } from "../engine/identity/signature-claim.ts";
import type { SignatureKind } from "../model/authenticity.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { SoftwareOverride } from "./config.ts";
import type { Answered } from "./home-lessons.ts";
import { makeHomeServer } from "./home-server.ts";

const at = epochMs(1_800_000_000_000);
const none = { name: undefined, version: undefined, replayWindowMs: undefined, accepts: undefined };
const unreachable = { kind: "unreachable", because: "no answer" } as const;

function watch(software: Partial<SoftwareOverride> = {}) {
  const home = { origin: undefined, actors: undefined };
  return makeHomeServer({ ...home, software: { ...none, ...software } });
}

function from(domain: string | undefined, signature: SignatureKind = "draft-cavage"): Answered {
  return { signature, domain, telling: domain !== undefined, refuted: undefined };
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
  assert.deepEqual(server.home("evil.example").hosts, ["evil.example", "home.example"]);
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

test("a server is asked under a name that a proven delivery gave it, then under its own", () => {
  const server = watch();
  server.home("evil.example");
  assert.equal(server.publicHost(), undefined);
  server.named("Home.Example");
  assert.equal(server.publicHost(), "home.example");
  server.learned("mastodon", "4.5.3", "https://social.home.example/nodeinfo/2.0");
  assert.equal(server.publicHost(), "social.home.example");
});

test("until it has answered once we say what its software would", () => {
  const server = watch();
  server.learned("lemmy", "1.0", undefined);
  assert.equal(server.profile().acceptance.status, 200);
  server.heard(answered(202), from("a.example"), at);
  server.learned("lemmy", "1.0", undefined);
  assert.equal(server.profile().acceptance.status, 202);
});

test("a kind of signature that was passed on and taken is known from then on", () => {
  const server = watch();
  server.heard(answered(401), from("a.example", "rfc9421"), at);
  assert.equal(server.profile().accepts.has("rfc9421"), false);
  server.heard(answered(202), from("a.example", "rfc9421"), at);
  assert.equal(server.profile().accepts.has("rfc9421"), true);
  server.learned("gotosocial", "0.30", undefined);
  assert.equal(server.profile().accepts.has("rfc9421"), true);
});

test("an answer that came before the signature was looked at teaches no kind", () => {
  const server = watch();
  const untold = { ...from("a.example", "rfc9421"), telling: false };
  server.heard(answered(202), untold, at);
  assert.equal(server.profile().accepts.has("rfc9421"), false);
});

test("what we passed on unproven and it took is ours to judge from then on", () => {
  const server = watch();
  server.learned("gotosocial", "0.19.2", undefined);
  const heard: number[] = [];
  server.whenTaught((shapes) => heard.push(shapes.length));
  const unproven = { domain: undefined, telling: true } as const;
  const forged = { ...unproven, signature: "draft-cavage", refuted: "wrong-key" } as const;
  const refuted = { kind: "refuted", because: "", ...forged, why: "wrong-key" } as const;
  server.heard(answered(401), forged, at);
  assert.equal(isRefusedAtHome(refuted, server.profile()), true);
  server.heard(answered(202), { ...forged, telling: false }, at);
  assert.equal(isRefusedAtHome(refuted, server.profile()), true, "a Delete tells nothing");
  server.heard(answered(202), forged, at);
  assert.equal(isRefusedAtHome(refuted, server.profile()), false);
  assert.equal(isRefusedAtHome({ ...refuted, why: "absent" }, server.profile()), true);
  server.heard(answered(202), { ...unproven, signature: "none", refuted: "absent" }, at);
  assert.equal(server.profile().accepts.has("none"), true);
  assert.deepEqual(heard, [1, 3]);
});

test("a server that drops in silence teaches nothing by what is unproven", () => {
  const server = watch();
  server.learned("snac", "2.75", undefined);
  const forged = { signature: "draft-cavage", domain: undefined, telling: true } as const;
  server.heard(answered(202), { ...forged, refuted: "wrong-key" }, at);
  assert.deepEqual(server.taught(), []);
});

test("what was learned in an earlier life counts while the software is the same", () => {
  const server = watch();
  const shape = { software: "gotosocial", signature: "rfc9421", why: undefined, at } as const;
  server.remember([shape]);
  server.learned("gotosocial", "0.30", undefined);
  assert.equal(server.profile().accepts.has("rfc9421"), true);
  server.learned("lemmy", "1.0", undefined);
  assert.equal(server.profile().accepts.has("rfc9421"), false);
});

test("what the operator says it accepts is not learned over", () => {
  const server = watch({ accepts: ["draft-cavage"] });
  server.heard(answered(202), from("a.example", "rfc9421"), at);
  assert.equal(server.profile().accepts.has("rfc9421"), false);
});

test("a software that the operator names still has the version that NodeInfo tells", () => {
  const server = watch({ name: "mastodon" });
  assert.equal(server.profile().accepts.has("rfc9421"), false);
  server.learned("glitch", "4.5.3", undefined);
  assert.equal(server.profile().software, "mastodon");
  assert.equal(server.profile().accepts.has("rfc9421"), true);
});

test("one delivery without an answer makes us ask, and only our own question tells", () => {
  const server = watch();
  let asked = 0;
  server.whenDoubted(() => {
    asked += 1;
  });
  server.heard(unreachable, from("slow.example"), at);
  assert.equal(asked, 1);
  assert.equal(server.isDown(at), false);
  server.answeredUs(false);
  assert.equal(server.isDown(at), true);
  server.answeredUs(true);
  assert.equal(server.isDown(at), false);
});

test("one domain's 5xx never make it down, nor unproven senders', three domains' do", () => {
  const server = watch();
  for (let i = 0; i < 9; i++) server.heard(answered(500), from("one.example"), at);
  for (let i = 0; i < 9; i++) server.heard(answered(500), from(undefined), at);
  assert.equal(server.isDown(at), false);
  server.heard(answered(500), from("two.example"), at);
  server.heard(answered(401), from("two.example"), at);
  server.heard(answered(503), from("three.example"), at);
  assert.equal(server.isDown(at), true);
  assert.equal(server.isDown(after(at, 31 * second)), false);
});

test("a delivery that it takes ends the doubt that 5xx raised", () => {
  const server = watch();
  for (const domain of ["a.example", "b.example", "c.example"]) {
    server.heard(answered(500), from(domain), at);
  }
  server.heard(answered(202), from("d.example"), at);
  assert.equal(server.isDown(at), false);
});

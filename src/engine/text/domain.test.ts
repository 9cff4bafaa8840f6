import assert from "node:assert/strict";
import { test } from "node:test";
import { domainOf } from "./domain.ts";

test("subdomains of one owner are one, customers of a hoster are many", () => {
  assert.equal(domainOf("a.b.spam.example"), "spam.example");
  assert.equal(domainOf("x.shop.co.uk"), "shop.co.uk");
  assert.equal(domainOf("mallory.github.io"), "mallory.github.io");
});

test("what has no registrable domain is itself", () => {
  for (const host of ["localhost", "127.0.0.1:3000", "[::1]", "github.io", ""]) {
    assert.equal(domainOf(host), host);
  }
});

test("a port is not part of a domain", () => {
  assert.equal(domainOf("a.spam.example:8443"), "spam.example");
});

test("more hosts than are remembered change no answer", () => {
  for (let at = 0; at < 10_000; at++) assert.equal(domainOf(`h${at}.spam.example`), "spam.example");
  assert.equal(domainOf("h0.spam.example"), "spam.example");
});

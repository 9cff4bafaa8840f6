import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSocketAddress, showSocketAddress } from "./socket-address.ts";

test("hosts with ports and unix sockets are read, and shown as they were written", () => {
  for (const text of ["127.0.0.1:8080", "[::1]:0", "localhost:65535", "unix:/run/a b.sock"]) {
    const parsed = parseSocketAddress(text);
    assert.ok(parsed.ok, text);
    assert.equal(showSocketAddress(parsed.value), text);
  }
});

test("anything else is refused with its text", () => {
  const wrong = ["", "8080", ":8080", "a:65536", "a:", "::1:80", "http://a:1", "unix:", "unix:a"];
  for (const text of wrong) {
    const parsed = parseSocketAddress(text);
    assert.ok(!parsed.ok && parsed.error.includes(`"${text}"`), text);
  }
});

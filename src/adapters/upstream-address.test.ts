import assert from "node:assert/strict";
import { test } from "node:test";
import { parseUpstreamAddress } from "./upstream-address.ts";

test("a home server is named by its URL or its unix socket", () => {
  const read = (text: string) => {
    const parsed = parseUpstreamAddress(text);
    return parsed.ok ? parsed.value : undefined;
  };
  assert.deepEqual(read("http://127.0.0.1:3000"), { kind: "tcp", host: "127.0.0.1", port: 3000 });
  assert.deepEqual(read("http://home.example/"), { kind: "tcp", host: "home.example", port: 80 });
  assert.deepEqual(read("http://[::1]:3000"), { kind: "tcp", host: "::1", port: 3000 });
  assert.deepEqual(read("unix:/run/puma.sock"), { kind: "unix", path: "/run/puma.sock" });
});

test("what would not do what it says is refused", () => {
  const wrong = [
    "",
    "127.0.0.1:3000",
    "https://a",
    "http://a/path",
    "http://a?x",
    "http://u@a",
    "unix:x",
  ];
  for (const text of wrong) assert.equal(parseUpstreamAddress(text).ok, false, text);
});

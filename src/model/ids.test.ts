import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hostOf } from "./ids.ts";

/** As the URL standard has it, but for the dot that may end a name. */
function byStandard(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const host = parsed.port === "" ? parsed.host : parsed.hostname;
  const port = parsed.port === "" ? "" : `:${parsed.port}`;
  return host === "" ? undefined : host.replace(/\.+$/, "") + port;
}

test("a host is what the URL standard says, whether or not the URL had to be parsed", () => {
  const piece = fc.constantFrom(
    ...[
      "https://",
      "http://",
      "HTTPS://",
      "a",
      "Z",
      "0",
      "7",
      "-",
      "--",
      "xn--",
      ".",
      "..",
      ":",
      "443",
    ],
    ...["/", "@", "?", "#", "é", "。", "%41", " ", "example", "ftp://", "[::1]", "_", "\t"],
  );
  const url = fc.array(piece, { maxLength: 12 }).map((pieces) => `https://${pieces.join("")}`);
  fc.assert(
    fc.property(fc.oneof(url, fc.webUrl(), fc.string()), (text) => {
      assert.equal(hostOf(text), byStandard(text));
    }),
    { numRuns: 5000 },
  );
});

test("a name that ends with the root's dot is the same name", () => {
  assert.equal(hostOf("https://home.example./users/ada"), "home.example");
  assert.equal(hostOf("http://home.example.:8080/"), "home.example:8080");
});

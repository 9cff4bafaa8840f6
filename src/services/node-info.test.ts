import assert from "node:assert/strict";
import { test } from "node:test";
import type { UpstreamAnswer } from "../model/kept.ts";
import { type Ask, askNodeInfo } from "./node-info.ts";

/** A home server that answers these paths with JSON, and 404 elsewhere. */
function serving(documents: Readonly<Record<string, unknown>>): Ask {
  return async (path): Promise<UpstreamAnswer> => {
    const found = path in documents;
    const body = Buffer.from(found ? JSON.stringify(documents[path]) : "");
    return { kind: "answered", status: found ? 200 : 404, headers: [], body };
  };
}

test("software, version and the server's own URL are read through the links", async () => {
  const href = "https://home.example/nodeinfo/2.1";
  const ask = serving({
    "/.well-known/nodeinfo": { links: [{ rel: "x", href }] },
    "/nodeinfo/2.1": { software: { name: "mastodon", version: "4.5.3" } },
  });
  const heard = { software: "mastodon", version: "4.5.3", url: href };
  assert.deepEqual(await askNodeInfo(ask, "home.example"), heard);
});

test("a link that leads nowhere is passed over for one that does", async () => {
  const links = [
    { href: "https://home.example/n/2.0" },
    { href: "https://home.example/n/2.2" },
    { href: 7 },
    null,
  ];
  const ask = serving({
    "/.well-known/nodeinfo": { links },
    "/n/2.0": { software: { name: "snac" } },
  });
  assert.equal((await askNodeInfo(ask, undefined))?.software, "snac");
});

test("whatever else it answers, it is only not known", async () => {
  for (const odd of [null, 1, "x", [], { links: 1 }, { links: [{}] }]) {
    const ask = serving({ "/.well-known/nodeinfo": odd });
    assert.equal(await askNodeInfo(ask, undefined), undefined);
  }
  const down: Ask = async () => ({ kind: "unreachable", because: "refused" });
  assert.equal(await askNodeInfo(down, undefined), undefined);
});

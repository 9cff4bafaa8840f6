import assert from "node:assert/strict";
import { test } from "node:test";
import type { Network } from "../ports/network.ts";
import { makeSignUps } from "./sign-ups.ts";

const links = (href: string) => ({ links: [{ rel: "nodeinfo/2.0", href }] });
const known = "https://drift.example/.well-known/nodeinfo";

/** What is concluded of a host that shows these documents. */
async function concluded(pages: Readonly<Record<string, unknown>>): Promise<unknown> {
  const network: Network = {
    async get(url) {
      const page = pages[url];
      if (page === undefined) return { kind: "gone", status: 404 };
      return { kind: "found", url, body: typeof page === "string" ? page : JSON.stringify(page) };
    },
  };
  const heard: unknown[] = [];
  const ladder = { toAsk: () => "drift.example", told: (...all: unknown[]) => heard.push(...all) };
  await makeSignUps(ladder, network)();
  return heard;
}

test("a host that says that anybody may sign up is believed", async () => {
  const page = "https://drift.example/nodeinfo/2.1";
  const pages = { [known]: links(page), [page]: { openRegistrations: true } };
  assert.deepEqual(await concluded(pages), ["drift.example", true]);
});

test("whatever else it says, or another host says of it, is nothing", async () => {
  const page = "https://drift.example/nodeinfo/2.1";
  const elsewhere = "https://other.example/nodeinfo/2.1";
  for (const pages of [
    {},
    { [known]: links(page) },
    { [known]: links(page), [page]: { openRegistrations: "true" } },
    { [known]: links(page), [page]: { openRegistrations: false } },
    { [known]: links(page), [page]: "[[" },
    { [known]: links(elsewhere), [elsewhere]: { openRegistrations: true } },
    { [known]: { links: [null, 3, { href: 4 }] } },
  ])
    assert.deepEqual(await concluded(pages), ["drift.example", false]);
});

test("where there is nobody to ask, nobody is asked", async () => {
  const network = { get: () => assert.fail("no host is to be asked") };
  const ladder = { toAsk: () => undefined, told: () => assert.fail("nothing was heard") };
  await makeSignUps(ladder, network)();
});

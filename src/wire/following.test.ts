import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { makeHttpUpstream } from "../adapters/http-upstream.ts";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { passing } from "../engine/judge.ts";
import { makePolicy, shippedSettings } from "../engine/policy.ts";
import type { PolicyDigest } from "../model/verdict.ts";
import { contact, local, remote, t0 } from "../ports/memory-contract/contacts.ts";
import { makeHomeServer } from "../services/home-server.ts";
import { followingAt } from "./following.ts";

const software = {
  name: undefined,
  version: undefined,
  accepts: undefined,
  replayWindowMs: undefined,
};
const settings = { origin: "https://home.example", actors: undefined, software };

test("mail for somebody is enough to find whom they follow at home", async (t) => {
  const alice = local("alice");
  const shown: Record<string, object> = {
    "/users/alice": { type: "Person", id: alice, following: `${alice}/following` },
    "/users/alice/following": { type: "Collection", items: [remote("sam@a.example")] },
  };
  const server = createServer((request, response) => {
    const document = shown[request.url ?? ""];
    response.writeHead(document === undefined ? 404 : 200).end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { readonly port: number };
  const upstream = makeHttpUpstream({ address: { kind: "tcp", host: "127.0.0.1", port } });
  t.after(async () => {
    await upstream.close();
    server.close();
  });
  const memory = new ProcessMemory();
  const following = followingAt({
    ...{ upstream, documents: new ProcessDocuments(), clock: systemClock },
    watch: makeHomeServer(settings),
    notice: (act) => memory.notice(act),
  });
  const solicited = async () => (await memory.acquaint(contact(), t0)).ties[0]?.solicited;
  const verdict = passing("", makePolicy(shippedSettings, "", "0" as PolicyDigest));
  following.journal.judged(contact({ proven: false }), verdict, "passed", undefined);
  await following.step();
  assert.deepEqual([await solicited(), following.state().readable], [false, 0]);
  following.journal.judged(contact(), verdict, "passed", undefined);
  await following.step();
  await following.step();
  assert.deepEqual([await solicited(), following.state().readable], [true, 1]);
});

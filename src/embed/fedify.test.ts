import assert from "node:assert/strict";
import { test } from "node:test";
import { createFederation, getDocumentLoader, MemoryKvStore } from "@fedify/fedify";
import { Create, Person } from "@fedify/vocab";
import { day, second } from "../base/units.ts";
import { beforeFederation } from "./fedify.ts";
import {
  actorDocument,
  makeWall,
  mention,
  signedRequest,
  type WallOptions,
} from "./wall.fixture.ts";

/** A Fedify server with one person and one listener; `heard` are the posts that reached it. */
async function makeServer(
  mood: "trusting" | "certain",
  options: WallOptions = {},
  federationOptions: { readonly signatureTimeWindow?: { readonly hours: number } } = {},
) {
  const heard: (string | undefined)[] = [];
  const documentLoader = async (url: string) => ({
    document: actorDocument(url.split("#")[0] ?? ""),
    documentUrl: url,
    contextUrl: null,
  });
  const federation = createFederation<string>({
    ...federationOptions,
    kv: new MemoryKvStore(),
    documentLoaderFactory: () => documentLoader,
    // The usual contexts come with it; it fetches nothing here.
    contextLoaderFactory: () => getDocumentLoader(),
  });
  federation
    .setActorDispatcher("/users/{identifier}", (context, name) =>
      name === "alice"
        ? new Person({ id: context.getActorUri(name), preferredUsername: name })
        : null,
    )
    .setKeyPairsDispatcher(() => []);
  federation
    .setInboxListeners("/users/{identifier}/inbox", "/inbox")
    .on(Create, (context, create) => {
      heard.push(`${context.data} ${create.objectId?.href}`);
    });
  const test = await makeWall(mood, { runsOn: "untold", ...options });
  const replayWith = { contextData: "later" };
  const fetch = await beforeFederation(federation, test.wall, { replayWith });
  return { ...test, fetch, heard };
}

const now = { contextData: "now" };

test("Fedify verifies the bytes that came, and its listener hears them", async () => {
  const { fetch, heard, wall, clock } = await makeServer("trusting");
  const { id, body } = mention();
  const response = await fetch(signedRequest(body, { clock }), now, "192.0.2.1");
  assert.equal(response.status, 202);
  assert.deepEqual(heard, [`now ${id}`]);
  await wall.close();
});

type Server = Awaited<ReturnType<typeof makeServer>>;

/** A moderator lets in the one thing that is held. Verifying takes Fedify some turns more. */
async function letIn({ wall, pass }: Server): Promise<void> {
  const [held] = await wall.ledger.list(["held"], 10);
  assert.ok(held);
  await wall.rule(held.receipt, "ham", "mia");
  await pass(2 * second);
  while ((await wall.ledger.list(["releasing"], 10)).length > 0) await pass(1);
}

test("what is held is heard by the same listener when it is let in, still verified", async () => {
  const server = await makeServer("certain");
  const { id, body } = mention();
  const response = await server.fetch(signedRequest(body, server), now, "192.0.2.1");
  assert.equal(response.status, 202);
  assert.deepEqual(server.heard, []);
  await letIn(server);
  assert.deepEqual(server.heard, [`later ${id}`]);
  await server.wall.close();
});

test("given the time, a moderator may take days", async () => {
  const agoMs = 3 * day;
  const weeks = { agoMs, settings: "software: { replay_window: 7d }" };
  const server = await makeServer("certain", weeks, { signatureTimeWindow: { hours: 7 * 24 } });
  const { id, body } = mention();
  await server.fetch(signedRequest(body, server), now, "192.0.2.1");
  await server.pass(agoMs);
  assert.deepEqual(server.heard, []);
  await letIn(server);
  assert.deepEqual(server.heard, [`later ${id}`]);
  await server.wall.close();
});

test("a body that was changed on the way is Fedify's to refuse, in its own words", async () => {
  const { fetch, heard, wall, clock } = await makeServer("trusting");
  const signed = signedRequest(mention().body, { clock });
  const forged = new Request(signed.url, { ...signed, method: "POST", body: mention().body });
  for (const [name, value] of signed.headers) forged.headers.set(name, value);
  const response = await fetch(forged, now, "192.0.2.1");
  assert.equal(response.status, 401);
  assert.deepEqual(heard, []);
  await wall.close();
});

test("without an HTTP signature it waits: Fedify takes proofs in bodies too", async () => {
  const { fetch, wall } = await makeServer("certain");
  const url = "https://home.example/users/alice/inbox";
  const unsigned = new Request(url, { method: "POST", body: mention().body });
  assert.equal((await fetch(unsigned, now, "192.0.2.1")).status, 202);
  assert.equal((await wall.ledger.list(["held"], 10)).length, 1);
  await wall.close();
});

test("documents and other pages go by", async () => {
  const { fetch, wall } = await makeServer("certain");
  const headers = { accept: "application/activity+json" };
  const asked = new Request("https://home.example/users/alice", { headers });
  const response = await fetch(asked, now, undefined);
  const person = (await response.json()) as { readonly id: string };
  assert.equal(person.id, "https://home.example/users/alice");
  await wall.close();
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyRequest } from "@fedify/fedify/sig";
import { CryptographicKey } from "@fedify/vocab";
import { makeGateActor } from "./gate-actor.ts";
import { deliver, draft, noon } from "./speakers.fixture.ts";

function makeSettings() {
  const held = new Map<string, string>();
  return {
    held,
    setting: async (name: string) => held.get(name),
    putSetting: async (name: string, value: string) => void held.set(name, value),
  };
}

const publicUrl = "https://gate.example";

async function read(path: string, ledger = makeSettings()): Promise<Record<string, unknown>> {
  const actor = await makeGateActor({ publicUrl, ledger });
  const answer = actor.answerFor("GET", path);
  assert.equal(answer?.status, 200, path);
  return JSON.parse(answer.body) as Record<string, unknown>;
}

test("the gate's key is made once and kept", async () => {
  const ledger = makeSettings();
  const first = await read("/actor", ledger);
  assert.match(ledger.held.get("gate-actor-key") ?? "", /^-----BEGIN PRIVATE KEY-----/);
  assert.deepEqual(await read("/actor", ledger), first);
});

test("two gates that start at once on one ledger end with one key", async () => {
  const ledger = makeSettings();
  const late = { ...ledger, setting: async () => ledger.held.get("gate-actor-key") };
  const [one, other] = await Promise.all([
    makeGateActor({ publicUrl, ledger: late }),
    makeGateActor({ publicUrl, ledger: late }),
  ]);
  const kept = await makeGateActor({ publicUrl, ledger });
  const bodies = [one, other, kept].map((actor) => actor.answerFor("GET", "/actor")?.body);
  assert.ok(bodies.filter((body) => body === bodies[2]).length >= 2);
});

test("its document says who it is, and never shows its private key", async () => {
  const document = await read("/actor");
  const { id, type, preferredUsername, inbox, publicKey } = document;
  assert.deepEqual(
    [id, type, preferredUsername],
    [`${publicUrl}/actor`, "Application", "breakwater"],
  );
  assert.equal(inbox, `${publicUrl}/inbox`);
  assert.match(JSON.stringify(publicKey), /gate\.example\/actor#main-key.*BEGIN PUBLIC KEY/);
  assert.doesNotMatch(JSON.stringify(document), /PRIVATE/);
});

test("WebFinger finds it by its account and by its id, and nobody else", async () => {
  const actor = await makeGateActor({ publicUrl, ledger: makeSettings() });
  const ask = (resource: string) =>
    actor.answerFor("GET", `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`);
  for (const resource of ["acct:breakwater@gate.example", `${publicUrl}/actor`]) {
    const answer = ask(resource);
    assert.equal(answer?.status, 200);
    assert.equal(JSON.parse(answer.body).links[0].href, actor.id);
  }
  for (const resource of ["acct:ann@gate.example", "", "acct:breakwater@home.example"])
    assert.equal(ask(resource)?.status, 404);
  assert.equal(actor.answerFor("GET", "/.well-known/webfinger")?.status, 404);
});

test("its outbox is empty, and what is not its own is not answered", async () => {
  assert.equal((await read("/outbox"))["totalItems"], 0);
  const actor = await makeGateActor({ publicUrl, ledger: makeSettings() });
  for (const path of ["/", "/actors", "/users/ann", "//", "/\\", "not a path", "http://[", ""])
    assert.equal(actor.answerFor("GET", path), undefined, path);
});

test("Fedify proves the gate's GETs, and those for another address not", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: noon });
  const ledger = makeSettings();
  const actor = await makeGateActor({ publicUrl, ledger });
  const document = JSON.parse(actor.answerFor("GET", "/actor")?.body ?? "");
  const keyCache = {
    get: async () =>
      CryptographicKey.fromJsonLd({ ...document.publicKey, "@context": document["@context"] }),
    set: async () => undefined,
  };
  const fields = actor.signGet("https://g.example/users/gus", noon);
  const ask = async (url: string) => {
    const headers = fields.map(([name, value]): [string, string] => [name, value]);
    const documentLoader = () => Promise.reject(new Error("no network here"));
    return verifyRequest(new Request(url, { headers }), { keyCache, documentLoader });
  };
  assert.notEqual(await ask("https://g.example/users/gus"), null);
  assert.equal(await ask("https://g.example/users/eve"), null);
});

test("Fedify proves what the gate delivers as itself, and no other body", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: noon });
  const actor = await makeGateActor({ publicUrl, ledger: makeSettings() });
  const document = JSON.parse(actor.answerFor("GET", "/actor")?.body ?? "");
  const keyCache = {
    get: async () =>
      CryptographicKey.fromJsonLd({ ...document.publicKey, "@context": document["@context"] }),
    set: async () => undefined,
  };
  const sent = deliver(draft, { host: "home.example", digest: "SHA-256=old", date: "old" });
  const signed = actor.resign(sent, noon);
  assert.deepEqual(signed.body, sent.body);
  const prove = async (body: Uint8Array) => {
    const headers = signed.headers.map(([name, value]): [string, string] => [name, value]);
    const documentLoader = () => Promise.reject(new Error("no network here"));
    const url = `https://home.example${signed.path}`;
    const post = new Request(url, { method: "POST", headers, body: Buffer.from(body) });
    return verifyRequest(post, { keyCache, documentLoader });
  };
  assert.notEqual(await prove(signed.body), null);
  assert.equal(await prove(new TextEncoder().encode("{}")), null);
});

test("what is sent to its inbox is acknowledged, and nothing else is taken", async () => {
  const actor = await makeGateActor({ publicUrl, ledger: makeSettings() });
  assert.equal(actor.answerFor("POST", "/inbox")?.status, 202);
  assert.equal(actor.answerFor("POST", "/actor"), undefined);
  assert.equal(actor.answerFor("DELETE", "/actor"), undefined);
});

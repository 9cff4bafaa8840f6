// The rest of the fediverse: six hosts that run Fedify, and people who forge.
//
// Every name on every host is an actor with a key of its own, made when first asked for. A
// person is named as in mentions, `ann@alpha.test`.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
  createFederation,
  type Federation,
  generateCryptoKeyPair,
  MemoryKvStore,
  signRequest,
} from "@fedify/fedify";
import { Activity, Endpoints, Person } from "@fedify/vocab";
import { ports, stallingHost } from "./network.ts";
import type { Snac } from "./snac.ts";

export type SignatureKind = "draft-cavage-http-signatures-12" | "rfc9421";
export const cavage: SignatureKind = "draft-cavage-http-signatures-12";
export const rfc9421: SignatureKind = "rfc9421";

/** A public post that mentions the home server's person, and the activity that carries it. */
export interface Post {
  readonly author: string;
  readonly id: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

const publicTimeline = "https://www.w3.org/ns/activitystreams#Public";
let posts = 0;

/** Writes a post; `author` is `name@host`. */
export function mention(author: string, to: Pick<Snac, "actor">, words: string): Post {
  const actor = actorOf(author);
  const id = `https://${hostOf(author)}/notes/${++posts}`;
  const address = { to: [publicTimeline], cc: [to.actor] };
  const published = new Date().toISOString();
  const object = {
    ...{ id, type: "Note", attributedTo: actor, published, ...address },
    content: `<p><a href="${to.actor}">@alice</a> ${words}</p>`,
    tag: [{ type: "Mention", href: to.actor, name: "@alice@home.test" }],
  };
  const context = "https://www.w3.org/ns/activitystreams";
  const create = { "@context": context, id: `${id}/create`, type: "Create", actor, published };
  return { author, id, activity: { ...create, ...address, object } };
}

/** Serves all remote hosts. One that stalls takes requests and answers none. */
export async function startSenders(): Promise<{ readonly stop: () => void }> {
  const federation = federationOf(cavage);
  const server = createServer((request, response) => {
    if (request.headers.host === stallingHost) return;
    answer(federation, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(ports.remoteServers, "127.0.0.1", resolve);
  });
  return {
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Delivers as Fedify does when it never met the server: signed in the given way first, and once
 * more in the other if the answer is 401. Throws if the server took neither.
 */
export async function deliver(post: Post, inbox: string, firstKnock: SignatureKind): Promise<void> {
  const federation = federationOf(firstKnock);
  const context = federation.createContext(new URL(`https://${hostOf(post.author)}`));
  const activity = await Activity.fromJsonLd(post.activity, context);
  const recipient = { id: new URL("https://home.test/alice"), inboxId: new URL(inbox) };
  const sender = { identifier: nameOf(post.author) };
  await context.sendActivity(sender, recipient, activity, { immediate: true });
}

/** Delivers under the author's key id with a key that is not the author's; returns the status. */
export async function forge(post: Post, inbox: string, kind: SignatureKind): Promise<number> {
  const { privateKey } = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
  const keyId = new URL(`${actorOf(post.author)}#main-key`);
  const signed = await signRequest(unsigned(post, inbox), privateKey, keyId, { spec: kind });
  return (await fetch(signed)).status;
}

/** Delivers without any signature; returns the status. */
export async function deliverUnsigned(post: Post, inbox: string): Promise<number> {
  return (await fetch(unsigned(post, inbox))).status;
}

function unsigned(post: Post, inbox: string): Request {
  const headers = { "Content-Type": "application/activity+json" };
  return new Request(inbox, { method: "POST", headers, body: JSON.stringify(post.activity) });
}

function nameOf(person: string): string {
  return person.slice(0, person.indexOf("@"));
}

function hostOf(person: string): string {
  return person.slice(person.indexOf("@") + 1);
}

function actorOf(person: string): string {
  return `https://${hostOf(person)}/users/${nameOf(person)}`;
}

type KeyPair = ReturnType<typeof generateCryptoKeyPair>;
const keys = new Map<string, KeyPair>();

function keyOf(person: string): KeyPair {
  const known = keys.get(person) ?? generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
  keys.set(person, known);
  return known;
}

/** A federation that remembers nothing: what it learned of a server's taste is gone with it. */
function federationOf(firstKnock: SignatureKind): Federation<void> {
  const federation = createFederation<void>({
    kv: new MemoryKvStore(),
    allowPrivateAddress: true,
    firstKnock,
  });
  federation
    .setActorDispatcher("/users/{identifier}", async (context, name) => {
      const [pair] = await context.getActorKeyPairs(name);
      const inbox = context.getInboxUri(name);
      return new Person({
        ...{ id: context.getActorUri(name), preferredUsername: name, name, inbox },
        endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }),
        ...(pair && { publicKey: pair.cryptographicKey }),
      });
    })
    .setKeyPairsDispatcher(async ({ host }, name) => [await keyOf(`${name}@${host}`)]);
  federation.setInboxListeners("/users/{identifier}/inbox", "/inbox");
  federation.setNodeInfoDispatcher("/nodeinfo/2.1", () => ({
    software: { name: "lab", version: "1.0.0" },
    protocols: ["activitypub"],
    usage: { users: { total: 12 }, localPosts: 12, localComments: 0 },
  }));
  return federation;
}

async function answer(
  federation: Federation<void>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const asked = new Request(new URL(url, `https://${headers.host}`), {
    method,
    headers: { Accept: headers.accept ?? "*/*" },
  });
  const answered = await federation.fetch(asked, { contextData: undefined });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

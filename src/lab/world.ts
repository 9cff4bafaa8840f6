// A pretend fediverse on loopback: any number of remote hosts behind one socket,
// told apart by name; actors with real keys; deliveries that are really signed and
// really sent. Nothing in it leaves the machine: names are resolved by the lab.

import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
  type Server,
  type ServerResponse,
} from "node:http";
import { type EpochMs, isoTime } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { Json, Named } from "./activities.ts";
import { noTrouble, suffer, type Trouble } from "./faults.ts";
import type { Look } from "./second-opinion.ts";
import { answer, answerJson, bodyOf, hangUp, listen, nodeInfo, webFinger } from "./serve.ts";
import { type KeyPair, keyIdOf, makeKeys, rsa, type Software, signedHeaders } from "./sign.ts";

/** How a remote host presents itself. */
export interface RemoteHost {
  readonly name: string;
  readonly software: Software;
  readonly openRegistrations: boolean;
  /** How many people NodeInfo says it has. */
  readonly people: number;
}

/** How an actor presents itself. */
export interface Profile {
  readonly name: string;
  readonly summary: string;
  readonly avatar: boolean;
  readonly joined: EpochMs;
  readonly bot: boolean;
}

export interface LabActor extends Named {
  readonly username: string;
  readonly host: RemoteHost;
  readonly profile: Profile;
  readonly key: KeyPair;
}

/** What a sender heard: a status, or nothing at all. */
export type Heard =
  | { readonly kind: "answered"; readonly status: number; readonly body: string }
  | { readonly kind: "nothing"; readonly because: string };

export interface World {
  readonly port: number;
  addHost(host: RemoteHost): RemoteHost;
  /** Someone new on a host of this world. */
  addActor(host: RemoteHost, username: string, profile: Profile): LabActor;
  /** The addresses of a name, as the gate's network asks for them; rejects for unknown names. */
  resolve(name: string): Promise<readonly string[]>;
  /** Names another server that stands on loopback, such as the home server or the gate. */
  locate(name: string, port: number): void;
  /** From now on the name is unknown: the host is gone. */
  forget(name: string): void;
  trouble(host: string, next: Trouble): void;
  /** From now on its host shows this document at its id; undefined: it is gone. */
  show(id: string, document: Json | undefined): void;
  /**
   * The activity with a signature in its body, as Mastodon adds one. The lab signs plain JSON,
   * real servers the activity's canonical RDF: only the lab's own home server verifies it.
   */
  signed<A extends Json>(from: LabActor, activity: A): A;
  /** Signs and delivers; dates it by the lab's clock, unless told when it was signed. */
  send(from: LabActor, activity: Json, inbox: string, signedAt?: EpochMs): Promise<Heard>;
  /** An id of `from` for something made at `at`; no two are alike. */
  newId(from: Named, what: string, at: EpochMs): string;
  /** GETs a document of this world, for the home server's own verifying. */
  readonly look: Look;
  stop(): Promise<void>;
}

/** Keys that a world's actors share; see `makeKeys`. */
const keysMade = 4;

interface Atlas {
  readonly hosts: Map<string, RemoteHost>;
  /** By handle. */
  readonly actors: Map<string, LabActor>;
  /** The port on loopback behind each name. */
  readonly ports: Map<string, number>;
  readonly troubles: Map<string, Trouble>;
  /** Posts on show, by their address without scheme and port. */
  readonly pages: Map<string, Json>;
}

export async function startWorld(clock: Clock): Promise<World> {
  const atlas: Atlas = {
    hosts: new Map(),
    actors: new Map(),
    ports: new Map(),
    troubles: new Map(),
    pages: new Map(),
  };
  const keys = await makeKeys(keysMade);
  const server = worldServer(atlas, clock);
  const port = await listen(server, 0);
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  let ids = 0;
  return {
    port,
    resolve: async (name) => {
      if (atlas.ports.has(name)) return ["127.0.0.1"];
      throw Object.assign(new Error(`${name} is unknown`), { code: "ENOTFOUND" });
    },
    addHost: (host) => {
      atlas.hosts.set(host.name, host);
      atlas.ports.set(host.name, port);
      return host;
    },
    addActor: (host, username, profile) => {
      const id = `http://${host.name}:${port}/users/${username}`;
      const key = keys[atlas.actors.size % keys.length] as KeyPair;
      const actor = { id, handle: `${username}@${host.name}`, username, host, profile, key };
      atlas.actors.set(actor.handle, actor);
      return actor;
    },
    locate: (name, at) => atlas.ports.set(name, at),
    forget: (name) => atlas.ports.delete(name),
    trouble: (host, next) => atlas.troubles.set(host, next),
    show(id, document) {
      if (document === undefined) atlas.pages.delete(pageOf(id));
      else atlas.pages.set(pageOf(id), document);
    },
    signed: (from, activity) => ({ ...activity, signature: bodySignature(from, activity) }),
    send: (from, activity, inbox, signedAt = clock.now()) =>
      deliver(from, activity, inbox, atlas, signedAt, agent),
    newId: (from, what, at) => `${from.id}/${what}/${(BigInt(at) << 16n) + BigInt(++ids)}`,
    look: (url) => get(url, atlas, agent),
    stop: async () => {
      agent.destroy();
      await hangUp(server);
    },
  };
}

function worldServer(atlas: Atlas, clock: Clock): Server {
  return createServer((request, response) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    void suffer(atlas.troubles.get(host) ?? noTrouble, response, clock)
      .then((over) => (over ? undefined : serve(request, response, host, atlas)))
      .catch((failure: unknown) => answer(response, 500, String(failure)));
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  atlas: Atlas,
): Promise<void> {
  const host = atlas.hosts.get(name);
  if (host === undefined) return answer(response, 404, "no such host");
  await bodyOf(request);
  if (request.method === "POST") return answer(response, 202);
  const path = request.url ?? "/";
  const document = documentAt(path, host, atlas);
  if (document === undefined) return answer(response, 404, "not found");
  answerJson(response, document, path.startsWith("/users/") ? "activity+json" : "json");
}

function documentAt(path: string, host: RemoteHost, atlas: Atlas): unknown {
  const info = nodeInfo(`${host.name}:${atlas.ports.get(host.name)}`, path, {
    ...host,
    version: "1.0.0",
  });
  if (info !== undefined) return info;
  const page = atlas.pages.get(host.name + path);
  if (page !== undefined) return page;
  const asked = /^\/\.well-known\/webfinger\?resource=acct(?::|%3A)([\w.-]+)/.exec(path)?.[1];
  const found = (username: string | undefined): LabActor | undefined =>
    atlas.actors.get(`${username}@${host.name}`);
  if (asked !== undefined) {
    const actor = found(asked);
    return actor && webFinger(actor.handle, actor.id);
  }
  const [, username, below] = /^\/users\/([\w.-]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
  const actor = found(username);
  if (actor === undefined) return undefined;
  if (below === undefined || below === "main-key") return actorDocument(actor);
  const id = `${actor.id}/${below}`;
  return { id, type: "OrderedCollection", totalItems: 0 };
}

function pageOf(id: string): string {
  const { hostname, pathname } = new URL(id);
  return hostname + pathname;
}

function bodySignature({ id, host, key }: LabActor, activity: Json): Json {
  const creator = keyIdOf(id, host.software);
  const signatureValue = rsa(JSON.stringify(activity), key);
  return { type: "RsaSignature2017", creator, signatureValue };
}

function actorDocument({ id, username, host, profile, key }: LabActor): Json {
  const { origin } = new URL(id);
  const icon = { type: "Image", mediaType: "image/png", url: `${origin}/avatars/${username}` };
  const publicKey = { id: keyIdOf(id, host.software), owner: id, publicKeyPem: key.publicPem };
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id,
    type: profile.bot ? "Service" : "Person",
    preferredUsername: username,
    name: profile.name,
    summary: profile.summary,
    published: isoTime(profile.joined),
    url: `${origin}/@${username}`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    following: `${id}/following`,
    endpoints: { sharedInbox: `${origin}/inbox` },
    ...(profile.avatar ? { icon } : {}),
    publicKey,
  };
}

async function deliver(
  from: LabActor,
  activity: Json,
  inbox: string,
  atlas: Atlas,
  at: EpochMs,
  agent: Agent,
): Promise<Heard> {
  const { host, pathname: path } = new URL(inbox);
  const { software } = from.host;
  const body = Buffer.from(JSON.stringify(activity));
  const signing = { actor: from.id, software, key: from.key, host, path, body };
  const headers = signedHeaders({ ...signing, at });
  return exchange(inbox, { method: "POST", headers, agent }, body, atlas);
}

async function get(url: string, atlas: Atlas, agent: Agent): Promise<unknown> {
  const headers = { host: new URL(url).host };
  const heard = await exchange(url, { headers, agent }, Buffer.alloc(0), atlas);
  if (heard.kind === "nothing" || heard.status !== 200) return undefined;
  return JSON.parse(heard.body) as unknown;
}

/** One request to whoever stands behind the URL's name. */
function exchange(
  url: string,
  how: RequestOptions,
  body: Uint8Array,
  atlas: Atlas,
): Promise<Heard> {
  const { hostname, pathname: path } = new URL(url);
  const port = atlas.ports.get(hostname);
  if (port === undefined) {
    return Promise.resolve({ kind: "nothing", because: `${hostname} is unknown` });
  }
  return new Promise((done) => {
    const failed = ({ message }: Error): void => done({ kind: "nothing", because: message });
    const request = httpRequest({ ...how, host: "127.0.0.1", port, path }, (response) => {
      const status = response.statusCode ?? 0;
      bodyOf(response).then(
        (bytes) => done({ kind: "answered", status, body: bytes.toString() }),
        failed,
      );
    });
    request.on("error", failed);
    request.end(body);
  });
}

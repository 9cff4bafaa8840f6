// Small things that both pretend servers need: a listening socket, a whole body, an answer.

import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** Listens on loopback; port 0 takes any free one. Gives the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Refuses new connections and cuts those that are open. */
export function hangUp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function answer(response: ServerResponse, status: number, body = ""): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(body);
}

export function answerJson(response: ServerResponse, document: unknown, type = "json"): void {
  response.writeHead(200, { "content-type": `application/${type}` }).end(JSON.stringify(document));
}

/** NodeInfo's two documents, for a host's `/.well-known/nodeinfo` and `/nodeinfo/2.0`. */
export function nodeInfo(host: string, path: string, about: About): unknown {
  const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
  if (path === "/.well-known/nodeinfo") {
    return { links: [{ rel, href: `http://${host}/nodeinfo/2.0` }] };
  }
  if (path !== "/nodeinfo/2.0") return undefined;
  const { software, version, openRegistrations, people } = about;
  const users = { total: people, activeMonth: people, activeHalfyear: people };
  return {
    version: "2.0",
    software: { name: software, version },
    protocols: ["activitypub"],
    services: { inbound: [], outbound: [] },
    openRegistrations,
    usage: { users, localPosts: people * 40 },
    metadata: {},
  };
}

export interface About {
  readonly software: string;
  readonly version: string;
  readonly openRegistrations: boolean;
  readonly people: number;
}

/** WebFinger for one actor. */
export function webFinger(handle: string, actor: string): unknown {
  return {
    subject: `acct:${handle}`,
    aliases: [actor],
    links: [{ rel: "self", type: "application/activity+json", href: actor }],
  };
}

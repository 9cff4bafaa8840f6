// A Fedify server with one person, Alice, and Breakwater before her inbox.
//
//   npm install && node server.ts         (beside it, if you like, a breakwater.yaml)
//
// ORIGIN is the address that others know it by, PORT where it listens behind your web server.

import { existsSync, readFileSync } from "node:fs";
import { createFederation, generateCryptoKeyPair, MemoryKvStore } from "@fedify/fedify";
import { Create, Note, Person } from "@fedify/vocab";
import { type Http2Bindings, type HttpBindings, serve } from "@hono/node-server";
import { createBreakwater } from "breakwater";
import { beforeFederation } from "breakwater/fedify";

const { ORIGIN: origin = "http://localhost:8000", PORT: port = "8000" } = process.env;
/** For a network of one machine, where all servers are on loopback. */
const allowPrivateAddress = process.env["ALLOW_PRIVATE_ADDRESS"] === "yes";

const key = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
const federation = createFederation<void>({
  kv: new MemoryKvStore(),
  origin,
  allowPrivateAddress,
});
federation
  .setActorDispatcher("/users/{identifier}", async (context, name) => {
    if (name !== "alice") return null;
    const [pair] = await context.getActorKeyPairs(name);
    return new Person({
      id: context.getActorUri(name),
      preferredUsername: name,
      inbox: context.getInboxUri(name),
      publicKey: pair?.cryptographicKey ?? null,
    });
  })
  .setKeyPairsDispatcher(() => [key]);
federation
  .setInboxListeners("/users/{identifier}/inbox", "/inbox")
  .on(Create, async (_, create) => {
    const post = await create.getObject();
    if (post instanceof Note) console.log(`alice reads ${post.id?.href}`);
  });

const wall = await createBreakwater({
  mode: "guard",
  state: "breakwater-state",
  home: { origin, actors: `${origin}/users/` },
  settings: existsSync("breakwater.yaml") ? readFileSync("breakwater.yaml", "utf8") : "",
  ports: { journal: { failed: (what, error) => console.error(`failed while ${what}:`, error) } },
});
const contextData = undefined;
const guarded = await beforeFederation(federation, wall, { replayWith: { contextData } });

/** Behind a web server that ends TLS: the address that the sender used, and signed. */
function asSent(request: Request): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(new URL(pathname + search, origin), request);
}

function fetch(request: Request, { incoming }: HttpBindings | Http2Bindings): Promise<Response> {
  const client = request.headers.get("x-real-ip") ?? incoming.socket.remoteAddress;
  return guarded(asSent(request), { contextData }, client);
}

const server = serve({ fetch, port: Number(port), hostname: "127.0.0.1" }, () => {
  console.log(`alice is at ${origin}/users/alice`);
});
process.once("SIGTERM", () => {
  server.close(() => void wall.close());
});

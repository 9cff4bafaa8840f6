// An inbox of one's own on Hono, and Breakwater before it.
//
//   npm install && node server.ts
//
// ORIGIN is the address that others know it by, PORT where it listens behind your web server.

import { verifyRequest } from "@fedify/fedify/sig";
import { type HttpBindings, serve } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { createBreakwater } from "breakwater";
import { breakwater, into } from "breakwater/hono";
import { Hono } from "hono";

const { ORIGIN: origin = "http://localhost:8000", PORT: port = "8000" } = process.env;

const wall = await createBreakwater({
  mode: "guard",
  state: "breakwater-state",
  home: { origin, actors: `${origin}/users/` },
  // The verifier below is Fedify's: both kinds of signature, for an hour.
  software: { name: "fedify" },
});

const app = new Hono<{ Bindings: HttpBindings }>();
app.use(
  breakwater(wall, {
    clientOf: (context) => context.req.header("x-real-ip") ?? getConnInfo(context).remote.address,
  }),
);
app.post("/inbox", async (context) => {
  const key = await verifyRequest(context.req.raw.clone());
  if (key === null) return context.text("Whose is this?", 401);
  const { type } = await context.req.json<{ type?: string }>();
  console.log(`${key.ownerId?.href} sent ${type}`);
  return context.body(null, 202);
});
await wall.open(into(app, wall));

/** Behind a web server that ends TLS: the address that the sender used, and signed. */
function asSent(request: Request): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(new URL(pathname + search, origin), request);
}

const server = serve(
  { fetch: (request, env) => app.fetch(asSent(request), env), port: Number(port) },
  () => console.log(`an inbox is at ${origin}/inbox`),
);
process.once("SIGTERM", () => {
  server.close(() => void wall.close());
});

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { homeDocuments } from "./home-documents.ts";
import { makeHttpUpstream } from "./http-upstream.ts";

test("the home server's documents are asked for in its own name, past any gate", async (t) => {
  const heard: string[] = [];
  const server = createServer(({ url = "", headers }, response) => {
    heard.push(`${headers.host} ${url} ${headers.accept?.split(",")[0]}`);
    const status = Number(url.slice(1)) || 200;
    response.writeHead(status, { "content-type": "application/activity+json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { readonly port: number };
  const upstream = makeHttpUpstream({ address: { kind: "tcp", host: "127.0.0.1", port } });
  t.after(async () => {
    await upstream.close();
    server.close();
  });
  const { get } = homeDocuments(upstream);
  const page = "https://home.example/users/alice/following?page=2";
  assert.deepEqual(await get(page), { kind: "found", url: page, body: "{}" });
  assert.deepEqual(heard, ["home.example /users/alice/following?page=2 application/activity+json"]);
  assert.deepEqual(await get("https://home.example/404"), { kind: "gone", status: 404 });
  assert.deepEqual(await get("https://home.example/401"), { kind: "denied", status: 401 });
  assert.equal((await get("https://home.example/302")).kind, "failed");
  assert.equal((await get("no address")).kind, "failed");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { second } from "../base/units.ts";
import { breakwater, into } from "./hono.ts";
import { makeWall, mention, signedRequest } from "./wall.fixture.ts";

/** What the inbox behind it saw: each body, and where it came to. */
interface Seen {
  readonly url: string;
  readonly body: string;
  readonly signature: string | undefined;
}

async function makeApp(mood: "trusting" | "certain", answers: readonly number[] = []) {
  const test = await makeWall(mood);
  const seen: Seen[] = [];
  const app = new Hono();
  app.use(breakwater(test.wall, { clientOf: () => "192.0.2.1", inboxes: ["/api/*/receive"] }));
  app.post("/users/:name/inbox", async (context) => {
    const body = Buffer.from(await context.req.arrayBuffer()).toString();
    seen.push({ url: context.req.url, body, signature: context.req.header("signature") });
    context.header("x-inbox", "alice");
    return context.text("taken", (answers[seen.length - 1] ?? 202) as 202);
  });
  app.post("/api/v1/receive", (context) => context.text("received"));
  app.all("*", async (context) =>
    context.text(`${context.req.method} ${await context.req.text()}`),
  );
  await test.wall.open(into(app, test.wall));
  return { ...test, app, seen };
}

test("what is let in reaches the inbox with the bytes that were signed", async () => {
  const { app, seen, wall, clock } = await makeApp("trusting");
  const { body } = mention();
  const request = signedRequest(body, { clock });
  const signature = request.headers.get("signature") ?? undefined;
  const response = await app.fetch(request);
  assert.deepEqual([response.status, await response.text()], [202, "taken"]);
  assert.equal(response.headers.get("x-inbox"), "alice");
  const url = "https://home.example/users/alice/inbox";
  assert.deepEqual(seen, [{ url, body: Buffer.from(body).toString(), signature }]);
  await wall.close();
});

test("what is held is acknowledged, and comes in when it is ruled ham", async () => {
  const { app, seen, wall, clock, pass } = await makeApp("certain");
  const { body } = mention();
  const response = await app.fetch(signedRequest(body, { clock }));
  assert.deepEqual([response.status, await response.text()], [202, ""]);
  assert.equal(seen.length, 0);
  const [held, ...others] = await wall.ledger.list(["held"], 10);
  assert.ok(held && others.length === 0);
  await wall.rule(held.receipt, "ham", "mia");
  await pass(2 * second);
  assert.equal(seen.length, 1);
  assert.equal(seen[0]?.body, Buffer.from(body).toString());
  assert.equal(seen[0]?.url, "https://home.example/users/alice/inbox");
  assert.equal((await wall.ledger.list(["delivered"], 10)).length, 1);
  await wall.close();
});

test("an inbox that fails gets what was kept again", async () => {
  const { app, seen, wall, clock, pass } = await makeApp("certain", [503, 202]);
  await app.fetch(signedRequest(mention().body, { clock }));
  const [held] = await wall.ledger.list(["held"], 10);
  await wall.rule(held?.receipt ?? "", "ham", "mia");
  await pass(2 * second);
  assert.equal(seen.length, 1);
  await pass(31 * second);
  assert.equal(seen.length, 2);
  assert.equal((await wall.ledger.list(["delivered"], 10)).length, 1);
  await wall.close();
});

test("everything else goes by untouched", async () => {
  const { app, wall } = await makeApp("certain");
  const get = await app.request("https://home.example/users/alice");
  assert.equal(await get.text(), "GET ");
  const form = { method: "POST", body: "a=1" };
  assert.equal(await (await app.request("https://home.example/login", form)).text(), "POST a=1");
  await wall.close();
});

test("an inbox that does not look like one is named", async () => {
  const { app, wall, clock } = await makeApp("certain");
  const request = signedRequest(mention().body, { clock }, "/api/v1/receive");
  assert.equal(await (await app.fetch(request)).text(), "");
  assert.equal((await wall.ledger.list(["held"], 10)).length, 1);
  await wall.close();
});

test("what is too large, encoded, or broken off is refused in a word", async () => {
  const { app, seen, wall } = await makeApp("certain");
  const url = "https://home.example/inbox";
  const large = new Uint8Array(wall.bodyBytesMax + 1);
  const streamed = () => new Blob([large]).stream();
  const broken = new ReadableStream({ start: (one) => one.error(new Error("gone")) });
  const cases: [RequestInit & { duplex?: "half" }, number][] = [
    [{ body: large }, 413],
    [{ body: streamed(), duplex: "half" }, 413],
    [{ body: broken, duplex: "half" }, 400],
    [{ body: "{}", headers: { "content-encoding": "gzip" } }, 415],
  ];
  for (const [init, status] of cases) {
    const response = await app.request(url, { method: "POST", ...init });
    assert.equal(response.status, status);
    assert.match(await response.text(), /^\{"error":"[A-Z].*\."\}$/);
  }
  assert.equal(seen.length, 0);
  await wall.close();
});

test("behind what has read the body it says so, loudly", async () => {
  const { wall, clock } = await makeWall("trusting");
  await wall.open(async () => ({ kind: "unreachable", because: "nobody" }));
  const errors: string[] = [];
  const app = new Hono();
  app.onError((error, context) => {
    errors.push(error.message);
    return context.text("", 500);
  });
  app.use(async (context, next) => {
    await context.req.raw.text();
    await next();
  });
  app.use(breakwater(wall, { clientOf: () => undefined }));
  await app.fetch(signedRequest(mention().body, { clock }));
  assert.deepEqual(errors, ["put breakwater before whatever reads the body"]);
  await wall.close();
});

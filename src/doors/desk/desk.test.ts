import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, hour } from "../../base/units.ts";
import { mayDo, roles } from "../../model/desk.ts";
import { audited } from "../../services/audit.ts";
import { linkExpiresAt, makeEntryToken } from "../../services/entry-tokens.ts";
import { makeChallenges } from "./challenges.ts";
import { noon, openDesk } from "./desk.fixture.ts";
import { startDesk } from "./desk.ts";
import { routes } from "./routes.ts";

test("a link lets in once, under the name it was made for", async (t) => {
  const desk = await openDesk(t);
  const visitor = { who: "anna", role: "moderator" } as const;
  const hand = { by: "root", at: noon, through: "command" } as const;
  const lasting = { once: true, expiresAt: linkExpiresAt(noon) };
  const token = await makeEntryToken(desk.parts.ownRecords, visitor, lasting, hand);
  const browser = desk.browser();
  const link = await (await browser.get(`/sign-in?token=${token}`)).text();
  assert.match(link, new RegExp(`type="hidden" value="${token}"`), "looking uses nothing up");
  const entered = await browser.post("/sign-in", { token });
  assert.equal(entered.headers.get("location"), "/");
  assert.match(entered.headers.getSetCookie().join(), /HttpOnly/i);
  assert.match(await (await browser.get("/")).text(), /anna, moderator/);
  const second = await desk.browser().post("/sign-in", { token });
  assert.equal(second.status, 401);
  const lines = await audited(desk.parts.ownRecords, { about: "anna", limit: 9 });
  assert.deepEqual(
    lines.map(({ did, by }) => [did, by]),
    [
      ["signed in", "anna"],
      ["made a token", "root"],
    ],
  );
});

test("a link that waited too long lets nobody in", async (t) => {
  const desk = await openDesk(t);
  const hand = { by: "root", at: noon, through: "command" } as const;
  const lasting = { once: true, expiresAt: linkExpiresAt(noon) };
  const visitor = { who: "anna", role: "admin" } as const;
  const token = await makeEntryToken(desk.parts.ownRecords, visitor, lasting, hand);
  desk.setClock(after(noon, hour));
  assert.equal((await desk.browser().post("/sign-in", { token })).status, 401);
});

test("a session ends when it is left, unused for half a day, or a week old", async (t) => {
  const desk = await openDesk(t);
  const leaving = await desk.signedIn("admin");
  assert.equal((await leaving.get("/")).status, 200);
  await leaving.post("/sign-out", {});
  assert.equal((await leaving.get("/")).status, 303);
  const idle = await desk.signedIn("admin");
  desk.setClock(after(noon, 12 * hour));
  assert.equal((await idle.get("/")).status, 303);
  const busy = await desk.signedIn("admin");
  for (let at = 12 * hour; at < 7.5 * day; at += 8 * hour) {
    desk.setClock(after(noon, at));
    assert.equal((await busy.get("/")).status, 200);
  }
  desk.setClock(after(noon, 7.5 * day));
  assert.equal((await busy.get("/")).status, 303);
});

test("no page is for whoever has not signed in, and each role has its own", async (t) => {
  const desk = await openDesk(t);
  const browsers = new Map([...roles].map((role) => [role, desk.signedIn(role)]));
  for (const route of routes.filter(({ may }) => may !== "anyone")) {
    const path = route.path.replace(/:\w+/g, "nothing");
    const name = `${route.method} ${route.path}`;
    const stranger = desk.browser();
    const refused =
      route.method === "GET" ? await stranger.get(path) : await stranger.post(path, {});
    assert.ok(refused.status === 303 || refused.status === 401, `${name} by a stranger`);
    for (const [role, signedIn] of browsers) {
      const browser = await signedIn;
      const answer =
        route.method === "GET" ? await browser.get(path) : await browser.post(path, {});
      const isAllowed = route.may !== "anyone" && mayDo(role, route.may);
      assert.equal(answer.status !== 403, isAllowed, `${name} by ${role}: ${answer.status}`);
      await answer.body?.cancel();
      const leaves = answer.headers.getSetCookie().some((one) => one.startsWith("session=;"));
      if (leaves) browsers.set(role, desk.signedIn(role));
    }
  }
});

test("a form that another site sends changes nothing", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin");
  await browser.get("/");
  const cross = { "sec-fetch-site": "cross-site", origin: "https://spam.example" };
  assert.equal((await browser.post("/sign-out", {}, cross)).status, 403);
  const same = { "sec-fetch-site": "same-site", origin: "https://other.home.example" };
  assert.equal((await browser.post("/sign-out", {}, same)).status, 403);
  assert.equal((await browser.post("/sign-out", { "form-key": "guessed" })).status, 403);
  const type = { "content-type": "text/plain" };
  assert.equal((await browser.post("/sign-out", {}, type)).status, 403);
  assert.equal((await browser.get("/")).status, 200, "it is still signed in");
});

test("every answer tells browsers to load nothing from elsewhere", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin");
  for (const path of ["/", "/sign-in", "/nowhere", "/assets/nothing"]) {
    const { headers } = await browser.get(path);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/, path);
    assert.equal(headers.get("referrer-policy"), "no-referrer", path);
    assert.equal(headers.get("cache-control"), "no-store", path);
  }
  const page = await (await browser.get("/")).text();
  const addresses = [...page.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, url = ""]) => url);
  assert.ok(addresses.length > 5);
  for (const url of addresses) assert.match(url, /^[/#](?!\/)/);
  for (const url of addresses.filter((one) => one.startsWith("/assets/"))) {
    const asset = await browser.get(url, { "accept-encoding": "br" });
    assert.equal(asset.status, 200, url);
    assert.match(asset.headers.get("cache-control") ?? "", /immutable/);
  }
});

test("what is too large or makes no sense is refused with a page", async (t) => {
  const desk = await openDesk(t);
  const browser = await desk.signedIn("admin");
  const large = await browser.post("/sign-in", { token: "x".repeat(100_000) });
  assert.equal(large.status, 413);
  assert.match(await large.text(), /too large/);
  const long = await browser.post("/sign-in", { token: "x".repeat(1000) });
  assert.equal(long.status, 400);
  assert.deepEqual(desk.failures, []);
});

test("a mistake of ours is told to the log, and not to the visitor", async (t) => {
  const desk = await openDesk(t, {
    home: () => {
      throw new Error("secret detail");
    },
  });
  const answer = await desk.browser().get("/sign-in");
  assert.equal(answer.status, 500);
  assert.doesNotMatch(await answer.text(), /secret/);
  assert.equal(desk.failures.length, 1);
});

test("where people come by https all cookies do, whatever a proxy forgets to say", async (t) => {
  const { parts } = await openDesk(t);
  const url = "https://desk.example";
  const listen = { kind: "tcp", host: "127.0.0.1", port: 0 } as const;
  const failed = (_what: string, error: unknown): void => assert.fail(String(error));
  const options = { listen, url, trustedProxies: [], failed, challenges: makeChallenges([1, 5]) };
  const desk = await startDesk(options, parts);
  t.after(() => desk.close());
  const hand = { by: "test", at: noon, through: "command" } as const;
  const visitor = { who: "anna", role: "admin" } as const;
  const lasting = { once: true, expiresAt: undefined };
  const token = await makeEntryToken(parts.ownRecords, visitor, lasting, hand);
  assert.equal(desk.address.kind, "tcp");
  const port = desk.address.kind === "tcp" ? desk.address.port : 0;
  const body = new URLSearchParams({ token });
  const init = { method: "POST", body, headers: { origin: url }, redirect: "manual" } as const;
  const entered = await fetch(`http://127.0.0.1:${port}/sign-in`, init);
  assert.equal(entered.status, 303);
  assert.match(entered.headers.getSetCookie().join(), /^session=.*; Secure/);
});

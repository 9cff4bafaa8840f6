import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { after, day, hour } from "../../base/units.ts";
import {
  type HomeServerFixture,
  homeOrigin,
  openHomeServer,
} from "../../connectors/home-server.fixture.ts";
import { makeMastodonAccounts } from "../../connectors/mastodon-accounts.ts";
import { mayDo, type Role, roles } from "../../model/desk.ts";
import { audited } from "../../services/audit.ts";
import { openSessions } from "../../services/sessions.ts";
import { type Browser, noon, type OpenDesk, openDesk } from "./desk.fixture.ts";
import { backPath } from "./desk-parts.ts";
import { routes } from "./routes.ts";

const back = `https://desk.example${backPath}`;

interface Opened extends OpenDesk {
  readonly home: HomeServerFixture;
  /** Signs in as that person of the home server: the desk's answer to what it said. */
  enter(browser: Browser, name: string): Promise<Response>;
}

async function opened(t: TestContext): Promise<Opened> {
  const home = await openHomeServer(t);
  const parts = { origin: homeOrigin, ask: home.ask, ledger: new ProcessLedger() };
  const clock = { now: () => noon };
  const accounts = makeMastodonAccounts({ ...parts, clock });
  const desk = await openDesk(t, { signIn: { accounts, back } });
  return {
    ...desk,
    home,
    async enter(browser, name) {
      const left = await browser.get("/sign-in/home");
      const arrived = await home.visit(left.headers.get("location") ?? "", name);
      return browser.get(arrived.pathname + arrived.search);
    },
  };
}

test("a moderator of the home server enters with the account there, for a day", async (t) => {
  const desk = await opened(t);
  const browser = desk.browser();
  assert.match(await (await browser.get("/sign-in")).text(), /Sign in with your account at home/);
  const entered = await desk.enter(browser, "anna");
  assert.equal(entered.headers.get("location"), "/");
  assert.match(await (await browser.get("/")).text(), /@anna@home\.example, moderator/);
  desk.setClock(after(noon, 11 * hour));
  assert.equal((await browser.get("/")).status, 200);
  desk.setClock(after(noon, 22 * hour));
  assert.equal((await browser.get("/")).status, 200);
  desk.setClock(after(noon, day));
  assert.equal((await browser.get("/")).status, 303, "the role is asked for again");
});

test("whoever has no role there is refused with a page, and that is written down", async (t) => {
  const desk = await opened(t);
  desk.home.accounts.set("anna", { username: "anna", acct: "anna", role: { permissions: "0" } });
  const strict = { ...desk.parts.inForce, config: () => withoutRecipients(desk) };
  const closed = await openDesk(t, { ...desk.parts, inForce: strict });
  const browser = closed.browser();
  const left = await browser.get("/sign-in/home");
  const arrived = await desk.home.visit(left.headers.get("location") ?? "", "anna");
  const refused = await browser.get(arrived.pathname + arrived.search);
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /@anna@home\.example is neither a moderator nor an admin/);
  assert.equal((await browser.get("/")).status, 303);
  const [line] = await audited(closed.parts.ownRecords, { limit: 1 });
  assert.deepEqual([line?.did, line?.about], ["refused entry", "@anna@home.example"]);
});

function withoutRecipients({ parts }: OpenDesk) {
  const config = parts.inForce.config();
  return { ...config, desk: { ...config.desk, recipients: "off" as const } };
}

test("a demoted moderator who tries again is out on every device", async (t) => {
  const desk = await opened(t);
  const [phone, laptop] = [desk.browser(), desk.browser()];
  await desk.enter(phone, "ada");
  assert.equal((await phone.get("/settings/access")).status, 200);
  desk.home.accounts.set("ada", { username: "ada", acct: "ada", role: { permissions: "1308" } });
  await desk.enter(laptop, "ada");
  assert.equal((await phone.get("/settings/access")).status, 303, "what an admin's session could");
  assert.equal((await laptop.get("/settings/access")).status, 403);
});

test("others come in as recipients where the operator lets them", async (t) => {
  const desk = await opened(t);
  const browser = desk.browser();
  const entered = await desk.enter(browser, "bob");
  assert.equal(entered.headers.get("location"), "/mine");
  assert.equal((await browser.get("/")).status, 403);
  const [session] = await openSessions(desk.parts.ownRecords, noon);
  assert.equal(session?.actor, "https://home.example/users/bob");
});

test("signing in makes a new session, and the one that was shown before is gone", async (t) => {
  const desk = await opened(t);
  const browser = await desk.signedIn("admin", "eve");
  const before = await openSessions(desk.parts.ownRecords, noon);
  await desk.enter(browser, "anna");
  const now = await openSessions(desk.parts.ownRecords, noon);
  assert.deepEqual(
    before.map(({ who }) => who),
    ["eve"],
  );
  assert.deepEqual(
    now.map(({ who }) => who),
    ["@anna@home.example"],
  );
});

test("an answer that was begun in another browser, or in none, opens nothing", async (t) => {
  const desk = await opened(t);
  const [victim, attacker] = [desk.browser(), desk.browser()];
  const left = await attacker.get("/sign-in/home");
  const lure = await desk.home.visit(left.headers.get("location") ?? "", "anna");
  const path = lure.pathname + lure.search;
  assert.equal((await victim.get(path)).status, 403, "the victim began nothing");
  await victim.get("/sign-in/home");
  assert.equal((await victim.get(path)).status, 403, "the victim began something else");
  assert.equal((await attacker.get(path)).status, 303);
  assert.equal((await attacker.get(path)).status, 403, "it was used");
  const page = await (await victim.get(`${backPath}?error=<script>&state=x`)).text();
  assert.doesNotMatch(page, /<script>&/);
});

test("nothing that comes with an answer decides where people go", async (t) => {
  const desk = await opened(t);
  const browser = desk.browser();
  const left = await browser.get(
    "/sign-in/home?next=https://evil.example&return_to=//evil.example",
  );
  assert.equal(new URL(left.headers.get("location") ?? "").origin, homeOrigin);
  const arrived = await desk.home.visit(left.headers.get("location") ?? "", "anna");
  const entered = await browser.get(`${backPath}${arrived.search}&next=https://evil.example`);
  assert.equal(entered.headers.get("location"), "/");
});

test("one's sessions are listed, and end one by one or all at once", async (t) => {
  const desk = await openDesk(t);
  const phone = await desk.signedIn("moderator", "anna");
  const laptop = await desk.signedIn("moderator", "anna");
  const other = await desk.signedIn("moderator", "bert");
  const page = await (await phone.get("/settings/sessions")).text();
  const ids = [...page.matchAll(/name="session" value="(\w+)"/g)].map(([, id = ""]) => id);
  assert.equal(ids.length, 1, "the others of one's own, not this one and not bert's");
  assert.equal((await other.post("/settings/sessions/end", { session: ids[0] ?? "" })).status, 404);
  assert.equal((await laptop.get("/")).status, 200);
  await phone.post("/settings/sessions/end", { session: ids[0] ?? "" });
  assert.equal((await laptop.get("/")).status, 303);
  await phone.post("/settings/sessions/end-all", {});
  assert.equal((await phone.get("/")).status, 303);
  assert.equal((await other.get("/")).status, 200);
});

test("an admin makes a token that is shown once, and drops it with all its sessions", async (t) => {
  const desk = await openDesk(t);
  const admin = await desk.signedIn("admin", "root");
  const fields = { who: "carla", role: "moderator", days: "" };
  const made = await (await admin.post("/settings/access/add", fields)).text();
  const token = /<code>(bw-[\w-]+)<\/code>/.exec(made)?.[1] ?? "";
  const carla = desk.browser();
  assert.equal((await carla.post("/sign-in", { token })).status, 303);
  const list = await (await admin.get("/settings/access")).text();
  assert.match(list, /carla/);
  assert.doesNotMatch(list, new RegExp(token));
  assert.equal((await admin.post("/settings/access/add", { ...fields, who: "@x@y" })).status, 400);
  await admin.post("/settings/access/drop", { who: "carla" });
  assert.equal((await carla.get("/")).status, 303);
  assert.equal((await desk.browser().post("/sign-in", { token })).status, 401);
});

test("who tries tokens in masses is told to wait", async (t) => {
  const desk = await openDesk(t);
  const browser = desk.browser();
  const statuses = new Set<number>();
  const from = (network: string) => ({ "x-forwarded-for": `203.0.${network}.7` });
  for (let i = 0; i < 22; i++) {
    const answer = await browser.post("/sign-in", { token: `bw-${i}` }, from("113"));
    statuses.add(answer.status);
    if (answer.status !== 429) continue;
    assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
    assert.match(await answer.text(), /Try again in a minute/);
  }
  assert.deepEqual([...statuses], [401, 429]);
  assert.equal((await browser.post("/sign-in", { token: "bw-x" }, from("112"))).status, 401);
});

test("who asks for pages in masses without an account is told so in a sentence", async (t) => {
  const desk = await openDesk(t);
  const browser = desk.browser();
  const moderator = await desk.signedIn("moderator");
  const from = { "x-forwarded-for": "203.0.113.7" };
  for (let i = 0; i < 60; i++) await browser.get(i % 2 ? "/appeal" : "/nothing-here", from);
  for (const path of ["/appeal", "/sign-in", "/nothing-here"]) {
    const refused = await browser.get(path, from);
    assert.equal(refused.status, 429, path);
    assert.equal(refused.headers.get("retry-after"), "1");
    assert.ok((await refused.text()).length < 200, "it is no page");
  }
  assert.equal((await browser.get("/appeal", { "x-forwarded-for": "198.51.100.7" })).status, 200);
  assert.equal((await moderator.get("/cases", from)).status, 200, "who has signed in works on");
});

/** Ways to write the same address, or to ask for it by another method. */
function disguises(path: string): readonly string[] {
  const [first = "", ...rest] = path.slice(1);
  const encoded = `%${first.charCodeAt(0).toString(16)}${rest.join("")}`;
  const plain = [`${path}/`, `/${path}`, `/.${path}`, `/x/..${path}`, path.toUpperCase()];
  return path === "/" ? ["//", "/.", "/?_method=GET"] : [...plain, `/${encoded}`, `${path};x=1`];
}

test("no disguise of an address or a method leads where a role may not go", async (t) => {
  const desk = await openDesk(t);
  const override = { "x-http-method-override": "GET", "x-original-url": "/", "x-rewrite-url": "/" };
  const visitors: (readonly [Role | "nobody", Browser])[] = [["nobody", desk.browser()]];
  for (const role of roles) visitors.push([role, await desk.signedIn(role)]);
  const closed = (status: number): boolean => status === 303 || (status >= 400 && status < 500);
  for (const [role, browser] of visitors) {
    const before = (await audited(desk.parts.ownRecords, { limit: 500 })).length;
    for (const { method, path: pattern, may } of routes) {
      if (may === "anyone" || (role !== "nobody" && mayDo(role, may))) continue;
      const path = pattern.replace(/:\w+/g, "nothing");
      // Addresses are read before anybody is known: for whoever asks they lead to the same route.
      const others = role === "recipient" ? disguises(path) : [];
      const answers = await Promise.all([
        browser.raw("HEAD", path),
        browser.raw("GET", path, override),
        browser.raw(method, path, { "x-http-method-override": "PUT" }),
        browser.raw("POST", `${path}?_method=${method}`),
        ...others.map((one) => browser.raw(method, one)),
      ]);
      for (const [i, { status }] of answers.entries())
        assert.ok(closed(status), `${method} ${path} by ${role}, way ${i}: ${status}`);
    }
    const now = (await audited(desk.parts.ownRecords, { limit: 500 })).length;
    assert.equal(now, before, `${role} did something`);
  }
});

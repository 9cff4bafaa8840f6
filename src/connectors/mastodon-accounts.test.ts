import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { after, epochMs, hour } from "../base/units.ts";
import type { HomeAccounts } from "../ports/home-accounts.ts";
import {
  adminBits,
  type HomeServerFixture,
  homeOrigin,
  moderatorBits,
  openHomeServer,
} from "./home-server.fixture.ts";
import { makeMastodonAccounts } from "./mastodon-accounts.ts";
import { roleIn } from "./mastodon-role.ts";

const back = "https://desk.example/sign-in/home/back";
const noon = epochMs(Date.UTC(2026, 10, 28, 12));

interface Opened {
  readonly home: HomeServerFixture;
  readonly accounts: HomeAccounts;
  setClock(hoursLater: number): void;
}

async function opened(t: Parameters<typeof openHomeServer>[0]): Promise<Opened> {
  const home = await openHomeServer(t);
  let now = noon;
  const parts = { origin: homeOrigin, ask: home.ask, ledger: new ProcessLedger() };
  const accounts = makeMastodonAccounts({ ...parts, clock: { now: () => now } });
  return {
    ...{ home, accounts },
    setClock: (hours) => {
      now = after(noon, hours * hour);
    },
  };
}

async function begun(accounts: HomeAccounts) {
  const departure = await accounts.depart(back);
  assert.ok(departure.ok);
  return departure.value;
}

async function signedIn({ home, accounts }: Opened, name: string) {
  const departure = await begun(accounts);
  const arrived = await home.visit(departure.to, name);
  assert.equal(arrived.origin + arrived.pathname, back);
  return accounts.arrive(arrived.searchParams, departure, back);
}

test("the home server says who somebody is, and gets back what told us", async (t) => {
  const house = await opened(t);
  const departure = await begun(house.accounts);
  const to = new URL(departure.to);
  assert.equal(to.origin, homeOrigin);
  assert.equal(to.searchParams.get("scope"), "profile");
  assert.equal(to.searchParams.get("code_challenge_method"), "S256");
  assert.equal(to.searchParams.has("code_verifier"), false);
  const arrived = await signedIn(house, "anna");
  assert.deepEqual(arrived, {
    ok: true,
    value: { name: "anna", host: "home.example", role: "moderator" },
  });
  assert.equal(house.home.tokens.size, 0, "no token is left anywhere");
  assert.equal(house.home.asked.filter((one) => one === "POST /api/v1/apps").length, 1);
  for (const [name, role] of [
    ["ada", "admin"],
    ["olga", "admin"],
    ["bob", "none"],
  ] as const) {
    const other = await signedIn(house, name);
    assert.equal(other.ok && other.value.role, role, name);
  }
  assert.equal(house.home.apps.size, 1, "one app serves all of them");
});

test("an older server, which announces nothing, is asked for what it knows", async (t) => {
  const house = await opened(t);
  house.home.announces = false;
  const departure = await begun(house.accounts);
  const asked = new URL(departure.to).searchParams;
  assert.equal(asked.get("scope"), "read:accounts");
  assert.equal(asked.has("code_challenge"), false);
  assert.equal((await signedIn(house, "anna")).ok, true);
});

test("the app is registered anew before the home server forgets it, or when it has", async (t) => {
  const house = await opened(t);
  assert.ok((await signedIn(house, "anna")).ok);
  house.setClock(13);
  assert.ok((await signedIn(house, "anna")).ok);
  assert.equal(house.home.apps.size, 2);
  const departure = await begun(house.accounts);
  const arrived = await house.home.visit(departure.to, "anna");
  house.home.apps.clear();
  const refused = await house.accounts.arrive(arrived.searchParams, departure, back);
  assert.equal(!refused.ok && refused.error.kind, "declined");
  assert.ok((await signedIn(house, "anna")).ok);
});

test("an answer counts once, in its own browser, and with its proof", async (t) => {
  const house = await opened(t);
  const departure = await begun(house.accounts);
  const arrived = (await house.home.visit(departure.to, "anna")).searchParams;
  const tried = async (answer: URLSearchParams, begunWith: { state: string; verifier: string }) => {
    const told = await house.accounts.arrive(answer, begunWith, back);
    return told.ok ? "in" : told.error.kind;
  };
  const other = await begun(house.accounts);
  assert.equal(await tried(arrived, other), "foreign", "another browser's answer");
  const stateless = new URLSearchParams({ code: arrived.get("code") ?? "" });
  assert.equal(await tried(stateless, departure), "foreign", "without its state");
  const twice = new URLSearchParams([...arrived, ["state", other.state]]);
  assert.equal(await tried(twice, departure), "foreign", "with two of them");
  const mixedUp = new URLSearchParams([...arrived, ["iss", "https://other.example/"]]);
  assert.equal(await tried(mixedUp, departure), "foreign", "by another authorization server");
  assert.equal(house.home.asked.filter((one) => one === "POST /oauth/token").length, 0);
  assert.equal(await tried(arrived, departure), "in");
  assert.equal(await tried(arrived, departure), "declined", "the same code again");
  const stolen = (await house.home.visit(departure.to, "anna")).searchParams;
  const unproven = { state: departure.state, verifier: other.verifier };
  assert.equal(await tried(stolen, unproven), "declined", "a code without its verifier");
  const said = new URLSearchParams({ error: "access_denied", state: departure.state });
  assert.equal(await tried(said, departure), "declined", "the person said no");
  assert.equal(house.home.tokens.size, 0);
});

test("an account of another host, or none at all, is nobody here", async (t) => {
  const house = await opened(t);
  const { accounts } = house.home;
  const anna = accounts.get("anna");
  for (const [why, account] of [
    ["acct of another host", { ...anna, acct: "anna@other.example" }],
    ["address of another host", { ...anna, url: "https://other.example/@anna" }],
    ["a name with markup", { ...anna, username: "<b>anna", acct: "<b>anna" }],
    ["a name that is none", { ...anna, username: 7, acct: 7 }],
    ["a list", [anna]],
    ["nothing", null],
  ] as const) {
    accounts.set("anna", account as never);
    const told = await signedIn(house, "anna");
    assert.equal(told.ok, false, why);
  }
  assert.equal(house.home.tokens.size, 0, "what was granted is given back all the same");
});

test("what is too long, too odd or leads elsewhere is no answer", async (t) => {
  const house = await opened(t);
  const { odd } = house.home;
  const departure = await begun(house.accounts);
  const token = "/oauth/token";
  const verify = "/api/v1/accounts/verify_credentials";
  for (const [path, kind, answer] of [
    [token, "unreachable", `{"access_token":"${"x".repeat(100_000)}"}`],
    [token, "odd", "<html>"],
    [token, "odd", '{"access_token":7,"token_type":"bearer"}'],
    [verify, "unreachable", `{"username":"${"x".repeat(100_000)}"}`],
    [verify, "odd", "{"],
  ] as const) {
    odd.set(path, (response) => {
      response.writeHead(200, { "content-type": "application/json" }).end(answer);
    });
    const arrived = await house.home.visit(departure.to, "anna");
    const told = await house.accounts.arrive(arrived.searchParams, departure, back);
    assert.equal(!told.ok && told.error.kind, kind, answer.slice(0, 40));
    odd.clear();
  }
  odd.set(verify, (response) => {
    response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
  });
  const arrived = await house.home.visit(departure.to, "anna");
  const told = await house.accounts.arrive(arrived.searchParams, departure, back);
  assert.equal(!told.ok && told.error.kind, "odd", "nobody follows a redirect");
});

test("a server that announces endpoints elsewhere sends nobody there", async (t) => {
  const house = await opened(t);
  house.home.odd.set("/.well-known/oauth-authorization-server", (response) => {
    const evil = "https://evil.example/oauth";
    const said = { issuer: homeOrigin, authorization_endpoint: evil, token_endpoint: evil };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(said));
  });
  const departure = await begun(house.accounts);
  assert.equal(new URL(departure.to).origin, homeOrigin);
});

test("a server without such a sign-in, or that says nothing, is named as what it is", async (t) => {
  const house = await opened(t);
  house.home.odd.set("/api/v1/apps", (response) => void response.writeHead(404).end());
  const without = await house.accounts.depart(back);
  assert.equal(!without.ok && without.error.kind, "unsupported");
  house.home.odd.set("/api/v1/apps", (response) => void response.destroy());
  const silent = await house.accounts.depart(back);
  assert.equal(!silent.ok && silent.error.kind, "unreachable");
});

test("a home server that never answers is given up", async (t) => {
  const { home } = await opened(t);
  home.odd.set("/slow", (response) => void response.writeHead(200).write("{"));
  const asked = { method: "GET", path: "/slow", host: "home.example", headers: [] } as const;
  const { kind } = await home.ask({ ...asked, timeMs: 30 });
  assert.equal(kind, "unreachable");
});

test("only its own people are known by name in mail", async (t) => {
  const house = await opened(t);
  assert.equal(await house.accounts.actorOf("bob"), "https://home.example/users/bob");
  house.home.odd.set("/.well-known/webfinger", (response) => {
    const type = "application/activity+json";
    const links = [{ rel: "self", type, href: "https://other.example/users/bob" }];
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ links }));
  });
  assert.equal(await house.accounts.actorOf("bob"), undefined);
});

test("a role is what its bits say; what is missing or forged grants nothing", () => {
  const roles = [
    ["admin", { role: { permissions: "1" } }],
    ["admin", { role: { permissions: adminBits } }],
    ["moderator", { role: { permissions: moderatorBits } }],
    ["moderator", { role: { permissions: 16 } }],
    ["none", { role: { permissions: "65536" } }],
    ["none", { role: { permissions: "-1" } }],
    ["none", { role: { permissions: "0x7fffffff" } }],
    ["none", { role: { permissions: "1e9" } }],
    ["none", { role: { permissions: "999999999999" } }],
    ["none", { role: { permissions: 1.5 } }],
    ["none", { role: { permissions: ["1"] } }],
    ["none", { role: { permissions: true } }],
    ["none", { role: { name: "Owner" } }],
    ["none", { role: "admin" }],
    ["none", {}],
    ["none", { role: null }],
    ["admin", { pleroma: { is_admin: true } }],
    ["moderator", { role: null, pleroma: { is_moderator: true } }],
    ["none", { pleroma: { is_admin: "true" } }],
    ["none", { role: { permissions: "65536" }, pleroma: { is_admin: true } }],
  ] as const;
  for (const [role, account] of roles) assert.equal(roleIn(account), role, JSON.stringify(account));
});

// A home server with OAuth on a port of this machine: a real authorization server, under Mastodon's
// paths and with its answers. Who is signed in there says a header.

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import OAuth2Server from "@node-oauth/oauth2-server";
import { makeHttpUpstream } from "../adapters/http-upstream.ts";
import { questionsOver } from "../adapters/upstream-ask.ts";

export const homeOrigin = "https://home.example";
const host = "home.example";

type Account = Readonly<Record<string, unknown>>;

/** Mastodon's moderator: dashboard, audit log, users, reports, taxonomies. */
export const moderatorBits = "1308";
/** Mastodon's admin: everything but devops and the administrator's own bit. */
export const adminBits = "983036";

function accountOf(name: string, permissions?: string): Account {
  const role = permissions === undefined ? {} : { role: { id: "3", name: "", permissions } };
  return { id: "1", username: name, acct: name, url: `${homeOrigin}/@${name}`, ...role };
}

export interface HomeServerFixture {
  /** As the gate would ask it. */
  readonly ask: ReturnType<typeof questionsOver>;
  /** By name; what verify_credentials answers. */
  readonly accounts: Map<string, Account>;
  /** Paths that were asked for, in order, with their methods. */
  readonly asked: string[];
  /** Tokens that still open something. */
  readonly tokens: Map<string, OAuth2Server.Token>;
  readonly apps: Map<string, OAuth2Server.Client & { readonly secret: string }>;
  /** Answers a path in another way than it should. */
  readonly odd: Map<string, (response: ServerResponse) => void>;
  /** Whether it announces itself as Mastodon does since 4.3. */
  announces: boolean;
  /** Follows a link to it as somebody who is signed in there and agrees: where that leads. */
  visit(url: string, as: string): Promise<URL>;
}

export async function openHomeServer(test: Pick<TestContext, "after">): Promise<HomeServerFixture> {
  const apps: HomeServerFixture["apps"] = new Map();
  const codes = new Map<string, OAuth2Server.AuthorizationCode>();
  const tokens: HomeServerFixture["tokens"] = new Map();
  const model: OAuth2Server.AuthorizationCodeModel = {
    async getClient(id, secret) {
      const app = apps.get(id);
      return app !== undefined && (!secret || app.secret === secret) ? app : undefined;
    },
    async saveAuthorizationCode(code, client, user) {
      const whole = { ...code, client, user };
      codes.set(code.authorizationCode, whole);
      return whole;
    },
    getAuthorizationCode: async (code) => codes.get(code),
    revokeAuthorizationCode: async ({ authorizationCode }) => codes.delete(authorizationCode),
    async saveToken(token, client, user) {
      const whole = { ...token, client, user };
      tokens.set(token.accessToken, whole);
      return whole;
    },
    getAccessToken: async (token) => tokens.get(token),
    validateScope: async (_user, client, scope = []) =>
      scope.every((one) => (client["scopes"] as string[]).includes(one)) ? scope : undefined,
  };
  const oauth = new OAuth2Server({ model, requireClientAuthentication: {} });
  const fixture = {
    accounts: new Map([
      ["anna", accountOf("anna", moderatorBits)],
      ["ada", accountOf("ada", adminBits)],
      ["olga", accountOf("olga", "1048575")],
      ["bob", accountOf("bob", "65536")],
    ]),
    ...{ asked: [] as string[], odd: new Map(), announces: true, apps, tokens },
  };
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? "", homeOrigin);
    fixture.asked.push(`${incoming.method} ${url.pathname}`);
    const odd = fixture.odd.get(url.pathname) as ((to: ServerResponse) => void) | undefined;
    if (odd !== undefined) return odd(response);
    void answer({ incoming, response, url, oauth, fixture });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const upstream = makeHttpUpstream({ address: { kind: "tcp", host: "127.0.0.1", port } });
  test.after(async () => {
    server.closeAllConnections();
    await upstream.close();
    server.close();
  });
  return Object.assign(fixture, {
    ask: questionsOver(upstream),
    async visit(to: string, as: string) {
      const { pathname, search, origin } = new URL(to);
      if (origin !== homeOrigin) throw new Error(`${origin} is not the home server`);
      const headers = { "x-signed-in": as };
      const at = `http://127.0.0.1:${port}${pathname}${search}`;
      const { status, headers: told } = await fetch(at, { headers, redirect: "manual" });
      const location = told.get("location");
      if (location === null) throw new Error(`the home server answered ${status}`);
      return new URL(location);
    },
  });
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly oauth: OAuth2Server;
  readonly fixture: Omit<HomeServerFixture, "ask" | "visit">;
}

async function answer({ incoming, response, url, oauth, fixture }: Exchange): Promise<void> {
  const body = Object.fromEntries(new URLSearchParams(await text(incoming)));
  const headers = incoming.headers as Record<string, string>;
  const method = incoming.method ?? "";
  const query = Object.fromEntries(url.searchParams);
  const request = new OAuth2Server.Request({ headers, method, query, body });
  const told = new OAuth2Server.Response({});
  const send = (status: number, value: unknown, more = {}): void => {
    response.writeHead(status, { "content-type": "application/json", ...more });
    response.end(JSON.stringify(value));
  };
  const isVisit = headers["x-signed-in"] !== undefined;
  if (!isVisit && (headers["host"] !== host || headers["x-forwarded-proto"] !== "https"))
    return send(403, { error: "Blocked host" });
  switch (`${method} ${url.pathname}`) {
    case "GET /.well-known/oauth-authorization-server":
      return fixture.announces ? send(200, metadata) : send(404, { error: "Not found" });
    case "POST /api/v1/apps": {
      const { redirect_uris: back = "", scopes = "read" } = body;
      const id = randomUUID();
      const app = { id, secret: randomUUID(), redirectUris: [back], grants };
      fixture.apps.set(id, { ...app, scopes: scopes.split(" ") });
      return send(200, { name: body["client_name"], client_id: id, client_secret: app.secret });
    }
    case "GET /oauth/authorize": {
      const name = headers["x-signed-in"];
      const authenticateHandler = { handle: () => ({ name }) };
      // It tells what went wrong by the address it sends people back to.
      await oauth.authorize(request, told, { authenticateHandler }).catch(() => undefined);
      return send(told.status ?? 400, told.body, told.headers);
    }
    case "POST /oauth/token":
      await oauth.token(request, told).catch(() => undefined);
      return send(told.status ?? 400, told.body, told.headers);
    case "POST /oauth/revoke":
      fixture.tokens.delete(body["token"] ?? "");
      return send(200, {});
    case "GET /api/v1/accounts/verify_credentials": {
      const token = await oauth.authenticate(request, told).catch(() => undefined);
      if (token === undefined) return send(401, { error: "The access token is invalid" });
      return send(200, fixture.accounts.get(token.user["name"] as string));
    }
    case "GET /.well-known/webfinger": {
      const name = /^acct:(\w+)@home\.example$/.exec(query["resource"] ?? "")?.[1];
      const href = `${homeOrigin}/users/${name}`;
      return send(200, { links: [{ rel: "self", type: "application/activity+json", href }] });
    }
    default:
      return send(404, { error: "Not found" });
  }
}

const grants = ["authorization_code"];

/** As Mastodon 4.5 has it. */
const metadata = {
  issuer: `${homeOrigin}/`,
  authorization_endpoint: `${homeOrigin}/oauth/authorize`,
  token_endpoint: `${homeOrigin}/oauth/token`,
  revocation_endpoint: `${homeOrigin}/oauth/revoke`,
  scopes_supported: ["read", "profile", "write", "read:accounts"],
  response_types_supported: ["code"],
  code_challenge_methods_supported: ["S256"],
  app_registration_endpoint: `${homeOrigin}/api/v1/apps`,
};

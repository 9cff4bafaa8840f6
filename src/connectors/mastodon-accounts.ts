// Signing in with an account of the home server: OAuth 2.0 as Mastodon speaks it (RFC 6749, with
// PKCE where it is announced), which GoToSocial, Pleroma and Akkoma speak as well.
//
//   browser ─▶ home server: may the desk know who you are? ─▶ browser comes back with a code
//   desk ──code──▶ token ──▶ whose account, which role? ──▶ token given back at once
//
// The browser goes to the home server's own origin; what we ask ourselves goes to the configured
// upstream under that name, so that no answer can send us anywhere else.

import {
  AuthorizationResponseError,
  type AuthorizationServer,
  authorizationCodeGrantRequest,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  nopkce,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  ResponseBodyError,
  revocationRequest,
  validateAuthResponse,
  WWWAuthenticateChallengeError,
} from "oauth4webapi";
import { z } from "zod";
import { err, ok, type Result } from "../base/result.ts";
import { second } from "../base/units.ts";
import type { HeaderField } from "../model/delivery.ts";
import { type ActorId, hostOf } from "../model/ids.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { Clock } from "../ports/clock.ts";
import type { Departure, HomeAccount, HomeAccounts, HomeTrouble } from "../ports/home-accounts.ts";
import type { Ledger } from "../ports/ledger.ts";
import {
  type HomeApp,
  type HomeFetch,
  HomeSilent,
  makeHomeApp,
  speakingBy,
} from "./mastodon-app.ts";
import { roleIn } from "./mastodon-role.ts";

/** A person waits for each of these answers. Chosen by us. */
const answerTimeMs = 5 * second;

export interface MastodonAccountsParts {
  /** The home server's public origin, as the operator wrote it. */
  readonly origin: string;
  /** Asks the upstream under that name; never rejects. */
  ask(question: {
    readonly method: "GET" | "POST";
    readonly path: string;
    readonly host: string;
    readonly headers: readonly HeaderField[];
    readonly body?: string;
    readonly timeMs: number;
  }): Promise<UpstreamAnswer>;
  readonly ledger: Pick<Ledger, "setting" | "putSetting">;
  readonly clock: Pick<Clock, "now">;
}

export function makeMastodonAccounts(parts: MastodonAccountsParts): HomeAccounts {
  const { origin } = parts;
  const host = new URL(origin).host;
  const fetch = fetchBy(parts.ask, host);
  const app = makeHomeApp({ ...parts, fetch });
  return {
    host,
    depart: (back) =>
      telling(async () => {
        const registered = await app.registered(back);
        return registered.ok ? ok(await departureTo(registered.value)) : registered;
      }),
    arrive: (answer, departure, back) =>
      telling(async () => {
        const known = await app.current(back);
        if (known === undefined) return err(foreign("it was begun too long ago"));
        const token = await tokenFor(known, answer, departure, fetch);
        if (!token.ok) {
          if (token.error.forgotten) await app.drop();
          return token;
        }
        try {
          return await accountOf(token.value, origin, fetch);
        } finally {
          await giveBack(known, token.value, fetch);
        }
      }),
    actorOf: (name) => actorOf(name, origin, fetch).catch(() => undefined),
  };
}

async function departureTo({ server, clientId, back, scope, pkce }: HomeApp): Promise<Departure> {
  const state = generateRandomState();
  const verifier = pkce ? generateRandomCodeVerifier() : "";
  const url = new URL(server.authorization_endpoint);
  const asked = { response_type: "code", client_id: clientId, redirect_uri: back, scope, state };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  if (pkce) {
    url.searchParams.set("code_challenge", await calculatePKCECodeChallenge(verifier));
    url.searchParams.set("code_challenge_method", "S256");
  }
  return { to: url.href, state, verifier };
}

type TokenTrouble = HomeTrouble & { readonly forgotten?: boolean };

async function tokenFor(
  { server, clientId, clientSecret, back }: HomeApp,
  answer: URLSearchParams,
  { state, verifier }: Omit<Departure, "to">,
  fetch: HomeFetch,
): Promise<Result<string, TokenTrouble>> {
  const client = { client_id: clientId };
  const as: AuthorizationServer = withoutNothing(server);
  let code: URLSearchParams;
  try {
    code = validateAuthResponse(as, client, answer, state);
  } catch (error) {
    if (error instanceof AuthorizationResponseError)
      return err({ kind: "declined", because: "the sign-in at the home server was declined" });
    return err(foreign("the answer does not belong to what was begun in this browser"));
  }
  try {
    const secret = ClientSecretPost(clientSecret);
    const proof = verifier === "" ? nopkce : verifier;
    const speaking = speakingBy(fetch);
    const told = await authorizationCodeGrantRequest(
      as,
      client,
      secret,
      code,
      back,
      proof,
      speaking,
    );
    return ok((await processAuthorizationCodeResponse(as, client, told)).access_token);
  } catch (error) {
    const word = refusalIn(error);
    if (word === undefined) throw error;
    const because = "the home server does not take this answer, or not any more";
    return err({ kind: "declined", because, forgotten: word === "invalid_client" });
  }
}

/** OAuth's word for it, wherever it stands: in the body, or in a challenge (RFC 6749, 5.2). */
function refusalIn(error: unknown): string | undefined {
  if (error instanceof ResponseBodyError) return error.error;
  if (!(error instanceof WWWAuthenticateChallengeError)) return undefined;
  return error.cause[0]?.parameters["error"] ?? "";
}

const accountShape = z.object({
  username: z.string().regex(/^\w(?:[\w.-]{0,62}\w)?$/),
  acct: z.string(),
  url: z.string().max(2048).nullish(),
  role: z.unknown().optional(),
  pleroma: z.unknown().optional(),
});

async function accountOf(
  token: string,
  origin: string,
  fetch: HomeFetch,
): Promise<Result<HomeAccount, HomeTrouble>> {
  const answer = await fetch(`${origin}/api/v1/accounts/verify_credentials`, {
    headers: { authorization: `Bearer ${token}`, accept: "application/json" },
  });
  if (answer.status === 401 || answer.status === 403)
    return err({ kind: "declined", because: "the account may not sign in at the home server" });
  const account = accountShape.safeParse(await answer.json().catch(() => undefined));
  if (answer.status !== 200 || !account.success)
    return err({ kind: "odd", because: "it does not say whose account it is" });
  const { username: name, acct, url } = account.data;
  const { host } = new URL(origin);
  if (acct !== name || (typeof url === "string" && hostOf(url) !== host))
    return err(foreign("the account is one of another host"));
  return ok({ name, host, role: roleIn(account.data) });
}

const fingerShape = z.object({
  links: z
    .array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().optional() }))
    .max(100),
});

/** By WebFinger (RFC 7033), as any server asks. */
async function actorOf(
  name: string,
  origin: string,
  fetch: HomeFetch,
): Promise<ActorId | undefined> {
  const { host } = new URL(origin);
  const resource = encodeURIComponent(`acct:${name}@${host}`);
  const answer = await fetch(`${origin}/.well-known/webfinger?resource=${resource}`, {
    headers: { accept: "application/jrd+json, application/json" },
  });
  const told = fingerShape.safeParse(await answer.json().catch(() => undefined));
  const links = told.success ? told.data.links : [];
  const href = links.find(
    ({ rel, type = "" }) => rel === "self" && /activity\+json|ld\+json/.test(type),
  )?.href;
  return href !== undefined && hostOf(href) === host ? (href as ActorId) : undefined;
}

/** What is left of it would only be good for reading a profile; the home server ends it in time. */
async function giveBack(app: HomeApp, token: string, fetch: HomeFetch): Promise<void> {
  const secret = ClientSecretPost(app.clientSecret);
  const client = { client_id: app.clientId };
  const as = withoutNothing(app.server);
  await revocationRequest(as, client, secret, token, speakingBy(fetch)).catch(() => undefined);
}

function withoutNothing(server: HomeApp["server"]): AuthorizationServer {
  const { authorization_response_iss_parameter_supported: says = false, ...rest } = server;
  return { ...rest, authorization_response_iss_parameter_supported: says };
}

function foreign(because: string): HomeTrouble {
  return { kind: "foreign", because };
}

/** What the library and the connection throw, as values. */
async function telling<T>(
  work: () => Promise<Result<T, HomeTrouble>>,
): Promise<Result<T, HomeTrouble>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HomeSilent) return err({ kind: "unreachable", because: error.message });
    if (error instanceof OperationProcessingError)
      return err({
        kind: "odd",
        because: `its answer is no OAuth: ${error.message.slice(0, 100)}`,
      });
    throw error;
  }
}

/** The web's fetch, by way of the upstream. Redirects are answers; nobody follows them. */
function fetchBy(ask: MastodonAccountsParts["ask"], host: string): HomeFetch {
  return async (url, { method, headers, body }) => {
    const { pathname, search } = new URL(url);
    const text = body === undefined ? {} : { body };
    const answer = await ask({
      ...{ method: method === "POST" ? "POST" : "GET", path: pathname + search, host, ...text },
      headers: [...new Headers(headers)],
      timeMs: answerTimeMs,
    });
    if (answer.kind === "unreachable") throw new HomeSilent(answer.because);
    const fields = answer.headers.map(([name, value]): [string, string] => [name, value]);
    const bodiless = answer.status === 204 || answer.status === 304;
    const bytes = bodiless ? null : Uint8Array.from(answer.body);
    return new Response(bytes, { status: answer.status, headers: fields });
  };
}

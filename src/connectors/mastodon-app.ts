// How the desk is known to the home server: an app that it registers by itself, and what of OAuth
// that server speaks.

import { type AuthorizationServer, customFetch, processDiscoveryResponse } from "oauth4webapi";
import { z } from "zod";
import { err, ok, type Result } from "../base/result.ts";
import { type EpochMs, epochMs, hour } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { HomeTrouble } from "../ports/home-accounts.ts";
import type { Ledger } from "../ports/ledger.ts";
import { ownValue } from "../services/own-value.ts";

/** Speaks to the home server: bounded in time and size. Rejects with a HomeSilent. */
export type HomeFetch = (url: string, init: HomeInit) => Promise<Response>;

interface HomeInit {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a form. */
  readonly body?: string;
}

/** There was no answer that could be read. */
export class HomeSilent extends Error {
  override readonly name = "HomeSilent";
}

/**
 * Mastodon removes apps that nobody has a token of after a day (app/lib/vacuum), and ours gives
 * each token back: it is registered anew before that.
 */
const registeredForMs = 12 * hour;

const shape = z.object({
  origin: z.string(),
  back: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  scope: z.string(),
  pkce: z.boolean(),
  server: z.object({
    issuer: z.string(),
    authorization_endpoint: z.string(),
    token_endpoint: z.string(),
    revocation_endpoint: z.string(),
    authorization_response_iss_parameter_supported: z.boolean().optional(),
  }),
  at: z.number().transform(epochMs),
});

/** What is known of the home server for half a day, and the desk's name and secret there. */
export type HomeApp = z.infer<typeof shape>;

const kept = ownValue("home-app", shape);

export interface AppParts {
  readonly origin: string;
  readonly fetch: HomeFetch;
  readonly ledger: Pick<Ledger, "setting" | "putSetting">;
  readonly clock: Pick<Clock, "now">;
}

/** Whoever asks while it is being registered waits for that. Throws LedgerDown. */
export function makeHomeApp(parts: AppParts) {
  let under: Promise<Result<HomeApp, HomeTrouble>> | undefined;
  const current = async (back: string): Promise<HomeApp | undefined> => {
    const app = await kept.read(parts.ledger);
    const isOurs = app?.origin === parts.origin && app.back === back;
    return isOurs && parts.clock.now() - app.at < registeredForMs ? app : undefined;
  };
  const register = async (back: string): Promise<Result<HomeApp, HomeTrouble>> => {
    const registered = await registerAt(parts, back, parts.clock.now());
    if (registered.ok) await kept.write(parts.ledger, registered.value);
    return registered;
  };
  return {
    /** Undefined: a sign-in that was begun with one has become too old. */
    current,
    async registered(back: string): Promise<Result<HomeApp, HomeTrouble>> {
      const app = await current(back);
      if (app !== undefined) return ok(app);
      under ??= register(back).finally(() => {
        under = undefined;
      });
      return under;
    },
    /** The home server does not know it any more. */
    drop: () => kept.write(parts.ledger, undefined),
  };
}

const metadataShape = z.object({
  scopes_supported: z.array(z.string()).max(500).catch([]),
  code_challenge_methods_supported: z.array(z.string()).max(50).catch([]),
});

const appShape = z.object({
  client_id: z.string().min(1).max(500),
  client_secret: z.string().min(1).max(500),
});

async function registerAt(
  { origin, fetch }: AppParts,
  back: string,
  at: EpochMs,
): Promise<Result<HomeApp, HomeTrouble>> {
  const { server, scopes, pkce } = await serverAt(origin, fetch);
  // The least that tells who somebody is; Mastodon has `profile` since 4.3.
  const scope = scopes.includes("profile") ? "profile" : "read:accounts";
  const form = { client_name: "Breakwater", redirect_uris: back, scopes: scope };
  const answer = await fetch(`${origin}/api/v1/apps`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams(form).toString(),
  });
  if (answer.status === 404 || answer.status === 405)
    return err({ kind: "unsupported", because: "it registers no apps as Mastodon does" });
  const app = appShape.safeParse(await answer.json().catch(() => undefined));
  if (answer.status >= 300 || !app.success)
    return err({ kind: "odd", because: `it answered ${answer.status} to a new app` });
  const { client_id: clientId, client_secret: clientSecret } = app.data;
  return ok({ origin, back, clientId, clientSecret, scope, pkce, server, at });
}

const none: readonly string[] = [];

/** As it announces itself (RFC 8414), or as Mastodon was before it did. */
async function serverAt(origin: string, fetch: HomeFetch) {
  const usual = {
    issuer: `${origin}/`,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    revocation_endpoint: `${origin}/oauth/revoke`,
  };
  const answer = await fetch(`${origin}/.well-known/oauth-authorization-server`, {
    headers: { accept: "application/json" },
  });
  const announced = await processDiscoveryResponse(new URL(origin), answer).catch(() => undefined);
  if (announced === undefined) return { server: usual, scopes: none, pkce: false };
  const told = metadataShape.parse(announced);
  return {
    server: {
      issuer: announced.issuer,
      authorization_endpoint: at(announced, "authorization_endpoint", origin, usual),
      token_endpoint: at(announced, "token_endpoint", origin, usual),
      revocation_endpoint: at(announced, "revocation_endpoint", origin, usual),
      authorization_response_iss_parameter_supported:
        announced.authorization_response_iss_parameter_supported === true,
    },
    scopes: told.scopes_supported,
    pkce: told.code_challenge_methods_supported.includes("S256"),
  };
}

type Endpoint = "authorization_endpoint" | "token_endpoint" | "revocation_endpoint";

/** No announcement sends people, codes or secrets to another origin than the home server's. */
function at(
  announced: AuthorizationServer,
  name: Endpoint,
  origin: string,
  usual: Record<Endpoint, string>,
): string {
  const url = announced[name];
  return typeof url === "string" && URL.parse(url)?.origin === origin ? url : usual[name];
}

interface Spoken {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** Options with which oauth4webapi speaks by way of ours. */
export function speakingBy(fetch: HomeFetch) {
  return {
    [customFetch]: (url: string, { method, headers, body }: Spoken) => {
      const form = body instanceof URLSearchParams ? { body: body.toString() } : {};
      return fetch(url, { method, headers, ...form });
    },
  };
}

/**
 * The guarded way out: HTTPS GETs of addresses that strangers named.
 *
 *   address ─▶ allowed? ─▶ room for its domain? ─▶ connect (address checked) ─▶ read, bounded
 *                 ▲                                                 │
 *                 └──────────── redirect, at most three ◀───────────┘
 *
 * A stranger's address must not reach what only we can reach, hold us up, or fill us up.
 */

import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import {
  fetchBytesMax,
  fetchesPerHostMax,
  fetchRedirectsMax,
  fetchTimeMs,
  urlLengthMax,
} from "../base/limits.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { HeaderField } from "../model/delivery.ts";
import type { Host } from "../model/ids.ts";
import { type FetchAnswer, type Network, NetworkDown } from "../ports/network.ts";
import { type AllowList, isPublic, makeAllowList } from "./allow-list.ts";
import { makeGuardedLookup, type Resolve, resolveBySystem } from "./guarded-lookup.ts";
import { OwnOutage } from "./own-outage.ts";
import { readBounded } from "./read-bounded.ts";
import { Slots } from "./slots.ts";

export interface HttpNetworkOptions {
  /** How we name ourselves: software, version, and a page about the gate. */
  readonly userAgent: string;
  /** See `makeAllowList`. Empty: HTTPS to public addresses on port 443 only. */
  readonly allow?: readonly string[];
  /** Signs a GET as the gate's own actor; its fields are sent as they are. */
  readonly sign?: (url: string) => readonly HeaderField[];
  /** Names to addresses, where the machine's own way won't do. */
  readonly resolve?: Resolve;
  /** PEM certificates to trust instead of the usual ones. */
  readonly ca?: string;
  /** One fetch from waiting for its turn to its last byte, all redirects included. */
  readonly timeMs?: number;
  readonly bytesMax?: number;
}

/** Callers that may wait for one registrable domain; the next is answered `failed` at once. */
const waitingMax = 32;

const accept = [
  "application/activity+json",
  'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  "application/json;q=0.9",
].join(", ");

export function makeHttpNetwork(options: HttpNetworkOptions): Network & { close(): Promise<void> } {
  const way = new WayOut(options);
  return { get: (url) => way.get(url), close: () => way.close() };
}

type Step = FetchAnswer | { readonly kind: "moved"; readonly to: string };

class WayOut {
  readonly #options: HttpNetworkOptions;
  readonly #allow: AllowList;
  readonly #agent: Agent;
  readonly #slots = new Slots(fetchesPerHostMax, waitingMax);
  readonly #outage = new OwnOutage();

  constructor(options: HttpNetworkOptions) {
    this.#options = options;
    this.#allow = makeAllowList(options.allow ?? []);
    const lookup = makeGuardedLookup(this.#allow, options.resolve ?? resolveBySystem);
    const ca = options.ca === undefined ? {} : { ca: options.ca };
    this.#agent = new Agent({ connect: { lookup, timeout: options.timeMs ?? fetchTimeMs, ...ca } });
  }

  async get(url: string): Promise<FetchAnswer> {
    const signal = AbortSignal.timeout(this.#options.timeMs ?? fetchTimeMs);
    let at = url;
    for (let hops = 0; hops <= fetchRedirectsMax; hops++) {
      const step = await this.#visit(at, signal);
      if (step.kind !== "moved") return step;
      at = step.to;
    }
    return failed("too many redirects");
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #visit(address: string, signal: AbortSignal): Promise<Step> {
    const url = this.#check(address);
    if (typeof url === "string") return failed(url);
    const domain = domainOf(url.host as Host);
    const step = await this.#slots.run(domain, signal, () => this.#ask(url, domain, signal));
    return step ?? failed(`too many fetches from ${domain} at once`);
  }

  /** The address as a URL that may be fetched, or why it may not. */
  #check(address: string): URL | string {
    if (address.length > urlLengthMax || !URL.canParse(address)) return "not a web address";
    const url = new URL(address);
    const isFree = this.#allow.host(bareHost(url));
    if (url.username !== "" || url.password !== "") return "it holds a name or password";
    if (url.protocol !== "https:" && !(isFree && url.protocol === "http:")) return "not HTTPS";
    if (url.port !== "" && !isFree) return "a port that is not HTTPS's own";
    const isLiteral = isIP(bareHost(url)) !== 0;
    if (isLiteral && !isFree && !isPublic(bareHost(url))) return "not a public address";
    url.hash = "";
    return url;
  }

  async #ask(url: URL, domain: string, signal: AbortSignal): Promise<Step> {
    try {
      signal.throwIfAborted();
      const step = await this.#exchange(url, signal);
      this.#outage.heard();
      return step;
    } catch (error) {
      if (this.#outage.explains(error, domain)) throw new NetworkDown(String(error));
      return failed(because(error));
    }
  }

  async #exchange(url: URL, signal: AbortSignal): Promise<Step> {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: this.#agent,
      signal,
      headers: this.#fieldsFor(url),
    });
    try {
      const verdict = judgeStatus(statusCode, headers["location"], url);
      if (verdict !== undefined) return verdict;
      if (!isJson(headers["content-type"])) return failed("not a JSON document");
      const bytesMax = this.#options.bytesMax ?? fetchBytesMax;
      const text = await readBounded(body as Readable, one(headers["content-encoding"]), bytesMax);
      return { kind: "found", url: url.href, body: text };
    } finally {
      // What is not read would keep the connection busy; it is cheaper to lose it.
      body.on("error", () => undefined).destroy();
    }
  }

  #fieldsFor(url: URL): Record<string, string> {
    return {
      accept,
      "accept-encoding": "identity",
      "user-agent": this.#options.userAgent,
      ...Object.fromEntries(this.#options.sign?.(url.href) ?? []),
    };
  }
}

/** Undefined for an answer whose body is worth reading. */
function judgeStatus(status: number, location: string | string[] | undefined, from: URL) {
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410) return { kind: "gone", status } as const;
  if (status === 401 || status === 403) return { kind: "denied", status } as const;
  const to = one(location);
  if (![301, 302, 303, 307, 308].includes(status) || to === undefined)
    return failed(`it answered ${status}`);
  if (!URL.canParse(to, from.href)) return failed("it redirects to nowhere");
  return { kind: "moved", to: new URL(to, from).href } as const;
}

function isJson(type: string | string[] | undefined): boolean {
  return /^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;|$)/i.test(one(type) ?? "");
}

function one(field: string | string[] | undefined): string | undefined {
  return typeof field === "string" ? field : field?.[0];
}

/** A host as sockets name it: without an IPv6 address's brackets. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

function failed(why: string): { readonly kind: "failed"; readonly because: string } {
  return { kind: "failed", because: why };
}

function because(error: unknown): string {
  if (!(error instanceof Error)) return "it could not be fetched";
  if (error.name === "TimeoutError") return "it took too long";
  return error.message === "" ? error.name : error.message;
}

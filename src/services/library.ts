// Other servers' documents: from the shelf where we have them, else fetched, once for all who wait.

import { keyRefetchMs } from "../base/limits.ts";
import { Recent } from "../base/recent.ts";
import { day, type EpochMs, hour, minute } from "../base/units.ts";
import { hostOf } from "../model/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { CachedDocument, Shelf } from "../ports/documents.ts";
import { LedgerDown } from "../ports/ledger.ts";
import type { FetchAnswer, Network } from "../ports/network.ts";
import { type FetchBudget, makeFetchBudget } from "./fetch-budget.ts";
import { fetched } from "./fetched.ts";

export type Looked =
  | { readonly kind: "found"; readonly body: string; readonly fetchedAt: EpochMs }
  | { readonly kind: "gone" }
  | { readonly kind: "unavailable"; readonly because: string };

/** No method throws: what can't be had is an answer. A lost ledger only costs fetches. */
export interface Library {
  /** What we have, fetching nothing. Undefined also where a failure is old enough to try again. */
  shelved(url: string): Promise<Looked | undefined>;
  /** What we have, else what the network says. What is a day old is renewed behind the scenes. */
  find(url: string): Promise<Looked>;
  /** What the network says now; undefined if it was asked within `keyRefetchMs`. */
  renew(url: string): Promise<Looked | undefined>;
}

/** When a document is fetched anew: Mastodon's STALE_THRESHOLD for accounts. */
const freshMs = day;

/** How long what could not be had is not asked for again. By us: hosts restart, people don't. */
const failedMs = minute;
const goneMs = hour;

/** Documents on their way at once, and addresses whose last fetch is remembered. */
const underWayMax = 512;
const triedMax = 20_000;

export interface LibraryParts {
  readonly documents: Shelf;
  readonly network: Network;
  readonly clock: Clock;
  readonly budget?: FetchBudget;
}

export function makeLibrary(parts: LibraryParts): Library {
  const { documents, network, clock, budget = makeFetchBudget() } = parts;
  const underWay = new Map<string, Promise<Looked>>();
  const tried = new Recent<string, EpochMs>(triedMax);

  const fetch = (url: string): Promise<Looked> => {
    const shared = underWay.get(url);
    if (shared !== undefined) return shared;
    const started = begin(url).finally(() => underWay.delete(url));
    underWay.set(url, started);
    return started;
  };

  const begin = async (url: string): Promise<Looked> => {
    const host = hostOf(url);
    if (host === undefined) return unavailable("it is not a web address");
    if (underWay.size >= underWayMax) return unavailable("too many fetches under way");
    if (!budget.take(host, clock.now())) return unavailable(`${host} made us fetch too much`);
    tried.set(url, clock.now());
    const answer = await fetched(network, url);
    if (answer === undefined) return unavailable("the network is down");
    const document = { url, fetchedAt: clock.now(), outcome: outcomeOf(answer, url) };
    await shelve(documents, document);
    return lookedOf(document);
  };

  const renew = async (url: string): Promise<Looked | undefined> => {
    const shared = underWay.get(url);
    if (shared !== undefined) return shared;
    const last = Math.max(tried.get(url) ?? 0, (await take(documents, url))?.fetchedAt ?? 0);
    return last > clock.now() - keyRefetchMs ? undefined : fetch(url);
  };

  const shelved = async (url: string): Promise<Looked | undefined> => {
    const document = await take(documents, url);
    return document && isCurrent(document, clock.now()) ? lookedOf(document) : undefined;
  };

  return {
    shelved,
    renew,
    async find(url) {
      const had = await shelved(url);
      if (had === undefined) return fetch(url);
      // Nobody waits for it: if it fails, whoever needs it next will hear of it.
      const isStale = had.kind === "found" && had.fetchedAt < clock.now() - freshMs;
      if (isStale) renew(url).catch(() => undefined);
      return had;
    },
  };
}

/** A found document stays good for verifying until it fails to; the others are tried again. */
function isCurrent({ outcome, fetchedAt }: CachedDocument, now: EpochMs): boolean {
  switch (outcome.kind) {
    case "found":
      return true;
    case "gone":
      return fetchedAt > now - goneMs;
    case "failed":
      return fetchedAt > now - failedMs;
  }
}

function lookedOf({ outcome, fetchedAt }: CachedDocument): Looked {
  switch (outcome.kind) {
    case "found":
      return { kind: "found", body: outcome.body, fetchedAt };
    case "gone":
      return { kind: "gone" };
    case "failed":
      return unavailable(outcome.because);
  }
}

/** What another host answers for a host's address speaks only for that other host. */
function outcomeOf(answer: FetchAnswer, url: string): CachedDocument["outcome"] {
  switch (answer.kind) {
    case "found":
      return hostOf(answer.url) === hostOf(url)
        ? { kind: "found", body: answer.body }
        : { kind: "failed", because: `it moved to another host, ${hostOf(answer.url)}` };
    case "gone":
      return { kind: "gone" };
    case "denied":
      return { kind: "failed", because: `its host answered ${answer.status}` };
    case "failed":
      return { kind: "failed", because: answer.because };
  }
}

async function take(documents: Shelf, url: string): Promise<CachedDocument | undefined> {
  try {
    return await documents.get(url);
  } catch (error) {
    if (error instanceof LedgerDown) return undefined;
    throw error;
  }
}

/** A failure never takes the place of what was found before. */
async function shelve(documents: Shelf, document: CachedDocument): Promise<void> {
  try {
    if (document.outcome.kind === "failed") {
      const had = await documents.get(document.url);
      if (had?.outcome.kind === "found") return;
    }
    await documents.put(document);
  } catch (error) {
    if (!(error instanceof LedgerDown)) throw error;
  }
}

function unavailable(because: string): Looked {
  return { kind: "unavailable", because };
}

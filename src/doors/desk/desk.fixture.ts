// A desk that really listens, over stores that live as long as the test, and a browser that
// remembers its cookies.

import { request } from "node:http";
import type { TestContext } from "node:test";
import { ProcessChronicle } from "../../adapters/process/chronicle.ts";
import { ProcessDocuments } from "../../adapters/process/documents.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../../adapters/process/lesson-book.ts";
import { ProcessMemory } from "../../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { after, day, type EpochMs, epochMs, minute } from "../../base/units.ts";
import type { Role } from "../../model/desk.ts";
import type { ActorId } from "../../model/ids.ts";
import { unused } from "../../model/usage.ts";
import type { Clock } from "../../ports/clock.ts";
import { loadConfig } from "../../services/config.ts";
import { makeEntryToken } from "../../services/entry-tokens.ts";
import type { GateStatus } from "../../services/gate-status.ts";
import { makeHeldLately } from "../../services/held-lately.ts";
import { makeInForce } from "../../services/in-force.ts";
import { fakeNotifiers } from "../../services/notify/notifiers.fixture.ts";
import { makeHouseNow } from "../../services/now/house-now.ts";
import { makeLastDays } from "../../services/now/last-day.ts";
import { makeTraffic } from "../../services/now/traffic.ts";
import { makeWaves } from "../../services/now/waves.ts";
import { makeOwnMail } from "../../services/own-mail.ts";
import { type QuotaState, shippedQuotas } from "../../services/quotas.ts";
import { openSession } from "../../services/sessions.ts";
import { parseTrustedProxies } from "../gate/forwarded.ts";
import { makeChallenges } from "./challenges.ts";
import { startDesk } from "./desk.ts";
import type { DeskParts } from "./desk-parts.ts";

export const noon: EpochMs = epochMs(Date.UTC(2026, 10, 28, 12));

/** By name; a list where a name is there more than once. */
type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a form as a page of ours would; `formKey` is read from the page it was on. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The path as it stands, by any method, with no form: what no browser would send. */
  raw(
    method: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number }>;
}

export interface OpenDesk {
  readonly parts: DeskParts;
  readonly origin: string;
  /** What went wrong at the desk itself. */
  readonly failures: unknown[];
  setClock(now: EpochMs): void;
  browser(): Browser;
  /** One that has signed in by a link. */
  signedIn(role: Role, who?: string): Promise<Browser>;
  /** One of the home server's people, as the home server told who that is. */
  recipient(name: string): Promise<Browser>;
}

export async function openDesk(
  test: Pick<TestContext, "after">,
  more: Partial<DeskParts> = {},
): Promise<OpenDesk> {
  const clock = setClock(noon);
  const environment = { BREAKWATER_DESK_RECIPIENTS: "release" };
  const loaded = loadConfig({ environment });
  if (!loaded.ok) throw new Error("the shipped configuration does not load");
  const ledger = new ProcessLedger();
  const ownRecords = new ProcessOwnRecords();
  const stores = { ledger, memory: new ProcessMemory(), chronicle: new ProcessChronicle(), clock };
  const status = () => Promise.resolve(someStatus);
  const waves = makeWaves(clock);
  const parts: DeskParts = {
    ...{ ownRecords, ...stores, status },
    ...{ traffic: makeTraffic(clock), lastDays: makeLastDays(stores) },
    houseNow: makeHouseNow({ ...stores, waves, status, quotas: () => someQuotas }),
    documents: new ProcessDocuments(),
    lessonBook: new ProcessLessonBook(),
    inForce: makeInForce(loaded.value.config, "seed", ledger, clock),
    recorded: async () => undefined,
    configured: () => loaded.value.shown,
    home: () => "home.example",
    signIn: undefined,
    notifiers: () => fakeNotifiers().notifiers,
    pushKey: async () => "BPublicKey",
    ownMail: makeOwnMail({ ...stores, records: ownRecords, held: makeHeldLately(ledger, clock) }),
    ...more,
  };
  const failures: unknown[] = [];
  const failed = (_what: string, error: unknown): void => void failures.push(error);
  const where = { listen: { kind: "tcp", host: "127.0.0.1", port: 0 }, url: undefined } as const;
  // Who says in X-Forwarded-For that a proxy stands between is believed, as on the same machine.
  const trusted = parseTrustedProxies(["127.0.0.1"]);
  if (!trusted.ok) throw new Error(trusted.error);
  const options = { trustedProxies: trusted.value, failed, challenges: makeChallenges([1, 5]) };
  const desk = await startDesk({ ...where, ...options }, parts);
  test.after(() => desk.close());
  if (desk.address.kind !== "tcp") throw new Error("it was to listen on a port");
  const origin = `http://127.0.0.1:${desk.address.port}`;
  return {
    ...{ parts, origin, failures },
    setClock: clock.set,
    browser: () => browserAt(origin),
    async recipient(name) {
      const actor = `https://home.example/users/${name}` as ActorId;
      const visitor = { who: `@${name}@home.example`, role: "recipient", actor } as const;
      return browserAt(origin, await openSession(parts.ownRecords, visitor, clock.now()));
    },
    async signedIn(role, who = `${role} anna`) {
      const browser = browserAt(origin);
      const hand = { by: "test", at: clock.now(), through: "command" } as const;
      const lasting = { once: true, expiresAt: undefined };
      const token = await makeEntryToken(parts.ownRecords, { who, role }, lasting, hand);
      await browser.post("/sign-in", { token });
      return browser;
    },
  };
}

/** It stands until it is set; whoever waits for a moment that has come by then wakes. */
function setClock(first: EpochMs): Clock & { set(now: EpochMs): void } {
  let now = first;
  let waiting: { readonly at: EpochMs; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    wake(at, signal) {
      if (at <= now) return Promise.resolve();
      return new Promise((wake, reject) => {
        waiting.push({ at, wake });
        signal?.addEventListener("abort", () => reject(signal.reason));
      });
    },
    set(moment) {
      now = moment;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const one of due) one.wake();
    },
  };
}

/** A gate that has run for a day and has nothing to complain of. */
export const someStatus: GateStatus = {
  ...{ run: "one", pid: 4711, version: "0.1.0", startedAt: after(noon, -day) },
  ...{ mode: "guard", modeSince: after(noon, -day), orderedBy: null, configuredMode: "guard" },
  ...{ guardShare: 1, shadow: null },
  homeServer: {
    ...{ hosts: ["home.example"], software: "mastodon", version: "4.5.2", learned: [] },
    ...{ accepts: ["draft-cavage", "rfc9421"], drops: [], refusesPlainly: true },
    replayWindowMs: 65 * minute,
  },
  checks: { ledger: true, upstream: true },
  memoryBytes: 90 * 1024 ** 2,
  troubles: [],
};

const someQuotas: QuotaState = { all: unused, bounds: shippedQuotas, full: 0 };

function browserAt(origin: string, session?: string): Browser {
  const cookies = new Map(session === undefined ? [] : [["session", session]]);
  let formKey = "";
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const answer = await fetch(`${origin}${path}`, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    // What goes on by itself is not read: it never ends.
    const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream");
    const text = isStream === true ? "" : await answer.clone().text();
    formKey = /name="form-key" value="([^"]*)"/.exec(text)?.[1] ?? formKey;
    return answer;
  };
  const own = { "sec-fetch-site": "same-origin", origin };
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return {
    get: (path, headers = {}) => send(path, { headers }),
    async post(path, fields, headers = {}) {
      if (cookies.has("session") && formKey === "") await send("/", {});
      const given = Array.isArray(fields) ? fields : Object.entries(fields);
      const body = new URLSearchParams([...given]);
      if (!body.has("form-key")) body.set("form-key", formKey);
      return send(path, { method: "POST", body, headers: { ...own, ...type, ...headers } });
    },
    raw: (method, path, headers = {}) =>
      new Promise((resolve, reject) => {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const { port } = new URL(origin);
        const form = new URLSearchParams({ "form-key": formKey }).toString();
        const fields = { ...own, ...type, ...headers, cookie };
        const asked = request({ port, method, path, headers: fields }, (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode ?? 0 });
        });
        asked.on("error", reject);
        asked.end(method === "POST" ? form : undefined);
      }),
  };
}

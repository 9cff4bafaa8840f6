// From a request to a page's answer and back: who asks, whether they may, what browsers are told.

import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { minute } from "../../base/units.ts";
import { mayDo, type Visitor } from "../../model/desk.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import { type Session, sessionOf } from "../../services/sessions.ts";
import type { Assets } from "./assets.ts";
import type { Challenges } from "./challenges.ts";
import type { DeskParts } from "./desk-parts.ts";
import { deviceNamed } from "./device.ts";
import { type EventStreams, makeEventStreams } from "./event-streams.ts";
import { momentsFor, zoneNamed } from "./moments.ts";
import {
  type Answer,
  type Asked,
  type Cookie,
  NotThere,
  type PageAnswer,
  type Route,
  WrongInput,
} from "./page.ts";
import { contentSecurityPolicy, isOwnRequest, safeHeaders } from "./security.ts";
import { sessionCookie } from "./session-cookie.ts";
import { shell } from "./shell.ts";
import { makeVisitLimits, type Visit, type VisitLimits } from "./visit-limits.ts";
import { type Gaps, languageFor, languages, speechIn } from "./words.ts";

export interface AppOptions {
  readonly parts: DeskParts;
  readonly routes: readonly Route[];
  readonly assets: Assets;
  /** Where people reach the desk; undefined: wherever they say that they do. */
  readonly url: string | undefined;
  /** Who is at the other end, and how the connection came, as a trusted proxy says. */
  client(request: Request): Client;
  readonly challenges: Challenges;
  /** Something of ours went wrong while answering. */
  failed(what: string, error: unknown): void;
}

export interface Client {
  readonly address: string;
  readonly isSecure: boolean;
}

/** Forms are short; nobody types more. Chosen by us. */
const formBytesMax = 64 * 1024;

interface Opened extends AppOptions {
  readonly streams: EventStreams;
}

export function makeDeskApp(given: AppOptions): Hono {
  const { assets, routes, failed } = given;
  const streams = makeEventStreams((error) => failed("sending what happens", error));
  const options: Opened = { ...given, streams };
  const limits = makeVisitLimits();
  const app = new Hono();
  const policy = contentSecurityPolicy(assets.importMap);
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    // An asset is no page: it needs no page's many lines, of which each costs a phone its bytes.
    if (headers.has("Content-Security-Policy")) return;
    for (const [name, value] of Object.entries(safeHeaders))
      if (!headers.has(name)) headers.set(name, value);
    headers.set("Content-Security-Policy", policy);
  });
  app.get("/assets/*", (context) => {
    const encodings = context.req.header("accept-encoding") ?? "";
    const found = assets.answer(context.req.path, encodings);
    return found === undefined ? context.notFound() : context.body(found.body, 200, found.headers);
  });
  // At the root, as a worker speaks only for pages below it, and always anew.
  app.get("/notices-worker.js", (context) => {
    const encodings = context.req.header("accept-encoding") ?? "";
    const found = assets.answer(assets.url("islands/notices-worker.js"), encodings);
    if (found === undefined) return context.notFound();
    return context.body(found.body, 200, { ...found.headers, "Cache-Control": "no-cache" });
  });
  app.use(compress());
  const onError = (context: Context) => sendProblem(options, context, 413, "tooLarge", "");
  app.use(bodyLimit({ maxSize: formBytesMax, onError }));
  for (const route of routes)
    app.on(route.method, route.path, async (context) => {
      const refused = await refusedVisit(route, context, options, limits);
      return refused ?? answerTo(route, context, options);
    });
  app.notFound((context) => {
    const refused = refusedLook(context, options, limits);
    return refused ?? sendProblem(options, context, 404, "notFound", "notFoundText");
  });
  app.onError((error, context) => sendError(options, context, error));
  return app;
}

/** Counted by network: what whoever has signed in does has no such limit, and is written down. */
async function refusedVisit(
  route: Route,
  context: Context,
  options: Opened,
  limits: VisitLimits,
): Promise<Response | undefined> {
  const { may, method } = route;
  if (route.visit === undefined && may !== "anyone") return undefined;
  const visit = route.visit ?? (method === "POST" ? "entry" : "look");
  if (visit === "look") return refusedLook(context, options, limits);
  const minutes = minutesToWait(visit, context, options, limits);
  if (minutes === 0) return undefined;
  return sendProblem(options, context, 429, "tooOften", "tooOftenText", "", { minutes });
}

/** In a sentence, as a page would cost what it is to save. */
function refusedLook(context: Context, options: Opened, limits: VisitLimits): Response | undefined {
  const minutes = minutesToWait("look", context, options, limits);
  if (minutes === 0) return undefined;
  const { say, words } = speechIn(languageFor(context.req.header("accept-language") ?? ""));
  return context.text(say(words.shell.tooOftenText, { minutes }), 429);
}

/** 0: it may be asked for now. */
function minutesToWait(
  visit: Visit,
  context: Context,
  { client, parts }: Opened,
  limits: VisitLimits,
): number {
  const waitMs = limits.take(visit, client(context.req.raw).address, parts.clock.now());
  if (waitMs === 0) return 0;
  context.header("Retry-After", `${Math.ceil(waitMs / 1000)}`);
  return Math.ceil(waitMs / minute);
}

async function answerTo(route: Route, context: Context, options: Opened): Promise<Response> {
  const session = await sessionIn(context, options);
  if (route.may !== "anyone") {
    if (session === undefined) return notSignedIn(route, context, options);
    if (!mayDo(session.role, route.may))
      return sendProblem(options, context, 403, "notAllowed", "notAllowedText");
  }
  const form = route.method === "POST" ? await formIn(context) : new URLSearchParams();
  if (route.method === "POST" && !isOurs(context, form, session, options))
    return sendProblem(options, context, 403, "wrongForm", "wrongFormText");
  const asked = askedIn(context, options, session, form);
  return send(options, context, asked, await route.answer(asked));
}

function notSignedIn(
  route: Route,
  context: Context,
  options: Opened,
): Response | Promise<Response> {
  if (route.method === "GET") return context.redirect("/sign-in", 303);
  return sendProblem(options, context, 401, "wrongForm", "wrongFormText");
}

async function sessionIn(context: Context, { parts }: Opened): Promise<Session | undefined> {
  const secret = getCookie(context, sessionCookie);
  if (secret === undefined) return undefined;
  const session = await sessionOf(parts.ownRecords, secret, parts.clock.now());
  // Where recipients are let in no longer, those who were are out.
  const isOut = session?.role === "recipient" && parts.inForce.config().desk.recipients === "off";
  return isOut ? undefined : session;
}

async function formIn(context: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await context.req.text());
}

/** Whoever has no session yet has no key to show, and nothing to lose by what they send. */
function isOurs(
  context: Context,
  form: URLSearchParams,
  session: Session | undefined,
  { url }: Opened,
): boolean {
  const { headers } = context.req.raw;
  const type = headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return false;
  const origin = url ?? originIn(context);
  if (!isOwnRequest(headers, origin)) return false;
  return session === undefined || form.get("form-key") === session.formKey;
}

/** Behind a proxy the scheme may be another than the one that came here. */
function originIn(context: Context): string {
  const named = context.req.header("origin") ?? "";
  const host = context.req.header("host") ?? "";
  return named === `https://${host}` ? named : `http://${host}`;
}

function askedIn(
  context: Context,
  options: Opened,
  session: Session | undefined,
  form: URLSearchParams,
): Asked {
  const { parts } = options;
  const cookie = (name: string): string | undefined => getCookie(context, name);
  const chosen = languages.find((one) => one === cookie("language"));
  const language = chosen ?? languageFor(context.req.header("accept-language") ?? "");
  const now = parts.clock.now();
  const zone = zoneNamed(cookie("zone")) ?? "UTC";
  const visitor = session && visitorIn(session);
  return {
    ...speechIn(language),
    ...{ parts, visitor, now, form, cookie, challenges: options.challenges },
    assetUrl: options.assets.url,
    moments: momentsFor(language, zone, now),
    path: context.req.path,
    params: context.req.param(),
    query: new URL(context.req.url).searchParams,
    formKey: html`<input type="hidden" name="form-key" value="${session?.formKey ?? ""}">`,
    client: options.client(context.req.raw).address,
    lastEventId: context.req.header("last-event-id"),
    device: deviceNamed(context.req.header("user-agent") ?? ""),
    hand() {
      if (visitor === undefined) throw new Error("nobody has signed in here");
      return { by: visitor.who, at: now, through: "desk" };
    },
  };
}

function visitorIn({ who, role, actor }: Session): Visitor {
  return actor === undefined ? { who, role } : { who, role, actor };
}

async function send(
  { assets, client, streams }: Opened,
  context: Context,
  asked: Asked,
  answer: Answer,
): Promise<Response> {
  const { isSecure } = client(context.req.raw);
  switch (answer.kind) {
    case "redirect":
      bake(context, answer.cookies, isSecure);
      return context.redirect(answer.to, 303);
    case "json":
      return Response.json(answer.value, { status: answer.status ?? 200 });
    case "stream":
      return (
        streams.open(asked.visitor?.who ?? "", answer.run) ??
        Response.json({ wrong: asked.words.shell.tooManyStreams }, { status: 503 })
      );
    case "page": {
      bake(context, answer.cookies, isSecure);
      const body = await shell(asked, answer, assets);
      context.status((answer.status ?? 200) as 200);
      return context.html(body);
    }
  }
}

/** Lax: who comes back from signing in at home brings them along. */
function bake(context: Context, cookies: readonly Cookie[] | undefined, isSecure: boolean): void {
  for (const { name, value, maxAgeSeconds: maxAge } of cookies ?? []) {
    if (value === "") deleteCookie(context, name, { path: "/", secure: isSecure });
    else {
      const lasts = maxAge === undefined ? {} : { maxAge };
      const scope = { path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure } as const;
      setCookie(context, name, value, { ...scope, ...lasts });
    }
  }
}

type Problem =
  | "notFound"
  | "notAllowed"
  | "failed"
  | "down"
  | "tooLarge"
  | "tooOften"
  | "wrongForm"
  | "wrongInput";
type ProblemText =
  | "notFoundText"
  | "notAllowedText"
  | "failedText"
  | "downText"
  | "tooOftenText"
  | "wrongFormText";

async function sendProblem(
  options: Opened,
  context: Context,
  status: number,
  title: Problem,
  text: ProblemText | "",
  said = "",
  gaps: Gaps = {},
): Promise<Response> {
  const session = await sessionIn(context, options).catch(() => undefined);
  const asked = askedIn(context, options, session, new URLSearchParams());
  const { shell: words } = asked.words;
  const role = session === undefined ? "" : words[session.role];
  const sentence = text === "" ? said : asked.say(words[text], { role, ...gaps });
  const page: PageAnswer = {
    kind: "page",
    title: words[title],
    status,
    body: html`<p>${sentence}</p>`,
  };
  return send(options, context, asked, page);
}

function sendError(options: Opened, context: Context, error: unknown): Promise<Response> {
  const send = (...problem: [number, Problem, ProblemText | "", string?]) =>
    sendProblem(options, context, ...problem);
  if (error instanceof WrongInput) return send(400, "wrongInput", "", error.message);
  if (error instanceof NotThere) return send(404, "notFound", "notFoundText");
  options.failed(`answering ${context.req.method} ${context.req.path}`, error);
  return error instanceof LedgerDown
    ? send(503, "down", "downText")
    : send(500, "failed", "failedText");
}

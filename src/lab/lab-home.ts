// The server we protect, as small as it can be and still say no: it verifies what
// it gets by itself, drops repeats by activity id, and keeps for each of its people
// what they were notified of. What reached people is counted here and nowhere else.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type EpochMs, hour } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import { noTrouble, suffer, type Trouble } from "./faults.ts";
import { bodySigner, type Look, opinionOf } from "./second-opinion.ts";
import { answer, answerJson, bodyOf, hangUp, listen, nodeInfo, webFinger } from "./serve.ts";

/** Mastodon's bound on a body. */
const bodyBytesMax = 1024 * 1024;

export interface Notification {
  readonly at: EpochMs;
  /** Name of the local person. */
  readonly person: string;
  readonly kind: "mention" | "follow" | "favourite" | "reblog" | "update";
  readonly from: string;
  readonly activity: string;
}

export interface LabHome {
  readonly host: string;
  readonly port: number;
  readonly people: readonly string[];
  /** The actor id of one of its people. */
  actorOf(person: string): string;
  /** In the order in which they came. */
  notifications(): readonly Notification[];
  /** The ids of all activities that it took, in the order in which they came. */
  taken(): readonly string[];
  /** How often it answered with each status at an inbox. */
  answers(): ReadonlyMap<number, number>;
  /** How many deliveries it dropped because it had the activity already. */
  repeats(): number;
  trouble(next: Trouble): void;
  /** Refuses connections until `start`, which takes the same port again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface HomeOptions {
  readonly host: string;
  readonly people: readonly string[];
  readonly clock: Clock;
  readonly look: Look;
}

export async function startHome(options: HomeOptions): Promise<LabHome> {
  const books = emptyBooks();
  let trouble = noTrouble;
  const server = createServer((request, response) => {
    void suffer(trouble, response, options.clock)
      .then((over) => (over ? undefined : serve(request, response, options, books)))
      .catch((failure: unknown) => answer(response, 500, String(failure)));
  });
  const port = await listen(server, 0);
  const { host, people } = options;
  return {
    host,
    port,
    people,
    actorOf: (person) => actorId(host, person),
    notifications: () => books.notifications,
    taken: () => [...books.taken],
    answers: () => books.answers,
    repeats: () => books.repeats,
    trouble: (next) => {
      trouble = next;
    },
    stop: () => hangUp(server),
    start: async () => {
      await listen(server, port);
    },
  };
}

interface Books {
  readonly notifications: Notification[];
  readonly answers: Map<number, number>;
  readonly taken: Set<string>;
  repeats: number;
}

function emptyBooks(): Books {
  return { notifications: [], answers: new Map(), taken: new Set(), repeats: 0 };
}

function actorId(host: string, person: string): string {
  return `http://${host}/users/${person}`;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: HomeOptions,
  books: Books,
): Promise<void> {
  const path = request.url ?? "/";
  if (request.method === "POST" && path.endsWith("/inbox")) {
    const { status, body } = await receive(request, path, options, books);
    books.answers.set(status, (books.answers.get(status) ?? 0) + 1);
    return answer(response, status, body);
  }
  const document = documentAt(path, options);
  if (document === undefined) return answer(response, 404, "not found");
  answerJson(response, document, path.startsWith("/users/") ? "activity+json" : "json");
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

async function receive(
  request: IncomingMessage,
  path: string,
  options: HomeOptions,
  books: Books,
): Promise<Reply> {
  const body = await bodyOf(request);
  if (body.byteLength > bodyBytesMax) return { status: 413, body: "too large" };
  const posted = { method: "POST", path, headers: request.headers, body };
  const opinion = await opinionOf(posted, options.clock.now(), options.look);
  switch (opinion.kind) {
    case "doubted":
      return { status: 401, body: opinion.because };
    case "undecided":
      return { status: 503, body: opinion.because };
    case "signed":
      return take(body, opinion.by, path, options, books);
  }
}

/** Believes only what the author itself signed; acknowledges the rest, as Mastodon does. */
async function take(
  body: Buffer,
  signer: string,
  path: string,
  options: HomeOptions,
  books: Books,
): Promise<Reply> {
  const activity = readActivity(body);
  if (activity === undefined) return { status: 400, body: "not an activity" };
  const { actor } = activity;
  if (actor !== signer && actor !== (await bodySigner(body, options.look)))
    return { status: 202, body: "" };
  if (books.taken.has(activity.id)) {
    books.repeats++;
    return { status: 202, body: "" };
  }
  books.taken.add(activity.id);
  const at = options.clock.now();
  for (const [person, kind] of notifiedBy(activity, path, options)) {
    books.notifications.push({ at, person, kind, from: actor, activity: activity.id });
  }
  await bringIn(activity.object, options, books);
  return { status: 202, body: "" };
}

/** Fetches the post that is answered, and tells those whom it mentions while it is young. */
async function bringIn(object: unknown, options: HomeOptions, books: Books): Promise<void> {
  const { inReplyTo } = (object ?? {}) as { inReplyTo?: unknown };
  if (typeof inReplyTo !== "string" || new URL(inReplyTo).hostname === options.host) return;
  if (books.taken.has(inReplyTo)) return;
  books.taken.add(inReplyTo);
  const post = (await options.look(inReplyTo)) as Record<string, unknown> | undefined;
  const at = options.clock.now();
  if (post === undefined || at - Date.parse(String(post["published"])) > realTimeMs) return;
  const asActivity = { id: inReplyTo, type: "Create", actor: String(post["attributedTo"]) };
  const addressed = [...strings(post["to"]), ...strings(post["cc"])];
  const told = notifiedBy({ ...asActivity, object: post, addressed }, "/inbox", options);
  for (const [person, kind] of told)
    books.notifications.push({ at, person, kind, from: asActivity.actor, activity: inReplyTo });
}

/** Mastodon's REAL_TIME_WINDOW. */
const realTimeMs = 6 * hour;

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  readonly object: unknown;
  readonly addressed: readonly string[];
}

function readActivity(body: Buffer): Activity | undefined {
  try {
    const { id, type, actor, object, to, cc } = JSON.parse(body.toString()) as Partial<
      Record<"id" | "type" | "actor" | "object" | "to" | "cc", unknown>
    >;
    if (typeof id !== "string" || typeof type !== "string" || typeof actor !== "string") {
      return undefined;
    }
    return { id, type, actor, object, addressed: [...strings(to), ...strings(cc)] };
  } catch {
    return undefined;
  }
}

function strings(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === "string");
}

/** Whom it notifies, of what: each person once. */
function notifiedBy(
  activity: Activity,
  path: string,
  { host, people }: HomeOptions,
): ReadonlyMap<string, Notification["kind"]> {
  const told = new Map<string, Notification["kind"]>();
  const tell = (url: string, kind: Notification["kind"]): void => {
    const person = people.find((name) => {
      const id = actorId(host, name);
      return url === id || url.startsWith(`${id}/`);
    });
    if (person !== undefined) told.set(person, kind);
  };
  const about = typeof activity.object === "string" ? activity.object : "";
  if (activity.type === "Follow") tell(about, "follow");
  if (activity.type === "Like") tell(about, "favourite");
  if (activity.type === "Announce") tell(about, "reblog");
  if (activity.type === "Create") {
    for (const one of activity.addressed) tell(one, "mention");
    if (path.startsWith("/users/")) tell(`http://${host}${path}`, "mention");
  }
  return told;
}

function documentAt(path: string, { host, people }: HomeOptions): unknown {
  const about = { software: "mastodon", version: "4.5.2", openRegistrations: false };
  const info = nodeInfo(host, path, { ...about, people: people.length });
  if (info !== undefined) return info;
  if (path === "/") return { title: host, note: "the lab's pretend home server" };
  const asked = /^\/\.well-known\/webfinger\?resource=acct(?::|%3A)(\w+)(?:@|%40)/.exec(path)?.[1];
  if (asked !== undefined) {
    return people.includes(asked) ? webFinger(`${asked}@${host}`, actorId(host, asked)) : undefined;
  }
  const person = /^\/users\/(\w+)$/.exec(path)?.[1];
  return person !== undefined && people.includes(person) ? localActor(host, person) : undefined;
}

function localActor(host: string, person: string): unknown {
  const id = actorId(host, person);
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    id,
    type: "Person",
    preferredUsername: person,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    following: `${id}/following`,
    endpoints: { sharedInbox: `http://${host}/inbox` },
  };
}

/**
 * What a stranger's delivery names and does not carry, fetched by us before the home server does:
 * the post itself where only its id came, the origin's own copy of what somebody else delivered,
 * and the posts that it answers, quotes or boosts. Never asked for on the fast path.
 */

import type { EpochMs } from "../base/units.ts";
import { audienceOf } from "../engine/audience.ts";
import { isSaidBy, relayedIn } from "../engine/identity/origin-copy.ts";
import { asCreated, type Pulled, pulledBy, withFetched } from "../engine/pull.ts";
import { domainOf } from "../engine/text/domain.ts";
import type { Document, Post } from "../model/activity.ts";
import type { Arrival, Audience } from "../model/arrival.ts";
import type { Authenticity } from "../model/authenticity.ts";
import { headerOf } from "../model/delivery.ts";
import type { Home } from "../model/home.ts";
import { type ActorId, type Host, hostOf, type ObjectId, type Receipt } from "../model/ids.ts";
import { type Fact, late } from "../model/observation.ts";
import type { Ports } from "../ports/ports.ts";
import type { InTime } from "./within.ts";

/** A fetched post, as if its author had delivered it here. */
export interface Beside {
  readonly id: ObjectId;
  readonly arrival: Arrival;
}

export interface Completed {
  /** With its post in the place of an id, and as its author's contact where that is proven. */
  readonly arrival: Arrival;
  readonly beside: readonly Beside[];
  /** What did not come in time. */
  readonly late: readonly ObjectId[];
}

type Asked = Pick<Ports, "directory" | "homeServer">;

/** As of `at`. Most deliveries name nothing, and cost nothing. */
export async function completed(
  arrival: Arrival,
  at: EpochMs,
  ports: Asked,
  inTime: InTime,
): Promise<Completed> {
  const home = ports.homeServer.home(headerOf(arrival.delivery, "host"));
  const pulled = pulledBy(arrival.activity, home);
  const relayed = relayedBy(arrival);
  if (pulled.length === 0 && relayed === undefined) return { arrival, beside: [], late: [] };
  const ask = async (id: ObjectId): Promise<Fact<Document>> =>
    (await inTime(ports.directory.document(id, namedBy(arrival)))) ?? late;
  const [copy, ...answers] = await Promise.all([
    relayed && ask(relayed.id),
    ...pulled.map(async (one) => ({ ...one, fact: await ask(one.id) })),
  ]);
  const whole = withItself(arrival, answers, home);
  const isProven = relayed !== undefined && copy?.known === true && isSaidBy(relayed, copy.value);
  return {
    arrival: isProven ? asAuthors(whole, relayed.author) : whole,
    beside: besides(whole, answers, at, ports.homeServer.profile().resolveNotifiesMs, home),
    late: answers.filter(({ fact }) => isLate(fact)).map(({ id }) => id),
  };
}

/** Whose fetches it counts among: who proves nothing spends what no proven sender needs. */
function namedBy({ sender }: Arrival): Host {
  return sender.proven ? sender.host : ("" as Host);
}

type Answer = Pulled & { readonly fact: Fact<Document> };

function isLate(fact: Fact<Document>): boolean {
  return !fact.known && fact.why === "late";
}

function relayedBy({ activity, authenticity }: Arrival) {
  return authenticity.kind === "proven" ? relayedIn(activity, authenticity.signer) : undefined;
}

function postIn(fact: Fact<Document>): Post | undefined {
  if (!fact.known) return undefined;
  const document = fact.value;
  if (document.kind === "post") return document.post;
  if (document.kind !== "activity") return undefined;
  const [object] = document.activity.objects;
  return object?.kind === "post" ? object.post : undefined;
}

function withItself(arrival: Arrival, answers: readonly Answer[], home: Home): Arrival {
  const posts = new Map<ObjectId, Post>();
  for (const { id, as, fact } of answers) {
    const post = as === "itself" ? postIn(fact) : undefined;
    if (post !== undefined) posts.set(id, post);
  }
  if (posts.size === 0) return arrival;
  const activity = withFetched(arrival.activity, posts);
  return { ...arrival, activity, audience: audienceOf(activity, arrival.delivery.path, home) };
}

/** What the origin itself shows is its author's, whoever brought it. */
function asAuthors(arrival: Arrival, author: ActorId): Arrival {
  const host = hostOf(author) ?? ("" as Host);
  const sender = { actor: author, host, domain: domainOf(host), proven: true };
  return { ...arrival, sender, authorProof: { kind: "proven", author, host } };
}

/** A fetched post counts where it reaches somebody: those whom it names, or who are shown it. */
function besides(
  arrival: Arrival,
  answers: readonly Answer[],
  at: EpochMs,
  notifiesMs: number,
  home: Home,
): readonly Beside[] {
  return answers.flatMap(({ id, as, fact }, number): Beside[] => {
    const post = as === "itself" ? undefined : postIn(fact);
    const activity = post && asCreated(post);
    if (post === undefined || activity === undefined) return [];
    const tells = at - (post.published ?? at) < notifiesMs;
    if (as !== "shown" && !tells) return [];
    const named = audienceOf(activity, "/inbox", home);
    const audience = as === "shown" ? together(named, arrival.audience) : named;
    if (audience.notifiedTotal === 0) return [];
    const delivery = {
      ...arrival.delivery,
      receipt: `${arrival.delivery.receipt}/${number}` as Receipt,
      at,
      body: new TextEncoder().encode(id),
    };
    const spoken = spokenBy(activity.actor, post.id ?? id);
    return [{ id, arrival: { ...arrival, delivery, activity, audience, ...spoken } }];
  });
}

/** Its host showed it: that proves an author of this host and nobody else. */
function spokenBy(
  actor: ActorId,
  id: ObjectId,
): Pick<Arrival, "authenticity" | "authorProof" | "sender"> {
  const host = hostOf(actor) ?? ("" as Host);
  const proven = host !== "" && hostOf(id) === host;
  const sender = { actor, host, domain: domainOf(host), proven };
  const authorProof = proven ? ({ kind: "proven", author: actor, host } as const) : unsaid;
  return { authenticity: proven ? shownBy(actor, host) : elsewhere, authorProof, sender };
}

const unsaid = { kind: "none" } as const;

const elsewhere: Authenticity = {
  kind: "refuted",
  signature: "none",
  why: "wrong-owner",
  because: "another host than its author's showed it",
};

function shownBy(signer: ActorId, signerHost: Host): Authenticity {
  const undated = { signedAt: undefined, expiresAt: undefined };
  return { kind: "proven", signature: "none", signer, signerHost, ...undated };
}

function together(named: Audience, shownTo: Audience): Audience {
  const actors = new Set(named.notified.map(({ actor }) => actor));
  const others = shownTo.notified.filter(({ actor }) => !actors.has(actor));
  // Who shows it mentions them, not its author.
  const besides = others.map(({ actor }) => ({ actor, via: "addressed" as const }));
  return {
    notified: [...named.notified, ...besides],
    notifiedTotal: named.notifiedTotal + others.length,
    elsewhere: named.elsewhere,
  };
}

// Whom an admin means: a host, an actor's URL, or a handle that we have looked up before.

import { urlLengthMax } from "../base/limits.ts";
import { campaignNumber } from "../engine/campaigns/campaign-id.ts";
import { type ActorId, type Host, hostOf } from "../model/ids.ts";
import type { Rule } from "../model/rule.ts";
import type { Shelf } from "../ports/documents.ts";
import { Complaint } from "./exit-code.ts";
import { printable } from "./printable.ts";

export type Subject = Rule["subject"];

/**
 * A rule is kept under an actor's URL, never under a handle: handles can be given to somebody
 * else. One is taken only where a WebFinger answer about it is already among our documents.
 */
export async function subjectOf(text: string, documents: Shelf): Promise<Subject> {
  const form = formOf(text);
  if (form.kind === "url") return byUrl(form.url, documents);
  return form.kind === "handle" ? byHandle(form.name, form.host, documents) : form;
}

type Form =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "handle"; readonly name: string; readonly host: Host }
  | { readonly kind: "host"; readonly host: Host };

/** What it is by its looks, which needs no store. Throws a Complaint where it is nothing. */
export function formOf(text: string): Form {
  const wanted = text.trim();
  if (wanted === "" || wanted.length > urlLengthMax) throw notASubject(text);
  if (/^https?:\/\//i.test(wanted)) {
    if (hostOf(wanted) === undefined) throw notASubject(text);
    return { kind: "url", url: wanted };
  }
  const handle = /^(?:acct:)?@?([^@\s/]+)@([^@\s/]+)$/.exec(wanted);
  if (handle?.[1] !== undefined && handle[2] !== undefined)
    return { kind: "handle", name: handle[1], host: hostNamed(handle[2], text) };
  return { kind: "host", host: hostNamed(wanted.replace(/^(?:\*?\.)+/, ""), text) };
}

export function shownSubject(subject: Subject): string {
  return subject.kind === "host" ? subject.host : subject.actor;
}

async function byUrl(text: string, documents: Shelf): Promise<Subject> {
  const host = hostOf(text);
  if (host === undefined) throw notASubject(text);
  const url = new URL(text);
  const named = url.pathname.length > 1 || url.search !== "";
  if (!named) return { kind: "host", host };
  const actor = spelledAsOnTheWire(text, url, host);
  const name = /^\/@([^/@]+)\/?$/.exec(url.pathname)?.[1];
  if (name !== undefined && !(await isAnActor(actor, documents)))
    throw new Complaint(
      `${printable(text)} is a profile page, not the actor's id, which a rule goes by. ` +
        `On Mastodon the id is ${printable(`${url.protocol}//${host}/users/${name}`)}.`,
    );
  return { kind: "actor", actor };
}

/** Scheme and host in lower case; the path may be told apart by case, and stays as it is. */
function spelledAsOnTheWire(text: string, url: URL, host: Host): ActorId {
  const path = /^https?:\/\/[^/?#]*(.*)$/is.exec(text)?.[1] ?? "";
  return `${url.protocol}//${host}${path}` as ActorId;
}

/** Some software does name its actors `/@name`: what was fetched from there says so itself. */
async function isAnActor(actor: ActorId, documents: Shelf): Promise<boolean> {
  const kept = await documents.get(actor);
  if (kept?.outcome.kind !== "found") return false;
  const document = parsed(kept.outcome.body);
  return (document as { id?: unknown } | null | undefined)?.id === actor;
}

function hostNamed(name: string, text: string): Host {
  const looksLikeOne = /^[^\s/?#@\\]+$/.test(name) && /[.:\]]|^localhost$/.test(name);
  const host = looksLikeOne ? hostOf(`https://${name}`) : undefined;
  if (host === undefined) throw notASubject(text);
  return host;
}

async function byHandle(user: string, host: Host, documents: Shelf): Promise<Subject> {
  const resource = encodeURIComponent(`acct:${user}@${host}`);
  const kept = await documents.get(`https://${host}/.well-known/webfinger?resource=${resource}`);
  const actor = kept?.outcome.kind === "found" ? selfLink(kept.outcome.body) : undefined;
  if (actor !== undefined) return { kind: "actor", actor: actor as ActorId };
  const handle = printable(`@${user}@${host}`);
  throw new Complaint(
    `a rule names an actor by its URL, and ${handle} has not been looked up here: ` +
      "open the profile and pass its address, such as " +
      `https://${printable(host)}/users/${printable(user)}.`,
  );
}

/** WebFinger's `self` link to an ActivityPub document (RFC 7033; ActivityPub's media types). */
function selfLink(body: string): string | undefined {
  const document = parsed(body);
  const links = (document as { links?: unknown } | null | undefined)?.links;
  if (!Array.isArray(links)) return undefined;
  for (const link of links as readonly Record<string, unknown>[]) {
    const isActor = link?.["rel"] === "self" && /activity|ld\+json/.test(String(link["type"]));
    const href = link?.["href"];
    if (isActor && typeof href === "string" && URL.canParse(href)) return href;
  }
  return undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function notASubject(text: string): Complaint {
  if (campaignNumber(text) !== undefined)
    return new Complaint(
      `${text} is a case; "breakwater cases refuse ${text}" or "release" rules on it.`,
    );
  return new Complaint(
    `"${printable(text.slice(0, 100))}" is neither a host such as spam.example nor an ` +
      "actor's URL such as https://spam.example/users/bob.",
  );
}

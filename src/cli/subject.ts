// Whom an admin means: a host, an actor's URL, or a handle that we have looked up before.

import { urlLengthMax } from "../base/limits.ts";
import type { ActorId, Host } from "../model/ids.ts";
import type { Rule } from "../model/rule.ts";
import type { Documents } from "../ports/documents.ts";
import { Complaint } from "./exit-code.ts";
import { printable } from "./printable.ts";

export type Subject = Rule["subject"];

/**
 * A rule is kept under an actor's URL, never under a handle: handles can be given to somebody
 * else. One is taken only where a WebFinger answer about it is already among our documents.
 */
export async function subjectOf(text: string, documents: Documents): Promise<Subject> {
  const wanted = text.trim();
  if (wanted === "" || wanted.length > urlLengthMax) throw notASubject(text);
  if (/^https?:\/\//i.test(wanted)) return byUrl(wanted);
  const handle = /^(?:acct:)?@?([^@\s/]+)@([^@\s/]+)$/.exec(wanted);
  if (handle?.[1] !== undefined && handle[2] !== undefined)
    return byHandle(handle[1], hostNamed(handle[2], text), documents);
  return { kind: "host", host: hostNamed(wanted, text) };
}

export function shownSubject(subject: Subject): string {
  return subject.kind === "host" ? subject.host : subject.actor;
}

function byUrl(text: string): Subject {
  if (!URL.canParse(text)) throw notASubject(text);
  const url = new URL(text);
  const host = url.host as Host;
  const named = url.pathname.length > 1 || url.search !== "";
  return named ? { kind: "actor", actor: text as ActorId } : { kind: "host", host };
}

function hostNamed(name: string, text: string): Host {
  const looksLikeOne = /^[^\s/?#@\\]+$/.test(name) && /[.:\]]|^localhost$/.test(name);
  if (!looksLikeOne || !URL.canParse(`https://${name}`)) throw notASubject(text);
  return new URL(`https://${name}`).host as Host;
}

async function byHandle(user: string, host: Host, documents: Documents): Promise<Subject> {
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
  let document: unknown;
  try {
    document = JSON.parse(body);
  } catch {
    return undefined;
  }
  const links = (document as { links?: unknown } | null)?.links;
  if (!Array.isArray(links)) return undefined;
  for (const link of links as readonly Record<string, unknown>[]) {
    const isActor = link?.["rel"] === "self" && /activity|ld\+json/.test(String(link["type"]));
    const href = link?.["href"];
    if (isActor && typeof href === "string" && URL.canParse(href)) return href;
  }
  return undefined;
}

function notASubject(text: string): Complaint {
  return new Complaint(
    `"${printable(text.slice(0, 100))}" is neither a host such as spam.example nor an ` +
      "actor's URL such as https://spam.example/users/bob.",
  );
}

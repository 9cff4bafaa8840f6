// Which actor an admin means, who may name it by its handle: one whose document is among ours.

import type { ActorId } from "../model/ids.ts";
import { hostOf } from "../model/ids.ts";
import { parseActor } from "../model/parse.ts";
import type { Documents } from "../ports/documents.ts";
import { Complaint } from "./exit-code.ts";
import { printable } from "./printable.ts";
import { subjectOf } from "./subject.ts";

/** Documents of one host that are looked through for a handle. */
const lookedThroughMax = 20_000;

/** Throws a Complaint for a host, and for a handle that stands for nobody or for several. */
export async function actorNamed(text: string, documents: Documents): Promise<ActorId> {
  const handle = /^(?:acct:)?@?([^@\s/]+)@([^@\s/]+)$/.exec(text.trim());
  const [, user, host] = handle ?? [];
  if (user !== undefined && host !== undefined) {
    const found = await actorsCalled(user, host, documents);
    const [first, ...others] = found;
    if (first !== undefined && others.length === 0) return first;
    if (first !== undefined)
      throw new Complaint(
        `several actors are called ${printable(text)}: pass one's address. ` +
          found.map(printable).join(", "),
      );
    throw new Complaint(
      `no actor's document here says that it is ${printable(text)}: pass its address, such as ` +
        `https://${printable(host)}/users/${printable(user)}.`,
    );
  }
  const subject = await subjectOf(text, documents);
  if (subject.kind === "actor") return subject.actor;
  throw new Complaint(
    `${printable(text)} is a host; this takes an actor: its address, or its handle (@user@host).`,
  );
}

async function actorsCalled(
  user: string,
  host: string,
  documents: Documents,
): Promise<readonly ActorId[]> {
  const found = new Set<ActorId>();
  for (const scheme of ["https", "http"]) {
    const origin = URL.parse(`${scheme}://${host}/`)?.origin;
    if (origin === undefined) continue;
    for (const { url, outcome } of await documents.below(`${origin}/`, lookedThroughMax)) {
      const parsed = outcome.kind === "found" ? parseActor(outcome.body) : undefined;
      if (!parsed?.ok || hostOf(parsed.value.id) !== hostOf(url)) continue;
      if (parsed.value.username?.toLowerCase() === user.toLowerCase()) found.add(parsed.value.id);
    }
  }
  return [...found];
}

// All that a memory holds of one actor, remote or ours: found to be told, or removed. A walk
// through everything, for a person who asks, rarely.

import type { EpochMs } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Remembered } from "../../ports/memory.ts";
import { historyOfActor, isWelcomed } from "./acquaintances.ts";
import type { SegmentedMap } from "./bounded-map.ts";
import type { Contents } from "./contents.ts";
import { personsOf } from "./pair.ts";
import type { Use, Uses } from "./views.ts";

export function tellOfActor(contents: Contents, id: ActorId, at: EpochMs): Remembered | undefined {
  const { actors, regards, views, campaigns } = contents;
  const actor = actors.get(id);
  const ties = [...entriesOf(regards)]
    .filter(([pair]) => personsOf(pair).includes(id))
    .map(([pair, regard]) => ({ between: personsOf(pair), ...regard }));
  const shared = [...entriesOf(views.byKey)].filter(([, view]) => isIn(view, id));
  const compared = campaigns.countOf(id);
  const isKnown = actor !== undefined || ties.length + shared.length + compared > 0;
  if (!isKnown) return undefined;
  const contacts = actor?.contacts?.all ?? [];
  return {
    history: actor === undefined ? undefined : historyOfActor(actor, at, contents, nobody),
    wroteTo: contacts.map(({ who }) => who as ActorId),
    ties,
    views: shared.map(([key]) => key),
    compared,
  };
}

const nobody: ReadonlySet<string> = new Set();

/** Its host's counts stay: they name nobody. */
export function forgetActor(contents: Contents, id: ActorId): void {
  const { actors, domains, regards, journal } = contents;
  const actor = actors.get(id);
  const domain = actor && domains.get(actor.domain);
  if (actor !== undefined && domain !== undefined && isWelcomed(actor)) domain.welcomed--;
  actors.delete(id);
  for (const [, other] of entriesOf(actors)) {
    other.contacts?.drop(({ who }) => who === id);
    other.friends?.delete(id);
    other.critics?.delete(id);
  }
  for (const [, host] of entriesOf(domains)) host.condemned.delete(id);
  for (const [pair] of [...entriesOf(regards)]) {
    if (personsOf(pair).includes(id)) regards.delete(pair);
  }
  for (const contact of [...journal.contacts()]) {
    if (contact.sender === id) journal.forget(contact);
  }
  forgetViews(contents, id);
  contents.outspoken.delete(id);
  contents.reporters.delete(id);
  contents.vouches.forget(id);
  contents.campaigns.forgetActor(id);
}

function forgetViews({ views: { byKey } }: Contents, id: ActorId): void {
  for (const [key, view] of [...entriesOf(byKey)]) {
    if (!isIn(view, id)) continue;
    if (view.kind === "uses") dropFrom(view, id);
    else if (view.actor === id) byKey.delete(key);
    else byKey.set(key, { ...view, recipients: view.recipients.filter((one) => one !== id) });
  }
}

function isIn(view: Use | Uses, id: ActorId): boolean {
  if (view.kind === "use") return view.actor === id || view.recipients.includes(id);
  const { strangers, regulars, contacts } = view;
  return [strangers, regulars, contacts].some(({ all }) =>
    all.some(({ who, tag }) => who === id || tag === id),
  );
}

function dropFrom({ strangers, regulars, contacts }: Uses, id: ActorId): void {
  for (const sightings of [strangers, regulars, contacts]) {
    sightings.drop(({ who, tag }) => who === id || tag === id);
  }
}

function* entriesOf<V>({ segments }: SegmentedMap<V>): Generator<[string, V]> {
  for (const segment of segments) yield* segment.entries();
}

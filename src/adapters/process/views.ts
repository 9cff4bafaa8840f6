// Who used which view of a post: where a wave becomes visible across accounts and hosts.

import type { EpochMs } from "../../base/units.ts";
import type { ActorId, ViewKey } from "../../model/ids.ts";
import { noWindows, type Repeats, type Windows } from "../../model/observation.ts";
import { SegmentedMap } from "./bounded-map.ts";
import {
  contactsPerView,
  type MemoryBounds,
  risesPerContactMax,
  sendersPerViewMax,
  strangersOfSpread,
} from "./memory-bounds.ts";
import { all, distinct, type Mark, type Sighting, Sightings } from "./sightings.ts";
import { windowsOf } from "./windows.ts";

/** One contact with somebody who did not ask for it. Shared by all the views of its post. */
export interface Use {
  readonly kind: "use";
  readonly actor: ActorId;
  readonly domain: string;
  /** It had standing when it sent this. */
  readonly regular: boolean;
  readonly recipients: readonly ActorId[];
  readonly mark: Mark;
}

export interface Uses {
  readonly kind: "uses";
  /** (actor, domain). */
  readonly strangers: Sightings;
  readonly regulars: Sightings;
  /** (recipient, actor). */
  readonly contacts: Sightings;
}

/** Most views are used once and never again: they hold no more than a reference. */
export class Views {
  readonly byKey: SegmentedMap<Use | Uses>;

  constructor({ lone, shared, spread }: MemoryBounds["views"]) {
    this.byKey = new SegmentedMap([lone, shared, spread]);
  }

  /**
   * What several share is what waves are made of: a flood of one-offs must not displace it, nor
   * may two senders who share whatever fits into their posts.
   */
  note(keys: readonly ViewKey[], use: Use): void {
    let risesLeft = risesPerContactMax;
    for (const key of keys) {
      const known = this.byKey.get(key);
      const now = known === undefined ? use : bothOf(known, use);
      if (this.byKey.set(key, now, risesLeft > 0 ? rankOf(now) : 0)) risesLeft--;
    }
  }

  /** What others than `asker` did with it; undefined if nobody else used it. */
  repeats(key: ViewKey, asker: ActorId, at: EpochMs): Repeats | undefined {
    const known = this.byKey.get(key);
    if (known === undefined) return undefined;
    const view = key.slice(0, Math.max(0, key.indexOf(":")));
    return known.kind === "use"
      ? repeatsOfOne(view, known, asker, at)
      : repeatsOf(view, known, asker, at);
  }
}

function bothOf(known: Use | Uses, use: Use): Uses {
  const uses = known.kind === "uses" ? known : usesOf(known);
  noteUse(uses, use);
  return uses;
}

function rankOf(view: Use | Uses): number {
  const strangers = view.kind === "use" ? 1 : view.strangers.all.length;
  if (strangers >= strangersOfSpread) return 2;
  return strangers > 1 ? 1 : 0;
}

function usesOf(use: Use): Uses {
  const uses = usesFrom([], [], []);
  noteUse(uses, use);
  return uses;
}

const senders = { all: sendersPerViewMax, perTag: sendersPerViewMax };

export function usesFrom(
  strangers: readonly Sighting[],
  regulars: readonly Sighting[],
  contacts: readonly Sighting[],
): Uses {
  return {
    kind: "uses",
    strangers: new Sightings(senders, strangers),
    regulars: new Sightings(senders, regulars),
    contacts: new Sightings(contactsPerView, contacts),
  };
}

function noteUse(uses: Uses, use: Use): void {
  const ofKind = use.regular ? uses.regulars : uses.strangers;
  ofKind.note(use.actor, use.domain, use.mark);
  for (const recipient of use.recipients) uses.contacts.note(recipient, use.actor, use.mark);
}

function repeatsOfOne(view: string, use: Use, asker: ActorId, at: EpochMs): Repeats | undefined {
  if (use.actor === asker || use.mark.struck) return undefined;
  const one = windowsOf([use.mark.at], at);
  if (one.thirtyDays === 0) return undefined;
  const [strangers, regulars] = use.regular ? [noWindows, one] : [one, noWindows];
  const recipients = times(one, use.recipients.length);
  return { view, strangers, domains: strangers, recipients, regulars };
}

function repeatsOf(view: string, uses: Uses, asker: ActorId, at: EpochMs): Repeats | undefined {
  const strangers = all(uses.strangers, at, asker);
  const regulars = all(uses.regulars, at, asker);
  if (strangers.thirtyDays === 0 && regulars.thirtyDays === 0) return undefined;
  const domains = distinct(uses.strangers, at, (one) => unless(one.who, asker, one.tag));
  const recipients = distinct(uses.contacts, at, (one) => unless(one.tag, asker, one.who));
  return { view, strangers, domains, recipients, regulars };
}

function unless(actor: string, asker: ActorId, name: string): string | undefined {
  return actor === asker ? undefined : name;
}

function times(one: Windows, factor: number): Windows {
  return {
    tenMinutes: one.tenMinutes * factor,
    sixHours: one.sixHours * factor,
    sevenDays: one.sevenDays * factor,
    thirtyDays: one.thirtyDays * factor,
  };
}

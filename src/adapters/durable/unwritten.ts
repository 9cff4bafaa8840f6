// What changed and is not on disk yet: names only. Its state is read when it is written, so
// that a hundred changes of one thing are one line.

import type { EpochMs } from "../../base/units.ts";
import type { ActorId, ViewKey } from "../../model/ids.ts";
import type { Changes } from "../process/changes.ts";
import type { Contact } from "../process/contact-journal.ts";
import type { Contents } from "../process/contents.ts";
import type { Use } from "../process/views.ts";
import {
  actorLine,
  belongsLine,
  campaignLine,
  contactLine,
  domainLine,
  everywhereLine,
  habitsLines,
  hasEnded,
  memberLine,
  regardLine,
  reporterLine,
  useLine,
  viewLine,
  vouchesLine,
} from "./records.ts";

/** Never larger than the memory itself: each thing is named once. */
export class Unwritten implements Changes {
  readonly #actors = new Set<ActorId>();
  readonly #domains = new Set<string>();
  readonly #regards = new Set<string>();
  readonly #reporters = new Set<ActorId>();
  readonly #vouchers = new Set<ActorId>();
  readonly #views = new Set<ViewKey>();
  readonly #contacts = new Set<Contact>();
  readonly #members = new Set<number>();
  readonly #campaigns = new Set<number>();

  get size(): number {
    return (
      this.#actors.size +
      this.#domains.size +
      this.#regards.size +
      this.#reporters.size +
      this.#vouchers.size +
      this.#views.size +
      this.#contacts.size +
      this.#members.size +
      this.#campaigns.size
    );
  }

  actor(id: ActorId): void {
    this.#actors.add(id);
  }

  domain(name: string): void {
    this.#domains.add(name);
  }

  regard(pair: string): void {
    this.#regards.add(pair);
  }

  reporter(person: ActorId): void {
    this.#reporters.add(person);
  }

  vouches(voucher: ActorId): void {
    this.#vouchers.add(voucher);
  }

  views(keys: readonly ViewKey[]): void {
    for (const key of keys) this.#views.add(key);
  }

  contact(contact: Contact): void {
    this.#contacts.add(contact);
  }

  member(id: number): void {
    this.#members.add(id);
  }

  campaign(name: number): void {
    this.#campaigns.add(name);
  }

  /** Adds all that another one names. */
  addAll(other: Unwritten): void {
    for (const id of other.#actors) this.#actors.add(id);
    for (const name of other.#domains) this.#domains.add(name);
    for (const pair of other.#regards) this.#regards.add(pair);
    for (const person of other.#reporters) this.#reporters.add(person);
    for (const voucher of other.#vouchers) this.#vouchers.add(voucher);
    for (const key of other.#views) this.#views.add(key);
    for (const contact of other.#contacts) this.#contacts.add(contact);
    for (const id of other.#members) this.#members.add(id);
    for (const name of other.#campaigns) this.#campaigns.add(name);
  }

  /** As all of it stands when each line is asked for. What was forgotten meanwhile has none. */
  *lines(contents: Contents, now: EpochMs): Generator<string> {
    const { actors, domains, regards, reporters, views, journal, campaigns } = contents;
    for (const id of this.#actors) {
      const actor = actors.get(id);
      if (actor !== undefined) yield actorLine(actor, actors.rankOf(id), now);
    }
    for (const name of this.#domains) {
      const domain = domains.get(name);
      if (domain === undefined) continue;
      yield domainLine(name, domain, domains.rankOf(name), now);
      yield* habitsLines(name, domain, now);
    }
    if (this.#domains.size > 0) yield everywhereLine(contents.everywhere);
    for (const pair of this.#regards) {
      const regard = regards.get(pair);
      if (regard !== undefined) yield regardLine(pair, regard, regards.rankOf(pair));
    }
    for (const person of this.#reporters) {
      const reporter = reporters.get(person);
      if (reporter !== undefined) yield reporterLine(person, reporter);
    }
    for (const voucher of this.#vouchers) {
      const vouched = contents.vouches.byVoucher.get(voucher);
      if (vouched !== undefined) yield vouchesLine(voucher, vouched, now);
    }
    for (const contact of this.#contacts) {
      const [receipt] = contact.receipts;
      if (receipt === undefined || journal.find(receipt) === contact) yield contactLine(contact);
    }
    yield* viewLines(this.#viewsIn(views.byKey), now);
    for (const id of this.#members) yield* memberLines(campaigns, id);
    for (const name of this.#campaigns) yield* campaignLines(campaigns, name);
  }

  *#viewsIn(byKey: Contents["views"]["byKey"]): Generator<NamedView> {
    for (const key of this.#views) {
      const view = byKey.get(key);
      if (view !== undefined) yield [key, view, byKey.rankOf(key)];
    }
  }
}

/** None where it was forgotten meanwhile. */
export function* memberLines(campaigns: Campaigns, id: number): Generator<string> {
  const line = memberLine(campaigns, id);
  if (line === undefined) return;
  yield line;
  const name = campaigns.registry.of(id);
  if (name !== undefined) yield belongsLine(id, name);
}

export function* campaignLines({ registry }: Campaigns, name: number): Generator<string> {
  const campaign = registry.named(name);
  if (campaign !== undefined) yield campaignLine(campaign);
}

type Campaigns = Contents["campaigns"];
type View = NonNullable<ReturnType<Contents["views"]["byKey"]["get"]>>;
export type NamedView = readonly [key: string, view: View, rank: number];

/** The keys that one post alone has share a line. What counts in no window has none. */
export function* viewLines(views: Iterable<NamedView>, now: EpochMs): Generator<string> {
  let use: Use | undefined;
  let keys: string[] = [];
  for (const [key, view, rank] of views) {
    if (hasEnded(view, now)) continue;
    if (view.kind === "use" && view === use) {
      keys.push(key);
      continue;
    }
    if (use !== undefined) yield useLine(keys, use);
    use = view.kind === "use" ? view : undefined;
    keys = [key];
    if (view.kind === "uses") yield viewLine(key, view, rank, now);
  }
  if (use !== undefined) yield useLine(keys, use);
}

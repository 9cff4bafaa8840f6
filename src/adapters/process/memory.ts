// The memory of one process: Maps, bounded, gone with the process unless somebody listens.

import type { EpochMs } from "../../base/units.ts";
import type { Credited } from "../../engine/campaigns/credit.ts";
import { isOfProfiles } from "../../engine/campaigns/linkage.ts";
import { isWorthKeeping } from "../../engine/campaigns/lookup.ts";
import { isWave } from "../../engine/campaigns/recognised.ts";
import { endOf } from "../../engine/identity/ends-itself.ts";
import { solicits, tieOf } from "../../engine/regard.ts";
import { addresseesOf, creditDay, noGoodDays, writes } from "../../engine/standing.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { CampaignId, CampaignMember } from "../../model/campaign.ts";
import type { Edit } from "../../model/edit.ts";
import type { ActorId, Receipt, ViewKey } from "../../model/ids.ts";
import { type UpstreamAnswer, wasAccepted, wasRefused } from "../../model/kept.ts";
import type { Likeness } from "../../model/likeness.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { Acquaintance, Campaign, HostHistory, Repeats } from "../../model/observation.ts";
import type { Histories, Memory, Remembered } from "../../ports/memory.ts";
import {
  askedAbout,
  countUnasked,
  creditOfActor,
  hear,
  historyOfActor,
  historyOfDomain,
  historyOfNobody,
  isNewsOf,
  isRegular,
  type KnownActor,
  type KnownDomain,
  newActor,
  newDomain,
  noteContact,
  rankOf,
  see,
  takeBackUnasked,
  unknownActor,
  unknownDomain,
  unsee,
  wroteBefore,
} from "./acquaintances.ts";
import { BoundedMap, type SegmentedMap } from "./bounded-map.ts";
import type { Campaigns, Noted } from "./campaigns.ts";
import { type Changes, nobodyListens } from "./changes.ts";
import type { Contact, ContactJournal } from "./contact-journal.ts";
import { type Contents, emptyContents } from "./contents.ts";
import { editIn } from "./edit-in.ts";
import { forgetActor, tellOfActor } from "./forget-actor.ts";
import { clickedBeside, isNews, Neighbours, noteClicks } from "./habits.ts";
import { countMet, isUnmet, revive } from "./host-records.ts";
import {
  keysPerContactMax,
  type MemoryBounds,
  peopleNamedMax,
  shippedBounds,
} from "./memory-bounds.ts";
import { OurPeople } from "./our-people.ts";
import type { Mark } from "./sightings.ts";
import type { Use, Views } from "./views.ts";
import { vouchOf } from "./vouches.ts";

/**
 * Every method does its work before it first yields, so each is atomic without locks. Time comes
 * from arguments alone. memory-bounds.ts says how much is kept and what forgetting costs.
 */
export class ProcessMemory implements Memory {
  readonly #contents: Contents;
  readonly #actors: SegmentedMap<KnownActor>;
  readonly #domains: SegmentedMap<KnownDomain>;
  readonly #views: Views;
  readonly #journal: ContactJournal;
  readonly #campaigns: Campaigns;
  readonly #changes: Changes;
  readonly #people: OurPeople;
  readonly #names = new BoundedMap<ActorId>(peopleNamedMax);
  readonly #neighbours: Neighbours;

  constructor(
    bounds: MemoryBounds = shippedBounds,
    contents: Contents = emptyContents(bounds),
    changes: Changes = nobodyListens,
  ) {
    this.#contents = contents;
    this.#actors = contents.actors;
    this.#domains = contents.domains;
    this.#views = contents.views;
    this.#journal = contents.journal;
    this.#campaigns = contents.campaigns;
    this.#changes = changes;
    this.#people = new OurPeople(contents, changes);
    this.#neighbours = new Neighbours(contents.domains);
  }

  async acquaint(arrival: Arrival, at: EpochMs): Promise<Acquaintance> {
    const { sender, audience } = arrival;
    const refuted = arrival.authenticity.kind === "refuted";
    const actor = sender.proven ? this.#actors.get(sender.actor) : undefined;
    const ties = audience.notified.map(({ actor: recipient }) => {
      const regard = refuted ? undefined : this.#people.regard(recipient, sender.actor);
      const opaque = !this.#contents.outspoken.has(recipient);
      return tieOf(recipient, regard, at, { opaque, writtenTo: wroteBefore(actor, recipient, at) });
    });
    const said = { ties, waveUnderWay: this.#campaigns.waveUnderWay(at) };
    if (!sender.proven) return { actor: unknownActor, host: unknownDomain, ...said };
    const domain = this.#domains.get(sender.domain);
    return {
      actor:
        actor === undefined
          ? historyOfNobody(sender.actor, at, this.#contents)
          : historyOfActor(actor, at, this.#contents, askedAbout(audience)),
      host: this.#hostHistory(arrival, domain, actor, at),
      ...said,
    };
  }

  async witness(arrival: Arrival, keys: readonly ViewKey[]): Promise<readonly Repeats[]> {
    const answer = this.#repeats(arrival, keys, arrival.delivery.at);
    if (arrival.sender.proven) this.#count(arrival, keys.slice(0, keysPerContactMax));
    return answer;
  }

  async repeats(
    arrival: Arrival,
    keys: readonly ViewKey[],
    at: EpochMs,
  ): Promise<readonly Repeats[]> {
    return this.#repeats(arrival, keys, at);
  }

  async gather(arrival: Arrival, likeness: Likeness): Promise<Campaign> {
    const { sender, delivery } = arrival;
    const { at } = delivery;
    const linked = this.#campaigns.linkedTo(likeness, at);
    const unasked = this.#unasked(arrival);
    const campaign = {
      ...this.#campaigns.othersOf(linked, sender.actor, at, this.#creditOf),
      edit: this.#editIn(arrival, likeness, unasked),
    };
    if (!sender.proven || unasked.length === 0) return campaign;
    if (isOfProfiles(likeness)) {
      const before = this.#campaigns.countOf(sender.actor);
      if (!isWorthKeeping(likeness, before)) return campaign;
    }
    if (writes(arrival) && isWave(campaign)) this.#campaigns.seesWave(at);
    const actor = this.#actors.get(sender.actor) ?? newActor(sender.actor, sender.domain);
    const contact = this.#journal.contactOf(arrival, actor, true);
    const use = this.#useOf(actor, contact.mark, unasked);
    this.#changes.contact(contact);
    this.#tell(this.#campaigns.note(likeness, use, delivery.receipt, linked), false);
    return campaign;
  }

  async campaign(arrival: Arrival, likeness: Likeness, at: EpochMs): Promise<Campaign> {
    const found = this.#campaigns.find(likeness, arrival.sender.actor, at, this.#creditOf);
    const edit = this.#editIn(arrival, likeness, this.#unasked(arrival));
    return { ...found, edit };
  }

  alikeTo: Memory["alikeTo"] = async (...asked) => this.#campaigns.alikeTo(...asked);

  async record(arrival: Arrival): Promise<void> {
    if (!arrival.sender.proven) return;
    this.#count(arrival, []);
    if (endOf(arrival) !== undefined) this.#people.ended(arrival.sender.actor, arrival.delivery.at);
  }

  async answered(receipt: Receipt, answer: UpstreamAnswer, at: EpochMs): Promise<void> {
    if (wasRefused(answer)) this.#takeBack(receipt);
    if (wasAccepted(answer)) this.#credit(receipt, at);
  }

  async notice(act: LocalAct): Promise<void> {
    this.#people.notice(act);
  }

  async ruled(id: ActorId, ruling: "spam" | "ham", at: EpochMs): Promise<void> {
    this.#people.ruled(id, ruling, at);
  }

  async ended(id: ActorId, at: EpochMs): Promise<void> {
    this.#people.ended(id, at);
  }

  async ruledOn(
    receipt: Receipt,
    ruling: "spam" | "ham",
    at: EpochMs,
  ): Promise<CampaignId | undefined> {
    const id = this.#journal.find(receipt)?.mark.id;
    if (id === undefined) return undefined;
    this.#tell(this.#campaigns.rule(id, { ruling, at }), true);
    return this.#campaigns.campaignOf(id);
  }

  async ruledOnAll(campaign: CampaignId, ruling: "spam" | "ham", at: EpochMs): Promise<void> {
    this.#tell(this.#campaigns.ruleAll(campaign, { ruling, at }), true);
  }

  async setApart(receipts: readonly Receipt[]): Promise<CampaignId | undefined> {
    const ids = receipts.flatMap((one) => this.#journal.find(one)?.mark.id ?? []);
    const { campaign, ...noted } = this.#campaigns.setApart(ids);
    this.#tell(noted, true);
    return campaign;
  }

  async members(campaign: CampaignId, at: EpochMs): Promise<readonly CampaignMember[]> {
    return this.#campaigns.membersOf(campaign, at, this.#creditOf);
  }

  async campaignNamed(campaign: CampaignId): Promise<CampaignId> {
    return this.#campaigns.current(campaign) ?? campaign;
  }

  async hint(recipient: ActorId, actor: ActorId): Promise<void> {
    this.#people.hint(recipient, actor);
  }

  async histories(actor: ActorId | undefined, domain: string, at: EpochMs): Promise<Histories> {
    const [known, host] = [actor && this.#actors.get(actor), this.#domains.get(domain)];
    return {
      actor: known && historyOfActor(known, at, this.#contents, new Set()),
      host: host && this.#hostHistory(undefined, host, undefined, at),
    };
  }

  async about(actor: ActorId, at: EpochMs): Promise<Remembered | undefined> {
    return tellOfActor(this.#contents, actor, at);
  }

  /** Nothing is told to who listens: only a journal that is written anew loses a name. */
  async forget(actor: ActorId): Promise<void> {
    forgetActor(this.#contents, actor);
  }

  /** `ruled`: by a ruling, which must survive any crash. */
  #tell({ members, campaigns }: Noted, ruled: boolean): void {
    for (const member of members) this.#changes.member(member);
    for (const name of campaigns) this.#changes.campaign(name, ruled);
  }

  #editIn(arrival: Arrival, likeness: Likeness, unasked: readonly ActorId[]): Edit | undefined {
    if (arrival.activity.kind !== "update") return undefined;
    const first = this.#campaigns.firstVersion(likeness, arrival.sender.actor);
    return editIn(arrival, likeness, unasked, first);
  }

  #repeats({ sender }: Arrival, keys: readonly ViewKey[], at: EpochMs): readonly Repeats[] {
    const answer: Repeats[] = [];
    for (const key of keys.slice(0, keysPerContactMax)) {
      const repeats = this.#views.repeats(key, sender.actor, at);
      if (repeats !== undefined) answer.push(repeats);
    }
    return answer;
  }

  /** Counts of this arrival what no earlier delivery of the same post has counted. */
  #count(arrival: Arrival, keys: readonly ViewKey[]): void {
    const { sender, delivery } = arrival;
    const isCounted = this.#journal.find(delivery.receipt) !== undefined;
    if (keys.length === 0 && isCounted) return;
    const unasked = this.#unasked(arrival);
    const actor = this.#actors.get(sender.actor) ?? newActor(sender.actor, sender.domain);
    const vouch = vouchOf(arrival, actor);
    const contact = this.#journal.contactOf(arrival, actor, unasked.length > 0, vouch);
    const domain = this.#people.domainNamed(sender.domain);
    const sight = see(actor, contact.mark);
    const isNew = sight !== "known";
    const domainIsNew = see(domain, contact.mark) !== "known";
    if (sight === "first") domain.actors++;
    const revived = arrival.activity.kind !== "delete" && revive(actor, delivery.at);
    // A retried delivery is no second contact.
    if (unasked.length > 0 && !isCounted && contact.receipts.length === 1)
      for (const one of [actor, domain]) countUnasked(one, delivery.at);
    const rose = this.#actors.set(actor.id, actor, rankOf(actor, delivery.at));
    const domainRose = this.#domains.set(actor.domain, domain, rankOf(domain, delivery.at));
    const { written, first } = this.#noteWriting(arrival, unasked, keys, contact, actor, domain);
    const mayEarn = contact.wrote || (contact.streamed && isNewsOf(actor, delivery.at));
    if (isNew || mayEarn || unasked.length > 0 || vouch !== undefined)
      this.#changes.contact(contact);
    const unaskedFor = unasked.length > 0;
    if (isNew || rose || written || unaskedFor || revived) this.#changes.actor(actor.id, isNew);
    if (isNew || domainIsNew || domainRose || first || unaskedFor)
      this.#changes.domain(actor.domain, domainIsNew);
  }

  #hostHistory(
    arrival: Arrival | undefined,
    domain: KnownDomain = neverSeen,
    asker: KnownActor | undefined,
    at: EpochMs,
  ): HostHistory {
    const prior = this.#neighbours.prior(at);
    const known = historyOfDomain(domain, at, asker, prior, this.#contents.everywhere);
    return arrival ? { ...known, clicked: clickedBeside(domain, arrival, at) } : known;
  }

  /** Whom it wrote to unasked, and by which views; `first`: it never wrote to anybody before. */
  #noteWriting(
    arrival: Arrival,
    unasked: readonly ActorId[],
    keys: readonly ViewKey[],
    { mark, wrote }: Contact,
    actor: KnownActor,
    domain: KnownDomain,
  ): { readonly written: boolean; readonly first: boolean } {
    if (unasked.length === 0) return { written: false, first: false };
    if (keys.length > 0) {
      this.#views.note(keys, this.#useOf(actor, mark, unasked));
      this.#changes.views(keys);
    }
    if (!wrote) {
      noteClicks(domain, actor, mark, arrival, unasked);
      return { written: false, first: false };
    }
    let first = false;
    const news = isNews(domain, arrival);
    const unmet = isUnmet(actor);
    for (const recipient of addresseesOf(arrival, unasked)) {
      if (noteContact(actor, domain, recipient, mark, news)) first = true;
    }
    if (first && unmet) countMet(domain, this.#contents.everywhere, 1, mark.at);
    return { written: true, first };
  }

  #unasked({ sender, audience, delivery }: Arrival): readonly ActorId[] {
    if (audience.notified.length === 0) return nobody;
    const unasked: ActorId[] = [];
    for (const { actor } of audience.notified) {
      const regard = this.#people.regard(actor, sender.actor);
      if (regard === undefined || !solicits(regard, delivery.at)) unasked.push(this.#ours(actor));
    }
    // A list that grew has room for sixteen, and this one may be kept for thirty days.
    return unasked.slice();
  }

  /** One string for each of our people, however many wrote to them. */
  #ours(person: ActorId): ActorId {
    const known = this.#names.get(person);
    if (known === undefined) this.#names.set(person, person);
    return known ?? person;
  }

  #useOf(actor: KnownActor, mark: Mark, recipients: readonly ActorId[]): Use {
    const { id, domain } = actor;
    const regular = isRegular(actor, mark.at, this.#contents);
    return { kind: "use", actor: id, domain, regular, recipients, mark };
  }

  readonly #creditOf = (id: ActorId, at: EpochMs): Credited =>
    creditOfActor(id, this.#actors.get(id), at, this.#contents);

  #takeBack(receipt: Receipt): void {
    const contact = this.#journal.find(receipt);
    if (contact === undefined) return;
    this.#journal.refuse(receipt);
    const actor = this.#actors.get(contact.sender);
    const domain = this.#domains.get(contact.domain);
    if (contact.mark.struck) this.#campaigns.strike(contact.mark.id);
    if (contact.mark.struck && actor && domain) {
      const wasMet = actor.firstContact === contact.mark && actor.friends === undefined;
      if (wasMet) countMet(domain, this.#contents.everywhere, -1, contact.mark.at);
      unsee(actor, domain, contact.mark);
      if (contact.named) for (const one of [actor, domain]) takeBackUnasked(one, contact.mark.at);
      this.#changes.actor(contact.sender, false);
      this.#changes.domain(contact.domain, false);
    }
    this.#changes.contact(contact);
  }

  #credit(receipt: Receipt, at: EpochMs): void {
    const contact = this.#journal.find(receipt);
    if (contact === undefined) return;
    const actor = this.#actors.get(contact.sender);
    const domain = this.#domains.get(contact.domain);
    if (actor === undefined || domain === undefined) return;
    if (hear(actor, at)) this.#changes.actor(actor.id, false);
    if (hear(domain, at)) this.#changes.domain(actor.domain, false);
    if (contact.vouchesFor !== undefined) {
      this.#contents.vouches.taken(actor.id, contact.vouchesFor, at);
      this.#changes.vouches(actor.id);
    }
    if (contact.streamed) {
      actor.stream ??= noGoodDays();
      if (creditDay(actor.stream, at)) this.#changes.actor(actor.id, false);
    }
    if (!contact.wrote) return;
    const credited = creditDay(actor.good, at);
    const domainCredited = creditDay(domain.good, at);
    this.#actors.set(actor.id, actor, rankOf(actor, at));
    this.#domains.set(actor.domain, domain, rankOf(domain, at));
    if (credited) this.#changes.actor(actor.id, true);
    if (domainCredited) this.#changes.domain(actor.domain, true);
  }
}

const nobody: readonly ActorId[] = [];

const neverSeen = newDomain();

// The memory of one process: Maps, bounded, gone with the process.

import type { EpochMs } from "../../base/units.ts";
import {
  complainsUntil,
  hinted,
  indifferent,
  type Regard,
  regardAfter,
  solicits,
  tieOf,
  welcomesUntil,
} from "../../engine/regard.ts";
import { creditDay, writtenTo } from "../../engine/standing.ts";
import { domainOf } from "../../engine/text/domain.ts";
import type { Arrival, Audience } from "../../model/arrival.ts";
import { type ActorId, type Host, hostOf, type Receipt, type ViewKey } from "../../model/ids.ts";
import { type UpstreamAnswer, wasAccepted, wasRefused } from "../../model/kept.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { Acquaintance, Repeats } from "../../model/observation.ts";
import type { Memory } from "../../ports/memory.ts";
import {
  condemn,
  counting,
  historyOfActor,
  historyOfDomain,
  isRegular,
  isWelcomed,
  type KnownActor,
  type KnownDomain,
  newActor,
  newDomain,
  noteContact,
  pardon,
  rank,
  rankOf,
  see,
  unknownActor,
  unknownDomain,
  unsee,
} from "./acquaintances.ts";
import { SegmentedMap } from "./bounded-map.ts";
import { ContactJournal } from "./contact-journal.ts";
import { keysPerContactMax, type MemoryBounds, shippedBounds } from "./memory-bounds.ts";
import type { Mark } from "./sightings.ts";
import { type Use, Views } from "./views.ts";

/**
 * Every method does its work before it first yields, so each is atomic without locks. Time comes
 * from arguments alone. memory-bounds.ts says how much is kept and what forgetting costs.
 */
export class ProcessMemory implements Memory {
  readonly #actors: SegmentedMap<KnownActor>;
  readonly #domains: SegmentedMap<KnownDomain>;
  readonly #regards: SegmentedMap<Regard>;
  readonly #views: Views;
  readonly #journal: ContactJournal;

  constructor(bounds: MemoryBounds = shippedBounds) {
    const { actors, domains, regards } = bounds;
    this.#actors = new SegmentedMap(segmentsOf(actors));
    this.#domains = new SegmentedMap(segmentsOf(domains));
    this.#regards = new SegmentedMap([regards.hinted, regards.acted]);
    this.#views = new Views(bounds.views);
    this.#journal = new ContactJournal(bounds.receipts);
  }

  async acquaint(arrival: Arrival, at: EpochMs): Promise<Acquaintance> {
    const { sender, audience } = arrival;
    const refuted = arrival.authenticity.kind === "refuted";
    const ties = audience.notified.map(({ actor: recipient }) =>
      tieOf(recipient, refuted ? undefined : this.#regard(recipient, sender.actor), at),
    );
    if (!sender.proven) return { actor: unknownActor, host: unknownDomain, ties };
    const actor = this.#actors.get(sender.actor);
    const domain = this.#domains.get(sender.domain);
    return {
      actor: actor === undefined ? unknownActor : historyOfActor(actor, at, askedFor(audience)),
      host: domain === undefined ? unknownDomain : historyOfDomain(domain, at, actor),
      ties,
    };
  }

  async witness(arrival: Arrival, keys: readonly ViewKey[]): Promise<readonly Repeats[]> {
    const answer = this.#repeats(arrival, keys, arrival.delivery.at);
    if (arrival.sender.proven) this.#count(arrival, keys.slice(0, keysPerContactMax));
    return answer;
  }

  async recall(
    arrival: Arrival,
    keys: readonly ViewKey[],
    at: EpochMs,
  ): Promise<readonly Repeats[]> {
    return this.#repeats(arrival, keys, at);
  }

  async record(arrival: Arrival): Promise<void> {
    if (arrival.sender.proven) this.#count(arrival, []);
  }

  async answered(receipt: Receipt, answer: UpstreamAnswer, at: EpochMs): Promise<void> {
    if (wasRefused(answer)) this.#takeBack(receipt);
    if (wasAccepted(answer)) this.#credit(receipt, at);
  }

  async notice(act: LocalAct): Promise<void> {
    const pair = pairOf(act.by, act.actor);
    const regard = regardAfter(this.#regards.get(pair) ?? indifferent, act);
    // Above what mail suggests: no number of forged hints displaces what somebody here did.
    this.#regards.set(pair, regard, acted);
    const actor = this.#actorNamed(act.actor);
    const domain = this.#domainNamed(actor.domain);
    const welcomedBefore = isWelcomed(actor);
    actor.friends = counting(actor.friends, act.by, welcomesUntil(regard));
    actor.critics = counting(actor.critics, act.by, complainsUntil(regard));
    domain.welcomed += Number(isWelcomed(actor)) - Number(welcomedBefore);
    this.#keep(actor, domain);
  }

  async ruled(id: ActorId, ruling: "spam" | "ham", at: EpochMs): Promise<void> {
    const actor = this.#actorNamed(id);
    const domain = this.#domainNamed(actor.domain);
    if (ruling === "spam") condemn(actor, domain, at);
    else pardon(actor, domain);
    this.#keep(actor, domain);
  }

  async hint(recipient: ActorId, actor: ActorId): Promise<void> {
    const regard = this.#regard(recipient, actor) ?? indifferent;
    this.#regards.set(pairOf(recipient, actor), hinted(regard));
  }

  #regard(recipient: ActorId, actor: ActorId): Regard | undefined {
    return this.#regards.get(pairOf(recipient, actor));
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
    if (keys.length === 0 && this.#journal.find(delivery.receipt) !== undefined) return;
    const unasked = this.#unasked(arrival);
    const contact = this.#journal.contactOf(arrival, unasked.length > 0);
    const actor = this.#actors.get(sender.actor) ?? newActor(sender.actor, sender.domain);
    const domain = this.#domainNamed(sender.domain);
    if (see(actor, contact.mark)) domain.actors++;
    see(domain, contact.mark);
    this.#actors.set(sender.actor, actor, rankOf(actor, delivery.at));
    this.#domains.set(sender.domain, domain, rankOf(domain, delivery.at));
    if (unasked.length === 0) return;
    if (keys.length > 0) this.#views.note(keys, useOf(actor, contact.mark, unasked));
    if (!contact.wrote) return;
    const written = unasked.slice(0, writtenTo(unasked.length, answersAPost(arrival)));
    for (const recipient of written) noteContact(actor, domain, recipient, contact.mark);
  }

  #unasked({ sender, audience, delivery }: Arrival): readonly ActorId[] {
    if (audience.notified.length === 0) return nobody;
    const unasked: ActorId[] = [];
    for (const { actor } of audience.notified) {
      const regard = this.#regard(actor, sender.actor);
      if (regard === undefined || !solicits(regard, delivery.at)) unasked.push(actor);
    }
    return unasked;
  }

  #takeBack(receipt: Receipt): void {
    const contact = this.#journal.find(receipt);
    if (contact === undefined) return;
    this.#journal.refuse(receipt);
    const actor = this.#actors.get(contact.sender);
    const domain = this.#domains.get(contact.domain);
    if (contact.mark.struck && actor && domain) unsee(actor, domain, contact.mark);
  }

  #credit(receipt: Receipt, at: EpochMs): void {
    const contact = this.#journal.find(receipt);
    if (contact === undefined || !contact.wrote) return;
    const actor = this.#actors.get(contact.sender);
    const domain = this.#domains.get(contact.domain);
    if (actor === undefined || domain === undefined) return;
    creditDay(actor.good, at);
    creditDay(domain.good, at);
    this.#actors.set(actor.id, actor, rankOf(actor, at));
    this.#domains.set(actor.domain, domain, rankOf(domain, at));
  }

  #keep(actor: KnownActor, domain: KnownDomain): void {
    this.#actors.set(actor.id, actor, rank.known);
    this.#domains.set(actor.domain, domain, rank.known);
  }

  #actorNamed(id: ActorId): KnownActor {
    return this.#actors.get(id) ?? newActor(id, domainOf(hostOf(id) ?? ("" as Host)));
  }

  #domainNamed(name: string): KnownDomain {
    return this.#domains.get(name) ?? newDomain();
  }
}

/** In the order of `rank`. */
function segmentsOf({ passing, heard, familiar, known }: MemoryBounds["actors"]): number[] {
  return [passing, heard, familiar, known];
}

/** The rank of a regard that rests on an act. */
const acted = 1;

const nobody: readonly ActorId[] = [];

function useOf(actor: KnownActor, mark: Mark, recipients: readonly ActorId[]): Use {
  const { id, domain } = actor;
  const regular = isRegular(actor, mark.at);
  return { kind: "use", actor: id, domain, regular, recipients, mark };
}

function answersAPost({ activity }: Arrival): boolean {
  const [object] = activity.objects;
  return object?.kind === "post" && object.post.inReplyTo.length > 0;
}

function askedFor({ notified }: Audience): ReadonlySet<string> {
  return new Set(notified.map((one) => one.actor));
}

/** Actor ids are URLs without spaces, so the pair can't be spelled in two ways. */
function pairOf(person: ActorId, actor: ActorId): string {
  return `${person} ${actor}`;
}

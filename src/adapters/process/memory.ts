// The memory of one process: Maps, bounded, gone with the process.

import type { EpochMs } from "../../base/units.ts";
import { domainOf } from "../../engine/text/domain.ts";
import type { Arrival, Audience } from "../../model/arrival.ts";
import { type ActorId, type Host, hostOf, type Receipt, type ViewKey } from "../../model/ids.ts";
import { type UpstreamAnswer, wasAccepted, wasRefused } from "../../model/kept.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { Acquaintance, Repeats, Tie } from "../../model/observation.ts";
import type { Memory } from "../../ports/memory.ts";
import {
  condemn,
  counting,
  hasStanding,
  historyOfActor,
  historyOfDomain,
  isWelcomed,
  type KnownActor,
  type KnownDomain,
  newActor,
  newDomain,
  noteContact,
  pardon,
  see,
  unknownActor,
  unknownDomain,
  unsee,
} from "./acquaintances.ts";
import { BoundedMap, SegmentedMap } from "./bounded-map.ts";
import { ContactJournal } from "./contact-journal.ts";
import { creditDay } from "./good-days.ts";
import {
  countedPerReplyMax,
  keysPerContactMax,
  type MemoryBounds,
  shippedBounds,
} from "./memory-bounds.ts";
import {
  complainsUntil,
  hintsAt,
  indifferent,
  type Regard,
  regardAfter,
  solicits,
  welcomesUntil,
} from "./regard.ts";
import type { Mark } from "./sightings.ts";
import { type Use, Views } from "./views.ts";

/**
 * Every method does its work before it first yields, so each is atomic without locks. Time comes
 * from arguments alone. memory-bounds.ts says how much is kept and what forgetting costs.
 */
export class ProcessMemory implements Memory {
  readonly #actors: SegmentedMap<KnownActor>;
  readonly #domains: SegmentedMap<KnownDomain>;
  readonly #regards: BoundedMap<Regard>;
  readonly #views: Views;
  readonly #journal: ContactJournal;

  constructor(bounds: MemoryBounds = shippedBounds) {
    this.#actors = new SegmentedMap({ passing: bounds.passingActors, kept: bounds.knownActors });
    this.#domains = new SegmentedMap({ passing: bounds.passingDomains, kept: bounds.knownDomains });
    this.#regards = new BoundedMap(bounds.regards);
    this.#views = new Views({ passing: bounds.loneViews, kept: bounds.sharedViews });
    this.#journal = new ContactJournal(bounds.receipts);
  }

  async acquaint(arrival: Arrival, at: EpochMs): Promise<Acquaintance> {
    const { sender, audience } = arrival;
    const ties =
      arrival.authenticity.kind === "refuted"
        ? noTies(audience)
        : audience.notified.map((one) => this.#tie(one.actor, sender.actor, at));
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

  /** What the verdict was teaches nothing here: a machine that learns from itself runs away. */
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
    this.#regards.set(pair, regard);
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
    const pair = pairOf(recipient, actor);
    this.#regards.set(pair, { ...(this.#regards.get(pair) ?? indifferent), hinted: true });
  }

  #tie(recipient: ActorId, actor: ActorId, at: EpochMs): Tie {
    const regard = this.#regards.get(pairOf(recipient, actor));
    if (regard === undefined) return { recipient, solicited: false, hint: false };
    return { recipient, solicited: solicits(regard, at), hint: hintsAt(regard) };
  }

  #repeats({ sender }: Arrival, keys: readonly ViewKey[], at: EpochMs): readonly Repeats[] {
    const answer: Repeats[] = [];
    for (const key of keys.slice(0, keysPerContactMax)) {
      const repeats = this.#views.repeats(key, sender.actor, at);
      if (repeats !== undefined) answer.push(repeats);
    }
    return answer;
  }

  /** Counts of this arrival what no earlier delivery of the same activity has counted. */
  #count(arrival: Arrival, keys: readonly ViewKey[]): void {
    const { sender, audience, delivery } = arrival;
    const contact = this.#journal.contactOf(arrival);
    if (keys.length === 0 && contact.counted === delivery.receipt) return;
    contact.counted = delivery.receipt;
    const actor = this.#actors.get(sender.actor) ?? newActor(sender.actor, sender.domain);
    const domain = this.#domainNamed(sender.domain);
    if (see(actor, contact.mark)) domain.actors++;
    see(domain, contact.mark);
    this.#actors.set(sender.actor, actor);
    this.#domains.set(sender.domain, domain);
    if (audience.notified.length === 0) return;
    const unasked = this.#unasked(arrival);
    if (unasked.length === 0) return;
    if (keys.length > 0) this.#countViews(keys, actor, contact.mark, unasked);
    if (!contact.wrote) return;
    // A reply that keeps a thread's handles writes to the first of them.
    const written = answersAPost(arrival) ? unasked.slice(0, countedPerReplyMax) : unasked;
    for (const recipient of written) noteContact(actor, domain, recipient, contact.mark);
  }

  #countViews(
    keys: readonly ViewKey[],
    actor: KnownActor,
    mark: Mark,
    recipients: readonly ActorId[],
  ): void {
    const regular = hasStanding(actor, mark.at);
    const use: Use = {
      kind: "use",
      actor: actor.id,
      domain: actor.domain,
      regular,
      recipients,
      mark,
    };
    for (const key of keys) this.#views.note(key, use);
  }

  #unasked({ sender, audience, delivery }: Arrival): ActorId[] {
    const unasked: ActorId[] = [];
    for (const { actor } of audience.notified) {
      if (!this.#tie(actor, sender.actor, delivery.at).solicited) unasked.push(actor);
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
    this.#keep(actor, domain);
  }

  #keep(actor: KnownActor, domain: KnownDomain): void {
    this.#actors.keep(actor.id, actor);
    this.#domains.keep(actor.domain, domain);
  }

  #actorNamed(id: ActorId): KnownActor {
    return this.#actors.get(id) ?? newActor(id, domainOf(hostOf(id) ?? ("" as Host)));
  }

  #domainNamed(name: string): KnownDomain {
    return this.#domains.get(name) ?? newDomain();
  }
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

function noTies({ notified }: Audience): readonly Tie[] {
  return notified.map(({ actor }) => ({ recipient: actor, solicited: false, hint: false }));
}

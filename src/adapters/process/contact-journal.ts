// What was counted of recent arrivals, so that a repeat counts nothing and a refusal undoes it.

import { hash } from "node:crypto";
import { streams, writes } from "../../engine/standing.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { BoundedMap } from "./bounded-map.ts";
import { deliveriesPerContactMax } from "./memory-bounds.ts";
import type { Mark } from "./sightings.ts";

/**
 * One post of one sender at one inbox, however often its delivery is retried. Its deliveries
 * share one mark, and what is noted twice under one mark counts once.
 */
export interface Contact {
  readonly id: string;
  /** Known by what was said to whom, so that a retry is recognised; else only by its receipt. */
  readonly named: boolean;
  readonly sender: ActorId;
  readonly domain: string;
  readonly mark: Mark;
  /** It said something to somebody here: accepted, it makes a good day. */
  readonly wrote: boolean;
  /** It came for nobody in particular, as where somebody here follows its sender. */
  readonly streamed: boolean;
  /** Whose post it boosts or answers, where somebody here follows its sender. */
  readonly vouchesFor: ActorId | undefined;
  /** Deliveries of it that the home server has not refused; most have one. */
  readonly receipts: Receipt[];
}

/** As memory itself names it: one string for all its contacts. */
export interface Sender {
  readonly id: ActorId;
  readonly domain: string;
}

/** Turns what a contact is known by into a name that tells nothing of it. */
export type Disguise = (text: string) => string;

export class ContactJournal {
  readonly #contacts: BoundedMap<Contact>;
  readonly #receipts: BoundedMap<Contact>;
  readonly #disguise: Disguise;
  #marks = 0;

  constructor(max: number, disguise: Disguise) {
    this.#contacts = new BoundedMap(max);
    this.#receipts = new BoundedMap(max);
    this.#disguise = disguise;
  }

  get size(): number {
    return this.#receipts.size;
  }

  /** Each that an answer can still come to once, the one touched longest ago first. */
  *contacts(): Generator<Contact> {
    for (const [receipt, contact] of this.#receipts.entries()) {
      if (contact.receipts.at(-1) === receipt) yield contact;
    }
  }

  /** Takes in a contact as it was before a restart. */
  restore(contact: Contact): void {
    this.#marks = Math.max(this.#marks, contact.mark.id);
    if (contact.named) this.#contacts.set(contact.id, contact);
    for (const receipt of contact.receipts) this.#receipts.set(receipt, contact);
  }

  /** No mark made from now on has an id up to this. */
  reserve(markId: number): void {
    this.#marks = Math.max(this.#marks, markId);
  }

  /** It can be neither repeated, nor taken back, nor earn anything. */
  forget(contact: Contact): void {
    for (const receipt of contact.receipts) this.#receipts.delete(receipt);
    if (this.#contacts.get(contact.id) === contact) this.#contacts.delete(contact.id);
  }

  /**
   * The contact that this arrival is a delivery of, begun if it is the first. Only to write to
   * people who did not ask for it counts as often as it is done, so only then it matters whether
   * the same was done before; whatever else comes is a contact of its own.
   */
  contactOf(arrival: Arrival, sender: Sender, unasked: boolean, vouch?: ActorId): Contact {
    const { receipt } = arrival.delivery;
    const contact =
      this.#receipts.get(receipt) ??
      (unasked
        ? this.#contactNamed(this.#disguise(contactId(arrival)), arrival, sender, vouch)
        : this.#begin(receipt, arrival, sender, false, vouch));
    const { length } = contact.receipts;
    if (length < deliveriesPerContactMax && !contact.receipts.includes(receipt)) {
      contact.receipts.push(receipt);
      this.#receipts.set(receipt, contact);
    }
    return contact;
  }

  #contactNamed(id: string, arrival: Arrival, sender: Sender, vouch: ActorId | undefined): Contact {
    const known = this.#contacts.get(id);
    if (known !== undefined) return known;
    const contact = this.#begin(id, arrival, sender, true, vouch);
    this.#contacts.set(id, contact);
    return contact;
  }

  /** Under its first receipt: a list that grows has room for sixteen, and most stay at one. */
  #begin(
    id: string,
    arrival: Arrival,
    { id: sender, domain }: Sender,
    named: boolean,
    vouchesFor: ActorId | undefined,
  ): Contact {
    const { receipt, at } = arrival.delivery;
    const mark = { id: ++this.#marks, at, struck: false };
    const contact = {
      id,
      named,
      sender,
      domain,
      mark,
      wrote: writes(arrival),
      streamed: streams(arrival),
      vouchesFor,
      receipts: [receipt],
    };
    this.#receipts.set(receipt, contact);
    return contact;
  }

  find(receipt: Receipt): Contact | undefined {
    return this.#receipts.get(receipt);
  }

  /**
   * The home server refused this delivery. When no other delivery of the contact stands, its
   * mark is struck out and the contact forgotten: the sender's second knock is a first contact.
   */
  refuse(receipt: Receipt): void {
    const contact = this.#receipts.get(receipt);
    if (contact === undefined) return;
    this.#receipts.delete(receipt);
    contact.receipts.splice(contact.receipts.indexOf(receipt), 1);
    if (contact.receipts.length > 0) return;
    contact.mark.struck = true;
    if (this.#contacts.get(contact.id) === contact) this.#contacts.delete(contact.id);
  }
}

/**
 * The activity's id is no part of it: it is the sender's own word, and it may stand on a new post
 * each time or be left out. The digest resists collisions, because whoever finds one dates
 * today's posts by last week's. A path has no spaces, and nor has an actor's id.
 */
function contactId({ sender, delivery }: Arrival): string {
  return `${sender.actor} ${delivery.path} ${hash("sha256", delivery.body, "base64")}`;
}

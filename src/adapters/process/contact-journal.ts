// What was counted of recent arrivals, so that a repeat counts nothing and a refusal undoes it.

import type { Arrival } from "../../model/arrival.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { BoundedMap } from "./bounded-map.ts";
import { deliveriesPerContactMax } from "./memory-bounds.ts";
import type { Mark } from "./sightings.ts";

/**
 * One activity of one sender, however many deliveries of it came. They share one mark, and what
 * is noted twice under one mark counts once: a retry adds nothing, another inbox its owner,
 * another body under the same id its own keys.
 */
export interface Contact {
  readonly id: string;
  readonly sender: ActorId;
  readonly domain: string;
  readonly mark: Mark;
  /** It said something to somebody here: accepted, it makes a good day. */
  readonly wrote: boolean;
  /** Deliveries of it that the home server has not refused. */
  readonly receipts: Set<Receipt>;
  /** The delivery that was counted last: what comes after it about the same one adds nothing. */
  counted: Receipt | undefined;
}

export class ContactJournal {
  readonly #contacts: BoundedMap<Contact>;
  readonly #receipts: BoundedMap<Contact>;

  constructor(max: number) {
    this.#contacts = new BoundedMap(max);
    this.#receipts = new BoundedMap(max);
  }

  /** The contact that this arrival is a delivery of, begun if it is the first. */
  contactOf(arrival: Arrival): Contact {
    const { receipt } = arrival.delivery;
    const contact = this.#receipts.get(receipt) ?? this.#contactNamed(contactId(arrival), arrival);
    const { size } = contact.receipts;
    if (size < deliveriesPerContactMax && !contact.receipts.has(receipt)) {
      contact.receipts.add(receipt);
      this.#receipts.set(receipt, contact);
    }
    return contact;
  }

  #contactNamed(id: string, arrival: Arrival): Contact {
    const known = this.#contacts.get(id);
    if (known !== undefined) return known;
    const contact = begin(id, arrival);
    this.#contacts.set(id, contact);
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
    contact.receipts.delete(receipt);
    if (contact.receipts.size > 0) return;
    contact.mark.struck = true;
    if (this.#contacts.get(contact.id) === contact) this.#contacts.delete(contact.id);
  }
}

/** The id is the sender's own word, so it is filed under the sender. */
function contactId({ sender, activity, delivery }: Arrival): string {
  return `${sender.actor} ${activity.id ?? delivery.receipt}`;
}

function begin(id: string, arrival: Arrival): Contact {
  const { sender, delivery } = arrival;
  return {
    id,
    sender: sender.actor,
    domain: sender.domain,
    mark: { at: delivery.at, struck: false },
    wrote: writes(arrival),
    receipts: new Set(),
    counted: undefined,
  };
}

/**
 * It carries words of the sender's to somebody here. Follows, likes and boosts don't: people who
 * like much are no spammers, and likes alone must not earn a good day.
 */
export function writes({ activity, audience }: Arrival): boolean {
  if (audience.notified.length === 0) return false;
  const { kind } = activity;
  return kind === "create" || kind === "update" || kind === "quote-request";
}

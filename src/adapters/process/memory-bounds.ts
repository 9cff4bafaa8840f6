// How much the in-process memory may remember, and what that costs.

/**
 * Chosen by us for a server of about 10,000 people; with every bound reached about 600 MB.
 * Beyond a bound the least recently seen is forgotten, with these consequences:
 * a forgotten passer-by is new again (judged a little harder than it deserves); a forgotten
 * regular loses its good days; a forgotten regard loses a tie; a forgotten view's next copy is
 * a first copy; a forgotten receipt can neither be taken back nor earn a good day.
 */
export interface MemoryBounds {
  /** Actors nobody here ever reacted to, and whose mail was never accepted for somebody here. */
  readonly passingActors: number;
  /** Actors with good days, friends, critics or rulings. */
  readonly knownActors: number;
  readonly passingDomains: number;
  readonly knownDomains: number;
  /** View keys that one sender used, and those that several used. */
  readonly loneViews: number;
  readonly sharedViews: number;
  /** Pairs of a local person and a remote actor. */
  readonly regards: number;
  /** Recent arrivals whose counts can still be taken back. */
  readonly receipts: number;
}

export const shippedBounds: MemoryBounds = {
  passingActors: 200_000,
  knownActors: 200_000,
  passingDomains: 50_000,
  knownDomains: 50_000,
  loneViews: 200_000,
  sharedViews: 50_000,
  regards: 500_000,
  receipts: 50_000,
};

/** Distinct senders known of one view; more say this many. */
export const sendersPerViewMax = 40;

/** Distinct (recipient, sender) pairs known of one view, and how many of them by one sender. */
export const contactsPerView = { all: 80, perTag: 8 };

/** Distinct people that one actor wrote to unasked; more say this many. */
export const contactsPerActor = { all: 64, perTag: 64 };

/** Friends and critics known of an actor, condemned actors of a domain; more say this many. */
export const peoplePerActorMax = 64;
export const condemnedPerDomainMax = 256;

/** First contacts of one domain known one by one; see Tally for what happens to older ones. */
export const firstContactsPerDomainMax = 64;

/** View keys counted of one contact; a post that spells out more has said enough with these. */
export const keysPerContactMax = 64;

/** People whom one reply counts as written to: the other handles came with the thread. */
export const countedPerReplyMax = 2;

/** Deliveries of one activity that are known apart; of more, the answers teach nothing. */
export const deliveriesPerContactMax = 64;

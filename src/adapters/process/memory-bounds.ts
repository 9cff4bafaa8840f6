// How much the in-process memory may remember, and what that costs.

/**
 * Chosen by us for a server of about 10,000 people; with every bound reached about 600 MB.
 * Beyond a bound the least recently seen of the same rank is forgotten, with these consequences:
 * a forgotten passer-by is new again (judged a little harder than it deserves); a forgotten
 * regular loses its good days; a forgotten regard loses a tie; a forgotten view's next copy is
 * a first copy; a forgotten receipt can neither be taken back nor earn a good day.
 */
export interface MemoryBounds {
  readonly actors: Ranks;
  readonly domains: Ranks;
  /** View keys that one stranger used, that two used, and that enough for a wave did. */
  readonly views: { readonly lone: number; readonly shared: number; readonly spread: number };
  /** Contacts that belong with no other, and that do; about 600 bytes each (docs/memory.md). */
  readonly campaigns: { readonly lone: number; readonly linked: number };
  /** Pairs of a local person and a remote actor: who only seems to follow, and who acted. */
  readonly regards: { readonly hinted: number; readonly acted: number };
  /** Recent arrivals whose counts can still be taken back. */
  readonly receipts: number;
}

/** From what costs a stranger nothing to what it can't do by itself. */
interface Ranks {
  /** Seen lately, and never heard. */
  readonly passing: number;
  /** Its words were taken on a day or two: one good text each. */
  readonly heard: number;
  /** It was here a week ago already, whatever it said. */
  readonly familiar: number;
  /** It has good days of standing, friends, critics or rulings. */
  readonly known: number;
}

export const shippedBounds: MemoryBounds = {
  actors: { passing: 150_000, heard: 50_000, familiar: 50_000, known: 150_000 },
  domains: { passing: 30_000, heard: 20_000, familiar: 30_000, known: 30_000 },
  views: { lone: 200_000, shared: 30_000, spread: 20_000 },
  campaigns: { lone: 30_000, linked: 20_000 },
  regards: { hinted: 50_000, acted: 500_000 },
  receipts: 50_000,
};

/** The rank of a regard that rests on an act. */
export const acted = 1;

/** Strangers who make a shared view a spread one: two attackers can share very many. */
export const strangersOfSpread = 5;

/** Views that one contact lifts out of the passing ones; its other keys wait for the next copy. */
export const risesPerContactMax = 4;

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

/** Of one domain: newcomers that were welcomed, and people whom its strangers clicked. */
export const answeredPerDomainMax = 64;
export const clicksPerDomain = { all: 64, perTag: 24 };

/** View keys counted of one contact; a post that spells out more has said enough with these. */
export const keysPerContactMax = 64;

/** Deliveries of one activity that are known apart; of more, the answers teach nothing. */
export const deliveriesPerContactMax = 64;

/** Followed actors of whom it is known for whom they vouch. */
export const vouchersMax = 20_000;

/**
 * Local people whose names are shared by all that mentions them, and of whom it is known that they
 * did something; beyond, names cost more room, and a wave must be twice as large to be one.
 */
export const peopleNamedMax = 20_000;

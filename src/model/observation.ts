// Everything we know when we judge, frozen: plain JSON, so that any verdict can
// be explained and judged again under other settings.

import type { Decibans, EpochMs } from "../base/units.ts";
import type { ActorProfile } from "./activity.ts";
import type { ReadArrival } from "./arrival.ts";
import type { CampaignId } from "./campaign.ts";
import type { Edit } from "./edit.ts";
import type { ActorId, Receipt } from "./ids.ts";
import type { ViewName } from "./likeness.ts";
import type { WordsOpinion } from "./words.ts";

/** Unknown is never evidence. `late`: it did not come in time; `absent`: there is none. */
export type Fact<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: "absent" | "late" };

export function known<T>(value: T): Fact<T> {
  return { known: true, value };
}

export const absent = { known: false, why: "absent" } as const;
export const late = { known: false, why: "late" } as const;

/** A count in each of our windows, distinct things only; the windows nest. */
export interface Windows {
  readonly tenMinutes: number;
  readonly sixHours: number;
  readonly sevenDays: number;
  readonly thirtyDays: number;
}

export const noWindows: Windows = { tenMinutes: 0, sixHours: 0, sevenDays: 0, thirtyDays: 0 };

/** Distinct people whom a host's strangers followed, or a post of whom they liked or boosted. */
export interface Clicked {
  /** The most in any ten minutes of the last six hours: what is kept is judged again later. */
  readonly tenMinutes: number;
  readonly sixHours: number;
  readonly sevenDays: number;
}

export const nobodyClicked: Clicked = { tenMinutes: 0, sixHours: 0, sevenDays: 0 };

/** A negative binomial that a count is expected to follow; the less `size`, the more it varies. */
export interface Usual {
  readonly mean: number;
  readonly size: number;
}

/** What we saw of an actor before this arrival, and what our people did. */
export interface ActorHistory {
  /** Or since when it is here again, after it was silent for long (engine/silence.ts). */
  readonly firstSeenAt: EpochMs | undefined;
  /** The day of its last delivery before this one, or a few days earlier. */
  readonly lastHeardAt: EpochMs | undefined;
  /** Days on which words of it were passed on to somebody here and taken; halves in 60 days. */
  readonly goodDays: number;
  /**
   * Earlier days on which posts of its own came here that ask for nobody's attention, as they do
   * where somebody here follows it; halves in 60 days. A hint: who owns a host can send any.
   */
  readonly streamedDays: number;
  /** Contacts of it that nobody here asked for, in this quarter of a day so far. */
  readonly unasked: number;
  /** Distinct local people whom it wrote to unasked, this arrival's own left out. */
  readonly contacts: Windows;
  /** Distinct local people who follow it, answered, liked or boosted it. */
  readonly welcomedBy: number;
  /**
   * Remote actors followed here who boosted or answered it lately, and of different followers:
   * a hint, engine/vouching.ts.
   */
  readonly vouchedBy: number;
  /** Distinct local people who blocked, muted or reported it. */
  readonly complaints: number;
  /** The same as they weigh: by independence, reporters' records and age (engine/complaints.ts). */
  readonly complaintWeight: number;
  /** How often a delivery of it was ruled spam in the last 30 days; a ham ruling clears it. */
  readonly condemned: number;
}

/** The same of a host, by registrable domain: subdomains are free. */
export interface HostHistory {
  readonly firstSeenAt: EpochMs | undefined;
  readonly lastHeardAt: EpochMs | undefined;
  readonly goodDays: number;
  /** Contacts of its actors that nobody here asked for, in this quarter of a day so far. */
  readonly unasked: number;
  /** Distinct actors of it seen here. */
  readonly actors: number;
  /** Its other actors that wrote to somebody here unasked for the first time. */
  readonly newContacts: Windows;
  /** How many of these six hours like the last ones usually bring: engine/baseline.ts. */
  readonly usual: Usual;
  /**
   * Of its actors that first wrote here, those whom people here welcomed, by when they did; two of
   * one person's welcomes count.
   */
  readonly answered: Windows;
  /** Local people, by its other strangers; told of a follow, like or boost alone. */
  readonly clicked: Clicked;
  /** Distinct actors of it whom local people follow, answered, liked or boosted. */
  readonly welcomed: number;
  /** Distinct actors of it that were condemned in the last 30 days. */
  readonly condemned: number;
  /** Its actors that wrote here unasked or were welcomed here; halves in 60 days, as the next. */
  readonly met: number;
  /** Of them, those that were condemned. */
  readonly bad: number;
  /** Of these, those that it closed itself, soon. */
  readonly tended: number;
  readonly expected: Expected;
}

/** How much likelier than usual a newcomer of a host is spam: engine/host-record.ts. */
export interface Expected {
  readonly decibans: Decibans;
  /** One standard error: large where few of the host were met. */
  readonly error: Decibans;
}

/** Who sent what looks like this, in one view, without the sender asked about. */
export interface Repeats {
  readonly view: string;
  /** Distinct actors without standing who contacted someone unasked with it. */
  readonly strangers: Windows;
  /** Distinct registrable domains among them. */
  readonly domains: Windows;
  /** Distinct local people contacted with it. */
  readonly recipients: Windows;
  /** Distinct actors with standing here who sent it too: memes, copied safety posts, news. */
  readonly regulars: Windows;
}

/** Earlier contacts by others that one hand seems to be behind, as behind this one. */
export interface Campaign extends Omit<Repeats, "view"> {
  /** How alike the closest is: engine/campaigns/linkage.ts. 0 where there is none. */
  readonly bits: number;
  /** In which views the closest is alike, clearest first. */
  readonly views: readonly ViewName[];
  /** Distinct strangers among them whose likeness is beyond chance by itself. */
  readonly plainStrangers: Windows;
  /** This one beside its own first version; undefined unless it is an edit of what came here. */
  readonly edit: Edit | undefined;
  /** Those of them that may still settle, closest first. */
  readonly settling: readonly Receipt[];
  /** The closest, the sender's own among them. */
  readonly linked: readonly Receipt[];
  /** Distinct local people to whom the sender itself wrote alike, this contact's own left out. */
  readonly ownRecipients: Windows;
  /**
   * Of those who welcomed the sender, how many welcomed so many newcomers of this campaign that
   * their word counts no more in it: engine/campaigns/credit.ts.
   */
  readonly spentWelcomes: number;
  /** The campaign that it belongs to; undefined where nothing else does. */
  readonly id: CampaignId | undefined;
  /** What a moderator ruled last on something of it, within thirty days. */
  readonly ruled: "spam" | "ham" | undefined;
  /** Distinct strangers among them whose account ended within days of that. */
  readonly ended: number;
  /** Distinct registrable domains among these. */
  readonly endedDomains: number;
}

export const noCampaign: Campaign = {
  strangers: noWindows,
  domains: noWindows,
  recipients: noWindows,
  regulars: noWindows,
  bits: 0,
  views: [],
  plainStrangers: noWindows,
  edit: undefined,
  settling: [],
  linked: [],
  ownRecipients: noWindows,
  spentWelcomes: 0,
  id: undefined,
  ruled: undefined,
  ended: 0,
  endedDomains: 0,
};

/** How a local person stands to the sender. `solicited` is a tie; a `hint` is never a pass. */
export interface Tie {
  readonly recipient: ActorId;
  readonly solicited: boolean;
  /** What only inbound mail suggests: an Accept of a follow that we did not see. */
  readonly hint: boolean;
  /** Nothing is known that this person ever did here: whom they follow can't be told. */
  readonly opaque: boolean;
  /** The sender wrote to this person unasked on an earlier day. */
  readonly writtenTo: boolean;
}

/** What memory answers at once about a sender. */
export interface Acquaintance {
  readonly actor: ActorHistory;
  readonly host: HostHistory;
  /** One for each notified recipient, in their order. */
  readonly ties: readonly Tie[];
  /** A campaign has grown here within some hours: see engine/campaigns/recognised.ts. */
  readonly waveUnderWay: boolean;
}

/** Every fact a signal may ask for. */
export interface Facts {
  /** Notified local people who did not ask for it: there is no tie. */
  readonly unsolicitedRecipients: number;
  /** Notified local people whose tie is only suggested by inbound mail. */
  readonly hintedRecipients: number;
  /** Those of the unsolicited of whom nothing is known that they ever did. */
  readonly opaqueRecipients: number;
  /** Other bodies that the sender sent under this activity's id, of those that are kept here. */
  readonly otherBodies: number;
  readonly actorHistory: ActorHistory;
  readonly hostHistory: HostHistory;
  readonly repeats: readonly Repeats[];
  readonly campaign: Campaign;
  /** The sender's own document, as its host tells it. */
  readonly profile: ActorProfile;
  /** What its words show, by what was shipped and learned; absent where it says nothing. */
  readonly words: WordsOpinion;
}

export type Need = keyof Facts;

/** The facts a signal asked for and nothing else, so that an undeclared need does not compile. */
export type Known<N extends Need> = { readonly [K in N]: Fact<Facts[K]> };

export interface Observation {
  readonly arrival: ReadArrival;
  readonly facts: Known<Need>;
}

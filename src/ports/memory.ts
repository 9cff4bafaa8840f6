// What this server remembers about senders, texts and campaigns: fast and approximate. First
// sight, standing, ties and rulings are never lost; counts in windows may lose ten seconds.

import type { EpochMs } from "../base/units.ts";
import type { Arrival } from "../model/arrival.ts";
import type { CampaignId, CampaignMember } from "../model/campaign.ts";
import type { ActorId, Receipt, ViewKey } from "../model/ids.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { Likeness, Linkage, Trace } from "../model/likeness.ts";
import type { LocalAct } from "../model/local-act.ts";
import type {
  Acquaintance,
  ActorHistory,
  Campaign,
  HostHistory,
  Repeats,
} from "../model/observation.ts";

export class MemoryDown extends Error {
  override readonly name = "MemoryDown";
}

/**
 * Shaped by the filter's questions, not by tables. Every adapter must pass
 * memory.contract.ts. Methods throw MemoryDown and nothing else. Only arrivals
 * whose sender is proven move a counter. What makes a tie, a good day or standing is not an
 * adapter's to decide: engine/regard.ts and engine/standing.ts do. Memory is bounded, and a
 * flood of strangers, accepted or not, displaces nobody with standing, no tie and no wave.
 */
export interface Memory {
  /**
   * Who this sender, its host and our recipients are to each other, as of `at`. Counts nothing.
   * An unproven sender is a total stranger. Only where its key was not to be had do the ties of
   * the actor that it claims to be count: there the home server looks for the key itself.
   */
  acquaint(arrival: Arrival, at: EpochMs): Promise<Acquaintance>;

  /**
   * Counts an unsolicited contact under its view keys and answers, for each key that others
   * used too, who they were: one round, atomic per key, so that two copies of a wave can't both
   * be first. The same body of the same sender at the same inbox counts once, at its first time,
   * however often its delivery is retried; another body is another post, whatever its id says.
   */
  witness(arrival: Arrival, keys: readonly ViewKey[]): Promise<readonly Repeats[]>;

  /**
   * Counts an unsolicited contact among those it belongs with, and answers who they are. Apart
   * from `witness`, which does not wait for the sender's profile.
   */
  gather(arrival: Arrival, likeness: Likeness): Promise<Campaign>;

  /** What `gather` would answer this sender at `at`, counting nothing. */
  campaign(arrival: Arrival, likeness: Likeness, at: EpochMs): Promise<Campaign>;

  /** How alike a contact is to each of these, by what is common here; counts nothing. */
  alikeTo(likeness: Likeness, traces: readonly Trace[]): Promise<readonly Linkage[]>;

  /** What `witness` would answer this sender at `at`, counting nothing. */
  repeats(arrival: Arrival, keys: readonly ViewKey[], at: EpochMs): Promise<readonly Repeats[]>;

  /**
   * Counts an arrival under our own receipt: who sent it, and whom it wrote to unasked. Ends
   * every check; what `witness` counted already adds nothing. What the verdict was teaches
   * nothing: a machine that learns from itself runs away.
   */
  record(arrival: Arrival): Promise<void>;

  /**
   * What became of a delivery that was passed on. A refusal by the home server takes back what
   * was counted for it; an acceptance counts towards the sender's good days.
   */
  answered(receipt: Receipt, answer: UpstreamAnswer, at: EpochMs): Promise<void>;

  /** A local person did something that concerns a remote actor. */
  notice(act: LocalAct): Promise<void>;

  /** An actor's own host says that it is no more, or suspended; `record` hears it itself. */
  ended(actor: ActorId, at: EpochMs): Promise<void>;

  /** A moderator or recipient ruled on a delivery of this actor, at `at`. */
  ruled(actor: ActorId, ruling: "spam" | "ham", at: EpochMs): Promise<void>;

  /**
   * A moderator ruled on a delivery: it is a lesson of the campaign that it belongs to, and the
   * last one counts. Answers that campaign; nothing where it belongs to none.
   */
  ruledOn(receipt: Receipt, ruling: "spam" | "ham", at: EpochMs): Promise<CampaignId | undefined>;

  /** A moderator ruled on a whole campaign, whatever was ruled on any of it before. */
  ruledOnAll(campaign: CampaignId, ruling: "spam" | "ham", at: EpochMs): Promise<void>;

  /**
   * A moderator said that these belong elsewhere: they are a campaign of their own from now on,
   * without a ruling, and never one again with what they left, whatever comes between. Answers
   * it; undefined where none of them is remembered.
   */
  setApart(receipts: readonly Receipt[]): Promise<CampaignId | undefined>;

  /** Who belongs to a campaign as of `at`, the oldest first; under any id that it ever had. */
  members(campaign: CampaignId, at: EpochMs): Promise<readonly CampaignMember[]>;

  /** The id that a campaign goes by now; itself where it is not known any more. */
  campaignNamed(campaign: CampaignId): Promise<CampaignId>;

  /**
   * Something in a sender's mail suggests a tie: an Accept of a follow that we did not see. No
   * number of hints makes memory forget what `notice` told it.
   */
  hint(recipient: ActorId, actor: ActorId): Promise<void>;

  /** What was seen of a remote actor and a registrable domain, as of `at`. No walk. */
  histories(actor: ActorId | undefined, domain: string, at: EpochMs): Promise<Histories>;

  /** All that is remembered of an actor, remote or ours, as of `at`; undefined if nothing is. */
  about(actor: ActorId, at: EpochMs): Promise<Remembered | undefined>;

  /**
   * Removes all that names an actor, remote or ours, also from disk where it is kept on one. What
   * only counts its host's actors stays.
   */
  forget(actor: ActorId): Promise<void>;
}

/** Undefined: it never came here. `clicked`, which is about one contact, is left empty. */
export interface Histories {
  readonly actor: ActorHistory | undefined;
  readonly host: HostHistory | undefined;
}

/** What a memory holds of one actor, for whoever asks what is known of them. */
export interface Remembered {
  readonly history: ActorHistory | undefined;
  /** Local people whom it wrote to unasked, as far as that is still known. */
  readonly wroteTo: readonly ActorId[];
  /** Between a local person and a remote actor, in this order, with what is known of it. */
  readonly ties: readonly { readonly between: readonly ActorId[] }[];
  /** Keys of views that it used or was reached by. */
  readonly views: readonly string[];
  /** How many contacts of it are kept as traces that others are compared with. */
  readonly compared: number;
}

// Which earlier contacts one hand seems to be behind, as behind this one: in one process.

import { type EpochMs, epochMs, minute } from "../../base/units.ts";
import { campaignId, campaignNumber } from "../../engine/campaigns/campaign-id.ts";
import { creditAmong } from "../../engine/campaigns/credit.ts";
import { leadsElsewhere } from "../../engine/campaigns/harmless.ts";
import { isOfProfiles, linkedAt, linkedBy, weldedAt } from "../../engine/campaigns/linkage.ts";
import { filedUnder } from "../../engine/campaigns/lookup.ts";
import { underWayMs } from "../../engine/campaigns/recognised.ts";
import { lessonOf, traceOf } from "../../engine/views/trace.ts";
import type { CampaignId, CampaignMember } from "../../model/campaign.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { Likeness, Linkage, Trace } from "../../model/likeness.ts";
import { type Campaign, noCampaign, type Windows } from "../../model/observation.ts";
import { type CreditOf, countsOf, creditsOf, endedAmong, later } from "./campaign-counts.ts";
import { CampaignRegistry, type CampaignRuling } from "./campaign-registry.ts";
import { Candidates, candidatesMax, candidatesOfOneMax } from "./candidates.ts";
import { Commons } from "./commons.ts";
import { idOf, isOf, kinOf, type Linked, says } from "./linked.ts";
import { type Member, Members, type WholeMember } from "./members.ts";
import type { MemoryBounds } from "./memory-bounds.ts";
import type { Use } from "./views.ts";
import { inWindow, windowsOf } from "./windows.ts";

/** By the ids of their marks, and by name. */
export interface Noted {
  readonly members: readonly number[];
  readonly campaigns: readonly number[];
}

const nothingNoted: Noted = { members: [], campaigns: [] };

/** All that a campaign tells but what its sender did itself. */
export type Others = Omit<Campaign, "edit">;

/** Makes a member's bytes unreadable, and readable again, on their way to and from a disk. */
export type Veil = (bytes: Uint8Array, id: number) => Uint8Array;

const notAlike: Linkage = { bits: 0, saidBits: 0, plain: false, views: [] };

type Keeping = Pick<Members, keyof Members>;

/** What whoever keeps campaigns on a disk writes and reads again. */
type Registered = Pick<CampaignRegistry, "all" | "of" | "named" | "restore" | "restoreMember">;

/**
 * Candidates in a row that turn out to be others' posts: those that share fewer keys still will.
 * Chosen by us.
 */
const inVainMax = 16;

/**
 * Members of a campaign that are counted where not all can be compared: enough to tell a crowd
 * (engine/signals/spread.ts) from a class. Chosen by us.
 */
const crowdMax = 160;

/** Those who settle can be judged again only while they do; Mastodon's window is the longest. */
const settlingMs = 65 * minute;

/**
 * Contacts that belong with others outlive those that stand alone: a flood of one-offs must not
 * wash out a wave.
 */
export class Campaigns {
  readonly veil: Veil;
  readonly #registry = new CampaignRegistry();
  readonly registry: Registered = this.#registry;
  readonly #members: Keeping;
  readonly #commons: Commons;
  readonly #candidates: Candidates;
  #waveUntil = epochMs(0);

  /** `members`: another place to keep them in, to be measured beside ours. */
  constructor(bounds: MemoryBounds["campaigns"], veil: Veil, members?: Keeping) {
    this.veil = veil;
    const secret = secretOf(veil);
    this.#members = members ?? new Members(bounds, secret);
    this.#candidates = new Candidates(this.#members);
    this.#commons = new Commons(secret);
  }

  /** A copy of a wave has come. */
  seesWave(at: EpochMs): void {
    this.#waveUntil = epochMs(Math.max(this.#waveUntil, at + underWayMs));
  }

  waveUnderWay(at: EpochMs): boolean {
    return at < this.#waveUntil;
  }

  get size(): number {
    return this.#members.size;
  }

  /** What it takes, but for what is common here. */
  get bytes(): number {
    return this.#members.bytes;
  }

  has(id: number): boolean {
    return this.#members.has(id);
  }

  member(id: number): WholeMember | undefined {
    return this.#members.get(id);
  }

  /** What this actor sent first under the id of the same post, of what is still here. */
  firstVersion(likeness: Likeness, actor: ActorId): WholeMember | undefined {
    const own = this.#candidates
      .ofPost(likeness)
      .map((place) => this.#members.at(place).use)
      .filter((use) => use.actor === actor)
      .sort((one, other) => one.mark.at - other.mark.at);
    const [first] = own;
    return first && this.#members.get(first.mark.id);
  }

  isLinked(id: number): boolean {
    return this.#members.isLinked(id);
  }

  /** Oldest first of each kind; what counts no more is forgotten on the way. */
  *members(now: EpochMs): Generator<number> {
    for (const id of this.#members.ids()) {
      if (inWindow(this.#members.momentAt(this.#members.placeOf(id)), now)) yield id;
      else this.#forget(id);
    }
  }

  /** Who belongs with this, as a signal wants to know it. */
  find(likeness: Likeness, asker: ActorId, at: EpochMs, creditOf: CreditOf): Others {
    const linked = this.linkedTo(likeness, at);
    const found = this.othersOf(linked, asker, at, creditOf);
    // What was counted when it came finds itself: alone it belongs to nothing.
    const [closest] = kinOf(linked, asker);
    const belongs = closest !== undefined && this.#registry.of(idOf(closest.member)) !== undefined;
    return found.bits === 0 && !belongs ? { ...found, id: undefined } : found;
  }

  /** Of those that belong with this what a signal wants to know, the asker's own left out. */
  othersOf(linked: readonly Linked[], asker: ActorId, at: EpochMs, creditOf: CreditOf): Others {
    const kin = kinOf(linked, asker);
    const own = linked.filter(({ member, link }) => isOf(asker, member) && says(link));
    const others = linked.filter(({ member }) => member.use.actor !== asker);
    const receipts = kin.map(({ member }) => member.receipt);
    const ownRecipients = recipientsOf(own, at);
    const belongs = { linked: receipts, ownRecipients, ...this.#belongs(kin[0]?.member, at) };
    const [closest] = others;
    if (closest === undefined) return { ...noCampaign, ...belongs };
    const { bits, views } = closest.link;
    const settling = settlingAmong(others, at);
    const uses = this.#usesBeside(others, asker, at);
    const credits = creditsOf(uses, at, creditOf);
    const askers = creditOf(asker, at);
    const credit = creditAmong([askers, ...credits.values()]);
    const isKnown = ({ actor }: Use) => credit.isKnown(credits.get(actor) ?? askers);
    const plain = others.filter(({ link }) => link.plain).map(({ member }) => member.use);
    const plainStrangers = countsOf(plain, at, isKnown).strangers;
    const spentWelcomes = credit.spentOn(askers);
    const ended = endedAmong(uses, at, isKnown, ({ actor }) => credits.get(actor)?.endedAt);
    const counts = { ...countsOf(uses, at, isKnown), ...ended, plainStrangers, spentWelcomes };
    return { ...counts, bits, views, settling, ...belongs };
  }

  /** Where there are more than can be compared, others of their campaign as well. */
  #usesBeside(others: readonly Linked[], asker: ActorId, at: EpochMs): readonly Use[] {
    const uses = others.map(({ member }) => member.use);
    const [closest] = others;
    if (closest === undefined || uses.length < candidatesMax - candidatesOfOneMax) return uses;
    const name = this.#registry.of(idOf(closest.member));
    if (name === undefined) return uses;
    const had = new Set(uses.map(({ mark }) => mark.id));
    let left = crowdMax;
    for (const id of this.#registry.members(name)) {
      if (left-- === 0) break;
      if (had.has(id)) continue;
      const place = this.#members.placeOf(id);
      if (place === 0 || !inWindow(this.#members.momentAt(place), at)) continue;
      const { use } = this.#members.at(place);
      if (use.actor !== asker) uses.push(use);
    }
    return uses;
  }

  /** The campaign that a contact belongs to with its closest. */
  #belongs(closest: Member | undefined, at: EpochMs): Pick<Campaign, "id" | "ruled"> {
    if (closest === undefined) return { id: undefined, ruled: undefined };
    const name = this.#registry.of(idOf(closest)) ?? idOf(closest);
    return { id: campaignId(name), ruled: this.#registry.rulingInForce(idOf(closest), at)?.ruling };
  }

  /**
   * Counts a contact once, under its mark, with what `linkedTo` answered of it. Answers which
   * members and campaigns changed by it.
   */
  note(likeness: Likeness, use: Use, receipt: Receipt, linked: readonly Linked[]): Noted {
    const { mark, actor } = use;
    if (this.#members.has(mark.id)) return nothingNoted;
    const others = linked.filter(({ member }) => member.use.actor !== actor);
    const risen = others
      .map(({ member }) => idOf(member))
      .filter((id) => this.#members.moveToLinked(id));
    const alike = kinOf(linked, actor).map(({ member, link }) => ({
      id: idOf(member),
      bits: link.bits,
    }));
    const joining = alike.map(({ id }) => id).filter((id) => this.#registry.of(id) === undefined);
    const family = 1 + Math.max(0, ...others.map(({ member }) => member.family));
    const trace = traceOf(likeness);
    // Profiles that are alike are one hand's or one host's: neither makes them common.
    const isLesson = family === 1 || use.regular || !isOfProfiles(likeness);
    if (isLesson && teaches(use, family, this.countOf(actor) + 1))
      this.#commons.learn(lessonOf(trace, use.regular));
    const keys = filedUnder(likeness, this.#commons);
    this.#put({ receipt, use, trace, keys, family }, others.length > 0);
    const campaigns = this.#registry.join(mark.id, alike, weldedAt, mark.at);
    return { members: [...new Set([...risen, ...joining, mark.id])], campaigns };
  }

  /** Takes a member in as it was before a restart; of two with one mark the later counts. */
  restore(member: WholeMember, linked: boolean): void {
    const id = idOf(member);
    if (this.#members.has(id)) this.#members.delete(id);
    else if (teaches(member.use, member.family, this.countOf(member.use.actor) + 1))
      this.#commons.learn(lessonOf(member.trace, member.use.regular));
    this.#put(member, linked);
  }

  /** A ruling on one contact is a lesson about its campaign. Nothing changes if it is not here. */
  rule(id: number, ruling: CampaignRuling): Noted {
    if (!this.has(id)) return nothingNoted;
    return { members: [id], campaigns: this.#registry.rule(id, ruling) };
  }

  ruleAll(campaign: CampaignId, ruling: CampaignRuling): Noted {
    return { members: [], campaigns: this.#registry.ruleAll(numberOf(campaign), ruling) };
  }

  /** What of these is here is a campaign of its own, and stays one. */
  setApart(ids: readonly number[]): Noted & { readonly campaign: CampaignId | undefined } {
    const here = [...new Set(ids)].filter((id) => this.has(id));
    const { name, changed = [] } = this.#registry.setApart(here) ?? {};
    return { members: here, campaigns: changed, campaign: spelled(name) };
  }

  /** The campaign that a contact belongs to; undefined while it stands alone. */
  campaignOf(id: number): CampaignId | undefined {
    return spelled(this.#registry.of(id));
  }

  /** What a campaign goes by now, under any id that it had; undefined if it is forgotten. */
  current(campaign: CampaignId): CampaignId | undefined {
    return spelled(this.#registry.current(numberOf(campaign)));
  }

  /** Oldest first, as of `at`; under any id that the campaign had. */
  membersOf(campaign: CampaignId, at: EpochMs, creditOf: CreditOf): readonly CampaignMember[] {
    const members: Member[] = [];
    for (const id of this.#registry.members(numberOf(campaign))) {
      const place = this.#members.placeOf(id);
      if (place !== 0 && inWindow(this.#members.momentAt(place), at))
        members.push(this.#members.at(place));
    }
    const credits = creditsOf(
      members.map(({ use }) => use),
      at,
      creditOf,
    );
    const credit = creditAmong([...credits.values()]);
    return members
      .map(({ receipt, use: { actor, domain, recipients, mark } }) => {
        const known = credit.isKnown(credits.get(actor) ?? creditOf(actor, at));
        return { receipt, actor, domain, recipients, at: mark.at, known };
      })
      .sort((a, b) => a.at - b.at);
  }

  /** How many contacts of this actor are compared with others. */
  countOf(actor: ActorId): number {
    return this.#members.countOf(actor);
  }

  /** What the home server refused belongs with nothing. */
  strike(id: number): void {
    this.#forget(id);
  }

  /** As a sender and as a recipient. */
  forgetActor(actor: ActorId): void {
    this.#members.forget(actor, (id) => this.#forget(id));
  }

  /** How alike this is to each of what may be remembered nowhere here. */
  alikeTo(likeness: Likeness, traces: readonly Trace[]): readonly Linkage[] {
    const linkTo = linkedBy(likeness, this.#commons);
    return traces.map((trace) => linkTo(trace) ?? notAlike);
  }

  /** What belongs with this, closest first, whoever sent it. `from`: bits. */
  linkedTo(likeness: Likeness, at: EpochMs, from = linkedAt): readonly Linked[] {
    const linked: Linked[] = [];
    const linkTo = linkedBy(likeness, this.#commons, from);
    let inVain = 0;
    for (const place of this.#candidates.of(likeness)) {
      if (inVain === inVainMax) break;
      inVain++;
      if (!inWindow(this.#members.momentAt(place), at)) continue;
      const trace = this.#members.traceAt(place);
      const link = linkTo(trace);
      if (link === undefined) continue;
      inVain = 0;
      const harmless =
        this.#registry.rulingInForce(this.#members.idAt(place), at)?.ruling === "ham";
      const beside = harmless && leadsElsewhere(likeness, trace);
      linked.push({ member: this.#members.at(place), link, beside });
    }
    return linked.sort((a, b) => b.link.bits - a.link.bits);
  }

  #put(member: WholeMember, linked: boolean): void {
    this.#members.put(member, linked);
    for (let id = this.#members.beyond(); id !== undefined; id = this.#members.beyond()) {
      this.#forget(id);
    }
  }

  #forget(id: number): void {
    this.#members.delete(id);
    this.#registry.drop(id);
  }
}

/** Nothing secret where nothing is veiled, so that replays decide alike. */
function secretOf(veil: Veil): number {
  return new DataView(Uint8Array.from(veil(new Uint8Array(4), 0)).buffer).getUint32(0);
}

/** No contact has the id 0, so that nothing goes by it. */
function numberOf(campaign: CampaignId): number {
  return campaignNumber(campaign) ?? 0;
}

function spelled(name: number | undefined): CampaignId | undefined {
  return name === undefined ? undefined : campaignId(name);
}

/**
 * A wave's own words must not become common by its size, nor anybody's by saying them again and
 * again: both count with their logarithm. `sent`: how many of its sender there are, with this.
 */
function teaches({ regular }: Use, family: number, sent: number): boolean {
  return isPowerOfTwo(sent) && (regular || isPowerOfTwo(family));
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0;
}

function recipientsOf(linked: readonly Linked[], at: EpochMs): Windows {
  const recipients = new Map<string, EpochMs>();
  for (const { member } of linked) {
    for (const one of member.use.recipients) later(recipients, one, member.use.mark.at);
  }
  return windowsOf(recipients.values(), at);
}

function settlingAmong(others: readonly Linked[], at: EpochMs): readonly Receipt[] {
  return others
    .filter(({ member }) => at - member.use.mark.at < settlingMs)
    .map(({ member }) => member.receipt);
}

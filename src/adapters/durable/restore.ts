// Lines of a journal back into a memory. Its bounds hold here as well: what would not fit is
// forgotten in the order in which it would have been.

import type { EpochMs } from "../../base/units.ts";
import type { Faded } from "../../engine/fading.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { KnownActor, KnownDomain, Quarter } from "../process/acquaintances.ts";
import type { Contact } from "../process/contact-journal.ts";
import type { Contents } from "../process/contents.ts";
import type { Critics } from "../process/critics.ts";
import type { WholeMember } from "../process/members.ts";
import {
  acted,
  clicksPerDomain,
  contactsPerActor,
  firstContactsPerDomainMax,
} from "../process/memory-bounds.ts";
import { personsOf } from "../process/pair.ts";
import { type Mark, type Sighting, Sightings } from "../process/sightings.ts";
import { Tally } from "../process/tally.ts";
import { type Use, usesFrom } from "../process/views.ts";
import type {
  ActorRecord,
  BelongsRecord,
  CampaignRecord,
  ContactRecord,
  CriticRecord,
  DomainRecord,
  EverywhereRecord,
  FadedRecord,
  HabitsRecord,
  MarkRecord,
  MemberRecord,
  QuarterRecord,
  RegardRecord,
  ReporterRecord,
  SightingRecord,
  StoredRecord,
  UseRecord,
  ViewRecord,
  VouchesRecord,
} from "./records.ts";

/** Takes in line after line, oldest first; `done` ends it. Throws on what is no line of ours. */
export class Restoring {
  readonly #contents: Contents;
  readonly #marks = new Map<number, Mark>();
  /** By mark: the last word about each. */
  readonly #contacts = new Map<number, ContactRecord>();
  /** The same few names come in very many lines; without this each would be a string of its own. */
  readonly #names = new Map<string, string>();
  #latest = 0;

  constructor(contents: Contents) {
    this.#contents = contents;
  }

  /** When the newest thing that was read had happened; 0 for nothing. */
  get latest(): EpochMs {
    return this.#latest as EpochMs;
  }

  take(line: string): void {
    const record = JSON.parse(line) as StoredRecord;
    switch (record[0]) {
      case "a":
        this.#actor(record);
        break;
      case "d":
        this.#domain(record);
        break;
      case "h":
        this.#habits(record);
        break;
      case "e":
        this.#everywhere(record);
        break;
      case "r":
        this.#regard(record);
        break;
      case "p":
        this.#reporter(record);
        break;
      case "w":
        this.#vouches(record);
        break;
      case "u":
        this.#use(record);
        break;
      case "v":
        this.#view(record);
        break;
      case "m":
        this.#member(record);
        break;
      case "b":
        this.#belongs(record);
        break;
      case "g":
        this.#campaign(record);
        break;
      case "c":
        this.#contact(record);
        break;
      default:
        throw new Error(`a line of unknown kind: ${String(record[0])}`);
    }
  }

  done(): void {
    let lastMark = 0;
    for (const { id, struck } of this.#marks.values()) {
      lastMark = Math.max(lastMark, id);
      if (struck) this.#contents.campaigns.strike(id);
    }
    this.#contents.journal.reserve(lastMark);
    for (const record of this.#contacts.values()) {
      const contact = this.#contactFrom(record);
      if (!contact.mark.struck) this.#contents.journal.restore(contact);
    }
  }

  #actor(record: ActorRecord): void {
    const [, id, domain, rank, firstSeen, firstContact, sum, last] = record;
    const [, , , , , , , , contacts, friends, critics, condemnedAt] = record;
    const [, , , , , , , , , , , , streamSum = 0, streamLast = 0, ...more] = record;
    const [quarter = 0, count = 0, heard = 0, endedAt = 0] = more;
    const actor: KnownActor = {
      id: this.#name(id) as ActorId,
      domain: this.#name(domain),
      firstSeen: this.#mark(firstSeen),
      firstContact: this.#mark(firstContact),
      contacts:
        contacts.length === 0
          ? undefined
          : new Sightings(contactsPerActor, this.#sightings(contacts)),
      good: { sum, last },
      stream: streamSum === 0 ? undefined : { sum: streamSum, last: streamLast },
      unasked: quarterFrom([quarter, count]),
      friends: friends.length === 0 ? undefined : this.#people(friends),
      critics: critics.length === 0 ? undefined : this.#critics(critics),
      condemnedAt: [...condemnedAt] as EpochMs[],
      heard,
      endedAt: momentOrNever(endedAt),
    };
    this.#contents.actors.set(actor.id, actor, rank);
  }

  #domain(record: DomainRecord): void {
    const [, name, rank, firstSeen, sum, last, actors, newest, days, ...rest] = record;
    const [welcomed, condemned, quarter = 0, count = 0, heard = 0, met, bad, tended] = rest;
    const domain: KnownDomain = {
      firstSeen: this.#mark(firstSeen),
      good: { sum, last },
      unasked: quarterFrom([quarter, count]),
      actors,
      newContacts: new Tally(firstContactsPerDomainMax, { newest: newest as EpochMs[], days }),
      welcomed,
      condemned: this.#people(condemned),
      habits: this.#contents.domains.get(name)?.habits,
      heard,
      record: { met: fadedFrom(met), bad: fadedFrom(bad), tended: fadedFrom(tended) },
    };
    this.#contents.domains.set(this.#name(name), domain, rank);
  }

  #habits([, name, answers, clicks]: HabitsRecord): void {
    const domain = this.#contents.domains.get(name);
    if (domain === undefined) return;
    const seen = new Sightings(clicksPerDomain, this.#sightings(clicks));
    domain.habits = {
      answers: answers.map(([newcomer, by, at]) => [newcomer, by, at as EpochMs] as const),
      clicks: clicks.length === 0 ? undefined : seen,
    };
  }

  #everywhere([, met, bad]: EverywhereRecord): void {
    Object.assign(this.#contents.everywhere.met, fadedFrom(met));
    Object.assign(this.#contents.everywhere.bad, fadedFrom(bad));
  }

  #regard(record: RegardRecord): void {
    const [, pair, rank, follows, blocks, mutes, hinted, ...moments] = record;
    const [addressedAt, actedAt, reportedAt] = moments.map(momentOrNever);
    const flags = { follows: !!follows, blocks: !!blocks, mutes: !!mutes, hinted: !!hinted };
    this.#contents.regards.set(pair, { ...flags, addressedAt, actedAt, reportedAt }, rank);
    const [person] = personsOf(pair);
    if (rank === acted && person !== undefined)
      this.#contents.outspoken.set(this.#name(person), true);
  }

  #reporter([, person, right, wrong]: ReporterRecord): void {
    this.#contents.reporters.set(this.#name(person), { right, wrong });
  }

  #vouches([, voucher, vouches]: VouchesRecord): void {
    const all = vouches.map(([who, at]) => ({
      for: this.#name(who) as ActorId,
      at: at as EpochMs,
    }));
    this.#contents.vouches.put(this.#name(voucher) as ActorId, all);
  }

  #use([, keys, actor, domain, regular, recipients, mark]: UseRecord): void {
    const use = this.#useFrom(actor, domain, regular, recipients, mark);
    for (const key of keys) this.#contents.views.byKey.set(key, use);
  }

  #useFrom(
    actor: string,
    domain: string,
    regular: 0 | 1,
    recipients: readonly string[],
    mark: MarkRecord,
  ): Use {
    return {
      kind: "use",
      actor: this.#name(actor) as ActorId,
      domain: this.#name(domain),
      regular: regular === 1,
      recipients: recipients.map((one) => this.#name(one) as ActorId),
      mark: this.#markOf(mark),
    };
  }

  #member(record: MemberRecord): void {
    const [, linked, receipt, family, actor, domain, regular, recipients, mark] = record;
    const [, , , , , , , , , sketch, traits, numbers] = record;
    const { campaigns } = this.#contents;
    const bytes = campaigns.veil(Buffer.from(numbers, "base64"), mark[0]);
    const all = new Uint32Array(Uint8Array.from(bytes).buffer);
    const member: WholeMember = {
      receipt: receipt as Receipt,
      use: this.#useFrom(actor, domain, regular, recipients, mark),
      trace: { sketch: all.slice(0, sketch), keys: all.slice(sketch, sketch + traits) },
      keys: all.slice(sketch + traits),
      family,
    };
    campaigns.restore(member, linked === 1);
  }

  #belongs([, member, campaign]: BelongsRecord): void {
    const { campaigns } = this.#contents;
    if (!campaigns.has(member)) return;
    campaigns.registry.restoreMember(member, campaign);
  }

  #campaign([, id, aliases, ruling, at, of = 0, apart = []]: CampaignRecord): void {
    const ruled =
      ruling === "" ? undefined : { ruling, at: at as EpochMs, of: of === 0 ? undefined : of };
    this.#contents.campaigns.registry.restore({ id, aliases, ruled, apart });
  }

  #view([, key, rank, strangers, regulars, contacts]: ViewRecord): void {
    const uses = usesFrom(
      this.#sightings(strangers),
      this.#sightings(regulars),
      this.#sightings(contacts),
    );
    this.#contents.views.byKey.set(key, uses, rank);
  }

  #contact(record: ContactRecord): void {
    const mark = this.#markOf(record[6]);
    this.#contacts.delete(mark.id);
    if (record[7].length > 0) this.#contacts.set(mark.id, record);
  }

  #contactFrom(record: ContactRecord): Contact {
    const [, id, named, sender, domain, wrote, mark, receipts, vouchesFor] = record;
    return {
      id,
      named: named === 1,
      sender: this.#name(sender) as ActorId,
      domain: this.#name(domain),
      wrote: wrote === 1,
      streamed: wrote === 2,
      vouchesFor: vouchesFor === undefined ? undefined : (this.#name(vouchesFor) as ActorId),
      mark: this.#markOf(mark),
      receipts: receipts as Receipt[],
    };
  }

  #sightings(records: readonly SightingRecord[]): readonly Sighting[] {
    return records.map(([who, tag, latest, earlier]) => ({
      who: this.#name(who),
      tag: this.#name(tag),
      latest: this.#markOf(latest),
      earlier: this.#mark(earlier),
    }));
  }

  #mark(record: MarkRecord | 0): Mark | undefined {
    return record === 0 ? undefined : this.#markOf(record);
  }

  /** Once struck out, always struck out, whichever line says so. */
  #markOf([id, at, struck]: MarkRecord): Mark {
    let mark = this.#marks.get(id);
    if (mark === undefined) {
      mark = { id, at: at as EpochMs, struck: false };
      this.#marks.set(id, mark);
      this.#latest = Math.max(this.#latest, at);
    }
    if (struck === 1) mark.struck = true;
    return mark;
  }

  #people(records: readonly (readonly [string, number])[]): Map<ActorId, EpochMs> {
    return new Map(
      records.map(([id, until]) => [
        this.#name(id) as ActorId,
        (until === 0 ? Number.POSITIVE_INFINITY : until) as EpochMs,
      ]),
    );
  }

  /** Of before it was written when they began: now at the latest. */
  #critics(records: readonly CriticRecord[]): Critics {
    return new Map(
      records.map(([id, until, at = this.#latest, about = 0, ruled = ""]) => {
        const counts = (until === 0 ? Number.POSITIVE_INFINITY : until) as EpochMs;
        const critic = { at: at as EpochMs, until: counts, about, ruled: ruled || undefined };
        return [this.#name(id) as ActorId, critic];
      }),
    );
  }

  #name(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    this.#names.set(text, text);
    return text;
  }
}

function quarterFrom([number = 0, count = 0]: QuarterRecord): Quarter | undefined {
  return count === 0 ? undefined : { number, count };
}

function fadedFrom([sum, day]: FadedRecord = [0, 0]): Faded {
  return { sum, day };
}

function momentOrNever(at: number): EpochMs | undefined {
  return at === 0 ? undefined : (at as EpochMs);
}

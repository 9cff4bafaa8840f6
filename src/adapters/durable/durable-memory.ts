// The in-process memory, kept on disk: it answers from its Maps, and a journal beside them
// brings it back after a restart or a crash.

import { createHash, hash } from "node:crypto";
import type { EpochMs } from "../../base/units.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { CampaignId, CampaignMember } from "../../model/campaign.ts";
import type { ActorId, Receipt, ViewKey } from "../../model/ids.ts";
import type { UpstreamAnswer } from "../../model/kept.ts";
import type { Likeness, Linkage, Trace } from "../../model/likeness.ts";
import type { LocalAct } from "../../model/local-act.ts";
import type { Acquaintance, Campaign, Repeats } from "../../model/observation.ts";
import type { Clock } from "../../ports/clock.ts";
import { type Memory, MemoryDown, type Remembered } from "../../ports/memory.ts";
import type { Veil } from "../process/campaigns.ts";
import { type Contents, emptyContents } from "../process/contents.ts";
import { ProcessMemory } from "../process/memory.ts";
import { keysPerContactMax, type MemoryBounds, shippedBounds } from "../process/memory-bounds.ts";
import type { Disk } from "./disk.ts";
import {
  type JournalLimits,
  journalLimits,
  MemoryJournal,
  type TellOfDisk,
} from "./memory-journal.ts";
import { type OpenJournal, openJournal } from "./open-journal.ts";

export interface DurableMemoryOptions {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly tell: TellOfDisk;
  readonly bounds?: MemoryBounds;
  readonly limits?: Partial<JournalLimits>;
}

/** How large it is and how safe, for metrics and commands. */
export interface MemorySize {
  readonly entries: Readonly<
    Record<"actors" | "domains" | "ties" | "views" | "contacts" | "members", number>
  >;
  readonly diskBytes: number;
  readonly unwritten: number;
  readonly madeAt: EpochMs;
  readonly isWell: boolean;
}

/**
 * First sight, standing, ties and rulings are on disk once a method returns; counts in windows
 * follow within `countsAfterMs`. While the disk fails or is slow nothing waits for it: memory
 * goes on, and a crash would cost what changed since. No text is written: contents are known by
 * salted digests.
 */
export class DurableMemory implements Memory {
  readonly #memory: ProcessMemory;
  readonly #journal: MemoryJournal;
  readonly #contents: Contents;
  readonly #salt: string;
  /** What an operator should know of how the journal was found. */
  readonly found: readonly string[];
  /** Of windows the last end may have cost so many seconds; 0 after one in order. */
  readonly lostSecondsMax: number;

  private constructor(opened: OpenJournal, options: DurableMemoryOptions) {
    const limits = { ...journalLimits, ...options.limits };
    this.#contents = opened.contents;
    this.#salt = opened.head.salt;
    this.#journal = new MemoryJournal(options.disk, opened, options.clock, limits, options.tell);
    const { changes } = this.#journal;
    this.#memory = new ProcessMemory(options.bounds, opened.contents, changes);
    this.found = opened.found;
    this.lostSecondsMax = opened.closedInOrder ? 0 : limits.countsAfterMs / 1000;
  }

  /** Throws MemoryDown where the folder can't be used at all. */
  static async open(options: DurableMemoryOptions): Promise<DurableMemory> {
    const { disk, clock, bounds = shippedBounds } = options;
    const contentsFor = (salt: string): Contents =>
      emptyContents(bounds, (text) => digest("", salt, text), veilOf(salt));
    try {
      return new DurableMemory(await openJournal(disk, clock.now(), contentsFor), options);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new MemoryDown(`The memory's journal can't be opened: ${why}`);
    }
  }

  acquaint(arrival: Arrival, at: EpochMs): Promise<Acquaintance> {
    return this.#memory.acquaint(arrival, at);
  }

  witness(arrival: Arrival, keys: readonly ViewKey[]): Promise<readonly Repeats[]> {
    const salted = this.#salted(keys);
    return this.#kept(() => this.#memory.witness(arrival, salted));
  }

  repeats(arrival: Arrival, keys: readonly ViewKey[], at: EpochMs): Promise<readonly Repeats[]> {
    return this.#memory.repeats(arrival, this.#salted(keys), at);
  }

  gather(arrival: Arrival, likeness: Likeness): Promise<Campaign> {
    return this.#kept(() => this.#memory.gather(arrival, likeness));
  }

  campaign(arrival: Arrival, likeness: Likeness, at: EpochMs): Promise<Campaign> {
    return this.#memory.campaign(arrival, likeness, at);
  }

  alikeTo(likeness: Likeness, traces: readonly Trace[]): Promise<readonly Linkage[]> {
    return this.#memory.alikeTo(likeness, traces);
  }

  record(arrival: Arrival): Promise<void> {
    return this.#kept(() => this.#memory.record(arrival));
  }

  answered(receipt: Receipt, answer: UpstreamAnswer, at: EpochMs): Promise<void> {
    return this.#kept(() => this.#memory.answered(receipt, answer, at));
  }

  notice(act: LocalAct): Promise<void> {
    return this.#kept(() => this.#memory.notice(act));
  }

  ruled(actor: ActorId, ruling: "spam" | "ham", at: EpochMs): Promise<void> {
    return this.#kept(() => this.#memory.ruled(actor, ruling, at));
  }

  ended(actor: ActorId, at: EpochMs): Promise<void> {
    return this.#kept(() => this.#memory.ended(actor, at));
  }

  ruledOn(receipt: Receipt, ruling: "spam" | "ham", at: EpochMs): Promise<CampaignId | undefined> {
    return this.#kept(() => this.#memory.ruledOn(receipt, ruling, at));
  }

  ruledOnAll(campaign: CampaignId, ruling: "spam" | "ham", at: EpochMs): Promise<void> {
    return this.#kept(() => this.#memory.ruledOnAll(campaign, ruling, at));
  }

  setApart(receipts: readonly Receipt[]): Promise<CampaignId | undefined> {
    return this.#kept(() => this.#memory.setApart(receipts));
  }

  members(campaign: CampaignId, at: EpochMs): Promise<readonly CampaignMember[]> {
    return this.#memory.members(campaign, at);
  }

  campaignNamed(campaign: CampaignId): Promise<CampaignId> {
    return this.#memory.campaignNamed(campaign);
  }

  hint(recipient: ActorId, actor: ActorId): Promise<void> {
    return this.#kept(() => this.#memory.hint(recipient, actor));
  }

  histories(actor: ActorId | undefined, domain: string, at: EpochMs) {
    return this.#memory.histories(actor, domain, at);
  }

  about(actor: ActorId, at: EpochMs): Promise<Remembered | undefined> {
    return this.#memory.about(actor, at);
  }

  async forget(actor: ActorId): Promise<void> {
    await this.#memory.forget(actor);
    await this.renew();
  }

  size(): MemorySize {
    const { actors, domains, regards, views, journal, campaigns } = this.#contents;
    return {
      entries: {
        actors: actors.size,
        domains: domains.size,
        ties: regards.size,
        views: views.byKey.size,
        contacts: journal.size,
        members: campaigns.size,
      },
      diskBytes: this.#journal.bytes,
      unwritten: this.#journal.unwritten,
      madeAt: this.#journal.madeAt as EpochMs,
      isWell: this.#journal.isWell,
    };
  }

  /** Writes what is not written yet, counts included. */
  flush(): Promise<void> {
    return this.#journal.flush();
  }

  /** Writes everything anew: what was forgotten leaves the disk. */
  renew(): Promise<void> {
    return this.#journal.renew();
  }

  /** Writes everything and ends the journal in order; no call may follow. */
  close(): Promise<void> {
    return this.#journal.close();
  }

  /** The work is done before it first yields, so what it changed is known right after the call. */
  async #kept<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#journal.lastingChanges;
    const working = work();
    if (this.#journal.lastingChanges !== before) await this.#journal.written();
    return await working;
  }

  /** Without the salt nobody can look up whether some text was here. */
  #salted(keys: readonly ViewKey[]): readonly ViewKey[] {
    return keys.slice(0, keysPerContactMax).map((key) => {
      return digest(key.slice(0, key.indexOf(":") + 1), this.#salt, key) as ViewKey;
    });
  }
}

/** A stream cipher: the same bytes only under the same salt and id. Its own inverse. */
function veilOf(salt: string): Veil {
  return (bytes, id) => {
    const stream = createHash("shake256", { outputLength: bytes.length }).update(`${salt} ${id}`);
    const key = stream.digest();
    return Uint8Array.from(bytes, (byte, at) => byte ^ (key[at] ?? 0));
  };
}

/**
 * 96 bits: of a million, two are alike with a chance of one in 10¹⁷. By way of a buffer, because a
 * slice holds on to all that it was cut from, and a sum to its parts: twice the room.
 */
function digest(prefix: string, salt: string, text: string): string {
  const short = hash("sha256", salt + text, "base64url").slice(0, 16);
  return Buffer.from(prefix + short, "latin1").toString("latin1");
}

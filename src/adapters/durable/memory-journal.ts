// Keeping a memory on disk while it works: what lasts at once, counts within seconds, and now
// and then everything anew, so that the file stays small and what expired leaves it.
//
//   changes ─▶ lasting ───────── at once ──┐
//          └─▶ counts  ── every 2 seconds ─┴▶ frames ─▶ fsync ─▶ whoever waits
//
// One loop writes, one thing after the other. A fresh journal is written in slices between the
// frames of the old one; what changed meanwhile is added at its end, then it takes the name.

import { day, second } from "../../base/units.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Changes } from "../process/changes.ts";
import type { Contents } from "../process/contents.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { frameOf, inFrames } from "./frames.ts";
import { closing, type OpenJournal } from "./open-journal.ts";
import { Renewal } from "./renewal.ts";
import { Unwritten } from "./unwritten.ts";

export interface JournalLimits {
  /** How long counts in windows may be in memory alone. */
  readonly countsAfterMs: number;
  /** How long a caller waits for a slow disk; what it changed is written all the same. */
  readonly patienceMs: number;
  /** Between tries on a disk that fails. */
  readonly retryMs: number;
  /** Written anew when the changes weigh as much as the whole, and at least this. */
  readonly changesBytesMin: number;
  /** Written anew after this, so that what expired leaves the disk. */
  readonly renewAfterMs: number;
}

/**
 * All chosen by us. Two seconds are well within the ten that windows may lose. A tenth of one is
 * well within the quarter that bounds our own work on a delivery. A day: what expired is gone from
 * disk a day later.
 */
export const journalLimits: JournalLimits = {
  countsAfterMs: 2 * second,
  patienceMs: 100,
  retryMs: 5 * second,
  changesBytesMin: 8 * 1024 * 1024,
  renewAfterMs: day,
};

/** Told once when the disk fails, with a reason, and once when it is well again. */
export type TellOfDisk = (trouble: string | undefined) => void;

/** Everything it needs to look after: on an idle server nothing else would wake it. */
const lookAfterMs = 600 * second;

export class MemoryJournal {
  /** To be told by the memory that is kept. */
  readonly changes: Changes;
  readonly #disk: Disk;
  readonly #contents: Contents;
  readonly #clock: Clock;
  readonly #limits: JournalLimits;
  readonly #tell: TellOfDisk;
  readonly #look: NodeJS.Timeout;
  #open: Pick<OpenJournal, "file" | "size" | "wholeBytes" | "head">;
  #lasting = new Unwritten();
  #counts = new Unwritten();
  #lastingChanges = 0;
  /** Who waits for the write under way, and for the next one. */
  #served: (() => void)[] = [];
  #waiting: (() => void)[] = [];
  #patience: NodeJS.Timeout | undefined;
  #late = false;
  #countsTimer: NodeJS.Timeout | undefined;
  #countsDue = false;
  #working: Promise<void> | undefined;
  #trouble: string | undefined;
  #renewal: Renewal | undefined;
  #renewalWanted = false;
  #renewalFailed = false;
  #renewNotBefore = 0;
  #closed = false;

  constructor(
    disk: Disk,
    opened: OpenJournal,
    clock: Clock,
    limits: JournalLimits,
    tell: TellOfDisk,
  ) {
    this.#disk = disk;
    this.#open = opened;
    this.#contents = opened.contents;
    this.#clock = clock;
    this.#limits = limits;
    this.#tell = tell;
    this.changes = this.#listening();
    this.#look = setInterval(() => this.#start(), lookAfterMs).unref();
  }

  /** Goes up with each change that must not be lost. */
  get lastingChanges(): number {
    return this.#lastingChanges;
  }

  get bytes(): number {
    return this.#open.size;
  }

  /** When everything was last written anew. */
  get madeAt(): number {
    return this.#open.head.madeAt;
  }

  /** Things whose last change is not on disk. */
  get unwritten(): number {
    return this.#lasting.size + this.#counts.size;
  }

  get isWell(): boolean {
    return this.#trouble === undefined;
  }

  /**
   * Resolves once every lasting change until now is on disk; at once while the disk fails, and
   * after `patienceMs` while it is slow: memory goes on, and the journal catches up.
   */
  written(): Promise<void> {
    if (this.#late || this.#trouble !== undefined || this.#lasting.size === 0) return done;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#patience ??= setTimeout(() => this.#letGo(), this.#limits.patienceMs);
      this.#start();
    });
  }

  /** Writes all that is not written, if the disk lets us. */
  async flush(): Promise<void> {
    this.#countsDue = true;
    this.#start();
    while (this.#countsDue && this.#working !== undefined) await this.#working;
  }

  /** Writes everything anew, now; resolves when that is done or given up. */
  async renew(): Promise<void> {
    this.#renewalWanted = true;
    this.#renewNotBefore = 0;
    do {
      this.#start();
      await this.#working;
      await this.#renewal?.syncing;
    } while (this.#renewalWanted || this.#renewal !== undefined);
  }

  /** What was closed in order lacks nothing at the next start. */
  async close(): Promise<void> {
    await this.flush();
    await this.#working;
    this.#closed = true;
    clearInterval(this.#look);
    clearTimeout(this.#countsTimer);
    clearTimeout(this.#patience);
    await this.#renewal?.abandon();
    if (this.#trouble === undefined && this.unwritten === 0) await this.#sayClosed();
    await this.#open.file.close();
  }

  async #sayClosed(): Promise<void> {
    try {
      await this.#append([[closing]]);
    } catch (error) {
      this.#failed(error);
    }
  }

  #listening(): Changes {
    const changed = (lasting: boolean): Unwritten => {
      if (lasting) this.#lastingChanges++;
      else this.#countsTimer ??= this.#countsSoon();
      return lasting ? this.#lasting : this.#counts;
    };
    return {
      actor: (id, lasting) => changed(lasting).actor(id),
      domain: (name, lasting) => changed(lasting).domain(name),
      regard: (pair) => changed(true).regard(pair),
      reporter: (person) => changed(true).reporter(person),
      vouches: (voucher) => changed(false).vouches(voucher),
      views: (keys) => changed(false).views(keys),
      contact: (contact) => changed(false).contact(contact),
      member: (id) => changed(false).member(id),
      campaign: (name, lasting) => changed(lasting).campaign(name),
    };
  }

  #countsSoon(): NodeJS.Timeout {
    const soon = (): void => {
      this.#countsTimer = undefined;
      this.#countsDue = true;
      this.#start();
    };
    return setTimeout(soon, this.#limits.countsAfterMs).unref();
  }

  #start(): void {
    if (this.#closed || this.#working !== undefined) return;
    this.#working = this.#work().finally(() => {
      this.#working = undefined;
      if (this.#nextJob() !== undefined) this.#start();
    });
  }

  async #work(): Promise<void> {
    // All who changed something in this turn of the event loop share the first frame.
    await new Promise((resolve) => setImmediate(resolve));
    for (let job = this.#nextJob(); job !== undefined; job = this.#nextJob()) await job();
  }

  /** Who waits comes first, a fresh journal last. */
  #nextJob(): (() => Promise<void>) | undefined {
    const renewal = this.#renewal;
    if (this.#lasting.size > 0 && this.#trouble === undefined) return () => this.#writeLasting();
    if (this.#countsDue) return () => this.#writeAll();
    if (renewal?.failure !== undefined) return () => this.#giveUp(renewal);
    if (renewal?.isReady) return () => this.#finish(renewal);
    if (renewal !== undefined && !renewal.isWritten) return () => renewal.step(this.#clock.now());
    return this.#renewalIsDue() ? () => this.#beginRenewal() : undefined;
  }

  async #writeLasting(): Promise<void> {
    const changed = this.#lasting;
    this.#lasting = new Unwritten();
    await this.#write(changed);
  }

  async #writeAll(): Promise<void> {
    this.#countsDue = false;
    const changed = this.#takeAll();
    if (changed.size > 0) await this.#write(changed);
  }

  #takeAll(): Unwritten {
    const changed = this.#lasting;
    changed.addAll(this.#counts);
    this.#lasting = new Unwritten();
    this.#counts = new Unwritten();
    return changed;
  }

  async #write(changed: Unwritten): Promise<void> {
    this.#served = this.#waiting.splice(0);
    try {
      await this.#append(inFrames(changed.lines(this.#contents, this.#clock.now())));
      this.#renewal?.changed(changed);
      this.#well();
    } catch (error) {
      this.#counts.addAll(changed);
      this.#failed(error);
    }
    this.#answer();
  }

  /** The disk answered: whoever came meanwhile may wait a full time for its next answer. */
  #answer(): void {
    clearTimeout(this.#patience);
    this.#patience =
      this.#waiting.length === 0
        ? undefined
        : setTimeout(() => this.#letGo(), this.#limits.patienceMs);
    this.#late = false;
    for (const resolve of this.#served.splice(0)) resolve();
  }

  #letGo(): void {
    this.#late = true;
    for (const resolve of [...this.#served.splice(0), ...this.#waiting.splice(0)]) resolve();
  }

  /** All of it, or, as far as the next start can tell, a first part of it. */
  async #append(frames: Iterable<readonly string[]>): Promise<void> {
    const { file } = this.#open;
    for (const lines of frames) {
      const frame = frameOf(lines);
      await file.write(frame, this.#open.size).catch(async (error: unknown) => {
        await this.#cutOff(file);
        throw error;
      });
      this.#open = { ...this.#open, size: this.#open.size + frame.byteLength };
    }
    await file.sync().catch((error: unknown) => {
      // What a failed sync left of the file nobody knows: better all of it anew.
      this.#renewalWanted = true;
      throw error;
    });
  }

  /** Half a frame would hide all that is written behind it. */
  async #cutOff(file: DiskFile): Promise<void> {
    await file.truncate(this.#open.size).catch(() => {
      this.#renewalWanted = true;
    });
  }

  #failed(error: unknown): void {
    const because = sentenceOf(error);
    if (this.#trouble === undefined) this.#tell(because);
    this.#trouble = because;
    this.#letGo();
    const again = (): void => {
      this.#countsDue = true;
      this.#start();
    };
    setTimeout(again, this.#limits.retryMs).unref();
  }

  #well(): void {
    if (this.#trouble !== undefined && !this.#renewalFailed) this.#tell(undefined);
    this.#trouble = undefined;
  }

  #renewalIsDue(): boolean {
    if (this.#renewal !== undefined || performance.now() < this.#renewNotBefore) return false;
    const { size, wholeBytes, head } = this.#open;
    const { changesBytesMin, renewAfterMs } = this.#limits;
    if (this.#renewalWanted || this.#clock.now() - head.madeAt >= renewAfterMs) return true;
    return size - wholeBytes >= Math.max(changesBytesMin, wholeBytes);
  }

  async #beginRenewal(): Promise<void> {
    this.#renewalWanted = false;
    const head = { ...this.#open.head, madeAt: this.#clock.now() };
    this.#renewal = await Renewal.begin(this.#disk, head, this.#contents, () => this.#start());
  }

  async #finish(renewal: Renewal): Promise<void> {
    this.#served = this.#waiting.splice(0);
    const changed = this.#takeAll();
    const opened = await renewal.finish(changed, this.#clock.now());
    if (opened === undefined) {
      this.#counts.addAll(changed);
      this.#countsDue = true;
    } else {
      const { file } = this.#open;
      this.#open = opened;
      this.#renewal = undefined;
      this.#renewalFailed = false;
      this.#well();
      await file.close();
    }
    this.#answer();
  }

  /** The old journal goes on; that it grows meanwhile is said once. */
  async #giveUp(renewal: Renewal): Promise<void> {
    this.#renewal = undefined;
    this.#renewNotBefore = performance.now() + 10 * this.#limits.retryMs;
    await renewal.abandon();
    if (!this.#renewalFailed && this.#trouble === undefined)
      this.#tell(sentenceOf(renewal.failure));
    this.#renewalFailed = true;
  }
}

const done = Promise.resolve();

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

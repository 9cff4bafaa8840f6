// A fresh journal beside the old one: everything once, in slices, then what changed meanwhile.

import type { EpochMs } from "../../base/units.ts";
import type { Contents } from "../process/contents.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { frameOf, inFrames } from "./frames.ts";
import { beginFile, type Head, journalName, type OpenJournal, wholeEnds } from "./open-journal.ts";
import { Unwritten } from "./unwritten.ts";
import { wholeOf } from "./whole.ts";

const newName = `${journalName}.new`;

/** No method throws: what went wrong is in `failure`, and the old journal is what it was. */
export class Renewal {
  readonly #disk: Disk;
  readonly #contents: Contents;
  readonly #head: Head;
  readonly #wake: () => void;
  readonly #since = new Unwritten();
  #file: DiskFile | undefined;
  #size = 0;
  #frames: Iterator<readonly string[]> | undefined;
  #syncing: Promise<void> | undefined;
  #synced = false;
  #failure: unknown;

  private constructor(disk: Disk, head: Head, contents: Contents, wake: () => void) {
    this.#disk = disk;
    this.#head = head;
    this.#contents = contents;
    this.#wake = wake;
  }

  /** `wake` is called when there is something to do again after a wait for the disk. */
  static async begin(
    disk: Disk,
    head: Head,
    contents: Contents,
    wake: () => void,
  ): Promise<Renewal> {
    const renewal = new Renewal(disk, head, contents, wake);
    await renewal.#trying(async () => {
      const { file, size } = await beginFile(disk, newName, head);
      renewal.#file = file;
      renewal.#size = size;
    });
    return renewal;
  }

  get failure(): unknown {
    return this.#failure;
  }

  get isWritten(): boolean {
    return this.#syncing !== undefined;
  }

  /** All but the last changes is on disk. */
  get isReady(): boolean {
    return this.#synced || (this.#syncing !== undefined && this.#failure !== undefined);
  }

  get syncing(): Promise<void> | undefined {
    return this.#syncing;
  }

  /** Written to the old journal meanwhile. */
  changed(changed: Unwritten): void {
    this.#since.addAll(changed);
  }

  /** One slice. After the last one the disk is given time, while the old journal goes on. */
  async step(now: EpochMs): Promise<void> {
    this.#frames ??= inFrames(wholeOf(this.#contents, now));
    const next = this.#frames.next();
    if (!next.done) return await this.#trying(() => this.#append(next.value));
    this.#syncing = this.#trying(async () => {
      await this.#file?.sync();
      this.#synced = true;
    }).then(this.#wake);
  }

  /** The last changes, then the name. Undefined if that failed. */
  async finish(unwritten: Unwritten, now: EpochMs): Promise<Opened | undefined> {
    await this.#trying(async () => {
      unwritten.addAll(this.#since);
      for (const lines of inFrames(unwritten.lines(this.#contents, now))) await this.#append(lines);
      await this.#append([wholeEnds]);
      await this.#file?.sync();
      await this.#takeName();
    });
    if (this.#failure !== undefined || this.#file === undefined) return undefined;
    return { file: this.#file, size: this.#size, wholeBytes: this.#size, head: this.#head };
  }

  /** What is left of it is without use, and goes at the next start at the latest. */
  async abandon(): Promise<void> {
    this.#frames?.return?.();
    await this.#syncing;
    const closed = this.#file === undefined ? done : this.#file.close();
    await Promise.allSettled([closed, this.#disk.remove(newName)]);
  }

  /** A rename that only failed to reach the disk has happened all the same. */
  async #takeName(): Promise<void> {
    await this.#disk.rename(newName, journalName).catch(async (error: unknown) => {
      if ((await this.#disk.size(newName)) !== undefined) throw error;
    });
  }

  async #append(lines: readonly string[]): Promise<void> {
    const frame = frameOf(lines);
    await this.#file?.write(frame, this.#size);
    this.#size += frame.byteLength;
  }

  async #trying(work: () => Promise<void>): Promise<void> {
    try {
      if (this.#failure === undefined) await work();
    } catch (error) {
      this.#failure = error;
    }
  }
}

const done = Promise.resolve();

type Opened = Pick<OpenJournal, "file" | "size" | "wholeBytes" | "head">;

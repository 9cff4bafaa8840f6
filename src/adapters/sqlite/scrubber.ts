// Gone from the tables is not yet gone from the disk: the write-ahead log still holds the pages
// as they were. Copying it into the file and cutting it to nothing ends that.

import type { OpenDatabase } from "./batch.ts";

type Schedule = (work: () => void, ms: number) => void;

/** Keeps no thread alive: closing the file empties its log anyway. */
const unhurried: Schedule = (work, ms) => {
  setTimeout(work, ms).unref();
};

/** Collects requests: an empty log costs several fsyncs, a busy server deletes all the time. */
export class Scrubber {
  readonly #database: OpenDatabase;
  readonly #afterMs: number;
  readonly #schedule: Schedule;
  #wanted = false;

  /** `afterMs` 0: at once. */
  constructor(database: OpenDatabase, afterMs: number, schedule: Schedule = unhurried) {
    this.#database = database;
    this.#afterMs = afterMs;
    this.#schedule = schedule;
  }

  /** Something was deleted: within `afterMs` no trace of it is left. */
  want(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    if (this.#afterMs === 0 && this.scrub()) return;
    this.#scheduleNext();
  }

  /** True if nothing is left to do. False while another program reads from the log. */
  scrub(): boolean {
    if (this.#wanted && this.#database.sqlite.isOpen) this.#wanted = !emptyLog(this.#database);
    return !this.#wanted;
  }

  #scheduleNext(): void {
    this.#schedule(
      () => {
        if (!this.scrub()) this.#scheduleNext();
      },
      Math.max(this.#afterMs, retryMs),
    );
  }
}

/** Chosen by us: long enough for a reader to be done. */
const retryMs = 1000;

function emptyLog({ sqlite }: OpenDatabase): boolean {
  const patience = sqlite.prepare("pragma busy_timeout").get() as { timeout: number };
  try {
    // Nobody who waits for a commit should wait for another program's reader.
    sqlite.exec("pragma busy_timeout = 0");
    const done = sqlite.prepare("pragma wal_checkpoint(truncate)").get() as { busy: number };
    return done.busy === 0;
  } catch {
    return false; // The disk failed or another program locks the file: tried again.
  } finally {
    sqlite.exec(`pragma busy_timeout = ${patience.timeout}`);
  }
}

// Documents beside the ledger, in the same file.

import type { ActorId } from "../../model/ids.ts";
import type { CachedDocument, Documents } from "../../ports/documents.ts";
import { namesActor } from "../names-actor.ts";
import type { CommitQueue } from "./commit-queue.ts";
import { RecentDocuments } from "./recent.ts";

/** Eight million characters: some two thousand actors as Mastodon writes them. */
const recentCharactersMax = 8 * 1024 * 1024;

export class SqliteDocuments implements Documents {
  readonly #queue: CommitQueue;
  readonly #documentsMax: number;
  readonly #recent = new RecentDocuments(recentCharactersMax);
  #puts = 0;

  constructor(queue: CommitQueue, documentsMax: number) {
    this.#queue = queue;
    this.#documentsMax = documentsMax;
  }

  async get(url: string): Promise<CachedDocument | undefined> {
    const recent = this.#recent.get(url);
    if (recent !== undefined) return recent;
    const found = await this.#queue.call("getDocument", url);
    // A put may have come back in the meantime: it knows better.
    if (found !== undefined && !this.#recent.has(url)) this.#recent.set(found);
    return found;
  }

  below(prefix: string, limit: number): Promise<readonly CachedDocument[]> {
    return this.#queue.call("documentsBelow", prefix, limit);
  }

  about(actor: ActorId): Promise<readonly CachedDocument[]> {
    return this.#queue.call("documentsAbout", actor);
  }

  async forget(actor: ActorId): Promise<number> {
    this.#recent.dropWhere((document) => namesActor(document, actor));
    const gone = await this.#queue.call("forgetDocuments", actor);
    // What was asked for in the meantime was read before it went.
    this.#recent.dropWhere((document) => namesActor(document, actor));
    return gone;
  }

  async put(document: CachedDocument): Promise<void> {
    const stored = this.#queue.call("putDocument", document);
    await Promise.all([stored, this.#pruneSometimes()]);
    this.#recent.set(document);
  }

  /** Counting is a walk through all of them: at most one percent too many lie there meanwhile. */
  async #pruneSometimes(): Promise<void> {
    const every = Math.ceil(this.#documentsMax / 100);
    if (this.#puts++ % every !== 0) return;
    await this.#queue.call("pruneDocuments", this.#documentsMax);
  }
}

// Documents that live as long as their process: for replays, tests and a first look.

import type { ActorId } from "../../model/ids.ts";
import type { CachedDocument, Documents } from "../../ports/documents.ts";
import { namesActor } from "../names-actor.ts";

/** A hundred thousand actors of a few KiB: what a server with a busy federation meets in months. */
const documentsMaxDefault = 100_000;

export class ProcessDocuments implements Documents {
  /** Longest unwritten first. */
  readonly #documents = new Map<string, CachedDocument>();
  readonly #documentsMax: number;

  constructor(documentsMax: number = documentsMaxDefault) {
    this.#documentsMax = documentsMax;
  }

  async get(url: string): Promise<CachedDocument | undefined> {
    return this.#documents.get(url);
  }

  async below(prefix: string, limit: number): Promise<readonly CachedDocument[]> {
    return this.#sorted(({ url }) => url.startsWith(prefix)).slice(0, limit);
  }

  async about(actor: ActorId): Promise<readonly CachedDocument[]> {
    return this.#sorted((document) => namesActor(document, actor));
  }

  async forget(actor: ActorId): Promise<number> {
    const gone = await this.about(actor);
    for (const { url } of gone) this.#documents.delete(url);
    return gone.length;
  }

  #sorted(wanted: (document: CachedDocument) => boolean): readonly CachedDocument[] {
    const found = [...this.#documents.values()].filter(wanted);
    return found.sort((a, b) => (a.url < b.url ? -1 : 1));
  }

  async put(document: CachedDocument): Promise<void> {
    this.#documents.delete(document.url);
    this.#documents.set(document.url, document);
    if (this.#documents.size <= this.#documentsMax) return;
    for (const oldest of this.#documents.keys()) {
      this.#documents.delete(oldest);
      break;
    }
  }
}

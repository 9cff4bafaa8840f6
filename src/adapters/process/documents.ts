// Documents that live as long as their process: for replays, tests and a first look.

import type { CachedDocument, Documents } from "../../ports/documents.ts";

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

// The documents that were asked for lately: busy actors must not cost a trip to the worker.

import type { CachedDocument } from "../../ports/documents.ts";

/** Least recently used goes first, beyond `charactersMax` of urls and bodies together. */
export class RecentDocuments {
  readonly #documents = new Map<string, CachedDocument>();
  readonly #charactersMax: number;
  #characters = 0;

  constructor(charactersMax: number) {
    this.#charactersMax = charactersMax;
  }

  get(url: string): CachedDocument | undefined {
    const document = this.#documents.get(url);
    if (document === undefined) return undefined;
    this.#documents.delete(url);
    this.#documents.set(url, document);
    return document;
  }

  has(url: string): boolean {
    return this.#documents.has(url);
  }

  set(document: CachedDocument): void {
    this.#drop(document.url);
    this.#documents.set(document.url, document);
    this.#characters += charactersOf(document);
    for (const oldest of this.#documents.keys()) {
      if (this.#characters <= this.#charactersMax) return;
      this.#drop(oldest);
    }
  }

  dropWhere(goes: (document: CachedDocument) => boolean): void {
    for (const document of [...this.#documents.values()]) {
      if (goes(document)) this.#drop(document.url);
    }
  }

  #drop(url: string): void {
    const document = this.#documents.get(url);
    if (document === undefined) return;
    this.#documents.delete(url);
    this.#characters -= charactersOf(document);
  }
}

/** What an entry costs beside its text, roughly; without it, empty ones would be free. */
const entryCharacters = 200;

function charactersOf({ url, outcome }: CachedDocument): number {
  return url.length + (outcome.kind === "found" ? outcome.body.length : 0) + entryCharacters;
}

// Names that very many contacts share: each once, under a number, as long as somebody keeps it.

import { Blocks } from "./blocks.ts";
import { KeyTable } from "./key-table.ts";
import { TextWords, wordsNeeded } from "./text-words.ts";

/** Of what is stored: its hash, how many keep it, how it was written, then the text. */
const hashAt = 0;
const keepersAt = 1;
const howAt = 2;
const textAt = 3;

export class Names {
  readonly #blocks = new Blocks(8);
  readonly #byHash: KeyTable;
  readonly #secret: number;
  readonly #texts = new TextWords();

  /** `secret`: 32 bits; whoever knows it may find very many names of one hash. */
  constructor(secret: number) {
    this.#secret = secret;
    this.#byHash = new KeyTable(secret);
  }

  get size(): number {
    return this.#byHash.size;
  }

  get bytes(): number {
    return this.#blocks.bytes + this.#byHash.bytes;
  }

  /** 0 if nobody keeps it. */
  find(text: string): number {
    return this.#byHash.find(this.#hashOf(text), (ref) => this.textOf(ref) === text);
  }

  /** Its number, kept once more. */
  keep(text: string): number {
    const known = this.find(text);
    if (known !== 0) {
      this.#blocks.change(known, keepersAt, this.keepersOf(known) + 1);
      return known;
    }
    const how = this.#texts.write(text, textAt);
    const length = textAt + wordsNeeded(how);
    const words = this.#texts.room(length);
    const hash = this.#hashOf(text);
    words[hashAt] = hash;
    words[keepersAt] = 1;
    words[howAt] = how;
    const ref = this.#blocks.store(words, length);
    this.#byHash.add(hash, ref);
    return ref;
  }

  /** Kept once less; a name that nobody keeps is gone. */
  drop(ref: number): void {
    const left = this.keepersOf(ref) - 1;
    if (left > 0) {
      this.#blocks.change(ref, keepersAt, left);
      return;
    }
    this.#byHash.remove(this.#blocks.get(ref, 2 + hashAt), ref);
    this.#blocks.discard(ref);
  }

  keepersOf(ref: number): number {
    return this.#blocks.get(ref, 2 + keepersAt);
  }

  textOf(ref: number): string {
    const length = this.#blocks.lengthOf(ref);
    const words = this.#texts.room(length);
    this.#blocks.load(ref, words, length);
    return this.#texts.read(words[howAt] as number, textAt);
  }

  #hashOf(text: string): number {
    let hash = this.#secret;
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    return hash >>> 0;
  }
}

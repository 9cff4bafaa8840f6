// Short texts as words for Blocks: what most ids look like takes a byte a letter.

const https = "https://";

/** How a text was written: its bytes times four, and what has to be undone to read it. */
const wideBit = 1;
const httpsBit = 2;

/** Every UTF-16 unit survives, also half of a pair: an id is what its server says it is. */
export class TextWords {
  #words = new Uint32Array(1024);
  #bytes = Buffer.from(this.#words.buffer);

  /** Where texts are written to and read from; its first `count` words stay what they are. */
  room(count: number): Uint32Array {
    if (count > this.#words.length) {
      const before = this.#words;
      this.#words = new Uint32Array(2 * count);
      this.#words.set(before);
      this.#bytes = Buffer.from(this.#words.buffer);
    }
    return this.#words;
  }

  /** From this word on. Answers what `read` needs to know. */
  write(text: string, at: number): number {
    const begins = text.startsWith(https);
    const rest = begins ? text.slice(https.length) : text;
    const wide = !isNarrow(rest);
    this.room(at + rest.length + 1);
    const bytes = this.#bytes.write(rest, 4 * at, wide ? "utf16le" : "latin1");
    return bytes * 4 + (wide ? wideBit : 0) + (begins ? httpsBit : 0);
  }

  read(how: number, at: number): string {
    const encoding = (how & wideBit) !== 0 ? "utf16le" : "latin1";
    const rest = this.#bytes.toString(encoding, 4 * at, 4 * at + (how >>> 2));
    return (how & httpsBit) !== 0 ? https + rest : rest;
  }
}

export function wordsNeeded(how: number): number {
  return ((how >>> 2) + 3) >>> 2;
}

function isNarrow(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}

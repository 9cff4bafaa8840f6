// What is remembered of a contact, as numbers in blocks.
//
//   mark  moment  neighbours in its ring  sender  domain  family  how long each part is
//   │ sketch  traits  receipt  keys  recipients

import type { EpochMs } from "../../base/units.ts";
import type { Trace } from "../../model/likeness.ts";
import { Blocks } from "./blocks.ts";
import { TextWords, wordsNeeded } from "./text-words.ts";

/** Senders, domains and recipients are the numbers of their names. */
export interface MemberFields {
  readonly id: number;
  readonly at: EpochMs;
  readonly regular: boolean;
  readonly sender: number;
  readonly domain: number;
  readonly family: number;
  readonly receipt: string;
  readonly recipients: readonly number[];
}

const idAt = 0;
/** The upper bits of the id, and two of ours. */
const flagsAt = 1;
const momentAt = 2;
const momentHighAt = 3;
const olderAt = 4;
const newerAt = 5;
const senderAt = 6;
const domainAt = 7;
const familyAt = 8;
const sizesAt = 9;
const otherSizesAt = 10;
const receiptAt = 11;
const partsAt = 12;

const regularBit = 1;
const linkedBit = 2;
const flagBits = 2;

/** Blocks begins each thing with so many words. */
const headWords = 2;

/** By more keys nothing is found; a likeness has about eighty at most. */
export const keysMax = 255;

export class MemberRecords {
  readonly #blocks = new Blocks(16);
  readonly #texts = new TextWords();

  get bytes(): number {
    return this.#blocks.bytes;
  }

  /** Answers its place. At most `keysMax` keys. */
  store(fields: MemberFields, { sketch, keys: traits }: Trace, keys: Uint32Array): number {
    const { id, at, regular, recipients } = fields;
    const compared = sketch.length + traits.length;
    const receiptFrom = partsAt + compared;
    const how = this.#texts.write(fields.receipt, receiptFrom);
    let end = receiptFrom + wordsNeeded(how);
    const words = this.#texts.room(end + 2 * keys.length + recipients.length);
    words[idAt] = id;
    words[flagsAt] = high(id) * 2 ** flagBits + Number(regular);
    words[momentAt] = at;
    words[momentHighAt] = high(at);
    words[senderAt] = fields.sender;
    words[domainAt] = fields.domain;
    words[familyAt] = fields.family;
    words[sizesAt] = sketch.length + traits.length * 2 ** 16;
    words[receiptAt] = how;
    words.set(sketch, partsAt);
    words.set(traits, partsAt + sketch.length);
    const { named, others } = splitKeys(keys, words.subarray(partsAt, partsAt + compared));
    words[otherSizesAt] = recipients.length + named.length * 2 ** 16 + others.length * 2 ** 24;
    for (const key of others) words[end++] = key;
    for (let i = 0; i < named.length; i += 4) words[end++] = fourBytes(named, i);
    for (const name of recipients) words[end++] = name;
    return this.#blocks.store(words, end);
  }

  discard(place: number): void {
    this.#blocks.discard(place);
  }

  idOf(place: number): number {
    const upper = this.#get(place, flagsAt) >>> flagBits;
    return upper * 2 ** 32 + this.#get(place, idAt);
  }

  atOf(place: number): EpochMs {
    return (this.#get(place, momentHighAt) * 2 ** 32 + this.#get(place, momentAt)) as EpochMs;
  }

  isRegular(place: number): boolean {
    return (this.#get(place, flagsAt) & regularBit) !== 0;
  }

  isLinked(place: number): boolean {
    return (this.#get(place, flagsAt) & linkedBit) !== 0;
  }

  setLinked(place: number): void {
    this.#set(place, flagsAt, this.#get(place, flagsAt) | linkedBit);
  }

  senderOf(place: number): number {
    return this.#get(place, senderAt);
  }

  domainOf(place: number): number {
    return this.#get(place, domainAt);
  }

  familyOf(place: number): number {
    return this.#get(place, familyAt);
  }

  /** 0 for the ends of a ring. */
  olderThan(place: number): number {
    return this.#get(place, olderAt);
  }

  newerThan(place: number): number {
    return this.#get(place, newerAt);
  }

  setOlder(place: number, older: number): void {
    this.#set(place, olderAt, older);
  }

  setNewer(place: number, newer: number): void {
    this.#set(place, newerAt, newer);
  }

  /** Good until anything else is read from here: to be compared, not kept. */
  traceOf(place: number): Trace {
    const { sketch, traits } = this.#sizesOf(place);
    const end = partsAt + sketch + traits;
    const words = this.#texts.room(end);
    this.#blocks.load(place, words, end);
    return {
      sketch: words.subarray(partsAt, partsAt + sketch),
      keys: words.subarray(partsAt + sketch, end),
    };
  }

  /** What of it has no fixed place. */
  othersOf(place: number): Pick<MemberFields, "receipt" | "recipients"> {
    const { words, receipt, recipients } = this.#loaded(place);
    return {
      receipt: this.#texts.read(words[receiptAt] as number, receipt),
      recipients: [...words.subarray(recipients, recipients + this.#sizesOf(place).recipients)],
    };
  }

  keysOf(place: number): Uint32Array {
    const { sketch, traits, others, named } = this.#sizesOf(place);
    const { words, others: from } = this.#loaded(place);
    const compared = words.subarray(partsAt, partsAt + sketch + traits);
    const keys = new Uint32Array(others + named);
    keys.set(words.subarray(from, from + others));
    for (let i = 0; i < named; i++) {
      const four = words[from + others + (i >>> 2)] as number;
      keys[others + i] = compared[(four >>> (8 * (i & 3))) & 255] as number;
    }
    return keys;
  }

  /** Answers how often it was one. */
  dropRecipient(place: number, name: number): number {
    const { recipients } = this.othersOf(place);
    const left = recipients.filter((one) => one !== name);
    const { recipients: from } = this.#loaded(place);
    for (const [i, one] of left.entries()) this.#blocks.change(place, from + i, one);
    this.#set(
      place,
      otherSizesAt,
      this.#get(place, otherSizesAt) - recipients.length + left.length,
    );
    return recipients.length - left.length;
  }

  /** All of it, and where the later parts begin. */
  #loaded(place: number): Loaded {
    const { sketch, traits, others, named } = this.#sizesOf(place);
    const length = this.#blocks.lengthOf(place);
    const words = this.#texts.room(length);
    this.#blocks.load(place, words, length);
    const receipt = partsAt + sketch + traits;
    const othersAt = receipt + wordsNeeded(words[receiptAt] as number);
    const recipients = othersAt + others + Math.ceil(named / 4);
    return { words, receipt, others: othersAt, recipients };
  }

  #sizesOf(
    place: number,
  ): Readonly<Record<"sketch" | "traits" | "recipients" | "named" | "others", number>> {
    const sizes = this.#get(place, sizesAt);
    const more = this.#get(place, otherSizesAt);
    return {
      sketch: sizes & 0xffff,
      traits: sizes >>> 16,
      recipients: more & 0xffff,
      named: (more >>> 16) & 0xff,
      others: more >>> 24,
    };
  }

  #get(place: number, at: number): number {
    return this.#blocks.get(place, headWords + at);
  }

  #set(place: number, at: number, value: number): void {
    this.#blocks.set(place, headWords + at, value);
  }
}

interface Loaded {
  readonly words: Uint32Array;
  readonly receipt: number;
  readonly others: number;
  readonly recipients: number;
}

function high(value: number): number {
  return Math.floor(value / 2 ** 32);
}

/** A key that is a shingle of the sketch or one of the traits is known by which: a byte each. */
function splitKeys(
  keys: Uint32Array,
  compared: Uint32Array,
): { readonly named: readonly number[]; readonly others: readonly number[] } {
  const named: number[] = [];
  const others: number[] = [];
  for (const key of keys) {
    const index = compared.indexOf(key);
    if (index >= 0 && index <= 255) named.push(index);
    else others.push(key);
  }
  return { named, others };
}

function fourBytes(bytes: readonly number[], at: number): number {
  let word = 0;
  for (let i = 0; i < 4; i++) word |= (bytes[at + i] ?? 0) << (8 * i);
  return word;
}

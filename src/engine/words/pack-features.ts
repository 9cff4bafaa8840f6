// Features as bytes, for lessons that are kept: what it takes to learn them again, no more.
//
//   version · for each post: its words (1+) · for each word: its features (1+), 3 bytes each
//
// Three of four bytes: cells are numbered by the upper bits, and what is left out can't be read
// back. Whoever has the bytes and a dictionary could still guess words, so they stay in the state
// folder, as what is kept does.

import type { Features } from "./features.ts";

/** Another where features are hashed in another way. */
const version = 1;

/** Of one lesson; what is beyond in a long text or a large campaign is not learned. */
const featuresMax = 16_384;

const bytesMax = 4 * featuresMax;

/** Empty where no post has a feature. */
export function packFeatures(posts: readonly Features[]): Uint8Array {
  const bytes: number[] = [version];
  let left = featuresMax;
  for (const post of posts) {
    const words = wordsWithin(post, left);
    if (words === 0) continue;
    left -= post.ends[words - 1] as number;
    addPost(bytes, post, words);
  }
  return bytes.length === 1 ? new Uint8Array() : Uint8Array.from(bytes);
}

function wordsWithin({ ends }: Features, most: number): number {
  const beyond = ends.findIndex((end) => end > most);
  return beyond === -1 ? ends.length : beyond;
}

function addPost(bytes: number[], { hashes, ends }: Features, words: number): void {
  addCount(bytes, words);
  let at = 0;
  for (let word = 0; word < words; word++) {
    const end = ends[word] as number;
    addCount(bytes, end - at);
    for (; at < end; at++) {
      const hash = hashes[at] as number;
      bytes.push(hash >>> 24, (hash >>> 16) & 0xff, (hash >>> 8) & 0xff);
    }
  }
}

function addCount(bytes: number[], count: number): void {
  let rest = count;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

/** What was packed one by one, as one; what does not fit is left out. */
export function packedTogether(packed: readonly Uint8Array[]): Uint8Array {
  const posts = packed.filter((one) => one[0] === version);
  const joined = [Uint8Array.of(version), ...posts.map((one) => one.subarray(1))];
  let bytes = 0;
  const fitting = joined.filter((one) => {
    if (bytes + one.length > bytesMax) return false;
    bytes += one.length;
    return true;
  });
  return fitting.length < 2
    ? new Uint8Array()
    : Uint8Array.from(fitting.flatMap((one) => [...one]));
}

/** Undefined for what another version packed, or was cut. */
export function unpackFeatures(bytes: Uint8Array): readonly Features[] | undefined {
  if (bytes.length === 0) return [];
  if (bytes[0] !== version) return undefined;
  const reader = { bytes, at: 1 };
  const posts: Features[] = [];
  while (reader.at < bytes.length) {
    const post = readPost(reader);
    if (post === undefined) return undefined;
    posts.push(post);
  }
  return posts;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function readPost(reader: Reader): Features | undefined {
  const words = readCount(reader);
  if (words > featuresMax) return undefined;
  const ends = new Uint32Array(words);
  const hashes: number[] = [];
  for (let word = 0; word < words; word++) {
    const count = readCount(reader);
    if (reader.at + 3 * count > reader.bytes.length) return undefined;
    for (let left = count; left > 0; left--) hashes.push(readHash(reader));
    ends[word] = hashes.length;
  }
  return { hashes: Uint32Array.from(hashes), ends };
}

function readHash(reader: Reader): number {
  const { bytes, at } = reader;
  reader.at += 3;
  const upper = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8);
  return ((upper | (bytes[at + 2] as number)) << 8) >>> 0;
}

/** Beyond any bound where it is cut or too large. */
function readCount(reader: Reader): number {
  let count = 0;
  for (let shift = 0; shift < 21; shift += 7) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) break;
    count |= (byte & 127) << shift;
    if (byte < 128) return count;
  }
  return Number.POSITIVE_INFINITY;
}

// Ordinary posts, for who is taught by moderators: they rule on spam, and seldom on anything else.
//
// Of a language that it only ever met in spam, a learner holds every common word against whoever
// writes it. So each lesson of spam is followed by ordinary posts that are most like it, in its
// language if it is one of ours: what both have in common then shows nothing, and what is left
// is what the spam was about. The posts are shipped, hashed; docs/models/words-background.md.

import { backgroundPosts } from "./background-posts.ts";
import { cellOf, cells } from "./cells.ts";
import type { Features } from "./features.ts";
import { unpackFeatures } from "./pack-features.ts";

interface Ordinary {
  readonly features: Features;
  /** Each once. */
  readonly own: Uint32Array;
}

let unpacked: readonly Ordinary[] | undefined;

/** Nobody who learns nothing pays for them. */
function ordinaryPosts(): readonly Ordinary[] {
  unpacked ??= (unpackFeatures(bytesOf(backgroundPosts)) ?? []).map((features) => ({
    features,
    own: Uint32Array.from(new Set(features.hashes.map(cellOf))),
  }));
  return unpacked;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
}

/** The `count` most like these posts, the most alike first. */
export function ordinaryLike(posts: readonly Features[], count: number): readonly Features[] {
  const isTheirs = new Uint8Array(cells);
  for (const { hashes } of posts) for (const hash of hashes) isTheirs[cellOf(hash)] = 1;
  return ordinaryPosts()
    .map((one) => ({ features: one.features, likeness: likeness(one, isTheirs) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ features }) => features);
}

/** Cosine, but for what is the same for all; very short posts are alike by chance. */
function likeness({ own }: Ordinary, isTheirs: Uint8Array): number {
  let shared = 0;
  for (const cell of own) shared += isTheirs[cell] as number;
  return shared / Math.sqrt(own.length + 20);
}

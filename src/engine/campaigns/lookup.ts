// By which keys contacts are found that may belong together.

import { hash32 } from "../../base/prng.ts";
import type { Likeness, Trait, ViewName } from "../../model/likeness.ts";
import type { Commonness } from "./link.ts";

/** Views by which others are looked for; the rest only speaks when two are compared. */
const lookedFor: ReadonlySet<ViewName> = new Set(["link", "media", "handles"]);

/** Shingles that a contact is filed under, its rarest. Chosen by us. */
const shinglesMax = 10;

/** A shingle that more contacts have finds too many. Chosen by us. */
const commonShare = 0.03;

/**
 * With `common`: what a contact is filed under. Without: what others are looked up by, which is
 * all of its shingles, because theirs may have been rarer when they came.
 */
export function lookupKeys({ traits, sketch }: Likeness, common?: Commonness): Uint32Array {
  const shingles = common === undefined ? sketch : rarest(sketch, common);
  const keys = new Set<number>([builtAlike(traits), ...shingles]);
  for (const { view, key } of traits) if (lookedFor.has(view)) keys.add(key);
  return Uint32Array.from(keys);
}

function rarest(sketch: Likeness["sketch"], common: Commonness): readonly number[] {
  return Array.from(sketch, (shingle) => ({ shingle, share: common.ofShingle(shingle) }))
    .filter(({ share }) => share < commonShare)
    .sort((a, b) => a.share - b.share)
    .slice(0, shinglesMax)
    .map(({ shingle }) => shingle);
}

/** How profile and post are built, together: what a tool leaves where nothing else is alike. */
function builtAlike(traits: readonly Trait[]): number {
  const built = traits.filter(({ view }) => view === "profile" || view === "shape");
  return hash32(built.map(({ key }) => key).join(" "));
}

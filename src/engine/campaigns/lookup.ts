// By which keys contacts are found that may belong together.

import { hash32 } from "../../base/prng.ts";
import type { Likeness, Trait, ViewName } from "../../model/likeness.ts";
import { usualShare } from "../views/common.ts";
import type { Commonness } from "./linkage.ts";

/** Views by which others are looked for; the rest only speaks when two are compared. */
const lookedFor: ReadonlySet<ViewName> = new Set([
  ...(["link", "media", "handles", "face", "page", "payload"] as const),
]);

/** Shingles that a contact is filed under, its rarest. Chosen by us. */
const shinglesMax = 10;

/** A shingle that more contacts have finds too many. Chosen by us. */
const commonShare = 0.03;

/** Each of them alone may link: others that share one are looked at. */
export function tellingKeys({ traits }: Likeness): readonly number[] {
  return traits.filter(({ view }) => lookedFor.has(view)).map(({ key }) => key);
}

/** Of these several must be shared. */
export function weakKeys({ traits, sketch }: Likeness): readonly number[] {
  return [builtAlike(traits), ...sketch];
}

/** Chosen by us: who likes a hundred posts shows the same profile a hundred times. */
const reactionsOfOneMax = 2;

/**
 * Whether a follow, a like or a boost is worth a place beside what people wrote. `before`: what of
 * its sender has one already.
 */
export function isWorthKeeping(reaction: Likeness, before: number): boolean {
  if (before >= reactionsOfOneMax) return false;
  return reaction.sketch.length > 0 || tellingKeys(reaction).length > 0;
}

/** By which an edit finds what its sender sent before; it says nothing of who belongs together. */
export function postKey({ traits }: Likeness): number | undefined {
  return traits.find(({ view }) => view === "post")?.key;
}

/** By what a contact can be found later. */
export function filedUnder(likeness: Likeness, common: Commonness): Uint32Array {
  const shingles = rarest(likeness.sketch, common);
  const post = postKey(likeness);
  return Uint32Array.from(
    new Set([
      ...(post === undefined ? [] : [post]),
      ...tellingKeys(likeness),
      builtAlike(likeness.traits),
      ...shingles,
    ]),
  );
}

/**
 * The rarest in ordinary language, of equals the smallest, so that two variants of one text are
 * filed under the same ones: by what this server saw, what they share would look less rare than
 * what each has alone. Kept in order while it is filled: ten of 64 need no sorting of all.
 */
function rarest(sketch: Likeness["sketch"], common: Commonness): readonly number[] {
  const found: number[] = [];
  const shares: number[] = [];
  for (const shingle of sketch) {
    const share = usualShare(shingle);
    if (share >= (shares[shinglesMax - 1] ?? 1)) continue;
    if (common.ofShingle(shingle) >= commonShare) continue;
    let at = shares.length;
    while (at > 0 && (shares[at - 1] ?? 0) > share) at--;
    shares.splice(at, 0, share);
    found.splice(at, 0, shingle);
    if (found.length > shinglesMax) {
      found.pop();
      shares.pop();
    }
  }
  return found;
}

/** How profile and post are built, together: what a tool leaves where nothing else is alike. */
function builtAlike(traits: readonly Trait[]): number {
  const built = traits.filter(({ view }) => view === "profile" || view === "shape");
  return hash32(built.map(({ key }) => key).join(" "));
}

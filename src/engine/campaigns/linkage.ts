// Whether two contacts belong to one campaign, in bits.
//
// Record linkage (Fellegi and Sunter, "A Theory for Record Linkage", JASA 64, 1969): each view in
// which two contacts agree speaks for one hand behind both, the more the rarer it is that two
// strangers agree there by chance: log2(share among one hand's posts / share by chance). What
// differs speaks against it, a little: disguise is the opponent's trade.

import type { Likeness, TraitView, ViewName } from "../../model/likeness.ts";
import { sketchSize, type Weighed, weigh } from "../views/sketch.ts";
import type { Trace } from "../views/trace.ts";

/** What is common here: learned from the contacts that this server saw, a wave's now and then. */
export interface Commonness {
  /** The share of contacts with this trait, `usual` where nothing was seen yet. */
  ofTrait(key: number, usual: number): number;
  /** The same of a shingle. */
  ofShingle(shingle: number): number;
}

/** From here on one hand is likelier than chance: among all pairs of a month one in 2^13 is. */
export const linkedAt = 12;

/**
 * From here on two campaigns are one. Above `linkedAt`, for there are many more pairs in two
 * crowds than of one contact with others. Chosen by us.
 */
export const weldedAt = 18;

/**
 * From here on two profiles are alike beyond chance: among 10,000 pairs of made-up newcomers of
 * several hosts none were. Chosen by us.
 */
const plainAt = 15;

/** How alike two contacts are; `views` are those that spoke for it, strongest first. */
export interface Linkage {
  readonly bits: number;
  /** The same without what their senders show of themselves, which one sender always shares. */
  readonly saidBits: number;
  /** Alike beyond chance, also without all that people of one host have in common. */
  readonly plain: boolean;
  readonly views: readonly ViewName[];
}

/** Two posts of one hand share a trait about this often, by our guess. */
const kept = 0.5;

/**
 * No view says more than this, so that two must agree, or the words themselves: a link or a
 * picture may go round among strangers, people of one host or one day are alike in much.
 *
 * Chosen by us against `linkedAt`: below it what people pass on, have of their host or share by
 * circumstance; a little above it what hardly two make alike by themselves: a picture in several
 * of its parts, names in one order, a name of no language. `post` finds first versions only.
 */
const bitsMax: Readonly<Record<TraitView, number>> = {
  link: 11,
  media: 16,
  handles: 14,
  recipients: 7,
  profile: 8,
  cohort: 4,
  shape: 5,
  face: 13,
  page: 9,
  bio: 8,
  host: 4,
  payload: 13,
  post: 0,
};

/** They come together anyway: newcomers of one day and host are alike in all of them. */
const circumstances: ReadonlySet<ViewName> = new Set(["profile", "cohort", "shape", "host"]);

/** What a sender shows of itself, whatever it says. */
const shown: ReadonlySet<ViewName> = new Set(["face", "page", "bio"]);

/** Below `linkedAt`, so that circumstances alone link nobody. */
const circumstanceMax = 10;

/** Of one that is compared with many: what its words weigh is looked up once. */
export function linkedBy(one: Likeness, common: Commonness): (other: Trace) => Linkage {
  const weights = new Float64Array(one.sketch.length).fill(Number.NaN);
  const longer = Math.max(1, shinglesBehind(one.sketch) / usualLength);
  const weightOf = (shingle: number): number =>
    Math.max(0, Math.log2(sharedOfOne / (1 - (1 - common.ofShingle(shingle)) ** longer)));
  const silent = isOfProfiles(one);
  return (other) => {
    const bits = traitBits(one, other, common);
    addWords(bits, wordBits(weigh(one.sketch, other.sketch, weights, weightOf)), silent);
    return added(bits);
  };
}

function added(bits: ReadonlyMap<ViewName, number>): Linkage {
  const ofOneHost = bits.has("host");
  let [said, circumstance, shows] = [0, 0, 0];
  for (const [view, value] of bits) {
    if (circumstances.has(view)) circumstance += value;
    else if (shown.has(view)) shows += value;
    else said += value;
  }
  const saidBits = said + Math.min(circumstanceMax, circumstance);
  const beyond = Math.max(0, (bits.get("bio") ?? 0) - wordsAlone);
  const plain = ofOneHost ? isPlainOnOneHost(bits) : saidBits + shows - beyond >= plainAt;
  const views = [...bits].filter(([, value]) => value >= 2).sort((a, b) => b[1] - a[1]);
  return {
    bits:
      ofOneHost && !plain
        ? said + Math.min(circumstanceMax, circumstance + shows)
        : saidBits + shows,
    saidBits,
    plain,
    views: views.map(([view]) => view),
  };
}

/** Below `plainAt`: a sentence that people say of themselves, however long, needs a second view. */
const wordsAlone = 12;

/**
 * A host gives one picture to all who have none, and may write into everybody's profile, as
 * bridges do: of people of one host picture and page must both be the same.
 */
function isPlainOnOneHost(bits: ReadonlyMap<ViewName, number>): boolean {
  return bits.has("face") && (bits.get("page") ?? 0) >= rarePage;
}

/** Chosen by us: a page that few here link to, whatever its site. */
const rarePage = 5;

/** Who says nothing is compared by the words of its profile: they are its bio and no text. */
function addWords(bits: Map<ViewName, number>, words: number, silent: boolean): void {
  if (words > 0 && silent) bits.set("bio", Math.max(words, bits.get("bio") ?? 0));
  else bits.set("text", Math.max(-textAgainst, words));
}

/** A follow, a like, a boost: of every contact its host is known, of posts how they are built. */
export function isOfProfiles({ traits }: Likeness): boolean {
  const has = (wanted: ViewName): boolean => traits.some(({ view }) => view === wanted);
  return !has("shape") && has("host");
}

/** Views in which each further agreement is news: another part of the picture, another person. */
const adding: ReadonlySet<ViewName> = new Set([
  "media",
  "recipients",
  "profile",
  "face",
  "payload",
]);

/** Elsewhere the rarest agreement of each view counts: several of them are one story. */
function traitBits(one: Likeness, other: Trace, common: Commonness): Map<ViewName, number> {
  const bits = new Map<ViewName, number>();
  for (const { view, key, usual } of one.traits) {
    if (!other.keys.includes(key)) continue;
    const rare = Math.log2(kept / common.ofTrait(key, usual));
    const before = bits.get(view) ?? 0;
    const value = adding.has(view) ? before + Math.max(0, rare) : Math.max(before, rare);
    bits.set(view, Math.min(bitsMax[view], value));
  }
  return bits;
}

/**
 * Neighbouring shingles share three of four letters, so four of them say what one does alone; and
 * what people say to strangers is made of formulas, so that we count little more than a third of
 * even that: of posts that have nothing to do with any of 2,000 one in a thousand is then linked.
 */
const overlap = 11;

/** Two variants of one template share about this much after rewording, by our guess. */
const sharedOfOne = 0.4;
const against = Math.log2(1 - sharedOfOne);

/** Different words speak against one hand, but half of all waves vary theirs. */
const textAgainst = 3;

/**
 * Shares are counted in contacts of the usual length. A text so many times as long has a shingle
 * that much likelier by chance: unrelated articles share a seventh of theirs.
 */
const usualLength = 250;

/** The k-th smallest of n hashes lies at about k/n of their range. */
function shinglesBehind(sketch: Likeness["sketch"]): number {
  if (sketch.length < sketchSize) return sketch.length;
  return (sketchSize * 2 ** 32) / Math.max(1, sketch[sketchSize - 1] ?? 1);
}

function wordBits({ shared, apart, each }: Weighed): number {
  return ((shared + against * apart) * each) / overlap;
}

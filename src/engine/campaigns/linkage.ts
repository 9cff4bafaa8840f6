// Whether two contacts belong to one campaign, in bits.
//
// Record linkage (Fellegi and Sunter, "A Theory for Record Linkage", JASA 64, 1969): each view in
// which two contacts agree speaks for one hand behind both, the more the rarer it is that two
// strangers agree there by chance: log2(share among one hand's posts / share by chance). What
// differs speaks against it, a little: disguise is the opponent's trade.

import {
  type Likeness,
  type Linkage,
  type Trace,
  type Trait,
  type TraitView,
  type ViewName,
  viewNames,
} from "../../model/likeness.ts";
import { sketchSize, type Weighed, weigh } from "../views/sketch.ts";

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

/** In the order of `viewNames`. */
const kinds = viewNames.map((view) => {
  if (circumstances.has(view)) return "circumstance";
  return shown.has(view) ? "shown" : "said";
});

/** Below `linkedAt`, so that circumstances alone link nobody. */
const circumstanceMax = 10;

/**
 * Of one that is compared with many: what its words and traits weigh is looked up once. Answers
 * undefined for less than `from` bits.
 */
export function linkedBy(
  one: Likeness,
  common: Commonness,
  from = Number.NEGATIVE_INFINITY,
): (other: Trace) => Linkage | undefined {
  const weights = new Float64Array(one.sketch.length).fill(Number.NaN);
  const longer = Math.max(1, shinglesBehind(one.sketch) / usualLength);
  const weightOf = (shingle: number): number =>
    Math.max(0, Math.log2(sharedOfOne / (1 - (1 - common.ofShingle(shingle)) ** longer)));
  const silent = isOfProfiles(one);
  const agreement = new Agreement(one, common);
  return (other) => {
    const bits = agreement.with(other.keys);
    addWords(bits, wordBits(weigh(one.sketch, other.sketch, weights, weightOf)), silent);
    return added(bits, from);
  };
}

/** By the number of a view in `viewNames`; NaN where nothing is alike. */
type BitsOfViews = Float64Array;

const numbers = Object.fromEntries(viewNames.map((view, number) => [view, number])) as Readonly<
  Record<ViewName, number>
>;

function isIn(bits: BitsOfViews, view: ViewName): boolean {
  return !Number.isNaN(bits[numbers[view]]);
}

function bitsOf(bits: BitsOfViews, view: ViewName): number {
  return isIn(bits, view) ? (bits[numbers[view]] as number) : 0;
}

function added(bits: BitsOfViews, from: number): Linkage | undefined {
  const ofOneHost = isIn(bits, "host");
  let [said, circumstance, shows] = [0, 0, 0];
  for (let number = 0; number < bits.length; number++) {
    const value = bits[number] as number;
    if (Number.isNaN(value)) continue;
    if (kinds[number] === "circumstance") circumstance += value;
    else if (kinds[number] === "shown") shows += value;
    else said += value;
  }
  const saidBits = said + Math.min(circumstanceMax, circumstance);
  const beyond = Math.max(0, bitsOf(bits, "bio") - wordsAlone);
  const plain = ofOneHost ? isPlainOnOneHost(bits) : saidBits + shows - beyond >= plainAt;
  const total =
    ofOneHost && !plain ? said + Math.min(circumstanceMax, circumstance + shows) : saidBits + shows;
  if (total < from) return undefined;
  return { bits: total, saidBits, plain, views: spokenIn(bits) };
}

/** Strongest first. */
function spokenIn(bits: BitsOfViews): readonly ViewName[] {
  return viewNames
    .filter((view) => bitsOf(bits, view) >= 2)
    .sort((a, b) => bitsOf(bits, b) - bitsOf(bits, a));
}

/** Below `plainAt`: a sentence that people say of themselves, however long, needs a second view. */
const wordsAlone = 12;

/**
 * A host gives one picture to all who have none, and may write into everybody's profile, as
 * bridges do: of people of one host picture and page must both be the same.
 */
function isPlainOnOneHost(bits: BitsOfViews): boolean {
  return isIn(bits, "face") && bitsOf(bits, "page") >= rarePage;
}

/** Chosen by us: a page that few here link to, whatever its site. */
const rarePage = 5;

/** Who says nothing is compared by the words of its profile: they are its bio and no text. */
function addWords(bits: BitsOfViews, words: number, silent: boolean): void {
  if (words > 0 && silent) bits[numbers.bio] = Math.max(words, bitsOf(bits, "bio"));
  else bits[numbers.text] = Math.max(-textAgainst, words);
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

/** A power of two above twice the traits of a likeness, so that most keys are told by one look. */
const cells = 512;

/**
 * In which views one is like others, and by how much: in most the rarest agreement counts, for
 * several of them are one story. What each trait would say is looked up once.
 */
class Agreement {
  readonly #traits: readonly Trait[];
  readonly #common: Commonness;
  /** Of each trait, NaN where it was not asked yet. */
  readonly #rare: Float64Array;
  /** Whether a trait has a key that ends so. */
  readonly #mayHave = new Uint8Array(cells);
  readonly #bits: BitsOfViews = new Float64Array(viewNames.length);

  constructor({ traits }: Likeness, common: Commonness) {
    this.#traits = traits;
    this.#common = common;
    this.#rare = new Float64Array(traits.length).fill(Number.NaN);
    for (const { key } of traits) this.#mayHave[key % cells] = 1;
  }

  /** Good until it is asked again. */
  with(keys: Uint32Array): BitsOfViews {
    this.#bits.fill(Number.NaN);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      if (this.#mayHave[key % cells] === 1 && keys.indexOf(key) === at) this.#agree(key);
    }
    return this.#bits;
  }

  #agree(shared: number): void {
    for (const [index, { key, view }] of this.#traits.entries()) {
      if (key !== shared) continue;
      const number = numbers[view];
      const rare = this.#rareness(index);
      const before = bitsOf(this.#bits, view);
      const value = adding.has(view) ? before + Math.max(0, rare) : Math.max(before, rare);
      this.#bits[number] = Math.min(bitsMax[view], value);
    }
  }

  #rareness(index: number): number {
    const known = this.#rare[index] as number;
    if (!Number.isNaN(known)) return known;
    const { key, usual } = this.#traits[index] as Trait;
    const rare = Math.log2(kept / this.#common.ofTrait(key, usual));
    this.#rare[index] = rare;
    return rare;
  }
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

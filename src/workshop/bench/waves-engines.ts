// What finds the remembered post that another is most like: our own linking and four rivals.

import { LshIndex, Minhash } from "minhash";
import { Nilsimsa } from "nilsimsa";
import ssdeepJs from "ssdeep.js";
import tlshOf from "tlsh";
import DigestHashBuilder from "tlsh/lib/digests/digest-hash-builder.js";
import { Campaigns } from "../../adapters/process/campaigns.ts";
import { sketchOf } from "../../engine/views/sketch.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { Likeness } from "../../model/likeness.ts";
import { type Posted, startsAt } from "./waves-arrivals.ts";

export interface Match {
  readonly id: number;
  /** The higher the more alike. */
  readonly score: number;
}

export interface Engine {
  readonly name: string;
  remember(id: number, post: Posted): void;
  /** Undefined where nothing is alike, or nothing can be said. */
  best(post: Posted): Match | undefined;
}

export type TextOf = (post: Posted) => string;

/**
 * The look-up that the gate asks, in the memory that it runs with. `from`: bits; the gate's own
 * threshold is `linkedAt`.
 */
export function linking(
  name: string,
  likenessOf: (post: Posted) => Likeness,
  from = Number.NEGATIVE_INFINITY,
): Engine {
  const campaigns = roomyCampaigns();
  return {
    name,
    remember: (id, post) => rememberIn(campaigns, id, likenessOf(post)),
    best(post) {
      const [strongest] = campaigns.linkedTo(likenessOf(post), startsAt, from);
      if (strongest === undefined) return undefined;
      return { id: Number(strongest.member.receipt), score: strongest.link.bits };
    },
  };
}

/** With room for all that a bench remembers: what is forgotten is another bench's matter. */
function roomyCampaigns(): Campaigns {
  return new Campaigns({ lone: 100_000, linked: 100_000 }, (bytes) => bytes);
}

/** Each by a stranger of its own; its number is its receipt. */
function rememberIn(campaigns: Campaigns, id: number, likeness: Likeness): void {
  const actor = `https://remembered.example/users/${id}` as ActorId;
  const mark = { id, at: startsAt, struck: false };
  const domain = "remembered.example";
  const use = { kind: "use", actor, domain, regular: false, recipients: [], mark } as const;
  campaigns.note(likeness, use, `${id}` as Receipt, campaigns.linkedTo(likeness, startsAt));
}

/** Words alone, sketched anew at each look-up. */
export function wordsOnly(textOf: TextOf): (post: Posted) => Likeness {
  return (post) => ({ sketch: sketchOf(textOf(post)), traits: [] });
}

/**
 * Plain MinHash over four letters, 128 permutations, bands of two: the best of what was tried
 * before. The package's own `query` throws on a band that it never saw, hence the walk here.
 */
export function minhash(textOf: TextOf): Engine {
  const index = new LshIndex({ bandSize: 2 });
  const signatures = new Map<string, Minhash>();
  const sign = (text: string): Minhash => {
    const signature = new Minhash();
    for (const shingle of fourLetters(text)) signature.update(shingle);
    return signature;
  };
  return {
    name: "minhash 0.0.9",
    remember(id, post) {
      const signature = sign(textOf(post));
      signatures.set(String(id), signature);
      index.insert(String(id), signature);
    },
    best(post) {
      const signature = sign(textOf(post));
      const found = new Set(
        index.getHashbands(signature).flatMap((band) => index.index[band] ?? []),
      );
      return highest(found, (id) => signatures.get(id)?.jaccard(signature) ?? 0);
    },
  };
}

function fourLetters(text: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let at = 0; at === 0 || at + 4 <= text.length; at++) shingles.add(text.slice(at, at + 4));
  return shingles;
}

export function nilsimsa(textOf: TextOf): Engine {
  const sign = (text: string): string => new Nilsimsa(text).digest("hex");
  return scanning("nilsimsa 0.2.2", textOf, sign, (one, other) => Nilsimsa.compare(one, other));
}

export function ssdeep(textOf: TextOf): Engine {
  return scanning("ssdeep.js 0.0.3", textOf, ssdeepJs.digest, ssdeepJs.similarity);
}

/** Refuses what is too short for it, which most posts are. */
export function tlsh(textOf: TextOf): Engine {
  const sign = (text: string): TlshDigest | undefined => {
    try {
      return new DigestHashBuilder().withHash(tlshOf(text)).build();
    } catch {
      return undefined;
    }
  };
  return scanning(
    "tlsh 1.0.8",
    textOf,
    sign,
    (one, other) => -one.calculateDifference(other, true),
  );
}

type TlshDigest = ReturnType<
  ReturnType<InstanceType<typeof DigestHashBuilder>["withHash"]>["build"]
>;

/** Without an index of their own they compare with everything. */
function scanning<S>(
  name: string,
  textOf: TextOf,
  sign: (text: string) => S | undefined,
  compare: (one: S, other: S) => number,
): Engine {
  const signatures = new Map<number, S>();
  return {
    name,
    remember(id, post) {
      const signature = sign(textOf(post));
      if (signature !== undefined) signatures.set(id, signature);
    },
    best(post) {
      const signature = sign(textOf(post));
      if (signature === undefined) return undefined;
      return highest(signatures.keys(), (id) => compare(signature, signatures.get(id) as S));
    },
  };
}

function highest(
  ids: Iterable<string | number>,
  scoreOf: (id: never) => number,
): Match | undefined {
  let best: Match | undefined;
  for (const id of ids) {
    const score = scoreOf(id as never);
    if (best === undefined || score > best.score) best = { id: Number(id), score };
  }
  return best;
}

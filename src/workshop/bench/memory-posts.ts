// Unsolicited contacts as a busy server gets them, made up: words, hosts, links and people as
// unevenly spread as real ones are. Each is what the views would make of a post, without a post.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hash32, seeded } from "../../base/prng.ts";
import { type EpochMs, epochMs } from "../../base/units.ts";
import { sketchOf } from "../../engine/views/sketch.ts";
import { nothingOfItsOwn } from "../../model/activity.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { ActorId, Host, Receipt, ViewKey } from "../../model/ids.ts";
import type { Likeness, Sketch, Trait, TraitView } from "../../model/likeness.ts";
import { syllables } from "./mutator-tables.ts";

export interface Contacting {
  readonly arrival: Arrival;
  readonly keys: readonly ViewKey[];
  readonly likeness: Likeness;
}

/** What one hand repeats; each of its posts exchanges a part of it. */
export interface Template {
  readonly name: string;
  readonly words: readonly string[];
}

export const beginsAt = epochMs(Date.UTC(2026, 0, 5));

/** Words beside those of the lexicon: names, other languages. */
const coinedWords = 200_000;
const coinedShare = 0.2;

/** Of a template's words a variant exchanges so many. */
const exchanged = 0.25;

export class Posts {
  readonly #random: () => number;
  readonly #lexicon: readonly string[] = lexiconOf(docs);
  readonly #coined: string[] = [];
  #senders = 0;
  #serial = 0;

  constructor(seed: string) {
    this.#random = seeded(seed);
  }

  /** Somebody's own words to one of our people. */
  next(at: EpochMs): Contacting {
    const sender = this.#random() < 0.6 ? ++this.#senders : this.#below(this.#senders) + 1;
    const host = `town${this.#uneven(20_000)}.example`;
    const words = this.#words(6 + Math.floor(40 * this.#random() ** 2));
    const habits = [
      trait("profile", `pattern ${hash32(`${sender}`) % 400}`, 0.05),
      ...(sender % 2 === 0 ? [trait("profile", `bio of ${sender}`, 0.002)] : []),
      ...(sender % 3 > 0 ? [trait("profile", `picture of ${sender}`, 0.002)] : []),
      ...(sender % 10 === 0 ? [trait("cohort", `${sender % 60}`, 0.02)] : []),
      trait("shape", `${this.#uneven(500)}`, 0.05),
    ];
    return this.#contact(`${sender}`, host, at, words, [...this.#shown(), ...habits], "own");
  }

  /**
   * Every other shingle of two earlier posts, by somebody new with links of their own: shingles
   * are as unevenly spread as in posts, and a tenth of the time is needed.
   */
  spliced(one: Likeness, other: Likeness, at: EpochMs): Contacting {
    const sender = `${++this.#senders}`;
    const host = `town${this.#uneven(20_000)}.example`;
    const person = `https://home.example/users/p${this.#uneven(10_000)}` as ActorId;
    const actor = `https://${host}/users/${sender}` as ActorId;
    const receipt = `spliced-${`${++this.#serial}`.padStart(18, "0")}` as Receipt;
    const traits = one.traits.map((each) => {
      return each.usual < 0.005 ? { ...each, key: this.#below(2 ** 32) } : each;
    });
    return {
      arrival: arrivalOf(actor, host as Host, person, receipt, at, ""),
      keys: [],
      likeness: { sketch: halvesOf(one.sketch, other.sketch), traits },
    };
  }

  template(name: string): Template {
    return { name, words: this.#words(22) };
  }

  /** A template in other words, by another account with another link; its tool is the same. */
  variant({ name, words }: Template, at: EpochMs): Contacting {
    const others = words.map((word) => (this.#random() < exchanged ? this.#word() : word));
    const tool = [
      trait("profile", `pattern ${hash32(name) % 400}`, 0.05),
      trait("shape", `${hash32(name) % 500}`, 0.05),
    ];
    const serial = this.#serial + 1;
    const host = `open${serial % 7}.example`;
    return this.#contact(`${name}-${serial}`, host, at, others, tool, name);
  }

  #contact(
    sender: string,
    host: string,
    at: EpochMs,
    words: readonly string[],
    traits: readonly Trait[],
    hand: string,
  ): Contacting {
    const text = words.join(" ");
    const person = `https://home.example/users/p${this.#uneven(10_000)}` as ActorId;
    const actor = `https://${host}/users/${sender}` as ActorId;
    const receipt = `${hand}-${`${++this.#serial}`.padStart(25 - hand.length, "0")}` as Receipt;
    const known = [trait("recipients", person, 0.02), trait("host", host, 0.02)];
    const keys = [`text:${hash32(text)}`, ...traits.filter(isLink).map(({ key }) => `link:${key}`)];
    return {
      arrival: arrivalOf(actor, host as Host, person, receipt, at, text),
      keys: keys as ViewKey[],
      likeness: { sketch: sketchOf(text), traits: [...traits, ...known] },
    };
  }

  /** One in four links somewhere, one in ten shows a picture. */
  #shown(): readonly Trait[] {
    const traits: Trait[] = [];
    if (this.#random() < 0.25) {
      const site = `site${this.#uneven(30_000)}.example`;
      const path = this.#random() < 0.3 ? this.#uneven(1000) : `p ${this.#serial}`;
      traits.push(trait("link", `${site}/${path}`, 0.001), trait("link", site, 0.005));
    }
    if (this.#random() < 0.1) {
      const picture = this.#random() < 0.2 ? this.#uneven(5000) : `p ${this.#serial}`;
      for (let part = 0; part < 5; part++)
        traits.push(trait("media", `${picture} ${part}`, 0.0005));
    }
    return traits;
  }

  #words(count: number): readonly string[] {
    return Array.from({ length: count }, () => this.#word());
  }

  #word(): string {
    if (this.#random() >= coinedShare) {
      return this.#lexicon[this.#below(this.#lexicon.length)] as string;
    }
    const rank = this.#uneven(coinedWords);
    const word = this.#coined[rank] ?? coined(rank);
    this.#coined[rank] = word;
    return word;
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most);
  }

  /** From 1 on, each as much rarer as its number is higher (Zipf's law). */
  #uneven(most: number): number {
    return Math.floor(most ** this.#random());
  }
}

/** Twice the same is rare, and no harm. */
function halvesOf(one: Sketch, other: Sketch): Sketch {
  const both = new Uint32Array((one.length >> 1) + (other.length >> 1));
  for (let i = 0; i < one.length >> 1; i++) both[i] = one[2 * i] as number;
  const from = one.length >> 1;
  for (let i = 0; i < other.length >> 1; i++) both[from + i] = other[2 * i + 1] as number;
  return both.sort();
}

const docs = fileURLToPath(new URL("../../../docs", import.meta.url));

/** All words of the project's own pages, as often as they stand there. */
function lexiconOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .sort()
    .flatMap(
      (file) =>
        readFileSync(join(folder, file), "utf8")
          .toLowerCase()
          .match(/[a-z]+/g) ?? [],
    );
}

function coined(rank: number): string {
  const length = 2 + Math.floor(Math.log10(rank) / 2);
  const parts = Array.from({ length }, (_, at) => hash32(`${rank} ${at}`) % syllables.length);
  return parts.map((part) => syllables[part]).join("");
}

function trait(view: TraitView, content: string, usual: number): Trait {
  return { view, key: hash32(`${view}:${content}`), usual };
}

function isLink({ view }: Trait): boolean {
  return view === "link";
}

const encoder = new TextEncoder();

function arrivalOf(
  actor: ActorId,
  host: Host,
  person: ActorId,
  receipt: Receipt,
  at: EpochMs,
  text: string,
): Arrival {
  return {
    delivery: {
      ...{ receipt, at, path: "/inbox", headers: [], body: encoder.encode(text) },
      ...{ client: "192.0.2.1", scheme: "https" },
    },
    activity: {
      ...{ kind: "create", type: "Create", id: undefined, actor, published: undefined },
      addressed: { to: [], cc: [], audience: [], total: 1 },
      objects: [],
      ...{ target: undefined, instrument: undefined, content: undefined },
      carries: nothingOfItsOwn,
    },
    authenticity: { kind: "unknown", signature: "none", keyId: "", why: "late", because: "" },
    authorProof: { kind: "none" },
    sender: { actor, host, domain: host, proven: true },
    audience: { notified: [{ actor: person, via: "mention" }], notifiedTotal: 1, elsewhere: 0 },
  };
}

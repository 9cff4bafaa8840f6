// What is asked of each engine: variants of templates, and posts that belong with none of them.
//
//   harsh   templates in five languages, everything a spammer can do to a copy, and ordinary
//           posts among which only near-copies of half their letters are dropped
//   mild    as existing fingerprints were first compared: text messages and tweets in English,
//           seven kinds of change, and every distractor dropped that shares a fifth with
//           something remembered

import { seeded } from "../../base/prng.ts";
import type { LabelledText } from "../labelled-texts.ts";
import { drawKinds, type MutatorKind, mutate, mutatorKinds } from "./mutators.ts";
import { type Posted, posted } from "./waves-arrivals.ts";
import { type Cast, type CastSizes, castOf } from "./waves-texts.ts";

export interface Protocol {
  readonly name: "harsh" | "mild";
  readonly languages: readonly string[];
  /** Where all texts come from; of other corpora, as of everything where it is empty, all. */
  readonly sources: readonly string[];
  /** Those that are drawn from. */
  readonly kinds: readonly MutatorKind[];
  /** The share of shingles from which a distractor is a near-copy of something remembered. */
  readonly nearFrom: number;
}

export const harsh: Protocol = {
  name: "harsh",
  languages: ["en", "id", "ru", "ja", "zh"],
  sources: [],
  kinds: mutatorKinds,
  nearFrom: 0.5,
};

/**
 * The share was not written down then, but how many were dropped: 5.4 % of the ham. A fifth drops
 * about as many of ours.
 */
export const mild: Protocol = {
  name: "mild",
  languages: ["en"],
  sources: ["sms_uci", "tweets_en"],
  kinds: ["words", "look-alikes", "unseen", "mentions", "links", "tail", "shuffled"],
  nearFrom: 0.2,
};

export interface QuerySizes extends CastSizes {
  /** Variants that use everything, and, where all kinds are drawn from, those of each alone. */
  readonly variants: number;
  readonly ofEachKind: number;
}

/** A variant and what is known of it. */
export interface Query {
  readonly post: Posted;
  /** The number of its template; undefined for what belongs with none. */
  readonly template: number | undefined;
  readonly language: string;
  readonly wordsChanged: number;
  /** The only kind of change beside none; undefined where all kinds were drawn from. */
  readonly alone: MutatorKind | undefined;
}

export interface Questions {
  /** Templates first. */
  readonly remembered: readonly Posted[];
  readonly queries: readonly Query[];
  readonly dropped: number;
}

export function questionsOf(
  texts: readonly LabelledText[],
  protocol: Protocol,
  sizes: QuerySizes,
): Questions {
  const { languages, nearFrom } = protocol;
  const own = texts.filter(({ source }) => protocol.sources.includes(source));
  const cast = castOf(own.length > 0 ? own : texts, sizes, { seed: "waves", languages, nearFrom });
  const remembered = [...cast.templates, ...cast.remembered].map((one, i) =>
    posted(plain(one), i < cast.templates.length ? i : undefined, i),
  );
  return { remembered, queries: queriesOf(cast, protocol, sizes), dropped: cast.dropped };
}

/** As its author wrote it. */
function plain({ text }: LabelledText): string {
  return mutate(text, [], [], () => 0).html;
}

function queriesOf(cast: Cast, { kinds }: Protocol, sizes: QuerySizes): readonly Query[] {
  const random = seeded("variants");
  const drawn = (): readonly MutatorKind[] =>
    drawKinds(random).filter((kind) => kinds.includes(kind));
  const alone = kinds.length === mutatorKinds.length ? kinds : [];
  let serial = 0;
  const variant = (i: number, alone: MutatorKind | undefined): Query => {
    const template = i % cast.templates.length;
    const { text, language } = cast.templates[template] as LabelledText;
    const words = cast.vocabulary.get(language) ?? [];
    const changed = mutate(text, alone === undefined ? drawn() : [alone], words, random);
    const post = posted(changed.html, template, 10_000_000 + serial++);
    return { post, template, language, wordsChanged: changed.wordsChanged, alone };
  };
  return [
    ...times(sizes.variants, (i) => variant(i, undefined)),
    ...alone.flatMap((kind) => times(sizes.ofEachKind, (i) => variant(i, kind))),
    ...cast.distractors.map((one, i) => ({
      post: posted(plain(one), undefined, 20_000_000 + i),
      ...{ template: undefined, language: one.language, wordsChanged: 0, alone: undefined },
    })),
  ];
}

function times<T>(most: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: most }, (_, i) => make(i));
}

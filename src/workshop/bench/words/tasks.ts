// What the filters have to do: three ways to learn and be asked, on each source of texts.
//
//   online     each text is scored, then learned (Cormack, "TREC spam track", 2005 to 2007)
//   halves     learned from one half of a source, scored on the other
//   left out   learned from all other sources, scored on this one: a stranger's first day

import { type LabelledText, shuffled } from "../../labelled-texts.ts";

export const ways = ["online", "halves", "left out"] as const;
export type Way = (typeof ways)[number];

export interface Task {
  readonly way: Way;
  readonly source: string;
  /** Nothing, online: there, what is scored is what is learned. */
  readonly learned: readonly LabelledText[];
  readonly scored: readonly LabelledText[];
}

export interface Bounds {
  /** Of each source so many texts, drawn by a hash. */
  readonly postsMax: number;
  readonly ways: readonly Way[];
  /** Only these are scored; undefined for all. */
  readonly sources: readonly string[] | undefined;
  /** Their labels are about something else than words: scored by themselves, never taught. */
  readonly untaught: readonly string[];
}

/** With fewer of a kind a figure would be chance; such sources are learned from only. */
const leastOfAKind = 20;

export function tasksOf(texts: readonly LabelledText[], bounds: Bounds): readonly Task[] {
  const sources = bySource(texts, bounds.postsMax);
  const scored = [...sources.keys()].filter(
    (name) => isScorable(sources.get(name) ?? []) && (bounds.sources?.includes(name) ?? true),
  );
  return bounds.ways.flatMap((way) =>
    scored.map((source) => taskOf(way, source, sources, bounds.untaught)),
  );
}

/** Each shuffled and cut short: the same texts in the same order for everybody. */
export function bySource(
  texts: readonly LabelledText[],
  postsMax: number,
): ReadonlyMap<string, readonly LabelledText[]> {
  const sources = Map.groupBy(texts, ({ source }) => source);
  return new Map([...sources].map(([name, all]) => [name, shuffled(all, seed).slice(0, postsMax)]));
}

const seed = "words";

function isScorable(texts: readonly LabelledText[]): boolean {
  const spam = texts.filter(({ isSpam }) => isSpam).length;
  return Math.min(spam, texts.length - spam) >= leastOfAKind;
}

function taskOf(
  way: Way,
  source: string,
  sources: ReadonlyMap<string, readonly LabelledText[]>,
  untaught: readonly string[],
): Task {
  const own = sources.get(source) ?? [];
  switch (way) {
    case "online":
      return { way, source, learned: [], scored: own };
    case "halves": {
      const half = (rest: number) => own.filter((_, index) => index % 2 === rest);
      return { way, source, learned: half(0), scored: half(1) };
    }
    case "left out": {
      const others = [...sources].filter(([name]) => name !== source && !untaught.includes(name));
      // Mixed, since some filters weigh what came last more.
      return {
        way,
        source,
        learned: shuffled(
          others.flatMap(([, all]) => all),
          seed,
        ),
        scored: own,
      };
    }
  }
}

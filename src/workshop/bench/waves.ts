// Do variants of one template belong together, and nothing else? Beside four known fingerprints.
//
// Remembered: templates, and ordinary posts. Asked for: variants of the templates, and posts that
// belong with none. A variant is found if its own template is the best match, above the score
// that lets through 1 % or 0.1 % of the posts that belong with none.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { seeded } from "../../base/prng.ts";
import type { Likeness } from "../../model/likeness.ts";
import type { BenchOptions, Row } from "./main.ts";
import { drawKinds, type MutatorKind, mutate, mutatorKinds } from "./mutators.ts";
import { type Posted, posted, startsAt } from "./waves-arrivals.ts";
import type { Engine, Match, TextOf } from "./waves-engines.ts";
import * as engines from "./waves-engines.ts";
import { builtInTexts, type Cast, castOf, type LabelledText, textsIn } from "./waves-texts.ts";

interface Sizes {
  readonly templates: number;
  readonly remembered: number;
  readonly distractors: number;
  /** Variants that use everything, and those of each kind alone. */
  readonly variants: number;
  readonly ofEachKind: number;
  /** Of variants and of distractors that engines without an index are asked for. */
  readonly scanned: number;
  readonly memories: readonly number[];
}

const full: Sizes = {
  ...{ templates: 100, remembered: 1900, distractors: 10_000, variants: 4000, ofEachKind: 300 },
  ...{ scanned: 1000, memories: [1000, 10_000, 20_000, 50_000] },
};

const few: Sizes = {
  ...{ templates: 6, remembered: 30, distractors: 40, variants: 40, ofEachKind: 6 },
  ...{ scanned: 10, memories: [100] },
};

/** A variant and what is known of it. */
interface Query {
  readonly post: Posted;
  /** The number of its template; undefined for what belongs with none. */
  readonly template: number | undefined;
  readonly language: string;
  readonly wordsChanged: number;
  /** The only kind of change beside none; undefined where all kinds were drawn from. */
  readonly alone: MutatorKind | undefined;
}

export async function benchWaves({ smoke, corpus }: BenchOptions): Promise<readonly Row[]> {
  const sizes = smoke ? few : full;
  const texts = corpus === undefined ? builtInTexts(smoke ? 300 : 60_000) : textsIn(corpus);
  const cast = castOf(texts, sizes, "waves");
  const remembered = [...cast.templates, ...cast.remembered].map((one, i) =>
    posted(plain(one), i < cast.templates.length ? i : undefined, i),
  );
  const queries = queriesOf(cast, sizes);
  const rows = [count("near-copies dropped from the distractors", cast.dropped)];
  for (const engine of indexed()) rows.push(...measured(engine, remembered, queries, true));
  const some = [...sample(queries, sizes.scanned, true), ...sample(queries, sizes.scanned, false)];
  for (const engine of scanning()) rows.push(...measured(engine, remembered, some, false));
  return [...rows, ...memoryRows(texts, sizes.memories)];
}

const raw: TextOf = ({ raw }) => raw;
const normalised: TextOf = ({ comparable }) => comparable;

function indexed(): readonly Engine[] {
  return [
    engines.linking("ours, all views", ({ likeness }) => likeness),
    engines.linking("ours, words, normalised", engines.wordsOnly(normalised)),
    engines.linking(
      "ours, words, raw",
      engines.wordsOnly((post) => post.raw.toLowerCase()),
    ),
    ...besides(engines.minhash),
  ];
}

function scanning(): readonly Engine[] {
  return [engines.nilsimsa, engines.ssdeep, engines.tlsh].flatMap(besides);
}

/** The same rival on both texts. */
function besides(rival: (textOf: TextOf) => Engine): readonly Engine[] {
  const [one, other] = [rival(normalised), rival(raw)];
  return [
    { ...one, name: `${one.name}, normalised` },
    { ...other, name: `${other.name}, raw` },
  ];
}

/** As its author wrote it. */
function plain({ text }: LabelledText): string {
  return mutate(text, [], [], () => 0).html;
}

function queriesOf(cast: Cast, sizes: Sizes): readonly Query[] {
  const random = seeded("variants");
  let serial = 0;
  const variant = (i: number, alone: MutatorKind | undefined): Query => {
    const template = i % cast.templates.length;
    const { text, language } = cast.templates[template] as LabelledText;
    const kinds = alone === undefined ? drawKinds(random) : [alone];
    const words = cast.vocabulary.get(language) ?? [];
    const { html, wordsChanged } = mutate(text, kinds, words, random);
    const post = posted(html, template, 10_000_000 + serial++);
    return { post, template, language, wordsChanged, alone };
  };
  return [
    ...times(sizes.variants, (i) => variant(i, undefined)),
    ...mutatorKinds.flatMap((kind) => times(sizes.ofEachKind, (i) => variant(i, kind))),
    ...cast.distractors.map((one, i) => ({
      post: posted(plain(one), undefined, 20_000_000 + i),
      ...{ template: undefined, language: one.language, wordsChanged: 0, alone: undefined },
    })),
  ];
}

function times<T>(most: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: most }, (_, i) => make(i));
}

function sample(queries: readonly Query[], most: number, variants: boolean): readonly Query[] {
  const wanted = queries.filter(
    ({ template, alone }) => (template !== undefined) === variants && alone === undefined,
  );
  return wanted.slice(0, most);
}

type Answered = Query & { readonly match: Match | undefined };

function measured(
  engine: Engine,
  remembered: readonly Posted[],
  queries: readonly Query[],
  inDetail: boolean,
): readonly Row[] {
  for (const [id, post] of remembered.entries()) engine.remember(id, post);
  for (const { post } of queries.slice(0, 200)) engine.best(post);
  const [matches, seconds] = timed(() => queries.map(({ post }) => engine.best(post)));
  const answered = queries.map((query, i): Answered => ({ ...query, match: matches[i] }));
  const together = answered.filter((one) => one.template !== undefined && !one.alone);
  const strict = thresholdAt(answered, 0.001);
  const row = (name: string, some: readonly Answered[], threshold: number): Row =>
    count(`${engine.name}: ${name}`, 100 * recall(some, threshold), "% found");
  return [
    row("at 1 % false positives", together, thresholdAt(answered, 0.01)),
    row("at 0.1 % false positives", together, strict),
    row("wherever anything is found", together, Number.NEGATIVE_INFINITY),
    count(`${engine.name}: false positives of that`, 100 * falsePositives(answered), "%"),
    ...(inDetail ? parts(answered).map(([name, some]) => row(name, some, strict)) : []),
    count(`${engine.name}: look-ups`, queries.length / seconds, "per CPU second"),
  ];
}

/** Everything below is at 0.1 % false positives. */
function parts(answered: readonly Answered[]): readonly (readonly [string, readonly Answered[]])[] {
  const together = answered.filter((one) => one.template !== undefined && !one.alone);
  const shares = [20, 30, 40].map((from) => {
    const at = (share: number): number => Math.min(40, Math.max(20, 10 * Math.floor(share * 10)));
    const some = together.filter(({ wordsChanged }) => at(wordsChanged) === from);
    return [`${from} to ${from + 10} % of the words`, some] as const;
  });
  const languages = [...new Set(together.map(({ language }) => language))].sort();
  return [
    ...shares,
    ...languages.map((name) => [name, together.filter((one) => one.language === name)] as const),
    ...mutatorKinds.map((kind) => {
      return [`${kind} alone`, answered.filter(({ alone }) => alone === kind)] as const;
    }),
  ];
}

/** What a match has to exceed; ties stay together on the far side. */
function thresholdAt(answered: readonly Answered[], share: number): number {
  const scores = answered
    .filter(({ template }) => template === undefined)
    .map(({ match }) => match?.score ?? Number.NEGATIVE_INFINITY)
    .sort((a, b) => b - a);
  return scores[Math.floor(share * scores.length)] ?? Number.NEGATIVE_INFINITY;
}

function recall(variants: readonly Answered[], threshold: number): number {
  const found = variants.filter(
    ({ match, template }) => match?.id === template && (match?.score ?? 0) > threshold,
  );
  return found.length / Math.max(1, variants.length);
}

function falsePositives(answered: readonly Answered[]): number {
  const others = answered.filter(({ template }) => template === undefined);
  return others.filter(({ match }) => match !== undefined).length / Math.max(1, others.length);
}

/** What a remembered contact takes, and what asking and noting cost with so many of them. */
function memoryRows(texts: readonly LabelledText[], sizes: readonly number[]): readonly Row[] {
  const ham = texts.filter(({ spam }) => !spam);
  const most = Math.min(ham.length, Math.max(...sizes) + asked);
  const posts = ham.slice(0, most).map((one, i) => posted(plain(one), undefined, i));
  const collect = collector();
  return sizes.filter((one) => one < most).flatMap((size) => memoryOf(posts, size, collect));
}

function memoryOf(posts: readonly Posted[], size: number, collect: () => void): readonly Row[] {
  const campaigns = engines.roomyCampaigns();
  collect();
  const before = bytesUsed();
  for (let id = 0; id < size; id++) {
    engines.rememberIn(campaigns, id, ownCopy((posts[id] as Posted).likeness));
  }
  collect();
  const bytes = (bytesUsed() - before) / size;
  const news = posts.slice(size, size + asked);
  const [, seconds] = timed(() => {
    for (const [i, { likeness }] of news.entries()) {
      campaigns.find(likeness, engines.asker, startsAt, engines.nobodyIsKnown);
      engines.rememberIn(campaigns, size + i, likeness);
    }
  });
  const row = count(`gather, ${size} remembered`, (seconds * 1e6) / news.length, "µs CPU");
  if (size < weighableFrom) return [row];
  return [row, count(`a remembered contact, ${size} of them`, bytes, "bytes")];
}

/** So that nothing is weighed as somebody else's. */
function ownCopy({ sketch, traits }: Likeness): Likeness {
  return { sketch: sketch.slice(), traits };
}

const asked = 1000;

/** With fewer, what else happens on the heap weighs as much. */
const weighableFrom = 10_000;

function bytesUsed(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The collector without a flag at start, since a figure without it would be noise. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

/** Seconds of CPU, since other programs run beside this one. */
function timed<T>(step: () => T): readonly [T, number] {
  const began = process.cpuUsage();
  const result = step();
  const { user, system } = process.cpuUsage(began);
  return [result, (user + system) / 1e6];
}

function count(name: string, value: number, unit = "posts"): Row {
  return { name, median: value, min: value, max: value, unit };
}

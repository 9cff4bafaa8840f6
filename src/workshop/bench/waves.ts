// Do variants of one template belong together, and nothing else? Beside four known fingerprints.
//
// Remembered: templates, and ordinary posts. Asked for: variants of the templates, and posts that
// belong with none. A variant is found if its own template is the best match, above the score
// that lets through 1 % or 0.1 % of the posts that belong with none. Then as a stream, which is
// what a wave is: every post asked for, then remembered.

import { linkedAt } from "../../engine/campaigns/linkage.ts";
import type { LabelledText } from "../labelled-texts.ts";
import type { BenchOptions, Row } from "./main.ts";
import type { Engine, TextOf } from "./waves-engines.ts";
import * as engines from "./waves-engines.ts";
import {
  harsh,
  mild,
  type Protocol,
  type Query,
  type QuerySizes,
  questionsOf,
} from "./waves-queries.ts";
import { count, measured } from "./waves-recall.ts";
import { arrivalsOf, type StreamSizes, streamRows } from "./waves-stream.ts";
import { builtInTexts, textsIn } from "./waves-texts.ts";

interface Sizes extends QuerySizes {
  /** Of variants and of distractors that engines without an index are asked for. */
  readonly scanned: number;
  readonly stream: StreamSizes;
}

const full: Sizes = {
  ...{ templates: 100, remembered: 1900, distractors: 10_000, variants: 4000, ofEachKind: 200 },
  ...{ scanned: 1000, stream: { variants: 2000, distractors: 2000 } },
};

const few: Sizes = {
  ...{ templates: 6, remembered: 30, distractors: 40, variants: 30, ofEachKind: 3 },
  ...{ scanned: 6, stream: { variants: 30, distractors: 10 } },
};

export async function benchWaves({ smoke, corpus }: BenchOptions): Promise<readonly Row[]> {
  const sizes = smoke ? few : full;
  const texts = corpus === undefined ? builtInTexts(smoke ? 300 : 60_000) : textsIn(corpus);
  const rows: Row[] = [];
  for (const protocol of [mild, harsh]) rows.push(...rowsOf(protocol, texts, sizes));
  return rows;
}

function rowsOf(protocol: Protocol, texts: readonly LabelledText[], sizes: Sizes): readonly Row[] {
  const { remembered, queries, dropped } = questionsOf(texts, protocol, sizes);
  const rows = [count(`${protocol.name}: near-copies dropped from the distractors`, dropped)];
  for (const engine of indexed()) {
    const title = `${protocol.name}: ${engine.name}`;
    const result = measured(title, engine, remembered, queries, true);
    const arrivals = arrivalsOf(queries, sizes.stream);
    rows.push(...result.rows, ...streamRows(title, again(engine), arrivals, result.strict));
  }
  const some = [...sample(queries, sizes.scanned, true), ...sample(queries, sizes.scanned, false)];
  for (const engine of scanning()) {
    rows.push(
      ...measured(`${protocol.name}: ${engine.name}`, engine, remembered, some, false).rows,
    );
  }
  return rows;
}

/** The same with nothing in its memory. */
function again({ name }: Engine): Engine {
  const fresh = indexed().find((engine) => engine.name === name);
  if (fresh === undefined) throw new Error(`no engine ${name}`);
  return fresh;
}

const raw: TextOf = ({ raw }) => raw;
const normalised: TextOf = ({ comparable }) => comparable;

function indexed(): readonly Engine[] {
  return [
    engines.linking("ours, all views", ({ likeness }) => likeness),
    engines.linking("ours, all views, as the gate links", ({ likeness }) => likeness, linkedAt),
    engines.linking("ours, words, normalised", engines.wordsOnly(normalised)),
    engines.linking("ours, words, as the gate links", engines.wordsOnly(normalised), linkedAt),
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

function sample(queries: readonly Query[], most: number, variants: boolean): readonly Query[] {
  const wanted = queries.filter(
    ({ template, alone }) => (template !== undefined) === variants && alone === undefined,
  );
  return wanted.slice(0, most);
}

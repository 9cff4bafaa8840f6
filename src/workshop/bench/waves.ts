// Do variants of one template belong together, and nothing else? Beside four known fingerprints.
//
// Remembered: templates, and ordinary posts. Asked for: variants of the templates, and posts that
// belong with none. A variant is found if its own template is the best match, above the score
// that lets through 1 % or 0.1 % of the posts that belong with none. Then as a stream, which is
// what a wave is: every post asked for, then remembered.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { linkedAt } from "../../engine/campaigns/link.ts";
import type { Likeness } from "../../model/likeness.ts";
import type { BenchOptions, Row } from "./main.ts";
import { type Posted, posted, startsAt } from "./waves-arrivals.ts";
import type { Engine, TextOf } from "./waves-engines.ts";
import * as engines from "./waves-engines.ts";
import {
  harsh,
  mild,
  type Protocol,
  plain,
  type Query,
  type QuerySizes,
  questionsOf,
} from "./waves-queries.ts";
import { count, measured, timed } from "./waves-recall.ts";
import { arrivalsOf, type StreamSizes, streamRows } from "./waves-stream.ts";
import { builtInTexts, type LabelledText, textsIn } from "./waves-texts.ts";

interface Sizes extends QuerySizes {
  /** Of variants and of distractors that engines without an index are asked for. */
  readonly scanned: number;
  readonly stream: StreamSizes;
  readonly memories: readonly number[];
}

const full: Sizes = {
  ...{ templates: 100, remembered: 1900, distractors: 10_000, variants: 4000, ofEachKind: 200 },
  ...{ scanned: 1000, stream: { variants: 2000, distractors: 2000 } },
  memories: [1000, 10_000, 20_000, 50_000],
};

const few: Sizes = {
  ...{ templates: 6, remembered: 30, distractors: 40, variants: 30, ofEachKind: 3 },
  ...{ scanned: 6, stream: { variants: 30, distractors: 10 }, memories: [100] },
};

export async function benchWaves({ smoke, corpus }: BenchOptions): Promise<readonly Row[]> {
  const sizes = smoke ? few : full;
  const texts = corpus === undefined ? builtInTexts(smoke ? 300 : 60_000) : textsIn(corpus);
  const rows: Row[] = [];
  for (const protocol of [mild, harsh]) rows.push(...rowsOf(protocol, texts, sizes));
  return [...rows, ...memoryRows(texts, sizes.memories)];
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

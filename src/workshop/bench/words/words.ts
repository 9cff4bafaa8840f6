// `npm run bench -- words --corpus FOLDER`: text filters on the same labelled texts, in one run.
//
//   online   each text is scored, then learned, from nothing (Cormack, "TREC spam track", 2005-07)
//   halves   learned from one half, scored on the other

import { seeded } from "../../../base/prng.ts";
import type { BenchOptions, Row } from "../main.ts";
import type { Contender, LabelledText, NewContender } from "./contender.ts";
import { lineup } from "./lineup.ts";
import { type Telling, tellingOf } from "./measure.ts";
import { textsOf } from "./sources.ts";

/** Sources with both labels whose labels are in the text. */
const sources = ["sms_uci", "youtube_judol", "x_janitr", "telegram_tgspam", "telegram_ru"];

/** Of a long source a random part: its lines are in the order of a hash. */
const textsMax = { full: 6000, smoke: 200 };

export async function benchWords({ smoke, corpus }: BenchOptions): Promise<readonly Row[]> {
  if (corpus === undefined) throw new Error("which texts? --corpus FOLDER");
  const rows: Row[] = [];
  for (const source of smoke ? sources.slice(0, 1) : sources) {
    const all = shuffled(textsOf(corpus, source).slice(0, smoke ? textsMax.smoke : textsMax.full));
    for (const newContender of lineup) rows.push(...(await rowsOf(newContender, source, all)));
  }
  return rows;
}

/** The same for everybody. */
function shuffled<T>(all: readonly T[]): readonly T[] {
  const random = seeded("words");
  const drawn = all.map((one) => ({ one, at: random() }));
  return drawn.sort((a, b) => a.at - b.at).map(({ one }) => one);
}

async function rowsOf(
  newContender: NewContender,
  source: string,
  texts: readonly LabelledText[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  await withContender(newContender, async (contender) => {
    if (contender.stream === undefined) return;
    const scores = await contender.stream(texts);
    rows.push(...tellingRows(`${contender.name}, ${source}, online`, scores, texts));
  });
  const [known, unknown] = [0, 1].map((half) => texts.filter((_, at) => at % 2 === half));
  await withContender(newContender, async (contender) => {
    await contender.train(known ?? []);
    const start = performance.now();
    const scores = await contender.score((unknown ?? []).map(({ text }) => text));
    const perSecond = ((unknown?.length ?? 0) * 1000) / (performance.now() - start);
    const name = `${contender.name}, ${source}, halves`;
    rows.push(...tellingRows(name, scores, unknown ?? []));
    rows.push(rowOf(`${name}: speed`, perSecond, "posts/s"));
    rows.push(rowOf(`${name}: model`, await contender.modelBytes(), "bytes"));
  });
  return rows;
}

async function withContender(
  newContender: NewContender,
  use: (contender: Contender) => Promise<void>,
): Promise<void> {
  const contender = await newContender();
  if (contender === undefined) return;
  try {
    await use(contender);
  } finally {
    await contender.end();
  }
}

function tellingRows(
  name: string,
  scores: readonly number[],
  texts: readonly LabelledText[],
): readonly Row[] {
  const { loss, recallAt1, recallAt01 }: Telling = tellingOf(
    scores,
    texts.map(({ isSpam }) => isSpam),
  );
  return [
    rowOf(`${name}: 1-AUC`, loss, "%"),
    rowOf(`${name}: recall at 1 % false positives`, recallAt1, "%"),
    rowOf(`${name}: recall at 0.1 % false positives`, recallAt01, "%"),
  ];
}

function rowOf(name: string, value: number, unit: string): Row {
  return { name, median: value, min: value, max: value, unit };
}

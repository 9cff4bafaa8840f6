// Variants as they come in: each is asked for, then remembered, and finds any earlier one.

import { hash32 } from "../../base/prng.ts";
import type { Row } from "./main.ts";
import type { Engine } from "./waves-engines.ts";
import type { Query } from "./waves-queries.ts";
import { count, timed } from "./waves-recall.ts";

export interface StreamSizes {
  readonly variants: number;
  readonly distractors: number;
}

/** Of what may be asked the first of each sort, mixed. */
export function arrivalsOf(queries: readonly Query[], sizes: StreamSizes): readonly Query[] {
  const asked = queries.filter(({ alone }) => alone === undefined);
  const variants = asked.filter(({ template }) => template !== undefined);
  const others = asked.filter(({ template }) => template === undefined);
  const all = [...variants.slice(0, sizes.variants), ...others.slice(0, sizes.distractors)];
  return all
    .map((query, i) => ({ query, rank: hash32(`arrives ${i}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ query }) => query);
}

/** `strict`: what a match has to exceed, as the look-ups before found out. */
export function streamRows(
  title: string,
  engine: Engine,
  arrivals: readonly Query[],
  strict: number,
): readonly Row[] {
  const [matches, seconds] = timed(() =>
    arrivals.map(({ post }, id) => {
      const match = engine.best(post);
      engine.remember(id, post);
      return match;
    }),
  );
  const campaigns = new Set<number>();
  const tally = { ask: 0, found: 0, hits: 0, right: 0 };
  for (const [id, { template }] of arrivals.entries()) {
    const match = matches[id];
    const hit = match !== undefined && match.score > strict;
    const right = hit && template !== undefined && arrivals[match.id]?.template === template;
    if (hit) tally.hits++;
    if (right) tally.right++;
    if (template === undefined) continue;
    if (campaigns.has(template)) tally.ask++;
    campaigns.add(template);
    if (right) tally.found++;
  }
  return [
    count(`${title}: in a stream`, share(tally.found, tally.ask), "% found"),
    count(`${title}: in a stream, of what was found`, share(tally.right, tally.hits), "% right"),
    count(`${title}: in a stream, asked and remembered`, arrivals.length / seconds, perSecond),
  ];
}

const perSecond = "per CPU second";

function share(some: number, all: number): number {
  return (100 * some) / Math.max(1, all);
}

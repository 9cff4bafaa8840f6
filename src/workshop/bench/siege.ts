// What a notification costs an attacker who adapts: through no filter, through what admins run
// today, and through the house. docs/attack-cost.md says it in words.

import type { BenchOptions, Row } from "./main.ts";
import { familiesMet } from "./siege-families.ts";
import {
  besieged,
  type Met,
  type Price,
  paraded,
  type Standing,
  smallSiege,
  wholeSiege,
} from "./siege-runs.ts";
import type { Spread } from "./spread.ts";

export async function benchSiege({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const sizes = smoke ? smallSiege : wholeSiege;
  const [searching, rungs] = [await besieged("adaptive", sizes), await besieged("ladder", sizes)];
  const [moves, kinds] = [await paraded(sizes), await familiesMet(sizes)];
  return [
    ...rowsOf("adaptive", searching),
    ...rowsOf("ladder", rungs),
    ...moves.flatMap(({ move, ...met }) => rowsByContender(move, met)),
    ...kinds.flatMap(({ family, ...met }) => rowsByContender(family.id, met)),
  ];
}

function rowsOf(program: string, standings: readonly Standing[]): readonly Row[] {
  const open = standings.find(({ contender }) => contender.side === "open");
  return standings.flatMap(({ contender, price, reached, firstsHeld }) => {
    const name = `${program}, ${contender.name}`;
    return [
      priceRow(`${name}: a notification`, price, open?.price.spread.median),
      percent(`${name}: spam that reached people`, reached),
      percent(`${name}: first contacts held`, firstsHeld),
    ];
  });
}

function rowsByContender(of: string, { unprotected, by }: Met): readonly Row[] {
  return by.flatMap(({ contender, price, reached }) => {
    const name = `${of}, ${contender.name}`;
    return [
      priceRow(`${name}: a notification`, price, unprotected.median),
      percent(`${name}: spam that reached people`, reached),
    ];
  });
}

function priceRow(name: string, { spread, isAtLeast }: Price, open: number | undefined): Row {
  const row = { name, ...spread, unit: isAtLeast ? "units, or more" : "units" };
  if (open === undefined || open === 0) return row;
  return { ...row, ratio: { to: "unprotected", value: spread.median / open } };
}

function percent(name: string, { median, min, max }: Spread): Row {
  return { name, median: 100 * median, min: 100 * min, max: 100 * max, unit: "%" };
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { families } from "../lab/families/families.ts";
import { lineup } from "../lab/rivals/lineup.ts";
import { type AttackFigures, attackCostChart } from "./attack-cost-chart.ts";
import { attackCostPage } from "./attack-cost-page.ts";
import type { Met, Price, Standing } from "./bench/siege-runs.ts";
import type { Spread } from "./bench/spread.ts";

const same = (value: number): Spread => ({ median: value, min: value, max: value });

function priced(value: number, isAtLeast = false): Price {
  return { spread: same(value), isAtLeast };
}

/** What comes through costs less and reaches more the more of it does. */
function metWith(through: number): Met {
  const by = lineup.map((contender) => {
    const share = contender.side === "open" ? 1 : through;
    const price = priced(share === 0 ? 40 : 0.1 / share, share === 0);
    return { contender, price, reached: same(share) };
  });
  return { unprotected: same(0.1), by };
}

const standings = lineup.map((contender): Standing => {
  const isOpen = contender.side === "open";
  return {
    contender,
    runs: 2,
    price: priced(isOpen ? 0.1 : 1.3),
    reached: same(isOpen ? 1 : 0.25),
    firstsHeld: { median: 0.01, min: 0, max: 0.02 },
    found: isOpen ? [] : [{ applied: ["plain-text", "burst"], price: 0.4 }],
  };
});

const [first, second] = families;
const figures: AttackFigures = {
  seeds: ["1", "2"],
  searching: standings,
  rungs: standings,
  met: [
    { move: "burst", ...metWith(0) },
    { move: "poll", ...metWith(0.9) },
  ],
  kinds: [first, second].flatMap((family) => {
    return family === undefined ? [] : [{ family, firstsHeld: [], ...metWith(0.5) }];
  }),
};

test("the page says first what it costs, and what beats us stands before what does not", () => {
  const page = attackCostPage(figures, "abc1234");
  assert.match(page, /commit abc1234 with the seeds 1, 2/);
  assert.match(page, /0\.10 units where nothing is filtered, and\n1\.3 before Breakwater: 13\.0/);
  assert.match(page, /Breakwater: in 1 of 2 runs: plain-text \+ burst \(0\.40\)/);
  assert.ok(page.indexOf("| poll:") < page.indexOf("| burst:"));
  assert.match(page, /\| burst: [^|]*\| 0\.10 \| more than 40 \| 0 % \|/);
  assert.ok(!/NaN|undefined|Infinity/.test(page));
});

test("the picture shows everybody who is compared, and both moves", () => {
  const svg = attackCostChart(figures);
  for (const { name } of lineup) assert.ok(svg.includes(`>${name}<`), name);
  for (const move of ["poll", "burst"]) assert.ok(svg.includes(`>${move}<`), move);
  assert.ok(!/NaN|undefined|Infinity/.test(svg));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { dice as diceOf } from "../dice.ts";
import { type Filter, noFilter } from "../filter.ts";
import { threeOfFour } from "../rivals/criteria.ts";
import { goToSocial } from "../rivals/gotosocial.ts";
import { naiveBayes } from "../rivals/naive-bayes.ts";
import { filterOf } from "../rivals/rival.ts";
import { moves, notPlayed } from "./moves.ts";
import { noLinks, noNewcomers, noneOfThese, noRepeats } from "./planted.fixture.ts";
import { adaptive, ladder, type Program, parade } from "./programs.ts";
import { laySiege, usualSiege } from "./siege.ts";
import { type SiegeReport, siegeTable } from "./tally.ts";

// Smaller than what is reported; still a dozen whole sieges, which is why this takes seconds.
const small = { ...usualSiege, hamPerDay: 25, deliveriesMax: 450 };

function besiege(filter: Filter, program: Program = adaptive(diceOf("order"))) {
  return laySiege({ ...small, seed: "siege", filter, program });
}

/** What it costs where nobody defends, per notification. */
async function unprotected(): Promise<number> {
  const { found } = await besiege(noFilter());
  assert.ok(found?.price !== undefined);
  return found.price;
}

function foundBy({ found }: SiegeReport): readonly string[] {
  assert.ok(found !== undefined, "no way through was found");
  return found.applied;
}

test("without a filter the first method is good enough, and everything arrives", async () => {
  const report = await besiege(noFilter());
  assert.deepEqual(foundBy(report), []);
  assert.equal(report.whole.reached, report.whole.caused);
  assert.equal(report.ham.held, 0);
});

test("the same seed lays the same siege", async () => {
  assert.deepEqual(await besiege(noLinks()), await besiege(noLinks()));
});

test("where links are held it does without", async () => {
  const applied = foundBy(await besiege(noLinks()));
  assert.ok(
    applied.some((id) => ["plain-text", "picture-only", "handles-as-text"].includes(id)),
    applied.join(),
  );
});

test("where young accounts are held it shows an age", async () => {
  const applied = foundBy(await besiege(noNewcomers()));
  assert.ok(
    applied.some((id) => id.startsWith("aged") || id === "forged-host"),
    applied.join(),
  );
});

test("where repeated text is held it repeats none", async () => {
  const applied = foundBy(await besiege(noRepeats()));
  const others = ["rewritten", "below-likeness", "language-hopping", "picture-only"];
  assert.ok(
    applied.some((id) => others.includes(id)),
    applied.join(),
  );
});

test("where all three are held it finds the way round all three", async () => {
  const plan = { ...small, deliveriesMax: 800, seed: "siege", filter: noneOfThese() };
  const applied = foundBy(await laySiege({ ...plan, program: adaptive(diceOf("order")) }));
  assert.ok(applied.length >= 2, applied.join());
});

for (const rival of [naiveBayes, threeOfFour, goToSocial]) {
  test(`it gets past ${rival.name} at no more than twice the unprotected price`, async () => {
    // What learns needs something to learn from.
    const plan = { ...small, hamPerDay: 120, deliveriesMax: 700, seed: "siege" };
    const filter = filterOf(rival());
    const report = await laySiege({ ...plan, filter, program: adaptive(diceOf("order")) });
    const free = await unprotected();
    assert.ok(report.found?.price !== undefined, siegeTable(report));
    assert.ok(report.found.price <= 2 * free, siegeTable(report));
  });
}

test("a filter that holds everything is beaten by nothing", async () => {
  const nothing: Filter = { name: "closed", feed: async () => [], finish: async () => [] };
  const report = await besiege(nothing);
  assert.equal(report.found, undefined);
  assert.equal(report.whole.reached, 0);
  assert.equal(report.whole.price, undefined);
  assert.equal(report.ham.held, report.ham.deliveries);
});

test("the ladder goes from links to handles without a change of the filter", async () => {
  const report = await besiege(noLinks(), ladder(700));
  const rungs = report.tried.map(({ tried, reached }) => [tried, reached > 0]);
  assert.deepEqual(rungs, [
    ["first", false],
    ["short-links", false],
    ["plain-text", true],
    ["handles-as-text", true],
  ]);
});

test("the parade shows every move once, and which of them beat the filter", async () => {
  const plan = { ...usualSiege, hamPerDay: 10, days: 30, deliveriesMax: 2_000 };
  const report = await laySiege({ ...plan, seed: "all", filter: noLinks(), program: parade(16) });
  assert.deepEqual(
    report.tried.map(({ tried }) => tried),
    ["first", ...moves.map(({ id }) => id)],
  );
  for (const row of report.tried) assert.ok(row.spent > 0 && row.deliveries >= 16, row.tried);
  const reached = new Map(report.tried.map((row) => [row.tried, row.reached]));
  assert.equal(reached.get("short-links"), 0);
  assert.ok((reached.get("plain-text") ?? 0) > 0);
});

test("every countermove of the catalogue is played or named with why not", () => {
  const named = [...moves.map(({ plays }) => plays), ...notPlayed.map(([plays]) => plays)];
  const missing = Array.from({ length: 28 }, (_, index) => `CM${index + 1}`).filter(
    (id) => !named.includes(id),
  );
  assert.deepEqual(missing, []);
});

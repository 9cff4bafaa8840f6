import assert from "node:assert/strict";
import { test } from "node:test";
import { benchWaves } from "./waves.ts";

test("variants of made-up texts are found, beside four rivals, and nothing else is", async () => {
  const rows = await benchWaves({ smoke: true, corpus: undefined });
  const value = (name: string): number => {
    const row = rows.find((one) => one.name === name);
    assert.ok(row, `no row ${name}`);
    return row.median;
  };
  const found = value("harsh: ours, words, normalised: at 0.1 % false positives");
  assert.ok(found > 2 * value("harsh: ours, words, raw: at 0.1 % false positives"));
  assert.ok(found <= value("harsh: ours, all views: at 0.1 % false positives"));
  assert.equal(value("harsh: ours, words, as the gate links: false positives of that"), 0);
  assert.equal(value("harsh: ours, words, normalised: shuffled alone"), 100);
  assert.ok(value("harsh: ours, words, normalised: look-ups") > 0);
  for (const rival of ["minhash 0.0.9", "nilsimsa 0.2.2", "ssdeep.js 0.0.3", "tlsh 1.0.8"]) {
    for (const text of ["normalised", "raw"])
      value(`harsh: ${rival}, ${text}: at 1 % false positives`);
  }
});

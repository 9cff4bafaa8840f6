import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { heapAt, thisHouse } from "./heap.ts";
import { laterTrialsOf, resultOf, type Trial, trialsOf } from "./trials.ts";

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "pooled-"));
});
after(() => rmSync(folder, { recursive: true }));

const trial: Trial = { kind: "look-alike", code: "H17", seed: "one", told: true };

test("a result is kept, once, and is there for the next run; a torn line is not", async () => {
  const path = join(folder, "results.jsonl");
  const result = await resultOf(trial);
  assert.ok(result.firsts.of >= 20, `${result.firsts.of}`);
  for (const traits of Object.values(result.by)) {
    const all = Object.values(traits).reduce((sum, one) => sum + one.of, 0);
    assert.equal(all, result.firsts.of, "each first contact is of one language, script …");
  }
  const first = heapAt(path, "house");
  assert.equal(first.has(trial), false);
  first.add(result);
  first.add(result);
  appendFileSync(path, '{"house":"house","resu');
  const again = heapAt(path, "house");
  assert.deepEqual(again.results, [result]);
  assert.ok(again.has(trial));
  const bare = { ...result, told: false };
  assert.equal(again.has(bare), false);
  again.add(bare);
  assert.deepEqual(heapAt(path, "house").results, [result, bare]);
});

test("what another house did is left out, and counted", async () => {
  const path = join(folder, "others.jsonl");
  heapAt(path, "earlier").add(await resultOf(trial));
  const now = heapAt(path, "later");
  assert.deepEqual([now.results.length, now.leftOut], [0, 1]);
});

test("a house is called the same as long as it stays the same", () => {
  assert.match(thisHouse(), /^[0-9a-f]{12}$/);
  assert.equal(thisHouse(), thisHouse());
});

test("every class is played under every seed, with ties known and without", () => {
  const trials = trialsOf(2);
  assert.equal(trials.length, 2 * 2 * 41);
  assert.equal(laterTrialsOf(2).length, 2 * 2 * 5);
  assert.equal(new Set(trials.map((one) => JSON.stringify(one))).size, trials.length);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { benchWords } from "./words.ts";

test("ours tells made-up offers from what people of the lab say, in all three ways", async () => {
  const { json, text } = await benchWords({
    smoke: true,
    corpus: undefined,
    filters: ["breakwater"],
  });
  const { trials } = json as { trials: readonly { way: string; loss: number }[] };
  assert.deepEqual(
    trials.map(({ way }) => way),
    ["online", "online", "halves", "halves", "left out", "left out"],
  );
  assert.ok(trials.every(({ loss }) => loss < 25));
  assert.match(text, /^left out: all sources under one threshold$/m);
});

test("a filter that nobody knows is an error that names those that are known", async () => {
  const asked = benchWords({ smoke: true, corpus: undefined, filters: ["spamcop"] });
  await assert.rejects(asked, /--only knows Breakwater, Unbounded, fastText, /);
});

test("a bench that is asked to end tells what it has measured until then", async () => {
  const asked = benchWords({ smoke: true, corpus: undefined, filters: ["breakwater"] });
  process.emit("SIGTERM");
  const { json, isCut } = await asked;
  assert.equal(isCut, true);
  assert.ok((json as { trials: readonly unknown[] }).trials.length <= 1);
});

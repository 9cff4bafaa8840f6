import assert from "node:assert/strict";
import { test } from "node:test";
import type { LabelledText } from "../../labelled-texts.ts";
import { type Bounds, tasksOf, type Way, ways } from "./tasks.ts";

const bounds: Bounds = { postsMax: 1000, ways, sources: undefined, untaught: [] };

function source(name: string, spam: number, ham: number): readonly LabelledText[] {
  const text = (isSpam: boolean) => (_: unknown, at: number) => {
    return { text: `${name} ${isSpam} ${at}`, isSpam, language: "en", source: name };
  };
  return [...Array.from({ length: spam }, text(true)), ...Array.from({ length: ham }, text(false))];
}

const texts = [...source("one", 30, 50), ...source("two", 40, 60), ...source("posts", 0, 70)];

function task(way: Way, name: string, more: Partial<Bounds> = {}) {
  const found = tasksOf(texts, { ...bounds, ...more }).find(
    (one) => one.way === way && one.source === name,
  );
  assert.ok(found, `${way} ${name}`);
  return found;
}

function sorted(some: readonly LabelledText[]): readonly string[] {
  return some.map(({ text }) => text).sort();
}

test("a source that is left out is learned from nowhere, all others are", () => {
  const { learned, scored } = task("left out", "one");
  assert.deepEqual(sorted(scored), sorted(source("one", 30, 50)));
  assert.deepEqual(sorted(learned), sorted(texts.filter((one) => one.source !== "one")));
});

test("sources are mixed while others are learned", () => {
  const order = task("left out", "one").learned.map((one) => one.source);
  const changes = order.filter((name, at) => at > 0 && name !== order[at - 1]).length;
  assert.ok(changes > 20, `${changes} changes of source`);
});

test("what has labels of another kind is scored, and taught beside nothing", () => {
  const untaught = ["two"];
  assert.ok(task("left out", "one", { untaught }).learned.every((one) => one.source === "posts"));
  assert.equal(task("left out", "two", { untaught }).scored.length, 100);
  assert.equal(task("halves", "two", { untaught }).learned.length, 50);
});

test("two halves share nothing and are the whole", () => {
  const { learned, scored } = task("halves", "two");
  assert.equal(learned.length, scored.length);
  assert.deepEqual(sorted([...learned, ...scored]), sorted(source("two", 40, 60)));
});

test("online nothing is learned before", () => {
  assert.deepEqual(task("online", "one").learned, []);
  assert.equal(task("online", "one").scored.length, 80);
});

test("a source with too few of a kind is only learned from", () => {
  const names = new Set(tasksOf(texts, bounds).map((one) => one.source));
  assert.deepEqual([...names], ["one", "two"]);
  const fewer = [...source("one", 30, 50), ...source("few", 19, 50)];
  assert.ok(tasksOf(fewer, bounds).every((one) => one.source === "one"));
});

test("every source is cut to the same number of posts, the same ones each time", () => {
  const few = task("left out", "two", { postsMax: 80 });
  assert.equal(few.scored.length, 80);
  assert.equal(few.learned.length, 150);
  const backwards = tasksOf([...texts].reverse(), { ...bounds, postsMax: 80 });
  const again = backwards.find((one) => one.way === "left out" && one.source === "two");
  assert.deepEqual(again?.scored, few.scored);
});

test("only what was asked for is scored, in the ways that were asked for", () => {
  const some = tasksOf(texts, { ...bounds, sources: ["two"], ways: ["online"] });
  assert.deepEqual(
    some.map(({ way, source: name }) => [way, name]),
    [["online", "two"]],
  );
});

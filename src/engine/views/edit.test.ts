import assert from "node:assert/strict";
import { test } from "node:test";
import { hash32 } from "../../base/prng.ts";
import type { Likeness, TraitView } from "../../model/likeness.ts";
import { broughtBy, wordsKept } from "./edit.ts";
import { sketchOf } from "./sketch.ts";
import { traceOf } from "./trace.ts";

const first = "has anybody read the new novel about the lighthouse keeper, is it any good";
const other = "i doubled what i put in within a week and they paid out every time, start here";

function kept(now: string, before = first): number {
  return Math.round(100 * wordsKept(sketchOf(now), sketchOf(before))) / 100;
}

test("a letter mended leaves nearly all, another post nothing", () => {
  assert.equal(kept(first), 1);
  assert.ok(kept(first.replace("novel", "novell")) > 0.85);
  assert.ok(kept(other) < 0.1, String(kept(other)));
  assert.equal(kept(""), 0);
});

test("what is added beside the first words takes nothing away, however long", () => {
  assert.ok(kept(`${first} edit: ${other}`) > 0.95);
  assert.ok(kept(`${first} ${`${other} and so on. `.repeat(9)}`) > 0.95);
});

test("who said a word or two replaced nothing", () => {
  assert.equal(kept(other, "hello you"), 1);
  assert.equal(kept(other, ""), 1);
});

function showing(...contents: readonly `${TraitView}:${string}`[]): Likeness {
  const traits = contents.map((content) => {
    return { view: content.split(":")[0] as TraitView, key: hash32(content), usual: 0.001 };
  });
  return { sketch: new Uint32Array(), traits };
}

test("what an edit brings is of a kind in which nothing is left of the first", () => {
  const before = traceOf(showing("link:a.example/1", "link:a.example", "media:old"));
  assert.deepEqual(broughtBy(showing("link:a.example/2", "link:a.example"), before), []);
  assert.deepEqual(broughtBy(showing("link:b.example/1", "link:b.example"), before), ["link"]);
  assert.deepEqual(broughtBy(showing("media:new", "media:old"), before), []);
  assert.deepEqual(broughtBy(showing("media:new", "face:x"), before), ["picture"]);
  assert.deepEqual(broughtBy(showing(), before), []);
});

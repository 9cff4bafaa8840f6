import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BoundedMap, SegmentedMap } from "./bounded-map.ts";

test("the entry touched longest ago makes room", () => {
  const map = new BoundedMap<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  map.set("c", 4);
  assert.deepEqual([map.get("a"), map.get("b"), map.get("c")], [3, undefined, 4]);
});

test("looking somebody up is not seeing them", () => {
  const map = new BoundedMap<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.get("a");
  map.set("c", 3);
  assert.equal(map.get("a"), undefined);
});

test("any order of sets and deletes leaves the most recent entries", () => {
  const step = fc.record({ key: fc.constantFrom(..."abcdefgh"), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const map = new BoundedMap<number>(3);
      let expected: string[] = [];
      for (const [index, { key, remove }] of steps.entries()) {
        expected = expected.filter((one) => one !== key);
        if (remove) map.delete(key);
        else {
          map.set(key, index);
          expected = [...expected, key].slice(-3);
        }
        assert.equal(map.size, expected.length);
        for (const one of "abcdefgh")
          assert.equal(map.get(one) !== undefined, expected.includes(one));
      }
    }),
  );
});

test("a flood of passers-by displaces nobody of a higher rank", () => {
  const map = new SegmentedMap<number>([3, 2]);
  map.set("friend", 1);
  map.set("friend", 1, 1);
  for (let i = 0; i < 100; i++) map.set(`stranger${i}`, i);
  assert.equal(map.get("friend"), 1);
  assert.equal(map.size, 4);
});

test("among equals the one touched longest ago makes room", () => {
  const map = new SegmentedMap<number>([3, 2]);
  for (const name of ["a", "b"]) map.set(name, 0, 1);
  map.set("a", 1);
  map.set("c", 0, 1);
  assert.deepEqual([map.get("a"), map.get("b"), map.get("c")], [1, undefined, 0]);
});

test("what rose is in one place, says so once, and does not sink", () => {
  const map = new SegmentedMap<number>([2, 2, 2]);
  assert.deepEqual(
    [0, 1, 2, 1, 0, 2].map((rank, i) => map.set("a", i, rank)),
    [false, true, true, false, false, false],
  );
  assert.deepEqual([map.size, map.get("a")], [1, 5]);
  for (let i = 0; i < 5; i++) map.set(`b${i}`, i, 1);
  assert.equal(map.get("a"), 5);
});

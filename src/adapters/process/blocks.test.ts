import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { Blocks } from "./blocks.ts";

const words = fc.array(fc.integer({ min: 1, max: 0xffff_ffff }), { maxLength: 100 });

test("what is stored comes back, as changed and longer, whatever went between", () => {
  fc.assert(
    fc.property(fc.constantFrom(4, 8, 16), fc.array(words, { maxLength: 40 }), (size, things) => {
      const blocks = new Blocks(size);
      const kept: { readonly at: number; readonly words: number[] }[] = [];
      for (const [serial, thing] of things.entries()) {
        const copy = [...thing];
        const at = blocks.store(Uint32Array.from(thing), thing.length);
        if (copy.length > 0) {
          copy[serial % copy.length] = serial;
          blocks.change(at, serial % copy.length, serial);
        }
        for (let more = 0; more < serial % 9; more++) {
          blocks.append(at, more);
          copy.push(more);
        }
        kept.push({ at, words: copy });
        if (serial % 3 === 2) blocks.discard(kept.shift()?.at ?? 0);
      }
      const into = new Uint32Array(120);
      for (const one of kept) {
        assert.deepEqual([...into.subarray(0, blocks.load(one.at, into))], one.words);
      }
    }),
    { endOnFailure: true },
  );
});

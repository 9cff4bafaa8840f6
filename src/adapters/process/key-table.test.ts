import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { KeyTable } from "./key-table.ts";

/** Few keys under which many stand, and many under which few do. */
const key = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 0xffff_ffff }));

test("a table that grows bucket by bucket finds what was put in, and nothing else", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, fc.nat(3)), { minLength: 200, maxLength: 1500 }),
      fc.integer(),
      (steps, secret) => {
        const table = new KeyTable(secret);
        const plain = new Map<number, Set<number>>();
        for (const [serial, [one, what]] of steps.entries()) {
          const values = plain.get(one) ?? new Set();
          plain.set(one, values);
          const [first] = values;
          if (what > 0 || first === undefined) {
            table.add(one, serial + 1);
            values.add(serial + 1);
            continue;
          }
          values.delete(first);
          if (serial % 2 === 0) table.remove(one, first);
          else table.replace(one, first, 5000 + serial);
          if (serial % 2 === 1) values.add(5000 + serial);
        }
        for (const [one, values] of plain) {
          const found = new Set<number>();
          assert.equal(
            table.find(one, (value) => found.add(value).size < 0),
            0,
          );
          assert.deepEqual(found, values);
        }
        const all = [...plain.values()].reduce((sum, { size }) => sum + size, 0);
        assert.equal(table.size, all);
      },
    ),
    { numRuns: 30, endOnFailure: true },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { epochMs } from "../../base/units.ts";
import { receiptByChance } from "./receipt.ts";

test("a receipt is 26 digits of Crockford's alphabet, and no two are the same", () => {
  const at = epochMs(1_790_000_000_000);
  const receipts = Array.from({ length: 2000 }, () => receiptByChance(at));
  for (const receipt of receipts) assert.match(receipt, /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  assert.equal(new Set(receipts).size, receipts.length);
});

test("later receipts sort after earlier ones", () => {
  const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      fc.pre(one !== other);
      const [early, late] = one < other ? [one, other] : [other, one];
      assert.ok(receiptByChance(epochMs(early)) < receiptByChance(epochMs(late)));
    }),
  );
});

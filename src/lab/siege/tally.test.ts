import assert from "node:assert/strict";
import { test } from "node:test";
import { after, epochMs, minute } from "../../base/units.ts";
import type { Fate } from "../filter.ts";
import type { Nature } from "../traffic/lines.ts";
import { reportOf } from "./tally.ts";

const at = epochMs(Date.UTC(2026, 4, 4));

/** What a siege without an attack says of ham that met these ends. */
function hamThatMet(...ends: readonly (Omit<Fate, "delivery"> | undefined)[]) {
  const ham = ends.map((_, i) => {
    const nature: Nature = { truth: "ham", class: "talk", ...(i === 0 ? { first: true } : {}) };
    return { at, truth: { delivery: `d${i}`, recipients: 1, ...nature } };
  });
  const fates = ends.flatMap((end, i) =>
    end === undefined ? [] : [{ ...end, delivery: `d${i}` }],
  );
  return reportOf({
    filter: "made up",
    program: "adaptive",
    books: [],
    paid: 0,
    landed: new Map(),
    ham,
    fates: new Map(fates.map((fate) => [fate.delivery, fate])),
  }).ham;
}

test("ham is late that was let in after it came; what is held is never late", () => {
  const later = after(at, 5 * minute);
  const met = hamThatMet(
    { at, outcome: "held" },
    { at: later, outcome: "held" },
    { at, outcome: "delivered" },
    { at: later, outcome: "delivered" },
    { at: later, outcome: "recalled" },
    undefined,
  );
  assert.deepEqual(met, { deliveries: 6, held: 3, late: 1, firsts: 1, firstsHeld: 1 });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day } from "../../base/units.ts";
import { t0 } from "../../ports/memory-contract/contacts.ts";
import { CampaignRegistry } from "./campaign-registry.ts";

const weldAt = 18;
const ruling = (word: "spam" | "ham") => ({ ruling: word, at: t0 });
const members = (registry: CampaignRegistry, name: number) =>
  [...registry.members(name)].sort((a, b) => a - b);

test("the least id names what was joined, and earlier names lead there", () => {
  const registry = new CampaignRegistry();
  registry.join(5, [{ id: 4, bits: 13 }], weldAt, t0);
  registry.join(3, [{ id: 2, bits: 13 }], weldAt, t0);
  assert.equal(registry.of(5), 4);
  const between = [
    { id: 5, bits: 30 },
    { id: 3, bits: 20 },
  ];
  assert.deepEqual(registry.join(9, between, weldAt, t0), [4, 2]);
  assert.deepEqual(members(registry, 4), [2, 3, 4, 5, 9]);
  assert.deepEqual([registry.of(5), registry.current(4), registry.current(2)], [2, 2, 2]);
});

test("a chance likeness makes no one of two", () => {
  const registry = new CampaignRegistry();
  registry.join(2, [{ id: 1, bits: 30 }], weldAt, t0);
  registry.join(4, [{ id: 3, bits: 30 }], weldAt, t0);
  const likeness = [
    { id: 1, bits: 30 },
    { id: 3, bits: 17 },
  ];
  registry.join(5, likeness, weldAt, t0);
  assert.deepEqual([registry.of(5), registry.of(4)], [1, 3]);
});

test("who was ruled on differently is never welded together", () => {
  const registry = new CampaignRegistry();
  registry.rule(1, ruling("spam"));
  registry.rule(2, ruling("ham"));
  const both = [
    { id: 1, bits: 40 },
    { id: 2, bits: 40 },
  ];
  registry.join(3, both, weldAt, t0);
  assert.deepEqual([registry.of(1), registry.of(2), registry.of(3)], [1, 2, 1]);
});

test("one that is half of something harmless and half of a wave excuses no wave", () => {
  const registry = new CampaignRegistry();
  registry.rule(1, ruling("ham"));
  registry.join(3, [{ id: 2, bits: 30 }], weldAt, t0);
  const half = (first: number, second: number) => [
    { id: first, bits: 50 },
    { id: second, bits: 40 },
    { id: 9, bits: 30 },
  ];
  registry.join(10, half(1, 3), weldAt, t0);
  assert.deepEqual([registry.of(10), registry.of(3), registry.of(9)], [1, 2, undefined]);
  registry.join(11, half(3, 1), weldAt, t0);
  assert.deepEqual([registry.of(11), registry.of(9), registry.of(1)], [2, 2, 1]);
  assert.equal(registry.rulingInForce(11, t0), undefined);
});

test("a ruling keeps two apart for thirty days", () => {
  const registry = new CampaignRegistry();
  registry.rule(1, ruling("ham"));
  registry.rule(2, { ruling: "spam", at: after(t0, day) });
  const both = [2, 1].map((id) => ({ id, bits: 40 }));
  registry.join(3, both, weldAt, after(t0, 30 * day - 1));
  assert.deepEqual([registry.of(1), registry.of(3)], [1, 2]);
  registry.join(4, both, weldAt, after(t0, 30 * day));
  assert.deepEqual([registry.of(1), registry.of(2), registry.of(4)], [1, 1, 1]);
  assert.equal(registry.rulingInForce(4, after(t0, 30 * day))?.ruling, "spam");
});

test("a ruling that counts no more is contradicted by none", () => {
  const registry = new CampaignRegistry();
  registry.join(2, [{ id: 1, bits: 30 }], weldAt, t0);
  registry.rule(1, ruling("ham"));
  registry.rule(2, { ruling: "spam", at: after(t0, 31 * day) });
  assert.deepEqual([registry.of(1), registry.of(2)], [1, 1]);
});

test("who leaves is told apart from the campaign that goes by its id", () => {
  const registry = new CampaignRegistry();
  registry.join(2, [{ id: 1, bits: 30 }], weldAt, t0);
  registry.join(3, [{ id: 1, bits: 30 }], weldAt, t0);
  registry.rule(2, ruling("spam"));
  registry.rule(1, ruling("ham"));
  assert.deepEqual([registry.of(2), registry.rulingInForce(2, t0)?.ruling], [1, "spam"]);
  assert.notEqual(registry.of(1), 1);
  assert.equal(registry.rulingInForce(1, t0)?.ruling, "ham");
});

test("second thoughts on the only one ruled on are on its campaign, else on it alone", () => {
  const registry = new CampaignRegistry();
  for (const id of [2, 3]) registry.join(id, [{ id: 1, bits: 30 }], weldAt, t0);
  registry.rule(2, ruling("spam"));
  registry.rule(2, ruling("spam"));
  registry.rule(2, ruling("ham"));
  assert.deepEqual([registry.of(2), registry.rulingInForce(3, t0)?.ruling], [1, "ham"]);
  for (const id of [2, 3]) registry.rule(id, ruling("ham"));
  registry.rule(2, ruling("spam"));
  assert.notEqual(registry.of(2), 1);
  assert.equal(registry.rulingInForce(3, t0)?.ruling, "ham");
});

test("what nothing belongs to any more is forgotten under all its names", () => {
  const registry = new CampaignRegistry();
  registry.join(2, [{ id: 1, bits: 30 }], weldAt, t0);
  for (const id of [1, 2]) registry.drop(id);
  assert.deepEqual([registry.current(1), [...registry.all()]], [undefined, []]);
});

test("whatever the order, what is welded pair by pair makes the same sets", () => {
  const id = fc.integer({ min: 1, max: 30 });
  const pairs = fc.array(fc.tuple(id, id), { maxLength: 40 });
  fc.assert(
    fc.property(pairs, fc.infiniteStream(fc.nat()), (some, order) => {
      const sets = [some, shuffled(some, order)].map((list) => {
        const registry = new CampaignRegistry();
        for (const [one, other] of list) {
          const alike = [one, other].map((each) => ({ id: each, bits: 99 }));
          registry.join(one, alike, weldAt, t0);
        }
        return Array.from({ length: 30 }, (_, i) => registry.of(i + 1));
      });
      assert.deepEqual(sets[0], sets[1]);
    }),
  );
});

test("a registry comes back as it was", () => {
  const registry = new CampaignRegistry();
  registry.join(5, [{ id: 4, bits: 30 }], weldAt, t0);
  registry.join(3, [{ id: 2, bits: 30 }], weldAt, t0);
  registry.join(
    9,
    [5, 3].map((id) => ({ id, bits: 30 })),
    weldAt,
    t0,
  );
  registry.rule(9, ruling("spam"));
  const again = new CampaignRegistry();
  again.restoreMember(5, 4);
  for (const id of [2, 3, 4, 9]) again.restoreMember(id, registry.of(id) as number);
  for (const name of registry.all()) {
    const named = registry.named(name);
    if (named !== undefined) again.restore(named);
  }
  assert.deepEqual(members(again, 2), members(registry, 2));
  assert.deepEqual(again.named(2), registry.named(2));
});

function shuffled<T>(things: readonly T[], order: Iterable<number>): readonly T[] {
  const numbers = order[Symbol.iterator]();
  return things
    .map((thing) => [numbers.next().value as number, thing] as const)
    .sort(([a], [b]) => a - b)
    .map(([, thing]) => thing);
}

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { Members, type WholeMember } from "../../adapters/process/members.ts";
import { seeded } from "../../base/prng.ts";
import type { EpochMs } from "../../base/units.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { PlainMembers } from "./plain-members.ts";

const bounds = { lone: 40, linked: 20 };

const actors = [
  "https://a.example/users/ann",
  "http://b.example/人々",
  "",
  "\ud800 half a letter",
  `https://long.example/${"x".repeat(3000)}`,
  "did:example:é",
] as ActorId[];

const anyone = fc.constantFrom(...actors);
const numbers = (most: number, maxLength: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: most }), { maxLength })
    .map((some) => Uint32Array.from(some, (one) => one * 87_654));

/** Few keys, so that many share them, and some that nothing else of a contact is. */
const saying = fc.record({
  ...{ actor: anyone, domain: anyone, regular: fc.boolean(), receipt: fc.string() },
  ...{ recipients: fc.uniqueArray(anyone, { maxLength: 4 }), family: fc.nat() },
  ...{ sketch: numbers(40_000, 64), traits: numbers(9, 300), own: numbers(4, 4) },
  linked: fc.boolean(),
});

const step = fc.oneof(
  { weight: 12, arbitrary: saying.map((said) => ({ do: "put" as const, said })) },
  { weight: 3, arbitrary: fc.nat(100).map((back) => ({ do: "link" as const, back })) },
  { weight: 2, arbitrary: fc.nat(100).map((back) => ({ do: "delete" as const, back })) },
  { weight: 1, arbitrary: anyone.map((actor) => ({ do: "forget" as const, actor })) },
);

type Said = typeof saying extends fc.Arbitrary<infer T> ? T : never;
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function memberOf(said: Said, id: number): WholeMember {
  const { actor, domain, regular, recipients, family, sketch, traits, own } = said;
  const mark = { id, at: (1_700_000_000_000 + id) as EpochMs, struck: false };
  const keys = Uint32Array.from(new Set([...sketch.slice(0, 9), ...traits.slice(0, 60), ...own]));
  return {
    use: { kind: "use", actor, domain, regular, recipients, mark },
    ...{ receipt: said.receipt as Receipt, family, trace: { sketch, keys: traits }, keys },
  };
}

type Store = Pick<Members, keyof Members>;

/** All that can be asked; keys in one order, since theirs says nothing. */
function toldBy(members: Store, keys: Iterable<number>): object {
  const places = new Uint32Array(128);
  const told = [...members.ids()].map((id) => {
    const whole = members.get(id);
    return { ...whole, keys: whole?.keys.toSorted(), linked: members.isLinked(id) };
  });
  const under = [...keys].map((key) => {
    const found = members.load(members.under(key), places);
    return [...places.subarray(0, found)].map((place) => members.idAt(place));
  });
  return { told, under, size: members.size, counts: actors.map((one) => members.countOf(one)) };
}

test("contacts in blocks of numbers are what they are as objects, whatever happens", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 80, maxLength: 150 }), (steps) => {
      const stores: readonly Store[] = [new PlainMembers(bounds), new Members(bounds, 0x5eed)];
      const keys = new Set<number>([1]);
      for (const [serial, one] of steps.entries()) {
        if (one.do === "put") for (const key of memberOf(one.said, 1).keys) keys.add(key);
        for (const members of stores) take(members, one, serial);
      }
      const [plain, compact] = stores.map((members) => toldBy(members, keys));
      assert.deepEqual(compact, plain);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

function take(members: Store, one: Step, serial: number): void {
  if (one.do === "put") members.put(memberOf(one.said, 1 + serial), one.said.linked);
  else if (one.do === "forget") members.forget(one.actor, (id) => members.delete(id));
  else if (one.do === "link") members.moveToLinked(1 + serial - one.back);
  else members.delete(1 + serial - one.back);
  // What was read before must not be told of what took its place.
  for (let back = 0; back < 5; back++) members.get(1 + serial - 7 * back);
  for (let id = members.beyond(); id !== undefined; id = members.beyond()) members.delete(id);
}

test("what is forgotten makes room for what comes", () => {
  const members = new Members({ lone: 500, linked: 0 }, 1);
  const fill = (from: number): number => {
    for (let i = from; i < from + 5000; i++) {
      const sketch = Uint32Array.from({ length: 40 }, (_, at) => i * 64 + at);
      const mark = { id: i + 1, at: i as EpochMs, struck: false };
      const actor = `https://h${i}.example/users/${i}` as ActorId;
      const use = { kind: "use", actor, domain: `h${i}.example`, regular: false } as const;
      const parts = { receipt: `r${i}` as Receipt, trace: { sketch, keys: sketch }, family: 1 };
      members.put({ ...parts, keys: sketch, use: { ...use, recipients: [actor], mark } }, false);
      for (let id = members.beyond(); id !== undefined; id = members.beyond()) members.delete(id);
    }
    return members.bytes;
  };
  const bytes = fill(0);
  assert.equal(fill(5000), bytes);
  assert.equal(members.size, 500);
});

const nothing: Said = {
  ...{ actor: actors[0] as ActorId, domain: actors[0] as ActorId, recipients: [], linked: false },
  ...{ regular: false, receipt: "r", family: 1, sketch: new Uint32Array() },
  ...{ traits: new Uint32Array(), own: new Uint32Array() },
};

test("of very many who share a key the same ones can be found", () => {
  const random = seeded("sharing");
  const wide = { lone: 1000, linked: 0 };
  const stores: readonly Store[] = [new PlainMembers(wide), new Members(wide, 1)];
  const key = Uint32Array.of(7);
  for (let id = 1; id <= 400; id++) {
    const actor = random() < 0.5 ? actors[Math.floor(random() * 3)] : `https://${id}.example/a`;
    const said = { ...nothing, actor: actor as ActorId, own: key };
    for (const members of stores) {
      members.put(memberOf(said, id), false);
      if (id % 7 === 0) members.delete(id - 5);
    }
    const [plain, compact] = stores.map((members) => toldBy(members, key));
    if (id % 10 === 0) assert.deepEqual(compact, plain);
  }
});

test("after four billion marks none is taken for another", () => {
  const members = new Members(bounds, 0);
  const ids = [7, 2 ** 32 + 7, 2 ** 33 + 7];
  for (const id of ids.slice(1)) members.put(memberOf(nothing, id), false);
  assert.deepEqual(
    ids.map((id) => members.get(id)?.use.mark.id),
    [undefined, ...ids.slice(1)],
  );
});

test("who goes through all of them meets those that are there when it is their turn", () => {
  const members = new Members(bounds, 0);
  for (let id = 1; id <= 6; id++) members.put(memberOf(nothing, id), id > 4);
  const met: number[] = [];
  for (const id of members.ids()) {
    met.push(id);
    if (id === 1) members.delete(2);
    if (id === 1) members.moveToLinked(3);
    if (id === 4) members.delete(4);
  }
  assert.deepEqual(met, [1, 4, 5, 6, 3]);
});

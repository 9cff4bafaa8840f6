import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, day, epochMs } from "../base/units.ts";
import type { Home } from "../model/home.ts";
import type { ActorId, Host } from "../model/ids.ts";
import type { FetchAnswer } from "../ports/network.ts";
import { makeFollowing } from "./following.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));
const home: Home = { hosts: ["home.example" as Host], actors: "https://home.example/users/" };
const alice = "https://home.example/users/alice" as ActorId;
const list = `${alice}/following`;
const somebody = { type: "Person", id: alice };
const [remoteDomain, evil] = ["remote.example", "evil.example"];
const bob = "https://remote.example/users/bob";
const carol = "https://other.example/users/carol";
const dave = "https://home.example/users/dave";

/** A home server that shows these documents, and everything that was learned of it. */
function reading(shown: Record<string, object | FetchAnswer>) {
  const clock = makeVirtualClock(t0);
  const asked: string[] = [];
  const told: string[] = [];
  const network = {
    async get(url: string): Promise<FetchAnswer> {
      asked.push(url);
      const answer = shown[url] ?? { kind: "gone", status: 404 };
      if ("kind" in answer) return answer as FetchAnswer;
      return { kind: "found", url, body: JSON.stringify(answer) };
    },
  };
  const following = makeFollowing({
    network,
    clock,
    shelf: new ProcessDocuments(),
    home: () => home,
    notice: async ({ action, by, actor }) => void told.push(`${by} ${action} ${actor}`),
  });
  const since = (): string[] => told.splice(0);
  return { following, shown, clock, asked, since };
}

function collection(more: object): object {
  return { type: "OrderedCollection", id: list, totalItems: 2, ...more };
}

function page(number: number, items: readonly unknown[], next?: string): object {
  const id = `${list}?page=${number}`;
  return { type: "OrderedCollectionPage", id, partOf: list, orderedItems: items, next };
}

test("whom a person follows is a tie, over all pages", async () => {
  const { following, since } = reading({
    [list]: collection({ first: `${list}?page=1` }),
    [`${list}?page=1`]: page(1, [bob, dave], `${list}?page=2`),
    [`${list}?page=2`]: page(2, [{ type: "Person", id: carol }]),
  });
  await following.read(alice);
  assert.deepEqual(since(), [`${alice} follow ${bob}`, `${alice} follow ${carol}`]);
  assert.deepEqual(following.state(), { readable: 1, hidden: 0, followed: 2 });
});

test("a first page inside the collection is read, and all that it leads to", async () => {
  const { following, since } = reading({
    [list]: collection({ first: page(1, [bob], `${list}?page=2`) }),
    [`${list}?page=2`]: page(2, [carol]),
  });
  await following.read(alice);
  assert.equal(since().length, 2);
});

test("a person's own document says where the list is, if it is theirs", async () => {
  const elsewhere = "https://home.example/following/alice";
  const person = { type: "Person", id: alice, following: elsewhere };
  const { following, shown, since, asked } = reading({
    [alice]: person,
    [elsewhere]: { type: "Collection", items: [bob] },
    [list]: { type: "Collection", items: [carol] },
  });
  await following.read(alice);
  assert.deepEqual(since(), [`${alice} follow ${bob}`]);
  shown[alice] = { ...person, following: "https://evil.example/list" };
  await following.read(alice);
  assert.deepEqual(since(), [`${alice} follow ${carol}`]);
  assert.ok(asked.every((url) => url.startsWith("https://home.example/")));
});

test("who is on the list no more is followed no more", async () => {
  const { following, shown, since } = reading({
    [list]: collection({ orderedItems: [bob, carol] }),
  });
  await following.read(alice);
  since();
  shown[list] = collection({ orderedItems: [carol] });
  await following.read(alice);
  assert.deepEqual(since(), [`${alice} unfollow ${bob}`]);
  await following.read(alice);
  assert.deepEqual(since(), []);
});

test("a list that breaks off ends nobody's tie", async () => {
  const { following, shown, since } = reading({
    [list]: collection({ orderedItems: [bob, carol] }),
  });
  await following.read(alice);
  since();
  for (const rest of [
    { kind: "gone", status: 404 },
    { type: "Note", id: "x" },
  ] as const) {
    shown[list] = collection({ first: page(1, [carol], `${list}?page=2`) });
    shown[`${list}?page=2`] = rest;
    await following.read(alice);
    assert.deepEqual(since(), []);
  }
  shown[list] = collection({ first: page(1, [carol], list) });
  await following.read(alice);
  assert.deepEqual(since(), []);
});

test("a hidden list gives nothing, and takes nothing that was known", async () => {
  const { following, shown, since } = reading({ [list]: collection({ orderedItems: [bob] }) });
  await following.read(alice);
  since();
  for (const hidden of [collection({}), { kind: "denied", status: 401 } as const]) {
    shown[list] = hidden;
    await following.read(alice);
    assert.deepEqual(since(), []);
    assert.deepEqual(following.state(), { readable: 0, hidden: 1, followed: 0 });
  }
});

test("one question a step, and once a day anew", async () => {
  const { following, clock, asked } = reading({
    [alice]: somebody,
    [list]: collection({ orderedItems: [bob] }),
  });
  await following.step();
  following.met([alice], remoteDomain);
  for (let i = 1; i <= 2; i++) {
    await following.step();
    assert.equal(asked.length, i);
  }
  following.met([alice], remoteDomain);
  await following.step();
  assert.equal(asked.length, 2);
  clock.set(after(t0, day));
  await following.step();
  await following.step();
  assert.deepEqual(asked.slice(2), [alice, list]);
});

test("a home server that does not answer is asked three times, after others", async () => {
  const down = { kind: "failed", because: "refused" } as const;
  const { following, asked } = reading({ [alice]: down, [dave]: { ...somebody, id: dave } });
  following.met([alice, dave as ActorId], remoteDomain);
  for (let i = 0; i < 10; i++) await following.step();
  assert.deepEqual(
    asked.map((url) => url.replace("https://home.example/users/", "")),
    ["alice", "dave", "dave/following", "alice", "alice"],
  );
});

test("names that a stranger made up hold up nobody whose list is known", async () => {
  const { following, clock, asked } = reading({
    [alice]: somebody,
    [list]: collection({ orderedItems: [bob] }),
  });
  following.met([alice], remoteDomain);
  await following.step();
  await following.step();
  clock.set(after(t0, day));
  following.met(
    Array.from({ length: 5000 }, (_, i) => `${dave}${i}` as ActorId),
    evil,
  );
  for (let i = 0; i < 6; i++) await following.step();
  assert.ok(asked.slice(2).includes(list));
});

test("names that one domain made up hold up nobody to whom others write", async () => {
  const { following, asked } = reading({ [alice]: somebody });
  for (let i = 0; i < 5000; i++) following.met([`${dave}${i}` as ActorId], evil);
  following.met([alice], remoteDomain);
  for (let i = 0; i < 52; i++) await following.step();
  assert.deepEqual(asked.slice(50), [alice, list]);
});

test("who is not here is asked for once, and counts as nobody", async () => {
  const { following, asked } = reading({});
  following.met([dave as ActorId], evil);
  for (let i = 0; i < 3; i++) await following.step();
  assert.deepEqual(asked, [dave]);
  assert.deepEqual(following.state(), { readable: 0, hidden: 0, followed: 0 });
});

test("what is no plain address of a person is not asked for", async () => {
  const { following, asked } = reading({});
  const names = [
    "https://home.example/users/../admin",
    "https://home.example/api?x=1",
    "https://home.example/a%2fb",
    "not a url",
  ];
  following.met(names as ActorId[], evil);
  await following.step();
  assert.deepEqual(asked, []);
});

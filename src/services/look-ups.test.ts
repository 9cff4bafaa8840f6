import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { day, hour, minute } from "../base/units.ts";
import { senderOf, someDecision } from "../ports/chronicle.fixture.ts";
import { later } from "../ports/kept.fixture.ts";
import { type FetchAnswer, NetworkDown } from "../ports/network.ts";
import { makeLookUps } from "./look-ups.ts";

type Answers = (url: string) => FetchAnswer;

/** A chronicle with senders 1 … n, each due a day after it wrote; every fetch is written down. */
async function lookingAfter(n: number, answers: Answers) {
  const chronicle = new ProcessChronicle();
  const clock = makeVirtualClock(later(0));
  const asked: string[] = [];
  const network = {
    get: async (url: string) => {
      asked.push(url);
      return answers(url);
    },
  };
  for (let number = 1; number <= n; number++) {
    const decision = someDecision(number, { at: later(0) });
    await chronicle.write([{ kind: "judged", decision, lookAt: later(day) }]);
  }
  const told: string[] = [];
  const memory = { ended: async (actor: string) => void told.push(actor) };
  const look = makeLookUps({ chronicle, memory, network, clock });
  const endOf = async (number: number) => (await chronicle.about(senderOf(number)))?.since.end?.how;
  /** Looks all the time until then, if less often than the gate. */
  const passTo = async (ms: number) => {
    while (clock.now() < later(ms)) {
      clock.set(later(clock.now() - later(0) + 5 * minute));
      await look();
    }
  };
  return { chronicle, clock, asked, told, look, endOf, passTo };
}

function person(number: number, more: object = {}): FetchAnswer {
  const url = senderOf(number);
  return { kind: "found", url, body: JSON.stringify({ type: "Person", id: url, ...more }) };
}

test("what a sender's host says of it is what became of it", async () => {
  const answers: readonly FetchAnswer[] = [
    person(0),
    { kind: "gone", status: 410 },
    person(2, { suspended: true }),
    person(3),
    { kind: "failed", because: "timed out" },
    { kind: "denied", status: 403 },
    person(1, { suspended: true }),
    { ...person(7, { suspended: true }), url: "https://elsewhere.example/7" } as FetchAnswer,
    { kind: "found", url: senderOf(8), body: "<html>" },
  ];
  const answerOf = (url: string) => answers[Number(url.at(-1))] as FetchAnswer;
  const { endOf, passTo, asked, told } = await lookingAfter(8, answerOf);
  await passTo(day + hour);
  assert.equal(asked.length, 8);
  const ends = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(endOf));
  const nothing = undefined;
  const expected = ["gone", "suspended", nothing, nothing, nothing, nothing, nothing, nothing];
  assert.deepEqual(ends, expected);
  assert.deepEqual(told.toSorted(), [senderOf(1), senderOf(2)]);
});

test("who stands is asked after again for a week, who ended is left alone", async () => {
  let suspended = false;
  const { asked, endOf, passTo } = await lookingAfter(1, () => person(1, { suspended }));
  await passTo(2 * day);
  assert.equal(asked.length, 1);
  suspended = true;
  await passTo(4 * day);
  assert.equal(asked.length, 2);
  assert.equal(await endOf(1), "suspended");
  await passTo(10 * day);
  assert.equal(asked.length, 2);
});

test("who goes on standing is left alone in the end", async () => {
  const { asked, passTo } = await lookingAfter(1, () => person(1));
  await passTo(20 * day);
  assert.equal(asked.length, 4);
});

test("a host with a hundred senders is asked a little at a time", async () => {
  const { asked, passTo } = await lookingAfter(100, (url) => person(Number(url.split("/").at(-1))));
  await passTo(day + hour);
  assert.ok(asked.length >= 10 && asked.length <= 20, String(asked.length));
  await passTo(4 * day);
  assert.ok(new Set(asked).size === 100);
});

test("one question at a time, and nobody is blamed for our own network", async () => {
  const down = (): never => {
    throw new NetworkDown("no route");
  };
  const { asked, endOf, clock, look, chronicle } = await lookingAfter(3, down);
  clock.set(later(day + minute));
  await look();
  assert.equal(asked.length, 1);
  assert.equal(await endOf(1), undefined);
  assert.equal((await chronicle.toLookUp(later(day + minute), 9)).length, 2);
  assert.equal((await chronicle.toLookUp(later(day + 7 * hour), 9)).length, 3);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { AssertionFailed } from "../base/assert.ts";
import { after, hour, second } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ObjectId, Receipt } from "../model/ids.ts";
import type { Admission } from "./admit.ts";
import { activity, start, type TestHouseOptions, testHouse } from "./house.fixture.ts";
import type { QuotaBounds } from "./quotas.ts";

const roomy = { deliveries: 1000, bytes: 1024 ** 3 };

function quotas(changes: Partial<QuotaBounds> = {}): QuotaBounds {
  const each = { deliveries: 2, bytes: 1024 ** 2 };
  return { each, all: roomy, diskReserveBytes: 0, ...changes };
}

/** A stranger on a host of its own, behind an address of its own, with words of its own. */
function from(
  host: string,
  client = "203.0.113.9",
  words = `words of ${host} ${client}`,
): Delivery {
  const actor = `https://${host}/users/a`;
  const to = ["https://home.example/users/alice"];
  const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, to, content: words };
  const create = { id: `${actor}/1/create`, type: "Create", actor, to, object };
  return { ...activity(`${host} ${client}`, start, create), client };
}

const statusOf = (heard: Admission): unknown => (heard.do === "answer" ? heard.status : heard.do);

test("subdomains gain nothing: beyond a domain's quota the doubtful come again", async () => {
  const house = testHouse({ mood: "doubtful", quotas: quotas() });
  const clients = ["198.51.100.1", "192.0.2.1", "203.0.113.1"];
  const heard = [];
  for (const [i, client] of clients.entries()) {
    heard.push(statusOf(await house.send(from(`a${i}.wild.example`, client))));
  }
  assert.deepEqual(heard, [202, 202, 503]);
  assert.equal(statusOf(await house.send(from("honest.example", "192.0.2.9"))), 202);
  assert.equal(house.moves.includes("a2.wild.example 203.0.113.1 domain turned-away"), true);
  await house.passTo(after(start, hour));
  assert.equal(statusOf(await house.send(from("a3.wild.example", clients[0]))), 202, "room again");
});

test("many domains behind one network gain nothing either", async () => {
  const house = testHouse({ mood: "doubtful", quotas: quotas() });
  const heard = [];
  for (const [i, client] of ["203.0.113.1", "203.0.113.99", "203.0.113.7"].entries()) {
    heard.push(statusOf(await house.send(from(`cheap${i}.example`, client))));
  }
  assert.deepEqual(heard, [202, 202, 503]);
});

test("what nobody proved is counted by its network, or all together", async () => {
  const options: TestHouseOptions = {
    mood: "doubtful",
    quotas: quotas(),
    authenticity: ({ receipt }) => ({
      kind: "unknown",
      signature: "draft-cavage",
      keyId: `https://${receipt}/k`,
      why: "late",
      because: "no answer",
    }),
  };
  const house = testHouse(options);
  const heard = [];
  for (const [i, client] of ["10.0.0.1", "127.0.0.1", "local"].entries()) {
    heard.push(statusOf(await house.send(from(`forged${i}.example`, client))));
  }
  assert.deepEqual(heard, [202, 202, 503]);
});

test("beyond the quota what would be held is written down without a word of it", async () => {
  const house = testHouse({ mood: "certain", quotas: quotas() });
  for (const i of [0, 1, 2]) {
    const heard = await house.send(from(`a${i}.wild.example`, `192.0.2.${i}`));
    assert.equal(statusOf(heard), 202, "the sender learns nothing");
  }
  const kept = await house.ledger.find("a2.wild.example 192.0.2.2" as Receipt);
  assert.equal(kept?.state, "rejected");
  assert.deepEqual([kept?.delivery.body.length, kept?.delivery.headers.length], [0, 0]);
  assert.equal(kept?.sender, "https://a2.wild.example/users/a");
  assert.equal(kept?.verdict.evidence[0]?.symbol, "OVER_QUOTA");
  assert.match(kept?.verdict.evidence[0]?.because ?? "", /of wild\.example is kept already$/);
});

test("summaries have their bound too; beyond it there is only a count", async () => {
  const house = testHouse({ mood: "certain", quotas: quotas() });
  for (let i = 0; i < 14; i++) await house.send(from(`a${i}.wild.example`, `192.0.2.${i}`));
  const { all } = await house.ledger.usage();
  assert.deepEqual([all.deliveries, all.summaries], [2, 10]);
  assert.equal(house.moves.filter((move) => move.endsWith("domain counted")).length, 2);
});

test("copies of one text keep exemplars, whoever sends them", async () => {
  const house = testHouse({ mood: "certain", quotas: quotas() });
  const words = "the very same long sentence about lamps that nobody asked for";
  for (const [i, net] of ["192.0.2", "198.51.100", "203.0.113"].entries()) {
    await house.send(from(`cheap${i}.example`, `${net}.1`, words));
  }
  assert.equal(house.moves.at(-2), "cheap2.example 203.0.113.1 view recorded");
});

test("what is tried again takes no more room, and shares its fate", async () => {
  const house = testHouse({ mood: "doubtful", quotas: quotas() });
  for (const i of [0, 1]) await house.send(from(`a${i}.wild.example`, `192.0.2.${i}`));
  const again = { ...from("a1.wild.example", "192.0.2.1"), receipt: "again" as Receipt };
  assert.equal(statusOf(await house.send(again)), 202);
});

test("what its author withdraws makes room", async () => {
  const house = testHouse({ mood: "doubtful", quotas: quotas() });
  for (const i of [0, 1]) await house.send(from(`a${i}.wild.example`, `192.0.2.${i}`));
  const actor = "https://a0.wild.example/users/a";
  await house.ledger.withdraw(actor as never, `${actor}/1` as ObjectId, start);
  assert.equal(statusOf(await house.send(from("a2.wild.example", "192.0.2.3"))), 503);
  await house.passTo(after(start, 10 * second));
  assert.equal(statusOf(await house.send(from("a2.wild.example", "192.0.2.3"))), 202);
});

test("one who sends little but large meets the bound as well", async () => {
  const each = { deliveries: 1000, bytes: 1500 };
  const house = testHouse({ mood: "doubtful", quotas: quotas({ each }) });
  const large = "so much to say ".repeat(60);
  const heard = [];
  for (const i of [0, 1]) {
    heard.push(statusOf(await house.send(from(`a${i}.wild.example`, `192.0.2.${i}`, large))));
  }
  assert.deepEqual(heard, [202, 503]);
});

test("a disk that is nearly full is left alone, and opens no door", async () => {
  class FullDisk extends ProcessLedger {
    override async room(): Promise<number> {
      return 1024;
    }
  }
  const options: TestHouseOptions = {
    mood: "doubtful",
    ledger: new FullDisk(),
    quotas: quotas({ each: roomy, diskReserveBytes: 1024 ** 2 }),
  };
  const house = testHouse(options);
  assert.equal(statusOf(await house.send(from("a.example"))), 503);
  options.mood = "certain";
  assert.equal(statusOf(await house.send(from("b.example"))), 202);
  assert.equal((await house.ledger.usage()).all.summaries, 0, "not even that is written");
  options.mood = "trusting";
  assert.equal(statusOf(await house.send(from("c.example"))), "pass", "people are undisturbed");
});

test("a body that our own check fails at is no key where there is no room", async () => {
  class Failing extends ProcessMemory {
    override async acquaint(): Promise<never> {
      throw new AssertionFailed("never so");
    }
  }
  const each = { deliveries: 0, bytes: 0 };
  const house = testHouse({ memory: new Failing(), quotas: quotas({ each }) });
  assert.equal(statusOf(await house.send(from("a.example"))), 503);
  assert.deepEqual(house.reached, []);
});

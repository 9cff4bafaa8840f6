import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ReportCase } from "../model/report-case.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { activity, start, type TestHouseOptions, testHouse } from "./house.fixture.ts";

const alice = "https://home.example/users/alice";

/** As Mastodon reports: in the name of the whole server, with the posts that are meant. */
function flag(host: string, ...objects: string[]): Delivery {
  const actor = `https://${host}/actor`;
  const object = objects.length > 0 ? objects : [alice, `${alice}/statuses/${host.length}`];
  return activity(`flag ${host}`, start, { type: "Flag", actor, object, content: "spam!" });
}

test("every report passes, however many there are, and all are one case", async () => {
  const house = testHouse({ mood: "certain" });
  for (const host of ["one.example", "www.one.example", "two.example"])
    assert.deepEqual(await house.send(flag(host)), { do: "pass" });
  const [only, ...others] = await house.ledger.reports(start, 9);
  assert.deepEqual(others, []);
  assert.deepEqual([only?.subjects, only?.count, only?.domains], [[alice], 3, 2]);
});

test("a report on somebody else is another case", async () => {
  const house = testHouse({ mood: "certain" });
  await house.send(flag("one.example"));
  await house.send(flag("two.example", "https://home.example/users/bruno"));
  await house.send(flag("six.example", "https://elsewhere.example/users/carl"));
  const cases = await house.ledger.reports(start, 9);
  assert.deepEqual(
    cases.map(({ subjects }) => subjects.join()).sort(),
    ["https://elsewhere.example/users/carl", alice, "https://home.example/users/bruno"].sort(),
  );
});

test("what nobody proved is the home server's to refuse, and fills no list", async () => {
  const options: TestHouseOptions = {
    mood: "certain",
    authenticity: () => ({
      kind: "refuted",
      signature: "draft-cavage",
      why: "wrong-key",
      because: "another key",
    }),
  };
  const house = testHouse(options);
  assert.deepEqual(await house.send(flag("one.example")), { do: "pass" });
  assert.deepEqual(await house.ledger.reports(start, 9), []);
});

test("a report passes also where it can't be counted", async () => {
  class Broken extends ProcessLedger {
    override async noteReport(): Promise<ReportCase> {
      throw new LedgerDown("the disk is gone");
    }
  }
  const house = testHouse({ mood: "certain", ledger: new Broken() });
  assert.deepEqual(await house.send(flag("one.example")), { do: "pass" });
  assert.deepEqual(house.failed, ["counting a report"]);
});

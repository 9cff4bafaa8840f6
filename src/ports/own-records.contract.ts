// What every store of own records promises, as stories.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { after, type EpochMs, epochMs, hour } from "../base/units.ts";
import type { OwnRecord, OwnRecords } from "./own-records.ts";

export interface OpenOwnRecords {
  readonly records: OwnRecords;
  readonly close: () => Promise<void>;
}

const noon: EpochMs = epochMs(Date.UTC(2026, 10, 28, 12));

function some(id: string, more: Partial<OwnRecord> = {}): OwnRecord {
  return { id, about: "c41", at: noon, value: `{"said":"${id}"}`, ...more };
}

export function ownRecordsContract(adapter: string, open: () => Promise<OpenOwnRecords>): void {
  const tell = (name: string, story: (records: OwnRecords) => Promise<void>): void => {
    void test(`${adapter}: ${name}`, async () => {
      const { records, close } = await open();
      try {
        await story(records);
      } finally {
        await close();
      }
    });
  };
  const idsOf = async (records: OwnRecords, kind = "note") =>
    (await records.records(kind, { limit: 99 })).map(({ id }) => id);

  tell("a record comes back whole, by its id and its kind", async (records) => {
    await records.putRecord("note", some("a", { at: epochMs(noon + 0.7) }));
    const found = await records.record("note", "a");
    deepEqual(found && { ...found, number: 0 }, { ...some("a"), number: 0 });
    equal(await records.record("session", "a"), undefined);
    equal(await records.record("note", "b"), undefined);
  });

  tell("the last written comes first; written again it is the last", async (records) => {
    for (const id of ["a", "b", "c"]) await records.putRecord("note", some(id));
    await records.putRecord("session", some("elsewhere"));
    deepEqual(await idsOf(records), ["c", "b", "a"]);
    await records.putRecord("note", some("a", { value: '"new"' }));
    deepEqual(await idsOf(records), ["a", "c", "b"]);
    equal((await records.record("note", "a"))?.value, '"new"');
  });

  tell("a page begins where the one before it ended", async (records) => {
    for (const id of ["a", "b", "c"]) await records.putRecord("note", some(id));
    const page = await records.records("note", { limit: 2 });
    const before = page.at(-1)?.number;
    await records.putRecord("note", some("new"));
    deepEqual(
      (await records.records("note", { limit: 2, before })).map(({ id }) => id),
      ["a"],
    );
  });

  tell("what is about something is found and counted by that", async (records) => {
    await records.putRecord("note", some("a"));
    await records.putRecord("note", some("b", { about: "c42" }));
    const found = await records.records("note", { about: "c42", limit: 9 });
    deepEqual(
      found.map(({ id }) => id),
      ["b"],
    );
    equal(await records.countRecords("note"), 2);
    equal(await records.countRecords("note", "c42"), 1);
    equal(await records.countRecords("note", "c43"), 0);
  });

  tell("an id that is taken is not taken twice", async (records) => {
    equal(await records.addRecord("note", some("a")), true);
    equal(await records.addRecord("note", some("a", { value: '"other"' })), false);
    equal((await records.record("note", "a"))?.value, some("a").value);
    equal(await records.addRecord("session", some("a")), true);
  });

  tell("of those who take a record at once, one has it", async (records) => {
    await records.putRecord("note", some("a"));
    const takers = await Promise.all([1, 2, 3].map(() => records.takeRecord("note", "a")));
    equal(takers.filter((one) => one !== undefined).length, 1);
    equal(await records.record("note", "a"), undefined);
  });

  tell("what is old goes, and what is about something", async (records) => {
    await records.putRecord("note", some("old"));
    await records.putRecord("note", some("new", { at: after(noon, hour), about: "c42" }));
    await records.putRecord("session", some("other"));
    equal(await records.dropRecordsBefore("note", after(noon, hour)), 1);
    deepEqual(await idsOf(records), ["new"]);
    equal(await records.dropRecordsAbout("note", "c41"), 0);
    equal(await records.dropRecordsAbout("note", "c42"), 1);
    deepEqual(await idsOf(records), []);
    deepEqual(await idsOf(records, "session"), ["other"]);
  });
}

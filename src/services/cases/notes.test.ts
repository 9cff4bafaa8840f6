import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { after } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import { start } from "../../ports/kept.fixture.ts";
import { audited } from "../audit.ts";
import { assign, assigned, assigneeOf } from "./assignment.ts";
import { followCase } from "./follow.ts";
import { addNote, notesKeptMs, notesOfOneMax, notesOn } from "./notes.ts";

const [c1, c2] = ["c1", "c2"] as CampaignId[] as [CampaignId, CampaignId];
const mona = { by: "mona", at: start, through: "desk" } as const;

test("a note is plain text with its author, the last first", async () => {
  const records = new ProcessOwnRecords();
  await addNote(c1, "  asked their admin\r\n\r\n\r\n\r\nno answer\u0007\u202e yet ", mona, records);
  await addNote(c1, "closed now", { ...mona, by: "alan" }, records);
  const found = await notesOn(c1, records);
  assert.deepEqual(
    found.map(({ by, text }) => [by, text]),
    [
      ["alan", "closed now"],
      ["mona", "asked their admin\n\nno answer yet"],
    ],
  );
  const [line] = await audited(records, { about: c1, limit: 1 });
  assert.deepEqual([line?.did, line?.by, line?.details], ["noted", "alan", "closed now"]);
});

test("what says nothing, or too much, is not noted; notes end with time", async () => {
  const records = new ProcessOwnRecords();
  assert.equal(await addNote(c1, " \n ", mona, records), "nothing is said");
  assert.equal(await addNote(c1, "a".repeat(2001), mona, records), "too long");
  for (let i = 0; i < notesOfOneMax; i++) await addNote(c1, `note ${i}`, mona, records);
  assert.equal(await addNote(c1, "one more", mona, records), "too many notes");
  const later = { ...mona, at: after(start, notesKeptMs + 1) };
  assert.equal(typeof (await addNote(c1, "one more", later, records)), "object");
  assert.equal((await notesOn(c1, records)).length, 1);
});

test("a case is somebody's until it is another's or nobody's", async () => {
  const records = new ProcessOwnRecords();
  assert.equal(await assign(c1, "mona", mona, records), true);
  assert.equal(await assign(c1, "mona", mona, records), false);
  assert.equal(await assign(c1, "alan", mona, records), true);
  assert.deepEqual([...(await assigned(records))], [["c1", "alan"]]);
  assert.equal(await assign(c1, "  ", mona, records), true);
  assert.equal(await assigneeOf(c1, records), undefined);
  const [line] = await audited(records, { about: c1, limit: 1 });
  assert.equal(line?.details, "to nobody");
});

test("when two cases become one, notes and who looks after it go along", async () => {
  const records = new ProcessOwnRecords();
  for (const text of ["first", "second"]) await addNote(c2, text, mona, records);
  await addNote(c1, "here before", mona, records);
  await assign(c2, "mona", mona, records);
  await followCase(c2, c1, records);
  await followCase(c2, c1, records);
  const texts = (await notesOn(c1, records)).map(({ text }) => text);
  assert.deepEqual(texts, ["second", "first", "here before"]);
  assert.deepEqual([...(await assigned(records))], [["c1", "mona"]]);
  await assign(c2, "alan", mona, records);
  await followCase(c2, c1, records);
  assert.equal(await assigneeOf(c1, records), "mona");
});
